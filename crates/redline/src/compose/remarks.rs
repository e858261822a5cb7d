//! The comments of the returns at their places in the base.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::Source;
use crate::compose::compare::Comparison;
use crate::compose::identity::comment_id;
use crate::compose::kept::{Stretch, across};
use crate::compose::part::Part;
use crate::compose::parts::Compared;
use crate::model::Comment;
use crate::story::{Anchor, Story};

/// Comments of one return, in the order of its file, without those that stood in the base already: they
/// are the base's. A reply without a range of its own stands where the comment stands that it answers.
/// `parts` are the return's parts against the base's, the body first.
pub(crate) fn comments(
    source: &Source,
    sent_out: &Source,
    parts: &[Compared<'_, '_, '_>],
) -> Vec<Comment> {
    if source.remarks.is_empty() {
        return Vec::new();
    }
    let places = Places::new(source, parts);
    let mut comments: Vec<Comment> = Vec::with_capacity(source.remarks.len());
    let bases = from_base(source, sent_out);
    let base_ids: BTreeSet<&str> = bases
        .iter()
        .map(|index| source.remarks[*index].id.as_str())
        .collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, remark) in source.remarks.iter().enumerate() {
        if bases.contains(&index) {
            continue;
        }
        let parent = remark.reply_to.as_deref();
        let of_base = parent.filter(|parent| base_ids.contains(parent));
        // Two comments under one id are against the format, and no reason to lose one.
        let count = seen.entry(remark.id.as_str()).or_insert(0);
        *count += 1;
        let id = match *count {
            1 => remark.id.clone(),
            n => format!("{}#{n}", remark.id),
        };
        let place = places
            .of(&remark.id)
            .or_else(|| places.of(of_base?))
            .unwrap_or(("body", 0, 0, 0));
        let (part, paragraph, start, end) = place;
        comments.push(Comment {
            id: comment_id(&source.organisation, &id),
            organisation: source.organisation.clone(),
            author: remark.author.clone(),
            date: remark.date.clone(),
            part: part.to_owned(),
            paragraph,
            start,
            end,
            text: remark.text.clone(),
            reply_to: parent
                .filter(|_| of_base.is_none())
                .map(|parent| comment_id(&source.organisation, parent)),
            resolved: remark.resolved,
            home: None,
        });
    }
    stand_with_parents(&mut comments);
    comments
}

/// A reply without a place takes that of what it answers.
fn stand_with_parents(comments: &mut [Comment]) {
    let by_id: BTreeMap<String, usize> = comments
        .iter()
        .enumerate()
        .map(|(index, comment)| (comment.id.clone(), index))
        .collect();
    for index in 0..comments.len() {
        let parent = comments[index].reply_to.as_ref();
        if comments[index].paragraph == 0
            && let Some(&parent) = parent.and_then(|parent| by_id.get(parent))
        {
            let parent = &comments[parent];
            let place = (parent.paragraph, parent.start, parent.end);
            let part = parent.part.clone();
            let comment = &mut comments[index];
            (comment.paragraph, comment.start, comment.end) = place;
            comment.part = part;
        }
    }
}

/// Which comments of a return stood in the base: the same author, day and words, each of them once.
fn from_base(source: &Source, sent_out: &Source) -> BTreeSet<usize> {
    let mut left: BTreeMap<(&str, Option<&str>, &str), usize> = BTreeMap::new();
    for remark in &sent_out.remarks {
        *left
            .entry((&remark.author, remark.date.as_deref(), &remark.text))
            .or_insert(0) += 1;
    }
    let mut found = BTreeSet::new();
    for (index, remark) in source.remarks.iter().enumerate() {
        let key = (
            remark.author.as_str(),
            remark.date.as_deref(),
            remark.text.as_str(),
        );
        if let Some(count) = left.get_mut(&key).filter(|count| **count > 0) {
            *count -= 1;
            found.insert(index);
        }
    }
    found
}

/// Part, paragraph (from 1), start and end in the base.
type Place<'s> = (&'s str, usize, usize, usize);

/// Where the comments of a return stand.
struct Places<'v> {
    /// The two views of each part.
    views: Vec<(&'v str, [View<'v>; 2])>,
    /// What hangs on objects of the body and has no counterpart in the base.
    elsewhere: BTreeMap<&'v str, (usize, usize)>,
}

impl<'v> Places<'v> {
    fn new(source: &'v Source, parts: &'v [Compared<'_, '_, '_>]) -> Self {
        let mut elsewhere = BTreeMap::new();
        let mut commented: BTreeMap<&str, &Story> = BTreeMap::new();
        for part in source
            .parts
            .iter()
            .filter(|part| !part.accept.comments.is_empty())
        {
            commented.insert(&part.name, &part.accept);
        }
        for held in &source.held {
            let story = commented.get(held.part.as_str());
            for anchor in story.map_or(&[][..], |story| &story.comments) {
                elsewhere.insert(anchor.comment.as_str(), (held.paragraph, held.offset));
            }
        }
        let views = parts
            .iter()
            .enumerate()
            .filter(|(rank, part)| {
                let anchored = !part.accept.comments.is_empty() || !part.reject.comments.is_empty();
                anchored || (*rank == 0 && !elsewhere.is_empty())
            })
            .map(|(_, part)| {
                let view = |story, comparison| View::new(story, part.base, comparison);
                let accept = view(part.accept, &part.effective);
                (part.name, [accept, view(part.reject, part.untracked())])
            })
            .collect();
        Self { views, elsewhere }
    }

    fn of(&self, comment: &str) -> Option<Place<'v>> {
        let mut point = None;
        for (part, views) in &self.views {
            for view in views {
                if let Some((paragraph, start, end)) = view.place(comment) {
                    if start < end {
                        return Some((part, paragraph, start, end));
                    }
                    point.get_or_insert((*part, paragraph, start, end));
                }
            }
        }
        point.or_else(|| {
            let (paragraph, offset) = self.elsewhere.get(comment)?;
            let (_, [body, _]) = self.views.first()?;
            let (paragraph, at) = body.back((*paragraph, *offset), false)?;
            Some(("body", paragraph, at, at))
        })
    }
}

/// One view of a part with the way back to the base.
struct View<'v> {
    story: &'v Story,
    ways: Vec<(usize, Stretch)>,
    lengths: Vec<usize>,
    anchors: BTreeMap<&'v str, &'v Anchor>,
}

impl<'v> View<'v> {
    fn new(story: &'v Story, base: &Part<'_>, comparison: &Comparison) -> Self {
        let mut anchors = BTreeMap::new();
        for anchor in &story.comments {
            anchors.entry(anchor.comment.as_str()).or_insert(anchor);
        }
        Self {
            story,
            ways: comparison.ways_back(base),
            lengths: (0..base.len()).map(|index| base.length(index)).collect(),
            anchors,
        }
    }

    /// A place of the view in the base: paragraph (from 1) and offset. In a paragraph that is new, the end
    /// of the one before it.
    fn back(&self, place: (usize, usize), end: bool) -> Option<(usize, usize)> {
        let from = self.ways.partition_point(|(there, _)| *there < place.0);
        let (before, rest) = self.ways.split_at(from);
        let own = rest.partition_point(|(there, _)| *there == place.0);
        if own > 0 {
            let ways = rest[..own].iter().map(|(_, way)| *way);
            let (paragraph, offset) = across(ways, place.1, end)?;
            return Some((paragraph + 1, offset.min(self.lengths[paragraph])));
        }
        match before.last() {
            Some((last, _)) => {
                let ways = before.iter().rev().take_while(|(there, _)| there == last);
                let paragraph = ways.map(|(_, way)| way.paragraph).max()?;
                Some((paragraph + 1, self.lengths[paragraph]))
            }
            None => (!self.lengths.is_empty()).then_some((1, 0)),
        }
    }

    /// Paragraph (from 1), start and end in the base. A range over several paragraphs is cut at the end of
    /// its first.
    fn place(&self, comment: &str) -> Option<(usize, usize, usize)> {
        let anchor = self.anchors.get(comment)?;
        let (paragraph, start) = self.back(anchor.from, false)?;
        if anchor.to == anchor.from {
            return Some((paragraph, start, start));
        }
        let to = match anchor.to.0 == anchor.from.0 {
            true => anchor.to,
            false => {
                let first = &self.story.paragraphs[anchor.from.0];
                (anchor.from.0, first.text.chars().count())
            }
        };
        let (last, end) = self.back(to, true)?;
        let end = match last == paragraph {
            true => end,
            false => self.lengths[paragraph - 1],
        };
        Some((paragraph, start, end.max(start)))
    }
}
