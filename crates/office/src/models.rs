//! A bounded memory of what files say: frozen models and the paragraphs of versions.
//!
//! A file never changes under its id, so nothing here has to be made invalid, only let go.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use group::Id;
use redline::model::Model;
use redline::{Document, ReadParagraph};
use store::BlobId;

use crate::next::NextText;
use crate::running::{Failed, Office};

/// Bytes of files whose readings are kept (2-house: a bounded cache, 64 MB). Counted by the size of the
/// file; a reading is of the same order.
const MOST_BYTES: usize = 16 << 20;

/// What a version says, paragraph by paragraph, with all changes taken.
pub type Paragraphs = Arc<Vec<ReadParagraph>>;

#[derive(Clone)]
enum Reading {
    Paragraphs(Paragraphs),
    Model(Arc<Model>),
}

#[derive(Default)]
struct Kept {
    /// Reading, size in bytes, and the count at its last use.
    readings: BTreeMap<BlobId, (Reading, usize, u64)>,
    bytes: usize,
    uses: u64,
}

/// The readings kept for all groups; ids of files are random and so never meet.
#[derive(Default)]
pub(crate) struct Models {
    kept: Mutex<Kept>,
    /// Models of rounds that aren't frozen, by the act of the last return in them.
    pub(crate) composed: Recent<(Id, Option<u64>), Arc<Model>>,
    /// Next versions that responses make and that aren't tabled, by their compilation.
    pub(crate) next: Recent<Id, Arc<NextText>>,
}

/// How many of a kind are remembered that are made anew from files.
const MOST_RECENT: usize = 8;

/// The last few things that were made, by what they were made from.
pub(crate) struct Recent<K, V>(Mutex<Vec<(K, V)>>);

impl<K, V> Default for Recent<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: PartialEq, V: Clone> Recent<K, V> {
    pub(crate) fn find(&self, key: &K) -> Option<V> {
        let made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = made.iter().find(|(each, _)| each == key);
        found.map(|(_, value)| value.clone())
    }

    pub(crate) fn keep(&self, key: K, value: &V) {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        made.retain(|(each, _)| *each != key);
        if made.len() >= MOST_RECENT {
            made.remove(0);
        }
        made.push((key, value.clone()));
    }
}

impl Models {
    fn find(&self, id: &BlobId) -> Option<Reading> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let uses = kept.uses;
        let (reading, _, last) = kept.readings.get_mut(id)?;
        *last = uses;
        Some(reading.clone())
    }

    fn keep(&self, id: &BlobId, reading: Reading, size: usize) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let uses = kept.uses;
        if let Some((_, old, _)) = kept.readings.insert(id.clone(), (reading, size, uses)) {
            kept.bytes -= old;
        }
        kept.bytes += size;
        while kept.bytes > MOST_BYTES && kept.readings.len() > 1 {
            let oldest = kept.readings.iter().min_by_key(|(_, (_, _, last))| *last);
            let Some(oldest) = oldest.map(|(id, _)| id.clone()) else {
                break;
            };
            if let Some((_, size, _)) = kept.readings.remove(&oldest) {
                kept.bytes -= size;
            }
        }
    }
}

impl Office {
    /// The bytes of a committed file.
    pub(crate) fn file(&self, group: &str, id: &BlobId) -> Result<Vec<u8>, Failed> {
        Ok(self.store.blob(&self.key(group)?, id)?)
    }

    /// Opens a committed Word file.
    pub(crate) fn document(&self, group: &str, id: &BlobId) -> Result<Document, Failed> {
        let bytes = self.file(group, id)?;
        redline::open(&bytes).map_err(|refused| Failed::Store(refused.to_string()))
    }

    /// The paragraphs of a committed Word file.
    pub(crate) fn paragraphs(&self, group: &str, id: &BlobId) -> Result<Paragraphs, Failed> {
        if let Some(Reading::Paragraphs(paragraphs)) = self.models.find(id) {
            return Ok(paragraphs);
        }
        let bytes = self.file(group, id)?;
        let document =
            redline::open(&bytes).map_err(|refused| Failed::Store(refused.to_string()))?;
        let paragraphs = Arc::new(document.paragraphs());
        self.models.keep(
            id,
            Reading::Paragraphs(Arc::clone(&paragraphs)),
            bytes.len(),
        );
        Ok(paragraphs)
    }

    /// The frozen model in a committed file.
    pub(crate) fn model(&self, group: &str, id: &BlobId) -> Result<Arc<Model>, Failed> {
        if let Some(Reading::Model(model)) = self.models.find(id) {
            return Ok(model);
        }
        let bytes = self.file(group, id)?;
        let model: Model =
            serde_json::from_slice(&bytes).map_err(|error| Failed::Store(error.to_string()))?;
        let model = Arc::new(model);
        self.models
            .keep(id, Reading::Model(Arc::clone(&model)), bytes.len());
        Ok(model)
    }
}
