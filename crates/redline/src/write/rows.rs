//! Table rows that come or go.

use super::apply::Applying;
use super::blocks::{Properties, last_run_properties, paragraph_properties, rest_of_paragraph};
use super::inline::plain_children;
use super::marks::{Mark, Sign};
use super::place::{Place, place_of};
use crate::model::Standing;
use crate::xml::{NodeId, Tag, Tree};

/// Marks the row as deleted whose first paragraph (index) is named; gives the paragraphs in it. Of
/// nested rows that begin there the one with that many paragraphs is meant, else the innermost.
pub(super) fn delete(
    applying: &mut Applying,
    index: usize,
    paragraphs: usize,
    sign: &Sign,
) -> Vec<usize> {
    let Some(first) = applying.story.paragraphs.get(index) else {
        return Vec::new();
    };
    let held = |row: NodeId| -> Vec<usize> {
        (index..applying.story.paragraphs.len())
            .take_while(|i| {
                let node = applying.story.paragraphs[*i].node;
                applying.tree.ancestors(node).any(|a| a == row)
            })
            .collect()
    };
    let rows: Vec<NodeId> = applying
        .tree
        .ancestors(first.node)
        .filter(|a| applying.tree.tag(*a) == Tag::Tr)
        .collect();
    let meant = rows
        .iter()
        .find(|row| held(**row).len() == paragraphs)
        .or(rows.first());
    let Some(row) = meant.copied() else {
        return Vec::new();
    };
    let inside = held(row);
    let sign = applying.sign(sign);
    let tree = &mut applying.tree;
    let declaration = tree.word_declaration(row);
    let properties = tree.child(row, Tag::TrPr).unwrap_or_else(|| {
        let new = tree.build(Tag::TrPr, format!("<w:trPr{declaration}>"), "</w:trPr>");
        match tree.child(row, Tag::TblPrEx) {
            Some(exceptions) => tree.put_after(new, exceptions),
            None => tree.prepend(new, row),
        }
        new
    });
    let mark = tree.raw(Tag::Del, format!("<w:del{declaration} {sign}/>"));
    tree.append(mark, properties);
    inside
}

/// Puts a new row in.
pub(super) fn insert(applying: &mut Applying, mark: &Mark, cells: &[String]) {
    let standing = mark.edit.standing;
    let table = mark.edit.group.as_deref().unwrap_or_default();
    let cells: Vec<Vec<String>> = cells
        .iter()
        .map(|cell| cell.split('\n').map(str::to_owned).collect())
        .collect();
    let cells = cells.as_slice();
    if standing.is_some_and(|s| s.new_table) {
        return insert_in_new_table(applying, mark, cells, standing, table);
    }
    let Some(place) = row_place(applying, mark.edit.paragraph, standing) else {
        return insert_in_new_table(applying, mark, cells, standing, table);
    };
    let like = template(&applying.tree, place.anchor, cells.len());
    let declaration = applying.tree.word_declaration(place.anchor);
    let sign = applying.sign(&mark.sign());
    let mut out = format!(
        "<w:tr{declaration}>{}",
        row_head(&applying.tree, like, &sign)
    );
    let shells: Vec<NodeId> = cells_of(&applying.tree, like);
    let note = mark.note.map(|n| applying.note_id(n));
    for (rank, shell) in shells.iter().enumerate() {
        // Cells beyond those of the row go into its last one, so that no words are lost.
        let mut lines: Vec<&str> = cells
            .get(rank)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        if rank + 1 == shells.len() {
            lines.extend(cells.iter().skip(rank + 1).flatten().map(String::as_str));
        }
        let tree = &applying.tree;
        let properties = tree
            .child(*shell, Tag::TcPr)
            .map(|p| cell_properties(tree, p));
        let inner = tree.descendants(*shell).find(|n| tree.tag(*n) == Tag::P);
        let (own, run) = match inner {
            Some(p) => (paragraph_properties(tree, p), last_run_properties(tree, p)),
            None => Default::default(),
        };
        out.push_str("<w:tc>");
        out.push_str(&properties.unwrap_or_default());
        let note = note.filter(|_| rank == 0);
        out.push_str(&cell_content(applying, mark, &lines, &own, &run, note));
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
    let row = applying.tree.raw(Tag::Tr, out);
    place.put(applying, row);
}

fn cell_content(
    applying: &mut Applying,
    mark: &Mark,
    lines: &[&str],
    own: &Properties,
    run: &str,
    note: Option<u32>,
) -> String {
    let lines = if lines.is_empty() { &[""][..] } else { lines };
    let mut out = String::new();
    for (rank, line) in lines.iter().enumerate() {
        let sign = applying.sign(&mark.sign());
        // The end of a cell's last paragraph is the cell's own.
        let end = if rank + 1 < lines.len() {
            format!("<w:ins {}/>", applying.sign(&mark.sign()))
        } else {
            String::new()
        };
        out.push_str("<w:p>");
        let note = note.filter(|_| rank == 0);
        rest_of_paragraph(&mut out, (line, &[]), own, &end, run, &sign, note);
    }
    out
}

/// The place behind the row that holds a paragraph, or before the one that holds the next.
fn row_place(applying: &Applying, paragraph: usize, standing: Option<Standing>) -> Option<Place> {
    let paragraphs = &applying.story.paragraphs;
    let own = paragraph
        .checked_sub(1)
        .and_then(|index| paragraphs.get(index));
    let own_in_table = own.filter(|p| !p.cells.is_empty());
    let next = paragraphs.get(paragraph).filter(|p| !p.cells.is_empty());
    let before = standing.map_or(own_in_table.is_none(), |s| s.before_next);
    let held = if before { next } else { own_in_table }?;
    let depth = standing
        .map_or(held.cells.len() - 1, |s| s.depth)
        .min(held.cells.len() - 1);
    let anchor = applying
        .tree
        .ancestors(held.node)
        .filter(|a| applying.tree.tag(*a) == Tag::Tr)
        .nth(held.cells.len() - 1 - depth)?;
    // Rows have places of their own beside those of paragraphs.
    Some(Place {
        anchor,
        before,
        depth,
        key: (paragraph, 1_000 + depth, before),
    })
}

/// The row that a new one is modelled on: the one beside it, or the nearest in its table with as many
/// cells.
fn template(tree: &Tree, beside: NodeId, cells: usize) -> NodeId {
    let fits = |row: &NodeId| tree.tag(*row) == Tag::Tr && cells_of(tree, *row).len() == cells;
    let backward = std::iter::successors(Some(beside), |n| tree.prev(*n)).find(|n| fits(n));
    let forward = std::iter::successors(tree.next(beside), |n| tree.next(*n)).find(|n| fits(n));
    backward.or(forward).unwrap_or(beside)
}

fn cells_of(tree: &Tree, row: NodeId) -> Vec<NodeId> {
    tree.descendants(row)
        .filter(|n| tree.tag(*n) == Tag::Tc)
        .filter(|n| tree.ancestors(*n).find(|a| tree.tag(*a) == Tag::Tr) == Some(row))
        .collect()
}

/// What stands before a row's cells, with a mark of insertion. A new row is no heading row.
fn row_head(tree: &Tree, like: NodeId, sign: &str) -> String {
    let exceptions = tree
        .child(like, Tag::TblPrEx)
        .map(|e| tree.write_one(e))
        .unwrap_or_default();
    let inner: String = tree
        .child(like, Tag::TrPr)
        .into_iter()
        .flat_map(|p| tree.children(p))
        .filter(|c| !crate::resolve::is_mark(tree.tag(*c)))
        .filter(|c| matches!(tree.tag(*c), Tag::Text) || tree.local(*c) != "tblHeader")
        .map(|c| tree.write_one(c))
        .collect();
    format!("{exceptions}<w:trPr>{inner}<w:ins {sign}/></w:trPr>")
}

fn cell_properties(tree: &Tree, properties: NodeId) -> String {
    let merged = |c: &NodeId| matches!(tree.tag(*c), Tag::VMerge | Tag::HMerge);
    if tree.children(properties).any(|c| merged(&c)) {
        let inner: String = tree
            .children(properties)
            .filter(|c| !merged(c) && !crate::resolve::is_mark(tree.tag(*c)))
            .map(|c| tree.write_one(c))
            .collect();
        return format!("<w:tcPr>{inner}</w:tcPr>");
    }
    format!("<w:tcPr>{}</w:tcPr>", plain_children(tree, properties))
}

/// A row of a table that the base does not have; rows of one group share it.
fn insert_in_new_table(
    applying: &mut Applying,
    mark: &Mark,
    cells: &[Vec<String>],
    standing: Option<Standing>,
    name: &str,
) {
    let own = Properties::default();
    let sign = applying.sign(&mark.sign());
    let note = mark.note.map(|n| applying.note_id(n));
    let columns = applying.columns.get(name).copied().unwrap_or(0);
    let columns = columns.max(cells.len()).max(1);
    let width = 9000 / columns;
    let mut out = format!("<w:tr><w:trPr><w:ins {sign}/></w:trPr>");
    for (rank, lines) in cells.iter().enumerate() {
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        // The last cell of a short row covers the columns that it lacks.
        let covered = if rank + 1 == cells.len() {
            columns - rank
        } else {
            1
        };
        let span = match covered {
            1 => String::new(),
            more => format!("<w:gridSpan w:val=\"{more}\"/>"),
        };
        out.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{span}</w:tcPr>",
            width * covered
        ));
        out.push_str(&cell_content(
            applying,
            mark,
            &lines,
            &own,
            "",
            note.filter(|_| rank == 0),
        ));
        out.push_str("</w:tc>");
    }
    out.push_str("</w:tr>");
    let key = (mark.edit.paragraph, name.to_owned());
    let table = match applying.tables.get(&key) {
        Some(table) => *table,
        None => {
            let Some(place) = place_of(applying, mark.edit.paragraph, standing) else {
                return;
            };
            let head = table_head(
                &applying.tree.word_declaration(place.anchor),
                columns,
                width,
            );
            let table = applying.tree.build(Tag::Tbl, head, "</w:tbl>");
            place.put(applying, table);
            applying.tables.insert(key, table);
            table
        }
    };
    let row = applying.tree.raw(Tag::Tr, out);
    applying.tree.append(row, table);
}

fn table_head(declaration: &str, columns: usize, width: usize) -> String {
    let border = |side: &str| {
        format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
    };
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"]
        .map(border)
        .concat();
    let grid = format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns);
    format!(
        "<w:tbl{declaration}><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>{borders}\
         </w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
}
