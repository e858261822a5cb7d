//! The first two meetings at working level.

use group::parts::DecisionKind::Strategic;
use group::parts::ItemOutcome::{Concluded, Decided, Deferred, ExpressedView, TookNote};
use group::parts::MeetingLevel;
use group::parts::Presence::{Absent, Excused};

use super::Line::{Heading, Numbered, Plain, Table};
use super::script::During::{Decided as Adopted, Given, Objected};
use super::script::{Edition, File, Item, Paper, Resolution, Sitting, Task};

/// In the order of time.
pub(in crate::demo) const WORKING: [Sitting; 2] = [FIRST, SECOND];

const FIRST: Sitting = Sitting {
    key: "wl1",
    title: "Working level: recruitment fees and complaints",
    level: MeetingLevel::WorkingLevel,
    place: "Bergen, Net Loft",
    zone: "Europe/Oslo",
    called: 338,
    ago: 306,
    hours: (9, 16),
    agenda: &[
        Item::adoption("wl1.agenda"),
        Item::topic(
            "wl1.fees",
            "Who pays for obtaining a job at sea",
            &[
                Adopted(Resolution {
                    key: "d.fees",
                    kind: Strategic,
                    title: "No worker pays for a job at sea",
                    words: "The members hold that no seafarer and no fisher should pay for obtaining a job, whatever \
                            the payment is called, and that the costs of recruitment are borne by the employer. They \
                            will say so in what each of them publishes from now on.",
                    mandated: true,
                    themes: &["recruitment-fees"],
                }),
                Given(Task {
                    key: "a.schedules",
                    owners: &["FDW", "OSR"],
                    due: Some(216),
                    what: "Collect the schedules of costs that recruiters hand to fishers, from at least six ports in \
                           three regions.",
                    decision: Some("d.fees"),
                    themes: &["recruitment-fees"],
                }),
            ],
            Decided,
            "The Fund for Decent Work at Sea showed four contracts from one port. In each of them the medical certificate \
             had another price. Members agreed on the principle and disagreed on passports, to which they will return.",
        ),
        Item::topic(
            "wl1.complaints",
            "Where a complaint goes",
            &[
                Given(Task {
                    key: "a.calls",
                    owners: &["SLK"],
                    due: Some(150),
                    what: "Find out how many calls for help from fishing crews lightship and coast stations wrote down \
                           last year, and what became of them.",
                    decision: None,
                    themes: &[],
                }),
                Given(Task {
                    key: "a.map",
                    owners: &["OSR", "HWF"],
                    due: Some(190),
                    what: "Map whom a seafarer can call in twelve ports, at what hours and in which languages.",
                    decision: None,
                    themes: &[],
                }),
            ],
            Concluded,
            "The meeting followed one complaint through five desks. It was answered after eleven weeks, when the vessel was \
             in another ocean. Members asked for a theme of its own.",
        ),
        Item::other(
            "wl1.other",
            &[],
            TookNote,
            "The secretariat reminded focal points to send files with tracked changes, and to leave internal remarks out of \
             them.",
        ),
    ],
    papers: &[Paper {
        key: "p.costs",
        item: Some("wl1.fees"),
        title: "Costs charged to fishers: four contracts compared",
        revises: None,
        file: File::Word(&[
            Plain("Four contracts from one port, with the names taken out."),
            Table(
                "Cost|Lowest|Highest/Medical certificate|35|140/Travel to the vessel|0|310/“File fee”|20|200/Copy of the \
                 contract|0|15",
            ),
            Numbered(
                "In three of the four the costs are not listed but deducted from the first pay.",
            ),
            Numbered("None says what becomes of the costs when the vessel does not sail."),
        ]),
    }],
    marked: &[("UIH", Excused), ("RFC", Absent), ("CCA", Excused)],
    minutes: &[Edition {
        after: 12,
        days: 14,
        opening: "Focal points met for the first time, in the Net Loft in Bergen.",
        instead: &[],
    }],
};

const SECOND: Sitting = Sitting {
    key: "wl2",
    title: "Working level: rest on board, children on small vessels",
    level: MeetingLevel::WorkingLevel,
    place: "Lisbon, Old Customs House, room 2",
    zone: "Europe/Lisbon",
    called: 275,
    ago: 243,
    hours: (10, 17),
    agenda: &[
        Item::adoption("wl2.agenda"),
        Item::minutes("wl2.minutes", "Minutes of the last meeting", "wl1"),
        Item::follow_up(
            "wl2.actions",
            "All three actions are under way. Schedules of costs have come from two ports; a third has answered that it \
             keeps none.",
        ),
        Item::topic(
            "wl2.rest",
            "Rest at sea",
            &[
                Adopted(Resolution {
                    key: "d.rest",
                    kind: Strategic,
                    title: "A joint statement on safe rest",
                    words: "The Group prepares a joint statement on safe rest at sea. The Harbour Welfare Federation holds \
                            the pen. The statement is short enough to hang in a mess room, and is cleared by silence \
                            procedure.",
                    mandated: false,
                    themes: &["rest-and-welfare"],
                }),
                Given(Task {
                    key: "a.rest",
                    owners: &["HWF", "IOL"],
                    due: Some(70),
                    what: "Draft the joint statement on safe rest, with the figures on false records in an annex of one \
                           page.",
                    decision: Some("d.rest"),
                    themes: &["rest-and-welfare"],
                }),
            ],
            Decided,
            "The Observatory presented records of rest from thirty voyages. In nineteen of them every day was written in the \
             same hand and ink. Members agreed that a rule is of little use where nobody on board may ask for it.",
        ),
        Item::topic(
            "wl2.list",
            "A public list of vessels",
            &[Objected(
                Resolution {
                    key: "d.list",
                    kind: Strategic,
                    title: "A public list of vessels with false records",
                    words: "The Group publishes, twice a year, the names of vessels on which two members independently found \
                            a false record of rest.",
                    mandated: false,
                    themes: &[],
                },
                &["NPC", "UIH"],
                "A port that contributes to a public list may be refused access to the next vessel. The two members would \
                 accept a list that is shared among inspectorates.",
            )],
            ExpressedView,
            "Two members with ports could not join a public list. The meeting wished to see first what a list shared among \
             inspectorates would change, and thanked those who had explained their objection.",
        ),
        Item::topic(
            "wl2.children",
            "Children on small fishing vessels",
            &[],
            Deferred,
            "The Coastal Communities Alliance, whose paper this was, was delayed by a storm. The item was deferred to the next \
             meeting.",
        ),
        Item::other("wl2.other", &[], TookNote, "Nothing else was raised."),
    ],
    papers: &[
        Paper {
            key: "p.rest",
            item: Some("wl2.rest"),
            title: "Records of rest from thirty voyages",
            revises: None,
            file: File::Word(&[
                Heading("What was looked at"),
                Numbered(
                    "Thirty records of rest, given by crews in five ports, from voyages of nine days to seven months.",
                ),
                Heading("What was found"),
                Table(
                    "Finding|Voyages/Written day by day|eleven/Written in one hand, at one time|nineteen",
                ),
                Numbered(
                    "On none of the nineteen had anybody on board been asked by an inspector how long they had slept.",
                ),
            ]),
        },
        Paper {
            key: "p.rest-rev",
            item: Some("wl2.rest"),
            title: "Records of rest from thirty voyages",
            revises: Some("p.rest"),
            file: File::Word(&[
                Heading("What was looked at"),
                Numbered(
                    "Thirty records of rest, given by crews in five ports, from voyages of nine days to seven months.",
                ),
                Heading("What was found"),
                Table(
                    "Finding|Voyages/Written day by day|eleven/Written in one hand, at one time|nineteen",
                ),
                Numbered(
                    "On two of the nineteen an inspector had asked somebody on board how long they had slept.",
                ),
                Numbered(
                    "Paragraph 2 was corrected after the Northern Ports Council had looked into its own files.",
                ),
            ]),
        },
    ],
    marked: &[("CCA", Absent), ("MTN", Excused)],
    minutes: &[
        Edition {
            after: 10,
            days: 10,
            opening: "The meeting was chaired by the Harbour Welfare Federation, whose focal point gave up the chair for the \
                      item on rest.",
            instead: &[(
                "wl2.list",
                "The ports could not join a public list. The meeting wished to see first what a list shared among inspectorates \
                 would change.",
            )],
        },
        Edition {
            after: 25,
            days: 10,
            opening: "The meeting was chaired by the Harbour Welfare Federation. Second edition, with the correction that the \
                      Northern Ports Council asked for under item 5.",
            instead: &[],
        },
    ],
};
