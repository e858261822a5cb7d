//! What people (and deadlines) ask for. All ids of new things arrive inside.

use crate::act::Noun;
use crate::class::{Filed, Restricted};
use crate::fact::Fact;
use crate::id::Id;
use crate::instant::Instant;
use crate::parts::{
    AgendaItem, Attachment, AttachmentText, Category, Choice, CommentItem, CorrectionKind, Day,
    DecisionKind, Elector, EvidenceKind, Holiday, Item, ItemOutcome, ItemWords, KindOfText, Mark,
    MeetingLevel, OfficeKind, OrganisationKind, PenholderComment, PositionKind, Published,
    ReturnForm, ReturnMode, SeatKind, SettingValue, Statement, Supplement, Verdicted, Visibility,
    Weekday, Work,
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
    /// Says which days are worked at the group's seat.
    SetCalendar {
        rest: Vec<Weekday>,
        holidays: Vec<Holiday>,
    },
    /// The system tells that nobody could reach it for a while.
    NoticeOutage {
        from: Instant,
        until: Instant,
    },
    /// A message of an organisation reached the group's address.
    ReceiveMessage {
        message: Id,
        organisation: Id,
        form: EvidenceKind,
        arrived: Instant,
        file: Filed,
    },
    /// A message was read and holds nothing for a procedure.
    ReadMessage {
        message: Id,
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
        /// What it is, where that is said.
        kind: Option<OrganisationKind>,
    },
    /// Says what an organisation is.
    ClassifyOrganisation {
        organisation: Id,
        kind: OrganisationKind,
    },
    /// States what an organisation works on and brings, in the place of what it stated before.
    StateProfile {
        organisation: Id,
        works_on: Vec<Work>,
        words: Option<String>,
    },
    /// Sets what the group is for, from today on.
    SetPurpose {
        words: String,
        approaches: Vec<String>,
    },
    RecordMandate {
        mandate: Id,
        body: String,
        instrument: Option<String>,
        on: Option<Day>,
        asks: String,
    },
    OpenTheme {
        theme: Id,
        slug: String,
        name: String,
        /// The meeting that named it.
        meeting: Option<Id>,
    },
    /// Closes a theme from today on.
    CloseTheme {
        theme: Id,
    },
    LinkThemes {
        first: Id,
        second: Id,
        said_by: Id,
        words: String,
    },
    /// Gives a text, a decision or an action its themes.
    Tag {
        noun: Noun,
        thing: Id,
        themes: Vec<Id>,
    },
    /// Takes in again, from today on, an organisation that took part before.
    StartMembership {
        organisation: Id,
        category: String,
    },
    EndMembership {
        organisation: Id,
    },
    /// Assigns an office from today on; the term of whoever holds it ends yesterday.
    AssignOffice {
        office: OfficeKind,
        organisation: Id,
        /// The last day of the term, where it is fixed.
        until: Option<Day>,
        /// The seat of whoever exercises it.
        exercised_by: Option<Id>,
        /// The decision that endorses it.
        decision: Option<Id>,
    },
    /// Ends the term of an organisation today: yesterday was its last day.
    EndOffice {
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
    /// Sets the group's list of kinds of texts.
    SetKinds {
        kinds: Vec<KindOfText>,
    },
    /// Keeps a Word file with which texts can begin, in the place of the one of this id.
    KeepTemplate {
        template: Id,
        name: String,
        form: Option<String>,
        sha256: String,
        file: Filed,
    },
    DropTemplate {
        template: Id,
    },
    /// Opens a text with its first version.
    OpenText {
        text: Id,
        slug: String,
        title: String,
        /// A word of the group's list of kinds.
        form: String,
        /// Of a text that supplements another it follows from that one's.
        symbol: Option<String>,
        /// The language of authority.
        language: Option<String>,
        supplements: Option<Supplement>,
        aim: Aim,
        penholder: Id,
        label: String,
        sha256: String,
        file: Filed,
    },
    /// Says what a text is made for, in the place of what was said before.
    TargetText {
        text: Id,
        aim: Aim,
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
        /// Whether answers still count after the deadline.
        late: bool,
        visibility: Visibility,
    },
    ExtendRound {
        round: Id,
        deadline: Instant,
    },
    AskMoreTime {
        round: Id,
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
        mode: ReturnMode,
        for_penholder: Vec<PenholderComment>,
    },
    /// Enters, as the secretariat, what another organisation answered by mail or letter.
    EnterReturn {
        round: Id,
        organisation: Id,
        form: ReturnForm,
        file: Option<Filed>,
        proposals: u32,
        comments: u32,
        mode: ReturnMode,
        for_penholder: Vec<PenholderComment>,
        evidence: EvidenceKind,
        evidence_file: Option<Filed>,
        arrived: Instant,
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
    /// Enters, as the secretariat, what another organisation said by mail or letter.
    EnterPosition {
        procedure: Id,
        organisation: Id,
        position: PositionKind,
        confirmed_by: Option<Day>,
        reason: Option<String>,
        wording: Option<String>,
        attachments: Vec<(Attachment, AttachmentText)>,
        evidence: EvidenceKind,
        evidence_file: Option<Filed>,
        arrived: Instant,
        message: Option<Id>,
    },
    /// Stands, as a second person, for what was entered.
    ApprovePosition {
        procedure: Id,
        organisation: Id,
    },
    /// Says that what was entered for one's own organisation is not what it said.
    ContestPosition {
        procedure: Id,
        reason: Option<String>,
    },
    ExtendSilence {
        procedure: Id,
        deadline: Instant,
    },
    AskMoreTimeInSilence {
        procedure: Id,
    },
    DeclineMoreTime {
        procedure: Id,
        reason: Option<String>,
    },
    SuspendSilence {
        procedure: Id,
        reason: String,
    },
    ResumeSilence {
        procedure: Id,
        deadline: Instant,
    },
    /// Ends a procedure before its time; with co-chairs the first says yes and the last one does it.
    CancelSilence {
        procedure: Id,
        reason: String,
    },
    /// Stops what the other chair did last.
    StopSilence {
        procedure: Id,
        reason: String,
    },
    /// Annuls a decision; with co-chairs the first says yes and the last one does it.
    AnnulDecision {
        decision: Id,
        reason: String,
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
    /// The system reminds those asked of a deadline that comes.
    Remind {
        thing: Id,
    },
    /// Says how many votes members have; whoever isn't named has one.
    SetWeights {
        weights: Vec<Elector>,
    },
    /// Puts the newest version of a text to a vote in writing.
    OpenVote {
        vote: Id,
        text: Id,
        deadline: Instant,
        note: Option<String>,
    },
    CastVote {
        vote: Id,
        choice: Choice,
    },
    /// Enters, as the secretariat, the vote that another organisation sent by mail or letter.
    EnterVote {
        vote: Id,
        organisation: Id,
        choice: Choice,
        evidence: EvidenceKind,
        evidence_file: Option<Filed>,
        arrived: Instant,
        message: Option<Id>,
    },
    CloseVote {
        vote: Id,
    },
    /// Ends a vote without a result; with co-chairs the first says yes and the last one does it.
    CancelVote {
        vote: Id,
        reason: String,
    },
    /// Adopts the text that a vote carried.
    AdoptByVote {
        vote: Id,
        decision: Id,
    },
    /// Puts what is put to a meeting to the vote, with what each organisation that is there said.
    RollCall {
        vote: Id,
        meeting: Id,
        decision: Id,
        choices: Vec<(Id, Choice)>,
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
    /// Proposes an editorial correction of the adopted version.
    ProposeCorrection {
        correction: Id,
        text: Id,
        kinds: Vec<CorrectionKind>,
        sha256: String,
        file: Filed,
        deadline: Instant,
        changes: String,
    },
    /// Says that a correction is of substance; `message`: as the secretariat, for another organisation.
    ContestCorrection {
        text: Id,
        correction: Id,
        message: Option<Id>,
        reason: Option<String>,
    },
    IssueCorrection {
        text: Id,
        correction: Id,
        changes: String,
    },
    /// Puts a translation of the newest version beside the text.
    AddLanguage {
        text: Id,
        language: String,
        sha256: String,
        file: Filed,
        provided_by: Id,
    },
    ClearLanguage {
        text: Id,
        language: String,
        sha256: String,
    },
    /// Calls a meeting; its short name in addresses is made of its level and year.
    CallMeeting {
        meeting: Id,
        title: String,
        level: MeetingLevel,
        begins: Instant,
        ends: Instant,
        zone: String,
        place: String,
    },
    MoveMeeting {
        meeting: Id,
        begins: Instant,
        ends: Instant,
        place: String,
        reason: String,
    },
    CancelMeeting {
        meeting: Id,
        reason: String,
    },
    /// Proposes the whole agenda; what a follow-up carries is filled in here.
    ProposeAgenda {
        meeting: Id,
        items: Vec<AgendaItem>,
    },
    AdoptAgenda {
        meeting: Id,
    },
    TablePaper {
        paper: Id,
        meeting: Id,
        item: Option<Id>,
        /// Of a paper that revises another the symbol follows from it.
        symbol: String,
        title: String,
        file: Filed,
        format: String,
        revises: Option<Id>,
    },
    OpenMeeting {
        meeting: Id,
    },
    MarkAttendance {
        meeting: Id,
        marks: Vec<Mark>,
    },
    CloseItem {
        meeting: Id,
        item: Id,
        outcome: ItemOutcome,
        summary: Option<String>,
    },
    PutDecision {
        decision: Id,
        meeting: Id,
        item: Id,
        kind: DecisionKind,
        title: String,
        words: String,
        mandates: Vec<Id>,
    },
    /// "It was so decided": what is put to the meeting is adopted by consensus.
    AdoptByConsensus {
        meeting: Id,
        decision: Id,
    },
    RecordObjection {
        meeting: Id,
        decision: Id,
        objecting: Vec<Id>,
        reason: Option<String>,
    },
    /// Takes back what is put to a meeting.
    TakeBack {
        meeting: Id,
        decision: Id,
    },
    CloseMeeting {
        meeting: Id,
    },
    /// Circulates the next edition of the minutes.
    CirculateMinutes {
        meeting: Id,
        until: Day,
        words: Vec<ItemWords>,
    },
    AskCorrection {
        meeting: Id,
        item: Option<Id>,
        words: String,
    },
    ApproveMinutes {
        meeting: Id,
        edition: u32,
        at: Id,
        item: Id,
    },
    ApproveQuotation {
        quotation: Id,
        meeting: Id,
        words: String,
        attribution: String,
    },
    IssueNote {
        meeting: Id,
        title: String,
        lede: Option<String>,
        attendance: bool,
        quotations: Vec<Id>,
    },
    Attach {
        decision: Id,
        attachments: Vec<(Attachment, AttachmentText)>,
    },
    ReleaseDecision {
        decision: Id,
        attached: Vec<Published>,
    },
    OpenAction {
        action: Id,
        meeting: Option<Id>,
        item: Option<Id>,
        decision: Option<Id>,
        owners: Vec<Id>,
        due: Option<Day>,
        what: String,
    },
    ReportAction {
        action: Id,
        report: String,
        evidence: Option<String>,
        done: bool,
    },
    DropAction {
        action: Id,
        reason: String,
    },
    MoveAction {
        action: Id,
        due: Option<Day>,
        reason: String,
    },
    ReassignAction {
        action: Id,
        owners: Vec<Id>,
        reason: String,
    },
}

impl Command {
    /// The round that it opens or answers, for whose tokens its context speaks.
    #[must_use]
    pub fn round(&self) -> Option<Id> {
        match self {
            Self::OpenRound { round, .. }
            | Self::AskMoreTime { round }
            | Self::Return { round, .. }
            | Self::EnterReturn { round, .. } => Some(*round),
            _ => None,
        }
    }

    /// The most acts that it makes.
    #[must_use]
    pub fn most_acts(&self) -> usize {
        match self {
            Self::FoundFromSource { history, .. } => history.len() + 1,
            Self::Found { settings, .. } => settings.len() + 12,
            Self::RollCall { choices, .. } => choices.len() + 3,
            _ => 8,
        }
    }
}

/// What a text is made for: a meeting of the group, or a process outside it with the day by which it needs
/// the text. Nothing: that isn't said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    pub meeting: Option<Id>,
    pub process: Option<String>,
    pub on: Option<Day>,
}

pub(crate) fn given<T>(value: Option<T>) -> Restricted<T> {
    value.map_or(Restricted::Withheld, Restricted::Given)
}
