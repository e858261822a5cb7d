//! The part of [`crate::laws`] that is about meetings: what a reader computes of them from the acts alone.

use std::collections::{BTreeMap, BTreeSet};

use group::parts::{Category, MeetingLevel, Presence};
use group::state::{Basis, Meeting};
use group::{
    Act, AgendaProposed, Day, DecisionAdopted, DecisionPut, Fact, Hat, Id, Instant, State,
};
use jiff::tz::TimeZone;

use crate::world::{World, ZONE};

/// A meeting as a reader sees it.
#[derive(Default)]
struct Sitting {
    level: Option<MeetingLevel>,
    open: bool,
    agenda: bool,
    there: BTreeSet<Id>,
    put: Option<DecisionPut>,
}

/// What a reader keeps while going through the acts, without the law's own code.
#[derive(Default)]
struct Reader {
    categories: BTreeMap<String, Category>,
    /// In the order of recording.
    organisations: Vec<Id>,
    memberships: Vec<(Id, String, Day, Option<Day>)>,
    sittings: BTreeMap<Id, Sitting>,
    objected: BTreeSet<Id>,
    /// How many decisions and actions have their numbers, by year.
    decisions: BTreeMap<i16, u32>,
    actions: BTreeMap<i16, u32>,
    /// Open actions with their level.
    open: BTreeMap<Id, MeetingLevel>,
    by_consensus: usize,
    /// On what is put to a meeting: the decision and the meeting.
    votes: BTreeMap<Id, (Id, Id)>,
}

/// Holds every act about meetings and actions against those before it.
pub(crate) fn lawful(state: &State, acts: &[Act]) {
    let mut reader = Reader::default();
    for act in acts {
        reader.people(&act.fact);
        reader.meeting(act);
        reader.action(act);
    }
    let by_consensus = |basis: &Basis| matches!(basis, Basis::Consensus { .. });
    let decided = state.decisions.iter().filter(|d| by_consensus(&d.basis));
    assert_eq!(decided.count(), reader.by_consensus);
    let open = state.actions.values().filter(|action| action.is_open());
    let open: BTreeSet<Id> = open.map(|action| action.id).collect();
    assert_eq!(open, reader.open.keys().copied().collect());
    for (id, meeting) in &state.meetings {
        let sitting = &reader.sittings[id];
        assert_eq!(meeting.is_open(), sitting.open);
        let present: BTreeSet<Id> = meeting.present().collect();
        assert_eq!(present, sitting.there);
    }
    let taken_up = state.meetings.values().filter(|m| !m.is_cancelled());
    let taken_up: Vec<Id> = taken_up
        .flat_map(|m| m.agenda.iter().filter_map(|line| line.deferred))
        .collect();
    let once: BTreeSet<&Id> = taken_up.iter().collect();
    assert_eq!(once.len(), taken_up.len(), "taken up twice");
}

fn seat_day(at: Instant) -> Day {
    let zone = TimeZone::get(ZONE).expect("a zone");
    Day(at.timestamp().to_zoned_datetime(zone).date())
}

fn next(counts: &mut BTreeMap<i16, u32>, at: Instant) -> (u32, u32, String) {
    let year = seat_day(at).0.year();
    let count = counts.entry(year).or_default();
    *count += 1;
    let in_record = u32::try_from(year).expect("a year");
    (in_record, *count, format!("{year}/{count}"))
}

impl Reader {
    fn people(&mut self, fact: &Fact) {
        match fact {
            Fact::CategoryDefined(f) => {
                self.categories.insert(f.category.clone(), f.rights);
            }
            Fact::OrganisationRecorded(f) => self.organisations.push(f.organisation),
            Fact::MembershipStarted(f) => {
                let started = (f.organisation, f.category.clone(), f.since, None);
                self.memberships.push(started);
            }
            Fact::MembershipEnded(f) => {
                let mut of = self.memberships.iter_mut().rev();
                let last = of.find(|membership| membership.0 == f.organisation);
                last.expect("a membership").3 = Some(f.until);
            }
            _ => {}
        }
    }

    /// Members with the right to object on the day that are there, in protocol order.
    fn present(&self, sitting: &Sitting, day: Day) -> Vec<Id> {
        let may_object = |organisation: &Id| {
            self.memberships.iter().any(|(of, category, since, until)| {
                of == organisation
                    && *since <= day
                    && until.is_none_or(|until| day <= until)
                    && self.categories.get(category).is_some_and(|c| c.may_object)
            })
        };
        let all = self.organisations.iter().filter(|id| may_object(id));
        all.filter(|id| sitting.there.contains(id))
            .copied()
            .collect()
    }

    fn meeting(&mut self, act: &Act) {
        match &act.fact {
            Fact::MeetingCalled(f) => {
                self.sittings.entry(f.meeting).or_default().level = Some(f.level);
            }
            Fact::MeetingOpened(f) => self.sitting(f.meeting).open = true,
            Fact::MeetingClosed(f) => {
                let sitting = self.sitting(f.meeting);
                assert!(sitting.put.is_none(), "closed on an unsettled decision");
                sitting.open = false;
            }
            Fact::AgendaAdopted(f) => self.sitting(f.meeting).agenda = true,
            Fact::AttendanceMarked(f) => {
                let sitting = self.sitting(f.meeting);
                for mark in &f.marks {
                    sitting.there.remove(&mark.organisation);
                    if matches!(mark.presence, Presence::Head | Presence::Representative) {
                        sitting.there.insert(mark.organisation);
                    }
                }
            }
            Fact::DecisionPut(f) => {
                let sitting = self.sitting(f.meeting);
                assert!(sitting.open && sitting.agenda && sitting.put.is_none());
                sitting.put = Some((**f).clone());
            }
            Fact::DecisionObjected(f) => {
                let present = self.present(&self.sittings[&f.meeting], seat_day(act.time));
                assert!(f.objecting.iter().all(|id| present.contains(id)));
                self.sitting(f.meeting).put = None;
                self.objected.insert(f.decision);
            }
            Fact::DecisionAdopted(f) => {
                let number = next(&mut self.decisions, act.time);
                assert_eq!((f.year, f.rank, f.number.clone()), number);
                self.adopted(act, f);
            }
            Fact::VoteOpened(f) => self
                .votes
                .extend(f.decision.zip(f.meeting).map(|on| (f.vote, on))),
            // What is voted down is as little decided as what met an objection.
            Fact::VoteClosed(f) if !f.tally.carried => {
                if let Some((decision, meeting)) = self.votes.get(&f.vote).copied() {
                    self.objected.insert(decision);
                    self.sitting(meeting).put = None;
                }
            }
            Fact::AgendaProposed(f) => self.carries(f),
            _ => {}
        }
    }

    fn sitting(&mut self, meeting: Id) -> &mut Sitting {
        self.sittings.get_mut(&meeting).expect("a meeting")
    }

    fn adopted(&mut self, act: &Act, fact: &DecisionAdopted) {
        let Some(meeting) = fact.meeting else {
            return;
        };
        self.by_consensus += usize::from(fact.vote.is_none());
        let sitting = &self.sittings[&meeting];
        assert!(sitting.open && sitting.agenda);
        assert_eq!(act.hat, Hat::Chair);
        let present = self.present(sitting, seat_day(act.time));
        assert!(!present.is_empty(), "decided by nobody");
        match fact.vote {
            None => assert_eq!(fact.participants, present),
            Some(_) => assert!(fact.participants.iter().all(|id| present.contains(id))),
        }
        assert!(
            !self.objected.contains(&fact.decision),
            "an objection stood"
        );
        let put = self.sitting(meeting).put.take().expect("it was put");
        assert_eq!((put.decision, &put.title), (fact.decision, &fact.title));
        assert_eq!(
            (Some(&put.words), Some(put.item), Some(put.kind)),
            (fact.words.as_ref(), fact.item, fact.kind)
        );
    }

    /// Every open action of the level stands on the agenda, and nothing that is over.
    fn carries(&self, fact: &AgendaProposed) {
        let level = self.sittings[&fact.meeting].level;
        let lines = fact.items.iter();
        let carried: BTreeSet<Id> = lines.flat_map(|line| line.carries.clone()).collect();
        for (action, of) in &self.open {
            assert!(Some(*of) != level || carried.contains(action), "left out");
        }
        assert!(carried.iter().all(|action| self.open.contains_key(action)));
    }

    fn action(&mut self, act: &Act) {
        match &act.fact {
            Fact::ActionOpened(f) => {
                let number = next(&mut self.actions, act.time);
                assert_eq!((f.year, f.rank, f.number.clone()), number);
                let meeting = f.meeting.and_then(|id| self.sittings[&id].level);
                let level = meeting.unwrap_or(MeetingLevel::WorkingLevel);
                self.open.insert(f.action, level);
            }
            Fact::ActionDone(f) => self.ends(f.action),
            Fact::ActionDropped(f) => self.ends(f.action),
            _ => {}
        }
    }

    fn ends(&mut self, action: Id) {
        assert!(self.open.remove(&action).is_some(), "it ended before");
    }
}

/// What the law decides about meetings, apart from the words that it carries along.
pub(crate) fn decided(state: &State) -> String {
    let meetings: Vec<_> = state.meetings.iter().map(meeting_decided).collect();
    let actions: Vec<_> = state
        .actions
        .values()
        .map(|a| {
            let steps: Vec<_> = a.steps.iter().map(|s| (&s.what, s.by, s.at)).collect();
            let due = state.due_day(a);
            (&a.number, &a.owners, a.meeting, due, a.standing, steps)
        })
        .collect();
    let decisions: Vec<_> = state
        .decisions
        .iter()
        .map(|d| {
            let attached: Vec<_> = d.attachments.iter().map(|(by, a, _)| (by, a)).collect();
            let said = (&d.title, &d.words, d.kind, d.basis);
            let by = (&d.participants, &d.absent, &d.attached, attached);
            (&d.number, said, by, d.at, &d.released)
        })
        .collect();
    format!("{meetings:?} {actions:?} {decisions:?}")
}

fn meeting_decided((id, m): (&Id, &Meeting)) -> String {
    let outcomes: Vec<_> = m.outcomes.iter().map(|(i, end)| (i, end.outcome)).collect();
    let minutes = m.minutes.as_ref().map(|minutes| {
        let asked = minutes.corrections.iter().map(|c| (c.organisation, c.at));
        (minutes.edition, minutes.until, asked.collect::<Vec<_>>())
    });
    let left: Vec<_> = m.left_over().iter().map(|line| line.item).collect();
    let held = (m.standing, m.begins, m.moved, &m.agenda, m.agenda_adopted);
    let objected = m.objected.iter().map(|o| (&o.put, &o.objecting));
    let put = (&m.attendance, &m.put, objected.collect::<Vec<_>>());
    let quoted: Vec<_> = m
        .quotations
        .iter()
        .map(|q| (q.id, q.organisation))
        .collect();
    let after = (minutes, quoted, &m.note, left);
    format!("{id} {held:?} {put:?} {outcomes:?} {after:?}")
}

/// What came about in a history, for a test that all of it does.
pub(crate) fn reached(world: &World) -> BTreeSet<&'static str> {
    let mut seen = BTreeSet::new();
    let state = &world.state;
    let met = |decision: &group::state::Decision| decision.meeting().is_some();
    if state.decisions.iter().any(met) {
        seen.insert("decided in a meeting");
    }
    if state.decisions.iter().any(met) && !state.decisions.iter().all(met) {
        seen.insert("numbers over both ways");
    }
    if state
        .decisions
        .iter()
        .any(|d| met(d) && !d.absent.is_empty())
    {
        seen.insert("decided without one");
    }
    if state.decisions.iter().any(|d| !d.attachments.is_empty()) {
        seen.insert("attached");
    }
    let released = state.decisions.iter().filter_map(|d| d.released.as_ref());
    for released in released {
        let words = ["released", "released with what was chosen"];
        seen.insert(words[usize::from(!released.attached.is_empty())]);
    }
    for meeting in state.meetings.values() {
        seen.insert(crate::stages::of_meeting(meeting));
        if meeting
            .note
            .as_ref()
            .is_some_and(|n| !n.quotations.is_empty())
        {
            seen.insert("quoted in a note");
        }
        if !meeting.objected.is_empty() {
            seen.insert("objected in a meeting");
        }
        if meeting.agenda.iter().any(|line| line.deferred.is_some()) {
            seen.insert("taken up again");
        }
        let of_level = |id: &Id| state.action_level(&state.actions[id]) == meeting.level;
        for action in meeting.agenda.iter().flat_map(|line| &line.carries) {
            let words = ["carried as overdue", "carried"];
            seen.insert(words[usize::from(of_level(action))]);
        }
    }
    for action in state.actions.values() {
        seen.insert(crate::stages::of_action(action.standing));
    }
    seen
}

/// All that a good number of histories reaches.
pub(crate) const REACHED: [&str; 23] = [
    "decided in a meeting",
    "numbers over both ways",
    "decided without one",
    "attached",
    "released",
    "released with what was chosen",
    "quoted in a note",
    "called",
    "agenda proposed",
    "in session",
    "agenda adopted",
    "decision put",
    "closed",
    "minutes circulated",
    "cancelled",
    "objected in a meeting",
    "taken up again",
    "carried",
    "carried as overdue",
    "open",
    "in progress",
    "done",
    "dropped",
];
