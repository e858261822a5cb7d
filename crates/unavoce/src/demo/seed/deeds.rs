//! Plays what happens between the meetings: each deed becomes the command that somebody would have given.

use group::parts::{Attachment, AttachmentText, OfficeKind, SeatKind, Work};
use group::{Command, Id, Noun};
use office::Failed;

use super::Seeding;
use crate::demo::fiction::script::{Deed, Key};
use crate::demo::fiction::{APPROACHES, FORMER, GROUP, JOINED, ORGANISATIONS, RENAMED};

impl Seeding {
    pub(super) fn play(&mut self, deed: &Deed) -> Result<(), Failed> {
        let (actor, command) = match deed {
            Deed::Rename => {
                let (short, _) = RENAMED;
                let found = ORGANISATIONS.iter().find(|one| one.short == short);
                let rename = Command::RenameOrganisation {
                    organisation: self.organisations[short],
                    name: found.map_or(short, |one| one.name).to_owned(),
                    short_name: Some(short.to_owned()),
                };
                (self.secretariat(), rename)
            }
            Deed::AddName(short, name) => {
                let add = Command::AddName {
                    organisation: self.organisations[short],
                    name: (*name).to_owned(),
                };
                (self.secretariat(), add)
            }
            Deed::TagAction(action, themes) => {
                return self.tag(Noun::Action, self.key(action), themes);
            }
            Deed::Join => return self.join(),
            Deed::Leave => return self.leave(),
            Deed::HandOver {
                to,
                until,
                decision,
            } => return self.hand_over(to, *until, decision),
            Deed::OpenTheme { .. }
            | Deed::CloseTheme(_)
            | Deed::LinkThemes(..)
            | Deed::Profile(_) => return self.theme(deed),
            Deed::Report { .. } | Deed::Drop(..) | Deed::Move(..) | Deed::Reassign(..) => {
                return self.follow_up(deed);
            }
            Deed::Correct { .. }
            | Deed::Attach { .. }
            | Deed::Quote { .. }
            | Deed::Note { .. }
            | Deed::Release(_) => return self.afterwards(deed),
        };
        self.act(actor, &command)?;
        Ok(())
    }

    fn join(&mut self) -> Result<(), Failed> {
        match ORGANISATIONS.iter().find(|one| one.short == JOINED) {
            Some(one) => {
                self.take_in(one)?;
                self.seat_head(one)
            }
            None => Ok(()),
        }
    }

    fn leave(&mut self) -> Result<(), Failed> {
        let seat = self.seats.remove(&(FORMER.short, SeatKind::FocalPoint));
        if let Some(seat) = seat {
            self.act(self.secretariat(), &Command::EndSeat { seat })?;
        }
        let organisation = self.organisations[FORMER.short];
        self.act(self.secretariat(), &Command::EndMembership { organisation })?;
        Ok(())
    }

    fn hand_over(&mut self, to: Key, until: i64, decision: Key) -> Result<(), Failed> {
        let assign = Command::AssignOffice {
            office: OfficeKind::Chair,
            organisation: self.organisations[to],
            until: Some(self.calendar.day(until)),
            exercised_by: self.seats.get(&(to, SeatKind::Head)).copied(),
            decision: Some(self.key(decision)),
        };
        self.act(self.secretariat(), &assign)?;
        self.chair = to;
        Ok(())
    }

    fn theme(&mut self, deed: &Deed) -> Result<(), Failed> {
        let (actor, command) = match deed {
            Deed::OpenTheme {
                slug,
                name,
                meeting,
            } => {
                let open = Command::OpenTheme {
                    theme: self.new_key(slug),
                    slug: (*slug).to_owned(),
                    name: (*name).to_owned(),
                    meeting: Some(self.key(meeting)),
                };
                (self.secretariat(), open)
            }
            Deed::CloseTheme(slug) => {
                let theme = self.key(slug);
                (self.secretariat(), Command::CloseTheme { theme })
            }
            Deed::LinkThemes(first, second, said_by, words) => {
                let link = Command::LinkThemes {
                    first: self.key(first),
                    second: self.key(second),
                    said_by: self.organisations[said_by],
                    words: (*words).to_owned(),
                };
                (self.secretariat(), link)
            }
            Deed::Profile(profile) => {
                let works_on = profile.works_on.iter().map(|(theme, approaches)| Work {
                    theme: self.key(theme),
                    approaches: approaches
                        .iter()
                        .map(|rank| APPROACHES[*rank].to_owned())
                        .collect(),
                });
                let state = Command::StateProfile {
                    organisation: self.organisations[profile.organisation],
                    works_on: works_on.collect(),
                    words: Some(profile.words.to_owned()),
                };
                (self.focal_point(profile.organisation), state)
            }
            _ => return Ok(()),
        };
        self.act(actor, &command)?;
        Ok(())
    }

    fn follow_up(&self, deed: &Deed) -> Result<(), Failed> {
        let (actor, command) = match deed {
            Deed::Report {
                task,
                by,
                report,
                evidence,
                done,
            } => {
                let tell = Command::ReportAction {
                    action: self.key(task),
                    report: (*report).to_owned(),
                    evidence: evidence.map(str::to_owned),
                    done: *done,
                };
                (self.focal_point(by), tell)
            }
            Deed::Drop(task, reason) => {
                let drop = Command::DropAction {
                    action: self.key(task),
                    reason: (*reason).to_owned(),
                };
                (self.chair(SeatKind::FocalPoint), drop)
            }
            Deed::Move(task, due, reason) => {
                let moved = Command::MoveAction {
                    action: self.key(task),
                    due: Some(self.calendar.day(*due)),
                    reason: (*reason).to_owned(),
                };
                (self.secretariat(), moved)
            }
            Deed::Reassign(task, owners, reason) => {
                let reassign = Command::ReassignAction {
                    action: self.key(task),
                    owners: self.named(owners),
                    reason: (*reason).to_owned(),
                };
                (self.secretariat(), reassign)
            }
            _ => return Ok(()),
        };
        self.act(actor, &command)?;
        Ok(())
    }

    fn afterwards(&mut self, deed: &Deed) -> Result<(), Failed> {
        let (actor, command) = match deed {
            Deed::Correct {
                meeting,
                item,
                by,
                words,
            } => {
                let ask = Command::AskCorrection {
                    meeting: self.key(meeting),
                    item: Some(self.key(item)),
                    words: (*words).to_owned(),
                };
                (self.focal_point(by), ask)
            }
            Deed::Attach {
                decision,
                by,
                kind,
                publish,
                words,
            } => {
                let attachment = Attachment {
                    kind: *kind,
                    publish: *publish,
                };
                let attach = Command::Attach {
                    decision: self.key(decision),
                    attachments: vec![(attachment, AttachmentText((*words).to_owned()))],
                };
                (self.focal_point(by), attach)
            }
            Deed::Quote {
                meeting,
                by,
                words,
                attribution,
            } => {
                let quotation = self.office.fresh_id();
                self.quotations.push((meeting, quotation));
                let quote = Command::ApproveQuotation {
                    quotation,
                    meeting: self.key(meeting),
                    words: (*words).to_owned(),
                    attribution: (*attribution).to_owned(),
                };
                (self.head(by), quote)
            }
            Deed::Note {
                meeting,
                title,
                lede,
                attendance,
            } => {
                let quoted = self.quotations.iter().filter(|(of, _)| of == meeting);
                let issue = Command::IssueNote {
                    meeting: self.key(meeting),
                    title: (*title).to_owned(),
                    lede: Some((*lede).to_owned()),
                    attendance: *attendance,
                    quotations: quoted.map(|(_, id)| *id).collect(),
                };
                (self.secretariat(), issue)
            }
            Deed::Release(decision) => return self.release(self.key(decision)),
            _ => return Ok(()),
        };
        self.act(actor, &command)?;
        Ok(())
    }

    /// With the reservations and statements whose authors chose to have them published.
    fn release(&self, decision: Id) -> Result<(), Failed> {
        let seat = self.secretariat().seat;
        let desk = self.office.desk(GROUP, seat);
        let attached = desk.and_then(|desk| Some(desk.for_release(desk.decision_by_id(decision)?)));
        let release = Command::ReleaseDecision {
            decision,
            attached: attached.unwrap_or_default(),
        };
        self.act(self.secretariat(), &release)?;
        Ok(())
    }
}
