//! Files that were dropped and are not read yet: kept first, so that none is lost, then read one after the
//! other, while the page tells how far it is.

use group::Id;
use group::state::Round;
use intake::Limits;
use serde::{Deserialize, Serialize};
use store::{Draft, DraftEdit, DraftKey, DraftRef};

use super::{MOST_DROPPED, NAME, key, reading};
use crate::files::blob;
use crate::running::{Failed, Office};
use crate::trial::Untried;

/// A file that waits to be read.
#[derive(Debug, Serialize, Deserialize)]
struct Unread {
    name: String,
    file: String,
    /// How many files were dropped with it.
    of: usize,
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToBeRead {
    /// Files that wait.
    pub left: usize,
    /// How many they were at the beginning, at least.
    pub of: usize,
    /// So many things lie in the drop that none more is read until some of them are placed.
    pub full: bool,
}

fn unread_key(by: Id, round: Id, id: &str) -> DraftKey {
    DraftKey {
        organisation: by.to_string(),
        seat: String::new(),
        place: format!("unread/{round}/{id}"),
    }
}

/// The number before the first hyphen: files and what is in them stand in the order in which they came,
/// whatever the clock says.
fn rank_of(id: &str) -> usize {
    let rank = id.split('-').next().and_then(|rank| rank.parse().ok());
    rank.unwrap_or(0)
}

/// A file that is kept for what it is, with the reason.
fn evidence(name: &str, why: &str, bytes: Vec<u8>) -> intake::Found {
    intake::Found {
        name: name.to_owned(),
        within: Vec::new(),
        mail: None,
        kind: intake::Kind::Evidence(why.to_owned()),
        bytes,
    }
}

impl Office {
    /// Keeps files that the secretariat drops, to be read.
    ///
    /// # Errors
    /// [`Failed::File`] where too many wait already, or a failure of the store.
    pub fn keep_dropped(
        &self,
        group: &str,
        by: Id,
        round: Id,
        files: &[(&str, &[u8])],
    ) -> Result<(), Failed> {
        let waiting = self.unread(group, by, round)?;
        if waiting.len() + files.len() > MOST_DROPPED {
            let full = format!(
                "More than {MOST_DROPPED} files would wait to be read: drop these again when fewer do."
            );
            return Err(Failed::File(full));
        }
        let lying = self.dropped(group, by, round)?;
        let ids = lying.iter().map(|dropped| dropped.id.as_str());
        let ids = ids.chain(waiting.iter().map(|(id, _)| id.as_str()));
        let last = ids.map(rank_of).max().unwrap_or(0);
        for (at, (name, bytes)) in files.iter().enumerate() {
            let kept = self.keep(group, bytes)?;
            let unread = Unread {
                name: name.chars().take(NAME).collect(),
                file: kept.id.to_string(),
                of: waiting.len() + files.len(),
            };
            let id = format!("{:07}-{}", last + at + 1, self.fresh_id());
            let edit = DraftEdit {
                key: unread_key(by, round, &id),
                value: serde_json::to_string(&unread).map_err(|e| Failed::Store(e.to_string()))?,
                files: vec![kept.id],
                expected: None,
                now: self.clock.machine().as_millis(),
            };
            self.store.put_draft(&self.key(group)?, &edit)?;
        }
        Ok(())
    }

    fn unread(&self, group: &str, by: Id, round: Id) -> Result<Vec<(String, Draft)>, Failed> {
        let prefix = unread_key(by, round, "");
        let drafts = self
            .store
            .drafts(&self.key(group)?, &prefix.organisation, &prefix.place)?;
        let of = |draft: Draft| {
            let id = draft.key.place.strip_prefix(&prefix.place)?.to_owned();
            Some((id, draft))
        };
        Ok(drafts.into_iter().filter_map(of).collect())
    }

    /// How far the reading is; `None`: all is read.
    ///
    /// # Errors
    /// When the store fails.
    pub fn to_be_read(&self, group: &str, by: Id, round: Id) -> Result<Option<ToBeRead>, Failed> {
        let waiting = self.unread(group, by, round)?;
        if waiting.is_empty() {
            return Ok(None);
        }
        let of = |(_, draft): &(String, Draft)| {
            let unread: Option<Unread> = serde_json::from_str(&draft.value).ok();
            unread.map_or(0, |unread| unread.of)
        };
        let most = waiting.iter().map(of).max().unwrap_or(0);
        Ok(Some(ToBeRead {
            left: waiting.len(),
            of: most.max(waiting.len()),
            full: self.dropped(group, by, round)?.len() >= MOST_DROPPED,
        }))
    }

    /// Reads the file that waits longest, and keeps all that is in it with what can be guessed. What a reading
    /// that was cut off had kept already is not kept twice. Returns whether there was one, and room for it.
    ///
    /// # Errors
    /// When the store fails.
    pub fn read_dropped(&self, group: &str, by: Id, round: &Round) -> Result<bool, Failed> {
        let Some((id, draft)) = self.unread(group, by, round.id)?.into_iter().next() else {
            return Ok(false);
        };
        let unread: Unread =
            serde_json::from_str(&draft.value).map_err(|e| Failed::Store(e.to_string()))?;
        let lying = self.dropped(group, by, round.id)?;
        let limits = Limits {
            things: MOST_DROPPED.saturating_sub(lying.len()),
            ..Limits::default()
        };
        if limits.things == 0 {
            return Ok(false);
        }
        let bytes = match self.file(group, &blob(&unread.file)?) {
            Ok(bytes) => bytes,
            // Somebody else's reading was faster: the file went with its draft.
            Err(error) => {
                let gone = self.store.draft(&self.key(group)?, &draft.key)?.is_none();
                return if gone { Ok(true) } else { Err(error) };
            }
        };
        let reading = reading::Reading::of(self, group, round)?;
        let base = self.bytes_of_base(group, round)?;
        let file = Untried {
            name: &unread.name,
            bytes: &bytes,
            base: Some(&base),
        };
        let mut all = match self.try_out(&file) {
            Ok(()) => intake::unpack(&unread.name, &bytes, &limits),
            Err(why) => vec![evidence(&unread.name, &why, bytes.clone())],
        };
        if all.is_empty() {
            all.push(evidence(&unread.name, "Nothing was found in it.", bytes));
        }
        for (at, found) in all.into_iter().enumerate() {
            let key = key(by, round.id, &format!("{id}-{at:05}"));
            self.keep_found(group, key, round, &reading, found)?;
        }
        self.is_read(group, draft, &unread.file)?;
        Ok(true)
    }

    /// Keeps the file that waits longest as evidence, since reading it failed in a way that no reader foresaw.
    ///
    /// # Errors
    /// When the store fails.
    pub fn give_up_reading(&self, group: &str, by: Id, round: &Round) -> Result<(), Failed> {
        let Some((id, draft)) = self.unread(group, by, round.id)?.into_iter().next() else {
            return Ok(());
        };
        let unread: Unread =
            serde_json::from_str(&draft.value).map_err(|e| Failed::Store(e.to_string()))?;
        let bytes = self.file(group, &blob(&unread.file)?)?;
        let found = evidence(&unread.name, "It could not be read.", bytes);
        let reading = reading::Reading::of(self, group, round)?;
        // Beside what the reading had kept before it failed.
        let key = key(by, round.id, &format!("{id}-whole"));
        self.keep_found(group, key, round, &reading, found)?;
        self.is_read(group, draft, &unread.file)
    }

    fn is_read(&self, group: &str, draft: Draft, file: &str) -> Result<(), Failed> {
        let seen = DraftRef {
            key: draft.key,
            revision: draft.revision,
        };
        match self.store.remove_draft(&self.key(group)?, &seen) {
            // Somebody else's reading was faster.
            Err(store::DraftError::Conflict { .. }) => Ok(()),
            other => {
                other?;
                self.forget(group, file)
            }
        }
    }
}
