//! Forms: the command's id, what was refused and why, labelled fields that keep what was typed.

use maud::{Markup, PreEscaped, html};

use crate::words::Words;

/// What every form carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// A fresh ULID for each form on each page shown; sent as `command`, so that a form sent twice
    /// does its work once. Kept when the form is shown again after a refusal.
    pub command: String,
    /// What stood when the page was made, where the form is about exactly that; sent as `seen`, so that
    /// nobody answers what changed in the meantime. Empty: not needed.
    pub seen: String,
    /// Why the last attempt was refused; empty at first.
    pub problems: Vec<Problem>,
}

/// One reason why a form was refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problem {
    /// The `name` of the field it is about; empty when it is about the whole form.
    pub field: String,
    /// What happened, what was kept, what to do: plain sentences.
    pub sentence: String,
}

/// One line of input.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Input<'a> {
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    pub(crate) hint: Option<&'a str>,
    pub(crate) value: &'a str,
    /// `text` when empty.
    pub(crate) kind: &'a str,
    pub(crate) optional: bool,
    /// Characters that fit; decides the width, not a limit. 0: full width.
    pub(crate) width: u8,
}

impl Form {
    /// A form not yet sent.
    pub fn new(command: &str) -> Self {
        Self {
            command: command.to_owned(),
            ..Self::default()
        }
    }

    /// The same form, about exactly what stands now.
    pub fn about(mut self, seen: impl ToString) -> Self {
        self.seen = seen.to_string();
        self
    }

    /// The same form, refused for a reason about one field.
    pub fn refused(mut self, field: &str, sentence: &str) -> Self {
        self.problems.push(Problem {
            field: field.to_owned(),
            sentence: sentence.to_owned(),
        });
        self
    }

    /// The summary of problems, linked to their fields; nothing when there are none. Goes to the top
    /// of the page.
    pub(crate) fn summary(&self, words: &Words) -> Markup {
        html! {
            @if !self.problems.is_empty() {
                div.refused role="alert" {
                    h2 { (words.t("form-refused")) }
                    ul {
                        @for problem in &self.problems {
                            li dir="auto" {
                                @if problem.field.is_empty() { (problem.sentence) }
                                @else { a href=(format!("#f-{}", problem.field)) { (problem.sentence) } }
                            }
                        }
                    }
                    p { (words.t("form-kept")) }
                }
            }
        }
    }

    /// A POST form with the hidden command around `fields`.
    pub(crate) fn post(&self, action: &str, fields: &Markup) -> Markup {
        html! { form method="post" action=(action) { (self.hidden()) (fields) } }
    }

    /// The same for forms that carry a file.
    pub(crate) fn upload(&self, action: &str, fields: &Markup) -> Markup {
        html! {
            form method="post" action=(action) enctype="multipart/form-data" { (self.hidden()) (fields) }
        }
    }

    fn hidden(&self) -> Markup {
        html! {
            input type="hidden" name="command" value=(self.command);
            @if !self.seen.is_empty() { input type="hidden" name="seen" value=(self.seen); }
        }
    }

    /// The problem about a field.
    pub(crate) fn problem(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|p| p.field == field)
            .map(|p| p.sentence.as_str())
    }

    /// A labelled line of input.
    pub(crate) fn input(&self, words: &Words, input: Input<'_>) -> Markup {
        let kind = if input.kind.is_empty() {
            "text"
        } else {
            input.kind
        };
        let size = (input.width > 0).then_some(input.width);
        let control = html! {
            input type=(kind) name=(input.name) id=(id(input.name)) value=(input.value) dir="auto" size=[size]
                required[!input.optional] aria-describedby=[self.described(input.name, input.hint)]
                aria-invalid=[self.problem(input.name).map(|_| "true")];
        };
        self.field(
            words,
            input.name,
            input.label,
            input.hint,
            input.optional,
            &control,
        )
    }

    /// A labelled field for several lines.
    pub(crate) fn area(&self, words: &Words, input: Input<'_>, rows: u8) -> Markup {
        let control = html! {
            textarea name=(input.name) id=(id(input.name)) rows=(rows) dir="auto"
                required[!input.optional] aria-describedby=[self.described(input.name, input.hint)]
                aria-invalid=[self.problem(input.name).map(|_| "true")] {
                // The first line break in a textarea is dropped by browsers: give one of our own.
                (PreEscaped("\n")) (input.value)
            }
        };
        self.field(
            words,
            input.name,
            input.label,
            input.hint,
            input.optional,
            &control,
        )
    }

    /// A labelled choice among `options` (value, words).
    pub(crate) fn choice(
        &self,
        words: &Words,
        input: Input<'_>,
        options: &[(String, String)],
    ) -> Markup {
        let control = html! {
            select name=(input.name) id=(id(input.name)) aria-describedby=[self.described(input.name, input.hint)] {
                @for (value, label) in options {
                    option value=(value) selected[value == input.value] { (label) }
                }
            }
        };
        self.field(
            words,
            input.name,
            input.label,
            input.hint,
            input.optional,
            &control,
        )
    }

    /// A labelled Word file.
    pub(crate) fn file(&self, words: &Words, input: Input<'_>) -> Markup {
        let word =
            ".docx,.docm,application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        self.file_of(words, input, Some(word), false)
    }

    /// A labelled Word file, or a table of comments.
    pub(crate) fn answer_file(&self, words: &Words, input: Input<'_>) -> Markup {
        self.file_of(words, input, Some(".docx,.docm,.xlsx"), false)
    }

    /// Labelled files of any kind, as many as one likes.
    pub(crate) fn files(&self, words: &Words, input: Input<'_>) -> Markup {
        self.file_of(words, input, None, true)
    }

    /// A labelled file of any kind.
    pub(crate) fn any_file(&self, words: &Words, input: Input<'_>) -> Markup {
        self.file_of(words, input, None, false)
    }

    fn file_of(&self, words: &Words, input: Input<'_>, accept: Option<&str>, many: bool) -> Markup {
        let control = html! {
            input type="file" multiple[many] name=(input.name) id=(id(input.name)) required[!input.optional]
                accept=[accept]
                aria-describedby=[self.described(input.name, input.hint)]
                aria-invalid=[self.problem(input.name).map(|_| "true")];
        };
        self.field(
            words,
            input.name,
            input.label,
            input.hint,
            input.optional,
            &control,
        )
    }

    fn field(
        &self,
        words: &Words,
        name: &str,
        label: &str,
        hint: Option<&str>,
        optional: bool,
        control: &Markup,
    ) -> Markup {
        html! {
            div.field {
                label for=(id(name)) {
                    (label)
                    @if optional { " " span.optional { (words.t("form-optional")) } }
                }
                @if let Some(hint) = hint { div.hint id=(format!("h-{name}")) { (hint) } }
                @if let Some(problem) = self.problem(name) {
                    div.problem id=(format!("e-{name}")) dir="auto" { (problem) }
                }
                (control)
            }
        }
    }

    fn described(&self, name: &str, hint: Option<&str>) -> Option<String> {
        let hint = hint.map(|_| format!("h-{name}"));
        let problem = self.problem(name).map(|_| format!("e-{name}"));
        match (hint, problem) {
            (Some(hint), Some(problem)) => Some(format!("{hint} {problem}")),
            (one, other) => one.or(other),
        }
    }
}

fn id(name: &str) -> String {
    format!("f-{name}")
}
