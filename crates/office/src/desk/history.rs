//! What sources tell: public, as the sources are.

use group::state::{
    Cited, Mandate, MeetingTold, MembershipTold, OfficeTold, Organisation, Purpose, Source, Theme,
    ThemeLink,
};
use group::{Day, Fact, Id, Known};

use crate::desk::Desk;

/// Who took part on a day, and whence it is known.
pub enum MembersOn<'d> {
    /// From the group's own record; empty where nobody took part.
    Lived(Vec<(Id, &'d Organisation)>),
    /// From a source, in its order.
    Told(Vec<(Id, &'d Organisation)>, &'d Source),
    /// The source says it of other days.
    NotTold(Vec<Day>, &'d Source),
}

impl Desk<'_> {
    /// What the group is for.
    #[must_use]
    pub fn purpose(&self) -> Option<&Purpose> {
        self.state().purpose()
    }

    /// A source.
    #[must_use]
    pub fn source(&self, id: Id) -> Option<&Source> {
        self.state().history.sources.get(&id)
    }

    /// The words of a passage; empty where they were withdrawn.
    #[must_use]
    pub fn passage(&self, cited: &Cited) -> String {
        cited.passage.reveal().cloned().unwrap_or_default()
    }

    /// Mandates, in the order of recording.
    #[must_use]
    pub fn mandates(&self) -> Vec<(Id, &Mandate)> {
        let all = self.state().mandates.iter();
        let mut found: Vec<_> = all.map(|(id, mandate)| (*id, mandate)).collect();
        found.sort_by_key(|(_, mandate)| mandate.act);
        found
    }

    /// Themes, in the group's order.
    #[must_use]
    pub fn themes(&self) -> Vec<(Id, &Theme)> {
        let all = self.state().themes.iter();
        let mut found: Vec<_> = all.map(|(id, theme)| (*id, theme)).collect();
        found.sort_by_key(|(_, theme)| theme.order);
        found
    }

    /// The theme of this short name.
    #[must_use]
    pub fn theme(&self, slug: &str) -> Option<(Id, &Theme)> {
        self.state().theme_named(slug)
    }

    /// A theme by its id.
    #[must_use]
    pub fn theme_by_id(&self, id: Id) -> Option<&Theme> {
        self.state().themes.get(&id)
    }

    /// Themes that bear on a theme, each with what was said and by whom.
    #[must_use]
    pub fn linked_themes(&self, theme: Id) -> Vec<(&Theme, &ThemeLink)> {
        let links = self.state().theme_links.iter();
        links
            .filter_map(|link| {
                let other = match theme {
                    id if id == link.first => link.second,
                    id if id == link.second => link.first,
                    _ => return None,
                };
                Some((self.state().themes.get(&other)?, link))
            })
            .collect()
    }

    /// Meetings that sources tell of, newest first.
    #[must_use]
    pub fn meetings_told(&self) -> Vec<(Id, &MeetingTold)> {
        let all = self.state().history.meetings.iter();
        let mut found: Vec<_> = all.map(|(id, meeting)| (*id, meeting)).collect();
        found.sort_by_key(|(id, meeting)| std::cmp::Reverse((meeting.on, *id)));
        found
    }

    /// The meeting of this short name that a source tells of.
    #[must_use]
    pub fn meeting_told(&self, slug: &str) -> Option<(Id, &MeetingTold)> {
        let meetings = &self.state().history.meetings;
        let found = meetings.iter().find(|(_, meeting)| meeting.slug == slug)?;
        Some((*found.0, found.1))
    }

    /// Which one of its level each meeting is.
    #[must_use]
    pub fn ordinals(&self) -> std::collections::BTreeMap<Id, Known<u32>> {
        self.state().ordinals()
    }

    /// Which one of its level a meeting is.
    #[must_use]
    pub fn ordinal(&self, meeting: Id) -> Known<u32> {
        self.state().ordinal(meeting)
    }

    /// A meeting that a source tells of, by its id.
    #[must_use]
    pub fn meeting_told_by_id(&self, id: Id) -> Option<&MeetingTold> {
        self.state().history.meetings.get(&id)
    }

    /// Offices that a source tells of on a day, in its order.
    #[must_use]
    pub fn offices_told(&self, on: Day) -> Vec<&OfficeTold> {
        let told = self.state().history.offices.iter();
        told.filter(|office| office.on == on).collect()
    }

    /// Offices of an organisation that sources tell of.
    #[must_use]
    pub fn offices_told_of(&self, organisation: Id) -> Vec<&OfficeTold> {
        let told = self.state().history.offices.iter();
        told.filter(|office| office.organisation == organisation)
            .collect()
    }

    /// The days on which an organisation took part, as sources tell.
    #[must_use]
    pub fn memberships_told_of(&self, organisation: Id) -> Vec<&MembershipTold> {
        let told = self.state().history.memberships.iter();
        told.filter(|membership| membership.organisation == organisation)
            .collect()
    }

    /// Name and function of the one who held an office, as the source prints them.
    #[must_use]
    pub fn office_person(&self, office: &OfficeTold) -> (String, String) {
        let function = office.function.reveal().cloned().unwrap_or_default();
        (self.person(office.person).to_owned(), function)
    }

    /// The day of which the group's list of members is shown when none is asked for: today, or the last
    /// of which a source tells where nothing else is known.
    #[must_use]
    pub fn members_day(&self) -> Day {
        let told = self.state().days_told();
        match told.last() {
            Some(last) if !self.has_lived() => *last,
            _ => self.day(),
        }
    }

    /// Who took part on a day.
    #[must_use]
    pub fn members_on(&self, on: Day) -> MembersOn<'_> {
        let state = self.state();
        let told: Vec<_> = state
            .history
            .memberships
            .iter()
            .filter(|membership| membership.on == on)
            .collect();
        if let Some(source) = told.first().and_then(|m| self.source(m.cited.source)) {
            let organisations = told.iter().filter_map(|membership| {
                Some((
                    membership.organisation,
                    state.organisations.get(&membership.organisation)?,
                ))
            });
            return MembersOn::Told(organisations.collect(), source);
        }
        let any = state.history.memberships.first();
        if let Some(source) = any.and_then(|m| self.source(m.cited.source))
            && !self.has_lived()
        {
            return MembersOn::NotTold(state.days_told(), source);
        }
        MembersOn::Lived(self.participants_on(on))
    }

    /// Whether any organisation takes or took part by the group's own record.
    fn has_lived(&self) -> bool {
        let mut organisations = self.state().organisations.values();
        organisations.any(|organisation| !organisation.memberships.is_empty())
    }
}

/// Whether what an act says is public: it comes from a public source, stands on the public site anyhow, or
/// made something public.
pub(crate) fn is_public(fact: &Fact) -> bool {
    fact.is_history() && !matches!(fact, Fact::PersonRecorded(_))
        || matches!(
            fact,
            Fact::TextPublished(_)
                | Fact::NoteIssued(_)
                | Fact::DecisionReleased(_)
                | Fact::PurposeSet(_)
                | Fact::MandateRecorded(_)
                | Fact::ThemeOpened(_)
                | Fact::ThemeClosed(_)
                | Fact::ThemesLinked(_)
                | Fact::ProfileStated(_)
        )
}
