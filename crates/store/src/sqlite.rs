use std::path::Path;

use crate::error::OpenError;

/// The store in a folder: `data/unavoce.db`, `data/files/<group>/<id>`, and apart from them
/// `keys/<group>.key` and `keys/<group>.checkpoint`. One process at a time.
pub struct SqliteStore {}

impl SqliteStore {
    /// Opens the folder, and makes it when it is not there.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        Err(OpenError::ForeignDatabase(folder.to_owned()))
    }
}
