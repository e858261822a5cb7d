//! Zip archives, member by member, never more than asked for.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

pub(crate) struct Archive<'b>(ZipArchive<Cursor<&'b [u8]>>);

/// What stands at one place of an archive.
pub(crate) enum Member {
    Folder,
    File { name: String, bytes: Vec<u8> },
    Closed { name: String, why: &'static str },
}

impl<'b> Archive<'b> {
    /// # Errors
    /// A sentence, when it is no whole archive.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        archive.map(Self).map_err(|_| {
            "This archive is not whole: pack it again, or drop the files one by one.".to_owned()
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// A member, if it unpacks to no more than `most` bytes.
    pub(crate) fn member(&mut self, index: usize, most: u64) -> Member {
        let name = self.0.name_for_index(index).and_then(Result::ok);
        let name = name.map(|name| name.into_owned()).unwrap_or_default();
        let closed = |name: String, why| Member::Closed { name, why };
        let mut file = match self.0.by_index(index) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return closed(name, "The file is locked with a password.");
            }
            Err(_) => return closed(name, "This file of the archive can't be unpacked."),
        };
        if file.is_dir() {
            return Member::Folder;
        }
        let mut bytes = Vec::new();
        // What the archive says of its own sizes is not believed.
        let read = file
            .by_ref()
            .take(most.saturating_add(1))
            .read_to_end(&mut bytes);
        match read {
            Ok(_) if bytes.len() as u64 > most => closed(
                name,
                "What was dropped unpacks to more than is taken at once.",
            ),
            Ok(_) => Member::File { name, bytes },
            Err(_) => closed(name, "This file of the archive can't be unpacked."),
        }
    }
}
