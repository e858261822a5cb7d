//! Redline from outside.

mod archives;
mod choosing;
mod composing;
mod files;
mod laws;
mod opening;
mod oracles;
mod reading;
mod remarks;
mod scale;
mod shared_material;
mod texts;
mod traps;
mod views;
mod words;
mod writing;
