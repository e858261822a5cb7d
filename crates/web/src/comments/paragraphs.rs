//! One paragraph of the desk: its wording, what is asked for in it, what it would read.

use std::collections::{BTreeMap, BTreeSet};

use group::state::Round;
use office::desk::{CompilationSeen, Desk, ItemAnswer, TextSeen};
use office::wording::{self, Amendment, Comment, Kind};
use pages::answer::{Answer, AnswerForm, Verdict};
use pages::comments::{
    Clash, Cluster, Counts, DeskComment, DeskPara, Filter, Proposal, ProposalKind, Reads, Supporter,
};
use pages::check::Tracking;
use pages::{Form, Span};

use crate::app::App;
use crate::posted::Posted;
use crate::show;

/// Words shown on either side of a proposal.
const AROUND: usize = 5;

/// The one open form of the page.
pub(super) struct Open {
    pub(super) item: String,
    form: AnswerForm,
}

impl Open {
    /// The form as it is opened: with the answer so far.
    pub(super) fn begun(app: &App, compilation: &CompilationSeen, item: &str) -> Self {
        let draft = compilation.answers.get(item);
        let text = |part: Option<&String>| part.cloned().unwrap_or_default();
        let form = AnswerForm {
            form: show::form(app),
            seen: draft.map(|(_, revision)| revision.to_string()).unwrap_or_default(),
            wording: text(draft.and_then(|(answer, _)| answer.wording.as_ref())),
            reason: text(draft.and_then(|(answer, _)| answer.reason.as_ref())),
            theirs: None,
        };
        Self { item: item.to_owned(), form }
    }

    /// The form as it was typed.
    pub(super) fn typed(posted: &Posted, form: Form) -> Self {
        let form = AnswerForm {
            form,
            seen: posted.text("seen").to_owned(),
            wording: posted.text("wording").to_owned(),
            reason: posted.text("reason").to_owned(),
            theirs: None,
        };
        Self { item: posted.text("item").to_owned(), form }
    }

    /// The form as it was typed, beside the answer that came in between.
    pub(super) fn met(
        desk: &Desk<'_>,
        posted: &Posted,
        form: Form,
        theirs: Option<(office::Answer, u64)>,
    ) -> Self {
        let mut open = Self::typed(posted, form);
        open.form.seen = theirs.as_ref().map(|(_, revision)| revision.to_string()).unwrap_or_default();
        open.form.theirs = theirs.map(|(answer, _)| Answer {
            verdict: Verdict::of(answer.verdict.word()).unwrap_or_default(),
            wording: answer.wording,
            reason: answer.reason,
            by: desk.answerer(answer.by),
        });
        open
    }
}

/// What the paragraphs are made from.
pub(super) struct Desked<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) seen: &'a TextSeen<'a>,
    pub(super) round: &'a Round,
    pub(super) compilation: &'a CompilationSeen,
    pub(super) open: Option<&'a Open>,
    pub(super) team: bool,
}

/// An answer for pages.
pub(crate) fn answer_of(desk: &Desk<'_>, answer: ItemAnswer) -> Answer {
    Answer {
        verdict: Verdict::of(answer.verdict.word()).unwrap_or_default(),
        wording: answer.wording,
        reason: answer.reason,
        by: answer.by.and_then(|seat| desk.answerer(seat)),
    }
}

/// A proposal in its context.
pub(crate) fn wording_of(compilation: &CompilationSeen, amendment: &Amendment) -> Vec<Span> {
    let base = compilation.base.get(amendment.paragraph.saturating_sub(1));
    let text = base.map_or("", |paragraph| paragraph.text.as_str());
    show::spans(&wording::context(text, amendment, AROUND))
}

impl Desked<'_> {
    /// Index of the base paragraph under which something is shown: what stands before the first, or
    /// nowhere, stands with the first.
    fn at(paragraph: usize) -> usize {
        paragraph.saturating_sub(1)
    }

    fn amendments(&self, at: usize) -> Vec<&Amendment> {
        let all = self.compilation.model.amendments.iter();
        all.filter(|amendment| Self::at(amendment.paragraph) == at).collect()
    }

    fn comments(&self, at: usize) -> Vec<&Comment> {
        let all = self.compilation.model.comments.iter();
        all.filter(|comment| Self::at(comment.paragraph) == at).collect()
    }

    fn answered(&self, item: &str) -> bool {
        self.compilation.answer(self.round, item).is_some()
    }

    /// Whether an item is shown under a paragraph.
    pub(super) fn holds(&self, at: usize, item: &str) -> bool {
        self.amendments(at).iter().any(|amendment| amendment.id == item)
            || self.comments(at).iter().any(|comment| comment.id == item)
    }

    /// What each filter would show, in proposals and comments.
    pub(super) fn counts(&self) -> Counts {
        let model = &self.compilation.model;
        let amendments = model.amendments.iter().map(|amendment| amendment.id.as_str());
        let items: Vec<&str> =
            amendments.chain(model.comments.iter().map(|comment| comment.id.as_str())).collect();
        Counts {
            open: show::number(items.iter().filter(|item| !self.answered(item)).count()),
            conflicts: show::number(model.conflicts.len()),
            all: show::number(items.len()),
            comments: show::number(model.comments.len()),
        }
    }

    /// Indices of the paragraphs that a filter shows.
    pub(super) fn shown(&self, filter: Filter, only: Option<&str>) -> Vec<usize> {
        let model = &self.compilation.model;
        let mut places: BTreeMap<usize, bool> = BTreeMap::new();
        if filter == Filter::All && only.is_none() {
            return (0..self.compilation.base.len()).collect();
        }
        for amendment in &model.amendments {
            let wanted = match filter {
                Filter::Open => !self.answered(&amendment.id),
                Filter::Conflicts => amendment.conflict.is_some(),
                Filter::All => true,
                Filter::Comments => false,
            };
            let theirs = only.is_none_or(|only| amendment.supporters.iter().any(|s| s == only));
            *places.entry(Self::at(amendment.paragraph)).or_default() |= wanted && theirs;
        }
        for comment in &model.comments {
            let wanted = match filter {
                Filter::Open => !self.answered(&comment.id),
                Filter::Conflicts => false,
                Filter::All | Filter::Comments => true,
            };
            let theirs = only.is_none_or(|only| comment.organisation == only);
            *places.entry(Self::at(comment.paragraph)).or_default() |= wanted && theirs;
        }
        // What is being answered stays in sight, also when its answer takes it out of the filter.
        if let Some(open) = self.open {
            for (at, wanted) in &mut places {
                *wanted |= self.holds(*at, &open.item);
            }
        }
        places.into_iter().filter(|(_, wanted)| *wanted).map(|(at, _)| at).collect()
    }

    /// A paragraph with all that is asked for in it.
    pub(super) fn paragraph(&self, at: usize) -> DeskPara {
        let Some(base) = self.compilation.base.get(at) else { return DeskPara::default() };
        let amendments = self.amendments(at);
        let inside: Vec<&Amendment> =
            amendments.iter().copied().filter(|amendment| amendment.paragraph == at + 1).collect();
        DeskPara {
            at: show::number(at + 1),
            label: base.label.clone(),
            heading: base.heading.unwrap_or(0),
            base: marked(&base.text, &inside),
            clusters: self.clusters(&base.text, &amendments),
            reads: self.reads(&base.text, &inside),
            comments: self.comments(at).into_iter().map(|comment| self.comment(comment)).collect(),
        }
    }

    fn clusters(&self, base: &str, amendments: &[&Amendment]) -> Vec<Cluster> {
        let mut clusters: Vec<(Option<&str>, Vec<(usize, &Amendment)>)> = Vec::new();
        for (index, amendment) in amendments.iter().enumerate() {
            let conflict = amendment.conflict.as_deref();
            let same = clusters.iter_mut().find(|(id, _)| conflict.is_some() && *id == conflict);
            match same {
                Some((_, members)) => members.push((index, amendment)),
                None => clusters.push((conflict, vec![(index, amendment)])),
            }
        }
        clusters
            .into_iter()
            .map(|(conflict, members)| Cluster {
                clash: conflict.map(|_| clash(base, &members)),
                proposals: members
                    .into_iter()
                    .map(|(index, amendment)| self.proposal(index, amendment))
                    .collect(),
            })
            .collect()
    }

    fn proposal(&self, index: usize, amendment: &Amendment) -> Proposal {
        let answer = self.compilation.answer(self.round, &amendment.id);
        Proposal {
            id: amendment.id.clone(),
            letter: letter(index),
            kind: kind(amendment.kind),
            wording: wording_of(self.compilation, amendment),
            supporters: amendment.supporters.iter().map(|name| self.supporter(name, amendment)).collect(),
            answer: answer.map(|answer| answer_of(self.desk, answer)),
            answered_before: None,
            form: self.form(&amendment.id),
        }
    }

    fn supporter(&self, name: &str, amendment: &Amendment) -> Supporter {
        let known = self.desk.organisation_named(name);
        Supporter {
            organisation: known
                .map(|(_, organisation)| show::org(organisation))
                .unwrap_or_else(|| pages::Org::new(name, name)),
            penholder: known.is_some_and(|(id, _)| id == self.seen.text().penholder),
            tracking: match amendment.tracked.get(name) {
                Some(wording::Tracking::Untracked) => Tracking::Untracked,
                Some(wording::Tracking::Mixed) => Tracking::Mixed,
                _ => Tracking::Tracked,
            },
            variant: amendment.variants.get(name).cloned(),
        }
    }

    fn comment(&self, comment: &Comment) -> DeskComment {
        let known = self.desk.organisation_named(&comment.organisation);
        let base = self.compilation.base.get(Self::at(comment.paragraph));
        let about: String = base
            .map(|base| base.text.chars().skip(comment.start).take(comment.end - comment.start.min(comment.end)))
            .map(Iterator::collect)
            .unwrap_or_default();
        let whole = base.is_some_and(|base| base.text == about);
        DeskComment {
            id: comment.id.clone(),
            organisation: known.map(|(_, organisation)| show::org(organisation)).unwrap_or_default(),
            text: comment.text.clone(),
            about: (!about.is_empty() && !whole).then_some(about),
            reply: comment.reply_to.is_some(),
            answer: self
                .compilation
                .answer(self.round, &comment.id)
                .map(|answer| answer_of(self.desk, answer)),
            form: self.form(&comment.id),
        }
    }

    fn form(&self, item: &str) -> Option<AnswerForm> {
        let open = self.open.filter(|open| self.team && open.item == item)?;
        Some(open.form.clone())
    }

    /// The paragraph as the answers so far would make it.
    fn reads(&self, base: &str, amendments: &[&Amendment]) -> Option<Reads> {
        let mut taken = Vec::new();
        let mut letters = Vec::new();
        for (index, amendment) in amendments.iter().enumerate() {
            let Some(answer) = self.compilation.answer(self.round, &amendment.id) else { continue };
            let mut chosen = (*amendment).clone();
            match answer.verdict {
                group::parts::Verdict::Taken => {}
                group::parts::Verdict::InOtherWords => chosen.after = answer.wording.unwrap_or_default(),
                _ => continue,
            }
            taken.push(chosen);
            letters.push(letter(index));
        }
        if taken.is_empty() {
            return None;
        }
        let taken: Vec<&Amendment> = taken.iter().collect();
        Some(Reads { taken: letters, wording: show::spans(&wording::paragraph_with(base, &taken)) })
    }
}

/// "a" … "z", "aa" …
fn letter(index: usize) -> String {
    let last = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter(more - 1)),
    }
}

fn kind(kind: Kind) -> ProposalKind {
    match kind {
        Kind::Insert | Kind::Delete | Kind::Replace => ProposalKind::Wording,
        Kind::ParagraphInsert => ProposalKind::NewParagraph,
        Kind::ParagraphDelete => ProposalKind::DeleteParagraph,
        Kind::RowInsert => ProposalKind::NewRow,
        Kind::RowDelete => ProposalKind::DeleteRow,
        Kind::Typographic => ProposalKind::Typography,
        Kind::Format => ProposalKind::Formatting,
        Kind::Move | Kind::Split | Kind::Join | Kind::Other => ProposalKind::Other,
    }
}

fn clash(base: &str, members: &[(usize, &Amendment)]) -> Clash {
    let block = |kind| matches!(kind, Kind::ParagraphDelete | Kind::RowDelete);
    if members.iter().any(|(_, amendment)| block(amendment.kind)) {
        return Clash::DeleteAgainstEdit;
    }
    let spans: BTreeSet<(usize, usize)> =
        members.iter().map(|(_, amendment)| (amendment.start, amendment.end)).collect();
    match spans.iter().next() {
        Some((start, end)) if spans.len() == 1 && end > start => Clash::Wordings {
            count: show::number(members.len()),
            of: base.chars().skip(*start).take(end - start).collect(),
        },
        _ => Clash::Overlap,
    }
}

/// The base wording with marks where some proposal touches it.
fn marked(base: &str, amendments: &[&Amendment]) -> Vec<Span> {
    let length = base.chars().count();
    let mut touched: Vec<(usize, usize)> = amendments
        .iter()
        .filter(|amendment| !matches!(amendment.kind, Kind::ParagraphInsert | Kind::RowInsert))
        .map(|amendment| match amendment.kind {
            Kind::ParagraphDelete | Kind::RowDelete => (0, length),
            _ => (amendment.start.min(length), amendment.end.min(length)),
        })
        .filter(|(start, end)| start < end)
        .collect();
    touched.sort_unstable();
    let letters: Vec<char> = base.chars().collect();
    let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
    let (mut spans, mut at) = (Vec::new(), 0);
    for (start, end) in touched {
        let start = start.max(at);
        if start > at {
            spans.push(Span::Same(text(at, start)));
        }
        if end > start {
            spans.push(Span::Marked(text(start, end)));
        }
        at = at.max(end);
    }
    if at < length {
        spans.push(Span::Same(text(at, length)));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let check = |index, expect: &str| assert_eq!(letter(index), expect);
        check(0, "a");
        check(25, "z");
        check(26, "aa");
        check(27, "ab");
        check(52, "ba");
    }
}
