//! Redline from outside.

mod choosing;
mod composing;
mod laws;
mod reading;
mod texts;
mod words;
