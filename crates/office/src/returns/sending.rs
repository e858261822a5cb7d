//! From what waits to an act: what is held back is cut out first, and never reaches the round.

use std::collections::BTreeSet;

use group::parts::{PenholderComment, ReturnForm, ReturnMode};
use group::state::Round;
use group::{Command, Filed, Id};
use redline::returns::{Joining, joined};
use redline::{Document, InspectedComment};

use super::{CheckedReturn, Evidence, Sender, read};
use crate::running::{Asking, Done, Failed, Office};

/// What somebody confirms.
#[derive(Clone, Copy, Debug)]
pub struct Sending<'a> {
    /// SHA-256 of what the sender saw.
    pub looked_at: &'a str,
    /// Ids of the comments that are held back.
    pub held_back: &'a BTreeSet<String>,
    /// Comments that go to the penholder and the secretariat alone, by id; one that is held back, too, is
    /// held back.
    pub for_penholder: &'a BTreeSet<String>,
    /// What is done with the file in force.
    pub mode: ReturnMode,
}

/// What became of sending what waits.
pub enum Sent {
    Done(Done),
    /// Something else waits by now than what was looked at: nothing was sent.
    OtherFile,
    /// A reply would be sent without the comment that it answers.
    ReplyAlone,
}

impl Office {
    /// Sends what waits, without the comments that are held back: their words never reach the round, and
    /// the file that had them is erased. What the secretariat enters goes with its evidence.
    ///
    /// # Errors
    /// The law's refusal (the draft then stays), or a file that can't be read.
    pub fn send_return(
        &self,
        group: &str,
        asking: &Asking,
        sender: Sender,
        round: &Round,
        sending: &Sending<'_>,
    ) -> Result<Sent, Failed> {
        let Some(checked) = self.check_return(group, sender, round)? else {
            return self.sent_before(group, asking).map(Sent::Done);
        };
        if checked.sha256 != sending.looked_at {
            return match self.sent_before(group, asking) {
                Ok(done) => Ok(Sent::Done(done)),
                Err(_) => Ok(Sent::OtherFile),
            };
        }
        let evidence = self.evidence_of(group, sender)?;
        let taken_out = sending.held_back.union(sending.for_penholder).cloned();
        let Some(clean) = without(&checked, &taken_out.collect())? else {
            return Ok(Sent::ReplyAlone);
        };
        let whole = self.with_held(group, sender, round, clean, sending.mode)?;
        let answered = Answered {
            for_penholder: for_penholder(&checked, sending),
            ..self.counted(group, sender.organisation, round, &whole)?
        };
        let sent = self.keep(group, &whole.bytes())?;
        let mut used = checked.seen.clone();
        used.extend(evidence.iter().map(|(_, seen)| seen.clone()));
        let evidence = evidence.map(|(evidence, _)| evidence);
        let command = answered.command(sender, Some(sent.filed()), sending.mode, evidence);
        let done = self.execute(group, asking, &command, &used);
        match &done {
            // The upload held everything; only what was sent stays.
            Ok(Done { again: false, .. }) => {
                if let Some(upload) = &checked.upload {
                    self.forget(group, upload)?;
                }
            }
            _ => self.forget(group, sent.id.as_str())?,
        }
        done.map(Sent::Done)
    }

    /// The file that will be in force: what is sent, or that put together with what was sent before.
    fn with_held(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        clean: Document,
        mode: ReturnMode,
    ) -> Result<Document, Failed> {
        let joining = match mode {
            ReturnMode::Replaces => return Ok(clean),
            ReturnMode::Adds => Joining::Adds,
            ReturnMode::Paragraphs => Joining::Paragraphs,
        };
        // Nothing to add to: the law says it.
        let Some((_, held)) = self.held(group, sender.organisation, round)? else {
            return Ok(clean);
        };
        let base = self.base_of(group, round)?;
        let name = self.name_of(group, sender.organisation)?;
        let both = joined(&base.document, &held, &clean, joining, &name)
            .map_err(|unjoinable| Failed::File(unjoinable.to_string()))?;
        read(&both.word)
    }

    fn counted(
        &self,
        group: &str,
        organisation: Id,
        round: &Round,
        whole: &Document,
    ) -> Result<Answered, Failed> {
        let base = self.base_of(group, round)?;
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let earlier = self.earlier(group, &loaded.state, round)?;
        let name = self.name_of(group, organisation)?;
        let submission = redline::Submission {
            organisation: &name,
            document: whole,
            sha256: "",
        };
        let model = redline::compile(&base.document, &base.sha256, &earlier, &[submission]).model;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Answered {
            form: ReturnForm::MarkedUp,
            proposals: count(model.amendments.len()),
            comments: count(whole.comments().len()),
            for_penholder: Vec::new(),
        })
    }

    /// "No comments" or "not in our mandate", by the organisation or entered with its evidence. What waits
    /// stays a draft.
    ///
    /// # Errors
    /// The law's refusal, or a failure of the store.
    pub fn answer_round(
        &self,
        group: &str,
        asking: &Asking,
        sender: Sender,
        form: ReturnForm,
    ) -> Result<Done, Failed> {
        let answered = Answered {
            form,
            proposals: 0,
            comments: 0,
            for_penholder: Vec::new(),
        };
        let evidence = match self.evidence_of(group, sender) {
            Ok(evidence) => evidence,
            // Sent twice: the first one used it up.
            Err(missing) => return self.done_before(group, asking)?.ok_or(missing),
        };
        let used: Vec<_> = evidence.iter().map(|(_, seen)| seen.clone()).collect();
        let evidence = evidence.map(|(evidence, _)| evidence);
        let command = answered.command(sender, None, ReturnMode::Replaces, evidence);
        self.execute(group, asking, &command, &used)
    }

    /// The answer to a second submit of a command whose draft is used up.
    fn sent_before(&self, group: &str, asking: &Asking) -> Result<Done, Failed> {
        self.done_before(group, asking)?.ok_or_else(|| {
            let missing = group::Refusal::Missing {
                what: "marked-up file",
            };
            missing.into()
        })
    }
}

/// What an answer holds, in numbers.
struct Answered {
    form: ReturnForm,
    proposals: u32,
    comments: u32,
    for_penholder: Vec<PenholderComment>,
}

impl Answered {
    fn command(
        self,
        sender: Sender,
        file: Option<Filed>,
        mode: ReturnMode,
        evidence: Option<Evidence>,
    ) -> Command {
        let Self {
            form,
            proposals,
            comments,
            for_penholder,
        } = self;
        let round = sender.round;
        match evidence {
            None => Command::Return {
                round,
                form,
                file,
                proposals,
                comments,
                mode,
                for_penholder,
            },
            Some(evidence) => Command::EnterReturn {
                round,
                organisation: sender.organisation,
                form,
                file,
                proposals,
                comments,
                mode,
                for_penholder,
                evidence: evidence.kind,
                evidence_file: evidence.filed(),
                arrived: evidence.arrived,
            },
        }
    }
}

/// What goes to the penholder and the secretariat alone.
fn for_penholder(checked: &CheckedReturn, sending: &Sending<'_>) -> Vec<PenholderComment> {
    let comments = checked.inspection.comments.iter();
    let apart = comments.filter(|comment| {
        sending.for_penholder.contains(&comment.id) && !sending.held_back.contains(&comment.id)
    });
    let of = |comment: &InspectedComment| PenholderComment {
        paragraph: u32::try_from(checked.paragraph_of(comment)).unwrap_or(0),
        about: (!comment.about.is_empty()).then(|| comment.about.clone()),
        words: comment.text.clone(),
    };
    apart.map(of).collect()
}

/// What waits without the comments that are taken out; `None` where a reply would stand without the comment
/// that it answers.
fn without(
    checked: &CheckedReturn,
    taken_out: &BTreeSet<String>,
) -> Result<Option<Document>, Failed> {
    let comments = &checked.inspection.comments;
    let alone = comments.iter().any(|comment| {
        let parent = comment.reply_to.as_ref();
        !taken_out.contains(&comment.id) && parent.is_some_and(|id| taken_out.contains(id))
    });
    if alone {
        return Ok(None);
    }
    // A box of a comment that the file does not have is passed over.
    let taken_out: BTreeSet<String> = comments
        .iter()
        .map(|comment| comment.id.clone())
        .filter(|id| taken_out.contains(id))
        .collect();
    if taken_out.is_empty() {
        return Ok(Some(checked.document.clone()));
    }
    let clean = checked
        .document
        .without_comments(&taken_out)
        .map_err(|e| Failed::File(e.to_string()))?;
    read(&clean).map(Some)
}
