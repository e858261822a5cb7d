//! The practice group: organisations, people and texts that exist nowhere else.
//!
//! Marked paragraphs use `{-taken out-}`, `{+put in+}` and `{#a comment on the words before}`; a
//! paragraph that begins with `{-¶-}` or `{+¶+}` is deleted or inserted as a whole.

mod gatherings;
mod heads;
mod journal;
mod ledger;
mod organisations;
mod profiles;
mod returns;
pub(super) mod script;
mod since;
mod third;
mod working;

pub(super) use gatherings::COMING;
pub(super) use heads::HEADS;
pub(super) use journal::JOURNAL;
pub(super) use ledger::LEDGER;
pub(super) use organisations::{FORMER, JOINED, ORGANISATIONS, Organisation, RENAMED, Standing};
pub(super) use profiles::PROFILES;
pub(super) use returns::{Marked, RETURNS};
pub(super) use since::SINCE;
pub(super) use third::THIRD;
pub(super) use working::WORKING;

/// Short name of the group in addresses.
pub(super) const GROUP: &str = "practice";
/// Full name of the group.
pub(super) const GROUP_NAME: &str = "Practice Group on Decent Work at Sea";
/// What the group is for, as its public page says it.
pub(super) const PURPOSE: &str = "A fictional group for practice: its organisations, people and texts exist \
only in this demonstration. It brings together bodies that work for decent work on fishing vessels and merchant ships.";
/// What the group does for it: the words under which its members say what they bring.
pub(super) const APPROACHES: [&str; 4] = [
    "Prevention",
    "Protection and support",
    "Inspection and enforcement",
    "Partnership",
];
/// The first part of the symbols of the group's papers.
pub(super) const PREFIX: &str = "PGWS";
/// Who asked for the group.
pub(super) const MANDATE_BODY: &str = "Assembly of Coastal States";
/// With which instrument.
pub(super) const MANDATE_INSTRUMENT: &str = "Resolution 12 of its fourth session";
/// For what.
pub(super) const MANDATE_ASKS: &str = "Invites the organisations that work for seafarers and fishers to \
coordinate what they do, to speak with one voice on recruitment, on inspection and on life on board, and to report \
to it at every second session. (The Assembly and its resolution are part of the fiction.)";
/// The zone of the group's seat.
pub(super) const ZONE: &str = "Europe/Lisbon";

/// What a paragraph of a drafted text is.
#[derive(Clone, Copy)]
pub(super) enum Line {
    Heading(&'static str),
    Plain(&'static str),
    Numbered(&'static str),
    /// A table: rows separated by `/`, cells by `|`.
    Table(&'static str),
}

/// What a text gets as its symbol, behind prefix and year.
#[derive(Clone, Copy)]
pub(super) enum Symbol {
    /// The next one of the working papers.
    Next,
    Named(&'static str),
}

/// A text of the practice group.
pub(super) struct Drafted {
    pub(super) slug: &'static str,
    pub(super) title: &'static str,
    pub(super) symbol: Symbol,
    /// The process outside the group that it is made for.
    pub(super) process: Option<&'static str>,
    pub(super) lines: &'static [Line],
}

use Line::{Heading, Numbered, Plain, Table};

/// With what the group's joint statements begin.
pub(super) const TEMPLATE: Drafted = Drafted {
    slug: "",
    title: "Joint statement",
    symbol: Symbol::Next,
    process: None,
    lines: &[
        Plain(
            "We, the members of the Practice Group on Decent Work at Sea, speak here with one voice.",
        ),
        Heading("Why this statement"),
        Numbered("The members of the Group recall …"),
        Heading("What we ask"),
        Numbered("States and employers should …"),
        Heading("What we will do"),
        Numbered("The members will …"),
        Numbered("The Group will report yearly on progress."),
    ],
};

/// The text that stands in its round.
pub(super) const FEES: Drafted = Drafted {
    slug: "recruitment-fees",
    title: "Joint statement on recruitment fees",
    symbol: Symbol::Next,
    process: Some("Second review of the Practice Convention on Work at Sea"),
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
    symbol: Symbol::Next,
    process: None,
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
    symbol: Symbol::Named("ST.1"),
    process: None,
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
