//! `/GROUP/texts/SLUG/corrections`: editorial corrections of an adopted text, and its other languages.

use maud::{Markup, html};

use crate::form::{Form, Input};
use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::round::deadline;
use crate::steering::Because;
use crate::text::TextHead;
use crate::when::When;
use crate::words::Words;

/// What became of the text after its adoption, and what it is in other languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrections {
    pub head: TextHead,
    /// Newest first.
    pub corrections: Vec<Correction>,
    /// For the secretariat, once the text is adopted and nothing is proposed.
    pub propose: Option<ProposeCorrection>,
    /// BCP 47 tag of the language of authority.
    pub authority: Option<String>,
    pub languages: Vec<Language>,
    /// For the team.
    pub add: Option<AddLanguage>,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    pub id: String,
    pub kinds: Vec<CorrectionKind>,
    pub changes: String,
    pub state: CorrectionState,
    pub proposed: When,
    /// Addresses of the corrected file, and of it marked against what stood before.
    pub file: String,
    pub redline: String,
}

/// How a correction stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionState {
    Open {
        until: When,
        /// Posted to `/GROUP/texts/SLUG/corrections/contest`: `correction`, `message`, `contest_reason`.
        contest: Option<Because>,
        /// Whose message says it, and the message, where the secretariat enters one.
        entered: Option<(Org, String)>,
        /// For the secretariat, after the days. Posted to `/GROUP/texts/SLUG/corrections/issue`: `correction`.
        issue: Option<Form>,
    },
    Contested {
        by: Org,
        on: When,
        reason: String,
    },
    Issued {
        symbol: Option<String>,
        on: When,
    },
    /// The adoption was annulled.
    Lapsed(When),
}

/// What a correction mends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionKind {
    Misprint,
    Numbering,
    Reference,
    Name,
    Layout,
}

/// The form that proposes a correction. Multipart to `/GROUP/texts/SLUG/corrections`: `file`, `kinds` (once for
/// each), `changes`, `date` and `time`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProposeCorrection {
    pub form: Form,
    /// Values that are ticked.
    pub kinds: Vec<String>,
    pub changes: String,
    pub date: String,
    pub time: String,
    pub zone: String,
    /// Whole working days that it leaves at least.
    pub days: u32,
}

/// A translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Label of the version that it translates.
    pub version: String,
    pub provided_by: Org,
    /// Day on which it was cleared; `None`: it is a courtesy translation.
    pub cleared: Option<String>,
    pub stale: bool,
    pub file: String,
    /// For the chair. Posted to `/GROUP/texts/SLUG/languages/clear`: `language`.
    pub clear: Option<Form>,
}

/// The form that adds a translation. Multipart to `/GROUP/texts/SLUG/languages`: `language`, `provided_by` (an id),
/// `translation` (the file).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddLanguage {
    pub form: Form,
    pub language: String,
    pub provided_by: String,
    pub organisations: Vec<(String, Org)>,
}

/// Languages by their own names; others show by their tags.
const LANGUAGES: [(&str, &str); 7] = [
    ("ar", "العربية"),
    ("zh", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
    ("pt", "Português"),
];

const KINDS: &str = "kinds";

/// A language in its own name.
pub(crate) fn language_name(tag: &str) -> &str {
    let known = LANGUAGES.iter().find(|(each, _)| *each == tag);
    known.map_or(tag, |(_, name)| *name)
}

/// "Français, courtesy translation, provided by HWF".
pub(crate) fn language_line(words: &Words, language: &Language) -> Markup {
    html! {
        b lang=(language.tag) dir="auto" { (language_name(&language.tag)) }
        " · " (language.version) " · "
        @match &language.cleared {
            Some(day) => (words.f("language-cleared", &[("day", day.as_str().into())])),
            None => (words.f("language-courtesy", &[("organisation", language.provided_by.brief().into())])),
        }
        @if language.stale { " · " b { (words.t("language-stale")) } }
    }
}

impl CorrectionKind {
    /// All, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Misprint,
        Self::Numbering,
        Self::Reference,
        Self::Name,
        Self::Layout,
    ];

    /// The word of the record.
    pub fn value(self) -> &'static str {
        match self {
            Self::Misprint => "misprint",
            Self::Numbering => "numbering",
            Self::Reference => "reference",
            Self::Name => "name",
            Self::Layout => "layout",
        }
    }

    /// What stands behind a word of the record.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.value() == word)
    }

    fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Misprint => "correction-misprint",
            Self::Numbering => "correction-numbering",
            Self::Reference => "correction-reference",
            Self::Name => "correction-name",
            Self::Layout => "correction-layout",
        })
    }
}

impl View for Corrections {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("text-corrections-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let slug = &self.head.slug;
        html! {
            @for form in self.forms() { (form.summary(words)) }
            (self.head.show(cx, None))
            h1 { (self.title(cx)) }
            section #corrections {
                h2 { (words.t("corrections-list")) }
                @if self.corrections.is_empty() { p.empty { (words.t("corrections-none")) } }
                @for one in self.corrections.iter().filter(|one| one.is_open()) { div.clock { (one.show(cx, slug)) } }
                @if !self.corrections.iter().all(Correction::is_open) {
                    ul.rows {
                        @for one in self.corrections.iter().filter(|one| !one.is_open()) { li.row { div { (one.show(cx, slug)) } } }
                    }
                }
                @if let Some(propose) = &self.propose { (propose.show(cx, slug)) }
            }
            section #languages {
                h2 { (words.t("languages-title")) }
                @if let Some(tag) = &self.authority {
                    p { (words.t("languages-authority")) " " b lang=(tag) dir="auto" { (language_name(tag)) } "." }
                }
                @if self.languages.is_empty() { p.empty { (words.t("languages-none")) } }
                @else {
                    ul.rows {
                        @for one in &self.languages {
                            li.row {
                                div {
                                    (language_line(words, one))
                                    div.m { a href=(one.file) { (words.t("correction-file")) } }
                                }
                                @if let Some(form) = &one.clear {
                                    div.w {
                                        (form.post(&cx.text(slug, "languages/clear"), &html! {
                                            input type="hidden" name="language" value=(one.tag);
                                            button { (words.t("language-clear")) }
                                        }))
                                    }
                                }
                            }
                        }
                    }
                }
                @if let Some(add) = &self.add { (add.show(cx, slug)) }
            }
        }
    }
}

impl Corrections {
    fn forms(&self) -> impl Iterator<Item = &Form> {
        let of = self.corrections.iter().filter_map(|one| match &one.state {
            CorrectionState::Open { contest, issue, .. } => {
                Some(contest.iter().map(|one| &one.form).chain(issue))
            }
            _ => None,
        });
        let clear = self.languages.iter().filter_map(|one| one.clear.as_ref());
        let propose = self.propose.iter().map(|one| &one.form);
        let add = self.add.iter().map(|one| &one.form);
        of.flatten().chain(propose).chain(clear).chain(add)
    }
}

impl Correction {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let words = cx.words;
        let kinds: Vec<String> = self
            .kinds
            .iter()
            .map(|k| k.words(words).to_owned())
            .collect();
        let hidden = html! { input type="hidden" name="correction" value=(self.id); };
        html! {
                @match &self.state {
                    CorrectionState::Open { until, .. } => {
                        b { (words.t("correction-open")) }
                        p.m { (words.t("clearance-until")) " " (until.in_full()) }
                    }
                    CorrectionState::Contested { by, on, reason } => {
                        b { (words.t("correction-contested")) }
                        p.m { (on.in_full()) }
                        p { (words.f("correction-contested-by", &[("organisation", by.full().into())])) @if !reason.is_empty() { " " span dir="auto" { (reason) } } }
                    }
                    CorrectionState::Lapsed(on) => {
                        b { (words.t("correction-lapsed")) }
                        p.m { (on.show()) }
                    }
                    CorrectionState::Issued { symbol, on } => {
                        b { @match symbol { Some(symbol) => (symbol), None => (words.t("correction-issued")) } }
                        p.m { (on.show()) }
                    }
                }
                p { (words.f("correction-mends", &[("kinds", words.list(&kinds).into())])) " " span dir="auto" { (self.changes) } }
                p { a href=(self.file) { (words.t("correction-file")) } " · " a href=(self.redline) { (words.t("correction-redline")) } }
                @if let CorrectionState::Open { contest, entered, issue, .. } = &self.state {
                    @if let Some(form) = issue {
                        (form.post(&cx.text(slug, "corrections/issue"), &html! { (hidden) button.main { (words.t("correction-issue")) } }))
                    }
                    @if let Some(contest) = contest {
                        details open[!contest.form.problems.is_empty() || entered.is_some()] {
                            summary { (words.t("correction-contest")) }
                            p.m { (words.t("correction-contest-means")) }
                            @if let Some((org, _)) = entered { p.note { (words.f("correction-entered", &[("organisation", org.full().into())])) } }
                            (contest.form.post(&cx.text(slug, "corrections/contest"), &html! {
                                (hidden)
                                @if let Some((_, message)) = entered { input type="hidden" name="message" value=(message); }
                                (contest.form.area(words, Input { name: "contest_reason", label: words.t("steering-reason"), value: &contest.reason, optional: true, ..Input::default() }, 3))
                                button { (words.t("correction-contest")) }
                            }))
                        }
                    }
                }
        }
    }

    fn is_open(&self) -> bool {
        matches!(self.state, CorrectionState::Open { .. })
    }
}

impl ProposeCorrection {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("correction-propose")) }
                p.m { (words.f("correction-propose-means", &[("n", self.days.into())])) }
                (form.upload(&cx.text(slug, "corrections"), &html! {
                    (form.file(words, Input { name: "file", label: words.t("correction-new-file"), ..Input::default() }))
                    fieldset {
                        legend { (words.t("correction-kinds")) }
                        @if let Some(problem) = form.problem(KINDS) { div.problem id=(format!("f-{KINDS}")) { (problem) } }
                        @for kind in CorrectionKind::ALL {
                            @let id = format!("f-{KINDS}-{}", kind.value());
                            p.tick {
                                input type="checkbox" name=(KINDS) value=(kind.value()) id=(id) checked[self.kinds.iter().any(|each| each == kind.value())];
                                label for=(id) { (kind.words(words)) }
                            }
                        }
                    }
                    (form.area(words, Input { name: "changes", label: words.t("correction-changes"), hint: Some(words.t("correction-changes-hint")), value: &self.changes, ..Input::default() }, 4))
                    (deadline(words, form, &self.date, &self.time, &self.zone))
                    button.main { (words.t("correction-propose-button")) }
                }))
            }
        }
    }
}

impl AddLanguage {
    fn show(&self, cx: &Cx<'_>, slug: &str) -> Markup {
        let (words, form) = (cx.words, &self.form);
        let named = self.organisations.iter();
        let named: Vec<_> = named
            .map(|(id, org)| (id.clone(), org.full().to_owned()))
            .collect();
        html! {
            details open[!form.problems.is_empty()] {
                summary { (words.t("language-add")) }
                p.m { (words.t("language-add-means")) }
                (form.upload(&cx.text(slug, "languages"), &html! {
                    (form.input(words, Input { name: "language", label: words.t("language-tag"), hint: Some(words.t("language-tag-hint")), value: &self.language, width: 8, ..Input::default() }))
                    (form.choice(words, Input { name: "provided_by", label: words.t("language-by"), value: &self.provided_by, ..Input::default() }, &named))
                    (form.file(words, Input { name: "translation", label: words.t("language-file"), ..Input::default() }))
                    button.main { (words.t("language-add-button")) }
                }))
            }
        }
    }
}
