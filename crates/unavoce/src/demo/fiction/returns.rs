//! What came back marked up on the text that stands in its round.

/// What one organisation sent back.
pub(in crate::demo) struct Marked {
    pub(in crate::demo) organisation: &'static str,
    /// `w:author` of what it tracked.
    pub(in crate::demo) author: &'static str,
    /// How many days before the demonstration's first start it was edited.
    pub(in crate::demo) days_ago: i64,
    /// Line of the text (counted from 0), the words as marked, and whether the edit was tracked.
    pub(in crate::demo) edits: &'static [(usize, &'static str, bool)],
}

/// The five returned Word files on [`super::FEES`].
pub(in crate::demo) const RETURNS: [Marked; 5] = [
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
