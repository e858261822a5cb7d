//! Stages of a meeting and of an action, and the acts that are tried at each: for the tables of
//! `docs/states.md`.

use group::Command;
use group::parts::{ItemKind, ItemOutcome, MeetingLevel, Presence};
use group::state::{ActionStanding, Meeting, MeetingStanding};

use crate::meetings::{
    self, action_at, agenda, approve, attach, cancel, close_item, marks, move_to, note, objection,
    paper, propose, put, quote, release, report, so_decided,
};
use crate::table::{Build, Try};
use crate::world::{DAY, World, chair, focal, id, instant, secretariat};

pub(crate) const MEETING: [(&str, Build); 9] = [
    ("called", World::meeting_called),
    ("agenda proposed", World::agenda_proposed),
    ("in session", World::meeting_opened),
    ("agenda adopted", World::in_session),
    ("decision put", World::decision_put),
    ("closed", World::meeting_closed),
    ("minutes circulated", World::minutes_circulated),
    ("minutes approved", World::minutes_approved),
    ("cancelled", cancelled),
];

pub(crate) const ACTION: [(&str, Build); 4] = [
    ("open", World::meeting_closed),
    ("in progress", || reported(false)),
    ("done", || reported(true)),
    ("dropped", dropped),
];

fn cancelled() -> World {
    let mut world = World::agenda_proposed();
    world.must(secretariat(), &cancel("meeting"));
    world
}

fn reported(done: bool) -> World {
    let mut world = World::meeting_closed();
    world.must(focal("west"), &report("action", done));
    world
}

fn dropped() -> World {
    let mut world = World::meeting_closed();
    world.must(chair(), &meetings::drop_action("action"));
    world
}

/// What the stage of a meeting is called.
pub(crate) fn of_meeting(meeting: &Meeting) -> &'static str {
    match (meeting.standing, &meeting.minutes) {
        (MeetingStanding::Called, _) if meeting.agenda.is_empty() => "called",
        (MeetingStanding::Called, _) => "agenda proposed",
        (MeetingStanding::Open { .. }, _) if meeting.put.is_some() => "decision put",
        (MeetingStanding::Open { .. }, _) if meeting.agenda_adopted => "agenda adopted",
        (MeetingStanding::Open { .. }, _) => "in session",
        (MeetingStanding::Closed { .. }, None) => "closed",
        (MeetingStanding::Closed { .. }, Some(minutes)) if minutes.approved.is_some() => {
            "minutes approved"
        }
        (MeetingStanding::Closed { .. }, Some(_)) => "minutes circulated",
        (MeetingStanding::Cancelled { .. }, _) => "cancelled",
    }
}

/// What the stage of an action is called.
pub(crate) fn of_action(standing: ActionStanding) -> &'static str {
    match standing {
        ActionStanding::Open => "open",
        ActionStanding::InProgress => "in progress",
        ActionStanding::Done { .. } => "done",
        ActionStanding::Dropped { .. } => "dropped",
    }
}

/// On the meeting's day, or later where time has gone on.
fn on_its_day(world: &mut World) {
    world.now = world.now.max(instant(meetings::BEGINS));
}

/// Each act by somebody who may do it, on the day of the meeting or later.
pub(crate) const AT_MEETING: [(&str, Try); 27] = [
    ("meeting.moved", |world| {
        let begins = world.meeting("meeting").begins.plus_millis(DAY);
        world.attempt(secretariat(), &move_to("meeting", begins))
    }),
    ("meeting.cancelled", |world| {
        world.attempt(secretariat(), &cancel("meeting"))
    }),
    ("agenda.proposed", |world| {
        world.attempt(secretariat(), &propose("meeting", agenda()))
    }),
    ("paper.tabled", |world| {
        world.attempt(secretariat(), &paper("paper", "GRP/WP.1", None))
    }),
    ("meeting.opened: the day before", |world| {
        let before = instant(meetings::BEGINS).plus_millis(-DAY);
        world.now = world.now.max(before);
        world.attempt(secretariat(), &meetings::open("meeting"))
    }),
    ("meeting.opened", |world| {
        on_its_day(world);
        world.attempt(secretariat(), &meetings::open("meeting"))
    }),
    ("agenda.adopted", |world| {
        world.attempt(chair(), &meetings::adopt_agenda("meeting"))
    }),
    ("attendance.marked", |world| {
        let there = [("west", Presence::Head)];
        world.attempt(secretariat(), &marks("meeting", &there))
    }),
    ("item.closed: took note", |world| {
        let noted = close_item("meeting", "topic", ItemOutcome::TookNote);
        world.attempt(chair(), &noted)
    }),
    ("item.closed: decided", |world| {
        let decided = close_item("meeting", "second", ItemOutcome::Decided);
        world.attempt(chair(), &decided)
    }),
    ("decision.put", |world| {
        world.attempt(chair(), &put("meeting", "topic", "differ"))
    }),
    ("decision.adopted", |world| {
        world.attempt(chair(), &so_decided("meeting", "agree"))
    }),
    ("decision.objected", |world| {
        world.attempt(chair(), &objection("meeting", "agree", &["east"]))
    }),
    ("decision.taken_back", |world| {
        let back = Command::TakeBack {
            meeting: id("meeting"),
            decision: id("agree"),
        };
        world.attempt(secretariat(), &back)
    }),
    ("decision.objected: by one absent", |world| {
        world.attempt(chair(), &objection("meeting", "agree", &["west"]))
    }),
    ("meeting.closed", |world| {
        world.attempt(chair(), &meetings::close("meeting"))
    }),
    ("action.opened", |world| {
        world.attempt(chair(), &action_at("another", "meeting", &["west"]))
    }),
    ("decision.attached", |world| {
        world.attempt(focal("west"), &attach("agree", true))
    }),
    ("decision.released: after the days", |world| {
        world.wait(6 * DAY);
        world.attempt(chair(), &release("agree", &[]))
    }),
    ("minutes.circulated", |world| {
        world.attempt(secretariat(), &meetings::circulate("2026-06-10"))
    }),
    ("minutes.correction_asked", |world| {
        world.attempt(focal("west"), &meetings::correction())
    }),
    ("minutes.approved: by a later meeting", |world| {
        by_a_later_meeting(world, 1)
    }),
    ("minutes.approved: another edition", |world| {
        by_a_later_meeting(world, 2)
    }),
    ("quotation.approved", |world| {
        world.attempt(focal("west"), &quote("quote"))
    }),
    ("note.issued", |world| world.attempt(chair(), &note(&[]))),
    ("meeting.called: it again", |world| {
        let begins = instant(meetings::BEGINS);
        let again = meetings::call("meeting", MeetingLevel::Heads, begins);
        world.attempt(secretariat(), &again)
    }),
    ("meeting.called: another", |world| {
        let begins = instant(meetings::BEGINS);
        let another = meetings::call("another", MeetingLevel::Heads, begins);
        world.attempt(secretariat(), &another)
    }),
];

pub(crate) const ON_ACTION: [(&str, Try); 7] = [
    ("action.reported", |world| {
        world.attempt(focal("west"), &report("action", false))
    }),
    ("action.done", |world| {
        world.attempt(focal("south"), &report("action", true))
    }),
    ("action.dropped", |world| {
        world.attempt(chair(), &meetings::drop_action("action"))
    }),
    ("action.moved", |world| {
        let moved = meetings::move_action("action", Some("2026-06-10"));
        world.attempt(secretariat(), &moved)
    }),
    ("action.moved: to a day that is past", |world| {
        let moved = meetings::move_action("action", Some("2026-03-20"));
        world.attempt(secretariat(), &moved)
    }),
    ("action.reassigned", |world| {
        world.attempt(secretariat(), &meetings::reassign("action", &["east"]))
    }),
    ("action.opened: it again", |world| {
        world.attempt(chair(), &action_at("action", "meeting", &["west"]))
    }),
];

/// A later meeting, which is in session with their item on its agenda where the minutes may stand there.
fn by_a_later_meeting(world: &mut World, edition: u32) -> Result<Vec<group::Act>, group::Refusal> {
    let begins = instant("2026-06-20T20:00:00Z");
    let called = meetings::call("after", MeetingLevel::Heads, begins);
    world.must(secretariat(), &called);
    let mut minutes = meetings::item("after/min", ItemKind::Minutes);
    minutes.minutes_of = Some(id("meeting"));
    let items = vec![minutes, meetings::item("after/fol", ItemKind::FollowUp)];
    world.attempt(secretariat(), &propose("after", items))?;
    world.now = begins;
    world.must(secretariat(), &meetings::open("after"));
    world.must(chair(), &meetings::adopt_agenda("after"));
    world.attempt(chair(), &approve(edition, "after", "after/min"))
}
