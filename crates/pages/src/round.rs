//! A round's parts on the page of its text: opening it, who has answered, closing it.

use crate::form::Form;
use crate::organisation::Org;
use crate::when::When;

/// The form that opens a round. Posted to `/GROUP/texts/SLUG/round/open`: `date` (`YYYY-MM-DD`),
/// `time` (`HH:MM`), both in the group's zone, `instructions`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenRound {
    pub form: Form,
    /// Label of the version it is about.
    pub version: String,
    pub date: String,
    pub time: String,
    /// Zone of the group's seat as people say it: "Lisbon".
    pub zone: String,
    pub instructions: String,
    /// How many organisations will be asked.
    pub asked: u32,
}

/// Where an open or closed round stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundBoard {
    pub closes: When,
    pub closed: bool,
    pub answered: u32,
    /// Of these, answered without comments.
    pub without_comments: u32,
    pub asked: u32,
    pub instructions: String,
    /// Each organisation with where it stands, in protocol order; empty for those who don't need it.
    pub rows: Vec<BoardRow>,
    /// The form that closes the round now, posted to `/GROUP/texts/SLUG/round/close`.
    pub close: Option<Form>,
}

/// An organisation in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    pub organisation: Org,
    pub heard: Heard,
}

/// What came from an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    MarkedUp {
        on: When,
        proposals: u32,
        comments: u32,
    },
    NoComments {
        on: When,
    },
    NotInOurMandate {
        on: When,
    },
    NotYet,
}
