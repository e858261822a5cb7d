//! Who takes part: organisations and people that exist nowhere else.

use group::parts::OrganisationKind::{self, International, NonGovernmental, Regional};

/// How an organisation stands in the group.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::demo) enum Standing {
    Member,
    Partner,
    Observer,
}

/// An organisation of the practice group with the people who hold its seats.
pub(in crate::demo) struct Organisation {
    pub(in crate::demo) short: &'static str,
    pub(in crate::demo) name: &'static str,
    pub(in crate::demo) standing: Standing,
    pub(in crate::demo) kind: OrganisationKind,
    pub(in crate::demo) head: Option<&'static str>,
    pub(in crate::demo) focal_point: &'static str,
}

const fn organisation(
    short: &'static str,
    name: &'static str,
    standing: Standing,
    kind: OrganisationKind,
    head: Option<&'static str>,
    focal_point: &'static str,
) -> Organisation {
    Organisation {
        short,
        name,
        standing,
        kind,
        head,
        focal_point,
    }
}

/// In the group's protocol order. The first holds the secretariat, the second the chair.
pub(in crate::demo) const ORGANISATIONS: [Organisation; 12] = [
    organisation(
        "ISV",
        "Institute for Safe Voyages",
        Standing::Member,
        International,
        Some("Odile Marrow"),
        "Pim Larkspur",
    ),
    organisation(
        "BCA",
        "Bureau for Crew Affairs",
        Standing::Member,
        International,
        Some("Tamsin Reed"),
        "Jorun Ash",
    ),
    organisation(
        "FDW",
        "Fund for Decent Work at Sea",
        Standing::Member,
        International,
        Some("Elio Fennimore"),
        "Nadia Thistle",
    ),
    organisation(
        "HWF",
        "Harbour Welfare Federation",
        Standing::Member,
        NonGovernmental,
        Some("Bram Willow"),
        "Sefa Linden",
    ),
    organisation(
        "IOL",
        "International Observatory of Labour on Ships",
        Standing::Member,
        International,
        Some("Wilhelmina Oakes"),
        "Ruta Hazel",
    ),
    organisation(
        "OSR",
        "Office for Seafarers’ Rights",
        Standing::Member,
        International,
        Some("Kofi Juniper"),
        "Marit Sorrel",
    ),
    organisation(
        "RFC",
        "Regional Fisheries Conference",
        Standing::Member,
        Regional,
        Some("Dario Elmgren"),
        "Anselm Rowan",
    ),
    organisation(
        "NPC",
        "Northern Ports Council",
        Standing::Member,
        Regional,
        Some("Hedda Larch"),
        "Livia Bracken",
    ),
    organisation(
        "UIH",
        "Union of Island Harbours",
        Standing::Member,
        Regional,
        Some("Solveig Reyes-Alder"),
        "Tomas Birch",
    ),
    organisation(
        "MTN",
        "Maritime Training Network",
        Standing::Member,
        NonGovernmental,
        Some("Osei Tamarind"),
        "Yara Clover",
    ),
    organisation(
        "CCA",
        "Coastal Communities Alliance",
        Standing::Partner,
        NonGovernmental,
        Some("Maren Gorse"),
        "Petra Heath",
    ),
    organisation(
        "LLA",
        "Lighthouse Legal Aid",
        Standing::Observer,
        NonGovernmental,
        Some("Blaise Cypress"),
        "Gil Marigold",
    ),
];

/// The one that came to the group during the year; the others were there at its founding.
pub(in crate::demo) const JOINED: &str = "LLA";

/// The one that was called otherwise at the founding, and how.
pub(in crate::demo) const RENAMED: (&str, &str) = ("MTN", "Maritime Teachers’ Network");

/// A member of the founding that left during the year.
pub(in crate::demo) const FORMER: Organisation = organisation(
    "SLK",
    "Society of Lightship Keepers",
    Standing::Member,
    NonGovernmental,
    None,
    "Corin Teasel",
);
