//! `/GROUP/texts/SLUG/clearance`: the moment of commitment.

use crate::endorsement::Endorsement;
use crate::form::Form;
use crate::organisation::{ActsFor, Org};
use crate::position::{PositionKind, Said};
use crate::publication::Publication;
use crate::responses::Became;
use crate::steering::{Because, Steering, StepTaken};
use crate::text::TextHead;
use crate::voting::{OpenVote, Voting};
use crate::when::When;

/// How the text becomes agreed, as this reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    pub head: TextHead,
    pub acts_for: ActsFor,
    pub state: ClearanceState,
    /// The last vote in writing on the text, however it stands.
    pub vote: Option<Box<Voting>>,
    /// The form that puts the text to the vote, for the chair of a group that votes.
    pub open_vote: Option<Box<OpenVote>>,
    /// Earlier procedures on this text, newest first.
    pub earlier: Vec<EarlierProcedure>,
    /// Statements and reservations circulated to all.
    pub circulated: Vec<Circulated>,
    pub endorsement: Option<Endorsement>,
    pub publication: Option<Publication>,
}

/// Where the clearance stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClearanceState {
    /// No procedure yet; the form for whoever may open one.
    None {
        open: Option<Box<OpenSilence>>,
    },
    Running(Box<Running>),
    /// Closed without objection; the chair confirms.
    Closed(Box<Closed>),
    Broken(Box<Broken>),
    Adopted(Box<Adopted>),
    /// By vote: what there is to tell tells [`Clearance::vote`].
    Voted,
}

/// The form that opens a silence procedure, or restarts one. Posted to
/// `/GROUP/texts/SLUG/clearance/open` (or `/restart`): `date`, `time` in the group's zone, `note`;
/// for a restart `note` is the reason and is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenSilence {
    pub form: Form,
    pub version: String,
    pub date: String,
    pub time: String,
    pub zone: String,
    pub note: String,
    /// Organisations with the right to object.
    pub electorate: u32,
    /// The shortest time that the group's rules allow, in whole working days and in words; nothing where they
    /// have none.
    pub shortest_days: u32,
    pub shortest: Option<String>,
    /// The hours of the seat's day between which the deadline falls.
    pub hours: Option<(u32, u32)>,
    /// The day that the rules propose where heads are asked.
    pub for_heads: String,
    /// Nobody holds the office of the chair, who alone confirms an adoption.
    pub no_chair: bool,
}

/// A running procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    pub rules: HowItRuns,
    pub until: When,
    /// "2 days 4 h 11 min".
    pub left: String,
    /// The organisation has the right to object: shows the answers.
    pub may_answer: bool,
    /// What the organisation said already.
    pub said: Option<Said>,
    /// Takes it back, posted to `/GROUP/texts/SLUG/clearance/withdraw`.
    pub withdraw: Option<Form>,
    /// Label of the version before, for "what changed since".
    pub before: Option<(u32, String)>,
    /// Number of the version under silence.
    pub version: u32,
    pub became: Option<Became>,
    /// Chair and secretariat only: positions so far, in protocol order.
    pub positions: Option<Vec<OutcomeRow>>,
    /// The clock stands still.
    pub suspended: bool,
    pub more_time: MoreTime,
    /// What was entered for the organisation and awaits a second person.
    pub awaits: Option<Said>,
    /// Says that what was entered for the organisation is not what it said, posted to
    /// `/GROUP/texts/SLUG/clearance/contest`: `contest_reason`, which may be left out.
    pub contest: Option<Because>,
    pub steering: Steering,
}

/// Whether the organisation may ask for more time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MoreTime {
    /// It isn't asked, or the clock stands still.
    #[default]
    No,
    /// Once, with one press: posted to `/GROUP/texts/SLUG/clearance/more-time`.
    May(Form),
    /// It has, and the chair answers.
    Asked,
    /// It has, and was answered.
    Answered,
}

/// How the procedure runs: the aside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HowItRuns {
    pub opened: When,
    pub opened_by: Org,
    /// Day on which the procedure that it restarts ended.
    pub restarts: Option<String>,
    pub electorate: u32,
    pub note: String,
    /// Adoption follows the deadline without the chair.
    pub automatic: bool,
    /// What was done with it on its way, in order.
    pub steps: Vec<StepTaken>,
    /// What the clock of the seat will show at the deadline, where that is not what was announced.
    pub clock_now: Option<(String, String)>,
}

/// A procedure that ended without objection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    pub rules: HowItRuns,
    pub on: When,
    /// The number that the decision will get: "2026/4".
    pub number: String,
    pub outcomes: Vec<OutcomeRow>,
    /// The chair's form, posted to `/GROUP/texts/SLUG/clearance/confirm`.
    pub confirm: Option<Form>,
    /// As [`Running::contest`].
    pub contest: Option<Because>,
    pub steering: Steering,
}

/// A procedure that ended without a decision that stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    pub ended: Ended,
    pub rules: HowItRuns,
    pub on: When,
    pub by: Option<Org>,
    /// The reason of the objection, the cancellation or the annulment, where the reader may see it.
    pub reason: Option<String>,
    /// Wording that it proposes.
    pub proposed: Option<String>,
    pub outcomes: Vec<OutcomeRow>,
    pub restart: Option<OpenSilence>,
}

/// How a procedure ended without a decision that stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ended {
    #[default]
    Objection,
    Cancelled,
    Annulled,
}

/// An adopted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    pub number: String,
    pub on: When,
    pub receipt: u64,
    pub outcomes: Vec<OutcomeRow>,
}

/// One organisation in a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeRow {
    pub organisation: Org,
    pub outcome: Outcome,
    /// Reservations and statements that the reader may see.
    pub attached: Vec<Attached>,
    /// What came after the deadline.
    pub late: Vec<String>,
    /// What arrived in time and was entered when all was over.
    pub after_all: Vec<String>,
    /// What was entered and contested.
    pub contested: Vec<String>,
    /// The message behind what was entered, where the reader may see it.
    pub evidence: Option<String>,
}

/// How an organisation stands. The word on pages is never "silent", and never "agreed" for one who
/// said nothing (5-procedures, rule 9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    /// Running, nothing said.
    #[default]
    NothingYet,
    NoObjection,
    Agreed,
    AdReferendum,
    Dissociated,
    DidNotTakePart,
    Objected,
    EndedBefore,
}

/// A reservation or a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    pub kind: Attachment,
    pub text: String,
    pub to_be_published: bool,
}

/// What is attached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attachment {
    Reservation,
    #[default]
    Statement,
    Dissociation,
    /// A remark for the penholder.
    Editorial,
}

/// An attachment that all were told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circulated {
    pub organisation: Org,
    pub attached: Attached,
    pub on: When,
}

/// A procedure that ended earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierProcedure {
    pub opened: When,
    pub ended: When,
    pub by: Option<Org>,
    pub outcomes: Vec<OutcomeRow>,
}

/// The answers that stand as equal buttons, in this order.
pub const ANSWERS: [PositionKind; 6] = [
    PositionKind::Agrees,
    PositionKind::AgreesWith,
    PositionKind::Objects,
    PositionKind::AdReferendum,
    PositionKind::StatementOnly,
    PositionKind::DoesNotTakePart,
];
