//! The covering note of the version that a round's responses make: what came in, what became of it, what stays
//! open.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use group::parts::ReturnForm;
use group::state::Round;
use office::desk::{DeliveredFile, TextSeen};
use pages::answer::Verdict;
use pages::responses::{Became, ResponseRow, RowKind};

use crate::app::App;
use crate::comments::org_outside;
use crate::failure::Failure;
use crate::print::{Printed, PrintedBlock, Run};
use crate::read::delivered;
use crate::session::Who;
use crate::show::{self, words};

/// `files/covering.docx`: once the responses are issued.
pub(crate) async fn file(
    State(app): State<Arc<App>>,
    who: Who,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let desk = who.member(&app)?;
    let seen = desk.text(&slug).ok_or(Failure::NotFound)?;
    let round = seen.round().ok_or(Failure::NotFound)?;
    if round.responses.is_none() {
        return Err(Failure::NotFound);
    }
    // Where nobody returned a file, nothing was compiled, and nothing is left.
    let compilation = seen.compilation(round)?;
    let rows = compilation
        .map(|compilation| {
            let org = |name: &str| org_outside(&seen, round, name);
            super::rows(&desk, round, &compilation, &org)
        })
        .unwrap_or_default();
    let note = Note {
        title: seen.text().title.clone(),
        before: label(&seen, round.version),
        after: label(&seen, round.version + 1),
        answers: Answers::of(round),
        rows,
    };
    let name = format!("{slug} {} covering note.docx", note.after);
    let bytes = app.settings.printer.word(&note.printed());
    Ok(delivered(DeliveredFile { name, bytes }))
}

/// The label of a version, or the one that it will have.
fn label(seen: &TextSeen<'_>, number: u32) -> String {
    let version = seen.text().version(number);
    let before = number.saturating_sub(1);
    version.map_or_else(
        || office::label_after(before),
        |version| version.label.clone(),
    )
}

/// How many answered, by what they said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Answers {
    asked: u32,
    marked_up: u32,
    no_comments: u32,
    not_in_our_mandate: u32,
}

impl Answers {
    fn of(round: &Round) -> Self {
        let with = |form| {
            let of_form = round.returns.values().filter(|one| one.form == form);
            show::number(of_form.count())
        };
        Self {
            asked: show::number(round.electorate.len()),
            marked_up: with(ReturnForm::MarkedUp),
            no_comments: with(ReturnForm::NoComments),
            not_in_our_mandate: with(ReturnForm::NotInOurMandate),
        }
    }

    /// "7 of 11 organisations answered: 5 with comments, 1 without, 1 that it is not in its mandate".
    fn line(self) -> String {
        let parts = [
            (self.marked_up, "told-covering-with-comments"),
            (self.no_comments, "told-covering-without-comments"),
            (self.not_in_our_mandate, "told-covering-not-in-mandate"),
        ];
        let said: Vec<String> = parts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, key)| words().f(key, &[("n", (*n).into())]))
            .collect();
        let answered = self.marked_up + self.no_comments + self.not_in_our_mandate;
        let args = [
            ("answered", answered.into()),
            ("asked", self.asked.into()),
            ("how", words().list(&said).into()),
        ];
        words().f("told-covering-answers", &args)
    }
}

struct Note {
    title: String,
    /// Label of the version that was commented on.
    before: String,
    /// Label of the version that the note covers.
    after: String,
    answers: Answers,
    rows: Vec<ResponseRow>,
}

impl Note {
    fn printed(&self) -> Printed {
        let words = words();
        let versions = [
            ("after", self.after.as_str().into()),
            ("before", self.before.as_str().into()),
        ];
        let mut blocks = vec![
            plain(words.f("told-covering-follows", &versions)),
            plain(self.answers.line()),
        ];
        let mut became = Became::default();
        for row in &self.rows {
            if let Some(answer) = &row.answer {
                became.count(answer.verdict);
            }
        }
        if became.all > 0 {
            let args = [
                ("n", became.all.into()),
                ("became", became.line(words).into()),
            ];
            blocks.push(plain(words.f("told-covering-became", &args)));
        }
        self.list(
            &mut blocks,
            Verdict::LeftForDiscussion,
            "told-covering-left",
        );
        if became.left_for_discussion == 0 {
            blocks.push(plain(words.t("told-covering-nothing-left").to_owned()));
        }
        self.list(&mut blocks, Verdict::Bracketed, "told-covering-brackets");
        if became.all > 0 {
            blocks.push(plain(words.t("told-covering-table").to_owned()));
        }
        Printed {
            title: words.f(
                "told-covering-title",
                &[
                    ("after", self.after.as_str().into()),
                    ("text", self.title.as_str().into()),
                ],
            ),
            blocks,
        }
    }

    /// What was answered so, each with its place, who asked for it and what was proposed.
    fn list(&self, blocks: &mut Vec<PrintedBlock>, verdict: Verdict, heading: &str) {
        let answered = |row: &&ResponseRow| {
            let answer = row.answer.as_ref();
            answer.is_some_and(|answer| answer.verdict == verdict)
        };
        let rows: Vec<&ResponseRow> = self.rows.iter().filter(answered).collect();
        if rows.is_empty() {
            return;
        }
        blocks.push(PrintedBlock::Heading(words().t(heading).to_owned()));
        for row in rows {
            let names: Vec<String> = row
                .organisations
                .iter()
                .map(|organisation| organisation.brief().to_owned())
                .collect();
            let mut said = vec![Run::Bold(format!("{} ", row.place))];
            if !names.is_empty() {
                said.push(Run::Plain(format!("({}) ", words().list(&names))));
            }
            if row.kind == RowKind::Comment {
                said.push(Run::Plain(format!("{}: ", words().t("responses-comment"))));
            }
            said.extend(row.proposed.iter().map(Run::from));
            let reason = row
                .answer
                .as_ref()
                .and_then(|answer| answer.reason.as_ref());
            if let Some(reason) = reason {
                said.push(Run::Plain(format!(" – {reason}")));
            }
            blocks.push(PrintedBlock::Paragraph(said));
        }
    }
}

fn plain(text: String) -> PrintedBlock {
    PrintedBlock::Paragraph(vec![Run::Plain(text)])
}

#[cfg(test)]
mod tests;
