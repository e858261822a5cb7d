//! One fact of every kind, with each field given.

use group::parts::{
    AccountKind, AttachmentKind, Category, DecisionKind, KindOfText, MeetingLevel, OfficeKind,
    OrganisationKind, Published, SeatKind, SettingValue, Supplement, SupplementKind,
};
use group::{
    AccountRecorded, CategoryDefined, Day, DecisionsRecorded, EndorsementGiven,
    EndorsementWithdrawn, Fact, GroupFounded, Instant, KindsSet, Known, MandateRecorded,
    MeetingRecorded, MembershipEnded, MembershipRecorded, MembershipStarted, OfficeAssigned,
    OfficeEnded, OfficeRecorded, OrganisationAlsoKnown, OrganisationRecorded, OrganisationRenamed,
    PaperRecorded, PersonRecorded, Personal, PurposeSet, QuotationRecorded, Restricted, RuleSet,
    SeatEnded, SeatOpened, SourceRecorded, TemplateDropped, TemplateKept, TextOpened,
    TextPublished, TextTargeted, ThemeRecorded, VersionTabled,
};

use crate::commands::{digest, filed};
use crate::meeting_samples;
use crate::round_samples;
use crate::world::{id, instant};

pub(crate) fn day() -> Day {
    "2026-03-02".parse().expect("a day")
}

pub(crate) fn deadline() -> Instant {
    instant("2026-03-05T10:00:00.007Z")
}

pub(crate) fn facts() -> Vec<Fact> {
    let mut facts = people();
    facts.extend(texts());
    facts.extend(round_samples::facts());
    facts.extend(history());
    facts.extend(meeting_samples::facts());
    facts
}

fn people() -> Vec<Fact> {
    vec![
        GroupFounded {
            name: "The Group".to_owned(),
            short_name: "group".to_owned(),
            zone: "Europe/Lisbon".to_owned(),
            abbreviation: Some("TG".to_owned()),
            notice: Some("Made from a public note.".to_owned()),
        }
        .into(),
        RuleSet {
            name: "silence.minimum_hours".to_owned(),
            value: SettingValue::Number(48),
        }
        .into(),
        RuleSet {
            name: "publishing.two".to_owned(),
            value: SettingValue::Switch(false),
        }
        .into(),
        RuleSet {
            name: "a.word".to_owned(),
            value: SettingValue::Word("one".to_owned()),
        }
        .into(),
        CategoryDefined {
            category: "member".to_owned(),
            rights: Category {
                may_object: true,
                may_comment: true,
                may_see: true,
            },
        }
        .into(),
        OrganisationRecorded {
            organisation: id("north"),
            name: "North".to_owned(),
            short_name: Some("N".to_owned()),
            category: Known::Known(OrganisationKind::Regional),
            source: Some(id("source")),
            passage: Restricted::Given("the North".to_owned()),
        }
        .into(),
        MembershipStarted {
            organisation: id("north"),
            category: "member".to_owned(),
            since: day(),
        }
        .into(),
        MembershipEnded {
            organisation: id("north"),
            until: day(),
        }
        .into(),
        OfficeAssigned {
            office: OfficeKind::Chair,
            organisation: id("north"),
            since: day(),
            until: Some(day()),
            exercised_by: Some(id("seat")),
            decision: Some(id("decision")),
        }
        .into(),
        OfficeEnded {
            office: OfficeKind::CoChair,
            organisation: id("north"),
            until: day(),
        }
        .into(),
        PersonRecorded {
            person: id("person"),
            name: Personal::Given("Somebody".to_owned()),
        }
        .into(),
        SeatOpened {
            seat: id("seat"),
            person: id("person"),
            organisation: id("north"),
            place: SeatKind::FocalPoint,
            since: day(),
        }
        .into(),
        SeatEnded {
            seat: id("seat"),
            person: id("person"),
            until: day(),
        }
        .into(),
    ]
}

fn texts() -> Vec<Fact> {
    vec![
        KindsSet {
            kinds: vec![
                KindOfText {
                    word: "statement".to_owned(),
                    name: None,
                },
                KindOfText {
                    word: "guidance-note".to_owned(),
                    name: Some("Guidance note".to_owned()),
                },
            ],
        }
        .into(),
        TemplateKept {
            template: id("template"),
            name: "Statement".to_owned(),
            form: Some("statement".to_owned()),
            sha256: "00".repeat(32),
            file: filed("template"),
        }
        .into(),
        TemplateDropped {
            template: id("template"),
        }
        .into(),
        TextOpened {
            text: id("text"),
            slug: "text".to_owned(),
            title: "A joint text".to_owned(),
            form: "terms_of_reference".to_owned(),
            symbol: Some("GRP/1/Add.1".to_owned()),
            supplements: Some(Supplement {
                of: id("text"),
                kind: SupplementKind::Addendum,
            }),
            language: Some("en".to_owned()),
            penholder: id("north"),
        }
        .into(),
        TextTargeted {
            text: id("text"),
            meeting: None,
            process: Some("Review of the Convention".to_owned()),
            on: Some(Day(jiff::civil::date(2026, 5, 4))),
        }
        .into(),
        VersionTabled {
            text: id("text"),
            number: 1,
            label: "zero draft".to_owned(),
            sha256: digest("zero draft"),
            file: filed("zero"),
            after: Some(id("comp")),
        }
        .into(),
        EndorsementGiven {
            text: id("text"),
            version: 1,
            sha256: digest("zero draft"),
            organisation: id("north"),
            name: "North (N)".to_owned(),
        }
        .into(),
        EndorsementWithdrawn {
            text: id("text"),
            organisation: id("north"),
        }
        .into(),
        TextPublished {
            text: id("text"),
            version: 1,
            attached: vec![Published {
                organisation: id("north"),
                kind: AttachmentKind::Statement,
                text: "We read it so.".to_owned(),
            }],
        }
        .into(),
    ]
}

/// What is recorded from a source, in an order in which each may follow.
pub(crate) fn history() -> Vec<Fact> {
    let passage = || Restricted::Given("They met in the harbour.".to_owned());
    let (source, meeting) = (id("source"), id("meeting"));
    vec![
        SourceRecorded {
            source,
            title: "They met".to_owned(),
            form: "public note".to_owned(),
            publisher: Known::Unknown,
            published: Known::Known(day()),
            entered: day(),
        }
        .into(),
        PurposeSet {
            words: "To agree on texts.".to_owned(),
            approaches: vec!["prevention".to_owned()],
            since: Known::Unknown,
            source: Some(source),
            passage: passage(),
        }
        .into(),
        MandateRecorded {
            mandate: id("mandate"),
            body: "An assembly".to_owned(),
            instrument: Known::Unknown,
            on: Known::Unknown,
            asks: "To coordinate.".to_owned(),
            source: Some(source),
            passage: passage(),
        }
        .into(),
        OrganisationRenamed {
            organisation: id("north"),
            name: "The Farther North".to_owned(),
            short_name: Some("FN".to_owned()),
            since: day(),
        }
        .into(),
        OrganisationAlsoKnown {
            organisation: id("north"),
            name: "Northerners".to_owned(),
        }
        .into(),
        MembershipRecorded {
            organisation: id("north"),
            on: day(),
            category: Known::Unknown,
            source,
            passage: passage(),
        }
        .into(),
        MeetingRecorded {
            meeting,
            slug: "first".to_owned(),
            title: "They meet".to_owned(),
            level: MeetingLevel::Heads,
            on: day(),
            place: Known::Known("The harbour".to_owned()),
            ordinal: Known::Known(1),
            attendance: Known::Unknown,
            source,
            passage: passage(),
        }
        .into(),
        OfficeRecorded {
            office: OfficeKind::Chair,
            organisation: id("north"),
            on: day(),
            person: id("person"),
            source,
            function: Personal::Given("Director".to_owned()),
            passage: passage(),
        }
        .into(),
        AccountRecorded {
            meeting,
            about: AccountKind::Outcome,
            source,
            passage: passage(),
        }
        .into(),
        QuotationRecorded {
            quotation: id("quote"),
            meeting,
            organisation: id("north"),
            person: id("person"),
            source,
            words: Personal::Given("We met.".to_owned()),
            attribution: Personal::Given("A. Head, Director, North".to_owned()),
        }
        .into(),
        PaperRecorded {
            paper: id("paper"),
            meeting,
            title: "An overview".to_owned(),
            dated: Known::Known("2018-04".to_owned()),
            source,
            passage: passage(),
        }
        .into(),
        DecisionsRecorded {
            meeting,
            count: 10,
            kinds: vec![DecisionKind::Strategic, DecisionKind::Procedural],
            source,
            passage: passage(),
        }
        .into(),
        ThemeRecorded {
            theme: id("theme"),
            slug: "conflict".to_owned(),
            name: "conflict".to_owned(),
            since: day(),
            meeting: Some(meeting),
            source,
            passage: passage(),
        }
        .into(),
    ]
}
