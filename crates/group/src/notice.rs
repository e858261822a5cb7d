//! Which acts are told to whom: all of an electorate at once, and whoever is concerned alone (5-procedures,
//! rules 11 and 12, *Consensus in a meeting*). What is told is the act itself; a notice adds nothing to it.

use crate::act::Act;
use crate::class::Restricted;
use crate::fact::Fact;
use crate::id::Id;
use crate::instant::Instant;
use crate::state::{Basis, Procedure, Question, Round, State, Vote};

/// What an act is told as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoticeKind {
    RoundOpened,
    RoundExtended,
    RoundClosed,
    ResponsesIssued,
    SilenceOpened,
    SilenceRestarted,
    SilenceExtended,
    MoreTimeDeclined,
    SilenceSuspended,
    SilenceResumed,
    SilenceCancelled,
    SilenceStopped,
    SilenceBroken,
    SilenceClosed,
    /// A position was entered for the organisation.
    PositionEntered,
    VoteOpened,
    /// A vote was entered for the organisation.
    VoteEntered,
    VoteCarried,
    VoteLost,
    VoteCancelled,
    Reminder,
    Adopted,
    /// A meeting decided while the organisation was not there.
    DecidedInAbsence,
    Annulled,
    Published,
    CorrectionProposed,
    CorrectionContested,
    CorrectionIssued,
}

/// What is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// Number of the act, from 0.
    pub act: u64,
    pub at: Instant,
    /// The organisations that are told, in protocol order.
    pub to: Vec<Id>,
    pub text: Option<Id>,
    pub version: Option<u32>,
    pub decision: Option<Id>,
    pub meeting: Option<Id>,
    /// The deadline, where there is one to be kept.
    pub until: Option<Instant>,
    /// Words of whoever caused it: a note, a reason.
    pub words: Restricted<String>,
}

/// What an act is told as, with the state that it made. `None`: it is told nobody.
#[must_use]
pub fn notice(after: &State, act: &Act) -> Option<Notice> {
    if !is_told(&act.fact) {
        return None;
    }
    let telling = Telling { after, act };
    telling
        .of_rounds()
        .or_else(|| telling.of_procedures())
        .or_else(|| telling.of_votes())
        .or_else(|| telling.of_decisions())
}

/// Whether acts of a kind are told at all.
#[must_use]
pub fn is_told(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::RoundOpened(_)
            | Fact::RoundExtended(_)
            | Fact::RoundClosed(_)
            | Fact::ResponsesIssued(_)
            | Fact::SilenceOpened(_)
            | Fact::SilenceExtended(_)
            | Fact::SilenceMoreTimeDeclined(_)
            | Fact::SilenceSuspended(_)
            | Fact::SilenceResumed(_)
            | Fact::SilenceCancelled(_)
            | Fact::SilenceStopped(_)
            | Fact::SilenceBroken(_)
            | Fact::SilenceClosed(_)
            | Fact::PositionEntered(_)
            | Fact::ReminderGiven(_)
            | Fact::VoteOpened(_)
            | Fact::VoteEntered(_)
            | Fact::VoteClosed(_)
            | Fact::VoteCancelled(_)
            | Fact::DecisionAdopted(_)
            | Fact::DecisionAnnulled(_)
            | Fact::TextPublished(_)
            | Fact::CorrectionProposed(_)
            | Fact::CorrectionContested(_)
            | Fact::CorrectionIssued(_)
    )
}

struct Telling<'a> {
    after: &'a State,
    act: &'a Act,
}

impl Telling<'_> {
    fn told(&self, kind: NoticeKind) -> Notice {
        Notice {
            kind,
            act: self.after.acts.saturating_sub(1),
            at: self.act.time,
            to: self.everybody(),
            text: None,
            version: None,
            decision: None,
            meeting: None,
            until: None,
            words: Restricted::Withheld,
        }
    }

    /// All that take part on the day of the act.
    fn everybody(&self) -> Vec<Id> {
        let day = self.after.day(self.act.time);
        self.after.electorate(day, |rights| rights.may_see)
    }

    fn on_round(&self, kind: NoticeKind, round: Id) -> Option<Notice> {
        let found: &Round = self.after.rounds.get(&round)?;
        let day = self.after.day(self.act.time);
        Some(Notice {
            // Who stands behind the tokens of a round without names is not read here: all that may comment.
            to: self.after.electorate(day, |rights| rights.may_comment),
            text: Some(found.text),
            version: Some(found.version),
            until: found.closed.is_none().then_some(found.deadline),
            ..self.told(kind)
        })
    }

    fn of_rounds(&self) -> Option<Notice> {
        match &self.act.fact {
            Fact::RoundOpened(f) => {
                let words = f.instructions.clone();
                let notice = self.on_round(NoticeKind::RoundOpened, f.round)?;
                Some(Notice { words, ..notice })
            }
            Fact::RoundExtended(f) => self.on_round(NoticeKind::RoundExtended, f.round),
            Fact::RoundClosed(f) => self.on_round(NoticeKind::RoundClosed, f.round),
            Fact::ResponsesIssued(f) => self.on_round(NoticeKind::ResponsesIssued, f.round),
            _ => None,
        }
    }

    fn on_procedure(&self, kind: NoticeKind, id: Id) -> Option<Notice> {
        let found: &Procedure = self.after.procedures.get(&id)?;
        Some(Notice {
            text: Some(found.text),
            version: Some(found.version),
            until: found.is_open().then_some(found.deadline),
            ..self.told(kind)
        })
    }

    fn because(&self, kind: NoticeKind, id: Id, words: &Restricted<String>) -> Option<Notice> {
        let notice = self.on_procedure(kind, id)?;
        Some(Notice {
            words: words.clone(),
            ..notice
        })
    }

    fn of_procedures(&self) -> Option<Notice> {
        use NoticeKind as Kind;
        match &self.act.fact {
            Fact::SilenceOpened(f) => {
                let found = self.after.procedures.get(&f.procedure)?;
                let before = found.restarts.and_then(|id| self.after.procedures.get(&id));
                match before {
                    None => self.because(Kind::SilenceOpened, f.procedure, &f.note),
                    Some(before) => {
                        self.because(Kind::SilenceRestarted, f.procedure, &before.restart_reason)
                    }
                }
            }
            Fact::SilenceExtended(f) => self.on_procedure(Kind::SilenceExtended, f.procedure),
            Fact::SilenceMoreTimeDeclined(f) => {
                self.because(Kind::MoreTimeDeclined, f.procedure, &f.reason)
            }
            Fact::SilenceSuspended(f) => {
                self.because(Kind::SilenceSuspended, f.procedure, &f.reason)
            }
            Fact::SilenceResumed(f) => self.on_procedure(Kind::SilenceResumed, f.procedure),
            Fact::SilenceCancelled(f) => {
                self.because(Kind::SilenceCancelled, f.procedure, &f.reason)
            }
            Fact::SilenceStopped(f) => self.because(Kind::SilenceStopped, f.procedure, &f.reason),
            Fact::SilenceBroken(f) => self.on_procedure(Kind::SilenceBroken, f.procedure),
            Fact::SilenceClosed(f) => self.on_procedure(Kind::SilenceClosed, f.procedure),
            Fact::PositionEntered(f) => {
                let notice = self.on_procedure(Kind::PositionEntered, f.procedure)?;
                let to = vec![f.organisation];
                Some(Notice { to, ..notice })
            }
            Fact::ReminderGiven(f) => self
                .on_procedure(Kind::Reminder, f.thing)
                .or_else(|| self.on_vote(Kind::Reminder, f.thing))
                .or_else(|| self.on_round(Kind::Reminder, f.thing)),
            _ => None,
        }
    }

    fn on_vote(&self, kind: NoticeKind, id: Id) -> Option<Notice> {
        let found: &Vote = self.after.votes.get(&id)?;
        let Question::Version { text, version } = found.question else {
            // A roll call is taken before those who are there.
            return None;
        };
        let deadline = found.deadline.map(|(at, _)| at);
        Some(Notice {
            text: Some(text),
            version: Some(version),
            until: deadline.filter(|_| found.is_running()),
            ..self.told(kind)
        })
    }

    fn of_votes(&self) -> Option<Notice> {
        use NoticeKind as Kind;
        match &self.act.fact {
            Fact::VoteOpened(f) => {
                let notice = self.on_vote(Kind::VoteOpened, f.vote)?;
                let words = f.note.clone();
                Some(Notice { words, ..notice })
            }
            Fact::VoteEntered(f) => {
                let notice = self.on_vote(Kind::VoteEntered, f.vote)?;
                let to = vec![f.organisation];
                Some(Notice { to, ..notice })
            }
            Fact::VoteClosed(f) if f.tally.carried => self.on_vote(Kind::VoteCarried, f.vote),
            Fact::VoteClosed(f) => self.on_vote(Kind::VoteLost, f.vote),
            Fact::VoteCancelled(f) => {
                let notice = self.on_vote(Kind::VoteCancelled, f.vote)?;
                let words = f.reason.clone();
                Some(Notice { words, ..notice })
            }
            _ => None,
        }
    }

    /// About the adopted version of a text.
    fn on_text(&self, kind: NoticeKind, text: Id) -> Notice {
        let found = self.after.texts.get(&text).and_then(|text| text.decision);
        let decision = found.and_then(|at| self.after.decisions.get(at));
        Notice {
            text: Some(text),
            version: decision.and_then(|d| d.text()).map(|(_, version)| version),
            ..self.told(kind)
        }
    }

    fn of_decisions(&self) -> Option<Notice> {
        match &self.act.fact {
            Fact::DecisionAdopted(f) => {
                let found = self.after.decision(f.decision)?;
                let kind = match found.basis {
                    Basis::Silence { .. } => NoticeKind::Adopted,
                    Basis::Vote { .. } if f.text.is_some() => NoticeKind::Adopted,
                    Basis::Vote { .. } | Basis::Consensus { .. } => NoticeKind::DecidedInAbsence,
                };
                let notice = Notice {
                    decision: Some(f.decision),
                    text: f.text,
                    version: f.version,
                    meeting: f.meeting,
                    ..self.told(kind)
                };
                if kind == NoticeKind::Adopted {
                    return Some(notice);
                }
                let to = found.absent.clone();
                (!to.is_empty()).then_some(Notice { to, ..notice })
            }
            Fact::DecisionAnnulled(f) => {
                let found = self.after.decision(f.decision)?;
                Some(Notice {
                    decision: Some(f.decision),
                    text: found.text().map(|(text, _)| text),
                    meeting: found.meeting(),
                    words: f.reason.clone(),
                    ..self.told(NoticeKind::Annulled)
                })
            }
            Fact::CorrectionProposed(f) => Some(Notice {
                until: Some(f.deadline),
                words: f.changes.clone(),
                ..self.on_text(NoticeKind::CorrectionProposed, f.text)
            }),
            Fact::CorrectionContested(f) => {
                Some(self.on_text(NoticeKind::CorrectionContested, f.text))
            }
            Fact::CorrectionIssued(f) => Some(Notice {
                words: Restricted::Given(f.changes.clone()),
                ..self.on_text(NoticeKind::CorrectionIssued, f.text)
            }),
            Fact::TextPublished(f) => Some(Notice {
                text: Some(f.text),
                version: Some(f.version),
                ..self.told(NoticeKind::Published)
            }),
            _ => None,
        }
    }
}
