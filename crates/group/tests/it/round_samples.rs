//! One fact of every kind about rounds and silence procedures, with each field given.

use group::calendar::Announced;
use group::parts::{
    Attachment, AttachmentKind, AttachmentText, Behind, ChairStep, Choice, CommentItem,
    CorrectionKind, DecisionKind, Elector, EvidenceKind, Holiday, Item, Majority, MessageUse,
    OrgOutcome, OrgVote, Outcome, PenholderComment, PositionKind, ReturnForm, ReturnMode,
    Statement, Tally, Verdict, Verdicted, Visibility, Weekday,
};
use group::{
    CalendarSet, ChairAgreed, CompilationFrozen, CorrectionContested, CorrectionIssued,
    CorrectionProposed, DecisionAdopted, DecisionAnnulled, Fact, LanguageAdded, LanguageCleared,
    MessageRead, MessageReceived, MoreTimeAsked, Noun, OutageNoticed, PositionApproved,
    PositionContested, PositionEntered, PositionGiven, PositionWithdrawn, ReminderGiven,
    ResponsesIssued, Restricted, ReturnEntered, ReturnReceived, RoundClosed, RoundExtended,
    RoundOpened, SilenceBroken, SilenceCancelled, SilenceClosed, SilenceConfirmed, SilenceExtended,
    SilenceMoreTimeAsked, SilenceMoreTimeDeclined, SilenceOpened, SilenceRestarted, SilenceResumed,
    SilenceStopped, SilenceSuspended, VoteCancelled, VoteCast, VoteClosed, VoteEntered, VoteOpened,
    WeightsSet,
};

use crate::commands::{digest, filed};
use crate::samples::{day, deadline};
use crate::world::id;

pub(crate) fn facts() -> Vec<Fact> {
    let mut facts = rounds();
    facts.extend(silence());
    facts.extend(steering());
    facts.extend(votes());
    facts.extend(corrections());
    facts
}

fn rounds() -> Vec<Fact> {
    vec![
        RoundOpened {
            round: id("round"),
            text: id("text"),
            version: 1,
            deadline: deadline(),
            zone: "Europe/Lisbon".to_owned(),
            electorate: vec![id("token")],
            visibility: Visibility::ThenWithoutNames,
            late: true,
            instructions: Restricted::Given("Mark up the file.".to_owned()),
            behind: Restricted::Given(vec![Behind {
                token: id("token"),
                organisation: id("north"),
            }]),
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
            mode: ReturnMode::Adds,
            for_penholder: Restricted::Given(vec![PenholderComment {
                paragraph: 4,
                about: Some("shall".to_owned()),
                words: "We could live with “may”.".to_owned(),
            }]),
        }
        .into(),
        RoundExtended {
            round: id("round"),
            deadline: deadline(),
        }
        .into(),
        MoreTimeAsked {
            round: id("round"),
            organisation: id("north"),
        }
        .into(),
        ReturnEntered {
            round: id("round"),
            organisation: id("north"),
            form: ReturnForm::MarkedUp,
            file: Some(filed("return")),
            proposals: 2,
            comments: 1,
            mode: ReturnMode::Replaces,
            for_penholder: Restricted::Withheld,
            evidence: EvidenceKind::Mail,
            evidence_file: Some(filed("mail")),
            arrived: deadline(),
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
            announced: Some(announced()),
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
        PositionEntered {
            procedure,
            organisation: id("north"),
            position: PositionKind::Doubtful,
            confirmed_by: Some(day()),
            attachments: vec![Attachment {
                kind: AttachmentKind::Editorial,
                publish: false,
            }],
            late: true,
            reason: Restricted::Given("We have doubts.".to_owned()),
            wording: Restricted::Given("should".to_owned()),
            texts: Restricted::Given(vec![AttachmentText("A comma.".to_owned())]),
            evidence: EvidenceKind::Letter,
            evidence_file: Some(filed("letter")),
            arrived: deadline(),
            message: Some(id("message")),
        }
        .into(),
        PositionApproved {
            procedure,
            organisation: id("north"),
        }
        .into(),
        PositionContested {
            procedure,
            organisation: id("north"),
            reason: Restricted::Given("Not what we wrote.".to_owned()),
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
            text: Some(id("text")),
            version: Some(1),
            procedure: Some(procedure),
            vote: Some(id("vote")),
            meeting: Some(id("meeting")),
            item: Some(id("item")),
            kind: Some(DecisionKind::Strategic),
            words: Some("To meet again.".to_owned()),
            mandates: vec![id("mandate")],
            participants: vec![id("north")],
            attached: vec![id("north")],
        }
        .into(),
    ]
}

fn steering() -> Vec<Fact> {
    let procedure = id("proc");
    let reason = || Restricted::Given("The session was moved.".to_owned());
    vec![
        CalendarSet {
            rest: vec![Weekday::Friday, Weekday::Saturday],
            holidays: vec![Holiday {
                on: day(),
                name: "Founding day".to_owned(),
            }],
        }
        .into(),
        OutageNoticed {
            from: deadline(),
            until: deadline().plus_millis(60_000),
        }
        .into(),
        MessageReceived {
            message: id("message"),
            organisation: id("north"),
            form: EvidenceKind::Mail,
            arrived: deadline(),
            file: filed("mail"),
        }
        .into(),
        MessageRead {
            message: id("message"),
            organisation: id("north"),
            found: MessageUse::Other,
        }
        .into(),
        SilenceExtended {
            procedure,
            deadline: deadline(),
            announced: Some(announced()),
        }
        .into(),
        SilenceMoreTimeAsked {
            procedure,
            organisation: id("north"),
        }
        .into(),
        SilenceMoreTimeDeclined {
            procedure,
            reason: reason(),
        }
        .into(),
        SilenceSuspended {
            procedure,
            reason: reason(),
        }
        .into(),
        SilenceResumed {
            procedure,
            deadline: deadline(),
            announced: Some(announced()),
        }
        .into(),
        SilenceCancelled {
            procedure,
            reason: reason(),
        }
        .into(),
        SilenceStopped {
            procedure,
            reason: reason(),
        }
        .into(),
        ChairAgreed {
            step: ChairStep::Publication,
            thing: id("text"),
        }
        .into(),
        DecisionAnnulled {
            decision: id("decision"),
            reason: reason(),
        }
        .into(),
    ]
}

fn votes() -> Vec<Fact> {
    let vote = id("vote");
    let elector = Elector {
        organisation: id("north"),
        votes: 2,
    };
    vec![
        ReminderGiven {
            noun: Noun::Procedure,
            thing: vote,
        }
        .into(),
        WeightsSet {
            weights: vec![elector],
        }
        .into(),
        VoteOpened {
            vote,
            text: Some(id("text")),
            version: Some(1),
            sha256: Some(digest("zero draft")),
            deadline: Some(deadline()),
            announced: Some(announced()),
            meeting: Some(id("meeting")),
            decision: Some(id("decision")),
            zone: "Europe/Lisbon".to_owned(),
            electorate: vec![elector],
            majority: Majority::TwoThirds,
            quorum: 3,
            note: Restricted::Given("The group could not agree.".to_owned()),
        }
        .into(),
        VoteCast {
            vote,
            organisation: id("north"),
            choice: Choice::Abstains,
        }
        .into(),
        VoteEntered {
            vote,
            organisation: id("north"),
            choice: Choice::DoesNotTakePart,
            evidence: Some(EvidenceKind::Letter),
            evidence_file: Some(filed("letter")),
            arrived: deadline(),
            message: Some(id("message")),
        }
        .into(),
        VoteClosed {
            vote,
            cast: vec![OrgVote {
                organisation: id("north"),
                choice: Some(Choice::InFavour),
            }],
            tally: Tally {
                in_favour: 2,
                against: 0,
                abstaining: 0,
                took_part: 1,
                quorum_met: false,
                carried: false,
            },
        }
        .into(),
        VoteCancelled {
            vote,
            reason: Restricted::Given("The wrong version.".to_owned()),
        }
        .into(),
    ]
}

fn corrections() -> Vec<Fact> {
    let (correction, text) = (id("corr"), id("text"));
    vec![
        CorrectionProposed {
            correction,
            text,
            version: 1,
            kinds: vec![CorrectionKind::Misprint, CorrectionKind::Numbering],
            sha256: digest("mended"),
            file: filed("mended"),
            deadline: deadline(),
            announced: Some(announced()),
            changes: Restricted::Given("“there” is “their”.".to_owned()),
        }
        .into(),
        CorrectionContested {
            correction,
            text,
            organisation: id("north"),
            message: Some(id("message")),
            reason: Restricted::Given("It changes who is paid.".to_owned()),
        }
        .into(),
        CorrectionIssued {
            correction,
            text,
            symbol: Some("GRP/WP.1/Corr.1".to_owned()),
            changes: "“there” is “their”.".to_owned(),
        }
        .into(),
        LanguageAdded {
            text,
            version: 1,
            language: "fr".to_owned(),
            sha256: digest("français"),
            file: filed("français"),
            provided_by: id("north"),
        }
        .into(),
        LanguageCleared {
            text,
            language: "fr".to_owned(),
            sha256: digest("français"),
        }
        .into(),
    ]
}

fn announced() -> Announced {
    Announced {
        day: day(),
        minute: 600,
        offset: -60,
    }
}
