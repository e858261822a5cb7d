//! The store: one suite against the port for every back end, and what only a folder can show.

mod appending;
mod conformance;
mod drafting;
mod fixture;
mod folder;
mod kill;
mod signing_in;
mod threads;
