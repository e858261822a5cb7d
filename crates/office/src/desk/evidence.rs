//! What stands behind an answer that the secretariat entered, for those who may see it.

use group::Id;
use group::state::{Procedure, Round};

use crate::desk::{DeliveredFile, Desk, TextSeen};
use crate::files::blob;
use crate::running::Failed;
use crate::voices::Voices as _;

impl TextSeen<'_> {
    /// The message behind an answer that the secretariat entered. `Ok(None)`: there is none, or not for this
    /// viewer; the team and the organisation itself may see it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn evidence_file(
        &self,
        round: &Round,
        organisation: Id,
    ) -> Result<Option<DeliveredFile>, Failed> {
        let desk = self.desk;
        let own = desk.is_inside() && desk.viewer.organisation == Some(organisation);
        if !(self.is_team() || own) {
            return Ok(None);
        }
        let held = round.return_of(organisation);
        let evidence = held.and_then(|held| held.evidence.as_ref());
        desk.delivered(evidence.and_then(|evidence| evidence.file.as_ref()))
    }

    /// The message behind a position that the secretariat entered. `Ok(None)`: there is none, or not for this
    /// viewer; secretariat, chair and the organisation itself may see it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn position_evidence(
        &self,
        procedure: &Procedure,
        organisation: Id,
    ) -> Result<Option<DeliveredFile>, Failed> {
        let desk = self.desk;
        let own = desk.is_inside() && desk.viewer.organisation == Some(organisation);
        if !(self.sees_all_positions() || own) {
            return Ok(None);
        }
        let held = procedure.positions.get(&organisation);
        let held = held.or_else(|| procedure.awaiting.get(&organisation));
        let entered = held.and_then(|given| given.entered.as_ref());
        desk.delivered(entered.and_then(|entered| entered.file.as_ref()))
    }
}

impl Desk<'_> {
    /// A message to the group, for the secretariat.
    ///
    /// # Errors
    /// When the store fails.
    pub fn message_file(&self, message: Id) -> Result<Option<DeliveredFile>, Failed> {
        let inbox = self.inbox();
        let found = inbox.iter().find(|(id, _)| *id == message);
        self.delivered(found.map(|(_, message)| &message.file))
    }

    pub(super) fn delivered(&self, file: Option<&String>) -> Result<Option<DeliveredFile>, Failed> {
        let Some(file) = file else {
            return Ok(None);
        };
        let bytes = self.office.file(&self.group, &blob(file)?)?;
        Ok(Some(DeliveredFile {
            name: name_of(&bytes).to_owned(),
            bytes,
        }))
    }
}

/// What a kept message is called: its own name is not in the record.
fn name_of(bytes: &[u8]) -> &'static str {
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => "evidence.pdf",
        [b'P', b'K', 3, 4, ..] => "evidence.zip",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "evidence.msg",
        _ => "evidence.eml",
    }
}
