//! What the samples are put together from.

use crate::aims::Aim;
use crate::form::Form;
use crate::frame::{Demo, Flash, Group, Place, Shell, Viewer};
use crate::organisation::{ActsFor, Hat, Org};
use crate::text::{Invite, Stage, TextHead, TextKind};
use crate::when::When;
use crate::wording::{Block, Cell, Para, Span};

/// The id of a sample's command.
pub fn command() -> Form {
    Form::new("01JSAMPLE00000000000000000")
}

/// A visitor's frame.
pub fn visitor() -> Shell {
    Shell {
        group: Some(Group {
            short: "practice".into(),
            name: "Practice Group on Decent Work at Sea".into(),
            places: vec![Place::Texts],
            ..Group::default()
        }),
        demo: Some(Demo {
            now: "Monday 4 May 2026, 10:00 (Lisbon)".into(),
            deadline: None,
            clock: None,
        }),
        ..Shell::default()
    }
}

/// The frame of a focal point.
pub fn member() -> Shell {
    Shell {
        viewer: Some(Viewer {
            name: "Nadia Thistle".into(),
            acts_for: focal_point(),
            asked: 2,
            texts: 4,
            meetings: 1,
            decisions: 2,
            actions: 3,
            members: 12,
            sign_out: command(),
        }),
        demo: Some(Demo {
            clock: Some(command()),
            deadline: Some("Tuesday 5 May 2026, 18:00 (Lisbon)".into()),
            ..visitor().demo.unwrap_or_default()
        }),
        ..visitor()
    }
}

/// The frame of the secretariat, outside the demonstration.
pub fn secretariat() -> Shell {
    let viewer = member().viewer.map(|viewer| Viewer {
        name: "Pim Larkspur".into(),
        acts_for: ActsFor {
            organisation: isv(),
            hats: vec![Hat::FocalPoint, Hat::Secretariat],
        },
        asked: 5,
        ..viewer
    });
    Shell {
        viewer,
        demo: None,
        ..visitor()
    }
}

/// A member's frame with the confirmation of what was just done.
pub fn demo() -> Shell {
    Shell {
        flash: Some(Flash {
            sentence: "Your comments are recorded.".into(),
            receipt: Some(1204),
        }),
        place: Place::Record,
        ..member()
    }
}

pub(super) fn focal_point() -> ActsFor {
    ActsFor {
        organisation: fdw(),
        hats: vec![Hat::FocalPoint],
    }
}

pub(super) fn secretariat_acts() -> ActsFor {
    ActsFor {
        organisation: isv(),
        hats: vec![Hat::FocalPoint, Hat::Secretariat],
    }
}

pub(super) fn isv() -> Org {
    Org::new("ISV", "Institute for Safe Voyages")
}

pub(super) fn bca() -> Org {
    Org::new("BCA", "Bureau for Crew Affairs")
}

pub(super) fn fdw() -> Org {
    Org::new("FDW", "Fund for Decent Work at Sea")
}

pub(super) fn hwf() -> Org {
    Org::new("HWF", "Harbour Welfare Federation")
}

pub(super) fn iol() -> Org {
    Org::new("IOL", "International Observatory of Labour on Ships")
}

pub(super) fn osr() -> Org {
    Org::new("OSR", "Office for Seafarers’ Rights")
}

pub(super) fn rfc() -> Org {
    Org::new("RFC", "Regional Fisheries Conference")
}

pub(super) fn npc() -> Org {
    Org::new("NPC", "Northern Ports Council")
}

/// An organisation without a short form, and with a long name.
pub(super) fn long_org() -> Org {
    Org::new(
        "",
        "Permanent Interregional Conference of Directors-General of Maritime Administrations and Fisheries Inspectorates of Landlocked and Island States",
    )
}

pub(super) fn orgs() -> Vec<Org> {
    vec![isv(), bca(), fdw(), hwf(), iol(), osr(), rfc(), npc()]
}

/// An instant with all its readings.
pub(super) fn when(iso: &str, text: &str, utc: &str, relative: &str) -> When {
    When {
        iso: iso.into(),
        text: text.into(),
        utc: (!utc.is_empty()).then(|| utc.into()),
        relative: (!relative.is_empty()).then(|| relative.into()),
    }
}

pub(super) fn tomorrow() -> When {
    when(
        "2026-05-05T17:00:00Z",
        "Tuesday 5 May 2026, 18:00 (Lisbon)",
        "17:00 UTC",
        "in 1 day 8 h",
    )
}

pub(super) fn wednesday() -> When {
    when(
        "2026-05-06T16:00:00Z",
        "Wednesday 6 May 2026, 17:00 (Lisbon)",
        "16:00 UTC",
        "in 2 days 4 h",
    )
}

pub(super) fn sunday() -> When {
    when(
        "2026-05-03T08:12:00Z",
        "Sunday 3 May 2026, 09:12 (Lisbon)",
        "08:12 UTC",
        "1 day ago",
    )
}

/// The text that stands in its round.
pub(super) fn fees(stage: Stage) -> TextHead {
    TextHead {
        slug: "recruitment-fees".into(),
        title: "Joint statement on recruitment fees".into(),
        kind: TextKind::Statement,
        symbol: Some("PGWS/2026/WP.3/Rev.1".into()),
        version: "draft 2".into(),
        penholder: Some(fdw()),
        aim: Some(Aim::Meeting {
            slug: "heads-2026".into(),
            title: "Heads of organisations, 2026".into(),
        }),
        stage,
        invites: Vec::new(),
    }
}

/// The text under silence.
pub(super) fn inspection(stage: Stage) -> TextHead {
    TextHead {
        slug: "inspection-task-team".into(),
        title: "Terms of reference of the task team on inspection".into(),
        kind: TextKind::TermsOfReference,
        symbol: Some("PGWS/2026/WP.2/Rev.3".into()),
        version: "draft 3".into(),
        penholder: Some(hwf()),
        aim: Some(Aim::Process {
            name: "Review of the Convention".into(),
            on: Some("12 June 2026".into()),
        }),
        stage,
        invites: vec![Invite::Answer],
    }
}

pub(super) fn in_round() -> Stage {
    Stage::Round {
        closes: tomorrow(),
        answered: 10,
        asked: 11,
    }
}

/// Plain words as spans.
pub(super) fn same(text: &str) -> Vec<Span> {
    vec![Span::Same(text.into())]
}

/// Spans from words with marks: `-out-`, `+in+`, `=marked=` between bars.
pub(super) fn marked(text: &str) -> Vec<Span> {
    text.split('|')
        .filter(|piece| !piece.is_empty())
        .map(|piece| {
            let inner = || piece[1..piece.len() - 1].to_owned();
            match piece.as_bytes() {
                [b'-', .., b'-'] => Span::Deleted(inner()),
                [b'+', .., b'+'] => Span::Inserted(inner()),
                [b'=', .., b'='] => Span::Marked(inner()),
                _ => Span::Same(piece.into()),
            }
        })
        .collect()
}

/// A short text with a heading, numbered paragraphs and a table.
pub(super) fn document() -> Vec<Block> {
    let cell = |at: u32, text: &str| Cell {
        paras: vec![Para::plain(at, None, text)],
        columns: 1,
    };
    vec![
        Block::Paragraph(Para::plain(
            1,
            None,
            "We, the members of the Practice Group on Decent Work at Sea, speak here with one voice.",
        )),
        Block::Heading {
            level: 1,
            para: Para::plain(2, None, "What we ask"),
        },
        Block::Paragraph(Para::plain(
            3,
            Some("4."),
            "States and employers should ensure that recruiters are licensed, supervised and subject to effective remedies when fees are charged to fishers.",
        )),
        Block::Paragraph(Para {
            at: 4,
            label: Some("5.".into()),
            wording: marked(
                "Contracts should be handed over |-on-||+before+| departure, in a language that the worker understands|+, with all costs listed+|.",
            ),
            since: None,
        }),
        Block::Paragraph(Para::plain(
            5,
            None,
            "The following costs are never borne by the worker:",
        )),
        Block::Table {
            head: true,
            rows: vec![
                vec![cell(6, "Cost"), cell(7, "Borne by")],
                vec![cell(8, "Medical certificate"), cell(9, "the employer")],
                vec![cell(10, "Travel to the vessel"), cell(11, "the employer")],
            ],
        },
    ]
}

/// Words that are long, unbroken, and of both directions.
pub(super) fn long_words() -> String {
    let unbroken =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
            .repeat(3);
    format!(
        "{} {unbroken} السلامة في البحر <script>alert(1)</script>",
        "The members recall at length what they have recalled before, and will recall again. "
            .repeat(12)
    )
}
