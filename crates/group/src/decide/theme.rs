//! Commands about the purpose, mandates, themes and profiles.

use crate::class::Restricted;
use crate::command::Command;
use crate::decide::Deciding;
use crate::decide::people::purpose_set;
use crate::fact::{
    Fact, MandateRecorded, ProfileStated, ThemeClosed, ThemeOpened, ThemesLinked, ThemesTagged,
};

impl Deciding<'_> {
    pub(super) fn theme(&self, command: &Command) -> Vec<Fact> {
        let fact = match command.clone() {
            Command::SetPurpose { words, approaches } => purpose_set(&words, &approaches, self.day),
            Command::RecordMandate {
                mandate,
                body,
                instrument,
                on,
                asks,
            } => MandateRecorded {
                mandate,
                body,
                instrument: instrument.into(),
                on: on.into(),
                asks,
                source: None,
                passage: Restricted::Withheld,
            }
            .into(),
            Command::OpenTheme {
                theme,
                slug,
                name,
                meeting,
            } => ThemeOpened {
                theme,
                slug,
                name,
                since: self.day,
                meeting,
            }
            .into(),
            Command::CloseTheme { theme } => ThemeClosed {
                theme,
                until: self.day,
            }
            .into(),
            Command::LinkThemes {
                first,
                second,
                said_by,
                words,
            } => ThemesLinked {
                first,
                second,
                said_by,
                words,
            }
            .into(),
            Command::Tag {
                noun,
                thing,
                themes,
            } => ThemesTagged {
                noun,
                thing,
                themes,
            }
            .into(),
            Command::StateProfile {
                organisation,
                works_on,
                words,
            } => ProfileStated {
                organisation,
                since: self.day,
                works_on,
                words,
            }
            .into(),
            _ => return Vec::new(),
        };
        vec![fact]
    }
}
