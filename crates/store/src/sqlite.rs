//! SQLite behind the port: one writer connection, a few readers, files beside it.

mod append;
mod blobs;
mod drafts;
mod folder;
mod found;
mod keys;
mod log;
mod pool;
mod schema;
mod sessions;
mod settings;
mod sweep;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

use record::{Hash, Verifier};

use crate::error::{
    AppendError, BlobError, DraftError, FoundError, OpenError, ReadError, WriteError,
};
use crate::ids::{BlobId, CommandId, GroupId, TokenHash};
use crate::port::Store;
use crate::rows::{
    Append, Appended, Draft, DraftEdit, DraftRef, Entry, GroupRow, Head, Link, OutboxMessage,
    Session, SignedCheckpoint, StreamHead, Sweep, Swept,
};
use folder::Folder;
use keys::Signer;
use pool::Pool;

/// The store in a folder: `data/unavoce.db`, `data/files/<group>/<id>`, and apart from them
/// `keys/<group>.key` and `keys/<group>.checkpoint`. One process at a time.
pub struct SqliteStore {
    folder: Folder,
    pool: Pool,
    signers: RwLock<BTreeMap<GroupId, Arc<Signer>>>,
    /// Why no group may be founded: the keys folder knows groups that the database does not.
    orphaned: Option<String>,
    /// Held shared while a file is put, so that a sweep never meets a file before its row.
    files: RwLock<()>,
    /// The lock on the folder lives as long as the store.
    _lock: File,
}

impl SqliteStore {
    /// Opens the folder, and makes it when it is not there. Refuses a folder that another process
    /// uses or that lies on a network, a database of a newer version, and a SQLite with the WAL
    /// fault. A database older than the keys folder opens, but signs nothing (see
    /// [`Store::trouble`]).
    pub fn open(path: &Path) -> Result<Self, OpenError> {
        schema::check_sqlite(rusqlite::version_number(), rusqlite::version())?;
        let folder = Folder::open(path)?;
        let lock = folder.lock()?;
        let pool = Pool::open(&folder.database())?;
        let mut store = SqliteStore {
            folder,
            pool,
            signers: RwLock::default(),
            orphaned: None,
            files: RwLock::default(),
            _lock: lock,
        };
        store.load_keys()?;
        Ok(store)
    }

    fn load_keys(&mut self) -> Result<(), OpenError> {
        let failed = |error: ReadError| OpenError::Database(error.to_string());
        let groups = self.groups().map_err(failed)?;
        let mut signers = BTreeMap::new();
        for group in &groups {
            let signer = keys::load(self, group).map_err(failed)?;
            signers.insert(group.id.clone(), Arc::new(signer));
        }
        self.orphaned = keys::orphan(&self.folder, &signers);
        self.signers = RwLock::new(signers);
        Ok(())
    }

    fn signer(&self, group: &GroupId) -> Option<Arc<Signer>> {
        self.signers
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(group)
            .cloned()
    }
}

/// Each method stands in the module that its heading names.
impl Store for SqliteStore {
    fn groups(&self) -> Result<Vec<GroupRow>, ReadError> {
        found::groups(self)
    }

    fn found(
        &self,
        group: &GroupRow,
        seed: &[u8; 32],
        first: Option<&Append>,
    ) -> Result<Option<Appended>, FoundError> {
        found::found(self, group, seed, first)
    }

    fn verifier(&self, group: &GroupId) -> Result<Verifier, ReadError> {
        found::verifier(self, group)
    }

    fn trouble(&self, group: Option<&GroupId>) -> Option<String> {
        let signing = || match group {
            Some(group) => self.signer(group).and_then(|signer| signer.trouble()),
            None => self.orphaned.clone(),
        };
        self.pool.stopped().or_else(signing)
    }

    fn head(&self, group: &GroupId) -> Result<Head, ReadError> {
        self.pool.read(|db| log::head(db, group))
    }

    fn stream_head(&self, group: &GroupId, stream: &str) -> Result<Option<StreamHead>, ReadError> {
        self.pool.read(|db| log::stream_head(db, group, stream))
    }

    fn append(&self, group: &GroupId, batch: &Append) -> Result<Appended, AppendError> {
        append::append(self, group, batch)
    }

    fn command(&self, group: &GroupId, id: &CommandId) -> Result<Option<Vec<u64>>, ReadError> {
        self.pool.read(|db| log::command(db, group, id))
    }

    fn entries(&self, group: &GroupId, from: u64, limit: u32) -> Result<Vec<Entry>, ReadError> {
        self.pool.read(|db| log::entries(db, group, from, limit))
    }

    fn node(&self, group: &GroupId, level: u8, n: u64) -> Result<Hash, ReadError> {
        self.pool.read(|db| log::node(db, group, level, n))
    }

    fn checkpoint_over(
        &self,
        group: &GroupId,
        size: u64,
    ) -> Result<Option<SignedCheckpoint>, ReadError> {
        self.pool.read(|db| log::checkpoint_over(db, group, size))
    }

    fn latest_checkpoint(&self, group: &GroupId) -> Result<Option<SignedCheckpoint>, ReadError> {
        self.pool.read(|db| log::latest_checkpoint(db, group))
    }

    fn put_blob(
        &self,
        group: &GroupId,
        id: &BlobId,
        bytes: &[u8],
        now: i64,
    ) -> Result<(), BlobError> {
        blobs::put(self, group, id, bytes, now)
    }

    fn blob(&self, group: &GroupId, id: &BlobId) -> Result<Vec<u8>, BlobError> {
        blobs::get(self, group, id)
    }

    fn erase_blob(&self, group: &GroupId, id: &BlobId) -> Result<(), BlobError> {
        blobs::erase(self, group, id)
    }

    fn put_draft(&self, group: &GroupId, edit: &DraftEdit) -> Result<u64, DraftError> {
        drafts::put(self, group, edit)
    }

    fn drafts(
        &self,
        group: &GroupId,
        organisation: &str,
        prefix: &str,
    ) -> Result<Vec<Draft>, ReadError> {
        self.pool
            .read(|db| drafts::list(db, group, organisation, prefix))
    }

    fn remove_draft(&self, group: &GroupId, draft: &DraftRef) -> Result<(), DraftError> {
        drafts::remove(self, group, draft)
    }

    fn put_session(&self, group: &GroupId, session: &Session) -> Result<(), WriteError> {
        self.pool.write(|db| Ok(sessions::put(db, group, session)?))
    }

    fn session(
        &self,
        group: &GroupId,
        token: &TokenHash,
        now: i64,
    ) -> Result<Option<Session>, ReadError> {
        self.pool.read(|db| sessions::get(db, group, token, now))
    }

    fn remove_session(&self, group: &GroupId, token: &TokenHash) -> Result<(), WriteError> {
        self.pool
            .write(|db| Ok(sessions::remove(db, group, token)?))
    }

    fn remove_sessions_of(&self, group: &GroupId, seat: &str) -> Result<u64, WriteError> {
        self.pool
            .write(|db| Ok(sessions::remove_of(db, group, seat)?))
    }

    fn put_link(&self, group: Option<&GroupId>, link: &Link) -> Result<(), WriteError> {
        self.pool
            .write(|db| Ok(sessions::put_link(db, group, link)?))
    }

    fn peek_link(
        &self,
        group: Option<&GroupId>,
        token: &TokenHash,
        now: i64,
    ) -> Result<Option<Link>, ReadError> {
        self.pool
            .read(|db| sessions::peek_link(db, group, token, now))
    }

    fn take_link(
        &self,
        group: Option<&GroupId>,
        token: &TokenHash,
        now: i64,
        session: Option<&Session>,
    ) -> Result<Option<Link>, WriteError> {
        self.pool
            .write(|db| Ok(sessions::take_link(db, group, token, now, session)?))
    }

    fn setting(&self, group: Option<&GroupId>, name: &str) -> Result<Option<String>, ReadError> {
        self.pool.read(|db| settings::get(db, group, name))
    }

    fn put_setting(
        &self,
        group: Option<&GroupId>,
        name: &str,
        value: &str,
    ) -> Result<(), WriteError> {
        self.pool
            .write(|db| Ok(settings::put(db, group, name, value)?))
    }

    fn outbox(&self, group: &GroupId, limit: u32) -> Result<Vec<OutboxMessage>, ReadError> {
        self.pool.read(|db| settings::outbox(db, group, limit))
    }

    fn outbox_sent(&self, group: &GroupId, id: u64) -> Result<(), WriteError> {
        self.pool
            .write(|db| Ok(settings::outbox_sent(db, group, id)?))
    }

    fn sweep(&self, group: &GroupId, sweep: &Sweep) -> Result<Swept, WriteError> {
        sweep::sweep(self, group, sweep)
    }
}
