//! The order of the rows: that of the text.

use std::collections::BTreeMap;

use super::place::Part;
use crate::model::{Amendment, Comment, Kind, Model};

/// What has a row before what was set aside.
pub(super) enum Item<'m> {
    Amendment(&'m Amendment),
    Comment(&'m Comment),
}

/// Where an item stands. Comments without a place come last; what is put behind a paragraph comes after
/// all that is in it; at one point amendments come before comments.
type Key<'m> = (bool, Part<'m>, usize, bool, usize, bool);

/// Amendments and comments in the order of the text, each reply behind the comment that it answers.
pub(super) fn in_order(model: &Model) -> Vec<Item<'_>> {
    let replies = replies(&model.comments);
    let mut keyed: Vec<(Key<'_>, Item<'_>)> = Vec::new();
    for amendment in &model.amendments {
        let behind = matches!(amendment.kind, Kind::ParagraphInsert | Kind::RowInsert);
        let part = Part::of(&amendment.part);
        let (paragraph, start) = (amendment.paragraph, amendment.start);
        let key = (false, part, paragraph, behind, start, false);
        keyed.push((key, Item::Amendment(amendment)));
    }
    for (index, comment) in model.comments.iter().enumerate() {
        if replies.answers[index].is_none() {
            let part = Part::of(&comment.part);
            let unplaced = comment.paragraph == 0;
            let key = (
                unplaced,
                part,
                comment.paragraph,
                false,
                comment.start,
                true,
            );
            keyed.push((key, Item::Comment(comment)));
        }
    }
    // Stable: what stands at one point keeps the order of the model.
    keyed.sort_by(|one, other| one.0.cmp(&other.0));
    let mut ordered = Vec::with_capacity(keyed.len());
    for (_, item) in keyed {
        let id = match &item {
            Item::Comment(comment) => Some(comment.id.as_str()),
            Item::Amendment(_) => None,
        };
        ordered.push(item);
        let below = id
            .and_then(|id| replies.below.get(id))
            .into_iter()
            .flatten();
        ordered.extend(below.map(|index| Item::Comment(&model.comments[*index])));
    }
    ordered
}

/// The threads of the comments.
struct Replies<'m> {
    /// For each comment the id of the first of its thread, unless it is that itself.
    answers: Vec<Option<&'m str>>,
    /// For the first of a thread all others, in the order of the thread.
    below: BTreeMap<&'m str, Vec<usize>>,
}

fn replies(comments: &[Comment]) -> Replies<'_> {
    let index: BTreeMap<&str, usize> = (0..)
        .zip(comments)
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    let parents: Vec<Option<usize>> = comments
        .iter()
        .map(|c| index.get(c.reply_to.as_deref()?).copied())
        .collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
    for (child, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            children[*parent].push(child);
        }
    }
    let mut answers = vec![None; comments.len()];
    let mut below: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let firsts = (0..comments.len()).filter(|i| parents[*i].is_none());
    // Comments that answer each other in a circle are below no first one and so stand for themselves.
    for first in firsts {
        let id = comments[first].id.as_str();
        let mut next: Vec<usize> = children[first].iter().rev().copied().collect();
        while let Some(reply) = next.pop() {
            answers[reply] = Some(id);
            below.entry(id).or_default().push(reply);
            next.extend(children[reply].iter().rev());
        }
    }
    Replies { answers, below }
}
