-- Schema 1. The group id is the first part of every key; '' stands for the server itself where a
-- row may belong to no group. Times are milliseconds since 1970.

CREATE TABLE grp (
    id         TEXT PRIMARY KEY,
    short_name TEXT NOT NULL UNIQUE,
    origin     TEXT NOT NULL UNIQUE,
    vkey       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per group: its update hands out the positions.
CREATE TABLE head (
    group_id  TEXT PRIMARY KEY REFERENCES grp (id),
    size      INTEGER NOT NULL,
    root      BLOB NOT NULL,
    last_time INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    group_id   TEXT NOT NULL REFERENCES grp (id),
    pos        INTEGER NOT NULL,
    stream     TEXT NOT NULL,
    seq        INTEGER NOT NULL,
    leaf_bytes BLOB NOT NULL,
    leaf_hash  BLOB NOT NULL,
    PRIMARY KEY (group_id, pos),
    UNIQUE (group_id, stream, seq)
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an act is never removed'); END;

-- Complete subtrees only.
CREATE TABLE node (
    group_id TEXT NOT NULL REFERENCES grp (id),
    level    INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    PRIMARY KEY (group_id, level, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    group_id TEXT NOT NULL REFERENCES grp (id),
    size     INTEGER NOT NULL,
    body     TEXT NOT NULL,
    log_line TEXT NOT NULL,
    PRIMARY KEY (group_id, size)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER checkpoint_is_never_changed BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a signed checkpoint is never changed'); END;
CREATE TRIGGER checkpoint_is_never_removed BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a signed checkpoint is never removed'); END;

-- The bytes lie in files/<group>/<id>.
CREATE TABLE blob (
    group_id TEXT NOT NULL REFERENCES grp (id),
    id       TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    put      INTEGER NOT NULL,
    PRIMARY KEY (group_id, id)
) STRICT, WITHOUT ROWID;

-- Erasable: the record verifies without it.
CREATE TABLE opening (
    group_id TEXT NOT NULL,
    pos      INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    field    TEXT NOT NULL,
    salt     BLOB NOT NULL,
    value    BLOB,
    blob     TEXT,
    PRIMARY KEY (group_id, pos, n),
    CHECK ((value IS NULL) <> (blob IS NULL)),
    FOREIGN KEY (group_id, pos) REFERENCES entry (group_id, pos),
    FOREIGN KEY (group_id, blob) REFERENCES blob (group_id, id)
) STRICT;
CREATE INDEX opening_by_blob ON opening (group_id, blob) WHERE blob IS NOT NULL;

CREATE TABLE command (
    group_id TEXT NOT NULL REFERENCES grp (id),
    id       TEXT NOT NULL,
    first    INTEGER NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (group_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    group_id TEXT NOT NULL REFERENCES grp (id),
    id       INTEGER NOT NULL,
    pos      INTEGER NOT NULL,
    message  TEXT NOT NULL,
    PRIMARY KEY (group_id, id)
) STRICT, WITHOUT ROWID;

-- Where a number must never come twice although rows are removed.
CREATE TABLE counter (
    group_id TEXT NOT NULL REFERENCES grp (id),
    name     TEXT NOT NULL,
    last     INTEGER NOT NULL,
    PRIMARY KEY (group_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
    group_id     TEXT NOT NULL REFERENCES grp (id),
    organisation TEXT NOT NULL,
    place        TEXT NOT NULL,
    seat         TEXT NOT NULL,
    value        TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    updated      INTEGER NOT NULL,
    PRIMARY KEY (group_id, organisation, place, seat)
) STRICT;

CREATE TABLE draft_file (
    group_id     TEXT NOT NULL,
    organisation TEXT NOT NULL,
    place        TEXT NOT NULL,
    seat         TEXT NOT NULL,
    n            INTEGER NOT NULL,
    blob         TEXT NOT NULL,
    PRIMARY KEY (group_id, organisation, place, seat, n),
    FOREIGN KEY (group_id, organisation, place, seat)
        REFERENCES draft (group_id, organisation, place, seat) ON DELETE CASCADE,
    FOREIGN KEY (group_id, blob) REFERENCES blob (group_id, id)
) STRICT;
CREATE INDEX draft_file_by_blob ON draft_file (group_id, blob);

CREATE TABLE session (
    group_id TEXT NOT NULL REFERENCES grp (id),
    token    BLOB NOT NULL,
    seat     TEXT NOT NULL,
    expires  INTEGER NOT NULL,
    data     TEXT NOT NULL,
    PRIMARY KEY (group_id, token)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_seat ON session (group_id, seat);

CREATE TABLE link (
    group_id TEXT NOT NULL,
    token    BLOB NOT NULL,
    purpose  TEXT NOT NULL,
    expires  INTEGER NOT NULL,
    once     INTEGER NOT NULL,
    PRIMARY KEY (group_id, token)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    group_id TEXT NOT NULL,
    name     TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (group_id, name)
) STRICT, WITHOUT ROWID;
