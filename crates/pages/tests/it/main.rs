//! What every page keeps to, in every state.

mod calendar;
mod catalogue;
mod commitment;
mod markup;
mod meetings;
mod sheet;
mod speed;
mod vocabulary;
mod work;
