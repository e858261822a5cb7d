//! Meetings of the small group: commands with what doesn't matter filled in, and a group on its way
//! through one.

use group::parts::{
    AgendaItem, Attachment, AttachmentKind, AttachmentText, DecisionKind, ItemKind, ItemOutcome,
    ItemWords, Mark, MeetingLevel, Presence, Published,
};
use group::state::{Action, Decision, Meeting};
use group::{Command, Day, Hat, Instant};

use crate::commands::filed;
use crate::world::{HOUR, World, ZONE, chair, hat, id, instant, secretariat};

/// When the meeting begins: on 21 March at nine in the group's zone, still the 20th in UTC.
pub(crate) const BEGINS: &str = "2026-03-20T20:00:00Z";

pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

pub(crate) fn call(meeting: &str, level: MeetingLevel, begins: Instant) -> Command {
    Command::CallMeeting {
        meeting: id(meeting),
        title: format!("The {meeting}"),
        level,
        begins,
        ends: begins.plus_millis(8 * HOUR),
        zone: ZONE.to_owned(),
        place: "The harbour".to_owned(),
    }
}

pub(crate) fn move_to(meeting: &str, begins: Instant) -> Command {
    Command::MoveMeeting {
        meeting: id(meeting),
        begins,
        ends: begins.plus_millis(HOUR),
        place: "The town hall".to_owned(),
        reason: "A storm.".to_owned(),
    }
}

pub(crate) fn cancel(meeting: &str) -> Command {
    Command::CancelMeeting {
        meeting: id(meeting),
        reason: "A strike.".to_owned(),
    }
}

pub(crate) fn item(name: &str, kind: ItemKind) -> AgendaItem {
    AgendaItem {
        item: id(name),
        title: format!("On {name}"),
        kind,
        text: None,
        deferred: None,
        minutes_of: None,
        carries: Vec::new(),
    }
}

/// Adoption of the agenda, follow-up, two topics and other business.
pub(crate) fn agenda() -> Vec<AgendaItem> {
    vec![
        item("adoption", ItemKind::AdoptionOfAgenda),
        item("follow", ItemKind::FollowUp),
        item("topic", ItemKind::Topic),
        item("second", ItemKind::Topic),
        item("other", ItemKind::OtherBusiness),
    ]
}

pub(crate) fn propose(meeting: &str, items: Vec<AgendaItem>) -> Command {
    Command::ProposeAgenda {
        meeting: id(meeting),
        items,
    }
}

pub(crate) fn adopt_agenda(meeting: &str) -> Command {
    Command::AdoptAgenda {
        meeting: id(meeting),
    }
}

pub(crate) fn paper(paper: &str, symbol: &str, revises: Option<&str>) -> Command {
    Command::TablePaper {
        paper: id(paper),
        meeting: id("meeting"),
        item: None,
        symbol: symbol.to_owned(),
        title: "An overview".to_owned(),
        file: filed(paper),
        format: "pdf".to_owned(),
        revises: revises.map(id),
    }
}

pub(crate) fn open(meeting: &str) -> Command {
    Command::OpenMeeting {
        meeting: id(meeting),
    }
}

pub(crate) fn marks(meeting: &str, marks: &[(&str, Presence)]) -> Command {
    let mark = |(organisation, presence): &(&str, Presence)| Mark {
        organisation: id(organisation),
        presence: *presence,
    };
    Command::MarkAttendance {
        meeting: id(meeting),
        marks: marks.iter().map(mark).collect(),
    }
}

/// Three of the four members, and the partner.
pub(crate) const ATTENDANCE: [(&str, Presence); 5] = [
    ("north", Presence::Head),
    ("south", Presence::Representative),
    ("east", Presence::Representative),
    ("west", Presence::Absent),
    ("guest", Presence::Representative),
];

pub(crate) fn close_item(meeting: &str, item: &str, outcome: ItemOutcome) -> Command {
    Command::CloseItem {
        meeting: id(meeting),
        item: id(item),
        outcome,
        summary: Some("All welcomed it.".to_owned()),
    }
}

pub(crate) fn put(meeting: &str, item: &str, decision: &str) -> Command {
    Command::PutDecision {
        decision: id(decision),
        meeting: id(meeting),
        item: id(item),
        kind: DecisionKind::Strategic,
        title: format!("To {decision}"),
        words: format!("The meeting decides to {decision}."),
        mandates: Vec::new(),
    }
}

pub(crate) fn so_decided(meeting: &str, decision: &str) -> Command {
    Command::AdoptByConsensus {
        meeting: id(meeting),
        decision: id(decision),
    }
}

pub(crate) fn objection(meeting: &str, decision: &str, objecting: &[&str]) -> Command {
    Command::RecordObjection {
        meeting: id(meeting),
        decision: id(decision),
        objecting: objecting.iter().copied().map(id).collect(),
        reason: Some("Too soon.".to_owned()),
    }
}

pub(crate) fn close(meeting: &str) -> Command {
    Command::CloseMeeting {
        meeting: id(meeting),
    }
}

pub(crate) fn circulate(until: &str) -> Command {
    Command::CirculateMinutes {
        meeting: id("meeting"),
        until: day(until),
        words: vec![ItemWords {
            item: Some(id("topic")),
            words: "A long debate.".to_owned(),
        }],
    }
}

pub(crate) fn correction() -> Command {
    Command::AskCorrection {
        meeting: id("meeting"),
        item: Some(id("topic")),
        words: "We said so.".to_owned(),
    }
}

pub(crate) fn approve(edition: u32, at: &str, item: &str) -> Command {
    Command::ApproveMinutes {
        meeting: id("meeting"),
        edition,
        at: id(at),
        item: id(item),
    }
}

pub(crate) fn quote(quotation: &str) -> Command {
    Command::ApproveQuotation {
        quotation: id(quotation),
        meeting: id("meeting"),
        words: "We met.".to_owned(),
        attribution: "A. Head, Director".to_owned(),
    }
}

pub(crate) fn note(quotations: &[&str]) -> Command {
    Command::IssueNote {
        meeting: id("meeting"),
        title: "They met".to_owned(),
        lede: Some("In the harbour.".to_owned()),
        attendance: true,
        quotations: quotations.iter().copied().map(id).collect(),
    }
}

/// A reservation to a decision of a meeting.
pub(crate) fn attach(decision: &str, publish: bool) -> Command {
    let attachment = Attachment {
        kind: AttachmentKind::Reservation,
        publish,
    };
    Command::Attach {
        decision: id(decision),
        attachments: vec![(attachment, AttachmentText("We read it so.".to_owned()))],
    }
}

pub(crate) fn release(decision: &str, of: &[&str]) -> Command {
    let attached = |organisation: &&str| Published {
        organisation: id(organisation),
        kind: AttachmentKind::Reservation,
        text: "We read it so.".to_owned(),
    };
    Command::ReleaseDecision {
        decision: id(decision),
        attached: of.iter().map(attached).collect(),
    }
}

/// Of no meeting; `due` left out: before the next meeting.
pub(crate) fn open_action(action: &str, owners: &[&str], due: Option<&str>) -> Command {
    Command::OpenAction {
        action: id(action),
        meeting: None,
        item: None,
        decision: None,
        owners: owners.iter().copied().map(id).collect(),
        due: due.map(day),
        what: "To write it down.".to_owned(),
    }
}

pub(crate) fn action_at(action: &str, meeting: &str, owners: &[&str]) -> Command {
    let mut command = open_action(action, owners, None);
    if let Command::OpenAction { meeting: at, .. } = &mut command {
        *at = Some(id(meeting));
    }
    command
}

pub(crate) fn report(action: &str, done: bool) -> Command {
    Command::ReportAction {
        action: id(action),
        report: "Half of it.".to_owned(),
        evidence: None,
        done,
    }
}

pub(crate) fn drop_action(action: &str) -> Command {
    Command::DropAction {
        action: id(action),
        reason: "Overtaken.".to_owned(),
    }
}

pub(crate) fn move_action(action: &str, due: Option<&str>) -> Command {
    Command::MoveAction {
        action: id(action),
        due: due.map(day),
        reason: "More time.".to_owned(),
    }
}

pub(crate) fn reassign(action: &str, owners: &[&str]) -> Command {
    Command::ReassignAction {
        action: id(action),
        owners: owners.iter().copied().map(id).collect(),
        reason: "They know.".to_owned(),
    }
}

/// The head of "east".
pub(crate) fn head() -> group::Actor {
    hat(Hat::Head, "east")
}

impl World {
    pub(crate) fn meeting(&self, name: &str) -> &Meeting {
        &self.state.meetings[&id(name)]
    }

    pub(crate) fn action(&self, name: &str) -> &Action {
        &self.state.actions[&id(name)]
    }

    pub(crate) fn decision(&self, name: &str) -> &Decision {
        self.state.decision(id(name)).expect("a decision")
    }

    // The life of a meeting of heads, step by step.

    pub(crate) fn meeting_called() -> Self {
        let mut world = Self::new();
        let called = call("meeting", MeetingLevel::Heads, instant(BEGINS));
        world.must(secretariat(), &called);
        world
    }

    pub(crate) fn agenda_proposed() -> Self {
        let mut world = Self::meeting_called();
        world.must(secretariat(), &propose("meeting", agenda()));
        world
    }

    /// Opened, with those present marked; its agenda is still to be adopted.
    pub(crate) fn meeting_opened() -> Self {
        let mut world = Self::agenda_proposed();
        world.now = instant(BEGINS);
        world.must(secretariat(), &open("meeting"));
        world.must(secretariat(), &marks("meeting", &ATTENDANCE));
        world
    }

    pub(crate) fn in_session() -> Self {
        let mut world = Self::meeting_opened();
        world.must(chair(), &adopt_agenda("meeting"));
        world
    }

    pub(crate) fn decision_put() -> Self {
        let mut world = Self::in_session();
        world.must(chair(), &put("meeting", "topic", "agree"));
        world
    }

    /// With a decision, an action for "west" and "south", a deferred topic; over after six hours.
    pub(crate) fn meeting_closed() -> Self {
        let mut world = Self::decision_put();
        world.must(chair(), &so_decided("meeting", "agree"));
        world.must(
            secretariat(),
            &action_at("action", "meeting", &["west", "south"]),
        );
        for (item, outcome) in [
            ("adoption", ItemOutcome::Concluded),
            ("follow", ItemOutcome::TookNote),
            ("topic", ItemOutcome::Decided),
            ("second", ItemOutcome::Deferred),
        ] {
            world.must(secretariat(), &close_item("meeting", item, outcome));
        }
        world.wait(6 * HOUR);
        world.must(chair(), &close("meeting"));
        world
    }

    pub(crate) fn minutes_circulated() -> Self {
        let mut world = Self::meeting_closed();
        world.must(secretariat(), &circulate("2026-04-10"));
        world
    }

    /// Another meeting in session, with these items and those present as at the first.
    pub(crate) fn hold(
        &mut self,
        name: &str,
        level: MeetingLevel,
        begins: &str,
        items: Vec<AgendaItem>,
    ) {
        self.must(secretariat(), &call(name, level, instant(begins)));
        self.must(secretariat(), &propose(name, items));
        self.now = self.now.max(instant(begins));
        self.must(secretariat(), &open(name));
        self.must(secretariat(), &marks(name, &ATTENDANCE));
        self.must(chair(), &adopt_agenda(name));
    }

    /// The minutes are approved by a later meeting, which is in session.
    pub(crate) fn minutes_approved() -> Self {
        let mut world = Self::minutes_circulated();
        let mut minutes = item("later/min", ItemKind::Minutes);
        minutes.minutes_of = Some(id("meeting"));
        let items = vec![minutes, item("later/fol", ItemKind::FollowUp)];
        world.hold("later", MeetingLevel::Heads, "2026-05-20T20:00:00Z", items);
        world.must(chair(), &approve(1, "later", "later/min"));
        world
    }
}
