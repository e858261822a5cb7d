//! The disposition table: a row for each amendment and comment, in which the secretariat answers, as
//! secretariats of the United Nations keep it; at its end what was set aside. A view of the model, from
//! which a spreadsheet or a Word file is made.

mod order;
mod place;
mod word;

use std::borrow::Cow;
use std::collections::BTreeMap;

pub use place::BaseTexts;
pub use word::word;

use order::{Item, in_order};

use crate::model::{Amendment, Comment, Kind, Model, SetAside, Tracking};
use crate::write::layout::words;

/// What the table is called.
pub const TITLE: &str = "Table of dispositions";

/// The columns: heading, and width in characters of the text.
pub const COLUMNS: [(&str, u16); 10] = [
    ("No.", 7),
    ("Organisation(s)", 19),
    ("Paragraph", 15),
    ("Type", 14),
    ("Current text", 36),
    ("Comment / Proposed text", 46),
    ("Tracked", 14),
    ("In conflict with", 12),
    ("Response", 28),
    ("Status", 13),
];

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposition {
    /// From 1, in the order of the rows.
    pub number: usize,
    pub subject: Subject,
    /// The amendment's or comment's id in the model; `None` for what was set aside.
    pub id: Option<String>,
    /// Who asks for it, in code-point order.
    pub organisations: Vec<String>,
    /// The paragraph of the base and the number that the reader sees: "12 (para. 4)", "footnote 3".
    pub place: String,
    /// The words of the base that it is about; for what adds to them, what it stands behind.
    pub current: String,
    /// What is asked for, in words; below it, a line each, how organisations spell it otherwise. Or the
    /// comment. Or what was set aside, and why.
    pub proposed: String,
    /// How it was recorded in the files, in words; empty for comments.
    pub tracked: String,
    /// Numbers of the other rows of the same conflict.
    pub conflicts_with: Vec<usize>,
    /// What is answered, with its reason; empty while nothing is.
    pub response: String,
    pub status: Status,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Amendment(Kind),
    Comment,
    SetAside,
}

/// Whether a row waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Answered(Answered),
    /// Set aside for a reason that asks for nothing.
    ForInformation,
}

/// How something was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Taken,
    InOtherWords,
    NotTaken,
    Noted,
    Bracketed,
    LeftForDiscussion,
}

/// The rows of a model: amendments and comments in the order of the text, a reply behind the comment that
/// it answers, then what was set aside, return by return. Without `base` the labels of comments and the
/// words round them are left out; [`BaseTexts::default`] knows none.
#[must_use]
pub fn rows(model: &Model, base: &BaseTexts) -> Vec<Disposition> {
    let items = in_order(model);
    let mut conflicts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, item) in (1..).zip(&items) {
        match item {
            Item::Amendment(amendment) => {
                if let Some(conflict) = &amendment.conflict {
                    conflicts.entry(conflict).or_default().push(number);
                }
            }
            Item::Comment(comment) => {
                numbers.insert(&comment.id, number);
            }
        }
    }
    let mut rows: Vec<Disposition> = (1..)
        .zip(&items)
        .map(|(number, item)| match item {
            Item::Amendment(amendment) => {
                let same = amendment.conflict.as_deref().and_then(|c| conflicts.get(c));
                let others = same.into_iter().flatten().copied();
                Disposition {
                    number,
                    conflicts_with: others.filter(|other| *other != number).collect(),
                    ..of_amendment(amendment, base)
                }
            }
            Item::Comment(comment) => {
                let answered = comment.reply_to.as_deref().and_then(|id| numbers.get(id));
                Disposition {
                    number,
                    ..of_comment(comment, answered.copied(), base)
                }
            }
        })
        .collect();
    for one in &model.returns {
        for aside in &one.set_aside {
            rows.push(Disposition {
                number: rows.len() + 1,
                ..of_set_aside(&one.organisation, aside, base)
            });
        }
    }
    rows
}

fn of_amendment(amendment: &Amendment, base: &BaseTexts) -> Disposition {
    let mut proposed = words::asks(amendment);
    for line in words::besides(amendment) {
        proposed.extend(["\n", &line]);
    }
    let current = match amendment.kind {
        Kind::Insert | Kind::Split | Kind::Join if amendment.before.is_empty() => {
            base.round(&amendment.part, amendment.paragraph, amendment.start)
        }
        // What comes behind a paragraph stands behind its last words.
        Kind::ParagraphInsert | Kind::RowInsert => {
            base.round(&amendment.part, amendment.paragraph, usize::MAX)
        }
        _ => one_line(&amendment.before),
    };
    Disposition {
        id: Some(amendment.id.clone()),
        organisations: amendment.supporters.clone(),
        place: base.place_of(amendment),
        current,
        proposed,
        tracked: recorded(amendment),
        ..blank(Subject::Amendment(amendment.kind))
    }
}

fn of_comment(comment: &Comment, answered: Option<usize>, base: &BaseTexts) -> Disposition {
    let mut proposed = match answered {
        Some(number) => format!("In reply to No. {number}: "),
        None => String::new(),
    };
    proposed.push_str(&comment.text.replace('\u{fffc}', "[object]"));
    if comment.resolved {
        proposed.push_str("\n(marked as resolved in the file)");
    }
    let current = match answered {
        Some(_) => String::new(),
        None => base.stretch(&comment.part, comment.paragraph, comment.start..comment.end),
    };
    Disposition {
        id: Some(comment.id.clone()),
        organisations: vec![comment.organisation.clone()],
        place: match comment.paragraph {
            0 => "without a place".to_owned(),
            _ => base.place(&comment.part, comment.paragraph, None),
        },
        current,
        proposed,
        ..blank(Subject::Comment)
    }
}

fn of_set_aside(organisation: &str, aside: &SetAside, base: &BaseTexts) -> Disposition {
    let (before, after) = (one_line(&aside.before), one_line(&aside.after));
    let what = if before == after {
        "a change that is not of words".to_owned()
    } else {
        words::exchange(&before, &after)
    };
    let nothing_to_do = matches!(aside.reason.as_str(), "field" | "formatting" | "rebased")
        || aside.reason.starts_with("from:");
    Disposition {
        organisations: vec![organisation.to_owned()],
        place: base.place(&aside.part, aside.paragraph, None),
        current: before,
        proposed: format!("{what}\nSet aside: {}.", reason_in_words(&aside.reason)),
        status: if nothing_to_do {
            Status::ForInformation
        } else {
            Status::Open
        },
        ..blank(Subject::SetAside)
    }
}

fn blank(subject: Subject) -> Disposition {
    Disposition {
        number: 0,
        subject,
        id: None,
        organisations: Vec::new(),
        place: String::new(),
        current: String::new(),
        proposed: String::new(),
        tracked: String::new(),
        conflicts_with: Vec::new(),
        response: String::new(),
        status: Status::Open,
    }
}

impl Disposition {
    /// The row's words under [`COLUMNS`].
    #[must_use]
    pub fn cells(&self) -> [Cow<'_, str>; 10] {
        let others: Vec<String> = self.conflicts_with.iter().map(usize::to_string).collect();
        let organisations = match self.organisations.as_slice() {
            [one] => Cow::Borrowed(one.as_str()),
            all => Cow::Owned(all.join(", ")),
        };
        [
            self.number.to_string().into(),
            organisations,
            self.place.as_str().into(),
            self.subject.in_words().into(),
            self.current.as_str().into(),
            self.proposed.as_str().into(),
            self.tracked.as_str().into(),
            others.join(", ").into(),
            self.response.as_str().into(),
            self.status.in_words().into(),
        ]
    }
}

impl Subject {
    /// What stands under *Type*.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Amendment(kind) => match kind {
                Kind::Insert => "insertion",
                Kind::Delete => "deletion",
                Kind::Replace => "replacement",
                Kind::Move => "move",
                Kind::Format => "formatting",
                Kind::Typographic => "typographic",
                Kind::ParagraphInsert => "new paragraph",
                Kind::ParagraphDelete => "paragraph deleted",
                Kind::Split => "paragraph split",
                Kind::Join => "paragraphs joined",
                Kind::RowInsert => "new row",
                Kind::RowDelete => "row deleted",
                Kind::Other => "other",
            },
            Self::Comment => "comment",
            Self::SetAside => "set aside",
        }
    }
}

impl Status {
    /// What stands under *Status*.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered(answered) => answered.in_words(),
            Self::ForInformation => "for information",
        }
    }
}

impl Answered {
    /// What stands under *Status*.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::InOtherWords => "taken in other words",
            Self::NotTaken => "not taken",
            Self::Noted => "noted",
            Self::Bracketed => "in brackets",
            Self::LeftForDiscussion => "left for discussion",
        }
    }
}

/// How edits were recorded in a file, in words; `None` for a return without edits.
#[must_use]
pub fn tracking_in_words(tracking: Tracking) -> Option<&'static str> {
    match tracking {
        Tracking::Tracked => Some("tracked"),
        Tracking::Untracked => Some("typed without tracking"),
        Tracking::Mixed => Some("partly tracked"),
        Tracking::None => None,
    }
}

/// Why something was set aside, as words that can stand behind a colon or a number.
#[must_use]
pub fn reason_in_words(reason: &str) -> String {
    match reason {
        "field" => "a field that Word refreshes by itself".to_owned(),
        "formatting" => "formatting only".to_owned(),
        "outside-base" => "outside the draft".to_owned(),
        "rebased" => "made on an earlier version of the text".to_owned(),
        "not-covered" => "of a kind that is not compiled yet".to_owned(),
        _ => match reason.strip_prefix("from:") {
            Some(organisation) => format!("already in the return of {organisation}"),
            None => reason.to_owned(),
        },
    }
}

/// How an amendment was recorded: one word where all recorded it alike, else who did it how.
fn recorded(amendment: &Amendment) -> String {
    let mut ways: Vec<(&str, Vec<&str>)> = Vec::new();
    for (organisation, tracking) in &amendment.tracked {
        let Some(way) = tracking_in_words(*tracking) else {
            continue;
        };
        match ways.iter_mut().find(|known| known.0 == way) {
            Some(known) => known.1.push(organisation),
            None => ways.push((way, vec![organisation])),
        }
    }
    match ways.as_slice() {
        [(way, _)] => (*way).to_owned(),
        _ => ways
            .iter()
            .map(|(way, who)| format!("{way}: {}", who.join(", ")))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// Words of the model as one line, without the mark of a paragraph at an end.
fn one_line(text: &str) -> String {
    words::shown(text.trim_matches('\n')).into_owned()
}
