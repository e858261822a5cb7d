//! The keys folder: the signing key of each log, and the last checkpoint that was signed with it.
//! It lies apart from the data, so that a restored older copy of the data is noticed: a log that
//! signs two different histories is worse than one that stands still.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use record::{Checkpoint, LogKey, root};

use super::SqliteStore;
use super::folder::{Folder, replace, write_whole};
use super::log::{self, TableNodes};
use crate::error::{AppendError, FoundError, ReadError};
use crate::ids::GroupId;
use crate::rows::{GroupRow, SignedCheckpoint};

/// What signs for one group, or why nothing may be signed.
pub(super) struct Signer {
    key: Result<LogKey, AppendError>,
    /// The size of the checkpoint in the keys folder.
    kept: Mutex<u64>,
}

impl Signer {
    pub(super) fn new(key: LogKey) -> Self {
        Signer {
            key: Ok(key),
            kept: Mutex::new(0),
        }
    }

    pub(super) fn key(&self) -> Result<&LogKey, AppendError> {
        self.key.as_ref().map_err(Clone::clone)
    }

    pub(super) fn trouble(&self) -> Option<String> {
        self.key.as_ref().err().map(ToString::to_string)
    }

    /// Writes the checkpoint beside the key, after the commit: a crash between leaves an older one
    /// there, which agrees with the database. When it cannot be written, the guard against
    /// restored copies is gone, and so writing ends; what was committed stays confirmed.
    pub(super) fn keep_checkpoint(
        &self,
        store: &SqliteStore,
        group: &GroupId,
        signed: &SignedCheckpoint,
    ) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if signed.checkpoint.size <= *kept {
            return;
        }
        let path = store.folder.checkpoint(group);
        match replace(&path, signed.to_note().as_bytes()) {
            Ok(()) => *kept = signed.checkpoint.size,
            Err(error) => {
                let path = path.display();
                store.pool.stop(format!(
                    "the last checkpoint cannot be kept in {path} ({error})"
                ));
            }
        }
    }
}

/// Writes the key of a new group. A key that is there already belongs to a founding that was
/// interrupted, unless a checkpoint lies beside it: then a log was signed with it.
pub(super) fn write_key(folder: &Folder, group: &GroupId, key: &LogKey) -> Result<(), FoundError> {
    if folder.checkpoint(group).exists() {
        let path = folder.key(group);
        let why = format!("{} has signed a log already", path.display());
        return Err(FoundError::KeyFile(why));
    }
    let text = format!("{}\n", key.to_private_text());
    write_whole(&folder.key(group), text.as_bytes())
        .map_err(|error| FoundError::KeyFile(error.to_string()))
}

/// Reads the key of a group and holds the kept checkpoint against the database.
pub(super) fn load(store: &SqliteStore, group: &GroupRow) -> Result<Signer, ReadError> {
    let path = store.folder.key(&group.id);
    let vkey = super::found::verifier(store, &group.id)?.to_vkey();
    let key = match read_key(&path, &vkey) {
        Ok(key) => key,
        Err(why) => {
            let why = format!("{}: {why}", path.display());
            return Ok(Signer {
                key: Err(AppendError::NoKey(why)),
                kept: Mutex::new(0),
            });
        }
    };
    let path = store.folder.checkpoint(&group.id);
    let kept = match fs::read(&path) {
        Ok(note) => Checkpoint::open(&note, key.verifier()).map_err(|error| error.to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Signer::new(key)),
        Err(error) => Err(error.to_string()),
    };
    let refusal = match &kept {
        Ok(kept) => store.pool.read(|db| rolled_back(db, group, kept, &path))?,
        Err(why) => Some(format!(
            "the checkpoint in {} cannot be read: {why}",
            path.display()
        )),
    };
    let size = kept.map_or(0, |kept| kept.size);
    let key = match refusal {
        Some(why) => Err(AppendError::RolledBack(why)),
        None => Ok(key),
    };
    Ok(Signer {
        key,
        kept: Mutex::new(size),
    })
}

/// A log in the keys folder that the database does not know, as a sentence.
pub(super) fn orphan(folder: &Folder, known: &BTreeMap<GroupId, Arc<Signer>>) -> Option<String> {
    let names = fs::read_dir(folder.keys()).ok()?.filter_map(|file| {
        let name = file.ok()?.file_name().into_string().ok()?;
        GroupId::parse(name.strip_suffix(".checkpoint")?).ok()
    });
    let lost: Vec<GroupId> = names.filter(|group| !known.contains_key(group)).collect();
    let path = folder.checkpoint(lost.iter().min()?);
    Some(format!(
        "{} was signed over a log that is not in the database: an older or empty copy of the data \
         was restored; put the newest copy back, or move the keys folder away to begin anew",
        path.display()
    ))
}

fn read_key(path: &Path, vkey: &str) -> Result<LogKey, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let key = LogKey::from_private_text(text.trim_end()).map_err(|error| error.to_string())?;
    if key.verifier().to_vkey() != vkey {
        return Err("it is the key of another log".to_owned());
    }
    Ok(key)
}

/// The database must have the tree that was signed last, as its beginning.
fn rolled_back(
    db: &rusqlite::Connection,
    group: &GroupRow,
    kept: &Checkpoint,
    path: &Path,
) -> Result<Option<String>, ReadError> {
    let head = log::head(db, &group.id)?;
    let (name, path) = (&group.short_name, path.display());
    if kept.size > head.size {
        return Ok(Some(format!(
            "the database holds {} acts of {name}, but {path} was signed over {}: an older copy \
             was restored; nothing is signed until the newest copy is back",
            head.size, kept.size
        )));
    }
    let nodes = TableNodes {
        db,
        group: &group.id,
    };
    let beginning = root(&nodes, kept.size)?;
    if beginning != kept.root {
        return Ok(Some(format!(
            "the first {} acts of {name} in the database are not those over which {path} was \
             signed; nothing is signed until the right copy is back",
            kept.size
        )));
    }
    Ok(None)
}
