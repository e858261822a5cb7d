//! What is called and still to come.

use group::parts::{ItemKind, MeetingLevel};

use super::Line::{Heading, Numbered, Plain};
use super::script::{About, File, Item, Paper, Sitting};

/// The next meeting at working level with its agenda, and one of heads that has none yet.
pub(in crate::demo) const COMING: [Sitting; 2] = [NEXT, LATER];

const NEXT: Sitting = Sitting {
    key: "wl6",
    title: "Working level: recruitment fees, and a page for crews",
    level: MeetingLevel::WorkingLevel,
    place: "Lisbon, Old Customs House, room 2",
    zone: "Europe/Lisbon",
    called: 13,
    ago: -17,
    hours: (10, 17),
    agenda: &[
        Item::planned(
            "wl6.agenda",
            "Adoption of the agenda",
            ItemKind::AdoptionOfAgenda,
            About::Itself,
        ),
        Item::planned(
            "wl6.minutes",
            "Minutes of the last meeting",
            ItemKind::Minutes,
            About::MinutesOf("wl5"),
        ),
        Item::planned(
            "wl6.actions",
            "Follow-up of open actions",
            ItemKind::FollowUp,
            About::Itself,
        ),
        Item::planned(
            "wl6.complaints",
            "Complaints: one page for crews",
            ItemKind::Topic,
            About::Deferred("wl5.complaints"),
        ),
        Item::planned(
            "wl6.fees",
            "Joint statement on recruitment fees: what the round brought",
            ItemKind::Topic,
            About::Text("recruitment-fees"),
        ),
        Item::planned(
            "wl6.team",
            "The task team on inspection: its first steps",
            ItemKind::Topic,
            About::Text("inspection-task-team"),
        ),
        Item::planned(
            "wl6.other",
            "Other business",
            ItemKind::OtherBusiness,
            About::Itself,
        ),
    ],
    papers: &[
        Paper {
            key: "p.page",
            item: Some("wl6.complaints"),
            title: "One page for crews: first draft",
            revises: None,
            file: File::Word(&[
                Heading("Something is wrong on board"),
                Plain(
                    "You may say so. Nobody may send you home for it, and nobody may keep your papers.",
                ),
                Numbered(
                    "Call the number of the port in which you are. It is on the back of this page.",
                ),
                Numbered("Say where the vessel is, how many you are, and whether somebody is ill."),
                Numbered(
                    "Ask for the name of the person who answers, and when you will hear from them.",
                ),
            ]),
        },
        Paper {
            key: "p.steps",
            item: Some("wl6.team"),
            title: "The task team on inspection: four visits in its first spring",
            revises: None,
            file: File::Word(&[
                Numbered(
                    "The team would begin with four visits in four ports, with the inspectors who work there.",
                ),
                Numbered(
                    "After each visit it writes down which three questions it would ask again.",
                ),
                Numbered(
                    "It brings the twelve questions to the Group, as the beginning of a checklist.",
                ),
            ]),
        },
    ],
    marked: &[],
    minutes: &[],
};

const LATER: Sitting = Sitting {
    key: "h3",
    title: "Meeting of heads: what came of the three priorities",
    level: MeetingLevel::Heads,
    place: "Lisbon, Old Customs House",
    zone: "Europe/Lisbon",
    called: 12,
    ago: -75,
    hours: (10, 16),
    agenda: &[],
    papers: &[],
    marked: &[],
    minutes: &[],
};
