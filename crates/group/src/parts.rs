//! The smaller words of the vocabulary that facts are made of.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::Id;

pub use crate::ballot::{Ballot, Choice, Elector, Majority, OrgVote, Tally};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$one:meta])* $variant:ident $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$one])* #[serde(rename = $word)] $variant,)*
        }

        impl $name {
            /// All, in the order of their definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word of the record.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// What stands behind a word of the record.
            #[must_use]
            pub fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// An office of the group.
    OfficeKind {
        Chair "chair",
        CoChair "co_chair",
        Coordinator "coordinator",
        Secretariat "secretariat",
    }
}

words! {
    /// What a seat is.
    SeatKind {
        Head "head",
        FocalPoint "focal_point",
        Alternate "alternate",
        Reviewer "reviewer",
    }
}

words! {
    /// In which capacity somebody acts. Each act names it (5-procedures, rule 15).
    Hat {
        Head "head",
        FocalPoint "focal_point",
        Alternate "alternate",
        Reviewer "reviewer",
        Secretariat "secretariat",
        Chair "chair",
        Coordinator "coordinator",
        /// A deadline that passed.
        System "system",
        /// Who founds the group, before there is a seat.
        Founder "founder",
    }
}

words! {
    /// What a joint text is, where the group has set no list of its own.
    TextKind {
        Statement "statement",
        IssuePaper "issue_paper",
        Submission "submission",
        Letter "letter",
        TermsOfReference "terms_of_reference",
        Plan "plan",
    }
}

words! {
    /// What a text is to the one whose symbol it carries on.
    SupplementKind {
        /// "/Add.1".
        Addendum "addendum",
        /// "/Corr.1".
        Corrigendum "corrigendum",
    }
}

words! {
    /// Who sees the returns of a round, announced at its opening and never loosened.
    #[derive(Default)]
    Visibility {
        /// Penholder and secretariat until it closes, then all members, compiled with names.
        #[default]
        ThenWithNames "then_with_names",
        /// The same, compiled without names: a restricted round. Each organisation acts in it under a token.
        ThenWithoutNames "then_without_names",
    }
}

words! {
    /// What an organisation answers to a round.
    ReturnForm {
        MarkedUp "marked_up",
        NoComments "no_comments",
        NotInOurMandate "not_in_our_mandate",
    }
}

words! {
    /// What a return does with the one of the same organisation before it (5-procedures, *Rounds*).
    #[derive(Default)]
    ReturnMode {
        /// It stands in its place.
        #[default]
        Replaces "replaces",
        /// The earlier stays; what the new file asks for beside it is added.
        Adds "adds",
        /// The earlier stays but for the paragraphs that the new file touches.
        Paragraphs "paragraphs",
    }
}

words! {
    /// What the secretariat holds in its hands when it enters the answer of another organisation.
    EvidenceKind {
        Mail "mail",
        Letter "letter",
        /// A PDF, a matrix or another file that is no marked-up Word file.
        File "file",
    }
}

words! {
    /// The penholder's answer to a proposal or a comment.
    Verdict {
        Taken "taken",
        InOtherWords "in_other_words",
        NotTaken "not_taken",
        Noted "noted",
        Bracketed "bracketed",
        LeftForDiscussion "left_for_discussion",
    }
}

words! {
    /// What an organisation says in a clearance.
    PositionKind {
        Agrees "agrees",
        AgreesAdReferendum "agrees_ad_referendum",
        Objects "objects",
        ObjectsWithText "objects_with_text",
        Dissociates "dissociates",
        DoesNotTakePart "does_not_take_part",
        /// Only attachments: neither agreement nor objection.
        None "none",
        /// Entered on evidence that can be read both ways: an objection until its author says otherwise.
        Doubtful "doubtful",
    }
}

words! {
    /// What goes with a position. Reservations and statements are attached to the text for good.
    AttachmentKind {
        Reservation "reservation",
        Statement "statement",
        /// The words with which an organisation dissociates itself.
        Dissociation "dissociation",
        /// An editorial remark for the penholder: only its author says that it is one.
        Editorial "editorial",
    }
}

words! {
    /// A day of the week.
    Weekday {
        Monday "monday",
        Tuesday "tuesday",
        Wednesday "wednesday",
        Thursday "thursday",
        Friday "friday",
        Saturday "saturday",
        Sunday "sunday",
    }
}

words! {
    /// What a message to the group was found to be when it was read.
    MessageUse {
        /// A position or an answer: it was entered.
        Entered "entered",
        /// Nothing that a procedure waits for.
        Other "other",
    }
}

words! {
    /// A step that needs the word of both where the group has co-chairs (5-procedures, rule 15).
    ChairStep {
        Adoption "adoption",
        Cancellation "cancellation",
        Publication "publication",
        Annulment "annulment",
    }
}

words! {
    /// What an editorial correction mends: nothing else is one.
    CorrectionKind {
        Misprint "misprint",
        Numbering "numbering",
        Reference "reference",
        Name "name",
        Layout "layout",
    }
}

words! {
    /// What an organisation is, in the words of the note of 2 May 2018 where it has them.
    OrganisationKind {
        UnitedNations "united_nations",
        International "international",
        Regional "regional",
        NonGovernmental "non_governmental",
    }
}

words! {
    /// Who meets.
    MeetingLevel {
        Heads "heads",
        WorkingLevel "working_level",
    }
}

words! {
    /// What a decision is about.
    DecisionKind {
        Strategic "strategic",
        Procedural "procedural",
    }
}

words! {
    /// What an item of an agenda is about.
    ItemKind {
        AdoptionOfAgenda "adoption_of_agenda",
        /// The minutes of an earlier meeting are approved.
        Minutes "minutes",
        /// The open actions.
        FollowUp "follow_up",
        Topic "topic",
        OtherBusiness "other_business",
    }
}

words! {
    /// How an item of an agenda ends (5-procedures, *Consensus in a meeting*).
    ItemOutcome {
        Decided "decided",
        Concluded "concluded",
        TookNote "took_note",
        /// A view or a desire, which is no decision.
        ExpressedView "expressed_view",
        Deferred "deferred",
    }
}

words! {
    /// How an organisation is represented at a meeting.
    Presence {
        Head "head",
        Representative "representative",
        Excused "excused",
        Absent "absent",
    }
}

impl Presence {
    /// Whether somebody is there for the organisation.
    #[must_use]
    pub fn is_there(self) -> bool {
        matches!(self, Self::Head | Self::Representative)
    }
}

words! {
    /// What a sentence of a source tells, kept in its own words.
    AccountKind {
        /// Why the meeting mattered.
        Significance "significance",
        /// What the meeting confirmed, apart from decisions.
        Outcome "outcome",
        /// Who makes up the group.
        Composition "composition",
    }
}

words! {
    /// How an organisation of the electorate ends (5-procedures, rule 9): exactly one each.
    Outcome {
        NoObjection "no_objection",
        Agreed "agreed",
        AgreedAdReferendum "agreed_ad_referendum",
        Dissociated "dissociated",
        DidNotTakePart "did_not_take_part",
        Objected "objected",
        /// The procedure was broken before this organisation had said anything.
        EndedBeforeDeadline "ended_before_deadline",
    }
}

impl PositionKind {
    /// Whether it breaks silence (5-procedures, rule 4): a written objection or an amendment.
    #[must_use]
    pub fn breaks_silence(self) -> bool {
        matches!(self, Self::Objects | Self::ObjectsWithText)
    }

    /// Whether it stands against the text: what breaks silence, and what may be meant so.
    #[must_use]
    pub fn is_against(self) -> bool {
        self.breaks_silence() || self == Self::Doubtful
    }

    /// The outcome of an organisation whose last word it is.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Agrees => Outcome::Agreed,
            Self::AgreesAdReferendum => Outcome::AgreedAdReferendum,
            Self::Objects | Self::ObjectsWithText | Self::Doubtful => Outcome::Objected,
            Self::Dissociates => Outcome::Dissociated,
            Self::DoesNotTakePart => Outcome::DidNotTakePart,
            Self::None => Outcome::NoObjection,
        }
    }
}

/// A day of the world, as a term begins or ends on it; written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        text.parse().map(Self)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// What a category of membership may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    pub may_object: bool,
    pub may_comment: bool,
    pub may_see: bool,
}

/// The value of a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SettingValue {
    Switch(bool),
    Number(i64),
    Word(String),
}

/// A day on which nobody works at the group's seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub on: Day,
    pub name: String,
}

/// A kind of joint text in the group's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindOfText {
    /// One of [`TextKind`], or a word of the group's own: small letters, digits and hyphens.
    pub word: String,
    /// What the group calls a kind of its own; the others have their names from the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// That a text goes with another one, and carries its symbol on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplement {
    pub of: Id,
    pub kind: SupplementKind,
}

/// Who is behind a token of a restricted round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    pub token: Id,
    pub organisation: Id,
}

/// An amendment of a frozen compilation, as far as the law needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub id: String,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    /// Organisations; in a restricted round their tokens.
    pub supporters: Vec<Id>,
}

/// A comment of a frozen compilation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentItem {
    pub id: String,
    /// In a restricted round its token.
    pub organisation: Id,
}

/// A comment for the penholder and the secretariat alone: it stands in no compilation and asks for no answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PenholderComment {
    /// Paragraph of the version, from 1; 0 where it has no place in it.
    pub paragraph: u32,
    /// Words of the version that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub words: String,
}

/// The law's part of a response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicted {
    pub item: String,
    pub verdict: Verdict,
    /// Whether a reason stands with it; each *not taken* has one.
    pub reasoned: bool,
}

/// A response as people read it, complete in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub item: String,
    /// The place as the reader saw it: "paragraph 4".
    pub place: String,
    pub before: String,
    pub after: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl AttachmentKind {
    /// Whether it stays with the text for good and is named in the decision.
    #[must_use]
    pub fn is_for_good(self) -> bool {
        self != Self::Editorial
    }
}

/// What goes with a position, as far as the law needs it; its words stand in `texts` at the same rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    pub kind: AttachmentKind,
    /// Its author chose to have it published with the text.
    pub publish: bool,
}

/// The words of an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttachmentText(pub String);

/// One organisation's outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrgOutcome {
    pub organisation: Id,
    pub outcome: Outcome,
}

/// An attachment as it is published: open, with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub organisation: Id,
    pub kind: AttachmentKind,
    pub text: String,
}

/// A line of an agenda; its number is its rank, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    pub item: Id,
    pub title: String,
    pub kind: ItemKind,
    /// The joint text that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Id>,
    /// The item of an earlier meeting that it takes up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferred: Option<Id>,
    /// The meeting whose minutes it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_of: Option<Id>,
    /// Of a follow-up: the actions that stood open when the agenda was proposed, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carries: Vec<Id>,
}

/// How one organisation is represented, from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub organisation: Id,
    pub presence: Presence,
}

/// What minutes say beside the facts of the record: under an item, or (`None`) before them all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemWords {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Id>,
    pub words: String,
}

/// A theme that an organisation works on, with the group's approaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    pub theme: Id,
    pub approaches: Vec<String>,
}
