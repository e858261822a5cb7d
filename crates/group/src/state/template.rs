//! Templates of the group.

use serde::Serialize;

use crate::instant::Instant;

/// A Word file with which texts begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Template {
    pub name: String,
    /// The kind of text that it is for; `None`: for any.
    pub form: Option<String>,
    pub sha256: String,
    /// Id of the file.
    pub file: String,
    /// When it was kept.
    pub at: Instant,
}
