//! Commands about texts.

use crate::command::{Aim, Command};
use crate::decide::Deciding;
use crate::fact::{
    EndorsementGiven, EndorsementWithdrawn, Fact, KindsSet, TemplateDropped, TemplateKept,
    TextOpened, TextPublished, TextTargeted, VersionTabled,
};
use crate::id::Id;
use crate::parts::ChairStep;
use crate::refusal::Refusal;
use crate::state::{Decision, Text};

impl Deciding<'_> {
    pub(super) fn text(&self, command: &Command) -> Result<Vec<Fact>, Refusal> {
        match command {
            Command::SetKinds { kinds } => Ok(vec![
                KindsSet {
                    kinds: kinds.clone(),
                }
                .into(),
            ]),
            Command::KeepTemplate {
                template,
                name,
                form,
                sha256,
                file,
            } => Ok(vec![
                TemplateKept {
                    template: *template,
                    name: name.clone(),
                    form: form.clone(),
                    sha256: sha256.clone(),
                    file: file.clone(),
                }
                .into(),
            ]),
            Command::DropTemplate { template } => Ok(vec![
                TemplateDropped {
                    template: *template,
                }
                .into(),
            ]),
            Command::OpenText {
                text,
                slug,
                title,
                form,
                symbol,
                language,
                supplements,
                aim,
                penholder,
                label,
                sha256,
                file,
            } => {
                let symbol = match supplements {
                    None => symbol.clone(),
                    Some(supplement) => {
                        let of = self.known(supplement.of)?;
                        self.state.supplement_symbol(of, supplement.kind)
                    }
                };
                let opened = TextOpened {
                    text: *text,
                    slug: slug.clone(),
                    title: title.clone(),
                    form: form.clone(),
                    symbol,
                    language: language.clone(),
                    penholder: *penholder,
                    supplements: *supplements,
                };
                let tabled = VersionTabled {
                    text: *text,
                    number: 1,
                    label: label.clone(),
                    sha256: sha256.clone(),
                    file: file.clone(),
                    after: None,
                };
                let mut facts = vec![opened.into(), tabled.into()];
                if *aim != Aim::default() {
                    facts.push(targeted(*text, aim));
                }
                Ok(facts)
            }
            Command::TargetText { text, aim } => Ok(vec![targeted(*text, aim)]),
            Command::TableVersion {
                text,
                label,
                sha256,
                file,
                after,
            } => {
                let newest = self
                    .known(*text)?
                    .newest()
                    .map_or(0, |version| version.number);
                Ok(vec![
                    VersionTabled {
                        text: *text,
                        number: newest + 1,
                        label: label.clone(),
                        sha256: sha256.clone(),
                        file: file.clone(),
                        after: *after,
                    }
                    .into(),
                ])
            }
            Command::Endorse { text, name } => {
                let found = self.known(*text)?;
                let decision = self.decision(found)?;
                let version = found
                    .version(adopted_version(decision))
                    .ok_or(Refusal::OtherVersion {})?;
                Ok(vec![
                    EndorsementGiven {
                        text: *text,
                        version: version.number,
                        sha256: version.sha256.clone(),
                        organisation: self.organisation()?,
                        name: name.clone(),
                    }
                    .into(),
                ])
            }
            Command::WithdrawEndorsement { text } => {
                let organisation = self.organisation()?;
                Ok(vec![
                    EndorsementWithdrawn {
                        text: *text,
                        organisation,
                    }
                    .into(),
                ])
            }
            Command::Publish { text, attached } => {
                if let Some(agreed) = self.agreement(ChairStep::Publication, *text)? {
                    return Ok(vec![agreed]);
                }
                let version = adopted_version(self.decision(self.known(*text)?)?);
                let attached = attached.clone();
                Ok(vec![
                    TextPublished {
                        text: *text,
                        version,
                        attached,
                    }
                    .into(),
                ])
            }
            _ => Ok(Vec::new()),
        }
    }

    pub(super) fn known(&self, text: Id) -> Result<&Text, Refusal> {
        self.state
            .texts
            .get(&text)
            .ok_or(Refusal::Unknown { what: "text" })
    }

    fn decision(&self, text: &Text) -> Result<&Decision, Refusal> {
        text.decision
            .and_then(|at| self.state.decisions.get(at))
            .ok_or(Refusal::NotAdopted {})
    }
}

fn targeted(text: Id, aim: &Aim) -> Fact {
    TextTargeted {
        text,
        meeting: aim.meeting,
        process: aim.process.clone(),
        on: aim.on,
    }
    .into()
}

/// The version that a decision on a text adopted; 0, which no version has, for one of a meeting.
fn adopted_version(decision: &Decision) -> u32 {
    decision.text().map_or(0, |(_, version)| version)
}
