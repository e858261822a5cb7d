//! Files on their way in: kept first, then read.

use group::Filed;
use redline::Document;
use sha2::{Digest as _, Sha256};
use store::BlobId;

use crate::running::{Failed, Office};
use crate::trial::Untried;

/// A PDF says within so many bytes of its end that it is whole.
const PDF_END: usize = 1_024;

/// A file that is kept under a random id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    pub id: BlobId,
    /// SHA-256 in lower-case hex.
    pub sha256: String,
}

/// A Word file that was read.
pub struct WordFile {
    pub kept: KeptFile,
    pub document: Document,
}

impl KeptFile {
    /// The file as acts name it.
    #[must_use]
    pub fn filed(&self) -> Filed {
        Filed {
            id: self.id.to_string(),
        }
    }
}

impl Office {
    /// Keeps bytes under a fresh random id. What no act and no draft refers to is swept away later.
    ///
    /// # Errors
    /// When the store fails.
    pub fn keep(&self, group: &str, bytes: &[u8]) -> Result<KeptFile, Failed> {
        let mut random = [0; 16];
        self.dice.fill(&mut random);
        let id = BlobId::from_random(random);
        let now = self.clock.machine().as_millis();
        self.store.put_blob(&self.key(group)?, &id, bytes, now)?;
        Ok(KeptFile {
            id,
            sha256: hex::encode(Sha256::digest(bytes)),
        })
    }

    /// Keeps and reads a Word file. What is refused isn't kept.
    ///
    /// # Errors
    /// [`Failed::File`] with the reader's sentence, or a failure of the store.
    pub fn keep_word(&self, group: &str, bytes: &[u8]) -> Result<WordFile, Failed> {
        let file = Untried {
            name: "",
            bytes,
            base: None,
        };
        self.try_out(&file).map_err(Failed::File)?;
        let document = redline::open(bytes).map_err(|refused| Failed::File(refused.to_string()))?;
        Ok(WordFile {
            kept: self.keep(group, bytes)?,
            document,
        })
    }

    /// Keeps a paper: a Word file that can be read, or a PDF, which is kept as it came. Returns the word for
    /// its form.
    ///
    /// # Errors
    /// [`Failed::File`] with a sentence, or a failure of the store.
    pub fn keep_paper(
        &self,
        group: &str,
        bytes: &[u8],
    ) -> Result<(KeptFile, &'static str), Failed> {
        if bytes.starts_with(b"%PDF-") {
            let end = &bytes[bytes.len().saturating_sub(PDF_END)..];
            if !end.windows(5).any(|five| five == b"%%EOF") {
                let why = "This PDF is not whole: its end is missing. Open it, save it again, and send that.";
                return Err(Failed::File(why.to_owned()));
            }
            return Ok((self.keep(group, bytes)?, "pdf"));
        }
        Ok((self.keep_word(group, bytes)?.kept, "docx"))
    }

    /// Erases a file that no act refers to.
    pub(crate) fn forget(&self, group: &str, id: &str) -> Result<(), Failed> {
        let id = BlobId::parse(id).map_err(|error| Failed::Store(error.to_string()))?;
        Ok(self.store.erase_blob(&self.key(group)?, &id)?)
    }
}

/// The id of a file that an act names.
pub(crate) fn blob(id: &str) -> Result<BlobId, Failed> {
    BlobId::parse(id).map_err(|error| Failed::Store(error.to_string()))
}

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
