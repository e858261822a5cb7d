//! The connections: one that writes, behind a mutex, and a few that read. And the state in which
//! nothing is written any more.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use rusqlite::{
    Connection, Error, ErrorCode, OpenFlags, OptionalExtension as _, Transaction,
    TransactionBehavior,
};

use super::schema;
use crate::error::{OpenError, ReadError, WriteError};

/// Readers that are kept open between reads.
const IDLE_READERS: usize = 4;

pub(super) struct Pool {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Why nothing is written any more. After an error of the disk the page cache and the file may
    /// differ; only a restart, which recovers from the write-ahead log, tells what is there.
    stopped: OnceLock<String>,
}

/// A write that failed: in SQL, or for the reason of the operation.
pub(super) enum Failure<E> {
    Sql(Error),
    Reason(E),
}

impl<E> From<Error> for Failure<E> {
    fn from(error: Error) -> Self {
        Failure::Sql(error)
    }
}

impl Pool {
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let failed = |error: Error| OpenError::Database(error.to_string());
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut writer = Connection::open_with_flags(path, flags).map_err(failed)?;
        settle(&writer).map_err(failed)?;
        schema::prepare(&mut writer, path)?;
        writer
            .pragma_update(None, "secure_delete", true)
            .map_err(failed)?;
        writer
            .pragma_update(None, "synchronous", "FULL")
            .map_err(failed)?;
        let mode: String = writer
            .pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))
            .map_err(failed)?;
        if mode != "wal" {
            return Err(OpenError::Database(format!(
                "journal mode {mode} instead of wal"
            )));
        }
        Ok(Pool {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::default(),
            stopped: OnceLock::new(),
        })
    }

    /// Reads on a connection that sees the last commit.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        let idle = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let reader = match idle {
            Some(reader) => reader,
            None => self.new_reader()?,
        };
        let result = work(&reader);
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < IDLE_READERS {
            readers.push(reader);
        }
        result
    }

    /// Runs one transaction; what it returns as an error is rolled back.
    pub(super) fn write<T, E: From<WriteError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Failure<E>>,
    ) -> Result<T, E> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(why) = self.stopped.get() {
            return Err(WriteError::Stopped(why.clone()).into());
        }
        let done = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Failure::Sql)
            .and_then(|tx| {
                let value = work(&tx)?;
                tx.commit()?;
                Ok(value)
            });
        done.map_err(|failure| match failure {
            Failure::Sql(error) => self.judge(&error).into(),
            Failure::Reason(reason) => reason,
        })
    }

    /// Writes out the write-ahead log and cuts it to nothing, so that erased bytes are gone.
    pub(super) fn truncate_wal(&self) -> Result<(), WriteError> {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let busy: i64 = writer
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(|error| self.judge(&error))?;
        if busy != 0 {
            let still = "what was erased still stands in the write-ahead log; erase it again";
            return Err(WriteError::Database(still.to_owned()));
        }
        Ok(())
    }

    pub(super) fn stopped(&self) -> Option<String> {
        self.stopped.get().cloned()
    }

    /// Ends all writing until a restart. The first reason stands.
    pub(super) fn stop(&self, why: String) {
        let _ = self.stopped.set(why);
    }

    /// An error of the disk stops all later writes; any other concerns this one alone.
    pub(super) fn judge(&self, error: &Error) -> WriteError {
        let cause = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => "the disk is full",
            Some(ErrorCode::SystemIoFailure) => "the disk reported an error",
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "the database is damaged",
            _ => return WriteError::Database(error.to_string()),
        };
        let why = format!(
            "{cause} ({error}); nothing more is written until the cause is removed and the server \
             restarted, what was confirmed before is kept"
        );
        self.stop(why.clone());
        WriteError::Stopped(why)
    }

    fn new_reader(&self) -> Result<Connection, ReadError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(&self.path, flags)?;
        settle(&reader)?;
        Ok(reader)
    }
}

impl From<Error> for ReadError {
    fn from(error: Error) -> Self {
        ReadError::Database(error.to_string())
    }
}

/// One row or none.
pub(super) fn maybe<T>(row: Result<T, Error>) -> Result<Option<T>, Error> {
    row.optional()
}

fn settle(db: &Connection) -> Result<(), Error> {
    db.busy_timeout(Duration::from_secs(5))?;
    db.set_prepared_statement_cache_capacity(64);
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "trusted_schema", false)?;
    // In KiB: a group's state is folded in memory, so that few pages are read twice.
    db.pragma_update(None, "cache_size", -1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_stops_writes_and_leaves_reads() {
        let folder = tempfile::tempdir().unwrap();
        let pool = Pool::open(&folder.path().join("unavoce.db")).unwrap();
        let write = |value: &str| {
            pool.write::<_, WriteError>(|db| {
                db.execute(
                    "INSERT OR REPLACE INTO setting VALUES ('', 'a', ?1)",
                    [value],
                )?;
                Ok(())
            })
        };
        let read = || {
            let sql = "SELECT value FROM setting";
            pool.read(|db| Ok(db.query_row(sql, [], |row| row.get::<_, String>(0))?))
                .unwrap()
        };
        write("kept").unwrap();
        let limit = |pages: i64| {
            let writer = pool.writer.lock().unwrap();
            let set = format!("PRAGMA max_page_count = {pages}");
            writer
                .query_row(&set, [], |row| row.get::<_, i64>(0))
                .unwrap();
        };
        limit(1);
        assert!(matches!(
            write(&"x".repeat(1 << 20)),
            Err(WriteError::Stopped(_))
        ));
        limit(1 << 20);
        // There is room again, but only a restart tells what the disk has.
        let refused = write("later").unwrap_err();
        assert!(
            refused.to_string().contains("the disk is full"),
            "{refused}"
        );
        assert!(pool.stopped().is_some());
        assert_eq!(read(), "kept");
    }
}
