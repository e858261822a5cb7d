//! Whose a thing is: proposed from its sender and what it says, and from what was confirmed before.

use std::collections::BTreeMap;

use group::Id;
use group::state::Round;
use intake::guess::{Candidate, Signals, Why, organisation};
use intake::{Found, Kind};
use serde::{Deserialize, Serialize};
use store::{DraftEdit, DraftError, DraftKey};

use crate::running::{Failed, Office};
use crate::voices::Voices as _;

/// So much of a text is looked at for names.
const BEGINNING: usize = 4_000;

/// Domains under which anybody has an address say nothing of an organisation.
const ANYBODYS: [&str; 9] = [
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "gmx.net",
];

/// What speaks for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuessWhy {
    /// Mail from this domain was its mail before.
    Domain,
    Address,
    FileName,
    Author,
    Sender,
    Subject,
    Content,
}

impl GuessWhy {
    fn of(why: Why) -> Self {
        match why {
            Why::Domain => Self::Domain,
            Why::Address => Self::Address,
            Why::FileName => Self::FileName,
            Why::Author => Self::Author,
            Why::Sender => Self::Sender,
            Why::Subject => Self::Subject,
            Why::Content => Self::Content,
        }
    }
}

fn key(by: &str) -> DraftKey {
    DraftKey {
        organisation: by.to_string(),
        seat: String::new(),
        place: "drop-domains".to_owned(),
    }
}

impl Office {
    pub(super) fn guesses(
        &self,
        group: &str,
        by: &str,
        round: &Round,
        found: &Found,
        authors: &[String],
    ) -> Result<Vec<(Id, Vec<GuessWhy>)>, Failed> {
        let loaded = self.loaded(group).ok_or(Failed::NoGroup)?;
        let domains = self.known_domains(group, by)?;
        let asked = round.asked();
        let candidates: Vec<Candidate<'_>> = asked
            .iter()
            .map(|id| {
                let found = loaded.state.organisations.get(id);
                let names = found.map(|one| {
                    let former = one.former.iter().map(|former| former.name.as_str());
                    let also = one.also.iter().map(String::as_str);
                    let own = [one.name.as_str()]
                        .into_iter()
                        .chain(one.short_name.as_deref());
                    own.chain(former).chain(also).collect()
                });
                let own = domains.iter().filter(|(_, of)| *of == id);
                Candidate {
                    names: names.unwrap_or_default(),
                    domains: own.map(|(domain, _)| domain.as_str()).collect(),
                }
            })
            .collect();
        let mail = found.mail.as_ref();
        let file = found.within.join(" ") + " " + &found.name;
        let text = match &found.kind {
            Kind::Body(text) => text.chars().take(BEGINNING).collect(),
            _ => String::new(),
        };
        let signals = Signals {
            address: mail
                .map(|head| head.from.as_str())
                .filter(|from| !from.is_empty()),
            sender: mail.and_then(|head| head.name.as_deref()),
            authors: authors.iter().map(String::as_str).collect(),
            file: &file,
            subject: mail.and_then(|head| head.subject.as_deref()),
            words: &text,
        };
        let guesses = organisation(&signals, &candidates).into_iter();
        let why = |why: Vec<Why>| why.into_iter().map(GuessWhy::of).collect();
        Ok(guesses
            .map(|guess| (asked[guess.candidate], why(guess.why)))
            .collect())
    }

    fn known_domains(&self, group: &str, by: &str) -> Result<BTreeMap<String, Id>, Failed> {
        let found = self.store.draft(&self.key(group)?, &key(by))?;
        Ok(found
            .and_then(|draft| serde_json::from_str(&draft.value).ok())
            .unwrap_or_default())
    }

    /// Remembers that mail from this address was an organisation's. Only a help for the next guess: what
    /// somebody else remembers at the same moment may win.
    pub(super) fn learn_domain(
        &self,
        group: &str,
        by: &str,
        address: Option<&str>,
        organisation: Id,
    ) -> Result<(), Failed> {
        let domain = address.and_then(|address| address.rsplit_once('@'));
        let Some((_, domain)) = domain.filter(|(_, domain)| !ANYBODYS.contains(domain)) else {
            return Ok(());
        };
        let store_key = self.key(group)?;
        let found = self.store.draft(&store_key, &key(by))?;
        let mut domains = self.known_domains(group, by)?;
        if domains.insert(domain.to_owned(), organisation) == Some(organisation) {
            return Ok(());
        }
        let edit = DraftEdit {
            key: key(by),
            value: serde_json::to_string(&domains).map_err(|e| Failed::Store(e.to_string()))?,
            files: Vec::new(),
            expected: found.map(|draft| draft.revision),
            now: self.clock.machine().as_millis(),
        };
        match self.store.put_draft(&store_key, &edit) {
            Ok(_) | Err(DraftError::Conflict { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}
