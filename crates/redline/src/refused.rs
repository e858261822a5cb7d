//! Why a file is refused, in one plain sentence with the step that fixes it.

/// A file that is not read. The display is one or two plain sentences for the person who sent the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct Refused {
    code: &'static str,
    sentence: String,
}

impl Refused {
    /// A stable word for tests and logs, as `empty`, `encrypted`, `doctype`; never shown to people.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    pub(crate) fn new(code: &'static str, sentence: impl Into<String>) -> Self {
        Self {
            code,
            sentence: sentence.into(),
        }
    }

    /// A zip or a part that cannot be understood.
    pub(crate) fn broken(what: &str) -> Self {
        Self::new(
            "broken",
            format!(
                "This file is damaged ({what}): open it in Word, choose “Open and Repair” if Word offers \
                 it, save it as .docx and send that."
            ),
        )
    }

    /// A file that no honest program writes: a limit or a trick of archives.
    pub(crate) fn unsafe_archive(code: &'static str, what: &str) -> Self {
        Self::new(
            code,
            format!(
                "This file is not read because {what}: open it in Word, save it as a new .docx and send \
                 that."
            ),
        )
    }
}
