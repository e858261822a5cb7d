//! The draft agenda and an agenda item.

use super::meetings::{action, agenda, answer, concluded, head, in_june, options, put, values};
use super::pieces::{command, long_words, orgs};
use crate::actions::{ActionState, Due, DueTyped, OwnersTyped};
use crate::agenda::{AgendaForm, Line};
use crate::entries::ItemKind;
use crate::item::{ActionForm, Approve, DecisionForm, Item, OutcomeForm};
use crate::meetings::Stage;

impl AgendaForm {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let lines = agenda().into_iter().map(|item| Line {
            id: item.number.to_string(),
            kind: item.kind,
            title: item.title,
            order: item.number.to_string(),
            minutes_of: item.minutes_of,
            deferred: item.deferred,
            carries: match item.kind {
                ItemKind::FollowUp => options(&[
                    ("2026/2", "Report on licences of recruiters"),
                    ("2026/3", "List the focal points for port inspection"),
                ]),
                _ => Vec::new(),
            },
            ..Line::default()
        });
        let texts = options(&[("recruitment-fees", "Joint statement on recruitment fees")]);
        let first = Self {
            head: head(Stage::Called),
            form: command(),
            lines: lines.collect(),
            texts,
            ..Self::default()
        };
        let mut refused = Self {
            head: head(Stage::AgendaProposed),
            form: command().refused("order_7", "“soon” is not a number."),
            fresh: vec![Line {
                title: "Rest hours on coasters".into(),
                order: "soon".into(),
                text: "recruitment-fees".into(),
                ..Line::default()
            }],
            proposed: true,
            ..first.clone()
        };
        refused.lines[4].leave_out = true;
        let mut long = first.clone();
        long.lines[3].title = long_words();
        long.lines[2].carries = vec![("2026/2".into(), long_words())];
        vec![("full", first), ("refused", refused), ("long", long)]
    }
}

impl Item {
    pub fn samples() -> Vec<(&'static str, Self)> {
        let items = concluded();
        let topic = Self {
            head: head(Stage::MinutesCirculated),
            item: items[4].clone(),
            before: Some(items[3].title.clone()),
            after: Some(items[5].title.clone()),
            ..Self::default()
        };
        let open = Self {
            head: head(Stage::InSession),
            item: agenda()[4].clone(),
            ..topic.clone()
        };
        let secretariat = Self {
            outcome: Some(OutcomeForm {
                form: command(),
                ..OutcomeForm::default()
            }),
            decision: Some(DecisionForm {
                form: command(),
                mandates: options(&[("3", "Resolution 12 of the Assembly of Ports")]),
                ..DecisionForm::default()
            }),
            action: Some(ActionForm {
                form: command(),
                owners: OwnersTyped {
                    organisations: values(orgs()),
                    ..OwnersTyped::default()
                },
                decisions: options(&[("2026/4", "2026/4 Task team on inspection")]),
                ..ActionForm::default()
            }),
            ..open.clone()
        };
        let put = Self {
            put: Some(put(Some(answer()))),
            decision: None,
            ..secretariat.clone()
        };
        let mut refused = secretariat.clone();
        refused.action = refused.action.map(|action| ActionForm {
            form: command().refused("due", "Write the day as 2026-05-06."),
            what: "Draft terms of reference".into(),
            owners: OwnersTyped {
                lead: "iol".into(),
                others: vec!["hwf".into()],
                ..action.owners
            },
            due: DueTyped {
                kind: "day".into(),
                day: "soon".into(),
            },
            ..action
        });
        let follow_up = Self {
            head: head(Stage::AgendaProposed),
            item: agenda()[2].clone(),
            carried: vec![
                action(
                    "2026/2",
                    Due::on("Friday 1 May 2026".into(), -3),
                    ActionState::Open,
                ),
                action("2026/3", in_june(), ActionState::InProgress),
                action("2026/5", Due::NextMeeting, ActionState::Open),
            ],
            ..topic.clone()
        };
        let minutes = Self {
            item: agenda()[1].clone(),
            approve: Some(Approve {
                form: command(),
                meeting: (
                    "seventh-working".into(),
                    "Seventh working-level meeting".into(),
                ),
                edition: 2,
                corrections: 1,
            }),
            before: Some(items[0].title.clone()),
            ..open.clone()
        };
        let mut long = topic.clone();
        long.item.title = long_words();
        long.item.decisions[0].words = long_words();
        long.before = Some(long_words());
        long.after = None;
        vec![
            ("member", open),
            ("secretariat", secretariat),
            ("put", put),
            ("refused", refused),
            ("follow-up", follow_up),
            ("minutes", minutes),
            ("full", topic),
            ("long", long),
        ]
    }
}
