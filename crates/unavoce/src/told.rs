//! A group as a public source tells of it, read from a curated file: each fact stands with the passage
//! that gives it, and what is left out is unknown (docs/decisions/0004).

use std::collections::BTreeMap;

use group::parts::{AccountKind, DecisionKind, MeetingLevel, OfficeKind};
use group::{
    AccountRecorded, Command, Day, DecisionsRecorded, Fact, Id, Known, MandateRecorded,
    MeetingRecorded, MembershipRecorded, OfficeRecorded, OrganisationRecorded, PaperRecorded,
    PersonRecorded, Personal, PurposeSet, QuotationRecorded, Restricted, SourceRecorded,
    ThemeRecorded,
};
use serde::Deserialize;

/// The file. Unknown keys are refused: a misspelled one would be a fact lost in silence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    name: String,
    short_name: String,
    abbreviation: Option<String>,
    /// What every page of the group says above all else.
    notice: String,
    source: Source,
    purpose: Purpose,
    #[serde(default)]
    mandates: Vec<Mandate>,
    meeting: Meeting,
    #[serde(default)]
    offices: Vec<Office>,
    #[serde(default)]
    themes: Vec<Theme>,
    members: Vec<Member>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    title: String,
    form: String,
    publisher: Option<String>,
    published: Option<Day>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Purpose {
    words: String,
    approaches: Vec<String>,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mandate {
    body: String,
    instrument: Option<String>,
    on: Option<Day>,
    asks: String,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meeting {
    slug: String,
    title: String,
    level: MeetingLevel,
    on: Day,
    place: Option<String>,
    ordinal: Option<u32>,
    passage: String,
    #[serde(default)]
    accounts: Vec<Account>,
    decisions: Option<Decisions>,
    #[serde(default)]
    papers: Vec<Paper>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Account {
    about: AccountKind,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Decisions {
    count: u32,
    kinds: Vec<DecisionKind>,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Paper {
    title: String,
    dated: Option<String>,
    passage: String,
}

/// Who held an office, and what they said at the meeting.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    office: OfficeKind,
    /// Short form of a member.
    organisation: String,
    person: String,
    function: String,
    words: String,
    attribution: String,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Theme {
    slug: String,
    name: String,
    passage: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    name: String,
    short_name: Option<String>,
    passage: String,
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unusable {
    #[error("{0}")]
    NotInItsForm(#[from] toml::de::Error),
    #[error("an office is held by {0}, which is not among the members")]
    NoMember(String),
}

impl Told {
    /// Reads a file.
    ///
    /// # Errors
    /// When a key is missing, unknown or of another type.
    pub(crate) fn read(text: &str) -> Result<Self, Unusable> {
        Ok(toml::from_str(text)?)
    }

    /// Short name of the group in addresses.
    pub(crate) fn short_name(&self) -> &str {
        &self.short_name
    }

    /// The command that founds the group from the source. `zone` is that of the server's own times: a
    /// source tells of days, not of hours.
    ///
    /// # Errors
    /// When an office is held by somebody who is no member.
    pub(crate) fn found(
        &self,
        entered: Day,
        fresh: &mut dyn FnMut() -> Id,
    ) -> Result<Command, Unusable> {
        Ok(Command::FoundFromSource {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            abbreviation: self.abbreviation.clone(),
            zone: "UTC".to_owned(),
            notice: self.notice.clone(),
            history: self.history(entered, fresh)?,
        })
    }

    fn history(&self, entered: Day, fresh: &mut dyn FnMut() -> Id) -> Result<Vec<Fact>, Unusable> {
        let (source, meeting) = (fresh(), fresh());
        let mut facts = vec![
            Fact::from(SourceRecorded {
                source,
                title: self.source.title.clone(),
                form: self.source.form.clone(),
                publisher: self.source.publisher.clone().into(),
                published: self.source.published.into(),
                entered,
            }),
            Fact::from(PurposeSet {
                words: self.purpose.words.clone(),
                approaches: self.purpose.approaches.clone(),
                since: Known::Unknown,
                source: Some(source),
                passage: passage(&self.purpose.passage),
            }),
        ];
        facts.extend(self.mandates.iter().map(|mandate| {
            Fact::from(MandateRecorded {
                mandate: fresh(),
                body: mandate.body.clone(),
                instrument: mandate.instrument.clone().into(),
                on: mandate.on.into(),
                asks: mandate.asks.clone(),
                source: Some(source),
                passage: passage(&mandate.passage),
            })
        }));
        let mut organisations = BTreeMap::new();
        for member in &self.members {
            let organisation = fresh();
            if let Some(short) = &member.short_name {
                organisations.insert(short.as_str(), organisation);
            }
            facts.extend(self.member(member, organisation, source));
        }
        facts.push(self.meeting.fact(meeting, source));
        facts.extend(self.meeting.told(meeting, source, fresh));
        for office in &self.offices {
            let organisation = *organisations
                .get(office.organisation.as_str())
                .ok_or_else(|| Unusable::NoMember(office.organisation.clone()))?;
            facts.extend(self.office(office, (organisation, meeting, source), fresh));
        }
        facts.extend(self.themes.iter().map(|theme| {
            Fact::from(ThemeRecorded {
                theme: fresh(),
                slug: theme.slug.clone(),
                name: theme.name.clone(),
                since: self.meeting.on,
                meeting: Some(meeting),
                source,
                passage: passage(&theme.passage),
            })
        }));
        Ok(facts)
    }

    fn member(&self, member: &Member, organisation: Id, source: Id) -> [Fact; 2] {
        [
            Fact::from(OrganisationRecorded {
                organisation,
                name: member.name.clone(),
                short_name: member.short_name.clone(),
                category: Known::Unknown,
                source: Some(source),
                passage: passage(&member.passage),
            }),
            Fact::from(MembershipRecorded {
                organisation,
                on: self.meeting.on,
                category: Known::Unknown,
                source,
                passage: passage(&member.passage),
            }),
        ]
    }

    fn office(
        &self,
        office: &Office,
        (organisation, meeting, source): (Id, Id, Id),
        fresh: &mut dyn FnMut() -> Id,
    ) -> [Fact; 3] {
        let (person, quotation) = (fresh(), fresh());
        [
            Fact::from(PersonRecorded {
                person,
                name: Personal::Given(office.person.clone()),
            }),
            Fact::from(OfficeRecorded {
                office: office.office,
                organisation,
                on: self.meeting.on,
                person,
                source,
                function: Personal::Given(office.function.clone()),
                passage: passage(&office.passage),
            }),
            Fact::from(QuotationRecorded {
                quotation,
                meeting,
                organisation,
                person,
                source,
                words: Personal::Given(office.words.clone()),
                attribution: Personal::Given(office.attribution.clone()),
            }),
        ]
    }
}

impl Meeting {
    fn fact(&self, meeting: Id, source: Id) -> Fact {
        MeetingRecorded {
            meeting,
            slug: self.slug.clone(),
            title: self.title.clone(),
            level: self.level,
            on: self.on,
            place: self.place.clone().into(),
            ordinal: self.ordinal.into(),
            attendance: Known::Unknown,
            source,
            passage: passage(&self.passage),
        }
        .into()
    }

    fn told(&self, meeting: Id, source: Id, fresh: &mut dyn FnMut() -> Id) -> Vec<Fact> {
        let accounts = self.accounts.iter().map(|account| {
            Fact::from(AccountRecorded {
                meeting,
                about: account.about,
                source,
                passage: passage(&account.passage),
            })
        });
        let papers = self.papers.iter().map(|paper| {
            Fact::from(PaperRecorded {
                paper: fresh(),
                meeting,
                title: paper.title.clone(),
                dated: paper.dated.clone().into(),
                source,
                passage: passage(&paper.passage),
            })
        });
        let decisions = self.decisions.iter().map(|decisions| {
            Fact::from(DecisionsRecorded {
                meeting,
                count: decisions.count,
                kinds: decisions.kinds.clone(),
                source,
                passage: passage(&decisions.passage),
            })
        });
        accounts.chain(papers).chain(decisions).collect()
    }
}

fn passage(words: &str) -> Restricted<String> {
    Restricted::Given(words.to_owned())
}
