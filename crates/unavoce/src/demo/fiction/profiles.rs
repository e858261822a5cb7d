//! What organisations work on and bring, as they stated it: by theme and by rank of the approach. Some
//! fields stay empty, as in every group.

use super::script::Profile;

const PREVENT: usize = 0;
const PROTECT: usize = 1;
const INSPECT: usize = 2;
const PARTNER: usize = 3;

/// In the order in which they were stated.
pub(in crate::demo) const PROFILES: [Profile; 9] = [
    Profile {
        organisation: "FDW",
        works_on: &[
            ("recruitment-fees", &[PREVENT, PARTNER]),
            ("children-on-vessels", &[PREVENT]),
            ("complaint-mechanisms", &[PARTNER]),
        ],
        words: "We finance small projects with recruiters and coastal schools, none longer than two \
                years, and we publish what each of them cost.",
    },
    Profile {
        organisation: "HWF",
        works_on: &[
            ("rest-and-welfare", &[PROTECT, PREVENT]),
            ("repatriation", &[PROTECT]),
            ("complaint-mechanisms", &[PROTECT]),
        ],
        words: "Our members keep welfare rooms in forty harbours. Whoever comes in off a vessel may \
                telephone home, rest, and talk to somebody who speaks the language.",
    },
    Profile {
        organisation: "OSR",
        works_on: &[
            ("recruitment-fees", &[PROTECT, INSPECT]),
            ("complaint-mechanisms", &[PROTECT, INSPECT]),
            ("repatriation", &[PROTECT]),
        ],
        words: "We take up complaints of seafarers and fishers with flag and port authorities, and know \
                where a complaint gets lost.",
    },
    Profile {
        organisation: "IOL",
        works_on: &[
            ("recruitment-fees", &[PREVENT]),
            ("rest-and-welfare", &[PREVENT]),
            ("inspection", &[PARTNER]),
        ],
        words: "We collect figures on working time, pay and recruitment on board, and lend our \
                questionnaires to any member that wishes to use them.",
    },
    Profile {
        organisation: "BCA",
        works_on: &[
            ("inspection", &[INSPECT, PARTNER]),
            ("rest-and-welfare", &[INSPECT]),
            ("recruitment-fees", &[INSPECT]),
        ],
        words: "We bring together the inspectorates of twenty-two coastal States and keep their common \
                forms.",
    },
    Profile {
        organisation: "NPC",
        works_on: &[("inspection", &[INSPECT]), ("rest-and-welfare", &[INSPECT])],
        words: "Harbour masters report to us once a quarter. We can say quickly in which ports a new \
                practice would work and in which it would not.",
    },
    Profile {
        organisation: "RFC",
        works_on: &[("inspection", &[PARTNER]), ("recruitment-fees", &[PARTNER])],
        words: "The fisheries administrations of nine States meet in our conference. Licences are their \
                matter; conditions on board are becoming so.",
    },
    Profile {
        organisation: "MTN",
        works_on: &[("inspection", &[PREVENT]), ("rest-and-welfare", &[PREVENT])],
        words: "Sixty maritime schools share their courses through us. A training hour that the Group \
                agrees on reaches about nine thousand trainees in a year.",
    },
    Profile {
        organisation: "CCA",
        works_on: &[("children-on-vessels", &[PREVENT, PARTNER])],
        words: "We work in fishing villages with teachers and boat owners, where a child’s first trip is \
                often a family matter and nobody’s file.",
    },
];
