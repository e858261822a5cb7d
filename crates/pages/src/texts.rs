//! `/GROUP/texts`, each joint text with its stage on a line.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::text::{Stage, TextKind};

/// The list of texts. A visitor gets the published ones only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub rows: Vec<TextRow>,
    /// The reader may open a text: shows the button.
    pub may_open: bool,
}

/// A text in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextRow {
    pub slug: String,
    pub title: String,
    pub kind: TextKind,
    pub symbol: Option<String>,
    pub version: String,
    pub stage: Stage,
}

impl View for Texts {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-texts").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-texts")) }
            p.lede { (words.t("texts-lede")) }
            @if self.may_open { p { a.btn.main href=(cx.group("texts/new")) { (words.t("texts-new")) } " " a.btn href=(cx.group("texts/templates")) { (words.t("templates-title")) } } }
            @if self.rows.is_empty() {
                p.empty { (words.t(if self.may_open { "texts-empty-open" } else { "texts-empty" })) }
            } @else {
                ul.rows {
                    @for row in &self.rows {
                        li.row {
                            div {
                                a.t href=(cx.text(&row.slug, "")) dir="auto" { (row.title) }
                                div.m { (row.version) " · " (row.stage.line(words)) }
                            }
                            div.w.m {
                                (row.kind.words(words))
                                @if let Some(symbol) = &row.symbol { br; (symbol) }
                            }
                        }
                    }
                }
            }
        }
    }
}
