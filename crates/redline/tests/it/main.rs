//! Redline from outside.

mod choosing;
mod composing;
mod laws;
mod reading;
mod scale;
mod shared_material;
mod texts;
mod words;
