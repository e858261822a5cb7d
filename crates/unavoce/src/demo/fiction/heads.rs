//! The two meetings of heads.

use group::parts::DecisionKind::{Procedural, Strategic};
use group::parts::ItemOutcome::{Decided, ExpressedView, TookNote};
use group::parts::MeetingLevel;
use group::parts::Presence::{Absent, Excused, Representative};

use super::Line::{Heading, Numbered, Plain, Table};
use super::script::During::{Decided as Adopted, Given};
use super::script::{Edition, File, Item, Paper, Resolution, Sitting, Task};

/// In the order of time.
pub(in crate::demo) const HEADS: [Sitting; 2] = [FIRST, SECOND];

const FIRST: Sitting = Sitting {
    key: "h1",
    title: "Meeting of heads: how we shall work together",
    level: MeetingLevel::Heads,
    place: "Lisbon, Old Customs House",
    zone: "Europe/Lisbon",
    called: 392,
    ago: 350,
    hours: (10, 17),
    agenda: &[
        Item::adoption("h1.agenda"),
        Item::topic(
            "h1.voice",
            "What the Group is for, and where it speaks with one voice",
            &[
                Adopted(Resolution {
                    key: "d.voice",
                    kind: Strategic,
                    title: "One voice on work at sea",
                    words: "The Group speaks with one voice where its members agree, and says nothing in \
                            common where they do not. It begins with five subjects: recruitment fees, rest \
                            and welfare on board, the inspection of living and working conditions, children \
                            on fishing vessels, and repatriation. Each member remains free to speak for \
                            itself.",
                    mandated: true,
                    themes: &[],
                }),
                Given(Task {
                    key: "a.overview",
                    owners: &["IOL", "ISV"],
                    due: Some(262),
                    what: "Bring together on ten pages what the members do on the five subjects, with the \
                           figures that they already collect.",
                    decision: Some("d.voice"),
                    themes: &[],
                }),
            ],
            Decided,
            "The heads compared what their organisations had said in public during the past two years. Three \
             had asked for different things on the same day. There was wide agreement that a short common \
             sentence is worth more than many long ones.",
        ),
        Item::topic(
            "h1.methods",
            "Working methods",
            &[
                Adopted(Resolution {
                    key: "d.methods",
                    kind: Procedural,
                    title: "Working methods of the Group",
                    words: "The Group decides by consensus. It meets at working level every second month and \
                            at the level of heads once or twice a year. Joint texts are cleared by silence \
                            procedure unless a member asks for a meeting. The secretariat keeps the record, \
                            which every member may verify.",
                    mandated: false,
                    themes: &[],
                }),
                Given(Task {
                    key: "a.methods",
                    owners: &["ISV"],
                    due: Some(300),
                    what: "Put the working methods on one page for focal points, with an example of a marked-up \
                           file.",
                    decision: Some("d.methods"),
                    themes: &[],
                }),
            ],
            Decided,
            "The heads preferred consensus to voting, since a joint text binds only those who stand behind it. \
             The Bureau for Crew Affairs asked that silence procedures should not fall into the weeks in which \
             inspectorates report.",
        ),
        Item::other(
            "h1.other",
            &[Given(Task {
                key: "a.ports",
                owners: &["NPC", "UIH"],
                due: None,
                what: "Ask ten ports whether a crew may telephone free of charge from the quay, and tell the \
                       heads what they answer.",
                decision: None,
                themes: &[],
            })],
            TookNote,
            "The Fund for Decent Work at Sea recalled that a telephone on the quay is often the first thing for \
             which a crew asks. The Northern Ports Council and the Union of Island Harbours offered to find out \
             where there is one.",
        ),
    ],
    papers: &[
        Paper {
            key: "p.themes",
            item: Some("h1.voice"),
            title: "Five subjects on which the members meet each other",
            revises: None,
            file: File::Word(&[
                Heading("Why five"),
                Numbered(
                    "The secretariat asked twelve organisations where they had met another member on the same \
                     quay. Five subjects were named by more than half of them.",
                ),
                Heading("The subjects"),
                Table(
                    "Subject|Named by/Recruitment fees|nine/Rest and welfare on board|nine/Inspection|eight/\
                     Children on fishing vessels|seven/Repatriation|seven",
                ),
                Heading("What is proposed"),
                Numbered(
                    "The heads may wish to take the five as the Group’s first subjects, and to review them when \
                     they meet again.",
                ),
            ]),
        },
        Paper {
            key: "p.methods",
            item: Some("h1.methods"),
            title: "Working methods: a proposal",
            revises: None,
            file: File::Pdf(&[
                "The Group decides by consensus.",
                "It meets at working level every second month, and at the level of heads once or twice a year.",
                "Joint texts are cleared by silence procedure. One written objection ends it.",
                "The secretariat keeps the record. Every member may verify it.",
            ]),
        },
    ],
    marked: &[("MTN", Representative), ("RFC", Excused)],
    minutes: &[Edition {
        after: 14,
        days: 14,
        opening: "The heads met for one day in the Old Customs House, under the chair of the Harbour Welfare \
                  Federation. The host city lent the room.",
        instead: &[],
    }],
};

const SECOND: Sitting = Sitting {
    key: "h2",
    title: "Meeting of heads: priorities and the new chair",
    level: MeetingLevel::Heads,
    place: "Valparaíso, Ropewalk Hall",
    zone: "America/Santiago",
    called: 205,
    ago: 152,
    hours: (9, 16),
    agenda: &[
        Item::adoption("h2.agenda"),
        Item::minutes("h2.minutes", "Minutes of the first meeting of heads", "h1"),
        Item::follow_up(
            "h2.actions",
            "The heads took note that seven of the ten ports have a telephone on the quay, and that in two of \
             the others it stands behind a locked gate.",
        ),
        Item::topic(
            "h2.chair",
            "The chair of the Group",
            &[Adopted(Resolution {
                key: "d.chair",
                kind: Procedural,
                title: "The Bureau for Crew Affairs takes the chair",
                words: "The Bureau for Crew Affairs chairs the Group for two years from the working day that \
                        follows this meeting, and its head exercises the office. The Group thanks the \
                        Harbour Welfare Federation, which chaired it from its founding.",
                mandated: false,
                themes: &[],
            })],
            Decided,
            "One organisation was proposed, by two members from two regions. The outgoing chair said that it hands over \
             a table at which people listen. The deadlines that are running do not change.",
        ),
        Item::topic(
            "h2.priorities",
            "Priorities of the second year",
            &[
                Adopted(Resolution {
                    key: "d.priorities",
                    kind: Strategic,
                    title: "Three priorities for the second year",
                    words: "In its second year the Group gives priority to a joint statement on recruitment fees, \
                            to a task team on inspection, and to a common answer when a child is found at work on \
                            board. It reports on the three to the Assembly of Coastal States.",
                    mandated: true,
                    themes: &["recruitment-fees", "inspection", "children-on-vessels"],
                }),
                Given(Task {
                    key: "a.assembly",
                    owners: &["BCA", "ISV"],
                    due: None,
                    what: "Write to the Assembly of Coastal States with the three priorities, and ask for half an \
                           hour at its next session.",
                    decision: Some("d.priorities"),
                    themes: &[],
                }),
            ],
            Decided,
            "The heads heard what had been done on each of the five subjects, and saw that two of them are carried \
             by three members only. They preferred to finish three things rather than to begin six.",
        ),
        Item::topic(
            "h2.children",
            "Children found at work on board",
            &[
                Adopted(Resolution {
                    key: "d.children",
                    kind: Strategic,
                    title: "Nobody sails away with a child who works on board",
                    words: "When a member learns of a child at work on a vessel, it tells the competent authority and \
                            one other member on the same day, and stays in touch with the family until somebody else \
                            does. The Group will propose what an inspector does in the first hour.",
                    mandated: false,
                    themes: &["children-on-vessels"],
                }),
                Given(Task {
                    key: "a.child",
                    owners: &["FDW", "CCA", "OSR"],
                    due: Some(-24),
                    what: "Propose, on one page, what an inspector does in the first hour after a child was found at \
                           work on board.",
                    decision: Some("d.children"),
                    themes: &["children-on-vessels", "inspection"],
                }),
            ],
            Decided,
            "The Coastal Communities Alliance told of a boy of twelve who was entered in a crew list as a guest. Members \
             asked for great care with names and photographs. The Office for Seafarers’ Rights announced a statement on \
             the family’s part.",
        ),
        Item::other(
            "h2.other",
            &[],
            ExpressedView,
            "The heads expressed the wish to meet on a quay once, and to hear a crew before they hear each other.",
        ),
    ],
    papers: &[Paper {
        key: "p.year",
        item: Some("h2.priorities"),
        title: "The first year: what was agreed, what was done, what is late",
        revises: None,
        file: File::Word(&[
            Plain(
                "This paper tells what came of the Group’s first six months, so that the heads may choose what comes next.",
            ),
            Heading("Done"),
            Numbered(
                "The overview of what the members do is complete and was sent to all of them.",
            ),
            Numbered("A draft on safe rest is being written by the Harbour Welfare Federation."),
            Heading("Late"),
            Numbered(
                "The schedules of costs that recruiters hand to fishers come from three ports instead of six.",
            ),
            Heading("For the heads"),
            Numbered("Which three subjects should be finished within a year?"),
        ]),
    }],
    marked: &[
        ("UIH", Representative),
        ("MTN", Absent),
        ("NPC", Excused),
        ("LLA", Representative),
    ],
    minutes: &[Edition {
        after: 15,
        days: 14,
        opening: "The heads met in Ropewalk Hall and, for the last hour, on board a pilot vessel that was in harbour.",
        instead: &[],
    }],
};
