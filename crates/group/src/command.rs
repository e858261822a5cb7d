//! What people (and deadlines) ask for. All ids of new things arrive inside.

use crate::class::{Filed, Restricted};
use crate::fact::Fact;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{
    Attachment, AttachmentText, Category, CommentItem, Day, Hat, Item, OfficeKind, PositionKind,
    Published, ReturnForm, SeatKind, SettingValue, Statement, TextKind, Verdicted,
};

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Founds the group with its first organisation, which holds the secretariat, and one seat in it.
    Found {
        name: String,
        short_name: String,
        zone: String,
        purpose: Option<String>,
        organisation: Id,
        organisation_name: String,
        organisation_short: Option<String>,
        seat: Id,
        person: Id,
        person_name: String,
        settings: Vec<(String, SettingValue)>,
    },
    /// Founds a group that only shows what sources tell: without seats, so that nothing follows. The
    /// history is facts that [`Fact::is_history`] accepts, in an order in which each may follow.
    FoundFromSource {
        name: String,
        short_name: String,
        abbreviation: Option<String>,
        zone: String,
        notice: String,
        history: Vec<Fact>,
    },
    /// Gives an organisation another name from today on.
    RenameOrganisation {
        organisation: Id,
        name: String,
        short_name: Option<String>,
    },
    /// Adds a name under which an organisation is found.
    AddName {
        organisation: Id,
        name: String,
    },
    SetRule {
        name: String,
        value: SettingValue,
    },
    DefineCategory {
        category: String,
        rights: Category,
    },
    /// Records an organisation and starts its membership today.
    RecordOrganisation {
        organisation: Id,
        name: String,
        short_name: Option<String>,
        category: String,
    },
    EndMembership {
        organisation: Id,
    },
    /// Assigns an office from today on; the term of whoever holds it ends yesterday.
    AssignOffice {
        office: OfficeKind,
        organisation: Id,
    },
    /// Records a person and opens a seat for them today.
    OpenSeat {
        seat: Id,
        person: Id,
        person_name: String,
        organisation: Id,
        place: SeatKind,
    },
    EndSeat {
        seat: Id,
    },
    /// Opens a text with its first version.
    OpenText {
        text: Id,
        slug: String,
        title: String,
        form: TextKind,
        symbol: Option<String>,
        penholder: Id,
        label: String,
        sha256: String,
        file: Filed,
    },
    TableVersion {
        text: Id,
        label: String,
        sha256: String,
        file: Filed,
        after: Option<Id>,
    },
    OpenRound {
        round: Id,
        text: Id,
        deadline: Instant,
        instructions: Option<String>,
    },
    CloseRound {
        round: Id,
    },
    Return {
        round: Id,
        form: ReturnForm,
        file: Option<Filed>,
        proposals: u32,
        comments: u32,
    },
    Freeze {
        compilation: Id,
        round: Id,
        amendments: Vec<Item>,
        comments: Vec<CommentItem>,
        model: Filed,
        word: Filed,
    },
    IssueResponses {
        compilation: Id,
        verdicts: Vec<Verdicted>,
        statements: Vec<Statement>,
    },
    OpenSilence {
        procedure: Id,
        text: Id,
        deadline: Instant,
        note: Option<String>,
    },
    GivePosition {
        procedure: Id,
        position: PositionKind,
        confirmed_by: Option<Day>,
        reason: Option<String>,
        wording: Option<String>,
        attachments: Vec<(Attachment, AttachmentText)>,
    },
    WithdrawPosition {
        procedure: Id,
    },
    CloseSilence {
        procedure: Id,
    },
    ConfirmSilence {
        procedure: Id,
        decision: Id,
    },
    RestartSilence {
        procedure: Id,
        anew: Id,
        deadline: Instant,
        reason: String,
    },
    Endorse {
        text: Id,
        name: String,
    },
    WithdrawEndorsement {
        text: Id,
    },
    Publish {
        text: Id,
        attached: Vec<Published>,
    },
}

impl Command {
    /// The most acts that it makes.
    #[must_use]
    pub fn most_acts(&self) -> usize {
        match self {
            Self::FoundFromSource { history, .. } => history.len() + 1,
            Self::Found { settings, .. } => settings.len() + 12,
            _ => 8,
        }
    }
}

/// Who acts, and in which capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The seat, checked against the state; `None` for the system and the founder.
    pub seat: Option<Id>,
    pub hat: Hat,
}

impl Actor {
    /// A deadline that passed.
    pub const SYSTEM: Self = Self {
        seat: None,
        hat: Hat::System,
    };
    /// Who founds the group.
    pub const FOUNDER: Self = Self {
        seat: None,
        hat: Hat::Founder,
    };
}

/// What surrounds a command: everything that is no fact of the group.
#[derive(Clone, Debug)]
pub struct Context {
    /// When the acts are recorded.
    pub now: Instant,
    /// When the last byte of the request had arrived.
    pub received: Instant,
    pub actor: Actor,
    /// The command's own id.
    pub batch: Id,
    /// Ids for the acts, at least as many as it makes.
    pub ids: Vec<Id>,
}

pub(crate) fn given<T>(value: Option<T>) -> Restricted<T> {
    value.map_or(Restricted::Withheld, Restricted::Given)
}
