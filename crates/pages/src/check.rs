//! `/GROUP/texts/SLUG/return/check`: what we read in the file, before it is sent.

use maud::{Markup, html};

use crate::form::Form;
use crate::frame::{Cx, View};
use crate::organisation::{ActsFor, Org};
use crate::text::TextHead;
use crate::when::When;
use crate::wording::{Span, spans};
use crate::words::Words;

/// The confirmation step of a return. Posted to `check` below the address of the return: `answer` (`send`
/// or `not_now`), `held_back` once for each comment that is kept back, `for_penholder` once for each that goes to the
/// penholder alone, `mode` (a [`Mode::value`]) where a
/// file is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    pub head: TextHead,
    /// Address of the return below the text.
    pub address: String,
    /// Whose answer the secretariat enters.
    pub entering: Option<Org>,
    /// A seat that speaks; a reviewer looks, and such a seat sends.
    pub sends: bool,
    pub acts_for: ActsFor,
    pub closes: When,
    /// The others read what is sent without the name of the organisation.
    pub without_names: bool,
    pub form: Form,
    /// Name of the file as it was sent; `None` where all was typed.
    pub file: Option<String>,
    /// SHA-256 of what would be sent: what is sent is what was looked at.
    pub sha256: String,
    pub proposals: Vec<ReadProposal>,
    pub comments: Vec<ReadComment>,
    /// What the reader of the file wants known, in plain sentences.
    pub warnings: Vec<String>,
    pub set_aside: Vec<SetAside>,
    /// Names that stand as authors in the file.
    pub authors: Vec<String>,
    /// What gave way when files were put together.
    pub left_out: Vec<Gone>,
    /// An earlier answer without a file that this one replaces, with the day it came.
    pub replaces: Option<When>,
    /// What can be done with the file in force, where there is one.
    pub in_force: Option<InForce>,
    /// The same file is held already.
    pub same_file: bool,
}

/// The file in force, and what each way of sending would lose of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// When it came.
    pub on: When,
    pub chosen: Mode,
    /// The ways that there are, each with what would not be asked for any more.
    pub modes: Vec<(Mode, Vec<Gone>)>,
}

/// What a second return does with the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    Replaces,
    Adds,
    Paragraphs,
}

/// A proposal (`before`, `after`) or a comment (`after` alone) that would not be there any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    pub place: String,
    pub wording: Vec<Span>,
}

/// A proposal found in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProposal {
    /// Number of the paragraph as the reader sees it, or its place.
    pub place: String,
    pub wording: Vec<Span>,
    pub tracking: Tracking,
}

/// How a change was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tracking {
    #[default]
    Tracked,
    /// With tracking off.
    Untracked,
    Mixed,
}

/// A comment found in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadComment {
    /// Value of its `held_back` box.
    pub id: String,
    pub place: String,
    pub author: String,
    pub text: String,
    /// Words of the text that it is about.
    pub about: Option<String>,
    /// Whether its box is ticked.
    pub held_back: bool,
    /// Whether it is ticked to go to the penholder alone.
    pub for_penholder: bool,
    /// Why it looks internal; `None` when it does not.
    pub looks_internal: Option<Internal>,
}

/// Why a comment looks like one among colleagues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Internal {
    Resolved,
    Reply,
    NamesColleague,
    SaysSo,
}

/// A change that the compilation can't carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub place: String,
    pub reason: SetAsideReason,
    pub before: String,
    pub after: String,
}

/// Why it is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAsideReason {
    Field,
    Formatting,
    OutsideBase,
    /// It stood in the file of another organisation already.
    FromOther,
    Rebased,
    NotCovered,
}

impl View for Check {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("check-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.form.summary(words))
            (self.head.show(cx, None))
            h1 { (words.t("check-title")) }
            p {
                b { (self.acts_for.sentence(words)) }
                @if let Some(organisation) = &self.entering {
                    " " (words.f("check-entering", &[("organisation", organisation.full().into())]))
                }
            }
            p.lede {
                (words.f(if self.file.is_some() { "check-read" } else { "check-read-typed" }, &[
                    ("file", self.file.as_deref().unwrap_or_default().into()),
                    ("proposals", self.proposals.len().into()),
                    ("comments", self.comments.len().into()),
                ]))
                " " (self.untracked(words))
            }
            p { (words.t("round-closes")) " " (self.closes.in_full()) "." }
            @if self.same_file { p.note { (words.t("check-same-file")) } }
            @else if let Some(when) = &self.replaces {
                p.note { (words.f("check-replaces", &[("on", when.text.as_str().into())])) }
            }
            @if !self.warnings.is_empty() {
                h2 { (words.t("check-warnings")) }
                ul { @for warning in &self.warnings { li dir="auto" { (warning) } } }
            }
            @if !self.left_out.is_empty() {
                h2 { (words.t("check-left-out")) }
                p { (words.t("check-left-out-lede")) }
                (gone(words, &self.left_out))
            }
            (self.form.post(&cx.text(&self.head.slug, &format!("{}/check", self.address)), &html! {
                input type="hidden" name="file" value=(self.sha256);
                @if let Some(in_force) = &self.in_force { (in_force.show(words)) }
                (self.proposal_list(words))
                (self.comment_list(words))
                (self.aside_list(words))
                (self.author_list(words))
                @if !self.sends {
                    div.commit {
                        p { (words.t("return-reviewer")) }
                        button name="answer" value="not_now" { (words.t("check-not-now")) }
                    }
                } @else { div.commit {
                    p { (words.t(if self.entering.is_some() { "check-means-entering" } else { "check-means" })) }
                    @if self.without_names { p { (words.t("return-without-names")) } }
                    button.main name="answer" value="send" {
                        (words.t(if self.entering.is_some() { "check-enter" } else { "check-send" }))
                    }
                    button name="answer" value="not_now" { (words.t("check-not-now")) }
                } }
            }))
        }
    }
}

impl Mode {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Replaces, Self::Adds, Self::Paragraphs];

    /// `replaces`, `adds`, `paragraphs`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Replaces => "replaces",
            Self::Adds => "adds",
            Self::Paragraphs => "paragraphs",
        }
    }

    /// The mode behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.value() == value)
    }

    fn label(self, words: &Words) -> &str {
        words.t(match self {
            Self::Replaces => "mode-replaces",
            Self::Adds => "mode-adds",
            Self::Paragraphs => "mode-paragraphs",
        })
    }
}

impl InForce {
    fn show(&self, words: &Words) -> Markup {
        html! {
            fieldset {
                legend { (words.t("mode-title")) }
                p.hint { (words.f("mode-hint", &[("on", self.on.text.as_str().into())])) }
                @for (mode, lost) in &self.modes {
                    @let id = format!("f-mode-{}", mode.value());
                    p.tick {
                        input type="radio" name="mode" value=(mode.value()) id=(id) checked[self.chosen == *mode];
                        label for=(id) {
                            (mode.label(words)) ". "
                            span.m { (words.f("mode-lost", &[("n", lost.len().into())])) }
                        }
                    }
                    @if !lost.is_empty() {
                        details { summary { (words.t("mode-lost-show")) } (gone(words, lost)) }
                    }
                }
            }
        }
    }
}

fn gone(words: &Words, all: &[Gone]) -> Markup {
    html! {
        ul.items {
            @for one in all {
                li { span.no { (one.place) } p.text dir="auto" { (spans(words, &one.wording)) } }
            }
        }
    }
}

impl Check {
    /// "Two edits were not tracked: are they meant?"
    fn untracked(&self, words: &Words) -> String {
        let n = self
            .proposals
            .iter()
            .filter(|p| p.tracking != Tracking::Tracked)
            .count();
        if n == 0 {
            String::new()
        } else {
            words.f("check-untracked", &[("n", n.into())])
        }
    }

    fn proposal_list(&self, words: &Words) -> Markup {
        html! {
            h2 { (words.t("check-proposals")) }
            @if self.proposals.is_empty() { p.empty { (words.t("check-no-proposals")) } }
            @else {
                ul.items {
                    @for proposal in &self.proposals {
                        li {
                            span.no { (proposal.place) }
                            div {
                                p.text dir="auto" { (spans(words, &proposal.wording)) }
                                (proposal.tracking.tag(words))
                            }
                        }
                    }
                }
            }
        }
    }

    fn comment_list(&self, words: &Words) -> Markup {
        html! {
            @if !self.comments.is_empty() {
                fieldset {
                    legend { (words.t("check-comments")) }
                    p.hint { (words.t("check-comments-hint")) }
                    ul.items { @for (at, comment) in self.comments.iter().enumerate() { (comment.item(words, at)) } }
                }
            }
        }
    }

    fn aside_list(&self, words: &Words) -> Markup {
        html! {
            @if !self.set_aside.is_empty() {
                h2 { (words.t("check-set-aside")) }
                p { (words.t("check-set-aside-lede")) }
                ul.items {
                    @for item in &self.set_aside {
                        li {
                            span.no { (item.place) }
                            div {
                                p.text dir="auto" {
                                    @if !item.before.is_empty() { (spans(words, &[Span::Deleted(item.before.clone())])) " " }
                                    @if !item.after.is_empty() { (spans(words, &[Span::Inserted(item.after.clone())])) }
                                }
                                p.m { (item.reason.words(words)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn author_list(&self, words: &Words) -> Markup {
        html! {
            @if !self.authors.is_empty() {
                h2 { (words.t("check-authors")) }
                p { @for (at, author) in self.authors.iter().enumerate() { @if at > 0 { ", " } bdi { (author) } } "." }
                p.hint { (words.t("check-authors-hint")) }
            }
        }
    }
}

impl ReadComment {
    fn item(&self, words: &Words, at: usize) -> Markup {
        let id = format!("f-held-{at}");
        html! {
            li {
                span.no { (self.place) }
                div {
                    p dir="auto" {
                        b { bdi { (self.author) } } ": " (self.text)
                        @if let Some(about) = &self.about { span.m { " (" (words.f("check-comment-about", &[("words", about.as_str().into())])) ")" } }
                    }
                    p.tick {
                        input type="checkbox" name="held_back" value=(self.id) id=(id) checked[self.held_back];
                        label for=(id) { (words.t("check-hold-back")) }
                        @if let Some(why) = self.looks_internal { span.tag.doubt { (why.words(words)) } }
                    }
                    @let id = format!("f-penholder-{at}");
                    p.tick {
                        input type="checkbox" name="for_penholder" value=(self.id) id=(id) checked[self.for_penholder];
                        label for=(id) { (words.t("check-for-penholder")) }
                    }
                }
            }
        }
    }
}

impl Tracking {
    /// A tag where a change was not (wholly) tracked.
    pub(crate) fn tag(self, words: &Words) -> Markup {
        html! {
            @match self {
                Self::Tracked => {}
                Self::Untracked => span.tag.doubt { (words.t("tracking-untracked")) },
                Self::Mixed => span.tag.doubt { (words.t("tracking-mixed")) },
            }
        }
    }
}

impl Internal {
    fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Resolved => "internal-resolved",
            Self::Reply => "internal-reply",
            Self::NamesColleague => "internal-names-colleague",
            Self::SaysSo => "internal-says-so",
        })
    }
}

impl SetAsideReason {
    fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Field => "aside-field",
            Self::Formatting => "aside-formatting",
            Self::OutsideBase => "aside-outside-base",
            Self::FromOther => "aside-from-other",
            Self::Rebased => "aside-rebased",
            Self::NotCovered => "aside-not-covered",
        })
    }
}
