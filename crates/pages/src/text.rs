//! What the pages of one text have in common: its head, its stage in a line, its tabs.

use maud::{Markup, html};

use crate::aims::Aim;
use crate::frame::Cx;
use crate::organisation::Org;
use crate::when::When;
use crate::words::Words;

/// The head of each page of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextHead {
    /// Short name in addresses.
    pub slug: String,
    pub title: String,
    pub kind: TextKind,
    /// "PGWS/2026/WP.3".
    pub symbol: Option<String>,
    /// Label of the newest version: "draft 2".
    pub version: String,
    pub penholder: Option<Org>,
    /// What it is made for.
    pub aim: Option<Aim>,
    pub stage: Stage,
    /// Where the reader's organisation may do something of its own now.
    pub invites: Vec<Invite>,
}

/// What a joint text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Statement,
    IssuePaper,
    Submission,
    Letter,
    TermsOfReference,
    Plan,
    /// A kind of the group's own, by its name.
    Own(String),
}

/// Where a text stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    Drafting,
    /// A round is open.
    Round {
        closes: When,
        answered: u32,
        asked: u32,
    },
    /// The round is closed and the penholder answers the proposals.
    Answering {
        /// For those who work on the answers; the others read that they are being written.
        answered: Option<u32>,
        proposals: u32,
    },
    ResponsesIssued {
        on: When,
    },
    Silence {
        until: When,
    },
    /// An objection ended the procedure.
    Broken {
        on: When,
    },
    /// The clock of the silence procedure stands still.
    Suspended {
        on: When,
    },
    /// Cancelled before it was over.
    Cancelled {
        on: When,
    },
    /// Adopted, and the decision was annulled.
    Annulled {
        on: When,
    },
    /// Silence ended without objection; the chair has not confirmed yet.
    Unconfirmed {
        closed: When,
    },
    /// A vote in writing runs.
    Voting {
        until: When,
    },
    /// A vote carried it; the chair has not confirmed yet.
    Carried {
        closed: When,
    },
    Adopted {
        number: String,
        on: When,
    },
    Published {
        number: String,
        on: When,
    },
}

/// Something that the reader can do on a text now, shown as a link under its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invite {
    Return,
    /// A reviewer prepares what a seat that speaks sends.
    Prepare,
    Answer,
    Vote,
    Confirm,
    Endorse,
}

/// A tab of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Read,
    Comments,
    Responses,
    Clearance,
}

/// The kinds that have their words in the catalogue, with their words in the record.
const KINDS: [(TextKind, &str, &str); 6] = [
    (TextKind::Statement, "statement", "kind-statement"),
    (TextKind::IssuePaper, "issue_paper", "kind-issue-paper"),
    (TextKind::Submission, "submission", "kind-submission"),
    (TextKind::Letter, "letter", "kind-letter"),
    (
        TextKind::TermsOfReference,
        "terms_of_reference",
        "kind-terms-of-reference",
    ),
    (TextKind::Plan, "plan", "kind-plan"),
];

impl TextKind {
    /// The kind behind a word of the record; `None`: it is none of the catalogue's.
    pub fn of(word: &str) -> Option<Self> {
        let mut known = KINDS.iter();
        known
            .find(|(_, each, _)| *each == word)
            .map(|(kind, ..)| kind.clone())
    }

    /// "Joint statement".
    pub fn words<'w>(&'w self, words: &'w Words) -> &'w str {
        if let Self::Own(name) = self {
            return name;
        }
        let key = KINDS.iter().find(|(kind, ..)| kind == self);
        key.map_or("", |(.., key)| words.t(key))
    }
}

impl Stage {
    /// The stage on one line: "round closes in 3 days · 9 of 11 answered".
    pub fn line(&self, words: &Words) -> String {
        match self {
            Self::Drafting => words.t("stage-drafting").to_owned(),
            Self::Round {
                closes,
                answered,
                asked,
            } => words.f(
                "stage-round",
                &[
                    (
                        "closes",
                        closes.relative.as_deref().unwrap_or(&closes.text).into(),
                    ),
                    ("answered", (*answered).into()),
                    ("asked", (*asked).into()),
                ],
            ),
            Self::Answering {
                answered: Some(answered),
                proposals,
            } => words.f(
                "stage-answering",
                &[
                    ("answered", (*answered).into()),
                    ("proposals", (*proposals).into()),
                ],
            ),
            Self::Answering {
                answered: None,
                proposals,
            } => words.f(
                "stage-being-answered",
                &[("proposals", (*proposals).into())],
            ),
            Self::ResponsesIssued { on } => words.f("stage-responses-issued", &[("on", day(on))]),
            Self::Silence { until } => {
                words.f("stage-silence", &[("until", until.text.as_str().into())])
            }
            Self::Broken { on } => words.f("stage-broken", &[("on", day(on))]),
            Self::Suspended { on } => words.f("stage-suspended", &[("on", day(on))]),
            Self::Cancelled { on } => words.f("stage-cancelled", &[("on", day(on))]),
            Self::Annulled { on } => words.f("stage-annulled", &[("on", day(on))]),
            Self::Unconfirmed { closed } => {
                words.f("stage-unconfirmed", &[("closed", day(closed))])
            }
            Self::Voting { until } => {
                words.f("stage-voting", &[("until", until.text.as_str().into())])
            }
            Self::Carried { closed } => words.f("stage-carried", &[("closed", day(closed))]),
            Self::Adopted { number, on } => words.f(
                "stage-adopted",
                &[("number", number.as_str().into()), ("on", day(on))],
            ),
            Self::Published { number, on } => words.f(
                "stage-published",
                &[("number", number.as_str().into()), ("on", day(on))],
            ),
        }
    }
}

impl TextHead {
    /// Breadcrumb, title, the line under it, the tabs. A page below a tab has the breadcrumb alone.
    pub(crate) fn show(&self, cx: &Cx<'_>, tab: Option<Tab>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) {
                a href=(cx.group("texts")) { (words.t("place-texts")) }
                @if tab.is_none() { " › " a href=(cx.text(&self.slug, "")) { bdi { (self.title) } } }
                @else { " › " bdi { (self.title) } }
            }
            @if tab.is_some() { h1 dir="auto" { (self.title) } (self.lede(cx)) }
            @if tab.is_some() {
                nav.tabs aria-label=(words.t("text-tabs")) {
                    @for (each, path, key) in TABS {
                        a href=(cx.text(&self.slug, path)) aria-current=[(tab == Some(each)).then_some("page")] { (words.t(key)) }
                    }
                }
                (self.invitations(cx, tab))
            }
        }
    }

    fn lede(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            p.lede {
                @if let Some(symbol) = &self.symbol { (symbol) " · " }
                (self.version) " · " (self.stage.line(words))
                @if let Some(org) = &self.penholder {
                    " · " (words.f("text-penholder", &[("organisation", org.brief().into())]))
                }
                @if let Some(aim) = &self.aim { " · " (aim.line(cx)) }
            }
        }
    }

    fn invitations(&self, cx: &Cx<'_>, tab: Option<Tab>) -> Markup {
        let there = |invite: &Invite| *invite != Invite::Return && tab == Some(Tab::Clearance);
        let shown = self.invites.iter().filter(|invite| !there(invite));
        html! {
            @for invite in shown {
                p.invite {
                    @match invite {
                        Invite::Return => a.btn.main href=(cx.text(&self.slug, "return")) { (cx.words.t("invite-return")) },
                        Invite::Prepare => a.btn.main href=(cx.text(&self.slug, "return")) { (cx.words.t("invite-prepare")) },
                        Invite::Answer => a.btn.main href=(cx.text(&self.slug, "clearance")) { (cx.words.t("invite-answer")) },
                        Invite::Vote => a.btn.main href=(cx.text(&self.slug, "clearance#vote")) { (cx.words.t("invite-vote")) },
                        Invite::Confirm => a.btn.main href=(cx.text(&self.slug, "clearance")) { (cx.words.t("invite-confirm")) },
                        Invite::Endorse => a.btn.main href=(cx.text(&self.slug, "clearance#endorse")) { (cx.words.t("invite-endorse")) },
                    }
                }
            }
        }
    }
}

const TABS: [(Tab, &str, &str); 4] = [
    (Tab::Read, "", "tab-read"),
    (Tab::Comments, "comments", "tab-comments"),
    (Tab::Responses, "responses", "tab-responses"),
    (Tab::Clearance, "clearance", "tab-clearance"),
];

fn day(when: &When) -> crate::words::Arg<'_> {
    when.text.as_str().into()
}
