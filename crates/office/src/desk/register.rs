//! Decisions, actions, offices and profiles as one viewer may see them.

use group::parts::{Attachment, AttachmentKind, PositionKind, Published};
use group::state::{Action, Decision, Procedure, Profile, Term, Theme};
use group::{Day, Id, Restricted};

use crate::desk::Desk;

/// A reservation, a statement or a dissociation attached to a decision.
pub struct AttachedSeen {
    pub organisation: Id,
    pub kind: AttachmentKind,
    pub words: String,
    /// Its author chose to have it published.
    pub publish: bool,
}

impl Desk<'_> {
    /// Whether the viewer acts for the chair or the secretariat.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        self.is_chair() || self.is_secretariat()
    }

    /// Words for those inside; empty where they were withdrawn or the viewer is a visitor.
    #[must_use]
    pub fn inner<'w>(&self, words: &'w Restricted<String>) -> &'w str {
        words
            .reveal()
            .filter(|_| self.is_inside())
            .map_or("", String::as_str)
    }

    /// The register of decisions, newest first: all inside, outside what is public.
    #[must_use]
    pub fn decisions(&self) -> Vec<&Decision> {
        let all = self.state().decisions.iter().rev();
        all.filter(|decision| self.sees_decision(decision))
            .collect()
    }

    /// The decision of this number, by the same rule.
    #[must_use]
    pub fn decision(&self, number: &str) -> Option<&Decision> {
        let found = self.state().decision_numbered(number)?;
        self.sees_decision(found).then_some(found)
    }

    /// A decision by its id, by the same rule.
    #[must_use]
    pub fn decision_by_id(&self, id: Id) -> Option<&Decision> {
        let found = self.state().decision(id)?;
        self.sees_decision(found).then_some(found)
    }

    fn sees_decision(&self, decision: &Decision) -> bool {
        self.is_inside() || self.is_released(decision)
    }

    /// Whether the public may read a decision: one on a text with the text, one of a meeting once it is
    /// released.
    #[must_use]
    pub fn is_released(&self, decision: &Decision) -> bool {
        match decision.text() {
            Some((text, _)) => {
                let text = self.state().texts.get(&text);
                text.is_some_and(|text| text.published.is_some())
            }
            None => decision.released.is_some(),
        }
    }

    /// The last day for reservations and statements to a decision of a meeting.
    #[must_use]
    pub fn attach_until(&self, decision: &Decision) -> Day {
        self.state().attach_until(decision)
    }

    /// Whether the viewer's organisation may attach a reservation or statement today.
    #[must_use]
    pub fn may_attach(&self, decision: &Decision) -> bool {
        let own = self.viewer.organisation.filter(|_| self.viewer.speaks());
        let member =
            |own: &Id| decision.participants.contains(own) || decision.absent.contains(own);
        let published = decision.text().is_some() && self.is_released(decision);
        decision.takes_attachments()
            && decision.released.is_none()
            && !published
            && own.as_ref().is_some_and(member)
            && self.day() <= self.attach_until(decision)
    }

    /// What is attached to a decision: inside all, outside what was released with it or published with its text.
    #[must_use]
    pub fn attached_to(&self, decision: &Decision) -> Vec<AttachedSeen> {
        if !self.is_inside() {
            let released = decision.released.iter().flat_map(|r| &r.attached);
            let text = decision
                .text()
                .and_then(|(id, _)| self.state().texts.get(&id));
            let published = text.and_then(|text| text.published.as_ref());
            let published = published.into_iter().flat_map(|p| &p.attached);
            let seen = released
                .chain(published)
                .map(|one: &Published| AttachedSeen {
                    organisation: one.organisation,
                    kind: one.kind,
                    words: one.text.clone(),
                    publish: true,
                });
            return seen.collect();
        }
        let mut found = self.attached_in_silence(decision);
        for (organisation, attachments, texts) in &decision.attachments {
            let texts = texts.reveal().map(Vec::as_slice).unwrap_or_default();
            for (at, attachment) in attachments.iter().enumerate() {
                found.push(AttachedSeen {
                    organisation: *organisation,
                    kind: attachment.kind,
                    words: texts.get(at).map(|t| t.0.clone()).unwrap_or_default(),
                    publish: attachment.publish,
                });
            }
        }
        found
    }

    /// What was attached in the silence procedure that led to a decision. A dissociation stands there also where
    /// it was said without words.
    fn attached_in_silence(&self, decision: &Decision) -> Vec<AttachedSeen> {
        let procedure = decision
            .procedure()
            .and_then(|id| self.state().procedures.get(&id));
        let mut found = Vec::new();
        for organisation in procedure.map(Procedure::attached).unwrap_or_default() {
            let Some(given) = procedure.and_then(|found| found.positions.get(&organisation)) else {
                continue;
            };
            let texts = given.texts.reveal().map(Vec::as_slice).unwrap_or_default();
            let words = |at: usize| texts.get(at).map(|text| text.0.clone()).unwrap_or_default();
            let for_good = given.attachments.iter().enumerate();
            let for_good = for_good.filter(|(_, one)| one.kind.is_for_good());
            found.extend(for_good.map(|(at, one)| AttachedSeen {
                organisation,
                kind: one.kind,
                words: words(at),
                publish: one.publish,
            }));
            let said = |one: &Attachment| one.kind == AttachmentKind::Dissociation;
            let dissociates = given.position == PositionKind::Dissociates;
            if dissociates && !given.attachments.iter().any(said) {
                found.push(AttachedSeen {
                    organisation,
                    kind: AttachmentKind::Dissociation,
                    words: String::new(),
                    publish: false,
                });
            }
        }
        found
    }

    /// What the public will read beside a decision of a meeting.
    #[must_use]
    pub fn for_release(&self, decision: &Decision) -> Vec<Published> {
        let chosen = self.attached_to(decision).into_iter();
        chosen
            // Words that are withheld can't be printed.
            .filter(|one| one.publish && !one.words.is_empty())
            .map(|one| Published {
                organisation: one.organisation,
                kind: one.kind,
                text: one.words,
            })
            .collect()
    }

    /// The actions in the order of their numbers; inside only.
    #[must_use]
    pub fn actions(&self) -> Vec<&Action> {
        if self.is_inside() {
            self.state().actions_in_order()
        } else {
            Vec::new()
        }
    }

    /// The action of this number; inside only.
    #[must_use]
    pub fn action(&self, number: &str) -> Option<&Action> {
        let found = self.state().action_numbered(number);
        found.filter(|_| self.is_inside())
    }

    /// The last day of an action, where it can be told.
    #[must_use]
    pub fn due_day(&self, action: &Action) -> Option<Day> {
        self.state().due_day(action)
    }

    /// Whether an action is open past its last day.
    #[must_use]
    pub fn is_overdue(&self, action: &Action) -> bool {
        self.state().is_overdue(action, self.day())
    }

    /// Whether the viewer may report on an action: one of its owners, or the secretariat.
    #[must_use]
    pub fn may_report(&self, action: &Action) -> bool {
        let own = self.viewer.organisation;
        self.is_secretariat()
            || (self.viewer.speaks() && own.is_some_and(|own| action.owners.contains(&own)))
    }

    /// The viewer acting on what concerns an organisation: for the own one, else as secretariat.
    #[must_use]
    pub fn acting_for(&self, organisations: &[Id]) -> group::Actor {
        let own = self.viewer.organisation;
        if self.viewer.speaks() && own.is_some_and(|own| organisations.contains(&own)) {
            self.viewer.speaking()
        } else {
            self.viewer.acting(group::Hat::Secretariat)
        }
    }

    /// The themes of a text, a decision or an action.
    #[must_use]
    pub fn themes_of(&self, thing: Id) -> Vec<(Id, &Theme)> {
        let carried = self.state().themes_of(thing).iter();
        carried
            .filter_map(|id| Some((*id, self.state().themes.get(id)?)))
            .collect()
    }

    /// What an organisation stated of itself as of a day; public.
    #[must_use]
    pub fn profile(&self, organisation: Id, on: Day) -> Option<&Profile> {
        self.state().profile(organisation, on)
    }

    /// Terms of office of an organisation, in the order of their assignment; public.
    #[must_use]
    pub fn terms_of(&self, organisation: Id) -> Vec<&Term> {
        let terms = self.state().terms.iter();
        terms
            .filter(|term| term.organisation == organisation)
            .collect()
    }

    /// Terms of office that ran on a day; public.
    #[must_use]
    pub fn terms_on(&self, on: Day) -> Vec<&Term> {
        self.state().terms_on(on).collect()
    }

    /// The name of whoever exercises an office: public, as the office is.
    #[must_use]
    pub fn exercised_by(&self, term: &Term) -> &str {
        let seat = term.exercised_by.and_then(|id| self.state().seats.get(&id));
        seat.map_or("", |seat| self.person(seat.person))
    }

    /// The organisation of this short name in addresses; public.
    #[must_use]
    pub fn organisation_at(&self, slug: &str) -> Option<(Id, &group::state::Organisation)> {
        self.state().organisation_named(slug)
    }

    /// The state's own lists for drafting an agenda: topics left over, minutes to approve, actions carried.
    #[must_use]
    pub fn for_agenda(&self, meeting: Id) -> ForAgenda<'_> {
        let level = self.state().meetings.get(&meeting).map(|m| m.level);
        let carried = level.map(|level| self.state().carried_by(level, self.day()));
        ForAgenda {
            left_over: self.state().left_over_for(meeting),
            minutes: self.state().minutes_to_approve(meeting),
            carried: carried.unwrap_or_default(),
        }
    }

    /// An action by its id; inside only.
    #[must_use]
    pub fn action_by_id(&self, id: Id) -> Option<&Action> {
        let found = self.state().actions.get(&id);
        found.filter(|_| self.is_inside())
    }

    /// A setting of the group that is a number.
    #[must_use]
    pub fn number_set(&self, name: &str) -> i64 {
        match self.state().setting(name) {
            Some(group::parts::SettingValue::Number(number)) => number,
            _ => 0,
        }
    }
}

/// What the draft of an agenda takes up.
pub struct ForAgenda<'d> {
    /// Topics that earlier meetings left over, with their meeting.
    pub left_over: Vec<(Id, &'d group::parts::AgendaItem)>,
    /// Meetings whose minutes wait for approval.
    pub minutes: Vec<(Id, &'d group::state::Meeting)>,
    /// Open actions, by number.
    pub carried: Vec<Id>,
}
