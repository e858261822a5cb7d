//! The group's meetings: the list, calling one, the meeting's page in each of its stages.

use super::history::meeting_row;
use super::pieces::{bca, command, fdw, hwf, iol, isv, long_org, long_words, npc, osr, rfc};
use super::voting;
use crate::actions::{ActionState, Due};
use crate::attendance::{Attendance, AttendanceForm, Mark, Presence, Quorum};
use crate::call::{Call, Cancel, Move, Times};
use crate::clearance::{Attached, Attachment};
use crate::entries::{ActionLine, AgendaItem, DecisionLine, ItemKind, Objected, Outcome};
use crate::floor::{Answer, Put, RollCall};
use crate::meeting::{Head, Meeting, Steps};
use crate::meetings::{Importance, Level, MeetingRow, Meetings, Stage};
use crate::organisation::{Hat, Org};
use crate::papers::{PaperForm, PaperRow};

pub(super) fn head(stage: Stage) -> Head {
    Head {
        slug: "eighth-working".into(),
        title: "Eighth working-level meeting".into(),
        level: Level::WorkingLevel,
        ordinal: Some(8),
        on: "Thursday 21 May 2026, 10:00 to 13:00 (Lisbon)".into(),
        relative: (stage < Stage::InSession).then(|| "in 17 days".into()),
        place: Some("Lisbon and on line".into()),
        stage,
        agenda: stage <= Stage::InSession,
        minutes: stage >= Stage::Closed,
        note: stage >= Stage::Closed,
    }
}

pub(super) fn offices() -> Vec<(Hat, Org, String)> {
    vec![
        (Hat::Chair, bca(), "Tamsin Reed".into()),
        (Hat::Secretariat, isv(), "Pim Larkspur".into()),
    ]
}

fn row(stage: Stage) -> MeetingRow {
    let head = head(stage);
    MeetingRow {
        slug: head.slug,
        title: head.title,
        level: head.level,
        ordinal: head.ordinal,
        on: head.on,
        relative: head.relative,
        place: head.place,
        stage: Some(stage),
        recorded: false,
    }
}

impl Meetings {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let seventh = MeetingRow {
            slug: "seventh-working".into(),
            title: "Seventh working-level meeting".into(),
            ordinal: Some(7),
            on: "Thursday 23 April 2026, 10:00 to 13:00 (Lisbon)".into(),
            ..row(Stage::MinutesCirculated)
        };
        let cancelled = MeetingRow {
            slug: "extraordinary".into(),
            title: "Extraordinary meeting on recruitment fees".into(),
            ordinal: None,
            on: "Monday 2 March 2026, 15:00 to 17:00 (Lisbon)".into(),
            place: None,
            ..row(Stage::Cancelled)
        };
        let full = Self {
            coming: vec![row(Stage::AgendaProposed)],
            past: vec![seventh.clone(), cancelled, meeting_row()],
            inside: true,
            call: true,
        };
        let long = MeetingRow {
            title: long_words(),
            place: Some(long_org().name),
            ..row(Stage::Called)
        };
        let issued = MeetingRow {
            stage: None,
            ..seventh
        };
        vec![
            ("empty", Self::default()),
            (
                "empty-secretariat",
                Self {
                    inside: true,
                    call: true,
                    ..Self::default()
                },
            ),
            (
                "visitor",
                Self {
                    past: vec![issued, meeting_row()],
                    ..Self::default()
                },
            ),
            (
                "member",
                Self {
                    call: false,
                    coming: Vec::new(),
                    ..full.clone()
                },
            ),
            (
                "long",
                Self {
                    coming: vec![long, row(Stage::InSession)],
                    ..full.clone()
                },
            ),
            ("full", full),
        ]
    }
}

fn times() -> Times {
    Times {
        date: "2026-05-21".into(),
        from: "10:00".into(),
        until: "13:00".into(),
        place: "Lisbon and on line".into(),
    }
}

impl Call {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: command(),
            zone: "Lisbon".into(),
            ..Self::default()
        };
        let refused = Self {
            form: command().refused("until", "The meeting would end before it begins."),
            title: "Eighth working-level meeting".into(),
            level: "heads".into(),
            times: Times {
                until: "09:00".into(),
                ..times()
            },
            ..empty.clone()
        };
        vec![("empty", empty), ("refused", refused)]
    }
}

fn paper() -> PaperRow {
    PaperRow {
        symbol: "PGWS/2026/WP.4/Rev.1".into(),
        title: "Ports with and without an inspection desk".into(),
        file: "PGWS-2026-WP.4-Rev.1.docx".into(),
        earlier: vec![("PGWS/2026/WP.4".into(), "PGWS-2026-WP.4.docx".into())],
    }
}

fn reservation() -> Attached {
    Attached {
        kind: Attachment::Reservation,
        text: "The task team names no ports.".into(),
        to_be_published: false,
    }
}

fn decision() -> DecisionLine {
    DecisionLine {
        number: "2026/4".into(),
        title: "Task team on inspection".into(),
        kind: Importance::Strategic,
        words: "The group establishes a task team on inspection, led by the Harbour Welfare Federation, to report to its ninth working-level meeting.".into(),
        attached: vec![(rfc(), reservation())],
    }
}

pub(super) fn action(number: &str, due: Due, state: ActionState) -> ActionLine {
    ActionLine {
        number: number.into(),
        what: "List the focal points for port inspection".into(),
        owners: vec![hwf(), fdw()],
        due,
        state,
    }
}

pub(super) fn in_june() -> Due {
    Due::on("Friday 12 June 2026".into(), 22)
}

fn linked(slug: &str, title: &str) -> Option<(String, String)> {
    Some((slug.into(), title.into()))
}

/// The agenda as adopted, before anything came of it.
pub(super) fn agenda() -> Vec<AgendaItem> {
    let items = [
        ("Adoption of the agenda", ItemKind::AdoptionOfAgenda),
        (
            "Minutes of the seventh working-level meeting",
            ItemKind::Minutes,
        ),
        ("Follow-up of decisions", ItemKind::FollowUp),
        ("Joint statement on recruitment fees", ItemKind::Topic),
        ("Inspection in small ports", ItemKind::Topic),
        ("Other business", ItemKind::OtherBusiness),
    ];
    let mut items: Vec<_> = (1..)
        .zip(items)
        .map(|(number, (title, kind))| AgendaItem {
            number,
            title: title.into(),
            kind,
            ..AgendaItem::default()
        })
        .collect();
    items[1].minutes_of = linked("seventh-working", "Seventh working-level meeting");
    (items[2].open, items[2].overdue) = (7, 2);
    items[3].text = linked("recruitment-fees", "Joint statement on recruitment fees");
    items[4].deferred = linked("seventh-working", "Seventh working-level meeting");
    items[4].papers = vec![paper()];
    items
}

/// The same with what came of it.
pub(super) fn concluded() -> Vec<AgendaItem> {
    let mut items = agenda();
    items[0].outcome = Some((Outcome::Decided, String::new()));
    items[2].outcome = Some((
        Outcome::TookNote,
        "Two actions are late; their owners report at the next meeting.".into(),
    ));
    items[3].outcome = Some((Outcome::Deferred, "The round is still open.".into()));
    items[4].outcome = Some((
        Outcome::Decided,
        "Members agreed that small ports need the same eyes as large ones.".into(),
    ));
    items[4].decisions = vec![decision()];
    items[4].objected = vec![Objected {
        title: "Joint visits without notice".into(),
        words: "Members visit ports together, without notice.".into(),
        objecting: vec![rfc(), npc()],
        reason: "Some port laws ask for notice.".into(),
    }];
    items[4].lost = vec![voting::not_carried()];
    items[4].actions = vec![
        action("2026/7", in_june(), ActionState::Open),
        ActionLine {
            what: "Draft terms of reference".into(),
            owners: vec![iol()],
            ..action("2026/8", Due::NextMeeting, ActionState::Open)
        },
    ];
    items
}

pub(super) fn attendance() -> Attendance {
    use Presence::{Absent, Excused, Head, Representative};
    Attendance {
        rows: vec![
            (isv(), Representative),
            (bca(), Head),
            (fdw(), Representative),
            (hwf(), Representative),
            (iol(), Representative),
            (osr(), Excused),
            (rfc(), Absent),
            (npc(), Representative),
        ],
        quorum: Some(Quorum {
            present: 6,
            entitled: 8,
            needed: 5,
        }),
    }
}

pub(super) fn values(orgs: Vec<Org>) -> Vec<(String, Org)> {
    orgs.into_iter()
        .map(|org| (org.short.to_lowercase(), org))
        .collect()
}

pub(super) fn options(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(value, words)| ((*value).to_owned(), (*words).to_owned()))
        .collect()
}

pub(super) fn put(answer: Option<Answer>) -> Put {
    let decision = decision();
    Put {
        title: decision.title,
        kind: decision.kind,
        words: decision.words,
        item: (5, "Inspection in small ports".into()),
        mandates: vec!["Resolution 12 of the Assembly of Ports".into()],
        take_back: answer.is_some().then(command),
        answer,
    }
}

pub(super) fn answer() -> Answer {
    let present = vec![isv(), bca(), fdw(), hwf(), iol(), npc()];
    Answer {
        decided: command(),
        objected: command(),
        objects: false,
        present: values(present),
        roll_call: Some(RollCall::default()),
        ..Answer::default()
    }
}

fn marks(form: crate::Form) -> AttendanceForm {
    let rows = attendance().rows.into_iter();
    AttendanceForm {
        form,
        rows: rows
            .map(|(organisation, presence)| Mark {
                id: organisation.short.to_lowercase(),
                organisation,
                was: Some(presence),
                chosen: Some(presence),
            })
            .collect(),
    }
}

fn unmarked() -> AttendanceForm {
    let mut form = marks(command());
    for row in &mut form.rows {
        (row.was, row.chosen) = (None, None);
    }
    form
}

fn paper_form() -> PaperForm {
    PaperForm {
        form: command(),
        symbol: "PGWS/2026/WP.5".into(),
        items: options(&[
            ("4", "4. Joint statement on recruitment fees"),
            ("5", "5. Inspection in small ports"),
        ]),
        papers: options(&[("wp4", "PGWS/2026/WP.4/Rev.1")]),
        ..PaperForm::default()
    }
}

impl Meeting {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let called = Self {
            head: Head {
                agenda: false,
                ..head(Stage::Called)
            },
            offices: offices(),
            ..Self::default()
        };
        let planning = Steps {
            paper: Some(paper_form()),
            moves: Some(Move {
                form: command(),
                times: times(),
                zone: "Lisbon".into(),
                ..Move::default()
            }),
            cancel: Some(Cancel {
                form: command(),
                ..Cancel::default()
            }),
            ..Steps::default()
        };
        let proposed = Self {
            head: head(Stage::AgendaProposed),
            items: agenda(),
            papers: vec![PaperRow {
                earlier: Vec::new(),
                file: "PGWS-2026-INF.1.pdf".into(),
                symbol: "PGWS/2026/INF.1".into(),
                title: "How to reach the meeting room".into(),
            }],
            moved: Some("The room in Port Larkspur is not free on the 20th.".into()),
            steps: planning.clone(),
            ..called.clone()
        };
        let mut states = vec![
            ("called", called.clone()),
            (
                "called-secretariat",
                Self {
                    head: head(Stage::Called),
                    steps: planning,
                    ..called.clone()
                },
            ),
            (
                "cancelled",
                Self {
                    head: head(Stage::Cancelled),
                    cancelled: Some("Most of us will be at the Assembly of Ports.".into()),
                    items: agenda(),
                    ..called
                },
            ),
        ];
        states.extend(Self::in_session(&proposed));
        states.push(("proposed", proposed));
        states
    }

    fn in_session(proposed: &Self) -> Vec<(&'static str, Self)> {
        let member = Self {
            head: Head {
                agenda: false,
                ..head(Stage::InSession)
            },
            put: Some(put(None)),
            adopted: true,
            attendance: Some(attendance()),
            moved: None,
            steps: Steps::default(),
            ..proposed.clone()
        };
        let chair = Self {
            put: Some(put(Some(answer()))),
            steps: Steps {
                attendance: Some(marks(command())),
                paper: Some(paper_form()),
                close: Some(command()),
                ..Steps::default()
            },
            ..member.clone()
        };
        let opening = Self {
            head: head(Stage::InSession),
            put: None,
            adopted: false,
            attendance: Some(Attendance::default()),
            steps: Steps {
                adopt: Some(command()),
                attendance: Some(unmarked()),
                ..chair.steps.clone()
            },
            ..chair.clone()
        };
        let today = Self {
            steps: Steps {
                open: Some(command()),
                ..proposed.steps.clone()
            },
            ..proposed.clone()
        };
        let refused = Self {
            put: Some(put(Some(Answer {
                objected: command()
                    .refused("objecting", "Tick at least one organisation that objects."),
                objects: true,
                reason: "The lead should rotate.".into(),
                ..answer()
            }))),
            ..chair.clone()
        };
        let called = Self {
            put: Some(put(Some(Answer {
                roll_call: Some(voting::roll_call()),
                ..answer()
            }))),
            ..chair.clone()
        };
        let closed = Self {
            head: head(Stage::MinutesApproved),
            put: None,
            items: concluded(),
            ..member.clone()
        };
        let mut long = closed.clone();
        long.head.title = long_words();
        long.items[3].title = long_words();
        long.items[4].outcome = Some((Outcome::ExpressedView, long_words()));
        long.items[4].decisions[0].title = long_org().name;
        long.attendance = Some(Attendance {
            rows: vec![
                (long_org(), Presence::Head),
                (long_org(), Presence::Excused),
            ],
            quorum: None,
        });
        vec![
            ("opens-today", today),
            ("opening", opening),
            ("member", member),
            ("chair", chair),
            ("refused", refused),
            ("roll-call", called),
            ("closed", closed),
            ("long", long),
        ]
    }
}
