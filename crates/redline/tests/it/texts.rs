//! Small bases and returns from plain strings.

use redline::compose::{Composition, Source, compose, plain_story};
use redline::model::{Amendment, Model};
use redline::story::{Cell, Revision, Story};

/// A return (or a base, with an empty name) whose edits were all made with tracking off.
pub(crate) fn silent(organisation: &str, paragraphs: &[&str]) -> Source {
    let story = plain_story(paragraphs);
    source(organisation, story.clone(), story)
}

/// A return whose edits were all recorded over this base, under one name.
pub(crate) fn tracked(
    organisation: &str,
    base: &[&str],
    paragraphs: &[&str],
    author: &str,
) -> Source {
    let by = |mut story: Story| {
        let date = Some("2026-10-01T10:00:00Z".to_owned());
        story.revisions = vec![Revision {
            author: author.to_owned(),
            date,
            moved: false,
        }];
        for paragraph in &mut story.paragraphs {
            paragraph.mark = Some(0);
            paragraph
                .pieces
                .iter_mut()
                .for_each(|piece| piece.revision = Some(0));
        }
        story
    };
    source(
        organisation,
        by(plain_story(paragraphs)),
        by(plain_story(base)),
    )
}

pub(crate) fn source(organisation: &str, accept: Story, reject: Story) -> Source {
    // The digest only has to differ where the content does.
    let texts: Vec<&str> = accept
        .paragraphs
        .iter()
        .map(|each| each.text.as_str())
        .collect();
    Source {
        organisation: organisation.to_owned(),
        sha256: format!("{texts:?}"),
        accept: accept.into(),
        reject: reject.into(),
        ..Source::default()
    }
}

/// A story with a table: paragraphs whose text begins with `|` are rows, their cells separated by `|`, the
/// paragraphs of a cell by `/`. Rows that follow each other are one table.
pub(crate) fn with_tables(lines: &[String]) -> Story {
    let (mut texts, mut places) = (Vec::new(), Vec::new());
    let (mut table, mut row, mut inside) = (0, 0, false);
    for line in lines {
        let Some(cells) = line.strip_prefix('|') else {
            inside = false;
            texts.push(line.clone());
            places.push(Vec::new());
            continue;
        };
        (table, row) = if inside {
            (table, row + 1)
        } else {
            (table + 1, 0)
        };
        inside = true;
        for (cell, content) in cells.split('|').enumerate() {
            for paragraph in content.split('/') {
                texts.push(paragraph.to_owned());
                places.push(vec![Cell {
                    table,
                    row,
                    cell,
                    column: cell,
                }]);
            }
        }
    }
    let mut story = plain_story(&texts);
    for (paragraph, cells) in story.paragraphs.iter_mut().zip(places) {
        paragraph.cells = cells;
    }
    story
}

/// Composes silent returns over a base.
pub(crate) fn composed(base: &[&str], returns: &[(&str, &[&str])]) -> Composition {
    let returns: Vec<Source> = returns
        .iter()
        .map(|(name, texts)| silent(name, texts))
        .collect();
    compose(&silent("", base), &returns)
}

/// One line an amendment: paragraph, offsets, kind, words, supporters.
pub(crate) fn lines(model: &Model) -> Vec<String> {
    model.amendments.iter().map(line).collect()
}

pub(crate) fn line(amendment: &Amendment) -> String {
    format!(
        "{}:{}-{} {:?} '{}' > '{}' {}",
        amendment.paragraph,
        amendment.start,
        amendment.end,
        amendment.kind,
        amendment.before,
        amendment.after,
        amendment.supporters.join("+")
    )
}
