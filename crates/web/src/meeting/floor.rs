//! The decision that is before the meeting right now.

use group::Id;
use group::state::Meeting;
use office::desk::Desk;
use pages::Form;
use pages::ballot::Majority;
use pages::floor::{Answer, Put, RollCall};

use super::importance;
use crate::app::App;
use crate::show;

/// Which of the chair's forms is asked for.
#[derive(Clone, Copy, Default)]
pub(super) struct AskedFor {
    pub(super) objects: bool,
    pub(super) votes: bool,
}

/// The roll call, where the group's rules allow votes.
fn roll_call(app: &App, desk: &Desk<'_>, meeting: &Meeting, open: bool) -> Option<RollCall> {
    let put = meeting.put.as_ref().filter(|_| desk.votes_allowed())?;
    let (majority, _, quorum) = desk.vote_rules();
    let there = present(desk, meeting).into_iter();
    Some(RollCall {
        form: show::form(app).about(put.decision),
        open,
        majority: Majority::of(majority.word()),
        quorum,
        present: there.map(|(id, org)| (id, org, String::new())).collect(),
    })
}

/// What is put, with the chair's answers; `None` where nothing is.
pub(super) fn put(app: &App, desk: &Desk<'_>, meeting: &Meeting, asked: AskedFor) -> Option<Put> {
    let put = meeting.put.as_ref()?;
    let (number, item) = meeting.item(put.item)?;
    let cited = |id: &Id| {
        let mandates = desk.mandates().into_iter();
        mandates
            .filter(|(each, _)| each == id)
            .map(|(_, m)| mandate(m))
            .next()
    };
    Some(Put {
        title: put.title.clone(),
        kind: importance(put.kind),
        words: put.words.clone(),
        item: (show::number(number), item.title.clone()),
        mandates: put.mandates.iter().filter_map(cited).collect(),
        take_back: desk.is_staff().then(|| show::form(app).about(put.decision)),
        answer: desk.is_chair().then(|| Answer {
            decided: show::form(app).about(put.decision),
            objected: show::form(app).about(put.decision),
            objects: asked.objects,
            roll_call: roll_call(app, desk, meeting, asked.votes),
            present: present(desk, meeting),
            ..Answer::default()
        }),
    })
}

/// A mandate in a line: "Assembly of Coastal States, resolution 12".
pub(crate) fn mandate(mandate: &group::state::Mandate) -> String {
    match mandate.instrument.get() {
        Some(instrument) => format!("{}, {instrument}", mandate.body),
        None => mandate.body.clone(),
    }
}

/// Members present with the right to object: value, organisation.
fn present(desk: &Desk<'_>, meeting: &Meeting) -> Vec<(String, pages::Org)> {
    let there = desk.deciding(meeting).into_iter();
    there
        .map(|id| (id.to_string(), show::org_of(desk, id)))
        .collect()
}

/// The answers with what was refused in one of them.
pub(super) fn refused(put: &mut Option<Put>, change: impl FnOnce(&mut Answer)) -> Option<()> {
    change(put.as_mut()?.answer.as_mut()?);
    Some(())
}

/// A form that was refused, about the same thing as before.
pub(super) fn again(posted: &crate::posted::Posted, field: &str, why: &str) -> Form {
    Form::new(posted.text("command"))
        .about(posted.text("seen"))
        .refused(field, why)
}
