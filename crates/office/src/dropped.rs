//! The drop: a month's mails and files, opened, told apart, and put with the organisations that sent them. What
//! is guessed is a proposal; a person places each thing, and only then is it prepared as an answer.

mod guessing;
mod placing;
mod reading;
mod tables;
mod waiting;

use group::Id;
use group::parts::ReturnForm;
use group::state::Round;
use intake::Kind;
use serde::{Deserialize, Serialize};
use store::{BlobId, DraftEdit, DraftError, DraftKey, DraftRef};

use crate::files::blob;
use crate::running::{Failed, Office};

pub use guessing::GuessWhy;
pub use placing::{Entered, Placing, Prepared};
pub(crate) use reading::read_against;
pub use waiting::ToBeRead;

/// Most things that lie in one drop.
pub const MOST_DROPPED: usize = 500;
/// Most characters of a name.
const NAME: usize = 200;

/// Something that was dropped and is not placed yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DroppedThing {
    pub name: String,
    /// Names of the mails and archives that it came in, outermost first.
    pub within: Vec<String>,
    /// Address and name of who sent the mail, its subject, its day in milliseconds since 1970.
    pub from: Option<String>,
    pub sender: Option<String>,
    pub subject: Option<String>,
    pub sent: Option<i64>,
    pub what: DroppedWhat,
    /// Whose it may be, the likeliest first, with what speaks for it.
    pub guesses: Vec<(Id, Vec<GuessWhy>)>,
    file: Option<String>,
    /// The text of a mail.
    text: Option<String>,
}

/// What it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DroppedWhat {
    /// A marked-up file, and what a person should know of it.
    MarkedUp {
        proposals: usize,
        comments: usize,
        look: Vec<String>,
    },
    /// A table of comments, notes in a PDF or the text of a mail, read as so many wordings and remarks.
    Said { proposals: usize, comments: usize },
    /// A mail that says only this.
    Short(ReturnForm),
    /// It can't be read: why.
    Evidence(String),
}

/// A thing with the revision of it that was seen.
pub struct Dropped {
    /// Within the drop.
    pub id: String,
    pub thing: DroppedThing,
    pub(crate) seen: DraftRef,
}

fn key(by: Id, round: Id, id: &str) -> DraftKey {
    DraftKey {
        organisation: by.to_string(),
        seat: String::new(),
        place: format!("drop/{round}/{id}"),
    }
}

impl DroppedThing {
    /// Beginning of a mail's text; nothing of other things.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }
}

impl Office {
    fn keep_found(
        &self,
        group: &str,
        key: DraftKey,
        round: &Round,
        reading: &reading::Reading,
        found: intake::Found,
    ) -> Result<(), Failed> {
        let (what, authors) = reading.what(&found);
        let guesses = self.guesses(group, &key.organisation, round, &found, &authors)?;
        let (file, files) = if found.bytes.is_empty() {
            (None, Vec::new())
        } else {
            let kept = self.keep(group, &found.bytes)?;
            (Some(kept.id.to_string()), vec![kept.id])
        };
        let head = found.mail.unwrap_or_default();
        let text = match found.kind {
            Kind::Body(text) => Some(text),
            _ => None,
        };
        let short = |text: String| text.chars().take(NAME).collect::<String>();
        let thing = DroppedThing {
            name: short(found.name),
            within: found.within.into_iter().map(short).collect(),
            from: (!head.from.is_empty()).then_some(head.from).map(short),
            sender: head.name.map(short),
            subject: head.subject.map(short),
            sent: head.sent.map(|seconds| seconds.saturating_mul(1_000)),
            what,
            guesses,
            file,
            text,
        };
        let edit = DraftEdit {
            key,
            value: serde_json::to_string(&thing).map_err(|e| Failed::Store(e.to_string()))?,
            files,
            expected: None,
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&self.key(group)?, &edit) {
            // A reading that was cut off had kept it already.
            Err(DraftError::Conflict { .. }) => {
                for file in edit.files {
                    self.forget(group, file.as_str())?;
                }
                Ok(())
            }
            other => Ok(other.map(|_| ())?),
        }
    }

    /// What lies in the drop of a round, in the order in which it came.
    ///
    /// # Errors
    /// When the store fails.
    pub fn dropped(&self, group: &str, by: Id, round: Id) -> Result<Vec<Dropped>, Failed> {
        let prefix = key(by, round, "");
        let drafts = self
            .store
            .drafts(&self.key(group)?, &prefix.organisation, &prefix.place)?;
        let things = drafts.into_iter().filter_map(|draft| {
            Some(Dropped {
                id: draft.key.place.strip_prefix(&prefix.place)?.to_owned(),
                thing: serde_json::from_str(&draft.value).ok()?,
                seen: DraftRef {
                    key: draft.key,
                    revision: draft.revision,
                },
            })
        });
        Ok(things.collect())
    }

    /// Lets a thing go, with its file.
    fn let_go(&self, group: &str, dropped: &Dropped) -> Result<(), Failed> {
        match self.store.remove_draft(&self.key(group)?, &dropped.seen) {
            // Somebody else placed it at the same moment.
            Err(DraftError::Conflict { .. }) => return Ok(()),
            other => other?,
        }
        match &dropped.thing.file {
            Some(file) => self.forget(group, file),
            None => Ok(()),
        }
    }

    fn bytes_of(&self, group: &str, thing: &DroppedThing) -> Result<Vec<u8>, Failed> {
        let id: Option<BlobId> = thing.file.as_deref().map(blob).transpose()?;
        match id {
            Some(id) => self.file(group, &id),
            None => Ok(Vec::new()),
        }
    }
}
