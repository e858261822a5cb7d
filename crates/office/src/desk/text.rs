//! A text as one viewer may see it.

use group::parts::Outcome;
use group::state::{Given, Organisation, Procedure, Round, Stage, Text, Version};
use group::{Hat, Id};

use crate::desk::Desk;
use crate::files::blob;
use crate::running::Failed;
use crate::voices::{Voices as _, name_of_voice, voice_named};

/// A text that the viewer may see, and what may be done with it.
pub struct TextSeen<'d> {
    pub(crate) desk: &'d Desk<'d>,
    pub id: Id,
    pub(crate) text: &'d Text,
}

/// A file that is handed out.
pub struct DeliveredFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Desk<'_> {
    /// Texts that the viewer may see, newest first: all of them inside, published ones outside.
    #[must_use]
    pub fn texts(&self) -> Vec<TextSeen<'_>> {
        let mut seen: Vec<_> = self
            .state()
            .texts
            .iter()
            .filter_map(|(id, text)| self.see(*id, text))
            .collect();
        seen.sort_by_key(|text| std::cmp::Reverse((text.text.opened, text.id)));
        seen
    }

    /// A text by its short name.
    #[must_use]
    pub fn text(&self, slug: &str) -> Option<TextSeen<'_>> {
        let (id, text) = self.state().text_named(slug)?;
        self.see(id, text)
    }

    /// A text by its id.
    #[must_use]
    pub fn text_by_id(&self, id: Id) -> Option<TextSeen<'_>> {
        self.see(id, self.state().texts.get(&id)?)
    }

    fn see<'d>(&'d self, id: Id, text: &'d Text) -> Option<TextSeen<'d>> {
        (self.is_inside() || text.published.is_some()).then_some(TextSeen {
            desk: self,
            id,
            text,
        })
    }
}

impl<'d> TextSeen<'d> {
    /// Its name, kind, penholder; for a visitor these are public once it is published.
    #[must_use]
    pub fn text(&self) -> &'d Text {
        self.text
    }

    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage<'d> {
        self.desk.state().stage(self.text)
    }

    /// Whether the viewer works for the penholder or the secretariat on this text.
    #[must_use]
    pub fn is_team(&self) -> bool {
        self.desk.is_secretariat() || self.is_penholder()
    }

    /// Whether the viewer's organisation is the penholder, through a seat that speaks for it.
    #[must_use]
    pub fn is_penholder(&self) -> bool {
        self.desk.viewer.organisation == Some(self.text.penholder) && self.desk.viewer.speaks()
    }

    /// The viewer acting on this text for the team: as penholder, else as secretariat.
    #[must_use]
    pub fn team_actor(&self) -> group::Actor {
        if self.is_penholder() {
            self.desk.viewer.speaking()
        } else {
            self.desk.viewer.acting(Hat::Secretariat)
        }
    }

    /// Versions that the viewer may read: all of them inside, the published one outside.
    #[must_use]
    pub fn versions(&self) -> Vec<&'d Version> {
        if self.desk.is_inside() {
            return self.text.versions.iter().collect();
        }
        let published = self.text.published.as_ref();
        published
            .and_then(|p| self.text.version(p.version))
            .into_iter()
            .collect()
    }

    /// A version's Word file.
    ///
    /// # Errors
    /// When the store fails. `Ok(None)`: not there, or not for this viewer.
    pub fn version_file(&self, number: u32) -> Result<Option<DeliveredFile>, Failed> {
        let Some(version) = self.versions().into_iter().find(|v| v.number == number) else {
            return Ok(None);
        };
        let bytes = self
            .desk
            .office
            .file(&self.desk.group, &blob(&version.file)?)?;
        let name = format!("{} {}.docx", self.text.slug, version.label);
        Ok(Some(DeliveredFile { name, bytes }))
    }

    /// A redline of two versions, the later one's changes marked in the earlier one under the penholder's name.
    /// `Ok(None)`: one of them is not there, or not for this viewer.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn redline_file(&self, from: u32, to: u32) -> Result<Option<DeliveredFile>, Failed> {
        let versions = self.versions();
        let find = |number| versions.iter().find(|version| version.number == number);
        let (Some(from), Some(to)) = (find(from), find(to)) else {
            return Ok(None);
        };
        let (office, group) = (self.desk.office, &self.desk.group);
        let before = office.document(group, &blob(&from.file)?)?;
        let after = office.document(group, &blob(&to.file)?)?;
        let penholder = self.desk.organisation(self.text.penholder);
        let author = penholder.map_or("", |penholder| penholder.brief());
        Ok(Some(DeliveredFile {
            name: format!("{} {} to {}.docx", self.text.slug, from.label, to.label),
            bytes: redline::compare(&before, &after, author).word,
        }))
    }

    /// The last round; inside only.
    #[must_use]
    pub fn round(&self) -> Option<&'d Round> {
        self.desk
            .is_inside()
            .then(|| self.desk.state().last_round(self.text))
            .flatten()
    }

    /// The round on a version; inside only.
    #[must_use]
    pub fn round_on(&self, version: u32) -> Option<&'d Round> {
        if !self.desk.is_inside() {
            return None;
        }
        let rounds = self
            .text
            .rounds
            .iter()
            .filter_map(|id| self.desk.state().rounds.get(id));
        rounds.rev().find(|round| round.version == version)
    }

    /// The organisation that the compilation of a round calls so. `None`: there is none, or the viewer may not
    /// know: in a restricted round the team knows, and each its own.
    #[must_use]
    pub fn organisation_named(&self, round: &Round, name: &str) -> Option<(Id, &'d Organisation)> {
        let state = self.desk.state();
        let voice = voice_named(state, round, name)?;
        let id = round.organisation(voice)?;
        let own = self.desk.viewer.organisation == Some(id);
        let may = !round.is_restricted() || self.is_team() || own;
        Some((id, state.organisations.get(&id).filter(|_| may)?))
    }

    /// What the compilation of a round calls an organisation.
    #[must_use]
    pub fn name_in(&self, round: &Round, organisation: Id) -> Option<String> {
        name_of_voice(self.desk.state(), round, round.voice(organisation)?)
    }

    /// Whether the viewer's organisation was asked in a round and this seat may answer.
    #[must_use]
    pub fn may_return(&self, round: &Round) -> bool {
        let own = self.desk.viewer.organisation;
        self.desk.viewer.speaks() && own.is_some_and(|own| round.asks(own))
    }

    /// Whether the viewer is a reviewer of an organisation that was asked: what they prepare, a seat that speaks
    /// sends.
    #[must_use]
    pub fn may_prepare(&self, round: &Round) -> bool {
        let viewer = &self.desk.viewer;
        let asked = viewer.organisation.is_some_and(|own| round.asks(own));
        asked && viewer.wears(Hat::Reviewer)
    }

    /// Who of the electorate has answered what is for the team alone; the others see numbers.
    #[must_use]
    pub fn sees_board(&self) -> bool {
        self.is_team()
    }

    /// The last silence procedure; inside only.
    #[must_use]
    pub fn procedure(&self) -> Option<&'d Procedure> {
        self.desk
            .is_inside()
            .then(|| self.desk.state().last_procedure(self.text))
            .flatten()
    }

    /// Earlier procedures, newest first; inside only.
    #[must_use]
    pub fn earlier_procedures(&self) -> Vec<&'d Procedure> {
        if !self.desk.is_inside() {
            return Vec::new();
        }
        let before = self.text.procedures.iter().rev().skip(1);
        before
            .filter_map(|id| self.desk.state().procedures.get(id))
            .collect()
    }

    /// Whether the viewer sees what an organisation said (5-procedures, rule 10): while it runs, each
    /// its own and chair and secretariat all; once it is over, those inside.
    #[must_use]
    pub fn sees_position(&self, procedure: &Procedure, organisation: Id) -> bool {
        let over = !procedure.is_open();
        self.desk.viewer.organisation == Some(organisation)
            || self.sees_all_positions()
            || (over && self.desk.is_inside())
    }

    /// Whether the viewer sees all positions while a procedure runs.
    #[must_use]
    pub fn sees_all_positions(&self) -> bool {
        self.desk.is_chair() || self.desk.is_secretariat()
    }

    /// What the viewer's own organisation said in time.
    #[must_use]
    pub fn own_position(&self, procedure: &'d Procedure) -> Option<&'d Given> {
        procedure.positions.get(&self.desk.viewer.organisation?)
    }

    /// What an organisation said in time, if the viewer may see it.
    #[must_use]
    pub fn position(&self, procedure: &'d Procedure, organisation: Id) -> Option<&'d Given> {
        self.sees_position(procedure, organisation)
            .then(|| procedure.positions.get(&organisation))
            .flatten()
    }

    /// The outcome of each organisation as the viewer may see it: once the procedure is over, or for
    /// chair and secretariat while it runs (then `None` for one that has said nothing).
    #[must_use]
    pub fn outcomes(&self, procedure: &Procedure) -> Vec<(Id, Option<Outcome>)> {
        if !procedure.is_open() {
            return procedure
                .outcomes
                .iter()
                .map(|o| (o.organisation, Some(o.outcome)))
                .collect();
        }
        if !self.sees_all_positions() {
            return Vec::new();
        }
        let said = |id: &Id| {
            procedure
                .positions
                .get(id)
                .map(|given| given.position.outcome())
        };
        procedure
            .electorate
            .iter()
            .map(|id| (*id, said(id)))
            .collect()
    }

    /// Members that do not stand behind the adopted version; for chair and secretariat.
    #[must_use]
    pub fn not_endorsing(&self) -> Vec<Id> {
        let behind = |id: &Id| self.text.endorsements.contains_key(id);
        self.desk
            .members()
            .into_iter()
            .map(|(id, _)| id)
            .filter(|id| !behind(id))
            .collect()
    }

    /// Attachments whose authors chose publication, with their words: what the public will read.
    #[must_use]
    pub fn for_publication(&self) -> Vec<group::parts::Published> {
        let decision = self
            .text
            .decision
            .and_then(|at| self.desk.state().decisions.get(at));
        decision
            .map(|decision| self.desk.for_release(decision))
            .unwrap_or_default()
    }
}
