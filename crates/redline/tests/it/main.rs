//! Redline from outside.

mod archives;
mod bodies;
mod choosing;
mod composing;
mod corpus;
mod crafted;
mod dispositions;
mod files;
mod fuzzing;
mod hostile;
mod laws;
mod mutating;
mod opening;
mod oracles;
mod reading;
mod remarks;
mod returning;
mod scale;
mod shared_material;
mod texts;
mod traps;
mod views;
mod words;
mod writing;
