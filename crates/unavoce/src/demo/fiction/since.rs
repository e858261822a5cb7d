//! The meetings at working level since the chair changed hands.

use group::parts::DecisionKind::{Procedural, Strategic};
use group::parts::ItemOutcome::{Concluded, Decided, Deferred, ExpressedView, TookNote};
use group::parts::MeetingLevel;
use group::parts::Presence::{Absent, Excused};

use super::Line::{Heading, Numbered, Plain, Table};
use super::script::During::{Decided as Adopted, Given};
use super::script::{Edition, File, Item, Paper, Resolution, Sitting, Task};

/// In the order of time.
pub(in crate::demo) const SINCE: [Sitting; 2] = [FOURTH, FIFTH];

const FOURTH: Sitting = Sitting {
    key: "wl4",
    title: "Working level: repatriation, and a statement on fees",
    level: MeetingLevel::WorkingLevel,
    place: "Lisbon, Old Customs House, room 2",
    zone: "Europe/Lisbon",
    called: 141,
    ago: 103,
    hours: (10, 17),
    agenda: &[
        Item::adoption("wl4.agenda"),
        Item::minutes("wl4.minutes", "Minutes of the last meeting", "wl3"),
        Item::follow_up(
            "wl4.actions",
            "The schedules of costs from six ports are complete. The terms of reference of the task team exist as a first \
             draft. The comparison of school and crew lists meets with doubts, which the meeting shared.",
        ),
        Item::topic(
            "wl4.fees",
            "What a statement on recruitment fees should say",
            &[
                Adopted(Resolution {
                    key: "d.statement",
                    kind: Strategic,
                    title: "A joint statement on recruitment fees",
                    words: "The Group prepares a joint statement on recruitment fees, with a list of the costs that are never \
                            borne by the worker. The Fund for Decent Work at Sea holds the pen. The first passport stays out of \
                            the list until the members agree on it.",
                    mandated: true,
                    themes: &["recruitment-fees"],
                }),
                Given(Task {
                    key: "a.fees",
                    owners: &["FDW"],
                    due: Some(20),
                    what: "Write the zero draft of the joint statement on recruitment fees.",
                    decision: Some("d.statement"),
                    themes: &["recruitment-fees"],
                }),
            ],
            Decided,
            "Members had before them the schedules from six ports. The same certificate costs four times as much where the \
             recruiter names the doctor. The Office for Seafarers’ Rights asked that repayment be part of the text.",
        ),
        Item::topic(
            "wl4.repatriation",
            "Repatriation",
            &[
                Adopted(Resolution {
                    key: "d.repatriation",
                    kind: Procedural,
                    title: "Repatriation passes to another table",
                    words: "The Group ends its own work on repatriation, since the Assembly of Coastal States has set up a \
                            standing committee on it. The Harbour Welfare Federation takes part there and tells the Group what \
                            comes of it.",
                    mandated: false,
                    themes: &["repatriation"],
                }),
                Given(Task {
                    key: "a.handover",
                    owners: &["HWF"],
                    due: Some(72),
                    what: "Hand the Group’s file on repatriation to the standing committee, without the names of crews.",
                    decision: Some("d.repatriation"),
                    themes: &["repatriation"],
                }),
            ],
            Decided,
            "Nobody wished to keep two tables for one subject. Island members asked that the smallest ports be heard at the other \
             one.",
        ),
        Item::topic(
            "wl4.lists",
            "Crew lists that can be read",
            &[Given(Task {
                key: "a.lists",
                owners: &["NPC"],
                due: Some(25),
                what: "Tell the Group which ports keep a legible copy of the crew list, and for how long.",
                decision: None,
                themes: &["children-on-vessels", "inspection"],
            })],
            Concluded,
            "A crew list helps nobody when it is kept on board alone. The Northern Ports Council will ask its harbour masters.",
        ),
        Item::other(
            "wl4.other",
            &[],
            TookNote,
            "The Harbour Welfare Federation invited members to look at the draft on safe rest before it is put under silence.",
        ),
    ],
    papers: &[Paper {
        key: "p.six",
        item: Some("wl4.fees"),
        title: "What recruiters charge in six ports",
        revises: None,
        file: File::Word(&[
            Plain(
                "Collected by the Fund for Decent Work at Sea and the Office for Seafarers’ Rights. Amounts in days of pay.",
            ),
            Table(
                "Port|Certificate|Travel|“Service”/A|2|9|12/B|2|0|6/C|8|14|20/D|3|5|0/E|2|11|15/F|7|3|18",
            ),
            Heading("What stands out"),
            Numbered(
                "In ports C and F the recruiter names the doctor. The certificate costs about four times as much there.",
            ),
            Numbered("Only port D forbids the “service”, and only there does nobody charge it."),
        ]),
    }],
    marked: &[("RFC", Excused), ("UIH", Excused), ("LLA", Absent)],
    minutes: &[Edition {
        after: 10,
        days: 14,
        opening: "The first meeting at working level under the chair of the Bureau for Crew Affairs.",
        instead: &[],
    }],
};

const FIFTH: Sitting = Sitting {
    key: "wl5",
    title: "Working level: training, and the calendar",
    level: MeetingLevel::WorkingLevel,
    place: "On line, from the Hatchway Centre in Gdańsk",
    zone: "Europe/Warsaw",
    called: 71,
    ago: 34,
    hours: (11, 15),
    agenda: &[
        Item::adoption("wl5.agenda"),
        Item::minutes("wl5.minutes", "Minutes of the last meeting", "wl4"),
        Item::follow_up(
            "wl5.actions",
            "The file on repatriation has been handed over. The figures of inspections have come from a third of the ports and are \
             late; the Regional Fisheries Conference asked for patience, and the meeting for a day.",
        ),
        Item::topic(
            "wl5.training",
            "A training hour on rest",
            &[Given(Task {
                key: "a.hour",
                owners: &["MTN", "HWF"],
                due: Some(-38),
                what: "Write a training hour on rest on board, with a record to fill in, that a school can use without us.",
                decision: None,
                themes: &["rest-and-welfare"],
            })],
            Concluded,
            "Schools would gladly take a lesson that needs no visiting speaker. Members asked for one exercise: to fill in a week, \
             and to see in it what an inspector would see.",
        ),
        Item::topic(
            "wl5.outline",
            "Outline of the statement on recruitment fees",
            &[],
            ExpressedView,
            "The Fund for Decent Work at Sea presented an outline of three parts. Members expressed the view that it should name who \
             repays, and within how many days. On the number of days they differ.",
        ),
        Item::topic(
            "wl5.complaints",
            "Complaints: one page for crews",
            &[Given(Task {
                key: "a.page",
                owners: &["OSR", "LLA"],
                due: None,
                what: "Draft one page for crews: whom to call, what to say first, and what happens next.",
                decision: None,
                themes: &["complaint-mechanisms"],
            })],
            Deferred,
            "Time was short, and the paper had arrived on the morning of the meeting. The item was deferred to the next meeting; a draft \
             of the page will be before it.",
        ),
        Item::topic(
            "wl5.calendar",
            "Calendar of meetings",
            &[
                Adopted(Resolution {
                    key: "d.calendar",
                    kind: Procedural,
                    title: "Meetings of the coming months",
                    words: "The Group meets at working level in the first half of every second month. The heads meet once in the coming \
                            half-year. No silence procedure ends in the fortnight in which inspectorates report.",
                    mandated: false,
                    themes: &[],
                }),
                Given(Task {
                    key: "a.dates",
                    owners: &["ISV"],
                    due: None,
                    what: "Propose dates and places for the meetings of the coming half-year, one of them on an island.",
                    decision: Some("d.calendar"),
                    themes: &[],
                }),
            ],
            Decided,
            "Members compared their own calendars. Island members asked for one meeting that they can reach in a day.",
        ),
        Item::other(
            "wl5.other",
            &[],
            TookNote,
            "Lighthouse Legal Aid thanked the Group for its first months as an observer.",
        ),
    ],
    papers: &[Paper {
        key: "p.outline",
        item: Some("wl5.outline"),
        title: "Outline of a joint statement on recruitment fees",
        revises: None,
        file: File::Word(&[
            Heading("Three parts"),
            Numbered("Why this statement: what is charged, and what a debt does."),
            Numbered("What we ask: of States, of employers, of port authorities."),
            Numbered("What we will do: the list of costs, and a yearly look at it."),
            Heading("Open questions"),
            Numbered("Who repays, and within how many days?"),
            Numbered("Does the first passport belong in the list?"),
        ]),
    }],
    marked: &[("NPC", Excused), ("CCA", Absent)],
    minutes: &[Edition {
        after: 21,
        days: 18,
        opening: "The meeting was held on line. Links failed twice; what was said meanwhile was said again.",
        instead: &[],
    }],
};
