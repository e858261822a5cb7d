//! Files from outside are read a first time where nothing can be harmed: what a reader stumbles over there is
//! refused, and never read here.

use std::sync::Arc;

use crate::dropped::read_against;
use crate::running::Office;

/// A file as it came, before anything of it was read.
#[derive(Clone, Copy, Debug)]
pub struct Untried<'f> {
    pub name: &'f str,
    pub bytes: &'f [u8],
    /// The Word file that it will be read against.
    pub base: Option<&'f [u8]>,
}

/// Reads files with [`read_through`] within limits on time and memory, so that an abort takes nothing down.
pub trait Trial: Send + Sync {
    /// Reads a file to its end, for nothing but to know that it can be done.
    ///
    /// # Errors
    /// With the sentence for whoever sent it, where the reading came to no end.
    fn read(&self, file: &Untried<'_>) -> Result<(), String>;
}

/// Reads a file in every way in which the office does, and keeps nothing of it. What is refused in good order is
/// read, too.
pub fn read_through(file: &Untried<'_>) {
    if let Ok(document) = redline::open(file.bytes) {
        let _ = document.paragraphs();
    }
    if let Some(base) = file.base.and_then(|base| redline::open(base).ok()) {
        read_against(base, file.name, file.bytes);
    }
}

impl Office {
    /// Gives the office a place to try files in; the first one stays. Without one they are read at once.
    pub fn set_trial(&self, trial: Arc<dyn Trial>) {
        let _ = self.trial.set(trial);
    }

    /// Reads a file where nothing can be harmed.
    ///
    /// # Errors
    /// With the sentence for whoever sent it, where the reading came to no end.
    pub(crate) fn try_out(&self, file: &Untried<'_>) -> Result<(), String> {
        self.trial.get().map_or(Ok(()), |trial| trial.read(file))
    }
}
