//! What is printed, from plain structs of its own: it depends on none of our crates, reads no clock and
//! writes no file. Now: spreadsheets.

mod sheet;

pub use sheet::{Cell, Column, Made, Sheet, Unprintable, sheet};
