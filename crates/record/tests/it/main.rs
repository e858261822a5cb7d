//! The record against vectors, other people's logs, and its laws.
#![allow(
    clippy::disallowed_methods,
    reason = "tests read the shared vectors from files"
)]

mod acts;
mod canonical;
mod instants;
mod laws;
mod notes;
mod shared;
mod third_party;
mod vectors;
