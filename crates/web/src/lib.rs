//! Routes, sign-in and forms: requests in, pages out. Rules live in `group`, views in `pages`; what
//! somebody may see is decided by `office::desk` alone.

mod actions;
mod aims;
mod app;
mod assets;
mod brief;
mod clearance;
mod comments;
mod decisions;
mod deed;
mod demo;
mod drop;
mod failure;
mod founding;
mod front;
mod headers;
mod inbox;
mod mandates;
mod meeting;
mod meetings;
mod member;
mod members;
mod notices;
mod posted;
mod print;
mod public;
mod query;
mod read;
mod record;
mod remembered;
mod responses;
mod returns;
mod round;
mod routes;
mod rules;
mod sent;
mod session;
mod show;
mod signin;
mod templates;
mod texts;
mod themes;
mod today;

pub use app::{App, Demo, DemoClock, Heart, Settings};
pub use print::{Column, Printed, PrintedBlock, Printer, Run, Table};
pub use routes::{router, serve};
