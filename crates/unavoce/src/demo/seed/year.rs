//! Plays the year: everything that the fiction tells stands in one line of time, and each event becomes
//! the commands that people would have given.

use std::collections::VecDeque;

use group::Instant;
use office::Failed;

use super::calendar::{Calendar, instant, workday_after, workday_before};
use super::{MINUTE_MS, Seeding};
use crate::demo::fiction::script::{Edition, Key, Paper, Scene, Sitting};
use crate::demo::fiction::{COMING, HEADS, JOURNAL, LEDGER, SINCE, THIRD, WORKING};

/// Something that happened at one time.
pub(super) enum Event {
    Called(&'static Sitting),
    Agenda(&'static Sitting),
    Paper(&'static Sitting, &'static Paper),
    Held(&'static Sitting),
    Minutes(&'static Sitting, &'static Edition),
    Scene(&'static Scene),
}

/// What is still to be played, in the order of time.
pub(super) struct Year(VecDeque<(Instant, Event)>);

static PAST_HEADS: &[Sitting] = &HEADS;
static PAST_WORKING: &[Sitting] = &WORKING;
static PAST_THIRD: &[Sitting] = &[THIRD];
static PAST_SINCE: &[Sitting] = &SINCE;
static AHEAD: &[Sitting] = &COMING;

/// The meeting that the script calls so.
pub(super) fn sitting(key: Key) -> Option<&'static Sitting> {
    held().find(|sitting| sitting.key == key)
}

fn held() -> impl Iterator<Item = &'static Sitting> {
    let working = PAST_WORKING.iter().chain(PAST_THIRD).chain(PAST_SINCE);
    PAST_HEADS.iter().chain(working)
}

impl Year {
    pub(super) fn before(start: Instant) -> Self {
        let calendar = Calendar::of(start);
        let mut events = Vec::new();
        for sitting in held() {
            let on = calendar.sitting(sitting);
            let at = |days: i64, hour| calendar.at(workday_before(on, days), hour);
            events.push((calendar.ago(sitting.called, 9), Event::Called(sitting)));
            events.push((at(14, 11), Event::Agenda(sitting)));
            for paper in sitting.papers {
                let days = if paper.revises.is_some() { 4 } else { 10 };
                events.push((at(days, 14), Event::Paper(sitting, paper)));
            }
            let begins = instant(on, sitting.zone, sitting.hours.0);
            events.push((begins, Event::Held(sitting)));
            for edition in sitting.minutes {
                let day = workday_after(on, edition.after);
                events.push((calendar.at(day, 16), Event::Minutes(sitting, edition)));
            }
        }
        for sitting in AHEAD {
            events.push((calendar.ago(sitting.called, 9), Event::Called(sitting)));
        }
        for scene in JOURNAL.iter().chain(LEDGER) {
            events.push((calendar.when(scene.when), Event::Scene(scene)));
        }
        events.sort_by_key(|(at, _)| *at);
        Self(events.into())
    }

    /// Plays what happened before a time.
    pub(super) fn until(&mut self, seeding: &mut Seeding, end: Instant) -> Result<(), Failed> {
        while self.0.front().is_some_and(|(at, _)| *at < end) {
            let Some((at, event)) = self.0.pop_front() else {
                break;
            };
            seeding.set(at);
            match event {
                Event::Called(sitting) => seeding.call(sitting)?,
                Event::Agenda(sitting) => seeding.propose(sitting)?,
                Event::Paper(sitting, paper) => seeding.table(sitting, paper)?,
                Event::Held(sitting) => seeding.hold(sitting)?,
                Event::Minutes(sitting, edition) => seeding.circulate(sitting, edition)?,
                Event::Scene(scene) => {
                    for deed in scene.deeds {
                        seeding.play(deed)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl Seeding {
    /// What the meetings that are still to come have ahead of them, some hours before the start.
    pub(super) fn prepare(&mut self) -> Result<(), Failed> {
        self.before(8 * 60 * MINUTE_MS);
        for sitting in AHEAD.iter().filter(|sitting| !sitting.agenda.is_empty()) {
            self.propose(sitting)?;
            for paper in sitting.papers {
                self.table(sitting, paper)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::is_weekend;
    use super::*;

    #[test]
    fn meetings_fall_on_working_days_and_days_are_counted_from_the_start() {
        for day in 0..7 {
            let start: Instant = format!("2027-02-1{day}T10:00:00Z").parse().unwrap();
            let calendar = Calendar::of(start);
            for sitting in held().chain(AHEAD) {
                let on = calendar.sitting(sitting);
                assert!(!is_weekend(on), "{} on {on}", sitting.key);
                let away = i64::from((calendar.today - on).get_days());
                assert!((away - sitting.ago).abs() <= 2, "{} on {on}", sitting.key);
            }
        }
    }
}
