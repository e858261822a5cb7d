//! The practice group's Word files: drafts, and what came back marked up.

use redline::draft::{
    Change, ChangeKind, DraftComment, DraftParagraph, DraftRow, DraftRun, DraftStyle, word_file,
};

use crate::demo::fiction::{Drafted, Line, Marked};
use crate::demo::markup::{Stretch, Whole, read};

/// A text as it was drafted.
pub(super) fn drafted(text: &Drafted) -> Vec<u8> {
    word_file(Some(text.title), &paragraphs(text))
}

/// What an organisation sent back on a text: its edits tracked or typed over, its comments.
pub(super) fn returned(text: &Drafted, marked: &Marked, date: &str) -> Vec<u8> {
    // One more than the lines: the title stands first.
    let mut made = paragraphs(text);
    let mut behind: Vec<(usize, DraftParagraph)> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    for (line, words, tracked) in marked.edits {
        let pen = Pen {
            author: marked.author,
            date,
            tracked: *tracked,
        };
        let (whole, stretches) = read(words);
        let at = line + 1;
        let style = made[at].style.clone();
        match whole {
            Whole::Stays => made[at].runs = pen.runs(&stretches),
            Whole::Inserted => behind.push((at, pen.inserted(style, &stretches))),
            Whole::Deleted if *tracked => made[at] = pen.deleted(style, &stretches),
            Whole::Deleted => gone.push(at),
        }
    }
    let mut all = Vec::new();
    for (at, paragraph) in made.into_iter().enumerate() {
        if !gone.contains(&at) {
            all.push(paragraph);
        }
        all.extend(
            behind
                .iter()
                .filter(|(after, _)| *after == at)
                .map(|(_, new)| new.clone()),
        );
    }
    word_file(Some(text.title), &all)
}

fn paragraphs(text: &Drafted) -> Vec<DraftParagraph> {
    let line = |line: &Line| match line {
        Line::Heading(words) => DraftParagraph::plain(DraftStyle::Heading(1), *words),
        Line::Plain(words) => DraftParagraph::plain(DraftStyle::Body, *words),
        Line::Numbered(words) => DraftParagraph::plain(DraftStyle::Numbered, *words),
        Line::Table(rows) => DraftParagraph::plain(DraftStyle::Table(table(rows)), ""),
    };
    let title = DraftParagraph::plain(DraftStyle::Title, text.title);
    std::iter::once(title)
        .chain(text.lines.iter().map(line))
        .collect()
}

fn table(rows: &str) -> Vec<DraftRow> {
    rows.split('/')
        .map(|row| DraftRow {
            cells: row
                .split('|')
                .map(|cell| vec![DraftRun::plain(cell)])
                .collect(),
            change: None,
        })
        .collect()
}

/// Who edits, when, and whether Word keeps track of it.
struct Pen<'a> {
    author: &'a str,
    date: &'a str,
    tracked: bool,
}

impl Pen<'_> {
    fn change(&self, kind: ChangeKind) -> Change {
        Change {
            kind,
            author: self.author.to_owned(),
            date: Some(self.date.to_owned()),
        }
    }

    fn runs(&self, stretches: &[Stretch]) -> Vec<DraftRun> {
        let mut runs: Vec<DraftRun> = Vec::new();
        for stretch in stretches {
            match stretch {
                Stretch::Kept(text) => runs.push(DraftRun::plain(text.as_str())),
                Stretch::In(text) => runs.push(DraftRun {
                    change: self.tracked.then(|| self.change(ChangeKind::Inserted)),
                    ..DraftRun::plain(text.as_str())
                }),
                Stretch::Out(text) if self.tracked => runs.push(DraftRun {
                    change: Some(self.change(ChangeKind::Deleted)),
                    ..DraftRun::plain(text.as_str())
                }),
                Stretch::Out(_) => {}
                Stretch::Comment(words) => {
                    if let Some(last) = runs.last_mut() {
                        last.comment = Some(DraftComment {
                            author: self.author.to_owned(),
                            date: Some(self.date.to_owned()),
                            text: words.clone(),
                        });
                    }
                }
            }
        }
        runs
    }

    fn inserted(&self, style: DraftStyle, stretches: &[Stretch]) -> DraftParagraph {
        let change = self.tracked.then(|| self.change(ChangeKind::Inserted));
        let mut runs = self.runs(stretches);
        runs.iter_mut()
            .for_each(|run| run.change.clone_from(&change));
        DraftParagraph {
            style,
            runs,
            mark: change,
        }
    }

    fn deleted(&self, style: DraftStyle, stretches: &[Stretch]) -> DraftParagraph {
        let change = Some(self.change(ChangeKind::Deleted));
        let mut runs = self.runs(stretches);
        runs.iter_mut()
            .for_each(|run| run.change.clone_from(&change));
        DraftParagraph {
            style,
            runs,
            mark: change,
        }
    }
}
