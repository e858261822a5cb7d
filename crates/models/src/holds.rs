//! What the models hold: of every state that comes about, and of what must be able to come about.

use std::collections::BTreeSet;

use group::parts::{AttachmentKind, Outcome, PositionKind};
use group::state::{Procedure, Standing};
use stateright::Property;

use crate::walk::{Walk, Walked};

type Holds = fn(&Walk, &Walked) -> bool;

pub(crate) fn always(name: &'static str, holds: Holds) -> Property<Walk> {
    Property::always(name, holds)
}

pub(crate) fn possible(name: &'static str, holds: Holds) -> Property<Walk> {
    Property::sometimes(name, holds)
}

fn procedures(walked: &Walked) -> impl Iterator<Item = &Procedure> {
    walked.head.procedures.values()
}

fn is_confirmed(procedure: &Procedure) -> bool {
    matches!(procedure.standing, Standing::Confirmed { .. })
}

/// What every model holds.
pub(crate) fn everywhere() -> Vec<Property<Walk>> {
    vec![
        always("the record folds by the law", |_, w| !w.seen.unlawful),
        always(
            "an objection in time is never followed by the adoption of that procedure",
            |_, w| procedures(w).all(|p| !(is_confirmed(p) && w.seen.objected.contains(&p.id))),
        ),
        always("what comes after the deadline ends nothing", |_, w| {
            w.seen.ended_by_late.is_empty()
        }),
        always(
            "each of the electorate has one outcome, and it follows from the record",
            |_, w| procedures(w).filter(|p| !p.is_open()).all(one_each),
        ),
        always("a procedure that runs has no outcome yet", |_, w| {
            procedures(w)
                .filter(|p| p.is_open())
                .all(|p| p.outcomes.is_empty())
        }),
        always("numbers of decisions have no gap", |_, w| {
            let ranks = w.head.decisions.iter().map(|decision| decision.rank);
            ranks.eq(1..=u32::try_from(w.head.decisions.len()).unwrap_or(u32::MAX))
        }),
        always(
            "each decision that stands comes from a procedure that was confirmed",
            |_, w| {
                let standing = w
                    .head
                    .decisions
                    .iter()
                    .filter(|decision| decision.annulled.is_none());
                let from = standing.filter_map(|decision| decision.procedure());
                from.map(|id| &w.head.procedures[&id]).all(is_confirmed)
            },
        ),
        always(
            "on one version a second procedure restarts the first",
            |_, w| {
                w.head.texts.values().all(|text| {
                    text.procedures.windows(2).all(|two| {
                        let [before, after] = [two[0], two[1]].map(|id| &w.head.procedures[&id]);
                        before.version != after.version || after.restarts == Some(before.id)
                    })
                })
            },
        ),
        always("no text has two adoptions that stand", |_, w| {
            let standing = w
                .head
                .decisions
                .iter()
                .filter(|decision| decision.annulled.is_none());
            let texts: Vec<_> = standing.filter_map(|decision| decision.text()).collect();
            texts
                .iter()
                .map(|(text, _)| text)
                .collect::<BTreeSet<_>>()
                .len()
                == texts.len()
        }),
    ]
}

fn one_each(procedure: &Procedure) -> bool {
    let organisations = procedure
        .outcomes
        .iter()
        .map(|outcome| &outcome.organisation);
    organisations.eq(&procedure.electorate)
        && procedure.outcomes.iter().all(|outcome| {
            let given = procedure.positions.get(&outcome.organisation);
            let position = given.map_or(PositionKind::None, |given| given.position);
            match (position, outcome.outcome) {
                (PositionKind::None, said) => {
                    matches!(said, Outcome::NoObjection | Outcome::EndedBeforeDeadline)
                }
                (position, said) => position.outcome() == said,
            }
        })
}

/// The silence procedure by itself.
pub(crate) fn silence() -> Vec<Property<Walk>> {
    vec![
        always("nothing is closed before its deadline", |_, w| {
            procedures(w).all(|p| match p.standing {
                Standing::Closed { at } | Standing::Confirmed { at } => at > p.deadline,
                _ => true,
            })
        }),
        possible("adoption is possible", |_, w| {
            procedures(w).any(is_confirmed)
        }),
        possible("an objection is possible", |_, w| {
            procedures(w).any(|p| matches!(p.standing, Standing::Broken { .. }))
        }),
        possible("adoption after an objection is possible", |_, w| {
            procedures(w).any(|p| is_confirmed(p) && p.restarts.is_some())
        }),
    ]
}

pub(crate) fn steering() -> Vec<Property<Walk>> {
    vec![
        always("a deadline is never moved to an earlier moment", |_, w| {
            procedures(w).all(|p| p.extended_from.is_none_or(|before| p.deadline >= before))
        }),
        always("nobody asks twice for more time", |_, w| {
            procedures(w).all(|p| {
                p.more_time
                    .iter()
                    .all(|asking| p.asked_more_time.contains(asking))
            })
        }),
        possible("adoption after a suspension is possible", |_, w| {
            procedures(w).any(|p| {
                let resumed = |step: &group::state::ProcedureStep| {
                    step.kind == group::state::StepOfProcedure::Resumed
                };
                is_confirmed(p) && p.steps.iter().any(resumed)
            })
        }),
    ]
}

pub(crate) fn evidence() -> Vec<Property<Walk>> {
    vec![
        always("nothing is adopted while a message is unread", |_, w| {
            procedures(w).filter(|p| is_confirmed(p)).all(|p| {
                let adopted = w
                    .head
                    .decisions
                    .iter()
                    .find(|d| d.procedure() == Some(p.id));
                let mut messages = w.head.inbox.values();
                // One that is received when all is over finds the adoption made.
                messages.all(|message| {
                    let of_it = message.arrived >= p.opened && p.in_time(message.arrived);
                    let before = adopted.is_some_and(|d| message.act < d.act);
                    message.found.is_some() || !of_it || !before
                })
            })
        }),
        always(
            "nothing is adopted over words that can be read both ways",
            |_, w| {
                procedures(w)
                    .filter(|p| is_confirmed(p))
                    .all(|p| p.first_doubtful().is_none())
            },
        ),
        possible("an objection that was mailed ends the procedure", |_, w| {
            procedures(w).any(|p| {
                let entered = p.positions.values().any(|given| given.entered.is_some());
                entered && matches!(p.standing, Standing::Broken { .. })
            })
        }),
        possible("what was contested counts no more", |_, w| {
            procedures(w).any(|p| is_confirmed(p) && !p.contested.is_empty())
        }),
        possible("after an outage the chair closes", |_, w| {
            procedures(w).any(|p| w.head.outage_across(p).is_some() && is_confirmed(p))
        }),
        possible("a decision can be annulled", |_, w| {
            w.head
                .decisions
                .iter()
                .any(|decision| decision.annulled.is_some())
        }),
    ]
}

pub(crate) fn chairs() -> Vec<Property<Walk>> {
    vec![
        always(
            "where two hold the chair, both say yes to an adoption",
            |_, w| !w.seen.alone,
        ),
        always("the electorate is that of the opening", |_, w| {
            procedures(w).all(|p| p.electorate.len() == 4)
        }),
        possible("two chairs adopt together", |_, w| {
            let two = w.head.chairs(w.head.day(w.now)).len() == 2;
            two && procedures(w).any(is_confirmed)
        }),
        possible("a co-chair stops the other", |_, w| {
            procedures(w).any(|p| {
                let stopped = |step: &group::state::ProcedureStep| {
                    step.kind == group::state::StepOfProcedure::Stopped
                };
                p.steps.iter().any(stopped)
            })
        }),
        possible("with the chair vacant the secretariat extends", |_, w| {
            let vacant = w.head.chairs(w.head.day(w.now)).is_empty();
            vacant && procedures(w).any(|p| p.extended_from.is_some())
        }),
    ]
}

pub(crate) fn rounds() -> Vec<Property<Walk>> {
    vec![
        always(
            "nothing goes under silence while proposals on it are unanswered",
            |_, w| {
                procedures(w).all(|p| {
                    let mut rounds = w.head.rounds.values();
                    rounds.all(|r| {
                        r.version != p.version
                            || r.act > p.act
                            || r.returns.is_empty()
                            || r.responses.is_some()
                    })
                })
            },
        ),
        always("responses answer all that was frozen", |_, w| {
            w.head.rounds.values().all(|round| {
                let frozen = round.compilation.as_ref();
                let all = frozen.map_or(0, |c| c.amendments.len() + c.comments.len());
                let given = round
                    .responses
                    .as_ref()
                    .map(|responses| responses.verdicts.len());
                given.is_none_or(|given| given == all)
            })
        }),
        always(
            "what was taken is in the version that is cleared",
            |_, w| {
                procedures(w).all(|p| {
                    let mut rounds = w.head.rounds.values();
                    rounds.all(|round| {
                        round.version != p.version || round.act > p.act || !round.promises_changes()
                    })
                })
            },
        ),
        possible(
            "a text comes from a round, its responses and its next version to its adoption",
            |_, w| {
                let answered = |round: &group::state::Round| {
                    round.responses.is_some() && !round.returns.is_empty()
                };
                let adopted = procedures(w).any(|p| is_confirmed(p) && p.version == 2);
                adopted && w.head.rounds.values().any(answered)
            },
        ),
    ]
}

pub(crate) fn endorsement() -> Vec<Property<Walk>> {
    vec![
        always(
            "nobody stands under the text without having said so",
            |_, w| {
                w.head
                    .texts
                    .values()
                    .all(|text| text.endorsements.keys().eq(&w.seen.endorsing))
            },
        ),
        always(
            "only what its author chose is published with the text",
            |_, w| {
                w.head
                    .texts
                    .values()
                    .filter_map(|text| text.published.as_ref())
                    .all(|published| {
                        published.attached.iter().all(|one| {
                            procedures(w).any(|p| {
                                let given = p.positions.get(&one.organisation);
                                given.is_some_and(|given| {
                                    let mut attachments = given.attachments.iter();
                                    attachments
                                        .any(|a| a.publish && a.kind == AttachmentKind::Reservation)
                                })
                            })
                        })
                    })
            },
        ),
        always("what is published is adopted", |_, w| {
            let mut texts = w.head.texts.values();
            texts.all(|text| text.published.is_none() || text.decision.is_some())
        }),
        possible("a reservation goes with the published text", |_, w| {
            let mut texts = w.head.texts.values();
            texts.any(|text| {
                text.published
                    .as_ref()
                    .is_some_and(|p| !p.attached.is_empty())
            })
        }),
        possible(
            "a published text can be annulled and cleared anew",
            |_, w| {
                let mut texts = w.head.texts.values();
                texts.any(|text| !text.annulled.is_empty() && text.procedures.len() > 1)
            },
        ),
    ]
}
