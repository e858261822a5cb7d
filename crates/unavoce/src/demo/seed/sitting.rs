//! Plays a meeting: its call, its agenda and papers, what happens in it, its minutes.

use group::parts::{AgendaItem, Day, ItemKind, ItemWords, Mark, MeetingLevel, Presence, SeatKind};
use group::{Command, Id, Noun};
use office::Failed;

use super::calendar::{instant, workday_after};
use super::{MINUTE_MS, Seeding, pdf};
use crate::demo::fiction::script::{
    About, During, Edition, File, Item, Key, Paper, Resolution, Sitting, Task,
};
use crate::demo::fiction::{Drafted, GROUP, Symbol};
use crate::demo::word;

impl Seeding {
    pub(super) fn call(&mut self, sitting: &'static Sitting) -> Result<(), Failed> {
        let on = self.calendar.sitting(sitting);
        let call = Command::CallMeeting {
            meeting: self.new_key(sitting.key),
            title: sitting.title.to_owned(),
            level: sitting.level,
            begins: instant(on, sitting.zone, sitting.hours.0),
            ends: instant(on, sitting.zone, sitting.hours.1),
            zone: sitting.zone.to_owned(),
            place: sitting.place.to_owned(),
        };
        self.act(self.secretariat(), &call)?;
        Ok(())
    }

    pub(super) fn propose(&mut self, sitting: &'static Sitting) -> Result<(), Failed> {
        let mut items = Vec::new();
        for item in sitting.agenda {
            let (text, deferred, minutes_of) = match item.about {
                About::Itself => (None, None, None),
                About::Text(slug) => (self.text_named(slug), None, None),
                About::Deferred(key) => (None, Some(self.key(key)), None),
                About::MinutesOf(key) => (None, None, Some(self.key(key))),
            };
            items.push(AgendaItem {
                item: self.new_key(item.key),
                title: item.title.to_owned(),
                kind: item.kind,
                text,
                deferred,
                minutes_of,
                carries: Vec::new(),
            });
        }
        let meeting = self.key(sitting.key);
        self.act(
            self.secretariat(),
            &Command::ProposeAgenda { meeting, items },
        )?;
        Ok(())
    }

    fn text_named(&self, slug: &str) -> Option<Id> {
        let loaded = self.office.loaded(GROUP)?;
        Some(loaded.state.text_named(slug)?.0)
    }

    pub(super) fn table(&mut self, sitting: &Sitting, paper: &Paper) -> Result<(), Failed> {
        let bytes = match paper.file {
            File::Word(lines) => word::drafted(&Drafted {
                slug: paper.key,
                title: paper.title,
                symbol: Symbol::Next,
                process: None,
                lines,
            }),
            File::Pdf(lines) => pdf::page(paper.title, lines),
        };
        let (kept, format) = self.office.keep_paper(GROUP, &bytes)?;
        let table = Command::TablePaper {
            paper: self.new_key(paper.key),
            meeting: self.key(sitting.key),
            item: paper.item.map(|item| self.key(item)),
            symbol: self.symbol(Symbol::Next),
            title: paper.title.to_owned(),
            file: kept.filed(),
            format: format.to_owned(),
            revises: paper.revises.map(|before| self.key(before)),
        };
        self.act(self.secretariat(), &table)?;
        Ok(())
    }

    /// From the opening to the close, an item after the other.
    pub(super) fn hold(&mut self, sitting: &'static Sitting) -> Result<(), Failed> {
        let meeting = self.key(sitting.key);
        let place = match sitting.level {
            MeetingLevel::Heads => SeatKind::Head,
            MeetingLevel::WorkingLevel => SeatKind::FocalPoint,
        };
        let chair = self.chair(place);
        self.act(chair, &Command::OpenMeeting { meeting })?;
        let marks = self.marks(sitting);
        self.act(
            self.secretariat(),
            &Command::MarkAttendance { meeting, marks },
        )?;
        self.act(chair, &Command::AdoptAgenda { meeting })?;
        let minutes = i64::from(sitting.hours.1 - sitting.hours.0) * 60 - 30;
        let each = minutes / i64::try_from(sitting.agenda.len()).unwrap_or(1);
        let begins = self.office.now();
        for (at, item) in sitting.agenda.iter().enumerate() {
            let passed = each * i64::try_from(at).unwrap_or(0);
            self.set(begins.plus_millis(passed * MINUTE_MS));
            self.take_up(sitting, meeting, item, place)?;
        }
        self.act(chair, &Command::CloseMeeting { meeting })?;
        Ok(())
    }

    /// Whoever takes part is marked as its level has it, unless the script says otherwise.
    fn marks(&self, sitting: &Sitting) -> Vec<Mark> {
        let Some(loaded) = self.office.loaded(GROUP) else {
            return Vec::new();
        };
        let usual = match sitting.level {
            MeetingLevel::Heads => Presence::Head,
            MeetingLevel::WorkingLevel => Presence::Representative,
        };
        let day = loaded.state.day(self.office.now());
        let all = loaded.state.electorate(day, |rights| rights.may_see);
        let marked = |organisation: Id| {
            let is = |short: Key| self.organisations.get(short) == Some(&organisation);
            let said = sitting.marked.iter().find(|(short, _)| is(short));
            said.map_or(usual, |(_, presence)| *presence)
        };
        all.into_iter()
            .map(|organisation| Mark {
                organisation,
                presence: marked(organisation),
            })
            .collect()
    }

    fn take_up(
        &mut self,
        sitting: &'static Sitting,
        meeting: Id,
        item: &'static Item,
        place: SeatKind,
    ) -> Result<(), Failed> {
        let chair = self.chair(place);
        let rank = self.key(item.key);
        for during in item.course {
            match during {
                During::Decided(put) => {
                    let decision = self.put(meeting, rank, put)?;
                    self.act(chair, &Command::AdoptByConsensus { meeting, decision })?;
                    self.tag(Noun::Decision, decision, put.themes)?;
                }
                During::Objected(put, by, reason) => {
                    let decision = self.put(meeting, rank, put)?;
                    let objected = Command::RecordObjection {
                        meeting,
                        decision,
                        objecting: self.named(by),
                        reason: Some((*reason).to_owned()),
                    };
                    self.act(chair, &objected)?;
                }
                During::Given(task) => self.give(meeting, rank, task)?,
            }
        }
        if let (ItemKind::Minutes, About::MinutesOf(of)) = (item.kind, item.about) {
            let approve = Command::ApproveMinutes {
                meeting: self.key(of),
                edition: self.edition(self.key(of)),
                at: meeting,
                item: rank,
            };
            self.act(chair, &approve)?;
        }
        if let Some((outcome, summary)) = item.end {
            let close = Command::CloseItem {
                meeting: self.key(sitting.key),
                item: rank,
                outcome,
                summary: Some(summary.to_owned()),
            };
            self.act(self.secretariat(), &close)?;
        }
        Ok(())
    }

    fn put(&mut self, meeting: Id, item: Id, put: &Resolution) -> Result<Id, Failed> {
        let decision = self.new_key(put.key);
        let command = Command::PutDecision {
            decision,
            meeting,
            item,
            kind: put.kind,
            title: put.title.to_owned(),
            words: put.words.to_owned(),
            mandates: if put.mandated {
                vec![self.key("mandate")]
            } else {
                Vec::new()
            },
        };
        self.act(self.secretariat(), &command)?;
        Ok(decision)
    }

    fn give(&mut self, meeting: Id, item: Id, task: &Task) -> Result<(), Failed> {
        let action = self.new_key(task.key);
        let open = Command::OpenAction {
            action,
            meeting: Some(meeting),
            item: Some(item),
            decision: task.decision.map(|key| self.key(key)),
            owners: self.named(task.owners),
            due: task.due.map(|ago| self.calendar.day(ago)),
            what: task.what.to_owned(),
        };
        self.act(self.secretariat(), &open)?;
        self.tag(Noun::Action, action, task.themes)
    }

    /// The edition of the minutes that was circulated last.
    fn edition(&self, meeting: Id) -> u32 {
        let loaded = self.office.loaded(GROUP);
        let found = loaded.as_ref().and_then(|l| l.state.meetings.get(&meeting));
        let minutes = found.and_then(|meeting| meeting.minutes.as_ref());
        minutes.map_or(0, |minutes| minutes.edition)
    }

    pub(super) fn circulate(
        &mut self,
        sitting: &'static Sitting,
        edition: &Edition,
    ) -> Result<(), Failed> {
        let opening = ItemWords {
            item: None,
            words: edition.opening.to_owned(),
        };
        let mut words = vec![opening];
        for item in sitting.agenda {
            let instead = edition.instead.iter().find(|(key, _)| *key == item.key);
            let said = instead.map(|(_, words)| *words);
            if let Some(said) = said.or(item.end.map(|(_, summary)| summary)) {
                words.push(ItemWords {
                    item: Some(self.key(item.key)),
                    words: said.to_owned(),
                });
            }
        }
        let on = self.calendar.sitting(sitting);
        let circulate = Command::CirculateMinutes {
            meeting: self.key(sitting.key),
            until: Day(workday_after(on, edition.after + edition.days)),
            words,
        };
        self.act(self.secretariat(), &circulate)?;
        Ok(())
    }
}
