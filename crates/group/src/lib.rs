//! The law of a coordination group, pure: who takes part, what may follow on what, how a text becomes
//! agreed.
//!
//! A [`Command`] and the [`State`] go into [`decide`]; [`Act`]s come out; the state is the fold of the
//! acts by [`admit`]. Time, randomness and ids are parameters. Words follow `docs/glossary.md`.

mod act;
mod admit;
mod ballot;
pub mod calendar;
mod class;
mod command;
mod context;
mod decide;
mod fact;
mod id;
mod instant;
mod known;
pub mod limits;
mod notice;
pub mod parts;
mod refusal;
pub mod rights;
pub mod settings;
pub mod state;

pub use act::{Act, NotAStream, Noun, RULES, Stream};
pub use admit::admit;
pub use class::{Filed, Personal, Restricted};
pub use command::{Aim, Command};
pub use context::{Actor, Context};
pub use decide::{CATEGORIES, MEMBER, OBSERVER, PARTNER, decide};
pub use fact::*;
pub use id::{Id, NotAnId};
pub use instant::{Instant, NotAnInstant};
pub use known::Known;
pub use notice::{Notice, NoticeKind, is_told, notice};
pub use parts::{Day, Hat};
pub use refusal::Refusal;
pub use state::{Stage, State};
