//! One binary for all integration tests of the program.

mod arrows;
mod bench;
mod command_line;
mod comparing;
mod configuring;
mod founding;
mod guard;
mod icat;
mod killed;
mod material;
mod refusals;
mod server;
mod windows;
mod word;
