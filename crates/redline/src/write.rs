//! Writing changes into a base's file: the compilation in tracked layout, and redlines.

pub(crate) mod fragment;
