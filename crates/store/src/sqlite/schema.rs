//! The schema and its version, and what must hold before the database is touched.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::OpenError;

/// Stands in `user_version`; rises with every change of `schema.sql`.
const VERSION: i64 = 1;

/// `UNVC`: marks the file as ours.
const APPLICATION: i64 = 0x554e_5643;

/// 3.51.3: before it, two connections that write and checkpoint at once can lose a commit.
const OLDEST_SQLITE: i32 = 3_051_003;

pub(super) fn check_sqlite(number: i32, name: &str) -> Result<(), OpenError> {
    if number < OLDEST_SQLITE {
        return Err(OpenError::OldSqlite(name.to_owned()));
    }
    Ok(())
}

/// Makes the tables in an empty database, and refuses one that is not ours or newer than we are.
pub(super) fn prepare(db: &mut Connection, path: &Path) -> Result<(), OpenError> {
    let failed = |error: rusqlite::Error| OpenError::Database(error.to_string());
    let pragma = |db: &Connection, name: &str| {
        db.pragma_query_value(None, name, |row| row.get::<_, i64>(0))
            .map_err(failed)
    };
    let version = pragma(db, "user_version")?;
    let tables: i64 = db
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|_| OpenError::ForeignDatabase(path.to_owned()))?;
    if version == 0 && tables == 0 {
        let tx = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failed)?;
        tx.execute_batch(include_str!("schema.sql"))
            .map_err(failed)?;
        tx.pragma_update(None, "application_id", APPLICATION)
            .map_err(failed)?;
        tx.pragma_update(None, "user_version", VERSION)
            .map_err(failed)?;
        return tx.commit().map_err(failed);
    }
    if pragma(db, "application_id")? != APPLICATION {
        return Err(OpenError::ForeignDatabase(path.to_owned()));
    }
    if version > VERSION {
        return Err(OpenError::NewerSchema {
            found: version,
            known: VERSION,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_a_sqlite_with_the_wal_fault() {
        assert!(check_sqlite(3_051_002, "3.51.2").is_err());
        assert!(check_sqlite(3_051_003, "3.51.3").is_ok());
        assert!(check_sqlite(rusqlite::version_number(), rusqlite::version()).is_ok());
    }
}
