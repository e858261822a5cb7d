//! One binary for all integration tests of the program.

mod arrows;
mod guard;
mod killed;
mod server;
mod word;
