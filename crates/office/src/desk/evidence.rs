//! What stands behind an answer that the secretariat entered, for those who may see it.

use group::Id;
use group::state::Round;

use crate::desk::{DeliveredFile, TextSeen};
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
        let Some(file) = evidence.and_then(|evidence| evidence.file.as_ref()) else {
            return Ok(None);
        };
        let bytes = desk.office.file(&desk.group, &blob(file)?)?;
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
