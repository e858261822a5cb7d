//! Organisations and the hats in which people act for them.

use maud::{Markup, html};

use crate::frame::Cx;
use crate::words::Words;

/// An organisation as pages name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Org {
    /// As recorded: "FDW". Empty when it has none.
    pub short: String,
    pub name: String,
}

/// In which quality a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hat {
    Head,
    FocalPoint,
    Alternate,
    Reviewer,
    Secretariat,
    Chair,
    CoChair,
    Coordinator,
    Observer,
}

/// For whom, and in which qualities, the reader of a page acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActsFor {
    pub organisation: Org,
    /// The seat first, then offices.
    pub hats: Vec<Hat>,
}

impl Org {
    /// Both names from literals.
    pub fn new(short: &str, name: &str) -> Self {
        Self {
            short: short.to_owned(),
            name: name.to_owned(),
        }
    }

    /// The short form, or the name where there is none.
    pub fn brief(&self) -> &str {
        if self.short.is_empty() {
            &self.name
        } else {
            &self.short
        }
    }

    /// "Fund for Decent Work at Sea (FDW)".
    pub fn full(&self) -> String {
        if self.short.is_empty() || self.short == self.name {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.short)
        }
    }

    /// The short form with the name behind it.
    pub fn abbreviated(&self) -> Markup {
        html! {
            @if self.short.is_empty() { bdi { (self.name) } }
            @else { abbr title=(self.name) { (self.short) } }
        }
    }
}

impl Hat {
    /// "ICAT Coordinator": an office of the group, not of a meeting or an organisation.
    pub(crate) fn of_group(self, cx: &Cx<'_>) -> String {
        let name = self.name(cx.words);
        match &cx.shell.group {
            Some(group) if !group.abbreviation.is_empty() => cx.words.f(
                "meeting-office",
                &[
                    ("group", group.abbreviation.as_str().into()),
                    ("office", name.into()),
                ],
            ),
            _ => name.to_owned(),
        }
    }

    /// "focal point", within a sentence.
    pub fn words<'w>(&self, words: &'w Words) -> &'w str {
        words.t(match self {
            Self::Head => "hat-head",
            Self::FocalPoint => "hat-focal-point",
            Self::Alternate => "hat-alternate",
            Self::Reviewer => "hat-reviewer",
            Self::Secretariat => "hat-secretariat",
            Self::Chair => "hat-chair",
            Self::CoChair => "hat-co-chair",
            Self::Coordinator => "hat-coordinator",
            Self::Observer => "hat-observer",
        })
    }
}

impl Hat {
    /// "Coordinator", as a heading.
    pub fn name<'w>(&self, words: &'w Words) -> &'w str {
        words.t(match self {
            Self::Secretariat => "office-secretariat",
            Self::Chair => "office-chair",
            Self::CoChair => "office-co-chair",
            Self::Coordinator => "office-coordinator",
            _ => return self.words(words),
        })
    }
}

impl ActsFor {
    /// "You act for Fund for Decent Work at Sea, as focal point."
    pub fn sentence(&self, words: &Words) -> String {
        words.f(
            "hat-acts-for",
            &[
                ("organisation", self.organisation.name.as_str().into()),
                ("hats", self.hats(words).into()),
            ],
        )
    }

    /// "focal point and chair".
    pub fn hats(&self, words: &Words) -> String {
        words.list(
            &self
                .hats
                .iter()
                .map(|hat| hat.words(words))
                .collect::<Vec<_>>(),
        )
    }
}

/// Several organisations in a row, in the order given (the group's protocol order).
pub fn row_of(orgs: &[Org]) -> Markup {
    html! {
        @for (at, org) in orgs.iter().enumerate() {
            @if at > 0 { ", " }
            b { (org.abbreviated()) }
        }
    }
}
