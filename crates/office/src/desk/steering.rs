//! A silence procedure as those see it who steer it, and what waits for them.

use group::calendar::{Announced, Calendar};
use group::parts::{ChairStep, SettingValue};
use group::settings;
use group::state::{Decision, Message, Outage, Procedure};
use group::{Day, Id, Instant};

use super::Desk;

impl Desk<'_> {
    /// The other chairs whose word a step still needs; empty with one chair alone.
    #[must_use]
    pub fn awaited_chairs(&self, step: ChairStep, thing: Id) -> Vec<Id> {
        let own = self.viewer.organisation.filter(|_| self.is_chair());
        self.state().chairs_to_agree(step, thing, own, self.day())
    }

    /// Whether the viewer's organisation has said yes, as chair, to a step that awaits another.
    #[must_use]
    pub fn has_agreed(&self, step: ChairStep, thing: Id) -> bool {
        let own = self.viewer.organisation;
        own.is_some_and(|own| self.state().has_agreed(step, thing, own))
    }

    /// Unread messages that may hold a position in a procedure; for those who steer it.
    #[must_use]
    pub fn unread_for(&self, procedure: &Procedure) -> usize {
        self.state().unread_for(procedure)
    }

    /// The outage across the deadline of a procedure.
    #[must_use]
    pub fn outage_across(&self, procedure: &Procedure) -> Option<Outage> {
        self.state().outage_across(procedure)
    }

    /// What the clock of the seat will show at the deadline by the rules of its zone that are known now, where
    /// that is not what was announced.
    #[must_use]
    pub fn clock_has_changed(&self, procedure: &Procedure) -> Option<Announced> {
        let now = self.state().clock(procedure.deadline);
        (now != procedure.announced).then_some(now)
    }

    /// The day so many working days behind that of an instant.
    #[must_use]
    pub fn working_days_after(&self, at: Instant, count: usize) -> Day {
        let day = self.state().day(at);
        self.state().calendar.working_days_after(day, count)
    }

    /// Why the decision that a procedure led to was annulled; inside only.
    #[must_use]
    pub fn annulment_reason(&self, procedure: &Procedure) -> Option<String> {
        let mut decisions = self.state().decisions.iter().rev();
        let decision = decisions.find(|d| d.procedure() == Some(procedure.id))?;
        let reason = decision.annulled.as_ref()?.reason.reveal().cloned();
        reason.filter(|_| self.is_inside())
    }

    /// Of a text that was published and whose adoption was annulled since: its title, the decision, and when it
    /// was published; public, as the text was. `None`: it is none, or is published again.
    #[must_use]
    pub fn undone(&self, slug: &str) -> Option<(&str, &Decision, Instant)> {
        let (_, text) = self.state().text_named(slug)?;
        let undone = text
            .annulled
            .iter()
            .rev()
            .find(|one| one.published.is_some())?;
        let published = undone
            .published
            .as_ref()
            .filter(|_| text.published.is_none())?;
        let decision = self.state().decisions.get(undone.decision)?;
        Some((&text.title, decision, published.at))
    }

    /// Messages to the group, newest arrival first; for the secretariat alone.
    #[must_use]
    pub fn inbox(&self) -> Vec<(Id, &Message)> {
        if !self.is_secretariat() {
            return Vec::new();
        }
        let mut all: Vec<_> = self.state().inbox.iter().map(|(id, m)| (*id, m)).collect();
        all.sort_by_key(|(id, message)| (std::cmp::Reverse(message.arrived), *id));
        all
    }

    /// Procedures in which a position can be entered, with the short names of their texts: those that run or
    /// await the chair.
    #[must_use]
    pub fn open_procedures(&self) -> Vec<(&str, &Procedure)> {
        let state = self.state();
        let open = state.procedures.values().filter(|p| p.is_unconfirmed());
        let named = |procedure: &Procedure| state.texts.get(&procedure.text);
        open.filter_map(|p| Some((named(p)?.slug.as_str(), p)))
            .collect()
    }

    /// The rules of the group: each setting with its value, and whether that is its default.
    #[must_use]
    pub fn rules(&self) -> Vec<(&'static str, SettingValue, bool)> {
        let all = settings::DEFAULTS.iter().map(|(name, default)| {
            let value = self
                .state()
                .setting(name)
                .unwrap_or_else(|| default.clone());
            let is_default = value == *default;
            (*name, value, is_default)
        });
        all.collect()
    }

    /// The working days of the group's seat.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        &self.state().calendar
    }
}
