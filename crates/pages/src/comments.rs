//! `/GROUP/texts/SLUG/comments`: the compilation, paragraph by paragraph; the penholder's desk.

use maud::{Markup, html};

use crate::address::encoded;
use crate::answer::{Answer, AnswerForm};
use crate::check::Tracking;
use crate::form::Form;
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::read::{Download, downloads};
use crate::text::{Tab, TextHead};
use crate::wording::Span;
use crate::words::Words;

/// The comments on a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comments {
    pub head: TextHead,
    /// Label of the version that the comments are about.
    pub version: String,
    pub state: DeskState,
    /// The reader may answer: shows answers and forms.
    pub desk: bool,
    pub filter: Filter,
    pub counts: Counts,
    /// The round was announced without names: the team sees who is behind a number, the others don't.
    pub without_names: bool,
    /// Organisations that sent something, each with its value in the filter.
    pub organisations: Vec<(String, Org)>,
    /// Value of the organisation that the page is narrowed to.
    pub only: Option<String>,
    pub paras: Vec<DeskPara>,
    pub pager: Pager,
    /// The form that takes all that is only about signs, and how many these are; posted to
    /// `/GROUP/texts/SLUG/comments/signs`.
    pub signs: Option<(Form, u32)>,
    pub progress: Option<Progress>,
    pub downloads: Vec<Download>,
    /// The form that freezes the compilation, posted to `/GROUP/texts/SLUG/comments/freeze`.
    pub freeze: Option<Form>,
}

/// How firm what the page shows is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskState {
    /// Nothing was returned yet, or no round was opened.
    Empty,
    /// Returns are in and are shown only after the close, as the round announced.
    NotShownYet,
    /// Answers are provisional until the compilation is frozen.
    Provisional,
    Frozen,
    /// Frozen, and the responses are issued: nothing can be answered any more.
    Issued,
}

/// Which paragraphs the page shows: `?show=open|conflicts|all|comments`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    Open,
    Conflicts,
    #[default]
    All,
    Comments,
}

/// How many proposals each filter holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub open: u32,
    pub conflicts: u32,
    pub all: u32,
    pub comments: u32,
}

/// A page of 25 paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pager {
    /// From 1.
    pub page: u32,
    pub pages: u32,
}

/// The penholder's work so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub answered: u32,
    pub proposals: u32,
    /// Organisations that answered the round, of those asked.
    pub heard: u32,
    pub asked: u32,
    pub without_comments: u32,
    /// Not heard from; only for those who need it.
    pub not_heard: Vec<Org>,
}

/// A paragraph with what is asked for in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskPara {
    /// Place in the text, from 1.
    pub at: u32,
    pub label: Option<String>,
    /// 0 for an ordinary paragraph, else the level of the heading.
    pub heading: u8,
    /// The base wording; [`Span::Marked`] where a proposal touches it.
    pub base: Vec<Span>,
    pub clusters: Vec<Cluster>,
    pub reads: Option<Reads>,
    pub comments: Vec<DeskComment>,
    /// Comments that only the team and whoever made them see.
    pub for_penholder: Vec<Aside>,
}

/// A comment for the penholder alone: nothing answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    pub organisation: Org,
    /// Words of the text that it is about.
    pub about: Option<String>,
    pub text: String,
}

/// Proposals that cannot all stand, or a single one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cluster {
    pub clash: Option<Clash>,
    pub proposals: Vec<Proposal>,
}

/// What a conflict is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    /// So many wordings for the same words.
    Wordings {
        count: u32,
        of: String,
    },
    DeleteAgainstEdit,
    /// Spans overlap in another way.
    Overlap,
}

/// What one or more organisations ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Also the anchor on the page: unique in it, without white space.
    pub id: String,
    /// "a", "b", … within its paragraph.
    pub letter: String,
    pub kind: ProposalKind,
    /// Where it stands, if not in the paragraph itself.
    pub part: Option<Part>,
    /// Where a moved paragraph goes.
    pub to: Option<MovedTo>,
    /// The place in context, with its marks.
    pub wording: Vec<Span>,
    pub supporters: Vec<Supporter>,
    pub answer: Option<Answer>,
    /// An answer given before the proposal changed; the proposal is open again.
    pub answered_before: Option<Answer>,
    /// The one open form of the page (`?answer=ID`).
    pub form: Option<AnswerForm>,
}

/// A part beside the text, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Footnote(u32),
    Endnote(u32),
    Header(u32),
    Footer(u32),
    TextBox(u32),
}

/// The new place of a paragraph or of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MovedTo {
    /// Before all others.
    First,
    /// Behind the paragraph with this number.
    BehindNumber(String),
    /// Behind the paragraph without a number that begins like this.
    BehindWords(String),
    /// Of words: another place in their own paragraph.
    Within,
    /// Of words: in the paragraph with this number.
    IntoNumber(String),
    /// Of words: in the paragraph without a number that begins like this.
    IntoWords(String),
}

/// What kind of change a proposal is, where its wording alone does not say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProposalKind {
    #[default]
    Wording,
    DeleteParagraph,
    /// A new paragraph after this one.
    NewParagraph,
    /// Quotation marks, dashes, spaces only.
    Typography,
    DeleteRow,
    NewRow,
    Formatting,
    /// The paragraph goes elsewhere.
    Moved,
    /// Words of the paragraph go elsewhere.
    MovedWords,
    Split,
    Joined,
    Other,
}

/// An organisation that asks for a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supporter {
    pub organisation: Org,
    pub penholder: bool,
    pub tracking: Tracking,
    /// What it wrote, where that differs typographically.
    pub variant: Option<String>,
}

/// The paragraph as the answers so far would make it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reads {
    /// Letters of what is taken.
    pub taken: Vec<String>,
    pub wording: Vec<Span>,
}

/// A comment on a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskComment {
    /// Also the anchor on the page: unique in it and among the proposals, without white space.
    pub id: String,
    pub organisation: Org,
    pub text: String,
    pub about: Option<String>,
    /// Where it stands, if not in the paragraph itself.
    pub part: Option<Part>,
    /// It replies to the comment before it.
    pub reply: bool,
    pub answer: Option<Answer>,
    pub form: Option<AnswerForm>,
}

impl View for Comments {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.f(
            "comments-title",
            &[("text", self.head.title.as_str().into())],
        )
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some(form) = self.open_form() { (form.form.summary(words)) }
            @if let Some(form) = &self.freeze { (form.summary(words)) }
            (self.head.show(cx, Some(Tab::Comments)))
            @match self.state {
                DeskState::Empty => p.empty { (words.t(if self.desk { "comments-empty-desk" } else { "comments-empty" })) },
                DeskState::NotShownYet => p.empty { (words.t("comments-not-shown-yet")) },
                _ => div.desk {
                    div {
                        (self.chips(cx))
                        @if self.paras.is_empty() { p.empty { (words.t(self.filter.empty())) } }
                        @for para in &self.paras { (para.show(cx, self)) }
                        (self.pager.show(cx, |page| self.address(cx, self.filter, page)))
                    }
                    (self.panel(cx))
                    @if self.desk { script type="module" src="/assets/desk.js" {} }
                },
            }
        }
    }
}

impl Comments {
    /// The page with another filter or page number.
    pub(crate) fn address(&self, cx: &Cx<'_>, filter: Filter, page: u32) -> String {
        self.narrowed(cx, filter, page, self.only.as_deref())
    }

    fn narrowed(&self, cx: &Cx<'_>, filter: Filter, page: u32, only: Option<&str>) -> String {
        let mut address = format!(
            "{}?show={}",
            cx.text(&self.head.slug, "comments"),
            filter.value()
        );
        if page > 1 {
            address.push_str(&format!("&page={page}"));
        }
        if let Some(only) = only {
            address.push_str("&only=");
            address.push_str(&encoded(only));
        }
        address
    }

    /// What the organisation of a value in the filter is called.
    fn called<'s>(&'s self, only: &'s str) -> &'s str {
        let mut organisations = self.organisations.iter();
        let found = organisations.find(|(value, _)| value == only);
        found.map_or(only, |(_, org)| org.brief())
    }

    fn open_form(&self) -> Option<&AnswerForm> {
        self.paras.iter().find_map(|para| {
            let proposals = para.clusters.iter().flat_map(|cluster| &cluster.proposals);
            proposals
                .filter_map(|p| p.form.as_ref())
                .chain(para.comments.iter().filter_map(|c| c.form.as_ref()))
                .next()
        })
    }

    fn chips(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let all = [
            (Filter::Open, "filter-open", self.counts.open),
            (Filter::Conflicts, "filter-conflicts", self.counts.conflicts),
            (Filter::All, "filter-all", self.counts.all),
            (Filter::Comments, "filter-comments", self.counts.comments),
        ];
        html! {
            nav.chips aria-label=(words.t("filter-label")) {
                @for (filter, key, n) in all {
                    @if filter != Filter::Open || self.desk {
                        a href=(self.address(cx, filter, 1)) aria-current=[(filter == self.filter).then_some("true")] { (words.f(key, &[("n", n.into())])) }
                    }
                }
                @if self.organisations.len() > 1 {
                    details.by {
                        summary {
                            @match &self.only {
                                Some(only) => (words.f("filter-organisation", &[("organisation", self.called(only).into())])),
                                None => (words.t("filter-any-organisation")),
                            }
                        }
                        ul {
                            li { a href=(self.narrowed(cx, self.filter, 1, None)) { (words.t("filter-any")) } }
                            @for (value, org) in &self.organisations {
                                li { a href=(self.narrowed(cx, self.filter, 1, Some(value))) aria-current=[(self.only.as_ref() == Some(value)).then_some("true")] { (org.brief()) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn panel(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            aside.panel aria-label=(words.t("comments-aside")) {
                @if let Some(progress) = &self.progress { (progress.show(words, self.desk)) }
                p {
                    (words.t(match self.state {
                        DeskState::Provisional if self.desk => "comments-provisional-desk",
                        DeskState::Provisional => "comments-provisional",
                        DeskState::Issued => "comments-issued",
                        _ if self.desk => "comments-frozen-desk",
                        _ => "comments-frozen",
                    }))
                }
                @if self.without_names {
                    p.note { (words.t(if self.desk { "comments-without-names-desk" } else { "comments-without-names" })) }
                }
                @if let Some(form) = &self.freeze {
                    h2 { (words.t("freeze-title")) }
                    p { (words.t("freeze-means")) }
                    (form.post(&cx.text(&self.head.slug, "comments/freeze"), &html! { button { (words.t("freeze-button")) } }))
                }
                @if let Some((form, n)) = &self.signs {
                    h2 { (words.t("signs-title")) }
                    p { (words.t("signs-means")) }
                    (form.post(&cx.text(&self.head.slug, "comments/signs"), &html! { button { (words.f("signs-button", &[("n", (*n).into())])) } }))
                }
                (downloads(words, &self.downloads))
                @if self.desk {
                    // Shown by the module, which adds the button and reads the keys.
                    section #keys hidden data-button=(words.t("keys-button")) {
                        h2 { (words.t("keys-title")) }
                        p { (words.t("keys-means")) }
                    }
                }
            }
        }
    }
}

impl Progress {
    fn show(&self, words: &Words, desk: bool) -> Markup {
        html! {
            @if desk {
                h2 { (words.f("progress-answered", &[("answered", self.answered.into()), ("proposals", self.proposals.into())])) }
                progress max=(self.proposals.max(1)) value=(self.answered) aria-label=(words.t("progress-label")) {}
            }
            h2 { (words.t("progress-heard")) }
            p {
                (words.f("progress-heard-line", &[
                    ("heard", self.heard.into()), ("asked", self.asked.into()), ("without", self.without_comments.into()),
                ]))
            }
            @if !self.not_heard.is_empty() {
                details {
                    summary { (words.t("progress-not-heard")) }
                    p { @for (at, org) in self.not_heard.iter().enumerate() { @if at > 0 { ", " } (org.abbreviated()) } }
                }
            }
        }
    }
}

impl Filter {
    /// The value of `show` in addresses.
    pub fn value(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Conflicts => "conflicts",
            Self::All => "all",
            Self::Comments => "comments",
        }
    }

    /// The filter behind a value of `show`.
    pub fn of(value: &str) -> Option<Self> {
        [Self::Open, Self::Conflicts, Self::All, Self::Comments]
            .into_iter()
            .find(|f| f.value() == value)
    }

    fn empty(self) -> &'static str {
        match self {
            Self::Open => "filter-open-empty",
            Self::Conflicts => "filter-conflicts-empty",
            Self::All => "filter-all-empty",
            Self::Comments => "filter-comments-empty",
        }
    }
}

impl Pager {
    /// Links to the pages before and after; nothing for a single page.
    pub(crate) fn show(&self, cx: &Cx<'_>, address: impl Fn(u32) -> String) -> Markup {
        let words = cx.words;
        html! {
            @if self.pages > 1 {
                nav.pager aria-label=(words.t("pager-label")) {
                    @if self.page > 1 { a.btn rel="prev" href=(address(self.page - 1)) { (words.t("pager-before")) } }
                    span { (words.f("pager-at", &[("page", self.page.into()), ("pages", self.pages.into())])) }
                    @if self.page < self.pages { a.btn rel="next" href=(address(self.page + 1)) { (words.t("pager-after")) } }
                }
            }
        }
    }
}
