//! What happened between the meetings, apart from the actions: names, standing, themes, offices,
//! corrections, reservations, notes.

use group::parts::AttachmentKind::{Reservation, Statement};

use super::PROFILES;
use super::script::Deed::{
    AddName, Attach, CloseTheme, Correct, HandOver, Join, Leave, LinkThemes, Note, OpenTheme,
    Profile, Quote, Release, Rename, TagAction,
};
use super::script::Scene;
use super::script::When::{After, Ago};

/// In the order of time.
pub(in crate::demo) const JOURNAL: &[Scene] = &[
    Scene {
        when: After("h1", 2),
        deeds: &[
            OpenTheme {
                slug: "recruitment-fees",
                name: "Recruitment fees",
                meeting: "h1",
            },
            OpenTheme {
                slug: "rest-and-welfare",
                name: "Rest and welfare on board",
                meeting: "h1",
            },
            OpenTheme {
                slug: "inspection",
                name: "Inspection of living and working conditions",
                meeting: "h1",
            },
            OpenTheme {
                slug: "children-on-vessels",
                name: "Children on fishing vessels",
                meeting: "h1",
            },
            OpenTheme {
                slug: "repatriation",
                name: "Repatriation",
                meeting: "h1",
            },
            TagAction("a.ports", &["rest-and-welfare"]),
        ],
    },
    Scene {
        when: After("h1", 10),
        deeds: &[
            Quote {
                meeting: "h1",
                by: "HWF",
                words: "A crew does not ask which of us is competent. It asks whether somebody is coming.",
                attribution: "Bram Willow, President of the Harbour Welfare Federation, Chair of the Group",
            },
            Quote {
                meeting: "h1",
                by: "IOL",
                words: "We have counted for years, each for itself. From today on we can add up.",
                attribution: "Wilhelmina Oakes, Director of the International Observatory of Labour on Ships, \
                              Coordinator of the Group",
            },
            Release("d.voice"),
            Note {
                meeting: "h1",
                title: "Heads of organisations agree to speak with one voice on work at sea",
                lede: "Recruitment fees, rest, inspection, children on fishing vessels and repatriation are the first \
                       subjects of the Practice Group on Decent Work at Sea, whose heads met for the first time.",
                attendance: true,
            },
        ],
    },
    Scene {
        when: After("wl1", 2),
        deeds: &[
            OpenTheme {
                slug: "complaint-mechanisms",
                name: "Complaint mechanisms",
                meeting: "wl1",
            },
            TagAction("a.calls", &["complaint-mechanisms"]),
            TagAction("a.map", &["complaint-mechanisms"]),
            Attach {
                decision: "d.fees",
                by: "RFC",
                kind: Reservation,
                publish: true,
                words: "The Regional Fisheries Conference agrees that no fisher should pay for a job. It reserves its \
                        position on members of a family who sail together and share the costs of the trip.",
            },
        ],
    },
    Scene {
        when: After("wl1", 15),
        deeds: &[Release("d.fees")],
    },
    Scene {
        when: Ago(280),
        deeds: &[
            Profile(&PROFILES[0]),
            Profile(&PROFILES[1]),
            Profile(&PROFILES[2]),
            Profile(&PROFILES[3]),
            Profile(&PROFILES[4]),
            Profile(&PROFILES[5]),
        ],
    },
    Scene {
        when: Ago(268),
        deeds: &[
            AddName("IOL", "Observatory of Labour on Ships"),
            Profile(&PROFILES[6]),
        ],
    },
    Scene {
        when: After("wl2", 13),
        deeds: &[Correct {
            meeting: "wl2",
            item: "wl2.list",
            by: "NPC",
            words: "The minutes say “the ports”. Two members objected, and they said what they could accept instead: a list \
                    that is shared among inspectorates. Please thank the meeting for hearing the reasons, as the chair did.",
        }],
    },
    Scene {
        when: Ago(205),
        deeds: &[Leave],
    },
    Scene {
        when: After("wl3", 3),
        deeds: &[Join],
    },
    Scene {
        when: After("h2", 1),
        deeds: &[HandOver {
            to: "BCA",
            until: -580,
            decision: "d.chair",
        }],
    },
    Scene {
        when: After("h2", 2),
        deeds: &[
            LinkThemes(
                "recruitment-fees",
                "complaint-mechanisms",
                "OSR",
                "Who has paid for a job seldom complains before the debt is repaid. What the Group says on fees and what it \
                 says on complaints should be read together.",
            ),
            Attach {
                decision: "d.children",
                by: "OSR",
                kind: Statement,
                publish: true,
                words: "The Office for Seafarers’ Rights understands that a family is never asked to repay what the child had \
                        earned, and that staying in touch does not end with the first report.",
            },
        ],
    },
    Scene {
        when: After("h2", 12),
        deeds: &[
            Quote {
                meeting: "h2",
                by: "BCA",
                words: "Finishing three things is harder than beginning six, and more useful to a crew.",
                attribution: "Tamsin Reed, Director-General of the Bureau for Crew Affairs, incoming Chair of the Group",
            },
            Quote {
                meeting: "h2",
                by: "OSR",
                words: "The first hour after a child is found on board decides whether we are of any use to that child.",
                attribution: "Kofi Juniper, Commissioner of the Office for Seafarers’ Rights",
            },
            Release("d.chair"),
            Release("d.priorities"),
            Release("d.children"),
            Note {
                meeting: "h2",
                title: "Heads choose three priorities, and a new chair",
                lede: "A statement on recruitment fees, a task team on inspection and a common answer when a child is found at \
                       work on board: these the Group wishes to finish within a year.",
                attendance: false,
            },
        ],
    },
    Scene {
        when: Ago(118),
        deeds: &[Rename, Profile(&PROFILES[7]), Profile(&PROFILES[8])],
    },
    Scene {
        when: After("wl4", 4),
        deeds: &[CloseTheme("repatriation")],
    },
];
