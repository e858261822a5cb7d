//! The practice group: organisations, people and texts that exist nowhere else.
//!
//! Marked paragraphs use `{-taken out-}`, `{+put in+}` and `{#a comment on the words before}`; a
//! paragraph that begins with `{-¶-}` or `{+¶+}` is deleted or inserted as a whole.

/// Short name of the group in addresses.
pub(super) const GROUP: &str = "practice";
/// Full name of the group.
pub(super) const GROUP_NAME: &str = "Practice Group on Decent Work at Sea";
/// What the group is for, as its public page says it.
pub(super) const PURPOSE: &str = "A fictional group for practice: its organisations, people and texts exist \
only in this demonstration. It brings together bodies that work for decent work on fishing vessels and merchant ships.";
/// The zone of the group's seat.
pub(super) const ZONE: &str = "Europe/Lisbon";

/// How an organisation stands in the group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Member,
    Partner,
    Observer,
}

/// An organisation of the practice group with the people who hold its seats.
pub(super) struct Organisation {
    pub(super) short: &'static str,
    pub(super) name: &'static str,
    pub(super) standing: Standing,
    pub(super) head: Option<&'static str>,
    pub(super) focal_point: &'static str,
}

const fn organisation(
    short: &'static str,
    name: &'static str,
    standing: Standing,
    head: Option<&'static str>,
    focal_point: &'static str,
) -> Organisation {
    Organisation {
        short,
        name,
        standing,
        head,
        focal_point,
    }
}

/// In the group's protocol order. The first holds the secretariat, the second the chair.
pub(super) const ORGANISATIONS: [Organisation; 12] = [
    organisation(
        "ISV",
        "Institute for Safe Voyages",
        Standing::Member,
        Some("Odile Marrow"),
        "Pim Larkspur",
    ),
    organisation(
        "BCA",
        "Bureau for Crew Affairs",
        Standing::Member,
        Some("Tamsin Reed"),
        "Jorun Ash",
    ),
    organisation(
        "FDW",
        "Fund for Decent Work at Sea",
        Standing::Member,
        Some("Elio Fennimore"),
        "Nadia Thistle",
    ),
    organisation(
        "HWF",
        "Harbour Welfare Federation",
        Standing::Member,
        Some("Bram Willow"),
        "Sefa Linden",
    ),
    organisation(
        "IOL",
        "International Observatory of Labour on Ships",
        Standing::Member,
        None,
        "Ruta Hazel",
    ),
    organisation(
        "OSR",
        "Office for Seafarers’ Rights",
        Standing::Member,
        Some("Kofi Juniper"),
        "Marit Sorrel",
    ),
    organisation(
        "RFC",
        "Regional Fisheries Conference",
        Standing::Member,
        None,
        "Anselm Rowan",
    ),
    organisation(
        "NPC",
        "Northern Ports Council",
        Standing::Member,
        None,
        "Livia Bracken",
    ),
    organisation(
        "UIH",
        "Union of Island Harbours",
        Standing::Member,
        Some("Solveig Reyes-Alder"),
        "Tomas Birch",
    ),
    organisation(
        "MTN",
        "Maritime Training Network",
        Standing::Member,
        None,
        "Yara Clover",
    ),
    organisation(
        "CCA",
        "Coastal Communities Alliance",
        Standing::Partner,
        None,
        "Petra Heath",
    ),
    organisation(
        "LLA",
        "Lighthouse Legal Aid",
        Standing::Observer,
        None,
        "Gil Marigold",
    ),
];

/// What a paragraph of a drafted text is.
#[derive(Clone, Copy)]
pub(super) enum Line {
    Heading(&'static str),
    Plain(&'static str),
    Numbered(&'static str),
    /// A table: rows separated by `/`, cells by `|`.
    Table(&'static str),
}

/// A text of the practice group.
pub(super) struct Drafted {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) symbol: &'static str,
    pub(super) lines: &'static [Line],
}

use Line::{Heading, Numbered, Plain, Table};

/// The text that stands in its round.
pub(super) const FEES: Drafted = Drafted {
    slug: "recruitment-fees",
    title: "Joint statement on recruitment fees",
    symbol: "PGWS/2026/WP.3",
    lines: &[
        Plain(
            "We, the members of the Practice Group on Decent Work at Sea, speak here with one voice.",
        ),
        Heading("Why this statement"),
        Numbered(
            "The members of the Group recall that no worker should pay for obtaining a job, and that the costs of recruitment are borne by the employer.",
        ),
        Numbered(
            "Fishers and seafarers are still charged for medical certificates, for travel to the port of embarkation and for the contract itself, often before they know the terms on which they will work.",
        ),
        Numbered(
            "A debt taken up to obtain a job binds a person to it. It is one of the ways in which an ordinary contract becomes forced labour.",
        ),
        Heading("What we ask"),
        Numbered(
            "States and employers should ensure that recruiters are licensed, supervised and subject to effective remedies when fees are charged to fishers.",
        ),
        Numbered(
            "We invite port authorities to display, in the languages of crews, whom a fisher may call.",
        ),
        Numbered(
            "Contracts should be handed over before departure, in a language that the worker understands, with all costs listed.",
        ),
        Numbered(
            "Any fee that a worker has paid should be repaid within 30 days, by the employer first, who may turn to the recruiter.",
        ),
        Numbered(
            "Flag States should make the licence of a vessel conditional on proof that no fee was charged to its crew.",
        ),
        Plain("The following costs are never borne by the worker:"),
        Table(
            "Cost|Borne by/Medical certificate|the employer/Travel to the vessel|the employer/Visa|the employer/First passport|the worker",
        ),
        Heading("What we will do"),
        Numbered("The members will publish a common list of costs that may never be charged."),
        Numbered(
            "The members will exchange information about recruiters whose licence was withdrawn, with respect for the protection of personal data.",
        ),
        Numbered("The Group will report yearly on progress."),
    ],
};

/// The text that stands under silence.
pub(super) const INSPECTION: Drafted = Drafted {
    slug: "inspection-task-team",
    title: "Terms of reference of the task team on inspection",
    symbol: "PGWS/2026/WP.2",
    lines: &[
        Heading("Mandate"),
        Numbered(
            "The task team advises the Group on the inspection of living and working conditions on fishing vessels.",
        ),
        Numbered(
            "It has no authority over any inspectorate and takes no position on a single case.",
        ),
        Heading("Composition"),
        Numbered(
            "Each member may name one inspector or former inspector. The team elects two conveners, from two regions.",
        ),
        Numbered("Partners and observers may attend at the invitation of the conveners."),
        Heading("Work"),
        Numbered(
            "The team meets on line every second month. It writes a checklist for a first visit on board, in plain words, by the end of its first year.",
        ),
        Numbered("It shares what it learns with the training networks of the members."),
        Numbered("It keeps no data of a person who was met on board."),
        Heading("Duration"),
        Numbered(
            "The team is set up for two years. The Group reviews its work before it may be renewed.",
        ),
    ],
};

/// The text that is adopted and published.
pub(super) const REST: Drafted = Drafted {
    slug: "safe-rest",
    title: "Joint statement on safe rest at sea",
    symbol: "PGWS/2026/ST.1",
    lines: &[
        Plain("A tired crew is a danger to itself and to others. We speak here with one voice."),
        Numbered("Every person on board has at least ten hours of rest in any period of 24 hours."),
        Numbered(
            "Hours of rest are recorded on the day, by the person who rested, in a language that this person reads.",
        ),
        Numbered("No one loses pay or a place on board for asking that rest be respected."),
        Numbered(
            "Port authorities that find a false record tell the flag State and the members of this Group.",
        ),
        Numbered(
            "The members will publish, each year, what they learned about rest on the vessels that they visited.",
        ),
    ],
};

/// What one organisation sent back.
pub(super) struct Marked {
    pub(super) organisation: &'static str,
    /// `w:author` of what it tracked.
    pub(super) author: &'static str,
    /// How many days before the demonstration's first start it was edited.
    pub(super) days_ago: i64,
    /// Line of the text (counted from 0), the words as marked, and whether the edit was tracked.
    pub(super) edits: &'static [(usize, &'static str, bool)],
}

/// The five returned Word files on [`FEES`].
pub(super) const RETURNS: [Marked; 5] = [
    Marked {
        organisation: "HWF",
        author: "Sefa Linden",
        days_ago: 4,
        edits: &[
            (
                6,
                "States and employers {-should-}{+shall+} ensure that recruiters are licensed, supervised and subject to effective {+and accessible +}remedies when fees are charged to fishers.",
                true,
            ),
            (
                7,
                "We invite port authorities to display, in the languages of crews, whom a fisher may call{#Many crews share one telephone: could a sign in the mess room be added?}.",
                true,
            ),
            (
                14,
                "The members will publish a common list of costs that may never be charged{+, and keep it up to date+}.",
                true,
            ),
        ],
    },
    Marked {
        organisation: "IOL",
        author: "Ruta Hazel",
        days_ago: 3,
        edits: &[
            (
                6,
                "States and employers {-should-}{+shall+} ensure that recruiters are licensed, supervised and subject to effective remedies{#“Remedies” should include repayment. See paragraph 7.} when fees are charged to fishers.",
                true,
            ),
            (
                8,
                "Contracts should be handed over before departure, in a language that the worker understands, {+and explained on request, +}with all costs listed.",
                true,
            ),
            (
                10,
                "{+¶+}Recruiters that repay fees without delay may be listed again after one year.",
                true,
            ),
            (
                15,
                "The members will exchange information about recruiters whose licence was withdrawn, with {+full +}respect for the protection of personal data{#@Anselm: is this what your lawyers meant? Internal.}.",
                true,
            ),
        ],
    },
    Marked {
        organisation: "OSR",
        author: "Marit Sorrel",
        days_ago: 3,
        edits: &[
            (
                3,
                "Fishers and seafarers are still charged for medical certificates, for travel to the port of embarkation and for the contract itself, {-often-}{+mostly+} before they know the terms on which they will work.",
                false,
            ),
            (
                6,
                "States and employers {-should-}{+shall+} ensure that recruiters are licensed, supervised and subject to effective {+and accessible +}remedies when fees are charged to fishers.",
                true,
            ),
            (
                9,
                "Any fee that a worker has paid should be repaid within {-30-}{+15+} days, by the employer first, who may turn to the recruiter.",
                true,
            ),
        ],
    },
    Marked {
        organisation: "RFC",
        author: "Anselm Rowan",
        days_ago: 2,
        edits: &[
            (
                6,
                "States and employers {-should-}{+are encouraged to+} ensure{#Flag States differ in powers.} that recruiters are licensed, supervised and subject to effective remedies when fees are charged to fishers.",
                true,
            ),
            (
                10,
                "Flag States {-should-}{+may+} make the licence of a vessel conditional on proof that no fee was charged to its crew.",
                true,
            ),
            (16, "{-¶-}The Group will report yearly on progress.", true),
        ],
    },
    Marked {
        organisation: "NPC",
        author: "Livia Bracken",
        days_ago: 2,
        edits: &[
            (
                6,
                "States{- and employers-}{+, within their jurisdiction,+} should ensure that recruiters are licensed, supervised and subject to effective remedies when fees are charged to fishers.",
                false,
            ),
            (
                9,
                "Any fee that a worker has paid should be repaid within {-30-}{+60+} days, by the employer first, who may turn to the recruiter.",
                false,
            ),
            (
                16,
                "The Group will report {-yearly-}{+every two years+} on progress.",
                false,
            ),
        ],
    },
];
