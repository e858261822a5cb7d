//! What is told on the terminal after a compilation: for a secretary who wants to know what came in, on
//! what organisations agree, where they do not, and where the files are.

use std::collections::{BTreeMap, BTreeSet};

use redline::dispositions::{Disposition, Subject, reason_in_words, tracking_in_words};
use redline::model::{Model, Return};

/// The longest line, in characters, but for the folder's path, which stays whole to be copied.
const WIDTH: usize = 98;

/// The most of a column of names or places.
const COLUMN: usize = 30;

/// How many agreements, and how many conflicts, are told before "and N more".
const MOST: usize = 10;

/// How many wishes of one conflict are told.
const WISHES: usize = 5;

/// A file that was written, and what it is for.
pub(super) type Written<'a> = (&'a str, &'a str);

/// The whole summary. `rows` are those of the model; `folder` is where the files are.
pub(super) fn summary(
    model: &Model,
    rows: &[Disposition],
    folder: &str,
    files: &[Written<'_>],
) -> String {
    let mut lines = vec![heading(model)];
    lines.push(String::new());
    lines.extend(returns(model));
    lines.extend(agreements(rows));
    lines.extend(conflicts(rows));
    lines.push(String::new());
    lines.push(format!("Written into {}:", plain(folder)));
    lines.extend(table(
        files
            .iter()
            .map(|(name, what)| vec![(*name).to_owned(), (*what).to_owned()])
            .collect(),
    ));
    lines.join("\n") + "\n"
}

fn heading(model: &Model) -> String {
    format!(
        "{} on a draft of {}: {}, {}, {}.",
        count(model.returns.len(), "return", "returns"),
        count(model.base.paragraphs, "paragraph", "paragraphs"),
        count(model.amendments.len(), "amendment", "amendments"),
        count(model.comments.len(), "comment", "comments"),
        count(model.conflicts.len(), "conflict", "conflicts"),
    )
}

/// A line for each organisation, and one below it for what it sent besides.
fn returns(model: &Model) -> Vec<String> {
    let rows = model.returns.iter().map(|one| {
        vec![
            one.organisation.clone(),
            count(one.amendments, "amendment", "amendments"),
            count(one.comments, "comment", "comments"),
            tracking_in_words(one.tracking)
                .unwrap_or("no edits")
                .to_owned(),
        ]
    });
    let mut lines = Vec::new();
    for (line, one) in table(rows.collect()).into_iter().zip(&model.returns) {
        lines.push(line);
        lines.extend(besides(one).map(|words| cut(&format!("    {words}"), WIDTH)));
    }
    lines
}

/// Warnings and what was set aside, by reason.
fn besides(one: &Return) -> Option<String> {
    let mut told = Vec::new();
    if !one.warnings.is_empty() {
        told.push(count(one.warnings.len(), "warning", "warnings"));
    }
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for aside in &one.set_aside {
        *reasons.entry(&aside.reason).or_default() += 1;
    }
    if !reasons.is_empty() {
        let words: Vec<String> = reasons
            .iter()
            .map(|(reason, number)| format!("{number} {}", plain(&reason_in_words(reason))))
            .collect();
        told.push(format!("set aside: {}", words.join(", ")));
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// Amendments with several supporters, those with most of them first.
fn agreements(rows: &[Disposition]) -> Vec<String> {
    let mut agreed: Vec<&Disposition> = rows
        .iter()
        .filter(|row| matches!(row.subject, Subject::Amendment(_)) && row.organisations.len() > 1)
        .collect();
    agreed.sort_by_key(|row| std::cmp::Reverse(row.organisations.len()));
    let told = agreed.iter().take(MOST);
    let told = told.map(|row| vec![names(&row.organisations), place(row), asked(row)]);
    let told = table(told.collect());
    section("Agreed by more than one", agreed.len(), told)
}

/// Each conflict: where, and below it who wants what.
fn conflicts(rows: &[Disposition]) -> Vec<String> {
    let numbered: BTreeMap<usize, &Disposition> =
        rows.iter().map(|row| (row.number, row)).collect();
    let mut seen = BTreeSet::new();
    let mut found: Vec<Vec<&Disposition>> = Vec::new();
    for row in rows.iter().filter(|row| !row.conflicts_with.is_empty()) {
        if !seen.insert(row.number) {
            continue;
        }
        let members: BTreeSet<usize> = row
            .conflicts_with
            .iter()
            .copied()
            .chain([row.number])
            .collect();
        seen.extend(&members);
        found.push(
            members
                .iter()
                .filter_map(|number| numbered.get(number).copied())
                .collect(),
        );
    }
    let told = found.iter().take(MOST).flat_map(|members| {
        let mut places: Vec<String> = members.iter().map(|row| place(row)).collect();
        places.dedup();
        let place = cut(&format!("  {}", plain(&places.join(", "))), WIDTH);
        let wishes = members.iter().take(WISHES);
        let wishes = table(
            wishes
                .map(|row| vec![names(&row.organisations), asked(row)])
                .collect(),
        );
        let wishes = wishes
            .into_iter()
            .map(|line| cut(&format!("  {line}"), WIDTH));
        let rest = more(members.len(), WISHES).map(|line| format!("  {line}"));
        std::iter::once(place)
            .chain(wishes)
            .chain(rest)
            .collect::<Vec<_>>()
    });
    let told = told.collect();
    section("In conflict", found.len(), told)
}

/// Lines under a heading, with how many more there are; nothing where there are none.
fn section(title: &str, number: usize, told: Vec<String>) -> Vec<String> {
    if number == 0 {
        return Vec::new();
    }
    let mut lines = vec![String::new(), format!("{title} ({number}):")];
    lines.extend(told);
    lines.extend(more(number, MOST));
    lines
}

fn more(number: usize, told: usize) -> Option<String> {
    (number > told).then(|| format!("  and {} more", number - told))
}

/// A row's place with the word for it, which its column has in the heading.
fn place(row: &Disposition) -> String {
    let numbered = |place: &str| place.starts_with(|c: char| c.is_ascii_digit());
    match row.place.strip_prefix("after ") {
        Some(behind) if numbered(behind) => format!("after paragraph {behind}"),
        None if numbered(&row.place) => format!("paragraph {}", row.place),
        _ => row.place.clone(),
    }
}

/// What a row asks for, without the other spellings of it.
fn asked(row: &Disposition) -> String {
    row.proposed.lines().next().unwrap_or_default().to_owned()
}

/// "A", "A and B", "A, B and C", and with more of them "A, B and 5 more".
fn names(names: &[String]) -> String {
    match names {
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, rest @ ..] => format!("{one}, {two} and {} more", rest.len()),
        [] => String::new(),
    }
}

/// Rows as lines: columns one under the other, each but the last no wider than it may be.
fn table(rows: Vec<Vec<String>>) -> Vec<String> {
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let last = row.len().saturating_sub(1);
            let cells = row.iter().enumerate();
            let fitting = cells.map(|(at, cell)| {
                let most = if at == last { WIDTH } else { COLUMN };
                cut(&plain(cell), most)
            });
            fitting.collect()
        })
        .collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|at| {
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            let cells: Vec<String> = cells
                .map(|(cell, &width)| format!("{cell:width$}"))
                .collect();
            cut(format!("  {}", cells.join("  ")).trim_end(), WIDTH)
        })
        .collect()
}

/// Words of others as they may go to a terminal: on one line, without what would steer it or turn the
/// direction of writing.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() && !c.is_whitespace() => '\u{fffd}',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect()
}

/// The beginning of a text, with "…" where something is missing.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
