//! Intake from outside.

mod bodies;
mod files;
mod guessing;
mod matrices;
mod notes;
mod places;
mod proposing;
mod unpacking;
