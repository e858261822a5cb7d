//! View structs to HTML, and the words of the interface.
//!
//! A page is a pure function of the words, the [`Shell`] around it and one view struct; everything
//! that depends on a clock, a person's rights or a store arrives in that struct. Each view struct has
//! `samples()`, named states in which it renders without a server.
//!
//! ```
//! let words = pages::Words::english();
//! let html = pages::render(words, &pages::Shell::default(), &pages::Wrong::NotFound);
//! assert!(html.starts_with("<!DOCTYPE html>"));
//! ```

pub mod action;
pub mod actions;
mod address;
pub mod agenda;
pub mod aims;
pub mod answer;
pub mod attaching;
pub mod attendance;
pub mod ballot;
pub mod became;
pub mod brief;
mod calendar;
pub mod call;
pub mod check;
pub mod clearance;
pub mod comments;
pub mod corrections;
pub mod coverage;
pub mod decision;
pub mod decisions;
pub mod deed;
mod desk;
pub mod dropping;
pub mod endorsement;
pub mod entering;
pub mod entering_vote;
pub mod entries;
pub mod evidence;
pub mod floor;
pub mod form;
pub mod founding;
pub mod frame;
pub mod front;
pub mod inbox;
mod issuing;
pub mod item;
pub mod keeping;
mod manage;
pub mod mandates;
pub mod meeting;
pub mod meetings;
pub mod member;
pub mod members;
pub mod minutes;
mod new_action;
pub mod new_text;
pub mod note;
pub mod notice;
pub mod organisation;
pub mod outbox;
pub mod papers;
mod pick;
pub mod position;
pub mod profile;
pub mod publication;
pub mod published;
mod purpose;
pub mod read;
pub mod record;
pub mod responses;
pub mod returning;
pub mod round;
pub mod rules;
pub mod samples;
pub mod signin;
mod silence;
pub mod steering;
pub mod templates;
pub mod text;
pub mod texts;
mod theme;
pub mod themes;
pub mod today;
pub mod told;
pub mod typing;
mod vocabulary;
pub mod voting;
pub mod when;
pub mod wording;
pub mod words;
pub mod wrong;

pub use form::{Form, Problem};
pub use frame::{Cx, Demo, Flash, Group, Place, Shell, View, Viewer, render};
pub use organisation::{ActsFor, Hat, Org};
pub use when::{Civil, When};
pub use wording::{Block, Cell, Para, Span};
pub use words::{Arg, Words};
pub use wrong::Wrong;

/// The one style sheet, served as `/assets/site.css`.
pub const CSS: &str = include_str!("../assets/site.css");

/// What tells deadlines by the reader's own clock, served as `/assets/time.js`.
pub const TIME: &str = include_str!("../assets/time.js");

/// What makes the desk quicker, served as `/assets/desk.js`.
pub const DESK: &str = include_str!("../assets/desk.js");
