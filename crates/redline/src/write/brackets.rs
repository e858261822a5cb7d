//! The bracketed layout: the text as drafters of the United Nations write it, in plain words: what the
//! base says in square brackets, and behind it each other wording with the names of those who ask for it:
//! `[protect] [IOM, UNICEF: protect and assist]`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::layout::words::{asks, settings, short_list};
use crate::edit::{Edit, Whole};
use crate::model::{Amendment, Kind, Model};
use crate::read::Document;
use crate::story::{Story, View};

/// The edits, by part, that write a model's amendments into its base in brackets.
pub(super) fn edits(base: &Document, model: &Model) -> BTreeMap<String, Vec<Edit>> {
    let mut parts: BTreeMap<&str, BTreeMap<usize, Vec<&Amendment>>> = BTreeMap::new();
    for amendment in &model.amendments {
        let paragraphs = parts.entry(&amendment.part).or_default();
        paragraphs
            .entry(amendment.paragraph)
            .or_default()
            .push(amendment);
    }
    let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for part in base.parts() {
        let Some(paragraphs) = parts.remove(part.name.as_str()) else {
            continue;
        };
        let story = base.story_of(&part, View::Accept);
        let all = edits.entry(part.name.clone()).or_default();
        for (number, amendments) in paragraphs {
            Writing {
                part: &part.name,
                number,
                text: text_of(&story, number),
            }
            .paragraph(&amendments, all);
        }
    }
    edits
}

fn text_of(story: &Story, number: usize) -> &str {
    let index = number.checked_sub(1);
    let paragraph = index.and_then(|index| story.paragraphs.get(index));
    paragraph.map_or("", |paragraph| &paragraph.text)
}

/// One paragraph of the base while its brackets are set.
struct Writing<'b> {
    part: &'b str,
    number: usize,
    text: &'b str,
}

impl Writing<'_> {
    fn paragraph(&self, amendments: &[&Amendment], edits: &mut Vec<Edit>) {
        let shown = amendments.iter().copied().filter(|each| !is_seam(each));
        let (blocks, inside): (Vec<&Amendment>, Vec<&Amendment>) =
            shown.partition(|each| is_block(each));
        let whole: Vec<&Amendment> = blocks
            .iter()
            .copied()
            .filter(|each| !brings_block(each))
            .collect();
        if !whole.is_empty() {
            edits.push(self.at(0, "["));
        }
        for cluster in clusters(&inside) {
            self.words(&cluster, edits);
        }
        if !whole.is_empty() {
            let asked = whole.iter().map(|each| note(each, &of_whole(each)));
            let behind = asked.collect::<Vec<_>>().join(" ");
            edits.push(self.at(self.text.chars().count(), &format!("] {behind}")));
        }
        for each in blocks.into_iter().filter(|each| brings_block(each)) {
            edits.push(block(each));
        }
    }

    fn at(&self, offset: usize, words: &str) -> Edit {
        Edit {
            part: self.part.to_owned(),
            paragraph: self.number,
            start: offset,
            end: offset,
            after: words.to_owned(),
            ..Edit::default()
        }
    }

    /// Amendments that lie over each other, as alternatives for the words that they are about.
    fn words(&self, cluster: &[&Amendment], edits: &mut Vec<Edit>) {
        let range = hull(cluster);
        let gap = |text: &str| if text.ends_with(' ') { "" } else { " " };
        if range.is_empty() {
            // Words that nobody has yet keep the space that they bring before the bracket.
            for each in cluster {
                let after = in_place(each, &range, self.text);
                let start = &after[..after.len() - after.trim_start().len()];
                let end = &after[after.trim_end().len()..];
                let words = match each.kind {
                    Kind::Insert | Kind::Typographic | Kind::Other
                        if each.properties.is_empty() && each.brings.is_empty() =>
                    {
                        after.trim().to_owned()
                    }
                    Kind::Format => settings(each),
                    _ => asks(each),
                };
                // Behind the place of a new paragraph the words go on at once.
                let end = if each.kind == Kind::Split { " " } else { end };
                let bracket = format!("{start}{}{end}", note(each, &words));
                edits.push(self.at(range.start, &bracket));
            }
            return;
        }
        let own = slice(self.text, &range);
        let mut behind = String::from("]");
        for each in cluster {
            behind.push_str(gap(&behind));
            behind.push_str(&note(each, &wording(each, &range, self.text)));
        }
        let head = range.start + own.chars().take_while(|c| c.is_whitespace()).count();
        let tail = range.end - own.chars().rev().take_while(|c| c.is_whitespace()).count();
        let (head, tail) = if head < tail {
            (head, tail)
        } else {
            (range.start, range.end)
        };
        edits.push(self.at(head, "["));
        edits.push(self.at(tail, &behind));
    }
}

/// What is asked of a paragraph or row that stands in brackets before it, without its words once more.
fn of_whole(amendment: &Amendment) -> String {
    match amendment.kind {
        Kind::ParagraphDelete => "delete".to_owned(),
        Kind::RowDelete => "delete the row".to_owned(),
        _ => asks(amendment),
    }
}

/// What an amendment makes of a stretch, in words.
fn wording(amendment: &Amendment, range: &Range<usize>, text: &str) -> String {
    let plain = matches!(
        amendment.kind,
        Kind::Insert | Kind::Delete | Kind::Replace | Kind::Typographic | Kind::Other
    ) && amendment.properties.is_empty()
        && amendment.brings.is_empty();
    if amendment.kind == Kind::Format {
        return settings(amendment);
    }
    if !plain {
        return asks(amendment);
    }
    let words = in_place(amendment, range, text);
    match words.trim() {
        "" => "delete".to_owned(),
        words => words.to_owned(),
    }
}

/// A stretch of the base with one amendment made in it.
fn in_place(amendment: &Amendment, range: &Range<usize>, text: &str) -> String {
    let before = slice(text, &(range.start..amendment.start));
    let after = slice(text, &(amendment.end..range.end));
    format!("{before}{}{after}", amendment.after)
}

fn slice(text: &str, range: &Range<usize>) -> String {
    text.chars().skip(range.start).take(range.len()).collect()
}

/// `[IOM, UNICEF: words]`.
fn note(amendment: &Amendment, words: &str) -> String {
    format!("[{}: {words}]", short_list(&amendment.supporters))
}

/// New paragraphs and rows, each in brackets.
fn block(amendment: &Amendment) -> Edit {
    let words = match amendment.kind {
        Kind::RowInsert => {
            let cells: Vec<String> = amendment.after.split('\t').map(str::to_owned).collect();
            let (first, rest) = cells
                .split_first()
                .map_or(("", &[][..]), |(f, r)| (f.as_str(), r));
            let mut all = vec![note(amendment, first)];
            all.extend(rest.iter().map(|cell| format!("[{cell}]")));
            all.join("\t")
        }
        _ => {
            let lines: Vec<&str> = amendment.after.trim_matches('\n').split('\n').collect();
            let all = lines.iter().map(|line| note(amendment, line));
            all.collect::<Vec<_>>().join("\n")
        }
    };
    let mut edit = Edit::of(amendment, &words, "", None);
    if amendment.kind == Kind::Other {
        let lines = words.split('\n').map(str::to_owned).collect();
        edit.whole = Some(Whole::InsertParagraphsAfter(lines));
    }
    edit
}

/// A space that goes where a paragraph is split, or comes where two are joined, is no wording.
fn is_seam(amendment: &Amendment) -> bool {
    amendment.group.is_some()
        && matches!(amendment.kind, Kind::Insert | Kind::Delete | Kind::Replace)
        && amendment.before.trim().is_empty()
        && amendment.after.trim().is_empty()
}

/// Whether an amendment is about whole paragraphs or rows.
fn is_block(amendment: &Amendment) -> bool {
    brings_block(amendment)
        || matches!(amendment.kind, Kind::ParagraphDelete | Kind::RowDelete)
        || (amendment.kind == Kind::Move && amendment.halves().is_none())
}

fn brings_block(amendment: &Amendment) -> bool {
    match amendment.kind {
        Kind::ParagraphInsert | Kind::RowInsert => true,
        Kind::Other => amendment.after.starts_with('\n') && amendment.properties.is_empty(),
        _ => false,
    }
}

/// Amendments inside one paragraph, sorted by where they begin, in groups that lie over each other.
fn clusters<'m>(inside: &[&'m Amendment]) -> Vec<Vec<&'m Amendment>> {
    let mut clusters: Vec<Vec<&Amendment>> = Vec::new();
    let mut reach = 0;
    for &each in inside {
        let joins = clusters.last().is_some_and(|last| {
            let same = last[0].start == last[0].end && each.start == each.end;
            match same {
                true => last[0].start == each.start,
                false => each.start < reach,
            }
        });
        match clusters.last_mut().filter(|_| joins) {
            Some(last) => last.push(each),
            None => clusters.push(vec![each]),
        }
        reach = match joins {
            true => reach.max(each.end),
            false => each.end,
        };
    }
    clusters
}

fn hull(cluster: &[&Amendment]) -> Range<usize> {
    let start = cluster.iter().map(|each| each.start).min().unwrap_or(0);
    let end = cluster.iter().map(|each| each.end).max().unwrap_or(start);
    start..end
}
