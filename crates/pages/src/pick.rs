//! What several pages ask in the same way: ticks under one legend, choices that narrow a list, a form
//! that is unfolded first.

use maud::{Markup, html};

use crate::form::Form;
use crate::frame::Cx;

/// A choice that narrows a list: a select in a GET form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Narrow<'a> {
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    /// Value, words.
    pub(crate) options: &'a [(String, String)],
    /// Empty: all.
    pub(crate) chosen: &'a str,
}

/// Several ticks under one legend, all sent under one name.
pub(crate) fn ticks(
    form: &Form,
    name: &str,
    legend: &str,
    options: &[(String, String)],
    ticked: &[String],
) -> Markup {
    html! {
        fieldset id=(format!("f-{name}")) {
            legend { (legend) }
            @if let Some(problem) = form.problem(name) { div.problem dir="auto" { (problem) } }
            div.beside {
                @for (at, (value, label)) in options.iter().enumerate() {
                    @let id = format!("f-{name}-{at}");
                    p.tick {
                        input type="checkbox" name=(name) value=(value) id=(id) checked[ticked.contains(value)];
                        label for=(id) dir="auto" { (label) }
                    }
                }
            }
        }
    }
}

/// One of a few under a legend; the first when none is chosen.
pub(crate) fn one_of(
    form: &Form,
    name: &str,
    legend: &str,
    options: &[(&str, &str)],
    chosen: &str,
) -> Markup {
    html! {
        fieldset id=(format!("f-{name}")) {
            legend { (legend) }
            @if let Some(problem) = form.problem(name) { div.problem dir="auto" { (problem) } }
            div.beside {
                @for (at, (value, label)) in options.iter().enumerate() {
                    @let id = format!("f-{name}-{at}");
                    p.tick {
                        input type="radio" name=(name) value=(value) id=(id) checked[chosen == *value || (chosen.is_empty() && at == 0)];
                        label for=(id) { (label) }
                    }
                }
            }
        }
    }
}

/// A tick that stands alone.
pub(crate) fn tick(name: &str, label: &str, ticked: bool, needed: bool) -> Markup {
    let id = format!("f-{name}");
    html! {
        p.tick {
            input type="checkbox" name=(name) value="yes" id=(id) checked[ticked] required[needed];
            label for=(id) dir="auto" { (label) }
        }
    }
}

/// The form that narrows a list, with the choices made; a choice with nothing to choose is left out.
pub(crate) fn narrowing(cx: &Cx<'_>, path: &str, choices: &[Narrow<'_>]) -> Markup {
    let words = cx.words;
    let action = cx.group(path);
    let shown = || {
        choices
            .iter()
            .filter(|choice| !choice.options.is_empty() || !choice.chosen.is_empty())
    };
    if shown().next().is_none() {
        return html! {};
    }
    html! {
        form.beside.narrow method="get" action=(action) role="search" {
            @for choice in shown() {
                @let id = format!("by-{}", choice.name);
                div.field {
                    label for=(id) { (choice.label) }
                    select id=(id) name=(choice.name) {
                        option value="" { (words.t("narrow-all")) }
                        @for (value, label) in choice.options {
                            option value=(value) selected[value == choice.chosen] { (label) }
                        }
                    }
                }
            }
            div.field.last {
                button { (words.t("narrow-show")) }
                @if shown().any(|choice| !choice.chosen.is_empty()) { " " a.btn.still href=(action) { (words.t("narrow-clear")) } }
            }
        }
    }
}

/// The form that asks how it was on another day.
pub(crate) fn on_a_day(cx: &Cx<'_>, path: &str, on: &str) -> Markup {
    let words = cx.words;
    html! {
        form.beside.narrow method="get" action=(cx.group(path)) {
            div.field { label for="on" { (words.t("members-on")) } input id="on" name="on" type="date" value=(on); }
            div.field.last { button { (words.t("members-show")) } }
        }
    }
}

/// A form behind its title, open when it was refused.
pub(crate) fn folded(title: &str, form: &Form, inner: &Markup) -> Markup {
    html! {
        details open[!form.problems.is_empty()] { summary { (title) } (inner) }
    }
}

/// What links to a page below the group: value, words.
pub(crate) fn links(cx: &Cx<'_>, folder: &str, rows: &[(String, String)]) -> Markup {
    html! {
        ul.plain { @for (slug, title) in rows { li { a href=(cx.group(&format!("{folder}/{slug}"))) dir="auto" { (title) } } } }
    }
}

/// The same within a line.
pub(crate) fn links_in_line(cx: &Cx<'_>, folder: &str, rows: &[(String, String)]) -> Markup {
    html! {
        @for (at, (slug, title)) in rows.iter().enumerate() {
            @if at > 0 { ", " }
            a href=(cx.group(&format!("{folder}/{slug}"))) dir="auto" { (title) }
        }
    }
}

/// A number in addresses: `2026/4` is `2026-4`.
pub(crate) fn in_address(number: &str) -> String {
    number.replace('/', "-")
}
