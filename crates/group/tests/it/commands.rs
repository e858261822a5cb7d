//! Commands of the small group, with what doesn't matter filled in.

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, Category, CommentItem, EvidenceKind, Item,
    OfficeKind, PositionKind, Published, ReturnForm, ReturnMode, SeatKind, SettingValue, Statement,
    Verdict, Verdicted, Visibility,
};
use group::{Aim, Command, Filed, Id, Instant};

use crate::world::{ZONE, id};

pub(crate) fn filed(name: &str) -> Filed {
    Filed {
        id: name.to_owned(),
    }
}

pub(crate) fn digest(label: &str) -> String {
    let byte = label.bytes().fold(0_u8, u8::wrapping_add);
    format!("{byte:02x}").repeat(32)
}

pub(crate) fn found() -> Command {
    Command::Found {
        name: "The Group".to_owned(),
        short_name: "group".to_owned(),
        zone: ZONE.to_owned(),
        purpose: None,
        organisation: id("north"),
        organisation_name: "North".to_owned(),
        organisation_short: Some("N".to_owned()),
        seat: id("north/foc"),
        person: id("north/foc~"),
        person_name: "Somebody".to_owned(),
        settings: Vec::new(),
    }
}

pub(crate) fn set(name: &str, value: SettingValue) -> Command {
    Command::SetRule {
        name: name.to_owned(),
        value,
    }
}

pub(crate) fn define(category: &str, rights: Category) -> Command {
    Command::DefineCategory {
        category: category.to_owned(),
        rights,
    }
}

pub(crate) fn take_in(organisation: &str, category: &str) -> Command {
    Command::RecordOrganisation {
        organisation: id(organisation),
        name: format!("The {organisation}"),
        short_name: None,
        category: category.to_owned(),
        kind: None,
    }
}

pub(crate) fn seat(organisation: &str, short: &str, place: SeatKind) -> Command {
    let seat = format!("{organisation}/{short}");
    Command::OpenSeat {
        seat: id(&seat),
        person: id(&format!("{seat}~")),
        person_name: "Somebody".to_owned(),
        organisation: id(organisation),
        place,
    }
}

pub(crate) fn assign(office: OfficeKind, organisation: &str) -> Command {
    Command::AssignOffice {
        office,
        organisation: id(organisation),
        until: None,
        exercised_by: None,
        decision: None,
    }
}

pub(crate) fn open_text(text: &str, penholder: &str) -> Command {
    Command::OpenText {
        text: id(text),
        slug: text.to_owned(),
        title: "A joint text".to_owned(),
        form: "statement".to_owned(),
        symbol: None,
        language: None,
        supplements: None,
        aim: Aim::default(),
        penholder: id(penholder),
        label: "zero draft".to_owned(),
        sha256: digest("zero draft"),
        file: filed("zero"),
    }
}

pub(crate) fn table(label: &str) -> Command {
    Command::TableVersion {
        text: id("text"),
        label: label.to_owned(),
        sha256: digest(label),
        file: filed(label),
        after: None,
    }
}

pub(crate) fn open_round(round: &str, deadline: Instant) -> Command {
    Command::OpenRound {
        round: id(round),
        text: id("text"),
        deadline,
        instructions: None,
        late: false,
        visibility: Visibility::ThenWithNames,
    }
}

/// The same without names.
pub(crate) fn open_restricted(round: &str, deadline: Instant) -> Command {
    let mut command = open_round(round, deadline);
    if let Command::OpenRound { visibility, .. } = &mut command {
        *visibility = Visibility::ThenWithoutNames;
    }
    command
}

/// The token of an organisation in a restricted round: its own there, and in no order of theirs.
pub(crate) fn token(round: Id, organisation: Id) -> Id {
    let name = format!("{round} {organisation}");
    let spread = |sum: u128, byte: u8| (sum ^ u128::from(byte)) * 1_099_511_628_211 % (1 << 64);
    let random = name.bytes().fold(14_695_981_039_346_656_037, spread);
    Id::from_parts(Instant::from_millis(3), random)
}

pub(crate) fn close_round() -> Command {
    Command::CloseRound { round: id("round") }
}

pub(crate) fn marked_up(proposals: u32, comments: u32) -> Command {
    Command::Return {
        round: id("round"),
        form: ReturnForm::MarkedUp,
        file: Some(filed("return")),
        proposals,
        comments,
        mode: ReturnMode::Replaces,
        for_penholder: Vec::new(),
    }
}

pub(crate) fn extend_round(deadline: Instant) -> Command {
    Command::ExtendRound {
        round: id("round"),
        deadline,
    }
}

pub(crate) fn ask_more_time() -> Command {
    Command::AskMoreTime { round: id("round") }
}

/// What an organisation answered by mail, with two proposals.
pub(crate) fn entered(organisation: &str, arrived: Instant) -> Command {
    Command::EnterReturn {
        round: id("round"),
        organisation: id(organisation),
        form: ReturnForm::MarkedUp,
        file: Some(filed("return")),
        proposals: 2,
        comments: 0,
        mode: ReturnMode::Replaces,
        for_penholder: Vec::new(),
        evidence: EvidenceKind::Mail,
        evidence_file: Some(filed("mail")),
        arrived,
    }
}

pub(crate) fn no_comments() -> Command {
    Command::Return {
        round: id("round"),
        form: ReturnForm::NoComments,
        file: None,
        proposals: 0,
        comments: 0,
        mode: ReturnMode::Replaces,
        for_penholder: Vec::new(),
    }
}

pub(crate) fn freeze(
    compilation: &str,
    amendments: &[&str],
    comments: &[&str],
    by: &str,
) -> Command {
    let item = |item: &&str| Item {
        id: (*item).to_owned(),
        kind: "replace".to_owned(),
        conflict: None,
        supporters: vec![id(by)],
    };
    let comment = |item: &&str| CommentItem {
        id: (*item).to_owned(),
        organisation: id(by),
    };
    Command::Freeze {
        compilation: id(compilation),
        round: id("round"),
        amendments: amendments.iter().map(item).collect(),
        comments: comments.iter().map(comment).collect(),
        model: filed("model"),
        word: filed("word"),
    }
}

/// Responses with a verdict and a reason each.
pub(crate) fn responses(compilation: &str, answers: &[(&str, Verdict, Option<&str>)]) -> Command {
    let verdicted = |(item, verdict, reason): &(&str, Verdict, Option<&str>)| Verdicted {
        item: (*item).to_owned(),
        verdict: *verdict,
        reasoned: reason.is_some(),
    };
    let statement = |(item, _, reason): &(&str, Verdict, Option<&str>)| Statement {
        item: (*item).to_owned(),
        place: "paragraph 1".to_owned(),
        before: "shall".to_owned(),
        after: "should".to_owned(),
        wording: None,
        reason: reason.map(str::to_owned),
    };
    Command::IssueResponses {
        compilation: id(compilation),
        verdicts: answers.iter().map(verdicted).collect(),
        statements: answers.iter().map(statement).collect(),
    }
}

pub(crate) fn respond(compilation: &str, items: &[&str]) -> Command {
    let answers: Vec<_> = items
        .iter()
        .map(|item| (*item, Verdict::Taken, None))
        .collect();
    responses(compilation, &answers)
}

pub(crate) fn open_silence(procedure: &str, deadline: Instant) -> Command {
    Command::OpenSilence {
        procedure: id(procedure),
        text: id("text"),
        deadline,
        note: None,
    }
}

pub(crate) fn position(procedure: &str, position: PositionKind) -> Command {
    Command::GivePosition {
        procedure: id(procedure),
        position,
        confirmed_by: "2026-06-01"
            .parse()
            .ok()
            .filter(|_| position == PositionKind::AgreesAdReferendum),
        reason: position.breaks_silence().then(|| "A reason.".to_owned()),
        wording: None,
        attachments: Vec::new(),
    }
}

pub(crate) fn objects(procedure: &str) -> Command {
    position(procedure, PositionKind::Objects)
}

/// Only a reservation: neither agreement nor objection.
pub(crate) fn reserves(procedure: &str, publish: bool) -> Command {
    Command::GivePosition {
        procedure: id(procedure),
        position: PositionKind::None,
        confirmed_by: None,
        reason: None,
        wording: None,
        attachments: vec![(
            Attachment {
                kind: AttachmentKind::Reservation,
                publish,
            },
            AttachmentText("We read paragraph 2 so.".to_owned()),
        )],
    }
}

pub(crate) fn withdraw(procedure: &str) -> Command {
    Command::WithdrawPosition {
        procedure: id(procedure),
    }
}

pub(crate) fn close_silence(procedure: &str) -> Command {
    Command::CloseSilence {
        procedure: id(procedure),
    }
}

pub(crate) fn confirm(procedure: &str, decision: &str) -> Command {
    Command::ConfirmSilence {
        procedure: id(procedure),
        decision: id(decision),
    }
}

pub(crate) fn restart(procedure: &str, anew: &str, deadline: Instant) -> Command {
    Command::RestartSilence {
        procedure: id(procedure),
        anew: id(anew),
        deadline,
        reason: "The objection was met.".to_owned(),
    }
}

pub(crate) fn endorse() -> Command {
    Command::Endorse {
        text: id("text"),
        name: "The Organisation (ORG)".to_owned(),
    }
}

pub(crate) fn publish(attached: Vec<Published>) -> Command {
    Command::Publish {
        text: id("text"),
        attached,
    }
}

pub(crate) fn extend(procedure: &str, deadline: Instant) -> Command {
    Command::ExtendSilence {
        procedure: id(procedure),
        deadline,
    }
}

pub(crate) fn suspend(procedure: &str) -> Command {
    Command::SuspendSilence {
        procedure: id(procedure),
        reason: "The session was moved.".to_owned(),
    }
}

pub(crate) fn resume(procedure: &str, deadline: Instant) -> Command {
    Command::ResumeSilence {
        procedure: id(procedure),
        deadline,
    }
}

pub(crate) fn cancel(procedure: &str) -> Command {
    Command::CancelSilence {
        procedure: id(procedure),
        reason: "The text is not ripe.".to_owned(),
    }
}

pub(crate) fn stop(procedure: &str) -> Command {
    Command::StopSilence {
        procedure: id(procedure),
        reason: "Not before we have talked.".to_owned(),
    }
}

pub(crate) fn annul(decision: &str) -> Command {
    Command::AnnulDecision {
        decision: id(decision),
        reason: "An objection had arrived in time.".to_owned(),
    }
}

pub(crate) fn more_time(procedure: &str) -> Command {
    Command::AskMoreTimeInSilence {
        procedure: id(procedure),
    }
}

pub(crate) fn decline(procedure: &str) -> Command {
    Command::DeclineMoreTime {
        procedure: id(procedure),
        reason: None,
    }
}

/// A position of another organisation by mail.
pub(crate) fn mailed(organisation: &str, position: PositionKind, arrived: Instant) -> Command {
    Command::EnterPosition {
        procedure: id("proc"),
        organisation: id(organisation),
        position,
        confirmed_by: None,
        reason: Some("Paragraph 2.".to_owned()),
        wording: None,
        attachments: Vec::new(),
        evidence: EvidenceKind::Mail,
        evidence_file: Some(filed("mail")),
        arrived,
        message: None,
    }
}

pub(crate) fn approve(organisation: &str) -> Command {
    Command::ApprovePosition {
        procedure: id("proc"),
        organisation: id(organisation),
    }
}

pub(crate) fn contest() -> Command {
    Command::ContestPosition {
        procedure: id("proc"),
        reason: Some("This was about another text.".to_owned()),
    }
}

pub(crate) fn receive(message: &str, organisation: &str, arrived: Instant) -> Command {
    Command::ReceiveMessage {
        message: id(message),
        organisation: id(organisation),
        form: EvidenceKind::Mail,
        arrived,
        file: filed("mail"),
    }
}

pub(crate) fn read(message: &str) -> Command {
    Command::ReadMessage {
        message: id(message),
    }
}
