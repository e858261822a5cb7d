//! Whether an edit was recorded as it was made, and whom the file names for it.
//!
//! What differs between the base and a return's reject view was typed with tracking off.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compose::compare::{Change, Comparison, Origin, To};
use crate::compose::part::Part;
use crate::model::{Kind, Tracking};
use crate::story::{Paragraph, Piece, Story};

/// What a file says about one change.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    pub(crate) tracking: Tracking,
    /// Author and date of the revisions behind the change.
    pub(crate) revisions: BTreeSet<(String, Option<String>)>,
}

impl Evidence {
    /// Sorted, unique, without empty names.
    pub(crate) fn authors(&self) -> Vec<String> {
        let names: BTreeSet<&str> = self.revisions.iter().map(|each| each.0.as_str()).collect();
        names
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// The latest date of the revisions behind the change.
    pub(crate) fn date(&self) -> Option<String> {
        let dates = self.revisions.iter().filter_map(|each| each.1.as_ref());
        dates.max().cloned()
    }
}

/// The revisions found so far.
type Found<'s> = BTreeSet<(&'s str, Option<&'s str>)>;

/// The two views of a part of a return, and how its reject view differs from the base.
pub(crate) struct Witness<'w, 'b> {
    base: &'w Part<'b>,
    accept: &'w Story,
    reject: &'w Story,
    /// `None` where nothing was recorded.
    untracked: Option<&'w Comparison>,
    by_paragraph: BTreeMap<usize, Vec<&'w Change>>,
}

impl<'w, 'b> Witness<'w, 'b> {
    pub(crate) fn new(
        base: &'w Part<'b>,
        accept: &'w Story,
        reject: &'w Story,
        untracked: Option<&'w Comparison>,
    ) -> Self {
        let mut by_paragraph: BTreeMap<usize, Vec<&Change>> = BTreeMap::new();
        for change in untracked.into_iter().flat_map(|one| &one.changes) {
            by_paragraph
                .entry(change.paragraph)
                .or_default()
                .push(change);
        }
        Self {
            base,
            accept,
            reject,
            untracked,
            by_paragraph,
        }
    }

    pub(crate) fn of(&self, change: &Change) -> Evidence {
        let tracking = self.tracking(change);
        let mut found = Found::new();
        if tracking != Tracking::Untracked {
            match change.kind {
                _ if change.sets() => self.of_properties(change, &mut found),
                _ => {
                    self.of_what_came(change, &mut found);
                    self.of_what_went(change, &mut found);
                }
            }
        }
        Evidence {
            tracking,
            revisions: found
                .into_iter()
                .map(|(author, date)| (author.to_owned(), date.map(str::to_owned)))
                .collect(),
        }
    }

    fn tracking(&self, change: &Change) -> Tracking {
        if self.untracked.is_none() {
            return Tracking::Untracked;
        }
        let at = |paragraph: usize| {
            let changes = self.by_paragraph.get(&paragraph);
            changes.map_or(&[][..], Vec::as_slice)
        };
        let near = at(change.paragraph);
        if near.iter().any(|silent| is_same(silent, change)) {
            return Tracking::Untracked;
        }
        if near.iter().any(|silent| touches(silent, change)) {
            return Tracking::Mixed;
        }
        // Words may have been taken away on record and put elsewhere without, or the other way round.
        if let Some(To {
            paragraph,
            offset: Some(offset),
        }) = change.to
            && at(paragraph).iter().any(|silent| {
                !silent.sets() && silent.span.start <= offset && offset <= silent.span.end
            })
        {
            return Tracking::Mixed;
        }
        Tracking::Tracked
    }

    fn of_what_came<'s>(&'s self, change: &Change, found: &mut Found<'s>) {
        match &change.origin {
            Origin::Text(paragraph, range) => collect(self.accept, *paragraph, range, found),
            Origin::Paragraphs(paragraphs) => {
                for paragraph in paragraphs.clone() {
                    collect_whole(self.accept, paragraph, found);
                }
            }
            Origin::Moved(_, paragraph) => collect_whole(self.accept, *paragraph, found),
            Origin::End(paragraph) => collect_end(self.accept, *paragraph, found),
            Origin::Gone(_) | Origin::NoEnd(_) => {}
        }
    }

    fn of_what_went<'s>(&'s self, change: &Change, found: &mut Found<'s>) {
        let Some(untracked) = self.untracked else {
            return;
        };
        let there = |index: usize| untracked.ends.get(index).copied().flatten();
        match &change.origin {
            Origin::Gone(paragraphs) if !paragraphs.is_empty() => {
                for there in paragraphs.clone().filter_map(there) {
                    collect_whole(self.reject, there, found);
                }
            }
            Origin::Moved(paragraph, _) => {
                if let Some(there) = there(*paragraph) {
                    collect_whole(self.reject, there, found);
                }
            }
            Origin::NoEnd(paragraph) => {
                if let Some(there) = there(*paragraph) {
                    collect_end(self.reject, there, found);
                }
            }
            Origin::Text(..) | Origin::Gone(_) if !change.span.is_empty() => {
                let index = change.paragraph - 1;
                let place = |offset, end| untracked.place(self.base, index, offset, end);
                if let (Some(start), Some(end)) = (
                    place(change.span.start, false),
                    place(change.span.end, true),
                ) && start.0 == end.0
                {
                    collect(self.reject, start.0, &(start.1..end.1.max(start.1)), found);
                }
            }
            _ => {}
        }
    }

    fn of_properties<'s>(&'s self, change: &Change, found: &mut Found<'s>) {
        let Origin::Text(paragraph, range) = &change.origin else {
            return;
        };
        let Some(paragraph) = self.accept.paragraphs.get(*paragraph) else {
            return;
        };
        if range.is_empty() {
            found.extend(revision(self.accept, paragraph.reformatted));
        }
        let within = paragraph
            .pieces
            .iter()
            .filter(|piece| piece.start < range.end && range.start < piece.end);
        for piece in within {
            found.extend(revision(self.accept, piece.reformatted));
            found.extend(revision(self.accept, piece.revision));
        }
    }
}

fn is_same(silent: &Change, change: &Change) -> bool {
    silent.kind == change.kind
        && silent.span == change.span
        && silent.slot == change.slot
        && silent.after == change.after
        && silent.to == change.to
        && silent.properties == change.properties
}

/// Whether a silent change and an effective one meet in one paragraph.
fn touches(silent: &Change, change: &Change) -> bool {
    if silent.sets() || change.sets() {
        let meets = silent.span.start <= change.span.end && change.span.start <= silent.span.end;
        let shares = |name: &String| change.properties.contains_key(name);
        return meets && silent.properties.keys().any(shares);
    }
    let block = |change: &Change| {
        matches!(
            change.kind,
            Kind::ParagraphInsert | Kind::RowInsert | Kind::ParagraphDelete | Kind::RowDelete
        ) || (change.kind == Kind::Move && !change.moves_words())
    };
    if matches!(silent.kind, Kind::ParagraphInsert | Kind::RowInsert) {
        return silent.kind == change.kind && silent.slot == change.slot;
    }
    if matches!(change.kind, Kind::ParagraphInsert | Kind::RowInsert) {
        return false;
    }
    if block(silent) || block(change) {
        return true;
    }
    let (one, other) = (&silent.span, &change.span);
    if one.is_empty() || other.is_empty() {
        return one.start <= other.end && other.start <= one.end;
    }
    one.start < other.end && other.start < one.end
}

/// The revisions behind a stretch of a paragraph; where it slid off them, those beside it.
fn collect<'s>(story: &'s Story, paragraph: usize, range: &Range<usize>, found: &mut Found<'s>) {
    let Some(paragraph) = story.paragraphs.get(paragraph) else {
        return;
    };
    if range.is_empty() {
        return;
    }
    let within = pieces(story, paragraph, |piece| {
        piece.start < range.end && range.start < piece.end
    });
    let beside = || {
        pieces(story, paragraph, |piece| {
            piece.start <= range.end && range.start <= piece.end
        })
    };
    found.extend(if within.is_empty() { beside() } else { within });
}

fn pieces<'s>(
    story: &'s Story,
    paragraph: &Paragraph,
    meets: impl Fn(&Piece) -> bool,
) -> Vec<(&'s str, Option<&'s str>)> {
    paragraph
        .pieces
        .iter()
        .filter(|piece| meets(piece))
        .filter_map(|piece| revision(story, piece.revision))
        .collect()
}

fn collect_whole<'s>(story: &'s Story, paragraph: usize, found: &mut Found<'s>) {
    if let Some(paragraph) = story.paragraphs.get(paragraph) {
        found.extend(pieces(story, paragraph, |_| true));
        found.extend(revision(story, paragraph.mark));
    }
}

fn collect_end<'s>(story: &'s Story, paragraph: usize, found: &mut Found<'s>) {
    if let Some(paragraph) = story.paragraphs.get(paragraph) {
        found.extend(revision(story, paragraph.mark));
    }
}

fn revision(story: &Story, index: Option<usize>) -> Option<(&str, Option<&str>)> {
    let revision = story.revisions.get(index?)?;
    Some((revision.author.as_str(), revision.date.as_deref()))
}
