//! What is printed, read back by another reader.

mod sheets;
