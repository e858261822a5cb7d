//! One fact of every kind, with each field given.

use group::parts::{
    Attachment, AttachmentKind, AttachmentText, Category, CommentItem, Item, OfficeKind,
    OrgOutcome, Outcome, PositionKind, Published, ReturnForm, SeatKind, SettingValue, Statement,
    TextKind, Verdict, Verdicted, Visibility,
};
use group::{
    CategoryDefined, CompilationFrozen, Day, DecisionAdopted, EndorsementGiven,
    EndorsementWithdrawn, Fact, GroupFounded, Instant, MembershipEnded, MembershipStarted,
    OfficeAssigned, OfficeEnded, OrganisationRecorded, PersonRecorded, Personal, PositionGiven,
    PositionWithdrawn, ResponsesIssued, Restricted, ReturnReceived, RoundClosed, RoundOpened,
    RuleSet, SeatEnded, SeatOpened, SilenceBroken, SilenceClosed, SilenceConfirmed, SilenceOpened,
    SilenceRestarted, TextOpened, TextPublished, VersionTabled,
};

use crate::commands::{digest, filed};
use crate::world::{id, instant};

fn day() -> Day {
    "2026-03-02".parse().expect("a day")
}

fn deadline() -> Instant {
    instant("2026-03-05T10:00:00.007Z")
}

pub(crate) fn facts() -> Vec<Fact> {
    let mut facts = people();
    facts.extend(texts());
    facts.extend(rounds());
    facts.extend(silence());
    facts
}

fn people() -> Vec<Fact> {
    vec![
        GroupFounded {
            name: "The Group".to_owned(),
            short_name: "group".to_owned(),
            zone: "Europe/Lisbon".to_owned(),
            purpose: Some("To agree on texts.".to_owned()),
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
        TextOpened {
            text: id("text"),
            slug: "text".to_owned(),
            title: "A joint text".to_owned(),
            form: TextKind::TermsOfReference,
            symbol: Some("GRP/1".to_owned()),
            penholder: id("north"),
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

fn rounds() -> Vec<Fact> {
    vec![
        RoundOpened {
            round: id("round"),
            text: id("text"),
            version: 1,
            deadline: deadline(),
            zone: "Europe/Lisbon".to_owned(),
            electorate: vec![id("north")],
            visibility: Visibility::ThenWithNames,
            instructions: Restricted::Given("Mark up the file.".to_owned()),
        }
        .into(),
        RoundClosed {
            round: id("round"),
            at_deadline: true,
        }
        .into(),
        ReturnReceived {
            round: id("round"),
            organisation: id("north"),
            form: ReturnForm::MarkedUp,
            file: Some(filed("return")),
            proposals: 2,
            comments: 1,
        }
        .into(),
        CompilationFrozen {
            compilation: id("comp"),
            round: id("round"),
            amendments: vec![Item {
                id: "a1".to_owned(),
                kind: "replace".to_owned(),
                conflict: Some("k1".to_owned()),
                supporters: vec![id("north")],
            }],
            comments: vec![CommentItem {
                id: "c1".to_owned(),
                organisation: id("north"),
            }],
            model: filed("model"),
            word: filed("word"),
        }
        .into(),
        ResponsesIssued {
            round: id("round"),
            compilation: id("comp"),
            verdicts: vec![Verdicted {
                item: "a1".to_owned(),
                verdict: Verdict::NotTaken,
                reasoned: true,
            }],
            statements: Restricted::Given(vec![Statement {
                item: "a1".to_owned(),
                place: "paragraph 4".to_owned(),
                before: "shall".to_owned(),
                after: "should".to_owned(),
                wording: Some("may".to_owned()),
                reason: Some("Agreed language.".to_owned()),
            }]),
        }
        .into(),
    ]
}

fn silence() -> Vec<Fact> {
    let procedure = id("proc");
    vec![
        SilenceOpened {
            procedure,
            text: id("text"),
            version: 1,
            sha256: digest("zero draft"),
            deadline: deadline(),
            zone: "Europe/Lisbon".to_owned(),
            electorate: vec![id("north")],
            note: Restricted::Given("As circulated.".to_owned()),
        }
        .into(),
        PositionGiven {
            procedure,
            organisation: id("north"),
            position: PositionKind::ObjectsWithText,
            confirmed_by: Some(day()),
            attachments: vec![Attachment {
                kind: AttachmentKind::Reservation,
                publish: true,
            }],
            late: false,
            reason: Restricted::Given("Paragraph 2.".to_owned()),
            wording: Restricted::Given("should".to_owned()),
            texts: Restricted::Given(vec![AttachmentText("We read it so.".to_owned())]),
        }
        .into(),
        PositionWithdrawn {
            procedure,
            organisation: id("north"),
        }
        .into(),
        SilenceBroken {
            procedure,
            by: id("north"),
        }
        .into(),
        SilenceClosed {
            procedure,
            size_at_deadline: 12,
            outcomes: vec![OrgOutcome {
                organisation: id("north"),
                outcome: Outcome::AgreedAdReferendum,
            }],
        }
        .into(),
        SilenceConfirmed { procedure }.into(),
        SilenceRestarted {
            procedure,
            anew: id("anew"),
            reason: Restricted::Given("The objection was met.".to_owned()),
        }
        .into(),
        DecisionAdopted {
            decision: id("decision"),
            number: "2026/4".to_owned(),
            year: 2026,
            rank: 4,
            title: "A joint text".to_owned(),
            text: id("text"),
            version: 1,
            procedure,
            participants: vec![id("north")],
            attached: vec![id("north")],
        }
        .into(),
    ]
}
