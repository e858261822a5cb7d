//! The law of a group, held from outside: what people and the offline verifier rely on.

mod commands;
mod deadlines;
mod history;
mod laws;
mod rights;
mod rounds;
mod roundtrip;
mod samples;
mod silence;
mod table;
mod world;
