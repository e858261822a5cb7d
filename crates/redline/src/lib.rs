//! Word files: from N marked-up returns to one attributed compilation. Pure: bytes in, bytes and a
//! model out; no group, no clock, no network.

mod edit;
pub mod model;
mod refused;
pub mod story;
pub mod xml;

pub use edit::{Edit, Whole};
pub use refused::Refused;
pub use story::View;
