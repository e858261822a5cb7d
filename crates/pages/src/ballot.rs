//! What a vote says wherever it stands: choices, majorities, the count and who said what.

use maud::{Markup, html};

use crate::form::Form;
use crate::organisation::Org;
use crate::words::Words;

/// What an organisation says in a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    InFavour,
    Against,
    Abstains,
    DoesNotTakePart,
}

/// What carries a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Majority {
    #[default]
    Simple,
    Absolute,
    TwoThirds,
    Unanimity,
}

/// One organisation of the electorate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteRow {
    pub organisation: Org,
    /// `None`: it said nothing.
    pub choice: Option<Choice>,
    /// How many votes it has.
    pub votes: u32,
    /// The message behind what was entered, where the reader may see it.
    pub evidence: Option<String>,
}

/// The count of a vote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub in_favour: u32,
    pub against: u32,
    pub abstaining: u32,
    /// How many organisations took part, and how many must.
    pub took_part: u32,
    pub quorum: u32,
    pub quorum_met: bool,
    pub carried: bool,
    pub majority: Majority,
}

impl Choice {
    /// All, in the order of the buttons.
    pub const ALL: [Self; 4] = [
        Self::InFavour,
        Self::Against,
        Self::Abstains,
        Self::DoesNotTakePart,
    ];

    /// The word of the record.
    pub fn value(self) -> &'static str {
        match self {
            Self::InFavour => "in_favour",
            Self::Against => "against",
            Self::Abstains => "abstains",
            Self::DoesNotTakePart => "does_not_take_part",
        }
    }

    /// What stands behind a word of the record.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.value() == word)
    }

    pub(crate) fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::InFavour => "choice-in-favour",
            Self::Against => "choice-against",
            Self::Abstains => "choice-abstains",
            Self::DoesNotTakePart => "choice-not-part",
        })
    }
}

impl Majority {
    /// What stands behind a word of the record.
    pub fn of(word: &str) -> Self {
        match word {
            "absolute" => Self::Absolute,
            "two_thirds" => Self::TwoThirds,
            "unanimity" => Self::Unanimity,
            _ => Self::Simple,
        }
    }

    /// The words of the record with the keys of their names, in order.
    pub(crate) const NAMED: [(&'static str, &'static str); 4] = [
        ("simple", "majority-simple"),
        ("absolute", "majority-absolute"),
        ("two_thirds", "majority-two-thirds"),
        ("unanimity", "majority-unanimity"),
    ];

    pub(crate) fn words(self, words: &Words) -> &str {
        words.t(match self {
            Self::Simple => "majority-simple",
            Self::Absolute => "majority-absolute",
            Self::TwoThirds => "majority-two-thirds",
            Self::Unanimity => "majority-unanimity",
        })
    }
}

impl Count {
    /// "4 in favour, 1 against, 2 abstaining. …".
    pub(crate) fn show(&self, words: &Words) -> Markup {
        let numbers = words.f(
            "vote-count",
            &[
                ("pro", self.in_favour.into()),
                ("contra", self.against.into()),
                ("abstaining", self.abstaining.into()),
            ],
        );
        html! {
            p {
                (numbers) " "
                @if !self.quorum_met {
                    (words.f("vote-no-quorum", &[("n", self.took_part.into()), ("needed", self.quorum.into())]))
                } @else { (words.f("vote-needed", &[("majority", self.majority.words(words).into())])) }
            }
        }
    }
}

/// Who said what, in protocol order; the number of votes where somebody has more than one.
pub(crate) fn rows(words: &Words, rows: &[VoteRow]) -> Markup {
    html! {
        @if !rows.is_empty() {
            table {
                thead { tr {
                    th scope="col" { (words.t("round-organisation")) }
                    th scope="col" { (words.t("vote-said")) }
                } }
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" dir="auto" { (row.organisation.full()) }
                            td {
                                @match row.choice {
                                    Some(choice) => (choice.words(words)),
                                    None => span.m { (words.t("choice-nothing")) },
                                }
                                @if row.votes != 1 { " · " (words.f("vote-votes", &[("n", row.votes.into())])) }
                                @if let Some(href) = &row.evidence { " · " a href=(href) { (words.t("outcome-entered")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The four choices as radio buttons under one name.
pub(crate) fn choices(
    words: &Words,
    form: &Form,
    (name, legend): (&str, &str),
    chosen: &str,
) -> Markup {
    html! {
        fieldset {
            legend dir="auto" { (legend) }
            @if let Some(problem) = form.problem(name) { div.problem id=(format!("f-{name}")) { (problem) } }
            @for choice in Choice::ALL {
                @let id = format!("f-{name}-{}", choice.value());
                p.tick {
                    input type="radio" name=(name) value=(choice.value()) id=(id) checked[chosen == choice.value()];
                    label for=(id) { (choice.words(words)) }
                }
            }
        }
    }
}
