//! Word files: from N marked-up returns to one attributed compilation. Pure: bytes in, bytes and a
//! model out; no group, no clock, no network.

pub mod align;
pub mod choices;
mod comments;
mod compare;
mod compile;
pub mod compose;
pub mod diff;
pub mod dispositions;
pub mod draft;
mod edit;
mod inspect;
pub mod model;
pub mod normalise;
mod package;
pub mod project;
mod read;
pub mod reading;
mod refused;
mod resolve;
pub mod returns;
pub mod story;
pub mod tokens;
mod view;
pub mod write;
pub mod xml;

pub use comments::FileComment;
pub use compare::{Compared, compare};
pub use compile::{Compilation, Submission, compile, compile_sources, source};
pub use compose::in_parallel;
pub use edit::{Edit, Whole};
pub use inspect::{Author, Counts, InspectedComment, Inspection, Internal, inspect};
pub use read::{Document, ReadParagraph, open, open_beside};
pub use refused::Refused;
pub use story::View;
pub use write::{bracketed, clean, compilation, redline, redline_with};
