//! Templates: Word files with which the group's texts begin.

use crate::act::Act;
use crate::admit::check_length;
use crate::admit::text::known_kind;
use crate::fact::{TemplateDropped, TemplateKept};
use crate::limits;
use crate::refusal::Refusal;
use crate::state::{State, Template};

/// A template of a name of its own; under an id that is kept already it takes that one's place.
pub(super) fn kept(state: &mut State, act: &Act, fact: &TemplateKept) -> Result<(), Refusal> {
    check_length("name of the template", &fact.name, limits::NAME)?;
    let mut others = state
        .templates
        .iter()
        .filter(|(id, _)| **id != fact.template);
    let name = fact.name.trim().to_lowercase();
    if others.any(|(_, other)| other.name.trim().to_lowercase() == name) {
        return Err(Refusal::NameTaken {
            name: fact.name.clone(),
        });
    }
    let new = !state.templates.contains_key(&fact.template);
    if new && state.templates.len() >= limits::LISTED {
        return Err(Refusal::TooMany {
            what: "list of templates",
            limit: limits::LISTED,
        });
    }
    if let Some(form) = &fact.form {
        known_kind(state, form)?;
    }
    let template = Template {
        name: fact.name.clone(),
        form: fact.form.clone(),
        sha256: fact.sha256.clone(),
        file: fact.file.id.clone(),
        at: act.time,
    };
    state.templates.insert(fact.template, template);
    Ok(())
}

/// It is offered no more; texts that began with it stay as they are.
pub(super) fn dropped(state: &mut State, fact: &TemplateDropped) -> Result<(), Refusal> {
    match state.templates.remove(&fact.template) {
        Some(_) => Ok(()),
        None => Err(Refusal::Unknown { what: "template" }),
    }
}
