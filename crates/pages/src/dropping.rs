//! `/GROUP/texts/SLUG/drop`: a month's mails and files in, placed with organisations, and entered.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::text::TextHead;
use crate::when::When;
use crate::words::Words;

/// The drop of a round. Three forms: multipart to the page's own address with `files`; to `drop/place` with
/// `id`, and for each `whose-ID` and `use-ID`; to `drop/enter` with `organisation` once for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropping {
    pub head: TextHead,
    pub upload: Form,
    /// What became of the files that were just dropped, a sentence each, where something is to be said.
    pub told: Vec<String>,
    pub place: Form,
    pub things: Vec<Thing>,
    /// Who may have sent something: address and name.
    pub organisations: Vec<(String, Org)>,
    pub enter: Form,
    pub prepared: Vec<PreparedRow>,
    /// Whose answer was not entered, and why.
    pub refused: Vec<(Org, String)>,
}

/// The same page while what was dropped is being read. It asks for itself again every few seconds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub head: TextHead,
    /// Files that are read, and how many there are.
    pub read: u32,
    pub of: u32,
    /// Things that were found in them so far.
    pub found: u32,
}

impl View for Reading {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("drop-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            (self.head.show(cx, None))
            h1 { (words.t("drop-title")) }
            section role="status" {
                p.lede { (words.f("drop-reading", &[("read", self.read.into()), ("of", self.of.into())])) }
                progress max=(self.of) value=(self.read) {}
                p { (words.f("drop-found", &[("n", self.found.into())])) }
                p.m { (words.t("drop-reading-goes-on")) }
                p { a.btn href=(cx.text(&self.head.slug, "drop")) { (words.t("drop-reading-again")) } }
            }
        }
    }
}

/// Something that was dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thing {
    pub id: String,
    pub name: String,
    /// The mails and archives that it came in, outermost first.
    pub within: Vec<String>,
    /// Who sent the mail.
    pub from: Option<String>,
    pub sent: Option<When>,
    pub what: What,
    /// Beginning of a mail's text.
    pub text: Option<String>,
    /// Address of the organisation that is proposed or was chosen; empty for none.
    pub whose: String,
    /// What speaks for it.
    pub why: Vec<Why>,
    pub chosen: Use,
}

/// What a thing was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    MarkedUp {
        proposals: u32,
        comments: u32,
        look: Vec<String>,
    },
    Said {
        proposals: u32,
        comments: u32,
    },
    NoComments,
    NotInOurMandate,
    /// Why it can't be read.
    Evidence(String),
}

impl Default for What {
    fn default() -> Self {
        Self::Evidence(String::new())
    }
}

/// What speaks for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Domain,
    Address,
    FileName,
    Author,
    Sender,
    Subject,
    Content,
}

/// What is done with a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Use {
    #[default]
    Answer,
    Evidence,
    LeaveOut,
    Later,
}

/// An answer that is prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedRow {
    /// Address of the organisation.
    pub slug: String,
    pub organisation: Org,
    pub arrived: When,
    pub what: What,
    /// Comments that look internal: they are kept back.
    pub internal: u32,
    /// The organisation has answered itself: this is added.
    pub adds: bool,
    /// Something can be entered.
    pub ready: bool,
}

impl Use {
    /// All, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Answer, Self::Evidence, Self::LeaveOut, Self::Later];

    /// `answer`, `evidence`, `leave_out`, `later`.
    pub fn value(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Evidence => "evidence",
            Self::LeaveOut => "leave_out",
            Self::Later => "later",
        }
    }

    /// The use behind a form's value.
    pub fn of(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.value() == value)
    }

    fn label(self, words: &Words) -> &str {
        words.t(match self {
            Self::Answer => "drop-use-answer",
            Self::Evidence => "drop-use-evidence",
            Self::LeaveOut => "drop-use-leave-out",
            Self::Later => "drop-use-later",
        })
    }
}

impl Why {
    fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Domain => "drop-why-domain",
            Self::Address => "drop-why-address",
            Self::FileName => "drop-why-file-name",
            Self::Author => "drop-why-author",
            Self::Sender => "drop-why-sender",
            Self::Subject => "drop-why-subject",
            Self::Content => "drop-why-content",
        })
    }
}

impl What {
    fn words(&self, words: &Words) -> String {
        let counted = |key: &str, proposals: u32, comments: u32| {
            words.f(
                key,
                &[
                    ("proposals", proposals.into()),
                    ("comments", comments.into()),
                ],
            )
        };
        match self {
            Self::MarkedUp {
                proposals,
                comments,
                ..
            } => counted("drop-marked-up", *proposals, *comments),
            Self::Said {
                proposals,
                comments,
            } => counted("drop-said", *proposals, *comments),
            Self::NoComments => words.t("drop-no-comments").to_owned(),
            Self::NotInOurMandate => words.t("drop-not-in-mandate").to_owned(),
            Self::Evidence(why) => why.clone(),
        }
    }
}

impl View for Dropping {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("drop-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in [&self.upload, &self.place, &self.enter] { (form.summary(words)) }
            @if !self.refused.is_empty() {
                div.refused role="alert" {
                    h2 { (words.t("drop-not-entered")) }
                    ul { @for (organisation, why) in &self.refused { li { b { (organisation.brief()) } ": " span dir="auto" { (why) } } } }
                }
            }
            (self.head.show(cx, None))
            h1 { (words.t("drop-title")) }
            p.lede { (words.t("drop-lede")) }
            (self.upload_form(cx))
            (self.thing_list(cx))
            (self.prepared_list(cx))
        }
    }
}

impl Dropping {
    fn upload_form(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section {
                @if !self.told.is_empty() { div.flash role="status" { ul.plain { @for line in &self.told { li dir="auto" { (line) } } } } }
                (self.upload.upload(&cx.text(&self.head.slug, "drop"), &html! {
                    (self.upload.files(words, Input {
                        name: "files", label: words.t("drop-files"), hint: Some(words.t("drop-files-hint")), ..Input::default()
                    }))
                    p.note { (words.t("file-no-cases")) }
                    button.main { (words.t("drop-files-button")) }
                }))
            }
        }
    }

    fn thing_list(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            section #things {
                h2 { (words.t("drop-things")) }
                @if self.things.is_empty() { p.empty { (words.t("drop-things-empty")) } }
                @else {
                    p { (words.t("drop-things-lede")) }
                    (self.place.post(&cx.text(&self.head.slug, "drop/place"), &html! {
                        ul.plain { @for thing in &self.things { (thing.show(words, &self.organisations)) } }
                        div.commit { button.main { (words.t("drop-place-button")) } }
                    }))
                }
            }
        }
    }

    fn prepared_list(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let slug = &self.head.slug;
        html! {
            @if !self.prepared.is_empty() {
                section #prepared {
                    h2 { (words.t("drop-prepared")) }
                    p { (words.t("drop-prepared-lede")) }
                    (self.enter.post(&cx.text(slug, "drop/enter"), &html! {
                        ul.plain {
                            @for row in &self.prepared {
                                li.row {
                                    div {
                                        p.tick {
                                            @let id = format!("f-enter-{}", row.slug);
                                            input type="checkbox" name="organisation" value=(row.slug) id=(id) checked[row.ready] disabled[!row.ready];
                                            label for=(id) { b { (row.organisation.full()) } }
                                        }
                                        p { (row.what.words(words)) }
                                        p.m {
                                            (words.f("drop-arrived", &[("on", row.arrived.text.as_str().into())]))
                                            @if row.internal > 0 { " " (words.f("drop-internal", &[("n", row.internal.into())])) }
                                            @if row.adds { " " (words.t("drop-adds")) }
                                        }
                                    }
                                    p.w {
                                        a href=(cx.text(slug, &format!("return/for/{}/check", row.slug))) {
                                            (words.t("drop-look")) span.vh { " " (row.organisation.brief()) }
                                        }
                                    }
                                }
                            }
                        }
                        div.commit {
                            p { (words.t("drop-enter-means")) }
                            button.main { (words.t("drop-enter-button")) }
                        }
                    }))
                }
            }
        }
    }
}

impl Thing {
    fn show(&self, words: &Words, organisations: &[(String, Org)]) -> Markup {
        let field = |name: &str| format!("{name}-{}", self.id);
        let whose = format!("f-{}", field("whose"));
        let how = format!("f-{}", field("use"));
        html! {
            li.row {
                div {
                    input type="hidden" name="id" value=(self.id);
                    p.t dir="auto" { @if self.name.is_empty() { (words.t("drop-no-name")) } @else { (self.name) } }
                    p.m {
                        @if let Some(from) = &self.from { bdi { (from) } }
                        @if let Some(sent) = &self.sent { " · " (sent.text) }
                        @if !self.within.is_empty() { " · " (words.t("drop-within")) " " bdi { (self.within.join(" › ")) } }
                    }
                    p { (self.what.words(words)) }
                    @if let What::MarkedUp { look, .. } = &self.what {
                        @if !look.is_empty() { ul.m { @for line in look { li dir="auto" { (line) } } } }
                    }
                    @if let Some(text) = &self.text {
                        details { summary { (words.t("drop-text")) } p.text dir="auto" { (text) } }
                    }
                }
                div {
                    div.field {
                        label for=(whose) { (words.t("drop-whose")) }
                        @if !self.why.is_empty() {
                            div.hint {
                                (words.t("drop-proposed")) " "
                                @for (at, why) in self.why.iter().enumerate() { @if at > 0 { ", " } (why.words(words)) }
                            }
                        }
                        select name=(field("whose")) id=(whose) {
                            option value="" selected[self.whose.is_empty()] { (words.t("drop-whose-nobody")) }
                            @for (slug, organisation) in organisations {
                                option value=(slug) selected[*slug == self.whose] { (organisation.full()) }
                            }
                        }
                    }
                    div.field {
                        label for=(how) { (words.t("drop-use")) }
                        select name=(field("use")) id=(how) {
                            @for one in Use::ALL { option value=(one.value()) selected[self.chosen == one] { (one.label(words)) } }
                        }
                    }
                }
            }
        }
    }
}
