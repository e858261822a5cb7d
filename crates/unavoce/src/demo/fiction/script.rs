//! How the year is told: the forms of what the files beside this one hold, and [`crate::demo::seed`] plays.
//!
//! Whatever is referred to later has a key of its own: "wl2" a meeting, "wl2.rest" an item of it. Days
//! count back from the demonstration's first start; those below 0 lie ahead of it.

use group::parts::{AttachmentKind, DecisionKind, ItemKind, ItemOutcome, MeetingLevel, Presence};

use super::Line;

/// A key of the script, or the short form of an organisation.
pub(in crate::demo) type Key = &'static str;

/// A meeting with its preparation, its course and its minutes.
pub(in crate::demo) struct Sitting {
    pub(in crate::demo) key: Key,
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) level: MeetingLevel,
    pub(in crate::demo) place: &'static str,
    pub(in crate::demo) zone: &'static str,
    /// How many days ago it was called.
    pub(in crate::demo) called: i64,
    /// How many days ago it took place.
    pub(in crate::demo) ago: i64,
    /// From and to which hour of its day.
    pub(in crate::demo) hours: (i8, i8),
    pub(in crate::demo) agenda: &'static [Item],
    pub(in crate::demo) papers: &'static [Paper],
    /// How those are marked that are not represented as its level has it.
    pub(in crate::demo) marked: &'static [(Key, Presence)],
    pub(in crate::demo) minutes: &'static [Edition],
}

/// A line of an agenda and what came of it.
pub(in crate::demo) struct Item {
    pub(in crate::demo) key: Key,
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) kind: ItemKind,
    pub(in crate::demo) about: About,
    /// What happened under it, in order.
    pub(in crate::demo) course: &'static [During],
    pub(in crate::demo) end: Option<(ItemOutcome, &'static str)>,
}

/// What an item is about beyond its title.
#[derive(Clone, Copy)]
pub(in crate::demo) enum About {
    Itself,
    /// The minutes of a meeting.
    MinutesOf(Key),
    /// An item that was deferred.
    Deferred(Key),
    /// A joint text, by its short name.
    Text(Key),
}

/// What happens under an item.
pub(in crate::demo) enum During {
    Decided(Resolution),
    Objected(Resolution, &'static [Key], &'static str),
    Given(Task),
}

/// A decision as it was put.
pub(in crate::demo) struct Resolution {
    pub(in crate::demo) key: Key,
    pub(in crate::demo) kind: DecisionKind,
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) words: &'static str,
    /// Whether it cites the group's mandate.
    pub(in crate::demo) mandated: bool,
    pub(in crate::demo) themes: &'static [Key],
}

/// An action as it was opened.
pub(in crate::demo) struct Task {
    pub(in crate::demo) key: Key,
    pub(in crate::demo) owners: &'static [Key],
    /// `None`: before the next meeting.
    pub(in crate::demo) due: Option<i64>,
    pub(in crate::demo) what: &'static str,
    /// The decision that it follows from.
    pub(in crate::demo) decision: Option<Key>,
    pub(in crate::demo) themes: &'static [Key],
}

/// A paper before a meeting.
pub(in crate::demo) struct Paper {
    pub(in crate::demo) key: Key,
    pub(in crate::demo) item: Option<Key>,
    pub(in crate::demo) title: &'static str,
    pub(in crate::demo) revises: Option<Key>,
    pub(in crate::demo) file: File,
}

/// The form of a paper.
pub(in crate::demo) enum File {
    Word(&'static [Line]),
    Pdf(&'static [&'static str]),
}

/// An edition of the minutes. Under each item stands its summary, unless `instead` says otherwise.
pub(in crate::demo) struct Edition {
    /// How many days after the meeting it was circulated.
    pub(in crate::demo) after: i64,
    /// How many days after that corrections were possible.
    pub(in crate::demo) days: i64,
    pub(in crate::demo) opening: &'static str,
    pub(in crate::demo) instead: &'static [(Key, &'static str)],
}

/// When something happened between the meetings.
#[derive(Clone, Copy)]
pub(in crate::demo) enum When {
    Ago(i64),
    /// So many days after a meeting.
    After(Key, i64),
}

/// What happened on a day between the meetings.
pub(in crate::demo) struct Scene {
    pub(in crate::demo) when: When,
    pub(in crate::demo) deeds: &'static [Deed],
}

/// A deed between the meetings.
pub(in crate::demo) enum Deed {
    OpenTheme {
        slug: Key,
        name: &'static str,
        meeting: Key,
    },
    CloseTheme(Key),
    LinkThemes(Key, Key, Key, &'static str),
    /// An action gets themes that were opened after it.
    TagAction(Key, &'static [Key]),
    AddName(Key, &'static str),
    /// [`super::RENAMED`] gets the name that it has now.
    Rename,
    /// [`super::JOINED`] is taken in.
    Join,
    /// [`super::FORMER`] leaves.
    Leave,
    /// The chair passes to an organisation, exercised by its head, until so many days ago, by a decision.
    HandOver {
        to: Key,
        until: i64,
        decision: Key,
    },
    Profile(&'static Profile),
    Report {
        task: Key,
        by: Key,
        report: &'static str,
        evidence: Option<&'static str>,
        done: bool,
    },
    Drop(Key, &'static str),
    Move(Key, i64, &'static str),
    Reassign(Key, &'static [Key], &'static str),
    Correct {
        meeting: Key,
        item: Key,
        by: Key,
        words: &'static str,
    },
    Attach {
        decision: Key,
        by: Key,
        kind: AttachmentKind,
        publish: bool,
        words: &'static str,
    },
    /// An organisation approves, through its head, what the note of a meeting quotes.
    Quote {
        meeting: Key,
        by: Key,
        words: &'static str,
        attribution: &'static str,
    },
    Note {
        meeting: Key,
        title: &'static str,
        lede: &'static str,
        attendance: bool,
    },
    Release(Key),
}

/// What an organisation states of itself.
pub(in crate::demo) struct Profile {
    pub(in crate::demo) organisation: Key,
    /// Themes, each with the ranks of the approaches.
    pub(in crate::demo) works_on: &'static [(Key, &'static [usize])],
    pub(in crate::demo) words: &'static str,
}

/// Items that each agenda has, and short ways to write the others.
impl Item {
    pub(in crate::demo) const fn adoption(key: Key) -> Self {
        Self {
            key,
            title: "Adoption of the agenda",
            kind: ItemKind::AdoptionOfAgenda,
            about: About::Itself,
            course: &[],
            end: Some((
                ItemOutcome::Concluded,
                "The agenda was adopted as the secretariat had proposed it.",
            )),
        }
    }

    pub(in crate::demo) const fn minutes(key: Key, title: &'static str, of: Key) -> Self {
        Self {
            key,
            title,
            kind: ItemKind::Minutes,
            about: About::MinutesOf(of),
            course: &[],
            end: None,
        }
    }

    pub(in crate::demo) const fn follow_up(key: Key, summary: &'static str) -> Self {
        Self {
            key,
            title: "Follow-up of open actions",
            kind: ItemKind::FollowUp,
            about: About::Itself,
            course: &[],
            end: Some((ItemOutcome::TookNote, summary)),
        }
    }

    pub(in crate::demo) const fn topic(
        key: Key,
        title: &'static str,
        course: &'static [During],
        outcome: ItemOutcome,
        summary: &'static str,
    ) -> Self {
        Self {
            key,
            title,
            kind: ItemKind::Topic,
            about: About::Itself,
            course,
            end: Some((outcome, summary)),
        }
    }

    pub(in crate::demo) const fn other(
        key: Key,
        course: &'static [During],
        outcome: ItemOutcome,
        summary: &'static str,
    ) -> Self {
        Self {
            key,
            title: "Other business",
            kind: ItemKind::OtherBusiness,
            about: About::Itself,
            course,
            end: Some((outcome, summary)),
        }
    }

    /// A line of an agenda that is only proposed.
    pub(in crate::demo) const fn planned(
        key: Key,
        title: &'static str,
        kind: ItemKind,
        about: About,
    ) -> Self {
        Self {
            key,
            title,
            kind,
            about,
            course: &[],
            end: None,
        }
    }

    pub(in crate::demo) const fn about(mut self, about: About) -> Self {
        self.about = about;
        self
    }
}
