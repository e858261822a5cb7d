//! `/GROUP/texts/SLUG` and `/GROUP/texts/SLUG/v/N`: any version, any two compared.

use maud::{Markup, html};

use crate::aims::Targeting;
use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::pick::links;
use crate::round::{OpenRound, RoundBoard};
use crate::text::{Tab, TextHead};
use crate::themes::Tagging;
use crate::wording::{Block, blocks};
use crate::words::Words;

/// The text as members read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub head: TextHead,
    /// Newest first.
    pub versions: Vec<VersionLink>,
    /// Label of the version shown.
    pub shown: String,
    /// Label of the earlier version it is compared with.
    pub compared_with: Option<String>,
    /// Places that differ, when compared.
    pub differences: u32,
    /// It is said of each paragraph since when it stands (`?since=1`).
    pub since: bool,
    pub blocks: Vec<Block>,
    pub downloads: Vec<Download>,
    /// The text with which it goes, and whether it corrects it.
    pub goes_with: Option<(TextLink, bool)>,
    /// What goes with it.
    pub supplements: Vec<TextLink>,
    /// For the team: what it is made for.
    pub target: Option<Targeting>,
    /// For whoever may open a round on the newest version.
    pub open_round: Option<OpenRound>,
    /// While a round is open; the list of organisations only for those who need it.
    pub round: Option<RoundBoard>,
    /// For whoever may table a version that was written elsewhere.
    pub table_version: Option<TableVersion>,
    /// Short name and name of the themes that it carries.
    pub themes: Vec<(String, String)>,
    /// The ticks of its themes, for the secretariat.
    pub tag: Option<Tagging>,
}

/// Another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextLink {
    pub slug: String,
    pub title: String,
    pub symbol: Option<String>,
}

/// A version that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLink {
    pub number: u32,
    pub label: String,
    /// "PGWS/2026/WP.3/Rev.1".
    pub symbol: Option<String>,
    /// Day on which it was tabled.
    pub tabled: String,
    pub shown: bool,
}

/// A file that can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    pub what: File,
    pub href: String,
    /// "84 kB".
    pub size: Option<String>,
}

/// What a downloaded file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// A version as a Word file, by its label.
    Version(String),
    /// What changed between two versions, by their labels, earlier first.
    Redline(String, String),
    /// All proposals in one Word file.
    Compilation,
    /// The proposals as data.
    Amendments,
    /// The table of dispositions.
    DispositionsSheet,
    DispositionsWord,
    /// The covering note of a version that responses make.
    CoveringNote,
    /// A brief for a head.
    Brief,
    /// What became of one organisation's own.
    Became,
    /// An empty table of comments, to be filled in.
    Matrix,
    /// A version as it was corrected last, by its label.
    Corrected(String),
    /// The proof of an act.
    Proof,
}

/// The form that tables a version from a Word file. Multipart to
/// `/GROUP/texts/SLUG/versions/new`: `file`, `label`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableVersion {
    pub form: Form,
    pub label: String,
}

impl View for Read {
    fn title(&self, _: &Cx<'_>) -> String {
        self.head.title.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @for form in self.forms() { (form.summary(words)) }
            (self.head.show(cx, Some(Tab::Read)))
            div.two {
                article {
                    (self.what(cx))
                    @if self.blocks.is_empty() { p.empty { (words.t("read-empty")) } }
                    @else { (blocks(words, &self.blocks, true)) }
                }
                aside.panel aria-label=(words.t("read-aside")) {
                    (self.version_list(cx))
                    (self.comparing(cx))
                    (downloads(words, &self.downloads))
                    h2 { (words.t("brief-short")) }
                    p { a href=(cx.text(&self.head.slug, "brief")) { (words.t("brief-link")) } }
                    p { a href=(cx.text(&self.head.slug, "corrections")) { (words.t("text-corrections-title")) } }
                    (self.family(cx))
                    @if !self.themes.is_empty() {
                        h2 { (words.t("place-themes")) }
                        (links(cx, "themes", &self.themes))
                    }
                }
            }
            @if let Some(target) = &self.target { (target.show(cx, &self.head.slug)) }
            @if let Some(board) = &self.round { (board.show(cx, &self.head.slug)) }
            @if let Some(open) = &self.open_round { (open.show(cx, &self.head.slug)) }
            @if let Some(table) = &self.table_version { (table.show(cx, &self.head.slug)) }
            @if let Some(tag) = &self.tag { (tag.show(cx, &format!("texts/{}/themes", self.head.slug), self.themes.is_empty())) }
        }
    }
}

impl Read {
    fn forms(&self) -> impl Iterator<Item = &Form> {
        let open = self.open_round.as_ref().map(|open| &open.form);
        let table = self.table_version.as_ref().map(|table| &table.form);
        let board = self.round.as_ref();
        let close = board.and_then(|board| board.close.as_ref());
        let extend = board.and_then(|board| board.extend.as_ref());
        let extend = extend.map(|extend| &extend.form);
        let target = self.target.as_ref().map(|target| &target.form);
        let forms = open.into_iter().chain(table).chain(close).chain(extend);
        forms.chain(target)
    }

    /// The text with which this one goes, and those that go with it.
    fn family(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            @if let Some((of, corrects)) = &self.goes_with {
                h2 { (words.t(if *corrects { "supplement-corrigendum-to" } else { "supplement-addendum-to" })) }
                ul.plain { (of.item(cx)) }
            }
            @if !self.supplements.is_empty() {
                h2 { (words.t("supplement-list")) }
                ul.plain { @for one in &self.supplements { (one.item(cx)) } }
            }
        }
    }

    fn what(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            p.m {
                @if let Some(earlier) = &self.compared_with {
                    (words.f("read-compared", &[
                        ("shown", self.shown.as_str().into()),
                        ("earlier", earlier.as_str().into()),
                        ("n", self.differences.into()),
                    ]))
                } @else { (words.f("read-shown", &[("version", self.shown.as_str().into())])) }
            }
        }
    }

    fn version_list(&self, cx: &Cx<'_>) -> Markup {
        html! {
            h2 { (cx.words.t("read-versions")) }
            ul.plain {
                @for version in &self.versions {
                    li {
                        a href=(cx.text(&self.head.slug, &format!("v/{}", version.number))) aria-current=[version.shown.then_some("true")] { (version.label) }
                        span.m { " · " @if let Some(symbol) = &version.symbol { (symbol) " · " } (version.tabled) }
                    }
                }
            }
        }
    }

    /// The choice of two versions; shown from the second version on.
    fn comparing(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let choice = |name: &str, label: &str, chosen: usize| {
            html! {
                div.field {
                    label for=(format!("f-{name}")) { (label) }
                    select name=(name) id=(format!("f-{name}")) {
                        @for (at, version) in self.versions.iter().enumerate() {
                            option value=(version.number) selected[at == chosen] { (version.label) }
                        }
                    }
                }
            }
        };
        let at = |label: &str| {
            self.versions
                .iter()
                .position(|version| version.label == label)
        };
        let to = at(&self.shown).unwrap_or(0);
        let from = self.compared_with.as_deref().and_then(at).unwrap_or(to + 1);
        html! {
            @if self.versions.len() > 1 {
                p {
                    @if self.since { a href=(cx.text(&self.head.slug, "")) { (words.t("read-since-off")) } }
                    @else { a href=(cx.text(&self.head.slug, "?since=1")) { (words.t("read-since")) } }
                }
                h2 { (words.t("read-compare")) }
                form method="get" action=(cx.text(&self.head.slug, "")) {
                    (choice("from", words.t("read-compare-from"), from.min(self.versions.len() - 1)))
                    (choice("to", words.t("read-compare-to"), to))
                    button { (words.t("read-compare-button")) }
                }
            }
        }
    }
}

impl TextLink {
    fn item(&self, cx: &Cx<'_>) -> Markup {
        html! {
            li {
                a href=(cx.text(&self.slug, "")) dir="auto" { (self.title) }
                @if let Some(symbol) = &self.symbol { span.m { " · " (symbol) } }
            }
        }
    }
}

impl TableVersion {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        html! {
            section {
                h2 { (words.t("table-version-title")) }
                (self.form.upload(&cx.text(slug, "versions/new"), &html! {
                    (self.form.file(words, Input {
                        name: "file", label: words.t("table-version-file"), hint: Some(words.t("new-text-file-hint")), ..Input::default()
                    }))
                    (self.form.input(words, Input {
                        name: "label", label: words.t("table-version-label"), value: &self.label, width: 20, ..Input::default()
                    }))
                    button { (words.t("table-version-button")) }
                }))
            }
        }
    }
}

/// A list of files to take away.
pub(crate) fn downloads(words: &Words, files: &[Download]) -> Markup {
    html! {
        @if !files.is_empty() {
            h2 { (words.t("files-title")) }
            ul.plain { @for file in files { li { (file.link(words)) } } }
        }
    }
}

impl Download {
    pub(crate) fn link(&self, words: &Words) -> Markup {
        html! {
            a href=(self.href) {
                @match &self.what {
                    File::Version(label) => (words.f("file-version", &[("version", label.as_str().into())])),
                    File::Redline(from, to) => (words.f("file-redline", &[("from", from.as_str().into()), ("to", to.as_str().into())])),
                    File::Compilation => (words.t("file-compilation")),
                    File::Amendments => (words.t("file-amendments")),
                    File::DispositionsSheet => (words.t("file-dispositions-sheet")),
                    File::DispositionsWord => (words.t("file-dispositions-word")),
                    File::CoveringNote => (words.t("file-covering-note")),
                    File::Brief => (words.t("file-brief")),
                    File::Became => (words.t("file-became")),
                    File::Matrix => (words.t("file-matrix")),
                    File::Corrected(label) => (words.f("file-corrected", &[("version", label.as_str().into())])),
                    File::Proof => (words.t("file-proof")),
                }
            }
            @if let Some(size) = &self.size { span.m { " · " (size) } }
        }
    }
}
