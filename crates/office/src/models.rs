//! A bounded memory of what files say: frozen models and the paragraphs of versions.
//!
//! A file never changes under its id, so nothing here has to be made invalid, only let go.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use group::Id;
use redline::model::Model;
use redline::{Document, ReadParagraph};
use store::BlobId;

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

/// The model of a round that isn't frozen: round, act of the last return in it, the model.
type Composed = (Id, Option<u64>, Arc<Model>);

/// The readings kept for all groups; ids of files are random and so never meet.
#[derive(Default)]
pub(crate) struct Models {
    kept: Mutex<Kept>,
    /// The last few rounds that were looked at before they were frozen.
    composed: Mutex<Vec<Composed>>,
}

/// How many rounds that are not frozen are remembered.
const MOST_COMPOSED: usize = 8;

impl Models {
    /// The model of a round as it was composed after its last return.
    pub(crate) fn composed(&self, round: Id, last: Option<u64>) -> Option<Arc<Model>> {
        let composed = self.composed.lock().unwrap_or_else(PoisonError::into_inner);
        let found = composed
            .iter()
            .find(|(id, at, _)| *id == round && *at == last);
        found.map(|(_, _, model)| Arc::clone(model))
    }

    pub(crate) fn keep_composed(&self, round: Id, last: Option<u64>, model: &Arc<Model>) {
        let mut composed = self.composed.lock().unwrap_or_else(PoisonError::into_inner);
        composed.retain(|(id, _, _)| *id != round);
        if composed.len() >= MOST_COMPOSED {
            composed.remove(0);
        }
        composed.push((round, last, Arc::clone(model)));
    }

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
