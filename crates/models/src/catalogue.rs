//! The models by their names.

use group::parts::SettingValue;
use group::state::GRACE_MS;
use group::{Command, Hat, State, settings};

use crate::holds;
use crate::meeting;
use crate::moves::{self, by};
use crate::people::{BEGINNING, begun, group, id, wearing};
use crate::vote;
use crate::walk::{Fault, Walk};

/// The names of all models, with what each is about.
pub const NAMES: [(&str, &str); 9] = [
    (
        "silence",
        "the silence procedure: positions, deadline, confirmation, restart",
    ),
    ("steering", "more time, suspension, cancellation"),
    (
        "evidence",
        "mail, positions entered and contested, outages, annulment",
    ),
    ("chairs", "co-chairs, handover and vacancy in mid-procedure"),
    ("rounds", "rounds and responses against a new version"),
    (
        "endorsement",
        "endorsement, reservations, publication, annulment",
    ),
    (
        "consensus",
        "consensus in a meeting: presence, objection, reservations, release",
    ),
    ("vote", "a vote in writing, beside the silence procedure"),
    ("nodes", "two nodes that decide on what they know"),
];

/// The model of a name, with so many steps as its bound allows.
pub(crate) fn model(name: &str, long: bool, fault: Option<Fault>) -> Option<Walk> {
    let mut properties = holds::everywhere();
    let mut walk = |start: State, moves, more, steps: [usize; 2]| {
        properties.extend(more);
        Walk {
            start,
            moves,
            steps: steps[usize::from(long)],
            moments: &[0, 1, GRACE_MS],
            pause: 3_600_000,
            nodes: 1,
            fault,
            properties: std::mem::take(&mut properties),
        }
    };
    let silence = || group(&[]);
    Some(match name {
        "silence" => walk(silence(), moves::silence(), holds::silence(), [10, 12]),
        "steering" => {
            let moves = [moves::silence(), moves::steering()].concat();
            let more = [holds::silence(), holds::steering()].concat();
            walk(silence(), moves, more, [8, 9])
        }
        "evidence" => {
            let moves = [moves::silence(), moves::evidence()].concat();
            let more = [holds::silence(), holds::evidence()].concat();
            walk(silence(), moves, more, [8, 9])
        }
        "chairs" => {
            let moves = [moves::silence(), moves::chairs()].concat();
            walk(silence(), moves, holds::chairs(), [8, 9])
        }
        "rounds" => {
            let moves = [moves::clearance(), moves::rounds()].concat();
            let mut walk = walk(silence(), moves, holds::rounds(), [11, 12]);
            walk.moments = &[GRACE_MS];
            walk
        }
        "consensus" => {
            let days = [(settings::MEETING_ATTACH_DAYS, SettingValue::Number(1))];
            let start = meeting::in_session(group(&days));
            let mut walk = walk(start, meeting::moves(), meeting::properties(), [9, 11]);
            walk.pause = 86_400_000;
            walk
        }
        "endorsement" => {
            let moves = [moves::silence(), moves::endorsement(), vec![annul()]].concat();
            walk(silence(), moves, holds::endorsement(), [9, 10])
        }
        "vote" => {
            let allowed = [(settings::VOTE_ALLOWED, SettingValue::Switch(true))];
            let beside = ["puts the text under silence", "west objects"];
            let silence = moves::silence().into_iter();
            let silence = silence.filter(|each| beside.iter().any(|word| each.name.contains(word)));
            let moves = [silence.collect(), vote::moves()].concat();
            let start = under_silence(group(&allowed));
            let mut walk = walk(start, moves, vote::properties(), [8, 10]);
            walk.moments = &[0, GRACE_MS];
            walk
        }
        "nodes" => {
            let start = under_silence(silence());
            let mut walk = walk(start, moves::silence(), Vec::new(), [8, 9]);
            walk.nodes = 2;
            walk
        }
        _ => return None,
    })
}

fn annul() -> moves::Move {
    by(
        wearing(Hat::Chair, "south"),
        "the chair annuls the decision",
        |walked| {
            Some(Command::AnnulDecision {
                decision: walked.head.decisions.last()?.id,
                reason: "It was no agreement.".to_owned(),
            })
        },
    )
}

/// The group with its text under silence.
fn under_silence(state: State) -> State {
    let open = Command::OpenSilence {
        procedure: id("silence0"),
        text: id("text"),
        deadline: BEGINNING.plus_millis(7_200_000),
        note: None,
    };
    begun(state, vec![(wearing(Hat::Chair, "south"), open)])
}
