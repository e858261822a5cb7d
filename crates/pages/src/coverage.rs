//! `/GROUP/members/coverage`: who works on what, and what nobody works on yet.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::organisation::Org;
use crate::pick::on_a_day;

/// Organisations and themes, with the approaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    pub as_of: String,
    /// The day asked for (query `on`), as `YYYY-MM-DD`.
    pub on: String,
    /// Short name and name of each theme, in the group's order.
    pub themes: Vec<(String, String)>,
    /// The group's approaches in its own words, in its order.
    pub approaches: Vec<String>,
    /// In protocol order.
    pub rows: Vec<CoverageRow>,
    /// What nobody works on yet.
    pub gaps: Vec<Gap>,
    /// Short name in addresses of the reader's organisation: links to its profile.
    pub own: Option<String>,
}

/// An organisation in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverageRow {
    /// Short name in addresses.
    pub slug: String,
    pub organisation: Org,
    /// One for each theme: `None`, it does not work on it; else its approaches, empty where it names
    /// none.
    pub cells: Vec<Option<Vec<String>>>,
}

/// A theme, or some approaches to it, on which nobody works yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gap {
    /// Short name and name of the theme.
    pub theme: (String, String),
    /// Empty: nobody works on the theme at all.
    pub approaches: Vec<String>,
}

impl View for Coverage {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("coverage-title").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("members")) { (words.t("place-members")) } " › " (words.t("coverage-title")) }
            h1 { (words.t("coverage-title")) }
            p.lede { (words.t("coverage-lede")) " " (words.f("as-of", &[("day", self.as_of.as_str().into())])) }
            @if let Some(own) = &self.own { p.invite { a.btn href=(format!("{}#profile", cx.group(&format!("members/{own}")))) { (words.t("coverage-state")) } } }
            @if self.themes.is_empty() { p.empty { (words.t("coverage-no-themes")) } }
            @else if self.rows.is_empty() { p.empty { (words.t("coverage-no-rows")) } }
            @else { (self.table(cx)) (self.gaps(cx)) }
            (on_a_day(cx, "members/coverage", &self.on))
        }
    }
}

impl Coverage {
    fn table(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let short = abbreviations(&self.approaches);
        let brief = |approach: &String| {
            let at = self.approaches.iter().position(|known| known == approach);
            at.map_or(approach.as_str(), |at| short[at].as_str())
                .to_owned()
        };
        html! {
            @if !short.is_empty() {
                ul.inline.m aria-label=(words.t("coverage-legend")) {
                    @for (short, approach) in short.iter().zip(&self.approaches) { li dir="auto" { b { (short) } " " (approach) } }
                }
            }
            div.scroll tabindex="0" role="region" aria-label=(words.t("coverage-title")) {
                table.matrix {
                    caption.vh { (words.t("coverage-title")) }
                    thead {
                        tr {
                            th scope="col" { (words.t("round-organisation")) }
                            @for (slug, name) in &self.themes { th scope="col" { a href=(cx.group(&format!("themes/{slug}"))) dir="auto" { (name) } } }
                        }
                    }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                th scope="row" { a href=(cx.group(&format!("members/{}", row.slug))) { (row.organisation.abbreviated()) } }
                                @for cell in &row.cells {
                                    td {
                                        @match cell {
                                            None => {},
                                            Some(named) if named.is_empty() => (words.t("coverage-works")),
                                            Some(named) => {
                                                @for (at, approach) in named.iter().enumerate() {
                                                    @if at > 0 { ", " }
                                                    abbr title=(approach) { (brief(approach)) }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn gaps(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h2 { (words.t("coverage-gaps")) }
            @if self.gaps.is_empty() { p.m { (words.t("coverage-no-gaps")) } }
            @else {
                ul.plain {
                    @for gap in &self.gaps {
                        li {
                            a href=(cx.group(&format!("themes/{}", gap.theme.0))) dir="auto" { (gap.theme.1) } ": "
                            @if gap.approaches.is_empty() { (words.t("coverage-nobody")) }
                            @else { (words.f("coverage-nobody-for", &[("approaches", gap.approaches.join(words.t("list-comma")).into())])) }
                        }
                    }
                }
            }
        }
    }
}

/// The shortest beginnings, of four letters or more, that tell the approaches apart.
fn abbreviations(approaches: &[String]) -> Vec<String> {
    let begins = |word: &String, n| word.chars().take(n).collect::<String>();
    let longest = approaches.iter().map(|word| word.chars().count()).max();
    let clear = |n: &usize| {
        let all: std::collections::BTreeSet<_> = approaches.iter().map(|w| begins(w, *n)).collect();
        all.len() == approaches.len()
    };
    let n = (4..=longest.unwrap_or(4)).find(clear).unwrap_or(usize::MAX);
    approaches.iter().map(|word| begins(word, n)).collect()
}
