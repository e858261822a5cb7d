//! One paragraph of the desk: its wording, what is asked for in it, what it would read.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use group::Id;
use group::parts::PenholderComment;
use group::state::Round;
use office::desk::{CompilationSeen, Desk, ItemAnswer, TextSeen};
use office::wording::{self, Amendment, Comment, Model, ReadParagraph};
use pages::answer::{Answer, AnswerForm, Verdict};
use pages::check::Tracking;
use pages::comments::{
    Aside, Cluster, Counts, DeskComment, DeskPara, Filter, MovedTo, Proposal, Reads, Supporter,
};
use pages::{Org, Span};

use super::marks::{beginning, clash, in_other_words, kind, letter, marked, part, standing};
use super::opening::Open;
use crate::show::{self, words};

/// Words shown on either side of a proposal.
const AROUND: usize = 5;

/// What the paragraphs are made from.
pub(super) struct Desked<'a> {
    pub(super) desk: &'a Desk<'a>,
    pub(super) seen: &'a TextSeen<'a>,
    pub(super) round: &'a Round,
    pub(super) compilation: &'a CompilationSeen,
    pub(super) open: Option<&'a Open>,
    pub(super) team: bool,
    /// Comments for the penholder alone that the viewer may see, by the index of their paragraph.
    pub(super) asides: Vec<(usize, Id, &'a PenholderComment)>,
}

/// A change of a paragraph's words: a proposal, or one end of a move of words.
struct End<'a> {
    /// With the paragraph where the proposal stands elsewhere.
    letter: String,
    amendment: Cow<'a, Amendment>,
    /// Words go from here to another place.
    away: bool,
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
    let base = compilation.base.get(at(amendment.body_paragraph()));
    let text = base.map_or("", |paragraph| paragraph.text.as_str());
    show::spans(&wording::context(text, amendment, AROUND))
}

/// An organisation by the name that a round's model uses; one that has another name by now keeps that of then,
/// and one that the viewer may not know is a number.
pub(crate) fn org_named(seen: &TextSeen<'_>, round: &Round, name: &str) -> Org {
    if let Some((_, organisation)) = seen.organisation_named(round, name) {
        return show::org(organisation);
    }
    numbered_org(round, name).unwrap_or_else(|| Org::new(name, name))
}

/// The same in what leaves the team's hands: of a restricted round by number, whoever asks for it.
pub(crate) fn org_outside(seen: &TextSeen<'_>, round: &Round, name: &str) -> Org {
    numbered_org(round, name).unwrap_or_else(|| org_named(seen, round, name))
}

fn numbered_org(round: &Round, name: &str) -> Option<Org> {
    let number = office::number_of(name).filter(|_| round.is_restricted())?;
    let numbered = words().f("told-numbered", &[("number", show::number(number).into())]);
    Some(Org::new(&numbered, &numbered))
}

/// The letter that a proposal bears within its paragraph.
pub(crate) fn letter_of(model: &Model, amendment: &Amendment) -> String {
    let place = at(amendment.body_paragraph());
    let before = model
        .amendments
        .iter()
        .take_while(|other| other.id != amendment.id);
    letter(
        before
            .filter(|other| at(other.body_paragraph()) == place)
            .count(),
    )
}

/// Index of the base paragraph under which something is shown: what stands before the first, or
/// nowhere, stands with the first.
fn at(paragraph: usize) -> usize {
    paragraph.saturating_sub(1)
}

/// The number of a paragraph as readers see it.
fn numbered(paragraph: &ReadParagraph) -> Option<String> {
    let label = paragraph.label.as_deref();
    let label = label.filter(|label| label.contains(char::is_alphanumeric));
    label.map(|label| label.trim().to_owned())
}

impl Desked<'_> {
    /// Proposals shown under a paragraph, with their letters, in the order of the model.
    fn amendments(&self, place: usize) -> Vec<(String, &Amendment)> {
        let all = self.compilation.model.amendments.iter();
        let here = all.filter(|amendment| at(amendment.body_paragraph()) == place);
        here.enumerate()
            .map(|(index, amendment)| (letter(index), amendment))
            .collect()
    }

    fn comments(&self, place: usize) -> Vec<&Comment> {
        let all = self.compilation.model.comments.iter();
        all.filter(|comment| at(comment.body_paragraph()) == place)
            .collect()
    }

    fn answered(&self, item: &str) -> bool {
        match &self.round.responses {
            Some(responses) => responses.verdicts.contains_key(item),
            None => self.compilation.answers.contains_key(item),
        }
    }

    /// Index of the paragraph under which an item is shown.
    pub(super) fn place_of(&self, item: &str) -> Option<usize> {
        let model = &self.compilation.model;
        let amendment = model
            .amendments
            .iter()
            .find(|amendment| amendment.id == item);
        let comment = || model.comments.iter().find(|comment| comment.id == item);
        let paragraph = amendment.map(Amendment::body_paragraph);
        paragraph
            .or_else(|| comment().map(Comment::body_paragraph))
            .map(at)
    }

    /// What each filter would show, in proposals and comments.
    pub(super) fn counts(&self) -> Counts {
        let model = &self.compilation.model;
        let amendments = model
            .amendments
            .iter()
            .map(|amendment| amendment.id.as_str());
        let items: Vec<&str> = amendments
            .chain(model.comments.iter().map(|comment| comment.id.as_str()))
            .collect();
        Counts {
            open: show::number(items.iter().filter(|item| !self.answered(item)).count()),
            conflicts: show::number(model.conflicts.len()),
            all: show::number(items.len()),
            comments: show::number(model.comments.len()),
        }
    }

    /// Indices of the paragraphs that a filter shows, in the order of the text.
    pub(super) fn shown(&self, filter: Filter, only: Option<&str>) -> Vec<usize> {
        let mut places = self.asked_for(filter, only);
        if filter == Filter::All && only.is_none() {
            // An empty paragraph is a distance between others: nothing to look at.
            let base = self.compilation.base.iter().enumerate();
            places.extend(
                base.filter(|(_, one)| !one.text.trim().is_empty())
                    .map(|(at, _)| at),
            );
        }
        // What is being answered stays in sight, also when its answer takes it out of the filter.
        places.extend(self.open.and_then(|open| self.place_of(&open.item)));
        places.into_iter().collect()
    }

    /// Where something stands that a filter lets through.
    fn asked_for(&self, filter: Filter, only: Option<&str>) -> BTreeSet<usize> {
        let model = &self.compilation.model;
        let proposals = model.amendments.iter().filter(|amendment| {
            let wanted = match filter {
                Filter::Open => !self.answered(&amendment.id),
                Filter::Conflicts => amendment.conflict.is_some(),
                Filter::All => true,
                Filter::Comments => false,
            };
            wanted && only.is_none_or(|only| amendment.supporters.iter().any(|name| name == only))
        });
        let comments = model.comments.iter().filter(|comment| {
            let wanted = match filter {
                Filter::Open => !self.answered(&comment.id),
                Filter::Conflicts => false,
                Filter::All | Filter::Comments => true,
            };
            wanted && only.is_none_or(|only| comment.organisation == only)
        });
        let places = proposals.map(Amendment::body_paragraph);
        let said = matches!(filter, Filter::All | Filter::Comments) && only.is_none();
        let asides = self.asides.iter().filter(|_| said).map(|(at, ..)| *at);
        places
            .chain(comments.map(Comment::body_paragraph))
            .map(at)
            .chain(asides)
            .collect()
    }

    /// A paragraph with all that is asked for in it.
    pub(super) fn paragraph(&self, place: usize) -> DeskPara {
        let Some(base) = self.compilation.base.get(place) else {
            return DeskPara::default();
        };
        let amendments = self.amendments(place);
        let inside = self.inside(place, &amendments);
        let touching: Vec<&Amendment> = inside.iter().map(|end| &*end.amendment).collect();
        DeskPara {
            at: show::number(place + 1),
            label: base.label.clone(),
            heading: base.heading.unwrap_or(0),
            base: marked(&base.text, &touching),
            clusters: self.clusters(&amendments),
            reads: self.reads(&base.text, &inside),
            comments: self
                .comments(place)
                .into_iter()
                .map(|one| self.comment(one))
                .collect(),
            for_penholder: self.for_penholder(place),
        }
    }

    /// What is said of a paragraph to the penholder alone.
    fn for_penholder(&self, place: usize) -> Vec<Aside> {
        let here = self.asides.iter().filter(|(at, ..)| *at == place);
        here.map(|(_, organisation, comment)| Aside {
            organisation: show::org_of(self.desk, *organisation),
            about: comment.about.clone(),
            text: comment.words.clone(),
        })
        .collect()
    }

    /// What changes the words of a paragraph, with its letter: of a move of words the end that lies here, also
    /// where they come from another paragraph. What stands before the first paragraph is shown with it, and
    /// changes no word of it.
    fn inside<'a>(&'a self, place: usize, amendments: &[(String, &'a Amendment)]) -> Vec<End<'a>> {
        let here = |end: &Amendment| end.part == "body" && end.paragraph == place + 1;
        let mut inside: Vec<End<'_>> = Vec::new();
        for (letter, amendment) in amendments {
            let ends = match amendment.halves() {
                Some([away, come]) => vec![(Cow::Owned(away), true), (Cow::Owned(come), false)],
                None => vec![(Cow::Borrowed(*amendment), false)],
            };
            let ends = ends.into_iter().filter(|(end, _)| here(end));
            inside.extend(ends.map(|(amendment, away)| End {
                letter: letter.clone(),
                amendment,
                away,
            }));
        }
        let model = &self.compilation.model;
        for amendment in &model.amendments {
            let elsewhere = at(amendment.body_paragraph()) != place;
            let moved = amendment.to.as_ref().filter(|_| elsewhere);
            if moved.is_some_and(|to| to.paragraph == place + 1)
                && let Some([_, end]) = amendment.halves().filter(|ends| here(&ends[1]))
            {
                let letter = letter_of(model, amendment);
                inside.push(End {
                    letter: format!("{letter} ({})", self.number(amendment.paragraph)),
                    amendment: Cow::Owned(end),
                    away: false,
                });
            }
        }
        inside
    }

    /// The number by which readers know a paragraph.
    fn number(&self, paragraph: usize) -> String {
        let base = self.compilation.base.get(at(paragraph));
        let label = base.and_then(numbered);
        label.unwrap_or_else(|| paragraph.to_string())
    }

    /// Proposals of one conflict stand together, where the first of them stands.
    fn clusters(&self, amendments: &[(String, &Amendment)]) -> Vec<Cluster> {
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut started: BTreeMap<&str, usize> = BTreeMap::new();
        for (letter, amendment) in amendments {
            let proposal = self.proposal(letter, amendment);
            let Some(conflict) = amendment.conflict.as_deref() else {
                clusters.push(Cluster {
                    clash: None,
                    proposals: vec![proposal],
                });
                continue;
            };
            match started.get(conflict) {
                Some(cluster) => clusters[*cluster].proposals.push(proposal),
                None => {
                    started.insert(conflict, clusters.len());
                    let clash = Some(clash(&self.members(conflict)));
                    clusters.push(Cluster {
                        clash,
                        proposals: vec![proposal],
                    });
                }
            }
        }
        clusters
    }

    /// All proposals of a conflict, wherever they stand.
    fn members(&self, conflict: &str) -> Vec<&Amendment> {
        let all = self.compilation.model.amendments.iter();
        all.filter(|amendment| amendment.conflict.as_deref() == Some(conflict))
            .collect()
    }

    fn proposal(&self, letter: &str, amendment: &Amendment) -> Proposal {
        let answer = self.compilation.answer(self.round, &amendment.id);
        Proposal {
            id: amendment.id.clone(),
            letter: letter.to_owned(),
            kind: kind(amendment),
            part: part(&amendment.part),
            to: self.moved_to(amendment),
            wording: wording_of(self.compilation, amendment),
            supporters: amendment
                .supporters
                .iter()
                .map(|name| self.supporter(name, amendment))
                .collect(),
            answer: answer.map(|answer| answer_of(self.desk, answer)),
            answered_before: None,
            form: self.form(&amendment.id),
        }
    }

    /// Where a paragraph of the text, or words of it, go.
    fn moved_to(&self, amendment: &Amendment) -> Option<MovedTo> {
        let to = amendment.to.as_ref().filter(|_| amendment.part == "body")?;
        let Some(place) = to.paragraph.checked_sub(1) else {
            return Some(MovedTo::First);
        };
        if to.offset.is_some() && to.paragraph == amendment.paragraph {
            return Some(MovedTo::Within);
        }
        let paragraph = self.compilation.base.get(place)?;
        Some(match (numbered(paragraph), to.offset) {
            (Some(number), None) => MovedTo::BehindNumber(number),
            (None, None) => MovedTo::BehindWords(beginning(&paragraph.text)),
            (Some(number), Some(_)) => MovedTo::IntoNumber(number),
            (None, Some(_)) => MovedTo::IntoWords(beginning(&paragraph.text)),
        })
    }

    fn supporter(&self, name: &str, amendment: &Amendment) -> Supporter {
        let known = self.seen.organisation_named(self.round, name);
        Supporter {
            organisation: org_named(self.seen, self.round, name),
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
        let base = self
            .compilation
            .base
            .get(at(comment.paragraph))
            .filter(|_| comment.part == "body")
            .map_or("", |base| &base.text);
        let length = comment.end.saturating_sub(comment.start);
        let about: String = base.chars().skip(comment.start).take(length).collect();
        let about = about.trim().to_owned();
        let answer = self.compilation.answer(self.round, &comment.id);
        DeskComment {
            id: comment.id.clone(),
            organisation: org_named(self.seen, self.round, &comment.organisation),
            text: comment.text.clone(),
            about: (!about.is_empty() && about != base.trim()).then_some(about),
            part: part(&comment.part),
            reply: comment.reply_to.is_some(),
            answer: answer.map(|answer| answer_of(self.desk, answer)),
            form: self.form(&comment.id),
        }
    }

    fn form(&self, item: &str) -> Option<AnswerForm> {
        let open = self.open.filter(|open| self.team && open.item == item)?;
        Some(open.form.clone())
    }

    /// The paragraph as the answers so far would make it.
    fn reads(&self, base: &str, ends: &[End<'_>]) -> Option<Reads> {
        use group::parts::Verdict;

        let mut taken = Vec::new();
        for end in ends {
            let amendment = &*end.amendment;
            let Some(answer) = self.compilation.answer(self.round, &amendment.id) else {
                continue;
            };
            let mut chosen = amendment.clone();
            match answer.verdict {
                Verdict::Taken => {}
                // Words that go are gone, whatever comes in another place.
                Verdict::InOtherWords if end.away => {}
                Verdict::InOtherWords => {
                    let wording = answer.wording.unwrap_or_default();
                    chosen.after = in_other_words(amendment, &wording);
                }
                _ => continue,
            }
            taken.push((end.letter.clone(), chosen));
        }
        let standing = standing(taken);
        let chosen: Vec<&Amendment> = standing.iter().map(|(_, chosen)| chosen).collect();
        let wording = wording::paragraph_with(base, &chosen);
        let mut taken: Vec<String> = standing.iter().map(|(letter, _)| letter.clone()).collect();
        taken.dedup();
        (!taken.is_empty()).then(|| Reads {
            taken,
            wording: show::spans(&wording),
        })
    }
}
