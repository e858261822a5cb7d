//! What of the base is left in a version, and the ways from one to the other.

use crate::compose::compare::Comparison;
use crate::compose::part::Part;

/// A stretch of a base paragraph that stands unchanged in a paragraph of the version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kept {
    /// Offset in the base paragraph.
    pub(crate) at: usize,
    pub(crate) length: usize,
    /// Paragraph of the version, from 0.
    pub(crate) paragraph: usize,
    /// Offset in that paragraph.
    pub(crate) there: usize,
}

impl Comparison {
    /// Of a version that has the very same paragraphs, so many.
    pub(crate) fn of_same(paragraphs: usize) -> Self {
        Self {
            ends: (0..paragraphs).map(Some).collect(),
            ..Self::default()
        }
    }

    /// What is left of a base paragraph of that length, in order.
    pub(crate) fn kept(
        &self,
        paragraph: usize,
        length: usize,
    ) -> impl DoubleEndedIterator<Item = Kept> + Clone + '_ {
        let cut = self.kept.get(&paragraph);
        let whole = self.ends[paragraph].filter(|_| cut.is_none());
        let whole = whole.map(|there| Kept {
            at: 0,
            length,
            paragraph: there,
            there: 0,
        });
        cut.into_iter().flatten().copied().chain(whole)
    }

    /// Where an offset of a base paragraph lies in the version: paragraph and offset. In changed words a
    /// start lies before what came in their place, an end behind it.
    pub(crate) fn place(
        &self,
        base: &Part<'_>,
        paragraph: usize,
        offset: usize,
        end: bool,
    ) -> Option<(usize, usize)> {
        let kept = self.kept(paragraph, base.length(paragraph));
        let stretches = kept.map(|k| Stretch {
            from: k.at,
            length: k.length,
            paragraph: k.paragraph,
            to: k.there,
        });
        across(stretches, offset, end).or_else(|| Some((self.ends[paragraph]?, 0)))
    }

    /// The ways back from paragraphs of the version (from 0) to the base, sorted.
    pub(crate) fn ways_back(&self, base: &Part<'_>) -> Vec<(usize, Stretch)> {
        let mut ways: Vec<(usize, Stretch)> = Vec::with_capacity(self.ends.len());
        // Paragraphs of the version to which a way is known.
        let mut known: Vec<bool> = Vec::with_capacity(self.ends.len());
        let mut is_new = |there: usize| {
            if known.len() <= there {
                known.resize(there + 1, false);
            }
            !std::mem::replace(&mut known[there], true)
        };
        for paragraph in 0..self.ends.len() {
            let from = ways.len();
            ways.extend(self.kept(paragraph, base.length(paragraph)).map(|kept| {
                let stretch = Stretch {
                    from: kept.there,
                    length: kept.length,
                    paragraph,
                    to: kept.at,
                };
                (kept.paragraph, stretch)
            }));
            for (there, _) in &ways[from..] {
                is_new(*there);
            }
            // Where only the end is left, it is the way.
            if let Some(there) = self.ends[paragraph].filter(|there| is_new(*there)) {
                let end = Stretch {
                    from: 0,
                    length: 0,
                    paragraph,
                    to: 0,
                };
                ways.push((there, end));
            }
        }
        ways.sort_unstable();
        ways
    }
}

/// A stretch of one paragraph that is the same in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Stretch {
    from: usize,
    length: usize,
    /// The other paragraph, from 0.
    pub(crate) paragraph: usize,
    to: usize,
}

/// Where an offset lies on the other side of sorted stretches.
pub(crate) fn across(
    stretches: impl DoubleEndedIterator<Item = Stretch> + Clone,
    offset: usize,
    end: bool,
) -> Option<(usize, usize)> {
    let inside = |s: &Stretch| s.from <= offset && offset <= s.from + s.length;
    let exact = if end {
        stretches.clone().rfind(inside)
    } else {
        stretches.clone().find(inside)
    };
    if let Some(s) = exact {
        return Some((s.paragraph, s.to + offset - s.from));
    }
    let before = stretches.clone().rfind(|s| s.from + s.length < offset);
    let behind = stretches.clone().find(|s| s.from > offset);
    let ends = |s: Stretch| (s.paragraph, s.to + s.length);
    let begins = |s: Stretch| (s.paragraph, s.to);
    if end {
        behind.map(begins).or(before.map(ends))
    } else {
        before.map(ends).or(behind.map(begins))
    }
}
