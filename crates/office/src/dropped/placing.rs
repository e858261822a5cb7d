//! Placing what was dropped with organisations, and entering what was so prepared.

use std::collections::BTreeSet;

use group::parts::{EvidenceKind, ReturnForm, ReturnMode};
use group::state::Round;
use group::{Id, Instant, Refusal};
use intake::proposals::Proposals;
use sha2::{Digest as _, Sha256};

use super::reading::Reading;
use super::{Dropped, DroppedWhat};
use crate::returns::{CheckedReturn, Evidence, Sender, Sending, Sent, TypedParagraph};
use crate::running::{Asking, Failed, Office};
use crate::voices::Voices as _;

/// What a person says of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placing {
    /// It is this organisation's, and what it says belongs to its answer.
    Answer(Id),
    /// It is this organisation's, and is kept with its answer as evidence.
    Evidence(Id),
    /// It is let go.
    LeaveOut,
}

/// An answer that is prepared and not entered yet.
pub struct Prepared {
    pub organisation: Id,
    pub evidence: Evidence,
    /// What was read; `None` where it is a short answer, or nothing but evidence.
    pub checked: Option<CheckedReturn>,
}

/// What became of entering all that was prepared.
#[derive(Default)]
pub struct Entered {
    pub done: Vec<Id>,
    /// What the law, or a file, stood in the way of: whose, and the sentence.
    pub refused: Vec<(Id, String)>,
}

impl Office {
    /// Places a thing. What it says is added to what is prepared for the organisation already.
    ///
    /// # Errors
    /// [`Failed::File`] where two files can't be put together (the thing then stays), or a failure of the store.
    pub fn place_dropped(
        &self,
        group: &str,
        by: Id,
        round: &Round,
        id: &str,
        placing: Placing,
    ) -> Result<(), Failed> {
        let all = self.dropped(group, by, round.id)?;
        let Some(dropped) = all.into_iter().find(|dropped| dropped.id == id) else {
            // Somebody else of the secretariat was faster.
            return Ok(());
        };
        let (organisation, answers) = match placing {
            Placing::LeaveOut => return self.let_go(group, &dropped),
            Placing::Answer(organisation) => (organisation, true),
            Placing::Evidence(organisation) => (organisation, false),
        };
        if !round.asks(organisation) {
            return Err(Refusal::NotAsked {}.into());
        }
        let sender = Sender::entered(organisation, round.id, by);
        if answers {
            self.prepare(group, sender, round, &dropped)?;
        }
        self.keep_as_evidence(group, sender, round, &dropped, answers)?;
        let from = dropped.thing.from.as_deref();
        self.learn_domain(group, &by.to_string(), from, organisation)?;
        self.let_go(group, &dropped)
    }

    fn prepare(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        dropped: &Dropped,
    ) -> Result<(), Failed> {
        let thing = &dropped.thing;
        let bytes = self.bytes_of(group, thing)?;
        match &thing.what {
            DroppedWhat::MarkedUp { .. } => {
                self.join_return(group, sender, round, &thing.name, &bytes)
            }
            DroppedWhat::Said { .. } => {
                let reading = Reading::of(self, group, round)?;
                let said = match &thing.text {
                    Some(text) => reading.body(text),
                    None => read_again(&reading, &bytes).map_err(Failed::File)?,
                };
                self.type_all(group, sender, &said)
            }
            DroppedWhat::Short(_) | DroppedWhat::Evidence(_) => Ok(()),
        }
    }

    /// Types what was said, beside what was typed before.
    pub(super) fn type_all(
        &self,
        group: &str,
        sender: Sender,
        said: &Proposals,
    ) -> Result<(), Failed> {
        for (rank, said) in said {
            let before = self.typed_so_far(group, sender)?;
            let mut typed = before
                .paragraphs
                .get(&(rank + 1))
                .cloned()
                .unwrap_or_default();
            let mut comments: Vec<String> = typed.comment.take().into_iter().collect();
            match (&typed.words, &said.words) {
                (Some(held), Some(words)) if held != words => {
                    comments.push(format!("Proposed text: {words}"));
                }
                (None, Some(words)) => typed.words = Some(words.clone()),
                _ => {}
            }
            // What was placed before the server went down in the middle is placed again, and said once.
            let known =
                |comment: &&String| comments.iter().any(|held| held.contains(comment.as_str()));
            let new = said
                .comment
                .as_ref()
                .filter(|comment| !known(comment))
                .cloned();
            comments.extend(new);
            let limit = group::limits::STATEMENT;
            let comment: String = comments.join("\n\n").chars().take(limit).collect();
            let typed = TypedParagraph {
                words: typed.words.map(|words| words.chars().take(limit).collect()),
                comment: (!comment.is_empty()).then_some(comment),
            };
            self.type_paragraph(group, sender, rank + 1, &typed)?;
        }
        Ok(())
    }

    fn keep_as_evidence(
        &self,
        group: &str,
        sender: Sender,
        round: &Round,
        dropped: &Dropped,
        answers: bool,
    ) -> Result<(), Failed> {
        let thing = &dropped.thing;
        let held = self.evidence(group, sender)?.map(|(evidence, _)| evidence);
        let kind = if thing.from.is_some() {
            EvidenceKind::Mail
        } else {
            EvidenceKind::File
        };
        // A day that can't be true is none: then it arrived when it was dropped.
        let said = thing.sent.map(Instant::from_millis);
        let arrived = said.filter(|at| *at >= round.opened && *at <= self.now());
        let arrived = arrived.unwrap_or_else(|| self.now());
        let arrived = held
            .as_ref()
            .map_or(arrived, |held| held.arrived.max(arrived));
        let file = match (&thing.what, &thing.text) {
            // It goes the way of every return, so that what is held back is nowhere kept.
            (DroppedWhat::MarkedUp { .. }, _) if answers => None,
            (_, Some(text)) => Some((
                "message.eml".to_owned(),
                written(dropped, text).into_bytes(),
            )),
            _ => Some((thing.name.clone(), self.bytes_of(group, thing)?)),
        };
        let kept = held.as_ref().is_some_and(|held| held.file_name.is_some());
        let file = file.filter(|(_, bytes)| !kept && !bytes.is_empty());
        let file = file
            .as_ref()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let short = match &thing.what {
            DroppedWhat::Short(form) if answers => Some(*form),
            _ => None,
        };
        self.keep_evidence(group, sender, round, (kind, arrived), file)?;
        match short {
            Some(form) => self.propose_short(group, sender, form),
            None => Ok(()),
        }
    }

    /// What is prepared of a round and not entered yet, in protocol order.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn prepared(&self, group: &str, by: Id, round: &Round) -> Result<Vec<Prepared>, Failed> {
        let mut all = Vec::new();
        for organisation in round.asked() {
            let sender = Sender::entered(organisation, round.id, by);
            let Some((evidence, _)) = self.evidence(group, sender)? else {
                continue;
            };
            all.push(Prepared {
                organisation,
                evidence,
                checked: self.check_return(group, sender, round)?,
            });
        }
        Ok(all)
    }

    /// Enters what is prepared for these organisations. Comments that look internal are held back; where the
    /// organisation has answered with a file, what came is added to it.
    ///
    /// # Errors
    /// When the store fails. What the law refuses is told, and stays prepared.
    pub fn enter_prepared(
        &self,
        group: &str,
        asking: &Asking,
        by: Id,
        round: Id,
        organisations: &BTreeSet<Id>,
    ) -> Result<Entered, Failed> {
        let mut entered = Entered::default();
        for organisation in organisations {
            let sender = Sender::entered(*organisation, round, by);
            match self.enter_one(group, &of_one(asking, *organisation), sender) {
                Ok(true) => entered.done.push(*organisation),
                Ok(false) => {}
                Err(Failed::Refused(refusal)) => {
                    entered.refused.push((*organisation, refusal.to_string()));
                }
                Err(Failed::File(why)) => entered.refused.push((*organisation, why)),
                Err(error) => return Err(error),
            }
        }
        Ok(entered)
    }

    /// Whether something was entered.
    fn enter_one(&self, group: &str, asking: &Asking, sender: Sender) -> Result<bool, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let round = loaded.state.rounds.get(&sender.round);
        let round = round.ok_or(Refusal::Unknown { what: "round" })?;
        let Some(checked) = self.check_return(group, sender, round)? else {
            let evidence = self.evidence(group, sender)?;
            let form = evidence.and_then(|(evidence, _)| evidence.short);
            return match form {
                Some(form) => self.answer_round(group, asking, sender, form).map(|_| true),
                None => Ok(false),
            };
        };
        let comments = checked.inspection.comments.iter();
        let held_back: BTreeSet<String> = comments
            .filter(|comment| comment.internal.is_some())
            .map(|comment| comment.id.clone())
            .collect();
        let held = round.return_of(sender.organisation);
        let adds = held.is_some_and(|held| held.form == ReturnForm::MarkedUp);
        let sending = Sending {
            looked_at: &checked.sha256,
            held_back: &held_back,
            for_penholder: &BTreeSet::new(),
            mode: if adds {
                ReturnMode::Adds
            } else {
                ReturnMode::Replaces
            },
        };
        match self.send_return(group, asking, sender, round, &sending)? {
            Sent::Done(_) => Ok(true),
            Sent::OtherFile => Ok(false),
            Sent::ReplyAlone => Err(Failed::File(
                "A reply would be sent without the comment that it answers: look at it and enter it by hand."
                    .to_owned(),
            )),
        }
    }
}

/// What a table of comments or a PDF says.
fn read_again(reading: &Reading, bytes: &[u8]) -> Result<Proposals, String> {
    if bytes.starts_with(b"%PDF") {
        return reading.notes(bytes);
    }
    match redline::open(bytes) {
        Ok(document) => Ok(reading.table(&document).unwrap_or_default()),
        Err(_) => reading.sheet(bytes),
    }
}

/// A mail's text with its head: what is kept of it. Its files go their own ways.
fn written(dropped: &Dropped, text: &str) -> String {
    let thing = &dropped.thing;
    let mut mail = String::new();
    let line = |value: &str| value.replace(['\r', '\n'], " ");
    if let Some(from) = &thing.from {
        mail.push_str(&format!("From: {}\n", line(from)));
    }
    if let Some(sent) = thing.sent {
        mail.push_str(&format!("X-Sent: {}\n", Instant::from_millis(sent)));
    }
    if let Some(subject) = &thing.subject {
        mail.push_str(&format!("Subject: {}\n", line(subject)));
    }
    mail.push_str("Content-Type: text/plain; charset=utf-8\n\n");
    mail.push_str(text);
    mail
}

/// The command of one organisation's entry, made of that of the whole form.
fn of_one(asking: &Asking, organisation: Id) -> Asking {
    let digest = Sha256::digest(format!("{}/{organisation}", asking.command));
    let mut bits = [0; 16];
    bits.copy_from_slice(&digest[..16]);
    Asking {
        actor: asking.actor,
        received: asking.received,
        command: asking.command.derived(u128::from_be_bytes(bits)),
    }
}
