//! Streams: the life of one thing.

use std::fmt;
use std::str::FromStr;

use crate::id::Id;

/// What sort of thing a stream is about. Its word is the first part of the kinds of its acts, but for
/// memberships, offices, seats, versions, endorsements, returns and the like, which belong to the
/// stream of the thing they are part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    Group,
    Organisation,
    Person,
    Text,
    Round,
    Procedure,
    Decision,
}

/// A stream: written `noun/ULID`, or `group`, of which there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stream {
    pub noun: Noun,
    /// `None` for the group alone.
    pub id: Option<Id>,
}

/// The text names no stream.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” names no stream")]
pub struct NoStream(String);

impl Noun {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Group,
        Self::Organisation,
        Self::Person,
        Self::Text,
        Self::Round,
        Self::Procedure,
        Self::Decision,
    ];

    /// The word in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Text => "text",
            Self::Round => "round",
            Self::Procedure => "procedure",
            Self::Decision => "decision",
        }
    }
}

impl Stream {
    /// The group's own stream.
    pub const GROUP: Self = Self { noun: Noun::Group, id: None };

    /// The stream of a thing.
    pub fn of(noun: Noun, id: Id) -> Self {
        Self { noun, id: Some(id) }
    }
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun.word())?;
        match self.id {
            Some(id) => write!(f, "/{id}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Stream {
    type Err = NoStream;

    fn from_str(text: &str) -> Result<Self, NoStream> {
        let refused = || NoStream(text.chars().take(60).collect());
        if text == Noun::Group.word() {
            return Ok(Self::GROUP);
        }
        let (word, id) = text.split_once('/').ok_or_else(refused)?;
        let noun = Noun::ALL.into_iter().find(|noun| noun.word() == word);
        match (noun, id.parse()) {
            (Some(noun), Ok(id)) if noun != Noun::Group => Ok(Self::of(noun, id)),
            _ => Err(refused()),
        }
    }
}
