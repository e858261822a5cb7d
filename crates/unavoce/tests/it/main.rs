//! One binary for all integration tests of the program.

mod arrows;
mod beginning;
mod bench;
mod command_line;
mod comparing;
mod configuring;
mod doors;
mod dropping;
mod founding;
mod guard;
mod icat;
mod killed;
mod material;
mod meeting_forms;
mod meeting_papers;
mod meeting_twice;
mod nameless;
mod playing;
mod refusals;
mod restricted;
mod rows;
mod rows_members;
mod server;
mod stage;
mod windows;
mod word;
