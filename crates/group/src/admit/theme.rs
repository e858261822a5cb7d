//! Themes, what carries them, who works on them; mandates and the purpose.

use crate::act::{Act, Noun};
use crate::admit::history::{cited, known_organisation, known_source, past};
use crate::admit::{check_length, check_optional};
use crate::fact::{
    MandateRecorded, ProfileStated, PurposeSet, ThemeClosed, ThemeOpened, ThemeRecorded,
    ThemesLinked, ThemesTagged,
};
use crate::id::Id;
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{Mandate, Profile, Purpose, State, Theme, ThemeLink};

pub(super) fn purpose_set(state: &mut State, fact: &PurposeSet) -> Result<(), Refusal> {
    check_length("purpose", &fact.words, limits::PROSE)?;
    if fact.approaches.len() > limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of approaches",
            limit: limits::LISTED,
        });
    }
    for approach in &fact.approaches {
        check_length("approach", approach, limits::SHORT)?;
    }
    if let Some(source) = fact.source {
        known_source(state, source)?;
    }
    state.purposes.push(Purpose {
        words: fact.words.clone(),
        approaches: fact.approaches.clone(),
        since: fact.since,
        source: fact.source,
        passage: fact.passage.clone(),
        act: state.acts,
    });
    Ok(())
}

pub(super) fn mandate_recorded(state: &mut State, fact: &MandateRecorded) -> Result<(), Refusal> {
    check_length("body", &fact.body, limits::NAME)?;
    check_length("mandate", &fact.asks, limits::PROSE)?;
    check_optional(
        "instrument",
        fact.instrument.get().map(String::as_str),
        limits::NAME,
    )?;
    if state.mandates.contains_key(&fact.mandate) {
        return Err(Refusal::IdTaken { what: "mandate" });
    }
    let cited = fact
        .source
        .map(|source| cited(state, source, &fact.passage))
        .transpose()?;
    let mandate = Mandate {
        body: fact.body.clone(),
        instrument: fact.instrument.clone(),
        on: fact.on,
        asks: fact.asks.clone(),
        cited,
        act: state.acts,
    };
    state.mandates.insert(fact.mandate, mandate);
    Ok(())
}

/// A theme with its name in addresses, both new.
fn add(state: &mut State, id: Id, theme: Theme) -> Result<(), Refusal> {
    check_length("name", &theme.name, limits::NAME)?;
    limits::short_name(&theme.slug)?;
    if state.themes.contains_key(&id) {
        return Err(Refusal::IdTaken { what: "theme" });
    }
    if state.theme_named(&theme.slug).is_some() {
        return Err(Refusal::NameTaken { name: theme.slug });
    }
    let meeting = theme.meeting;
    let known =
        |at: &Id| state.history.meetings.contains_key(at) || state.meetings.contains_key(at);
    if meeting.is_some_and(|at| !known(&at)) {
        return Err(Refusal::Unknown { what: "meeting" });
    }
    state.themes.insert(id, theme);
    Ok(())
}

pub(super) fn recorded(state: &mut State, act: &Act, fact: &ThemeRecorded) -> Result<(), Refusal> {
    past(state, act, fact.since)?;
    let theme = Theme {
        slug: fact.slug.clone(),
        name: fact.name.clone(),
        since: fact.since,
        until: None,
        meeting: fact.meeting,
        order: state.themes.len(),
        cited: Some(cited(state, fact.source, &fact.passage)?),
        act: state.acts,
    };
    add(state, fact.theme, theme)
}

pub(super) fn opened(state: &mut State, act: &Act, fact: &ThemeOpened) -> Result<(), Refusal> {
    past(state, act, fact.since)?;
    let theme = Theme {
        slug: fact.slug.clone(),
        name: fact.name.clone(),
        since: fact.since,
        until: None,
        meeting: fact.meeting,
        order: state.themes.len(),
        cited: None,
        act: state.acts,
    };
    add(state, fact.theme, theme)
}

pub(super) fn closed(state: &mut State, act: &Act, fact: &ThemeClosed) -> Result<(), Refusal> {
    past(state, act, fact.until)?;
    let found = state
        .themes
        .get_mut(&fact.theme)
        .ok_or(Refusal::Unknown { what: "theme" })?;
    if found.until.is_some() {
        return Err(Refusal::ThemeClosed {});
    }
    found.until = Some(fact.until.max(found.since));
    Ok(())
}

pub(super) fn linked(state: &mut State, act: &Act, fact: &ThemesLinked) -> Result<(), Refusal> {
    check_length("words", &fact.words, limits::PROSE)?;
    known_organisation(state, fact.said_by)?;
    let known = |id: &Id| state.themes.contains_key(id);
    if fact.first == fact.second || !known(&fact.first) || !known(&fact.second) {
        return Err(Refusal::Unknown { what: "theme" });
    }
    let link = ThemeLink {
        first: fact.first,
        second: fact.second,
        said_by: fact.said_by,
        words: fact.words.clone(),
        on: state.day(act.time),
    };
    state.theme_links.push(link);
    Ok(())
}

/// Each theme once, known, and open unless the thing carries it already.
pub(super) fn tagged(state: &mut State, fact: &ThemesTagged) -> Result<(), Refusal> {
    let there = match fact.noun {
        Noun::Text => state.texts.contains_key(&fact.thing),
        Noun::Decision => state.decision(fact.thing).is_some(),
        Noun::Action => state.actions.contains_key(&fact.thing),
        _ => false,
    };
    if !there {
        return Err(Refusal::Unknown {
            what: "text, decision or action",
        });
    }
    if fact.themes.len() > limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of themes",
            limit: limits::LISTED,
        });
    }
    for (at, id) in fact.themes.iter().enumerate() {
        let theme = state.themes.get(id);
        let theme = theme.ok_or(Refusal::Unknown { what: "theme" })?;
        if fact.themes[..at].contains(id) {
            return Err(Refusal::IdTaken { what: "theme" });
        }
        if theme.until.is_some() && !state.themes_of(fact.thing).contains(id) {
            return Err(Refusal::ThemeClosed {});
        }
    }
    if fact.themes.is_empty() {
        state.tags.remove(&fact.thing);
    } else {
        state.tags.insert(fact.thing, fact.themes.clone());
    }
    Ok(())
}

pub(super) fn profile_stated(
    state: &mut State,
    act: &Act,
    fact: &ProfileStated,
) -> Result<(), Refusal> {
    if !state.rights(fact.organisation, state.day(act.time)).may_see {
        return Err(Refusal::NotAMember {});
    }
    check_optional("profile", fact.words.as_deref(), limits::PROSE)?;
    if fact.since != state.day(act.time) {
        return Err(Refusal::WrongOutcome {});
    }
    let approaches = state.purpose().map_or(&[][..], |p| p.approaches.as_slice());
    for (at, work) in fact.works_on.iter().enumerate() {
        if !state.themes.contains_key(&work.theme) {
            return Err(Refusal::Unknown { what: "theme" });
        }
        if fact.works_on[..at].iter().any(|w| w.theme == work.theme) {
            return Err(Refusal::IdTaken { what: "theme" });
        }
        if let Some(other) = work.approaches.iter().find(|a| !approaches.contains(a)) {
            return Err(Refusal::NoApproach {
                approach: other.clone(),
            });
        }
    }
    let profile = Profile {
        since: fact.since,
        works_on: fact.works_on.clone(),
        words: fact.words.clone(),
        stated: act.time,
        by: act.organisation,
        act: state.acts,
    };
    let stated = state.profiles.entry(fact.organisation).or_default();
    stated.push(profile);
    Ok(())
}
