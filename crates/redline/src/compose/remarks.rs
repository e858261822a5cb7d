//! The comments of the returns at their places in the base.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::Source;
use crate::compose::compare::Comparison;
use crate::compose::evidence::origin;
use crate::compose::identity::comment_id;
use crate::compose::part::Part;
use crate::model::Comment;
use crate::story::{Anchor, Story};

/// Comments of one return, in the order of its file, without those that stood in the base already: they
/// are the base's. A reply without a range of its own stands where the comment stands that it answers.
pub(crate) fn comments(
    source: &Source,
    sent_out: &Source,
    base: &Part<'_>,
    effective: &Comparison,
    untracked: &Comparison,
) -> Vec<Comment> {
    let accepted = Views::new(&source.accept, base, effective);
    let refused = Views::new(&source.reject, base, untracked);
    let mut comments: Vec<Comment> = Vec::with_capacity(source.remarks.len());
    let bases = from_base(source, sent_out);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, remark) in source.remarks.iter().enumerate() {
        if bases.contains(&index) {
            continue;
        }
        let parent = remark.reply_to.as_ref();
        let of_base = parent.filter(|parent| {
            let mut found = bases.iter().map(|index| &source.remarks[*index].id);
            found.any(|id| id == *parent)
        });
        // Two comments under one id are against the format, and no reason to lose one.
        let count = seen.entry(remark.id.as_str()).or_insert(0);
        *count += 1;
        let id = match *count {
            1 => remark.id.clone(),
            n => format!("{}#{n}", remark.id),
        };
        let place = accepted.place(&remark.id).filter(|place| place.1 < place.2);
        let place = place.or_else(|| refused.place(&remark.id).filter(|place| place.1 < place.2));
        let place = place.or_else(|| accepted.place(&remark.id));
        let place = place.or_else(|| accepted.place(of_base?));
        let (paragraph, start, end) = place.unwrap_or((0, 0, 0));
        comments.push(Comment {
            id: comment_id(&source.organisation, &id),
            organisation: source.organisation.clone(),
            author: remark.author.clone(),
            date: remark.date.clone(),
            part: "body".to_owned(),
            paragraph,
            start,
            end,
            text: remark.text.clone(),
            reply_to: parent
                .filter(|_| of_base.is_none())
                .map(|parent| comment_id(&source.organisation, parent)),
            resolved: remark.resolved,
        });
    }
    for index in 0..comments.len() {
        if comments[index].paragraph == 0
            && let Some(parent) = comments[index].reply_to.clone()
            && let Some(parent) = comments.iter().find(|comment| comment.id == parent)
        {
            let place = (parent.paragraph, parent.start, parent.end);
            let comment = &mut comments[index];
            (comment.paragraph, comment.start, comment.end) = place;
        }
    }
    comments
}

/// Which comments of a return stood in the base: the same author, day and words, each of them once.
fn from_base(source: &Source, sent_out: &Source) -> BTreeSet<usize> {
    let mut left: Vec<_> = sent_out.remarks.iter().collect();
    let mut found = BTreeSet::new();
    for (index, remark) in source.remarks.iter().enumerate() {
        let same = |one: &&super::Remark| {
            (&one.author, &one.date, &one.text) == (&remark.author, &remark.date, &remark.text)
        };
        if let Some(at) = left.iter().position(same) {
            left.swap_remove(at);
            found.insert(index);
        }
    }
    found
}

/// One view of a return with the way back to the base.
struct Views<'v, 'a> {
    story: &'v Story,
    base: &'v Part<'a>,
    comparison: &'v Comparison,
    /// For each paragraph of the view its base paragraph, or the last one before it and whether it is its
    /// own.
    homes: Vec<(Option<usize>, bool)>,
}

impl<'v, 'a> Views<'v, 'a> {
    fn new(story: &'v Story, base: &'v Part<'a>, comparison: &'v Comparison) -> Self {
        let mut homes = vec![(None, false); story.paragraphs.len()];
        if !story.comments.is_empty() {
            for (old, new) in comparison.pairs.iter().enumerate() {
                if let Some(new) = new {
                    homes[*new] = (Some(old), true);
                }
            }
            let mut last = None;
            for home in &mut homes {
                match home.0 {
                    Some(own) => last = Some(own),
                    None => home.0 = last,
                }
            }
        }
        Self {
            story,
            base,
            comparison,
            homes,
        }
    }

    /// Paragraph (from 1), start and end in the base. A range over several paragraphs is cut at the end of
    /// its first.
    fn place(&self, comment: &str) -> Option<(usize, usize, usize)> {
        let anchor: &Anchor = self
            .story
            .comments
            .iter()
            .find(|anchor| anchor.comment == comment)?;
        let (index, from) = anchor.from;
        let (home, own) = self.homes.get(index).copied()?;
        let Some(home) = home else {
            return (self.base.len() > 0).then_some((1, 0, 0));
        };
        let length = self.base.length(home);
        if !own {
            return Some((home + 1, length, length));
        }
        let start = origin(self.comparison, home, from, false).min(length);
        let end = if anchor.to.0 == index {
            origin(self.comparison, home, anchor.to.1, anchor.to.1 > from).min(length)
        } else {
            length
        };
        Some((home + 1, start, end.max(start)))
    }
}
