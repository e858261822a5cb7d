//! A return on its way: kept as a draft, looked at, confirmed. A file waits, or words typed paragraph by
//! paragraph, or both.

mod evidence;
mod sending;
mod typing;

use group::Id;
use group::state::{Round, Version};
use redline::model::{Amendment, Comment, Model};
use redline::returns::{Joining, joined};
use redline::{Document, InspectedComment, Inspection, Submission};
use serde::{Deserialize, Serialize};
use store::{Draft, DraftEdit, DraftError, DraftKey, DraftRef};

use crate::files::{blob, sha256};
use crate::running::{Failed, Office};
use crate::voices::Voices as _;

pub use evidence::Evidence;
pub use sending::{Sending, Sent};
pub use typing::{TypedParagraph, TypedSoFar};

/// Most characters of a file's name that are kept.
const FILE_NAME: usize = 200;

/// Whose return it is, and with whom it waits until it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Whose answer it is.
    pub organisation: Id,
    pub round: Id,
    /// The organisation of the secretariat, where it enters what reached the group otherwise.
    pub entered_by: Option<Id>,
}

impl Sender {
    /// The organisation answers itself.
    #[must_use]
    pub fn itself(organisation: Id, round: Id) -> Self {
        Self {
            organisation,
            round,
            entered_by: None,
        }
    }

    /// The secretariat enters an answer that came by mail or letter.
    #[must_use]
    pub fn entered(organisation: Id, round: Id, by: Id) -> Self {
        Self {
            organisation,
            round,
            entered_by: Some(by),
        }
    }

    /// Where its draft of this kind stands.
    fn key(&self, kind: &str) -> DraftKey {
        let (keeper, place) = match self.entered_by {
            None => (self.organisation, format!("{kind}/{}", self.round)),
            Some(by) => (
                by,
                format!("entered-{kind}/{}/{}", self.round, self.organisation),
            ),
        };
        DraftKey {
            organisation: keeper.to_string(),
            seat: String::new(),
            place,
        }
    }

    fn file_key(&self) -> DraftKey {
        self.key("return")
    }
}

/// What waits for the confirmation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnDraft {
    /// Name of the file as it was sent; of several, all.
    pub file_name: String,
    file: String,
    /// In lower-case hex: what the check shows is this file and no other.
    pub sha256: String,
    /// What of an earlier file is not in this one any more, since a later one asks for something else at
    /// the same words.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
}

/// A proposal that had to give way to another one of the same organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Paragraph of the base by which it is shown.
    pub paragraph: usize,
    pub label: Option<String>,
    pub before: String,
    pub after: String,
}

impl LeftOut {
    fn of(amendment: &Amendment) -> Self {
        Self {
            paragraph: amendment.body_paragraph(),
            label: amendment.label.clone(),
            before: amendment.before.clone(),
            after: amendment.after.clone(),
        }
    }
}

/// What was read in what waits.
pub struct CheckedReturn {
    /// Name of the file; `None` where all was typed.
    pub file_name: Option<String>,
    /// SHA-256 of what would be sent, in lower-case hex.
    pub sha256: String,
    /// The organisation's own edits, composed with the base alone.
    pub model: Model,
    /// Why a person should look, in sentences.
    pub look: Vec<String>,
    pub inspection: Inspection,
    /// Exactly this file is in force already.
    pub same_file: bool,
    /// What gave way when files were put together.
    pub left_out: Vec<LeftOut>,
    /// What the file in force asks for, where there is one: what sending does with it is a choice.
    pub in_force: Option<InForce>,
    document: Document,
    seen: Vec<DraftRef>,
    upload: Option<String>,
}

impl CheckedReturn {
    /// Paragraph of the version that a comment of the file is about, from 1; 0 where it has no place in it.
    #[must_use]
    pub fn paragraph_of(&self, comment: &InspectedComment) -> usize {
        let same = |one: &&Comment| one.author == comment.author && one.text == comment.text;
        let found = self.model.comments.iter().find(same);
        found.map_or(0, Comment::body_paragraph)
    }
}

/// What each way of sending would lose of the file in force.
pub struct InForce {
    pub replacing: Lost,
    /// `None` where the two files can't be put together.
    pub adding: Option<Lost>,
    pub paragraphs: Option<Lost>,
}

/// What would not be asked for any more.
pub struct Lost {
    pub amendments: Vec<Amendment>,
    pub comments: Vec<Comment>,
}

/// The base of a round, opened.
pub(crate) struct Base {
    pub(crate) document: Document,
    sha256: String,
}

impl Office {
    /// Keeps a file as the draft of a return, in place of one that waited. A file that the reader refuses
    /// is not kept, and what waited before stays. What comes from outside goes through [`Self::keep_answer`],
    /// where it is tried first.
    ///
    /// # Errors
    /// [`Failed::File`] with the reader's sentence, or a failure of the store.
    pub fn keep_return(
        &self,
        group: &str,
        sender: Sender,
        file_name: &str,
        bytes: &[u8],
    ) -> Result<(), Failed> {
        redline::open(bytes).map_err(|refused| Failed::File(refused.to_string()))?;
        self.keep_draft(group, sender, file_name, bytes, Vec::new())
    }

    /// Adds a file, a colleague's for instance, to the one that waits: proposals of both stand, and where
    /// both can't, the new one does, which is told. Without one that waits it is kept alone.
    ///
    /// # Errors
    /// As [`Self::keep_return`].
    pub fn join_return(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        file_name: &str,
        bytes: &[u8],
    ) -> Result<(), Failed> {
        let Some((waits, _)) = self.waiting(group, sender)? else {
            return self.keep_return(group, sender, file_name, bytes);
        };
        let new = redline::open(bytes).map_err(|refused| Failed::File(refused.to_string()))?;
        let base = self.base_of(group, round)?;
        let first = self.document(group, &blob(&waits.file)?)?;
        let name = self.name_of(group, sender.organisation)?;
        let both = joined(&base.document, &first, &new, Joining::Adds, &name)
            .map_err(|unjoinable| Failed::File(unjoinable.to_string()))?;
        let mut left_out = waits.left_out;
        left_out.extend(both.lost.iter().map(LeftOut::of));
        let file_name = format!("{} + {file_name}", waits.file_name);
        self.keep_draft(group, sender, &file_name, &both.word, left_out)
    }

    fn keep_draft(
        &self,
        group: &str,
        sender: Sender,
        file_name: &str,
        bytes: &[u8],
        left_out: Vec<LeftOut>,
    ) -> Result<(), Failed> {
        let kept = self.keep(group, bytes)?;
        let draft = ReturnDraft {
            file_name: file_name.chars().take(FILE_NAME).collect(),
            file: kept.id.to_string(),
            sha256: kept.sha256.clone(),
            left_out,
        };
        let waited = self.waiting(group, sender)?;
        let edit = DraftEdit {
            key: sender.file_key(),
            value: serde_json::to_string(&draft).map_err(|e| Failed::Store(e.to_string()))?,
            files: vec![kept.id],
            expected: waited.as_ref().map(|(_, seen)| seen.revision),
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&self.key(group)?, &edit) {
            // A double press: the other upload of the same moment waits, and this one is let go.
            Err(DraftError::Conflict { .. }) => return self.forget(group, &draft.file),
            other => other?,
        };
        match waited {
            Some((before, _)) => self.forget(group, &before.file),
            None => Ok(()),
        }
    }

    /// The file that waits for the confirmation.
    ///
    /// # Errors
    /// When the store fails.
    pub fn waiting(
        &self,
        group: &str,
        sender: Sender,
    ) -> Result<Option<(ReturnDraft, DraftRef)>, Failed> {
        let found = self.draft_at(group, &sender.file_key())?;
        let Some(found) = found else { return Ok(None) };
        let draft = serde_json::from_str(&found.value).map_err(|e| Failed::Store(e.to_string()))?;
        Ok(Some((draft, seen(found))))
    }

    fn draft_at(&self, group: &str, key: &DraftKey) -> Result<Option<Draft>, Failed> {
        Ok(self.store.draft(&self.key(group)?, key)?)
    }

    /// Reads what waits: the proposals, what was not tracked, the comments, and what sending it would do
    /// with the file in force.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn check_return(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
    ) -> Result<Option<CheckedReturn>, Failed> {
        let upload = self.waiting(group, sender)?;
        let typed = self.typed_so_far(group, sender)?;
        if upload.is_none() && typed.paragraphs.is_empty() {
            return Ok(None);
        }
        let base = self.base_of(group, round)?;
        let name = self.name_of(group, sender.organisation)?;
        let mut seen_drafts: Vec<DraftRef> = typed.seen.iter().cloned().collect();
        let mut left_out = Vec::new();
        let mut document = None;
        if let Some((draft, seen)) = &upload {
            seen_drafts.push(seen.clone());
            left_out.extend(draft.left_out.iter().cloned());
            document = Some(self.document(group, &blob(&draft.file)?)?);
        }
        if !typed.paragraphs.is_empty() {
            let words = read(&typed.as_file(&base.document, &name))?;
            document = Some(match document {
                None => words,
                Some(file) => {
                    let both = joined(&base.document, &file, &words, Joining::Adds, &name)
                        .map_err(|unjoinable| Failed::File(unjoinable.to_string()))?;
                    left_out.extend(both.lost.iter().map(LeftOut::of));
                    read(&both.word)?
                }
            });
        }
        let Some(document) = document else {
            return Ok(None);
        };
        let sha256 = match &upload {
            Some((draft, _)) if typed.paragraphs.is_empty() => draft.sha256.clone(),
            _ => sha256(&document.bytes()),
        };
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let submission = Submission {
            organisation: &name,
            document: &document,
            sha256: &sha256,
        };
        let earlier = self.earlier(group, &loaded.state, round)?;
        let compiled = redline::compile(&base.document, &base.sha256, &earlier, &[submission]);
        let held = self.held(group, sender.organisation, round)?;
        let same_file = held.as_ref().is_some_and(|(bytes, _)| {
            // What is kept of a file is not always its bytes: it is packed anew.
            let held = crate::files::sha256(bytes);
            held == sha256 || held == crate::files::sha256(&document.bytes())
        });
        let in_force = held.filter(|_| !same_file).map(|(_, held)| {
            let comments = read_comments(&compiled.model);
            in_force(
                &base.document,
                &held,
                &document,
                &compiled.model,
                &comments,
                &name,
            )
        });
        Ok(Some(CheckedReturn {
            file_name: upload.as_ref().map(|(draft, _)| draft.file_name.clone()),
            sha256,
            model: compiled.model,
            look: compiled.look,
            inspection: redline::inspect(&document),
            same_file,
            left_out,
            in_force,
            document,
            seen: seen_drafts,
            upload: upload.map(|(draft, _)| draft.file),
        }))
    }

    /// The marked-up file of an organisation that is in force.
    fn held(
        &self,
        group: &str,
        organisation: Id,
        round: &Round,
    ) -> Result<Option<(Vec<u8>, Document)>, Failed> {
        let held = round.return_of(organisation);
        let Some(file) = held.and_then(|one| one.file.as_ref()) else {
            return Ok(None);
        };
        let bytes = self.file(group, &blob(file)?)?;
        let document = read(&bytes)?;
        Ok(Some((bytes, document)))
    }

    /// The version that a round is about, opened, and its digest.
    pub(crate) fn opened_base(
        &self,
        group: &str,
        round: &Round,
    ) -> Result<(Document, String), Failed> {
        let base = self.base_of(group, round)?;
        Ok((base.document, base.sha256))
    }

    /// The Word file that a round is about.
    pub(crate) fn bytes_of_base(&self, group: &str, round: &Round) -> Result<Vec<u8>, Failed> {
        let version = self.version_of(group, round)?;
        self.file(group, &blob(&version.file)?)
    }

    fn base_of(&self, group: &str, round: &Round) -> Result<Base, Failed> {
        let version = self.version_of(group, round)?;
        Ok(Base {
            document: self.document(group, &blob(&version.file)?)?,
            sha256: version.sha256,
        })
    }

    /// The version that a round is about.
    fn version_of(&self, group: &str, round: &Round) -> Result<Version, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let text = loaded.state.texts.get(&round.text);
        let version = text.and_then(|text| text.version(round.version)).cloned();
        Ok(version.ok_or(group::Refusal::Unknown { what: "version" })?)
    }

    fn name_of(&self, group: &str, organisation: Id) -> Result<String, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let found = loaded.state.organisations.get(&organisation);
        let found = found.ok_or(group::Refusal::Unknown {
            what: "organisation",
        })?;
        Ok(found.brief().to_owned())
    }

    /// Lets what waits go: the file and what was typed.
    ///
    /// # Errors
    /// When the store fails.
    pub fn drop_return(&self, group: &str, sender: Sender) -> Result<(), Failed> {
        if let Some(seen) = self.typed_so_far(group, sender)?.seen {
            self.store.remove_draft(&self.key(group)?, &seen)?;
        }
        let Some((draft, seen)) = self.waiting(group, sender)? else {
            return Ok(());
        };
        self.store.remove_draft(&self.key(group)?, &seen)?;
        self.forget(group, &draft.file)
    }
}

/// A draft as it was seen.
fn seen(draft: Draft) -> DraftRef {
    DraftRef {
        key: draft.key,
        revision: draft.revision,
    }
}

/// Opens a file that was read before, or that we wrote.
fn read(bytes: &[u8]) -> Result<Document, Failed> {
    redline::open(bytes).map_err(|refused| Failed::Store(refused.to_string()))
}

/// Comments by what they say and where.
fn read_comments(model: &Model) -> Vec<(usize, String)> {
    let comments = model.comments.iter();
    comments
        .map(|comment| (comment.body_paragraph(), comment.text.clone()))
        .collect()
}

fn in_force(
    base: &Document,
    held: &Document,
    new: &Document,
    asked: &Model,
    said: &[(usize, String)],
    name: &str,
) -> InForce {
    let held_alone = Submission {
        organisation: name,
        document: held,
        sha256: "",
    };
    let before = redline::compile(base, "", &[], &[held_alone]).model;
    let gone = |each: &Amendment| asked.amendments.iter().all(|one| one.id != each.id);
    let unsaid = |each: &Comment| {
        let same =
            |(at, text): &(usize, String)| *at == each.body_paragraph() && *text == each.text;
        !said.iter().any(same)
    };
    let with = |joining| {
        let both = joined(base, held, new, joining, name).ok()?;
        Some(Lost {
            amendments: both.lost,
            comments: both.lost_comments,
        })
    };
    InForce {
        replacing: Lost {
            amendments: before.amendments.into_iter().filter(gone).collect(),
            comments: before.comments.into_iter().filter(unsaid).collect(),
        },
        adding: with(Joining::Adds),
        paragraphs: with(Joining::Paragraphs),
    }
}
