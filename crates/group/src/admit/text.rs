//! Texts, their versions, who stands behind them, and their publication.

use std::collections::BTreeSet;

use crate::act::Act;
use crate::admit::check_length;
use crate::admit::decision::only_chosen;
use crate::admit::steering::both;
use crate::fact::{
    EndorsementGiven, EndorsementWithdrawn, KindsSet, TextOpened, TextPublished, TextTargeted,
    VersionTabled,
};
use crate::id::Id;
use crate::limits;
use crate::parts::{ChairStep, TextKind};
use crate::refusal::Refusal;
use crate::state::{Endorsement, Owed, Publication, Stage, State, Target, Text, Version};

pub(super) fn text(state: &State, id: Id) -> Result<&Text, Refusal> {
    state
        .texts
        .get(&id)
        .ok_or(Refusal::Unknown { what: "text" })
}

pub(super) fn text_mut(state: &mut State, id: Id) -> Result<&mut Text, Refusal> {
    state
        .texts
        .get_mut(&id)
        .ok_or(Refusal::Unknown { what: "text" })
}

pub(super) fn opened(state: &mut State, act: &Act, fact: &TextOpened) -> Result<(), Refusal> {
    limits::short_name(&fact.slug)?;
    check_length("title", &fact.title, limits::NAME)?;
    known_kind(state, &fact.form)?;
    symbol_follows(state, fact)?;
    if let Some(language) = &fact.language {
        limits::language(language)?;
    }
    if state.texts.contains_key(&fact.text) {
        return Err(Refusal::IdTaken { what: "text" });
    }
    if state.text_named(&fact.slug).is_some() {
        return Err(Refusal::NameTaken {
            name: fact.slug.clone(),
        });
    }
    if !state
        .rights(fact.penholder, state.day(act.time))
        .may_comment
    {
        return Err(Refusal::NotAMember {});
    }
    state.texts.insert(
        fact.text,
        Text {
            slug: fact.slug.clone(),
            title: fact.title.clone(),
            form: fact.form.clone(),
            symbol: fact.symbol.clone(),
            language: fact.language.clone(),
            penholder: fact.penholder,
            supplements: fact.supplements,
            target: None,
            opened: act.time,
            versions: Vec::new(),
            rounds: Vec::new(),
            procedures: Vec::new(),
            votes: Vec::new(),
            decision: None,
            endorsements: std::collections::BTreeMap::new(),
            published: None,
            annulled: Vec::new(),
            corrections: Vec::new(),
            languages: std::collections::BTreeMap::new(),
        },
    );
    state.owed = Some((Owed::FirstVersion { text: fact.text }, act.batch));
    Ok(())
}

pub(super) fn known_kind(state: &State, word: &str) -> Result<(), Refusal> {
    if state.kinds().iter().any(|kind| kind.word == word) {
        Ok(())
    } else {
        Err(Refusal::Unknown {
            what: "kind of text",
        })
    }
}

/// A list without doubles; a kind of the group's own has a name, and the others have none.
pub(super) fn kinds_set(state: &mut State, fact: &KindsSet) -> Result<(), Refusal> {
    if fact.kinds.is_empty() {
        return Err(Refusal::Missing {
            what: "list of kinds",
        });
    }
    if fact.kinds.len() > limits::KINDS {
        return Err(Refusal::TooMany {
            what: "list of kinds",
            limit: limits::KINDS,
        });
    }
    let mut seen = BTreeSet::new();
    for kind in &fact.kinds {
        let known = TextKind::of(&kind.word).is_some();
        match &kind.name {
            None if known => {}
            Some(name) if !known => {
                limits::short_name(&kind.word)?;
                check_length("name of the kind", name, limits::SHORT)?;
            }
            _ => {
                return Err(Refusal::Unknown {
                    what: "kind of text",
                });
            }
        }
        let name = kind.name.as_ref().unwrap_or(&kind.word).to_lowercase();
        if !seen.insert(kind.word.clone()) || !seen.insert(format!("“{name}”")) {
            return Err(Refusal::NameTaken {
                name: kind.name.clone().unwrap_or_else(|| kind.word.clone()),
            });
        }
    }
    let own = fact
        .kinds
        .iter()
        .filter_map(|kind| Some((kind.word.clone(), kind.name.clone()?)));
    // What a text was opened as keeps its name, also when the list has it no more.
    state.kind_names.extend(own);
    state.kinds.clone_from(&fact.kinds);
    Ok(())
}

/// A symbol of its own is free and no revision's; that of a supplement is the next one of its text.
fn symbol_follows(state: &State, fact: &TextOpened) -> Result<(), Refusal> {
    if let Some(symbol) = &fact.symbol {
        limits::symbol(symbol)?;
    }
    if let Some(supplement) = fact.supplements {
        let of = text(state, supplement.of)?;
        return if fact.symbol == state.supplement_symbol(of, supplement.kind) {
            Ok(())
        } else {
            Err(Refusal::BadSymbol {})
        };
    }
    match &fact.symbol {
        Some(symbol) => state.free_symbol(symbol),
        None => Ok(()),
    }
}

/// A meeting that may still take place, or a process outside the group; the day is that process's.
pub(super) fn targeted(state: &mut State, fact: &TextTargeted) -> Result<(), Refusal> {
    text(state, fact.text)?;
    if fact.meeting.is_some() && (fact.process.is_some() || fact.on.is_some()) {
        return Err(Refusal::OneTarget {});
    }
    if fact.on.is_some() && fact.process.is_none() {
        return Err(Refusal::Missing {
            what: "name of the process",
        });
    }
    if let Some(process) = &fact.process {
        check_length("name of the process", process, limits::NAME)?;
    }
    if let Some(meeting) = fact.meeting {
        let found = state.meetings.get(&meeting);
        let found = found.ok_or(Refusal::Unknown { what: "meeting" })?;
        if found.is_closed() || found.is_cancelled() {
            return Err(Refusal::MeetingOver {});
        }
    }
    let target = match (fact.meeting, &fact.process) {
        (Some(meeting), _) => Some(Target::Meeting(meeting)),
        (None, Some(process)) => Some(Target::Process {
            name: process.clone(),
            on: fact.on,
        }),
        (None, None) => None,
    };
    text_mut(state, fact.text)?.target = target;
    Ok(())
}

/// A version follows on what is finished: no open round, no running silence, and every proposal of
/// the round on the version before is answered.
pub(super) fn version_tabled(
    state: &mut State,
    act: &Act,
    fact: &VersionTabled,
) -> Result<(), Refusal> {
    check_length("label", &fact.label, limits::SHORT)?;
    let found = text(state, fact.text)?;
    match state.stage(found) {
        Stage::InRound(_) => return Err(Refusal::RoundOpen {}),
        Stage::Answering(round) if round.awaits_responses() => return Err(Refusal::NotIssued {}),
        Stage::UnderSilence(_) => return Err(Refusal::SilenceRuns {}),
        Stage::AwaitingChair(_) | Stage::Carried(_) => return Err(Refusal::AwaitsChair {}),
        Stage::Voting(_) => return Err(Refusal::VoteRuns {}),
        Stage::Adopted(_) | Stage::Published(..) => return Err(Refusal::Adopted {}),
        Stage::Drafting | Stage::Answering(_) | Stage::ResponsesIssued(_) | Stage::Ended(_) => {}
    }
    let next = found.newest().map_or(1, |version| version.number + 1);
    if fact.number != next {
        return Err(Refusal::OtherVersion {});
    }
    hexadecimal(&fact.sha256)?;
    if let Some(after) = fact.after {
        let round = state.round_of(after).ok_or(Refusal::NotIssued {})?;
        if round.responses.is_none() {
            return Err(Refusal::NotIssued {});
        }
        // One set of responses makes one version, that of its own text.
        if round.text != fact.text || round.version + 1 != fact.number {
            return Err(Refusal::OtherVersion {});
        }
    }
    let version = Version {
        number: fact.number,
        label: fact.label.clone(),
        sha256: fact.sha256.clone(),
        file: fact.file.id.clone(),
        tabled: act.time,
        after: fact.after,
    };
    text_mut(state, fact.text)?.versions.push(version);
    state.owed = None;
    Ok(())
}

/// Refuses what is no SHA-256 in lower-case hex.
pub(super) fn hexadecimal(sha256: &str) -> Result<(), Refusal> {
    let digit = |c: char| matches!(c, '0'..='9' | 'a'..='f');
    if sha256.len() == 64 && sha256.chars().all(digit) {
        Ok(())
    } else {
        Err(Refusal::Missing {
            what: "digest of the version",
        })
    }
}

/// A written yes to the exact version and to the form of the name (5-procedures, *Endorsement*).
pub(super) fn endorsed(
    state: &mut State,
    act: &Act,
    fact: &EndorsementGiven,
) -> Result<(), Refusal> {
    check_length("form of the name", &fact.name, limits::NAME)?;
    if !state.rights(fact.organisation, state.day(act.time)).may_see {
        return Err(Refusal::NotAMember {});
    }
    let found = text(state, fact.text)?;
    let (Stage::Adopted(decision) | Stage::Published(decision, _)) = state.stage(found) else {
        return Err(Refusal::NotAdopted {});
    };
    let exact = found
        .version(fact.version)
        .is_some_and(|version| version.sha256 == fact.sha256);
    if decision.text() != Some((fact.text, fact.version)) || !exact {
        return Err(Refusal::OtherVersion {});
    }
    let endorsement = Endorsement {
        version: fact.version,
        name: fact.name.clone(),
        given: act.received,
    };
    let found = text_mut(state, fact.text)?;
    found.endorsements.insert(fact.organisation, endorsement);
    new_edition(found, act);
    Ok(())
}

pub(super) fn endorsement_withdrawn(
    state: &mut State,
    act: &Act,
    fact: &EndorsementWithdrawn,
) -> Result<(), Refusal> {
    let found = text_mut(state, fact.text)?;
    let gone = found.endorsements.remove(&fact.organisation);
    gone.ok_or(Refusal::NotEndorsed {})?;
    new_edition(found, act);
    Ok(())
}

/// After the publication each change of those behind a text makes a new edition of the list, which doesn't name
/// who left (5-procedures, *Endorsement*).
fn new_edition(text: &mut Text, act: &Act) {
    if let Some(published) = &mut text.published {
        published.edition += 1;
        published.edition_at = act.time;
    }
}

pub(super) fn published(state: &mut State, act: &Act, fact: &TextPublished) -> Result<(), Refusal> {
    let found = text(state, fact.text)?;
    let decision = match state.stage(found) {
        Stage::Adopted(decision) => decision,
        Stage::Published(..) => return Err(Refusal::PublishedAlready {}),
        _ => return Err(Refusal::NotAdopted {}),
    };
    if decision.text() != Some((fact.text, fact.version)) {
        return Err(Refusal::OtherVersion {});
    }
    // What is attached after the adoption is waited for, so that it goes with the text where its author wants it.
    let until = state.attach_until(decision);
    if decision.takes_attachments() && state.day(act.time) <= until {
        return Err(Refusal::AttachOpen {
            until: until.to_string(),
        });
    }
    only_chosen(&fact.attached, &state.attachments_of(decision))?;
    both(state, act, ChairStep::Publication, fact.text)?;
    let publication = Publication {
        version: fact.version,
        at: act.time,
        act: state.acts,
        attached: fact.attached.clone(),
        edition: 1,
        edition_at: act.time,
    };
    text_mut(state, fact.text)?.published = Some(publication);
    Ok(())
}
