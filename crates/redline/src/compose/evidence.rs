//! Whether an edit was recorded as it was made, and whom the file names for it.
//!
//! What differs between the base and a return's reject view was typed with tracking off.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compose::compare::{Change, Comparison, Origin};
use crate::model::{Kind, Tracking};
use crate::story::{Paragraph, Story};

/// What a file says about one change.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) tracking: Tracking,
    /// Sorted, unique, without empty names.
    pub(crate) authors: Vec<String>,
    /// The latest date of the revisions behind the change.
    pub(crate) date: Option<String>,
}

/// The two views of a return and how its reject view differs from the base.
pub(crate) struct Witness<'w> {
    pub(crate) accept: &'w Story,
    pub(crate) reject: &'w Story,
    pub(crate) untracked: &'w Comparison,
    by_paragraph: BTreeMap<usize, Vec<&'w Change>>,
}

impl<'w> Witness<'w> {
    pub(crate) fn new(accept: &'w Story, reject: &'w Story, untracked: &'w Comparison) -> Self {
        let mut by_paragraph: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
        for change in &untracked.changes {
            by_paragraph
                .entry(change.paragraph)
                .or_default()
                .push(change);
        }
        Self {
            accept,
            reject,
            untracked,
            by_paragraph,
        }
    }

    pub(crate) fn of(&self, change: &Change) -> Evidence {
        let tracking = self.tracking(change);
        let mut found: BTreeSet<(&str, Option<&str>)> = BTreeSet::new();
        if tracking != Tracking::Untracked {
            self.revisions_of_insertion(change, &mut found);
            self.revisions_of_deletion(change, &mut found);
        }
        let authors: BTreeSet<&str> = found.iter().map(|revision| revision.0).collect();
        Evidence {
            tracking,
            authors: authors
                .into_iter()
                .filter(|name| !name.trim().is_empty())
                .map(str::to_owned)
                .collect(),
            date: found
                .iter()
                .filter_map(|revision| revision.1)
                .max()
                .map(str::to_owned),
        }
    }

    fn tracking(&self, change: &Change) -> Tracking {
        let near = self
            .by_paragraph
            .get(&change.paragraph)
            .map_or(&[][..], Vec::as_slice);
        if near.iter().any(|silent| is_same(silent, change)) {
            return Tracking::Untracked;
        }
        if near.iter().any(|silent| touches(silent, change)) {
            return Tracking::Mixed;
        }
        Tracking::Tracked
    }

    fn revisions_of_insertion<'s>(
        &'s self,
        change: &Change,
        found: &mut BTreeSet<(&'s str, Option<&'s str>)>,
    ) {
        match &change.origin {
            Origin::Text(paragraph, range) => {
                collect(self.accept, *paragraph, range, found);
            }
            Origin::Paragraphs(paragraphs) => {
                for paragraph in paragraphs.clone() {
                    collect_whole(self.accept, paragraph, found);
                }
            }
            Origin::Gone(_) => {}
        }
    }

    fn revisions_of_deletion<'s>(
        &'s self,
        change: &Change,
        found: &mut BTreeSet<(&'s str, Option<&'s str>)>,
    ) {
        let whole = match &change.origin {
            Origin::Gone(paragraphs) => paragraphs.clone(),
            Origin::Text(..) if !change.span.is_empty() => {
                let index = change.paragraph - 1;
                if let Some(there) = self.untracked.pairs.get(index).copied().flatten() {
                    let start = place(self.untracked, index, change.span.start, false);
                    let end = place(self.untracked, index, change.span.end, true);
                    collect(self.reject, there, &(start..end.max(start)), found);
                }
                return;
            }
            _ => return,
        };
        for index in whole {
            if let Some(there) = self.untracked.pairs.get(index).copied().flatten() {
                collect_whole(self.reject, there, found);
            }
        }
    }
}

/// Where an offset of a base paragraph lies in its paragraph of the version.
pub(crate) fn place(comparison: &Comparison, paragraph: usize, offset: usize, end: bool) -> usize {
    let mut shift = (0, 0);
    for change in comparison
        .texts
        .get(&paragraph)
        .map_or(&[][..], Vec::as_slice)
    {
        if offset < change.base.start || (offset == change.base.start && !end) {
            break;
        }
        if offset < change.base.end {
            return if end {
                change.version.end
            } else {
                change.version.start
            };
        }
        shift = (change.base.end, change.version.end);
    }
    offset - shift.0 + shift.1
}

/// Where an offset of a version's paragraph lies in the base paragraph.
pub(crate) fn origin(comparison: &Comparison, paragraph: usize, offset: usize, end: bool) -> usize {
    let mut shift = (0, 0);
    for change in comparison
        .texts
        .get(&paragraph)
        .map_or(&[][..], Vec::as_slice)
    {
        if offset < change.version.start || (offset == change.version.start && !end) {
            break;
        }
        if offset < change.version.end {
            return if end {
                change.base.end
            } else {
                change.base.start
            };
        }
        shift = (change.version.end, change.base.end);
    }
    offset - shift.0 + shift.1
}

fn is_same(silent: &Change, change: &Change) -> bool {
    silent.kind == change.kind
        && silent.span == change.span
        && silent.slot == change.slot
        && silent.after == change.after
}

/// Whether a silent change and an effective one meet in one paragraph.
fn touches(silent: &Change, change: &Change) -> bool {
    let block = |kind| {
        matches!(
            kind,
            Kind::ParagraphInsert | Kind::RowInsert | Kind::ParagraphDelete | Kind::RowDelete
        )
    };
    if matches!(silent.kind, Kind::ParagraphInsert | Kind::RowInsert) {
        return silent.kind == change.kind && silent.slot == change.slot;
    }
    if matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert) {
        return false;
    }
    if block(silent.kind) || block(change.kind) {
        return true;
    }
    let (one, other) = (&silent.span, &change.span);
    if one.is_empty() || other.is_empty() {
        return one.start <= other.end && other.start <= one.end;
    }
    one.start < other.end && other.start < one.end
}

/// The revisions behind a stretch of a paragraph; where it slid off them, those beside it.
fn collect<'s>(
    story: &'s Story,
    paragraph: usize,
    range: &Range<usize>,
    found: &mut BTreeSet<(&'s str, Option<&'s str>)>,
) {
    let Some(paragraph) = story.paragraphs.get(paragraph) else {
        return;
    };
    if range.is_empty() {
        return;
    }
    let within = pieces(story, paragraph, |start, end| {
        start < range.end && range.start < end
    });
    let beside = pieces(story, paragraph, |start, end| {
        start <= range.end && range.start <= end
    });
    found.extend(if within.is_empty() { beside } else { within });
}

fn pieces<'s>(
    story: &'s Story,
    paragraph: &Paragraph,
    meets: impl Fn(usize, usize) -> bool,
) -> Vec<(&'s str, Option<&'s str>)> {
    paragraph
        .pieces
        .iter()
        .filter(|piece| meets(piece.start, piece.end))
        .filter_map(|piece| revision(story, piece.revision))
        .collect()
}

fn collect_whole<'s>(
    story: &'s Story,
    paragraph: usize,
    found: &mut BTreeSet<(&'s str, Option<&'s str>)>,
) {
    if let Some(paragraph) = story.paragraphs.get(paragraph) {
        found.extend(pieces(story, paragraph, |_, _| true));
        found.extend(revision(story, paragraph.mark));
    }
}

fn revision(story: &Story, index: Option<usize>) -> Option<(&str, Option<&str>)> {
    let revision = story.revisions.get(index?)?;
    Some((revision.author.as_str(), revision.date.as_deref()))
}
