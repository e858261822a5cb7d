//! The law of a group, held from outside: what people and the offline verifier rely on.

mod actions;
mod agenda;
mod answering;
mod commands;
mod consensus;
mod deadlines;
mod history;
mod laws;
mod laws_meetings;
mod laws_trying;
mod meeting;
mod meeting_samples;
mod meetings;
mod minutes;
mod offices;
mod restricted;
mod rights;
mod rights_meetings;
mod rounds;
mod roundtrip;
mod samples;
mod silence;
mod stages;
mod table;
mod themes;
mod world;
