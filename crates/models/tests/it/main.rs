//! The models, and what a checker sees of them.

mod walking;
