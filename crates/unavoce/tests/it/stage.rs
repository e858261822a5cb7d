//! The practice group in the midst of its work, and forms of it that are refused.

use crate::playing::{Sheet, action, called, decide, demo, item, meeting, opened};
use crate::server::{Actor, Server};

/// A group with a meeting in session and everything else that its forms are about.
pub(crate) struct Stage {
    pub(crate) server: Server,
    _folder: tempfile::TempDir,
    pub(crate) secretariat: Actor,
    pub(crate) chair: Actor,
    /// A meeting that is called, with its agenda.
    pub(crate) next: String,
    /// A meeting in session, and a topic of it.
    pub(crate) live: String,
    pub(crate) item: String,
    /// A meeting that is over; its minutes may be corrected.
    pub(crate) over: String,
    /// A decision of today.
    pub(crate) decision: String,
    /// An open action of UIH.
    pub(crate) action: String,
}

/// A topic of the meeting in session.
const TOPIC: &str = "A lamp on each quay";

pub(crate) fn stage() -> Stage {
    let (server, folder) = demo();
    let (mut secretariat, mut chair) = (server.user("secretariat"), server.user("chair"));
    let called_so = "Working level: recruitment fees, and a page for crews";
    let next = meeting(&mut secretariat, called_so);
    let over = meeting(
        &mut secretariat,
        "Working level: training, and the calendar",
    );
    let topics = [TOPIC, "Ropes"];
    let live = called(&mut secretariat, "Lamps", "working_level", -1, &topics);
    opened(&mut secretariat, &live);
    let item = item(&mut secretariat, &live, TOPIC);
    let decision = decide(&mut chair, &live, &item, "Lamps are lit", "procedural");
    let owner = "Union of Island Harbours (UIH)";
    let action = action(&mut secretariat, "Light the lamps.", owner, Some(9));
    Stage {
        server,
        _folder: folder,
        secretariat,
        chair,
        next,
        live,
        item,
        over,
        decision,
        action,
    }
}

impl Stage {
    /// The address that a table writes as `NEXT/move` or `members/uih/name`.
    pub(crate) fn at(&self, written: &str) -> String {
        let keys = [
            ("NEXT", &self.next),
            ("LIVE", &self.live),
            ("ITEM", &self.item),
            ("OVER", &self.over),
            ("DECISION", &self.decision),
            ("ACTION", &self.action),
        ];
        let found = keys.iter().find_map(|(key, path)| {
            let rest = written.strip_prefix(key)?;
            Some(format!("{path}{rest}"))
        });
        found.unwrap_or_else(|| format!("/practice/{written}"))
    }

    /// The form of a page with these fields, written as `title=Typed; level=heads`.
    #[track_caller]
    pub(crate) fn sheet(&self, actor: &mut Actor, page: &str, form: &str, filled: &str) -> Sheet {
        let mut sheet = Sheet::on(actor, &self.at(page), &self.at(form));
        for (name, value) in pairs(filled) {
            sheet = sheet.with(name, value);
        }
        sheet
    }
}

/// Names and values of `title=Typed; level=heads`.
pub(crate) fn pairs(written: &str) -> Vec<(&str, &str)> {
    let parts = written.split(';').filter(|part| !part.trim().is_empty());
    parts
        .map(|part| part.trim().split_once('=').unwrap())
        .collect()
}

/// The cells of a table that is written as lines of `a | b | c`.
pub(crate) fn rows<const N: usize>(table: &str) -> Vec<[&str; N]> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            cells.try_into().unwrap_or_else(|_| panic!("{line}"))
        })
        .collect()
}

/// Sends a form that is refused, and finds all of it in the answer, with its command.
#[track_caller]
pub(crate) fn refused(actor: &mut Actor, sheet: &Sheet, sentence: &str) {
    let answer = sheet.send(actor);
    let name = &sheet.action;
    assert_eq!(answer.status, 422, "{name} ({sentence}): {}", answer.told());
    answer.says(sentence);
    answer.says("This was not recorded");
    let again = Sheet::of(&answer.text(), name);
    let again = again.unwrap_or_else(|| panic!("{name}: the form is gone"));
    let (sent, kept) = (sheet.filled(), again.filled());
    let less = |a: &[(String, String)], b: &[(String, String)]| {
        let missing: Vec<_> = a.iter().filter(|field| !b.contains(field)).collect();
        format!("{missing:?}").chars().take(600).collect::<String>()
    };
    assert_eq!(less(&sent, &kept), "[]", "{name}: lost");
    assert_eq!(less(&kept, &sent), "[]", "{name}: not typed");
}
