//! What the viewer's organisation was told, and what waits to be sent.

use std::sync::Arc;

use group::Notice;

use super::Desk;
use crate::herald::{Message, Waiting};
use crate::running::Failed;

impl Desk<'_> {
    /// What the viewer's organisation was told, newest first.
    #[must_use]
    pub fn notices(&self) -> Vec<&Arc<Notice>> {
        let own = self.viewer.organisation;
        let mine = |notice: &&Arc<Notice>| {
            self.is_inside() && own.is_some_and(|own| notice.to.contains(&own))
        };
        self.loaded.notices.iter().rev().filter(mine).collect()
    }

    /// A notice by the number of its act, by the same rule.
    #[must_use]
    pub fn notice(&self, act: u64) -> Option<&Arc<Notice>> {
        self.notices().into_iter().find(|notice| notice.act == act)
    }

    /// Messages that wait to be sent, oldest first, at most so many; for the secretariat alone.
    ///
    /// # Errors
    /// When the store fails.
    pub fn outbox(&self, limit: u32) -> Result<Vec<Waiting>, Failed> {
        if !self.is_secretariat() {
            return Ok(Vec::new());
        }
        let key = self.office.key(&self.group)?;
        let rows = self.office.store.outbox(&key, limit)?.into_iter();
        let read = rows.filter_map(|row| {
            let message: Message = serde_json::from_str(&row.message).ok()?;
            Some(Waiting {
                id: row.id,
                message,
            })
        });
        Ok(read.collect())
    }

    /// Takes messages out of the outbox that the secretariat has sent itself.
    ///
    /// # Errors
    /// When the store fails.
    pub fn outbox_sent(&self, ids: &[u64]) -> Result<(), Failed> {
        if !self.is_secretariat() {
            return Ok(());
        }
        let key = self.office.key(&self.group)?;
        for id in ids {
            let sent = self.office.store.outbox_sent(&key, *id);
            sent.map_err(|error| Failed::Store(error.to_string()))?;
        }
        Ok(())
    }
}
