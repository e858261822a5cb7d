//! `/GROUP/themes` and a theme's page.

use maud::{Markup, html};

use crate::frame::{Cx, View};
use crate::told::{Source, passage, proof};

/// Subjects to which the group turns, in its own order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Themes {
    pub rows: Vec<ThemeRow>,
}

/// A theme in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeRow {
    pub slug: String,
    pub name: String,
    pub since: String,
}

/// A theme that a source tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    pub name: String,
    pub since: String,
    /// Short name and title of the meeting that named it.
    pub meeting: Option<(String, String)>,
    /// In which words.
    pub passage: String,
    /// The other themes: short name, name.
    pub others: Vec<(String, String)>,
    pub source: Source,
    /// Number of the act.
    pub act: u64,
}

impl View for Themes {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.t("place-themes").to_owned()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        html! {
            h1 { (words.t("place-themes")) }
            p.lede { (words.t("themes-lede")) }
            @if self.rows.is_empty() { p.empty { (words.t("themes-empty")) } }
            @else {
                ul.rows {
                    @for row in &self.rows {
                        li.row {
                            a.t href=(cx.group(&format!("themes/{}", row.slug))) dir="auto" { (row.name) }
                            div.w.m { (words.f("themes-since", &[("day", row.since.as_str().into())])) }
                        }
                    }
                }
            }
        }
    }
}

impl View for Theme {
    fn title(&self, _: &Cx<'_>) -> String {
        self.name.clone()
    }

    fn main(&self, cx: &Cx<'_>) -> Markup {
        let words = cx.words;
        let form = || [("form", self.source.form.as_str().into())];
        html! {
            nav.crumb aria-label=(words.t("frame-crumb")) { a href=(cx.group("themes")) { (words.t("place-themes")) } " › " bdi { (self.name) } }
            h1 dir="auto" { (self.name) }
            p.lede { (words.f("themes-since", &[("day", self.since.as_str().into())])) }
            div.two {
                article {
                    h2 { (words.t("theme-named")) }
                    @if let Some((slug, title)) = &self.meeting { p { a href=(cx.group(&format!("meetings/{slug}"))) dir="auto" { (title) } } }
                    (passage(&self.passage))
                    h2 { (words.t("theme-who")) }
                    p { (words.f("theme-who-unknown", &form())) }
                    @if !self.others.is_empty() {
                        h2 { (words.t("theme-others")) }
                        ul.plain { @for (slug, name) in &self.others { li { a href=(cx.group(&format!("themes/{slug}"))) dir="auto" { (name) } } } }
                    }
                }
                aside.panel aria-label=(words.t("told-source")) { (self.source.show(words)) }
            }
            (proof(cx, self.act))
        }
    }
}
