//! One binary for all integration tests of the running group.

mod answering;
mod dropping;
mod house;
mod reading;
mod rebuilding;
mod returning;
mod sealing;
mod timing;
mod trying;
mod writing;
