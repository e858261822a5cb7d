//! A draft written on a page: plain words with a few signs, as in Markdown, become a Word file, and the words
//! of a Word file become such a draft.
//!
//! Each line is a paragraph. `#`, `##`, `###` before it make a heading, `1.` a numbered paragraph (numbered
//! through the text, whatever the number), `-` a point; lines that begin with `|` are rows of a table.
//! `**bold**`, `*italic*`; `[^1]` is a footnote, whose words stand on a line of their own: `[^1]: …`.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use redline::ReadParagraph;
use redline::draft::{DraftParagraph, DraftRow, DraftRun, DraftStyle, word_file};

/// Most characters of a draft that is written on a page.
pub const MOST_WRITTEN: usize = 200_000;

/// A written draft as a Word file, its title above it; `None`: there is nothing in it but white space.
#[must_use]
pub fn drafted(title: &str, written: &str) -> Option<Vec<u8>> {
    let mut all = vec![DraftParagraph::plain(DraftStyle::Title, title)];
    all.extend(paragraphs(written));
    (all.len() > 1).then(|| word_file(Some(title), &all))
}

/// What was written, paragraph by paragraph.
fn paragraphs(written: &str) -> Vec<DraftParagraph> {
    let source = apart(written);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut drafting = Drafting::default();
    // Notes first: a reference may stand before the words that it refers to.
    for event in Parser::new_ext(&source, options) {
        drafting.note(event);
    }
    for event in Parser::new_ext(&source, options) {
        drafting.take(event);
    }
    drafting.end_paragraph();
    drafting.all
}

/// Each line as a paragraph of its own; rows of a table stay together. What indents a line is no sign.
fn apart(written: &str) -> String {
    let mut source = String::with_capacity(written.len() * 2);
    let mut in_table = false;
    for line in written.lines() {
        let line = line.trim();
        let row = line.starts_with('|');
        source.push_str(if row && in_table { "\n" } else { "\n\n" });
        source.push_str(line);
        in_table = row;
    }
    source
}

#[derive(Default)]
struct Drafting {
    all: Vec<DraftParagraph>,
    /// Words of the notes by their signs, and the note that is being read.
    notes: BTreeMap<String, String>,
    note: Option<String>,
    /// Characters of all notes so far, each time that they are referred to.
    noted: usize,
    /// The paragraph that is being read.
    style: Option<DraftStyle>,
    runs: Vec<DraftRun>,
    bold: u32,
    italic: u32,
    /// Of each list that is open, whether it is numbered, and whether an item of it has begun.
    lists: Vec<(bool, bool)>,
    rows: Vec<DraftRow>,
}

impl Drafting {
    /// Reads the words of the notes alone.
    fn note(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::FootnoteDefinition(sign)) => {
                self.notes.insert(sign.to_string(), String::new());
                self.note = Some(sign.to_string());
            }
            Event::End(TagEnd::FootnoteDefinition) => self.note = None,
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                let sign = self.note.as_ref();
                if let Some(words) = sign.and_then(|sign| self.notes.get_mut(sign)) {
                    words.push_str(&text);
                }
            }
            _ => {}
        }
    }

    fn take(&mut self, event: Event<'_>) {
        if let Event::Start(Tag::FootnoteDefinition(sign)) = &event {
            self.note = Some(sign.to_string());
        }
        if self.note.is_some() {
            if event == Event::End(TagEnd::FootnoteDefinition) {
                self.note = None;
            }
            return;
        }
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.words(&text);
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.words("\n"),
            Event::FootnoteReference(sign) => self.refer(&sign),
            // A line of dashes, ticks and formulas are no words.
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.begin_paragraph(DraftStyle::Heading(match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => 3,
                }));
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => {
                let style = self.style_here();
                self.begin_paragraph(style);
            }
            Tag::List(first) => self.lists.push((first.is_some(), false)),
            Tag::Item => {
                if let Some((_, begun)) = self.lists.last_mut() {
                    *begun = false;
                }
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Table(_) => {
                self.end_paragraph();
                self.rows.clear();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(DraftRow::default()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_)
            | TagEnd::Paragraph
            | TagEnd::CodeBlock
            | TagEnd::HtmlBlock
            | TagEnd::Item => self.end_paragraph(),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::TableCell => {
                let runs = std::mem::take(&mut self.runs);
                if let Some(row) = self.rows.last_mut() {
                    row.cells.push(runs);
                }
            }
            TagEnd::Table => self.all.push(DraftParagraph {
                style: DraftStyle::Table(std::mem::take(&mut self.rows)),
                runs: Vec::new(),
                mark: None,
            }),
            _ => {}
        }
    }

    /// The style of a paragraph that begins here: the first one of an item bears its number or point.
    fn style_here(&mut self) -> DraftStyle {
        match self.lists.last_mut() {
            Some((numbered, begun @ false)) => {
                *begun = true;
                if *numbered {
                    DraftStyle::Numbered
                } else {
                    DraftStyle::Bullet
                }
            }
            _ => DraftStyle::Body,
        }
    }

    fn begin_paragraph(&mut self, style: DraftStyle) {
        self.end_paragraph();
        self.style = Some(style);
    }

    fn end_paragraph(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        // The block of lines that another reader would show as code ends with a line break.
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        let style = self.style.take().unwrap_or(DraftStyle::Body);
        let blank = runs
            .iter()
            .all(|run| run.text.trim().is_empty() && run.note.is_none());
        if !blank {
            self.all.push(DraftParagraph {
                style,
                runs,
                mark: None,
            });
        }
    }

    fn words(&mut self, text: &str) {
        if self.style.is_none() && self.rows.is_empty() {
            // Words of an item that stands close to the next one come without a paragraph round them.
            self.style = Some(self.style_here());
        }
        let (bold, italic) = (self.bold > 0, self.italic > 0);
        match self.runs.last_mut() {
            Some(run) if (run.bold, run.italic) == (bold, italic) && run.note.is_none() => {
                run.text.push_str(text);
            }
            _ => self.runs.push(DraftRun {
                bold,
                italic,
                ..DraftRun::plain(text)
            }),
        }
    }

    fn refer(&mut self, sign: &str) {
        let words = self.notes.get(sign).map(|words| words.trim());
        // One long note that is referred to very often must not grow without bound.
        let left = MOST_WRITTEN.saturating_sub(self.noted);
        let fits = |words: &&str| !words.is_empty() && words.chars().count() <= left;
        let Some(words) = words.filter(fits) else {
            // Nothing to refer to: the sign stands as it was written.
            return self.words(&format!("[^{sign}]"));
        };
        self.noted += words.chars().count();
        let note = Some(words.to_owned());
        match self.runs.last_mut() {
            Some(run) if run.note.is_none() => run.note = note,
            _ => self.runs.push(DraftRun {
                note,
                ..DraftRun::default()
            }),
        }
    }
}

/// The words of a Word file as somebody would write them here: headings, numbers and points; a table's
/// paragraphs in its rows. Title, notes, pictures and layout stay behind.
#[must_use]
pub fn as_written(paragraphs: &[ReadParagraph]) -> String {
    let mut out = String::new();
    let mut rows = paragraphs.iter().peekable();
    while let Some(first) = rows.next() {
        let Some(cell) = first.cells.first() else {
            out.push_str(&line(first));
            continue;
        };
        // One row, whatever stands in its cells.
        let mut cells: Vec<(usize, String)> = vec![(cell.cell, escaped(&first.text))];
        while let Some(next) = rows.next_if(|next| {
            let here = next.cells.first();
            here.is_some_and(|here| (here.table, here.row) == (cell.table, cell.row))
        }) {
            let (at, text) = (next.cells[0].cell, escaped(&next.text));
            match cells.last_mut() {
                Some((last, words)) if *last == at => {
                    words.push(' ');
                    words.push_str(&text);
                }
                _ => cells.push((at, text)),
            }
        }
        let texts: Vec<&str> = cells.iter().map(|(_, text)| text.as_str()).collect();
        out.push_str(&format!("| {} |\n", texts.join(" | ")));
        if cell.row == 0 {
            out.push_str(&format!("|{}\n", " --- |".repeat(texts.len())));
        }
    }
    out
}

fn line(paragraph: &ReadParagraph) -> String {
    let text = escaped(&paragraph.text);
    let title = paragraph.style.as_deref() == Some("Title");
    if text.is_empty() || title {
        return String::new();
    }
    let label = paragraph.label.as_deref().unwrap_or_default();
    let number: String = label.chars().filter(char::is_ascii_digit).take(9).collect();
    let sign = match paragraph.heading {
        Some(level) => format!("{} ", "#".repeat(usize::from(level.clamp(1, 3)))),
        None if !number.is_empty() => format!("{number}. "),
        None if !label.is_empty() => "- ".to_owned(),
        None => String::new(),
    };
    format!("{sign}{text}\n")
}

/// Words in which no sign is left that would mean something here.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut beginning = true;
    for c in text.trim().chars() {
        match c {
            '\u{fffc}' => continue,
            '\n' | '\t' => out.push(' '),
            _ if c.is_ascii_punctuation() && means_something(c, beginning) => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
        // "12." at the beginning would be a number, and so would "12)".
        beginning &= c.is_ascii_digit();
    }
    out
}

fn means_something(c: char, beginning: bool) -> bool {
    matches!(
        c,
        '\\' | '*' | '_' | '[' | ']' | '<' | '`' | '|' | '&' | '~'
    ) || (beginning && matches!(c, '#' | '-' | '+' | '>' | '.' | ')' | '='))
}

#[cfg(test)]
mod tests;
