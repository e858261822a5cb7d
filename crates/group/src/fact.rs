//! The facts that acts carry: the vocabulary of the record (8-acts), as far as it is lived.
//!
//! What pages or people call otherwise keeps its record word here. Fields are open unless their type
//! says [`Restricted`], [`Personal`] or [`Filed`].

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::act::Noun;
use crate::calendar::Announced;
use crate::class::{Filed, Personal, Restricted};
use crate::id::Id;
use crate::instant::Instant;
use crate::known::Known;
use crate::parts::{
    AccountKind, AgendaItem, Attachment, AttachmentText, Behind, Category, ChairStep, Choice,
    CommentItem, CorrectionKind, Day, DecisionKind, Elector, EvidenceKind, Holiday, Item,
    ItemOutcome, ItemWords, KindOfText, Majority, Mark, MeetingLevel, MessageUse, OfficeKind,
    OrgOutcome, OrgVote, OrganisationKind, PenholderComment, PositionKind, Published, ReturnForm,
    ReturnMode, SeatKind, SettingValue, Statement, Supplement, Tally, Verdicted, Visibility,
    Weekday, Work,
};

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident $kind:literal { $($(#[$attr:meta])* $field:ident: $type:ty,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name {
                $($(#[$attr])* pub $field: $type,)*
            }
        )*

        /// What happened in the group.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fact {
            $($(#[$doc])* $name(Box<$name>),)*
        }

        impl Fact {
            /// All kinds, in the order of this file.
            pub const KINDS: &'static [&'static str] = &[$($kind),*];

            /// The kind as the record has it.
            #[must_use]
            pub fn kind(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => $kind,)*
                }
            }

            /// The fields with the marks of their classes; what is absent or withheld is left out.
            #[must_use]
            pub fn to_json(&self) -> Map<String, Value> {
                let value = match self {
                    $(Self::$name(fact) => serde_json::to_value(fact),)*
                };
                let Ok(Value::Object(mut fields)) = value else { return Map::new() };
                fields.retain(|_, value| !value.is_null());
                fields
            }

            /// Reads a fact back. Fields that this version doesn't know are passed over.
            ///
            /// # Errors
            /// When the kind is unknown, or an open field is missing or of another type.
            pub fn from_json(kind: &str, fields: Map<String, Value>) -> Result<Self, Unreadable> {
                let fields = Value::Object(fields);
                match kind {
                    $($kind => serde_json::from_value(fields).map(|fact| Self::$name(Box::new(fact))),)*
                    _ => return Err(Unreadable::Kind(kind.to_owned())),
                }
                .map_err(|error| Unreadable::Fields { kind: kind.to_owned(), why: error.to_string() })
            }
        }

        $(
            impl From<$name> for Fact {
                fn from(fact: $name) -> Self {
                    Self::$name(Box::new(fact))
                }
            }
        )*
    };
}

impl Fact {
    /// Whether it is of a kind that is recorded from a source.
    #[must_use]
    pub fn is_history(&self) -> bool {
        match self {
            Self::PersonRecorded(_)
            | Self::SourceRecorded(_)
            | Self::ThemeRecorded(_)
            | Self::MembershipRecorded(_)
            | Self::OfficeRecorded(_)
            | Self::MeetingRecorded(_)
            | Self::AccountRecorded(_)
            | Self::QuotationRecorded(_)
            | Self::PaperRecorded(_)
            | Self::DecisionsRecorded(_) => true,
            Self::OrganisationRecorded(fact) => fact.source.is_some(),
            Self::PurposeSet(fact) => fact.source.is_some(),
            Self::MandateRecorded(fact) => fact.source.is_some(),
            _ => false,
        }
    }
}

/// A fact that this version can't read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("acts of the kind {0} are not known to this version")]
    Kind(String),
    #[error("an act of the kind {kind} is not in its form: {why}")]
    Fields { kind: String, why: String },
}

facts! {
    /// The group exists.
    GroupFounded "group.founded" {
        name: String,
        short_name: String,
        /// IANA name of the zone of the group's seat.
        zone: String,
        /// The name as people say it: "ICAT".
        #[serde(default)]
        abbreviation: Option<String>,
        /// What every page and file of the group says above all else, for ever: a group made from a
        /// public source is not a site of those it names.
        #[serde(default)]
        notice: Option<String>,
    }
    /// What the group is for, from a day on.
    PurposeSet "purpose.set" {
        words: String,
        /// Ways of working that the purpose names, as "prevention".
        approaches: Vec<String>,
        since: Known<Day>,
        #[serde(default)]
        source: Option<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// A publication from which history before the system is recorded (8-acts).
    SourceRecorded "source.recorded" {
        source: Id,
        title: String,
        /// "public note".
        form: String,
        publisher: Known<String>,
        published: Known<Day>,
        /// The day on which it was entered into the record.
        entered: Day,
    }
    /// Who asked the group to do what; without a source it is the group's own statement.
    MandateRecorded "mandate.recorded" {
        mandate: Id,
        body: String,
        instrument: Known<String>,
        on: Known<Day>,
        asks: String,
        #[serde(default)]
        source: Option<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// A subject to which a source says that the group turns.
    ThemeRecorded "theme.recorded" {
        theme: Id,
        slug: String,
        name: String,
        since: Day,
        #[serde(default)]
        meeting: Option<Id>,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// A meeting that took place before the group used the system, or elsewhere.
    MeetingRecorded "meeting.recorded" {
        meeting: Id,
        slug: String,
        title: String,
        level: MeetingLevel,
        on: Day,
        place: Known<String>,
        /// Which one of its level it was, where the source says so.
        ordinal: Known<u32>,
        attendance: Known<Vec<Id>>,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// What a source tells of a meeting in its own words.
    AccountRecorded "account.recorded" {
        meeting: Id,
        about: AccountKind,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// Somebody's words, whole, with whom the source says they are from.
    QuotationRecorded "quotation.recorded" {
        quotation: Id,
        meeting: Id,
        organisation: Id,
        person: Id,
        source: Id,
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        words: Personal<String>,
        /// As printed: name, function, organisation, office.
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        attribution: Personal<String>,
    }
    /// A document that a source names, without its text.
    PaperRecorded "paper.recorded" {
        paper: Id,
        meeting: Id,
        title: String,
        /// As exact as the source is: `YYYY-MM` or `YYYY-MM-DD`.
        dated: Known<String>,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// How many decisions a meeting took, where their texts are not known: one act, never so many
    /// invented ones.
    DecisionsRecorded "decisions.recorded" {
        meeting: Id,
        count: u32,
        kinds: Vec<DecisionKind>,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// A setting of the group has a value from now on.
    RuleSet "rule.set" {
        name: String,
        value: SettingValue,
    }
    /// Which days are worked at the group's seat, as a whole. Deadlines that are set already stay.
    CalendarSet "calendar.set" {
        rest: Vec<Weekday>,
        holidays: Vec<Holiday>,
    }
    /// Nobody could reach the system between these moments: its own heartbeat stood still, or its clock was set.
    OutageNoticed "outage.noticed" {
        from: Instant,
        until: Instant,
    }
    /// A category of membership has these rights from now on.
    CategoryDefined "category.defined" {
        category: String,
        rights: Category,
    }
    /// An organisation is known by this name and short form, as they are printed.
    OrganisationRecorded "organisation.recorded" {
        organisation: Id,
        name: String,
        #[serde(default)]
        short_name: Option<String>,
        #[serde(default)]
        category: Known<OrganisationKind>,
        #[serde(default)]
        source: Option<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// It has another name from this day on; what it was called before stays with its days.
    OrganisationRenamed "organisation.renamed" {
        organisation: Id,
        name: String,
        #[serde(default)]
        short_name: Option<String>,
        since: Day,
    }
    /// Another name under which it is found.
    OrganisationAlsoKnown "organisation.also_known" {
        organisation: Id,
        name: String,
    }
    /// What it is, where it was not said when it was recorded.
    OrganisationClassified "organisation.classified" {
        organisation: Id,
        category: OrganisationKind,
    }
    /// What an organisation works on and brings, as a whole, from a day on.
    ProfileStated "profile.stated" {
        organisation: Id,
        since: Day,
        works_on: Vec<Work>,
        #[serde(default)]
        words: Option<String>,
    }
    /// A message of an organisation reached the group's address. Until it is read, what it may say counts.
    MessageReceived "message.received" {
        message: Id,
        organisation: Id,
        form: EvidenceKind,
        /// When it reached the group.
        arrived: Instant,
        file: Filed,
    }
    MessageRead "message.read" {
        message: Id,
        organisation: Id,
        /// What it was found to be.
        found: MessageUse,
    }
    MembershipStarted "membership.started" {
        organisation: Id,
        category: String,
        since: Day,
    }
    MembershipEnded "membership.ended" {
        organisation: Id,
        until: Day,
    }
    OfficeAssigned "office.assigned" {
        office: OfficeKind,
        organisation: Id,
        since: Day,
        /// The last day of the term, where it is fixed beforehand.
        #[serde(default)]
        until: Option<Day>,
        /// The seat of whoever exercises it.
        #[serde(default)]
        exercised_by: Option<Id>,
        /// The decision that endorses it.
        #[serde(default)]
        decision: Option<Id>,
    }
    OfficeEnded "office.ended" {
        office: OfficeKind,
        organisation: Id,
        until: Day,
    }
    /// A source says who took part on a day; since when and until when it doesn't say.
    MembershipRecorded "membership.recorded" {
        organisation: Id,
        on: Day,
        category: Known<String>,
        source: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    /// A source says who held an office on a day, and who exercised it.
    OfficeRecorded "office.recorded" {
        office: OfficeKind,
        organisation: Id,
        on: Day,
        person: Id,
        source: Id,
        /// "Executive Director".
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        function: Personal<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        passage: Restricted<String>,
    }
    PersonRecorded "person.recorded" {
        person: Id,
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        name: Personal<String>,
    }
    SeatOpened "seat.opened" {
        seat: Id,
        person: Id,
        organisation: Id,
        place: SeatKind,
        since: Day,
    }
    SeatEnded "seat.ended" {
        seat: Id,
        person: Id,
        until: Day,
    }
    /// The group's list of kinds of joint texts, in the order in which they are offered.
    KindsSet "kinds.set" {
        kinds: Vec<KindOfText>,
    }
    /// A Word file with which texts can begin; in the place of the one of the same id, where there is one.
    TemplateKept "template.kept" {
        template: Id,
        name: String,
        /// The kind of text that it is for; none: for any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form: Option<String>,
        /// SHA-256 of the file in lower-case hex.
        #[serde(rename = "digest")]
        sha256: String,
        file: Filed,
    }
    TemplateDropped "template.dropped" {
        template: Id,
    }
    TextOpened "text.opened" {
        text: Id,
        slug: String,
        title: String,
        /// A word of the group's list of kinds.
        form: String,
        #[serde(default)]
        symbol: Option<String>,
        /// The language of authority (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        penholder: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        supplements: Option<Supplement>,
    }
    /// What a text is made for: a meeting of the group, or a process outside it. Neither: nothing is said.
    TextTargeted "text.targeted" {
        text: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<Id>,
        /// "Review of the Convention, second session".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        process: Option<String>,
        /// The day by which that process needs the text.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        on: Option<Day>,
    }
    VersionTabled "version.tabled" {
        text: Id,
        /// From 1.
        number: u32,
        label: String,
        /// SHA-256 of the file in lower-case hex: a version is never personal data.
        #[serde(rename = "digest")]
        sha256: String,
        file: Filed,
        /// The compilation whose responses made it.
        #[serde(default)]
        after: Option<Id>,
    }
    RoundOpened "round.opened" {
        round: Id,
        text: Id,
        version: u32,
        deadline: Instant,
        zone: String,
        /// In protocol order. In a restricted round one random token for each, in the order of the tokens.
        electorate: Vec<Id>,
        visibility: Visibility,
        /// Whether answers still count after the deadline, marked as late, until the responses are issued.
        #[serde(default)]
        late: bool,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        instructions: Restricted<String>,
        /// Of a restricted round: who is behind each token, in protocol order.
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        behind: Restricted<Vec<Behind>>,
    }
    /// The deadline lies later from now on.
    RoundExtended "round.extended" {
        round: Id,
        deadline: Instant,
    }
    /// An organisation asks for more time, without a reason. The leaf hides who.
    MoreTimeAsked "more_time.asked" {
        round: Id,
        /// In a restricted round its token.
        organisation: Id,
    }
    RoundClosed "round.closed" {
        round: Id,
        /// The deadline closed it; otherwise a person did.
        at_deadline: bool,
    }
    /// One organisation's answer to a round. The leaf hides who it is while the round runs; this names it.
    ReturnReceived "return.received" {
        round: Id,
        /// In a restricted round its token.
        organisation: Id,
        form: ReturnForm,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<Filed>,
        proposals: u32,
        /// Without those for the penholder alone.
        comments: u32,
        #[serde(default)]
        mode: ReturnMode,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        for_penholder: Restricted<Vec<PenholderComment>>,
    }
    /// The answer of an organisation that reached the group otherwise, entered by the secretariat.
    ReturnEntered "return.entered" {
        round: Id,
        /// In a restricted round its token.
        organisation: Id,
        form: ReturnForm,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<Filed>,
        proposals: u32,
        /// Without those for the penholder alone.
        comments: u32,
        #[serde(default)]
        mode: ReturnMode,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        for_penholder: Restricted<Vec<PenholderComment>>,
        evidence: EvidenceKind,
        /// The message or file itself, as far as it is kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence_file: Option<Filed>,
        /// When it reached the group: this counts, whenever it is entered (5-procedures, rule 3).
        arrived: Instant,
    }
    CompilationFrozen "compilation.frozen" {
        compilation: Id,
        round: Id,
        amendments: Vec<Item>,
        comments: Vec<CommentItem>,
        /// `amendments.json` as it was composed; never recomputed.
        model: Filed,
        /// The compilation as a Word file.
        word: Filed,
    }
    /// The penholder's answers together, each a full statement.
    ResponsesIssued "responses.issued" {
        round: Id,
        compilation: Id,
        verdicts: Vec<Verdicted>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        statements: Restricted<Vec<Statement>>,
    }
    SilenceOpened "silence.opened" {
        procedure: Id,
        text: Id,
        version: u32,
        #[serde(rename = "digest")]
        sha256: String,
        deadline: Instant,
        /// The deadline as the clock of the seat shows it; left out: by the rules of the zone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Announced>,
        zone: String,
        electorate: Vec<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        note: Restricted<String>,
    }
    /// The deadline lies later from now on.
    SilenceExtended "silence.extended" {
        procedure: Id,
        deadline: Instant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Announced>,
    }
    /// An organisation asks for more time, without a reason. The leaf hides who.
    SilenceMoreTimeAsked "silence.more_time_asked" {
        procedure: Id,
        organisation: Id,
    }
    /// The chair leaves the deadline where it is: the answer to all who have asked for more time.
    SilenceMoreTimeDeclined "silence.more_time_declined" {
        procedure: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// The clock stands still until it is resumed.
    SilenceSuspended "silence.suspended" {
        procedure: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    SilenceResumed "silence.resumed" {
        procedure: Id,
        deadline: Instant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Announced>,
    }
    SilenceCancelled "silence.cancelled" {
        procedure: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// A co-chair stops what the other did last: the opening, or an extension.
    SilenceStopped "silence.stopped" {
        procedure: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// One of the co-chairs says yes to a step that needs both.
    ChairAgreed "chair.agreed" {
        step: ChairStep,
        /// The procedure or vote of an adoption or cancellation, the text of a publication, the decision of an annulment.
        thing: Id,
    }
    PositionGiven "position.given" {
        procedure: Id,
        organisation: Id,
        position: PositionKind,
        /// Ad referendum: the day by which the headquarters confirms.
        #[serde(default)]
        confirmed_by: Option<Day>,
        attachments: Vec<Attachment>,
        /// Received after the deadline: kept, without effect.
        late: bool,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        wording: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        texts: Restricted<Vec<AttachmentText>>,
    }
    PositionWithdrawn "position.withdrawn" {
        procedure: Id,
        organisation: Id,
    }
    /// What another organisation said by mail or letter, entered by the secretariat.
    PositionEntered "position.entered" {
        procedure: Id,
        organisation: Id,
        position: PositionKind,
        #[serde(default)]
        confirmed_by: Option<Day>,
        attachments: Vec<Attachment>,
        /// It reached the group after the deadline: kept, without effect.
        late: bool,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        wording: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        texts: Restricted<Vec<AttachmentText>>,
        evidence: EvidenceKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence_file: Option<Filed>,
        /// When it reached the group: this counts, whenever it is entered (5-procedures, rule 3).
        arrived: Instant,
        /// The message that says it, where it was received as one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Id>,
    }
    /// A second person stands for what was entered by one who gains by it (5-procedures, rule 12).
    PositionApproved "position.approved" {
        procedure: Id,
        organisation: Id,
    }
    /// The organisation says that what was entered for it is not what it said.
    PositionContested "position.contested" {
        procedure: Id,
        organisation: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    SilenceBroken "silence.broken" {
        procedure: Id,
        by: Id,
    }
    SilenceClosed "silence.closed" {
        procedure: Id,
        /// Number of acts in the record at the deadline.
        size_at_deadline: u64,
        outcomes: Vec<OrgOutcome>,
    }
    SilenceConfirmed "silence.confirmed" {
        procedure: Id,
    }
    /// The same version is put under silence anew, by the procedure named in `anew`.
    SilenceRestarted "silence.restarted" {
        procedure: Id,
        anew: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// Those asked are reminded that a deadline comes, of a round, a silence procedure or a vote.
    ReminderGiven "reminder.given" {
        noun: Noun,
        thing: Id,
    }
    /// How many votes members have, as a whole; a member that isn't named has one.
    WeightsSet "weights.set" {
        weights: Vec<Elector>,
    }
    /// A vote on a version of a text, in writing and until a deadline, or on what is put to a meeting: the
    /// fields of the other are left out.
    VoteOpened "vote.opened" {
        vote: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
        #[serde(rename = "digest", default, skip_serializing_if = "Option::is_none")]
        sha256: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Announced>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<Id>,
        zone: String,
        electorate: Vec<Elector>,
        majority: Majority,
        /// How many organisations must take part.
        quorum: u32,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        note: Restricted<String>,
    }
    /// Said again, the last word stands. The leaf hides who.
    VoteCast "vote.cast" {
        vote: Id,
        organisation: Id,
        choice: Choice,
    }
    /// In the roll call of a meeting, or on evidence: what another organisation said.
    VoteEntered "vote.entered" {
        vote: Id,
        organisation: Id,
        choice: Choice,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence: Option<EvidenceKind>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        evidence_file: Option<Filed>,
        /// When it reached the group.
        arrived: Instant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Id>,
    }
    VoteClosed "vote.closed" {
        vote: Id,
        cast: Vec<OrgVote>,
        tally: Tally,
    }
    VoteCancelled "vote.cancelled" {
        vote: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// By a silence procedure or a vote on a text, or by consensus or a vote on what was put to a meeting: the
    /// fields of the other ways are left out.
    DecisionAdopted "decision.adopted" {
        decision: Id,
        /// As `2026/4`.
        number: String,
        year: u32,
        /// Without gaps in its year, from 1.
        rank: u32,
        title: String,
        #[serde(default)]
        text: Option<Id>,
        #[serde(default)]
        version: Option<u32>,
        #[serde(default)]
        procedure: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vote: Option<Id>,
        #[serde(default)]
        meeting: Option<Id>,
        #[serde(default)]
        item: Option<Id>,
        #[serde(default)]
        kind: Option<DecisionKind>,
        #[serde(default)]
        words: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mandates: Vec<Id>,
        /// The electorate of the procedure, those present in the meeting with the right to object, or those that
        /// took part in the vote.
        participants: Vec<Id>,
        /// Organisations with reservations or statements attached at the adoption.
        attached: Vec<Id>,
    }
    /// A reservation or statement of a member to what a meeting decided by consensus.
    DecisionAttached "decision.attached" {
        decision: Id,
        organisation: Id,
        attachments: Vec<Attachment>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        texts: Restricted<Vec<AttachmentText>>,
    }
    /// It was wrongly adopted: it stands in the record, and has no effect any more.
    DecisionAnnulled "decision.annulled" {
        decision: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// What a meeting decided is public from now on.
    DecisionReleased "decision.released" {
        decision: Id,
        /// Reservations and statements that their authors chose to have published.
        attached: Vec<Published>,
    }
    ThemeOpened "theme.opened" {
        theme: Id,
        slug: String,
        name: String,
        since: Day,
        /// The meeting that named it.
        #[serde(default)]
        meeting: Option<Id>,
    }
    ThemeClosed "theme.closed" {
        theme: Id,
        until: Day,
    }
    /// Two themes bear on each other, as an organisation said.
    ThemesLinked "themes.linked" {
        first: Id,
        second: Id,
        said_by: Id,
        words: String,
    }
    /// A text, decision or action carries these themes from now on, and no others.
    ThemesTagged "themes.tagged" {
        noun: Noun,
        thing: Id,
        themes: Vec<Id>,
    }
    MeetingCalled "meeting.called" {
        meeting: Id,
        slug: String,
        title: String,
        level: MeetingLevel,
        begins: Instant,
        ends: Instant,
        zone: String,
        place: String,
    }
    MeetingMoved "meeting.moved" {
        meeting: Id,
        begins: Instant,
        ends: Instant,
        place: String,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    MeetingCancelled "meeting.cancelled" {
        meeting: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// The whole agenda, in the place of what was proposed before.
    AgendaProposed "agenda.proposed" {
        meeting: Id,
        items: Vec<AgendaItem>,
    }
    /// The meeting adopts the agenda as it was proposed last.
    AgendaAdopted "agenda.adopted" {
        meeting: Id,
    }
    PaperTabled "paper.tabled" {
        paper: Id,
        meeting: Id,
        /// The agenda item that it is for.
        #[serde(default)]
        item: Option<Id>,
        symbol: String,
        title: String,
        file: Filed,
        /// `docx` or `pdf`.
        format: String,
        /// The paper that it takes the place of.
        #[serde(default)]
        revises: Option<Id>,
    }
    MeetingOpened "meeting.opened" {
        meeting: Id,
    }
    /// Who is represented how, from now on; of the others nothing changes.
    AttendanceMarked "attendance.marked" {
        meeting: Id,
        marks: Vec<Mark>,
    }
    /// What became of an item; said again, the last stands.
    ItemClosed "item.closed" {
        meeting: Id,
        item: Id,
        outcome: ItemOutcome,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        summary: Restricted<String>,
    }
    /// The chair puts a decision to the meeting.
    DecisionPut "decision.put" {
        decision: Id,
        meeting: Id,
        item: Id,
        kind: DecisionKind,
        title: String,
        words: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mandates: Vec<Id>,
    }
    /// Organisations that are present objected: it is not decided.
    DecisionObjected "decision.objected" {
        decision: Id,
        meeting: Id,
        objecting: Vec<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// What was put is taken back: nobody decided on it.
    DecisionTakenBack "decision.taken_back" {
        decision: Id,
        meeting: Id,
    }
    MeetingClosed "meeting.closed" {
        meeting: Id,
    }
    MinutesCirculated "minutes.circulated" {
        meeting: Id,
        /// From 1.
        edition: u32,
        /// The last day for corrections.
        until: Day,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        words: Restricted<Vec<ItemWords>>,
    }
    /// An organisation asks for a correction of the minutes.
    CorrectionAsked "minutes.correction_asked" {
        meeting: Id,
        organisation: Id,
        #[serde(default)]
        item: Option<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        words: Restricted<String>,
    }
    /// A later meeting approves the minutes, as an item of its agenda.
    MinutesApproved "minutes.approved" {
        meeting: Id,
        edition: u32,
        at: Id,
        item: Id,
    }
    /// Words that an organisation approves for the note of a meeting.
    QuotationApproved "quotation.approved" {
        quotation: Id,
        meeting: Id,
        organisation: Id,
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        words: Personal<String>,
        /// As it will be printed: name, function, organisation.
        #[serde(default, skip_serializing_if = "Personal::is_withheld")]
        attribution: Personal<String>,
    }
    /// The public note of a meeting: made from its record, with these words of its own.
    NoteIssued "note.issued" {
        meeting: Id,
        title: String,
        #[serde(default)]
        lede: Option<String>,
        /// Whether it lists the organisations that took part.
        attendance: bool,
        /// Approved quotations, in their order.
        quotations: Vec<Id>,
    }
    ActionOpened "action.opened" {
        action: Id,
        /// As `2026/3`.
        number: String,
        year: u32,
        /// Without gaps in its year, from 1.
        rank: u32,
        #[serde(default)]
        meeting: Option<Id>,
        #[serde(default)]
        item: Option<Id>,
        #[serde(default)]
        decision: Option<Id>,
        /// The lead first.
        owners: Vec<Id>,
        /// Left out: before the next meeting of its level.
        #[serde(default)]
        due: Option<Day>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        what: Restricted<String>,
    }
    ActionReported "action.reported" {
        action: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        report: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        evidence: Restricted<String>,
    }
    ActionDone "action.done" {
        action: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        report: Restricted<String>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        evidence: Restricted<String>,
    }
    ActionDropped "action.dropped" {
        action: Id,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    ActionMoved "action.moved" {
        action: Id,
        #[serde(default)]
        due: Option<Day>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    ActionReassigned "action.reassigned" {
        action: Id,
        owners: Vec<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    EndorsementGiven "endorsement.given" {
        text: Id,
        version: u32,
        #[serde(rename = "digest")]
        sha256: String,
        organisation: Id,
        /// The form of its name under the text.
        name: String,
    }
    EndorsementWithdrawn "endorsement.withdrawn" {
        text: Id,
        organisation: Id,
    }
    TextPublished "text.published" {
        text: Id,
        version: u32,
        /// Reservations and statements that their authors chose to have published.
        attached: Vec<Published>,
    }
    /// The secretariat proposes an editorial correction of the adopted text.
    CorrectionProposed "correction.proposed" {
        correction: Id,
        text: Id,
        version: u32,
        kinds: Vec<CorrectionKind>,
        /// Of the corrected file, SHA-256 in lower-case hex.
        #[serde(rename = "digest")]
        sha256: String,
        file: Filed,
        deadline: Instant,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        announced: Option<Announced>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        changes: Restricted<String>,
    }
    /// An organisation says that a correction is of substance.
    CorrectionContested "correction.contested" {
        correction: Id,
        text: Id,
        organisation: Id,
        /// The message that says it, where the secretariat enters it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<Id>,
        #[serde(default, skip_serializing_if = "Restricted::is_withheld")]
        reason: Restricted<String>,
    }
    /// Nobody said so: the correction is made, with what it changes.
    CorrectionIssued "correction.issued" {
        correction: Id,
        text: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        symbol: Option<String>,
        changes: String,
    }
    /// A version in another language: a courtesy translation until it is cleared.
    LanguageAdded "language_version.added" {
        text: Id,
        version: u32,
        /// BCP 47.
        language: String,
        #[serde(rename = "digest")]
        sha256: String,
        file: Filed,
        provided_by: Id,
    }
    LanguageCleared "language_version.cleared" {
        text: Id,
        language: String,
        #[serde(rename = "digest")]
        sha256: String,
    }
}
