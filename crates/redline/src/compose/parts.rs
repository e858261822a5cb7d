//! One part of a return against the same part of the base.

use std::cell::OnceCell;

use crate::compose::compare::{Comparison, compare};
use crate::compose::evidence::Witness;
use crate::compose::part::{Part, length};
use crate::compose::{Change, formatting};
use crate::model::SetAside;
use crate::story::Story;

/// A part of a return, held against the base.
pub(crate) struct Compared<'s, 'b, 'p> {
    /// The part's name in the base.
    pub(crate) name: &'s str,
    pub(crate) base: &'p Part<'b>,
    pub(crate) accept: &'s Story,
    pub(crate) reject: &'s Story,
    /// What the return says: the base against its accept view.
    pub(crate) effective: Comparison,
    /// What was typed with tracking off: the base against its reject view. `None` where nothing was recorded:
    /// then it is all of it.
    untracked: Option<Comparison>,
    /// How much was typed with tracking off, in bytes.
    pub(crate) typed: usize,
    /// What the changes of the effective comparison came to: they are taken out of it.
    pub(crate) changes: Vec<Change>,
    pub(crate) aside: Vec<SetAside>,
    /// Characters of the base, and how many of them are left in either view.
    pub(crate) letters: usize,
    pub(crate) left: usize,
    /// Characters of the return, and how many of them are the base's.
    pub(crate) own: usize,
    pub(crate) found: usize,
}

impl<'s, 'b, 'p> Compared<'s, 'b, 'p> {
    pub(crate) fn of(
        name: &'s str,
        base: &'p Part<'b>,
        accept: &'s Story,
        reject: &'s Story,
    ) -> Self {
        let accepted = Part::with_moves(accept);
        let mut effective = match !accepted.has_moved() && is_same_text(base.story, accept) {
            true => Comparison::of_same(base.len()),
            false => compare(base, &accepted),
        };
        let mut changes = std::mem::take(&mut effective.changes);
        let mut aside = formatting::set_fields_aside(&mut changes, name, base.story, accept);
        let (formats, mere) = formatting::find(name, base, &accepted, &effective);
        aside.extend(mere);
        let one = shared(base, accept, &effective);
        let (untracked, other) = match (std::ptr::eq(accept, reject), is_same_text(accept, reject))
        {
            (true, _) => (None, one),
            (false, same) => {
                // Mostly either all was recorded or nothing, and no preparing is needed.
                let refused = OnceCell::new();
                let refused = || refused.get_or_init(|| Part::of(reject));
                let mut untracked = if same {
                    let mut untracked = effective.clone();
                    untracked.changes.clone_from(&changes);
                    untracked
                } else if is_same_text(base.story, reject) {
                    Comparison::of_same(base.len())
                } else {
                    compare(base, refused())
                };
                let other = match same {
                    true => one,
                    false => shared(base, reject, &untracked),
                };
                if !formats.is_empty() {
                    let (silent, _) = formatting::find(name, base, refused(), &untracked);
                    untracked.changes.extend(silent);
                }
                untracked.changes.sort_by_key(|change| change.paragraph);
                (Some(untracked), other)
            }
        };
        changes.extend(formats);
        let typed = untracked.as_ref().map_or(&changes, |one| &one.changes);
        let typed = weight(typed);
        let (left, own, found) = one.max(other);
        Self {
            letters: (0..base.len()).map(|index| base.length(index)).sum(),
            name,
            base,
            accept,
            reject,
            effective,
            untracked,
            typed,
            changes,
            aside,
            left,
            own,
            found,
        }
    }

    /// The base against its reject view; of what was typed with tracking off.
    pub(crate) fn untracked(&self) -> &Comparison {
        self.untracked.as_ref().unwrap_or(&self.effective)
    }

    pub(crate) fn witness(&self) -> Witness<'_, 'b> {
        Witness::new(self.base, self.accept, self.reject, self.untracked.as_ref())
    }
}

/// How much changes, in bytes; at least one for each change. Formats change nothing.
pub(crate) fn weight(changes: &[Change]) -> usize {
    let changes = changes.iter().filter(|change| !change.sets());
    changes
        .map(|change| change.before.len().max(change.after.len()).max(1))
        .sum()
}

/// Whether two views of a part show the same: nothing in its words was tracked.
fn is_same_text(accept: &Story, reject: &Story) -> bool {
    let same = |(one, other): (&crate::story::Paragraph, &crate::story::Paragraph)| {
        one.text == other.text && one.cells == other.cells
    };
    accept.paragraphs.len() == reject.paragraphs.len()
        && accept.paragraphs.iter().zip(&reject.paragraphs).all(same)
}

/// How many characters of the base stand in paragraphs that the version has too, of how many the version
/// has in all, and how many of these belong to the base.
fn shared(base: &Part<'_>, version: &Story, comparison: &Comparison) -> (usize, usize, usize) {
    let lengths: Vec<usize> = version
        .paragraphs
        .iter()
        .map(|each| length(&each.text))
        .collect();
    let (mut left, mut found) = (0, 0);
    for (paragraph, there) in comparison.ends.iter().enumerate() {
        if let Some(there) = there {
            left += base.length(paragraph);
            found += lengths[*there];
        }
    }
    (left, lengths.iter().sum(), found)
}
