//! The third meeting at working level: a task team, an observer, and what had been deferred.

use group::parts::DecisionKind::{Procedural, Strategic};
use group::parts::ItemOutcome::{Concluded, Decided, TookNote};
use group::parts::MeetingLevel;
use group::parts::Presence::{Absent, Excused};

use super::Line::Numbered;
use super::script::During::{Decided as Adopted, Given};
use super::script::{About, Edition, File, Item, Paper, Resolution, Sitting, Task};

/// The meeting.
pub(in crate::demo) const THIRD: Sitting = Sitting {
    key: "wl3",
    title: "Working level: inspection, and children on small vessels",
    level: MeetingLevel::WorkingLevel,
    place: "Accra, Chart Room",
    zone: "Africa/Accra",
    called: 214,
    ago: 183,
    hours: (9, 15),
    agenda: &[
        Item::adoption("wl3.agenda"),
        Item::minutes("wl3.minutes", "Minutes of the last meeting, second edition", "wl2"),
        Item::follow_up(
            "wl3.actions",
            "The map of whom a seafarer can call is complete for twelve ports. The schedules of costs \
             have been given more time. The question put to coast stations has passed to the Harbour Welfare Federation.",
        ),
        Item::topic(
            "wl3.children",
            "Children on small fishing vessels",
            &[Given(Task {
                key: "a.ages",
                owners: &["CCA", "FDW"],
                due: Some(96),
                what: "Find out in three coastal districts whether schools and harbour masters could compare their lists once a \
                       term.",
                decision: None,
                themes: &["children-on-vessels"],
            })],
            Concluded,
            "The item had been deferred from the meeting in Lisbon. The Alliance described how a first trip in the holidays \
             becomes a season. Members saw that schools notice it before ports do.",
        )
        .about(About::Deferred("wl2.children")),
        Item::topic(
            "wl3.inspection",
            "How living and working conditions are inspected",
            &[
                Adopted(Resolution {
                    key: "d.team",
                    kind: Strategic,
                    title: "A task team on inspection",
                    words: "The Group sets up a task team on the inspection of living and working conditions on fishing vessels. \
                            Its terms of reference are drafted by the Bureau for Crew Affairs with the Maritime Training Network \
                            and cleared by silence procedure. The team has no authority over any inspectorate.",
                    mandated: true,
                    themes: &["inspection"],
                }),
                Given(Task {
                    key: "a.team",
                    owners: &["BCA", "MTN"],
                    due: Some(100),
                    what: "Draft the terms of reference of the task team on inspection.",
                    decision: Some("d.team"),
                    themes: &["inspection"],
                }),
                Given(Task {
                    key: "a.figures",
                    owners: &["RFC", "NPC"],
                    due: Some(58),
                    what: "Ask the members’ ports how many fishing vessels were visited last year for living conditions, apart \
                           from visits for catch and safety.",
                    decision: Some("d.team"),
                    themes: &["inspection"],
                }),
            ],
            Decided,
            "Inspectors of three regions told what they look at first: the galley, the berths, the medicine chest. None of them \
             had a form with a line for the crew’s own words.",
        ),
        Item::topic(
            "wl3.observer",
            "A request to observe",
            &[Adopted(Resolution {
                key: "d.observer",
                kind: Procedural,
                title: "Lighthouse Legal Aid is admitted as an observer",
                words: "Lighthouse Legal Aid is admitted as an observer. It sees the papers of the Group, may attend its meetings and \
                        may attach statements; it takes no part in decisions.",
                mandated: false,
                themes: &[],
            })],
            Decided,
            "The organisation had asked in writing and was recommended by two members. It was asked to leave single cases out of \
             the Group’s room.",
        ),
        Item::other(
            "wl3.other",
            &[],
            TookNote,
            "The meeting took leave of the Society of Lightship Keepers, which has ended its membership since its last lightship was \
             decommissioned.",
        ),
    ],
    papers: &[Paper {
        key: "p.forms",
        item: Some("wl3.inspection"),
        title: "Eleven inspection forms, side by side",
        revises: None,
        file: File::Word(&[
            Numbered("Eleven forms from nine inspectorates were compared, line by line."),
            Numbered("All of them ask for the catch; seven ask for the berths; four for drinking water; none for the crew’s own words."),
            Numbered("A checklist in plain words for a first visit could fit on two pages."),
        ]),
    }],
    marked: &[("IOL", Excused), ("UIH", Absent)],
    minutes: &[Edition {
        after: 11,
        days: 14,
        opening: "The meeting was held in the Chart Room in Accra and ended an hour early, so that those who wished could visit the \
                  fishing harbour.",
        instead: &[],
    }],
};
