//! A text in other languages (5-procedures, *Corrections and languages*).

use crate::act::Act;
use crate::admit::text::{hexadecimal, text, text_mut};
use crate::fact::{LanguageAdded, LanguageCleared};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{LanguageVersion, State};

/// A translation of a version, in the place of an earlier one into the same language. It is a courtesy
/// translation until it is cleared.
pub(super) fn added(state: &mut State, act: &Act, fact: &LanguageAdded) -> Result<(), Refusal> {
    limits::language(&fact.language)?;
    hexadecimal(&fact.sha256)?;
    let found = text(state, fact.text)?;
    if found.version(fact.version).is_none() {
        return Err(Refusal::OtherVersion {});
    }
    if found.language.as_ref() == Some(&fact.language) {
        return Err(Refusal::OwnLanguage {});
    }
    if !state.organisations.contains_key(&fact.provided_by) {
        return Err(Refusal::Unknown {
            what: "organisation",
        });
    }
    let known = found.languages.contains_key(&fact.language);
    if !known && found.languages.len() >= limits::LANGUAGES {
        return Err(Refusal::TooMany {
            what: "list of languages",
            limit: limits::LANGUAGES,
        });
    }
    let added = LanguageVersion {
        version: fact.version,
        sha256: fact.sha256.clone(),
        file: fact.file.id.clone(),
        provided_by: fact.provided_by,
        added: act.time,
        cleared: None,
        act: state.acts,
    };
    let language = fact.language.clone();
    text_mut(state, fact.text)?
        .languages
        .insert(language, added);
    Ok(())
}

/// The group stands behind this very file as a translation; clearance and endorsement bind the language of
/// authority alone.
pub(super) fn cleared(state: &mut State, act: &Act, fact: &LanguageCleared) -> Result<(), Refusal> {
    let found = text(state, fact.text)?;
    let added = found.languages.get(&fact.language);
    let added = added.ok_or(Refusal::Unknown { what: "language" })?;
    if added.sha256 != fact.sha256 {
        return Err(Refusal::OtherVersion {});
    }
    if found.is_stale(added) {
        return Err(Refusal::Stale {});
    }
    if added.cleared.is_some() {
        return Err(Refusal::ClearedAlready {});
    }
    if let Some(added) = text_mut(state, fact.text)?
        .languages
        .get_mut(&fact.language)
    {
        added.cleared = Some(act.time);
    }
    Ok(())
}
