//! redline
