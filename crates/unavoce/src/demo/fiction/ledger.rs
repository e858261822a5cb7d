//! What became of the actions.

use super::script::Deed::{Drop, Move, Reassign, Report};
use super::script::Scene;
use super::script::When::{After, Ago};

/// In the order of time.
pub(in crate::demo) const LEDGER: &[Scene] = &[
    Scene {
        when: Ago(312),
        deeds: &[Report {
            task: "a.methods",
            by: "ISV",
            report: "The page is with all focal points. Two asked what “silence” means to a member that is travelling; the page \
                     now says it.",
            evidence: Some("“Working methods on one page”, sent to all focal points"),
            done: true,
        }],
    },
    Scene {
        when: Ago(264),
        deeds: &[Report {
            task: "a.overview",
            by: "IOL",
            report: "The overview has eleven pages instead of ten. It names two gaps: nobody works on the protection of children \
                     who were found, and complaints have no common figures.",
            evidence: Some("“What we do on five subjects”, with an annex of figures"),
            done: true,
        }],
    },
    Scene {
        when: Ago(219),
        deeds: &[Move(
            "a.schedules",
            162,
            "Two of the six ports were closed to visitors in the storm season. The owners asked for two months more.",
        )],
    },
    Scene {
        when: Ago(204),
        deeds: &[Reassign(
            "a.calls",
            &["HWF"],
            "The Society of Lightship Keepers left the Group. The Harbour Welfare Federation has its letters to the coast stations.",
        )],
    },
    Scene {
        when: Ago(196),
        deeds: &[Report {
            task: "a.map",
            by: "OSR",
            report: "Twelve ports are mapped. In five of them nobody answers at night; in seven the first question is for the name \
                     of the caller.",
            evidence: Some("Map of telephone numbers, hours and languages, twelve ports"),
            done: true,
        }],
    },
    Scene {
        when: Ago(164),
        deeds: &[
            Report {
                task: "a.schedules",
                by: "FDW",
                report: "Schedules from six ports in three regions are in hand; the two late ones came by courier.",
                evidence: Some("Six schedules, with the names of recruiters taken out"),
                done: true,
            },
            Report {
                task: "a.ports",
                by: "NPC",
                report: "Of ten ports that were asked, seven have a telephone on the quay. In two others it stands behind a gate \
                         that is locked at night; one did not answer.",
                evidence: None,
                done: false,
            },
        ],
    },
    Scene {
        when: Ago(148),
        deeds: &[Report {
            task: "a.ports",
            by: "UIH",
            report: "The heads were told. The tenth port answered afterwards: it has put up a telephone.",
            evidence: Some("Minutes of the second meeting of heads, item 3"),
            done: true,
        }],
    },
    Scene {
        when: Ago(128),
        deeds: &[Report {
            task: "a.calls",
            by: "HWF",
            report: "Nine coast stations answered. They wrote down 61 calls from fishing crews, of which 14 concerned food or pay. In \
                     four cases a station knew what came of it.",
            evidence: Some("Letters of nine coast stations, in summary"),
            done: true,
        }],
    },
    Scene {
        when: Ago(112),
        deeds: &[Report {
            task: "a.team",
            by: "BCA",
            report: "The first draft of the terms of reference is with the Maritime Training Network, which read it with two former \
                     inspectors.",
            evidence: Some("Terms of reference, draft 1"),
            done: true,
        }],
    },
    Scene {
        when: After("wl4", 3),
        deeds: &[Drop(
            "a.ages",
            "Two of the three districts declined to compare lists of children with lists of crews, for reasons of privacy that the \
             meeting found good. The question returns in the work on the first hour.",
        )],
    },
    Scene {
        when: Ago(79),
        deeds: &[Report {
            task: "a.handover",
            by: "HWF",
            report: "The file is with the standing committee. Names, dates of birth and vessels were taken out by two people.",
            evidence: Some("Receipt of the standing committee"),
            done: true,
        }],
    },
    Scene {
        when: Ago(74),
        deeds: &[
            Report {
                task: "a.rest",
                by: "HWF",
                report: "The draft has five numbered paragraphs and fits on a mess-room door. The annex was left out in the end.",
                evidence: Some("Joint statement on safe rest at sea, final draft"),
                done: true,
            },
            Report {
                task: "a.figures",
                by: "RFC",
                report: "Eleven of thirty-two ports have answered. Four count a visit for living conditions apart; seven do not.",
                evidence: None,
                done: false,
            },
        ],
    },
    Scene {
        when: Ago(22),
        deeds: &[Report {
            task: "a.child",
            by: "FDW",
            report: "A first page exists. The three owners differ on one line: whether the inspector or the port calls the family.",
            evidence: None,
            done: false,
        }],
    },
    Scene {
        when: Ago(16),
        deeds: &[
            Report {
                task: "a.fees",
                by: "FDW",
                report: "The zero draft is written and will be opened as a text within the week.",
                evidence: Some("Joint statement on recruitment fees, zero draft"),
                done: true,
            },
            Report {
                task: "a.page",
                by: "OSR",
                report: "A draft of the page was tried with two crews in one port. Both turned it over first, to look for the number.",
                evidence: None,
                done: false,
            },
        ],
    },
];
