//! What every page keeps to, in every state.

mod calendar;
mod catalogue;
mod commitment;
mod markup;
mod sheet;
mod speed;
mod vocabulary;
