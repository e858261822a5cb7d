//! One fact of every kind about meetings, what follows from them, themes and profiles.

use group::parts::{
    AgendaItem, Attachment, AttachmentKind, AttachmentText, DecisionKind, ItemKind, ItemOutcome,
    ItemWords, Mark, MeetingLevel, OrganisationKind, Presence, Published, Work,
};
use group::{
    ActionDone, ActionDropped, ActionMoved, ActionOpened, ActionReassigned, ActionReported,
    AgendaAdopted, AgendaProposed, AttendanceMarked, CorrectionAsked, DecisionAttached,
    DecisionObjected, DecisionPut, DecisionReleased, DecisionTakenBack, Fact, ItemClosed,
    MeetingCalled, MeetingCancelled, MeetingClosed, MeetingMoved, MeetingOpened, MinutesApproved,
    MinutesCirculated, NoteIssued, Noun, OrganisationClassified, PaperTabled, Personal,
    ProfileStated, QuotationApproved, Restricted, ThemeClosed, ThemeOpened, ThemesLinked,
    ThemesTagged,
};

use crate::commands::filed;
use crate::samples::{day, deadline};
use crate::world::id;

pub(crate) fn facts() -> Vec<Fact> {
    let mut facts = themes();
    facts.extend(called());
    facts.extend(session());
    facts.extend(afterwards());
    facts.extend(actions());
    facts
}

fn words(words: &str) -> Restricted<String> {
    Restricted::Given(words.to_owned())
}

fn themes() -> Vec<Fact> {
    vec![
        OrganisationClassified {
            organisation: id("north"),
            category: OrganisationKind::Regional,
        }
        .into(),
        ProfileStated {
            organisation: id("north"),
            since: day(),
            works_on: vec![Work {
                theme: id("theme"),
                approaches: vec!["prevention".to_owned()],
            }],
            words: Some("We train.".to_owned()),
        }
        .into(),
        ThemeOpened {
            theme: id("theme"),
            slug: "conflict".to_owned(),
            name: "Conflict".to_owned(),
            since: day(),
            meeting: Some(id("meeting")),
        }
        .into(),
        ThemeClosed {
            theme: id("theme"),
            until: day(),
        }
        .into(),
        ThemesLinked {
            first: id("theme"),
            second: id("other"),
            said_by: id("north"),
            words: "The one feeds the other.".to_owned(),
        }
        .into(),
        ThemesTagged {
            noun: Noun::Action,
            thing: id("action"),
            themes: vec![id("theme")],
        }
        .into(),
    ]
}

fn called() -> Vec<Fact> {
    let meeting = id("meeting");
    vec![
        MeetingCalled {
            meeting,
            slug: "heads-2026".to_owned(),
            title: "The heads meet".to_owned(),
            level: MeetingLevel::Heads,
            begins: deadline(),
            ends: deadline().plus_millis(1),
            zone: "Europe/Lisbon".to_owned(),
            place: "The harbour".to_owned(),
        }
        .into(),
        MeetingMoved {
            meeting,
            begins: deadline(),
            ends: deadline().plus_millis(1),
            place: "The town hall".to_owned(),
            reason: words("A storm."),
        }
        .into(),
        MeetingCancelled {
            meeting,
            reason: words("A strike."),
        }
        .into(),
        AgendaProposed {
            meeting,
            items: vec![AgendaItem {
                item: id("item"),
                title: "Follow-up".to_owned(),
                kind: ItemKind::FollowUp,
                text: Some(id("text")),
                deferred: Some(id("deferred")),
                minutes_of: Some(id("before")),
                carries: vec![id("action")],
            }],
        }
        .into(),
        AgendaAdopted { meeting }.into(),
        PaperTabled {
            paper: id("paper"),
            meeting,
            item: Some(id("item")),
            symbol: "GRP/2026/WP.1/Rev.1".to_owned(),
            title: "An overview".to_owned(),
            file: filed("paper"),
            format: "docx".to_owned(),
            revises: Some(id("earlier")),
        }
        .into(),
    ]
}

fn session() -> Vec<Fact> {
    let (meeting, item, decision) = (id("meeting"), id("item"), id("decision"));
    vec![
        MeetingOpened { meeting }.into(),
        AttendanceMarked {
            meeting,
            marks: vec![Mark {
                organisation: id("north"),
                presence: Presence::Representative,
            }],
        }
        .into(),
        ItemClosed {
            meeting,
            item,
            outcome: ItemOutcome::ExpressedView,
            summary: words("All welcomed it."),
        }
        .into(),
        DecisionPut {
            decision,
            meeting,
            item,
            kind: DecisionKind::Procedural,
            title: "Next meeting".to_owned(),
            words: "To meet again.".to_owned(),
            mandates: vec![id("mandate")],
        }
        .into(),
        DecisionObjected {
            decision,
            meeting,
            objecting: vec![id("north")],
            reason: words("Too soon."),
        }
        .into(),
        DecisionTakenBack { decision, meeting }.into(),
        MeetingClosed { meeting }.into(),
    ]
}

fn afterwards() -> Vec<Fact> {
    let (meeting, decision) = (id("meeting"), id("decision"));
    vec![
        MinutesCirculated {
            meeting,
            edition: 1,
            until: day(),
            words: Restricted::Given(vec![ItemWords {
                item: Some(id("item")),
                words: "A long debate.".to_owned(),
            }]),
        }
        .into(),
        CorrectionAsked {
            meeting,
            organisation: id("north"),
            item: Some(id("item")),
            words: words("We said so."),
        }
        .into(),
        MinutesApproved {
            meeting,
            edition: 1,
            at: id("later"),
            item: id("minutes"),
        }
        .into(),
        QuotationApproved {
            quotation: id("quote"),
            meeting,
            organisation: id("north"),
            words: Personal::Given("We met.".to_owned()),
            attribution: Personal::Given("A. Head, Director, North".to_owned()),
        }
        .into(),
        NoteIssued {
            meeting,
            title: "They met".to_owned(),
            lede: Some("In the harbour.".to_owned()),
            attendance: true,
            quotations: vec![id("quote")],
        }
        .into(),
        DecisionAttached {
            decision,
            organisation: id("north"),
            attachments: vec![Attachment {
                kind: AttachmentKind::Reservation,
                publish: true,
            }],
            texts: Restricted::Given(vec![AttachmentText("We read it so.".to_owned())]),
        }
        .into(),
        DecisionReleased {
            decision,
            attached: vec![Published {
                organisation: id("north"),
                kind: AttachmentKind::Reservation,
                text: "We read it so.".to_owned(),
            }],
        }
        .into(),
    ]
}

fn actions() -> Vec<Fact> {
    let action = id("action");
    let evidence = || words("https://example.org/");
    vec![
        ActionOpened {
            action,
            number: "2026/3".to_owned(),
            year: 2026,
            rank: 3,
            meeting: Some(id("meeting")),
            item: Some(id("item")),
            decision: Some(id("decision")),
            owners: vec![id("north"), id("south")],
            due: Some(day()),
            what: words("To write it down."),
        }
        .into(),
        ActionReported {
            action,
            report: words("Half of it."),
            evidence: evidence(),
        }
        .into(),
        ActionDone {
            action,
            report: words("All of it."),
            evidence: evidence(),
        }
        .into(),
        ActionDropped {
            action,
            reason: words("Overtaken."),
        }
        .into(),
        ActionMoved {
            action,
            due: Some(day()),
            reason: words("More time."),
        }
        .into(),
        ActionReassigned {
            action,
            owners: vec![id("south")],
            reason: words("They know."),
        }
        .into(),
    ]
}
