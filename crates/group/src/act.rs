//! An act: one entry of the record, as the law knows it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fact::Fact;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::Hat;

/// The version of the law that this program writes into acts.
pub const RULES: u32 = 1;

/// One entry of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    pub id: Id,
    pub stream: Stream,
    /// When it was recorded; never before the act before it.
    pub time: Instant,
    /// When the last byte of the request had arrived; it alone decides whether something was in time.
    pub received: Instant,
    /// The command's id: all acts of one command share it.
    pub batch: Id,
    /// The version of the law that it was admitted under.
    pub rules: u32,
    /// The acting organisation; `None` for the system, and where visibility hides the actor.
    pub organisation: Option<Id>,
    pub hat: Hat,
    pub fact: Fact,
}

/// The life of one thing: `noun/ULID`, or `group`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stream {
    Group,
    Of(Noun, Id),
}

/// What has a stream of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Noun {
    Organisation,
    Person,
    Text,
    Round,
    Procedure,
    Decision,
    Meeting,
    Action,
}

/// A text that names no stream.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” names no stream")]
pub struct NotAStream(String);

impl Noun {
    const ALL: [(Self, &'static str); 8] = [
        (Self::Organisation, "organisation"),
        (Self::Person, "person"),
        (Self::Text, "text"),
        (Self::Round, "round"),
        (Self::Procedure, "procedure"),
        (Self::Decision, "decision"),
        (Self::Meeting, "meeting"),
        (Self::Action, "action"),
    ];
}

impl fmt::Display for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group => f.write_str("group"),
            Self::Of(noun, id) => {
                let word = Noun::ALL
                    .iter()
                    .find(|(each, _)| each == noun)
                    .map_or("", |(_, word)| word);
                write!(f, "{word}/{id}")
            }
        }
    }
}

impl FromStr for Stream {
    type Err = NotAStream;

    fn from_str(text: &str) -> Result<Self, NotAStream> {
        if text == "group" {
            return Ok(Self::Group);
        }
        let parts = text.split_once('/');
        parts
            .and_then(|(word, id)| {
                let noun = Noun::ALL.iter().find(|(_, each)| *each == word)?.0;
                Some(Self::Of(noun, id.parse().ok()?))
            })
            .ok_or_else(|| NotAStream(text.to_owned()))
    }
}
