//! The folder on the disk: its parts, its lock, and files that are there whole or not at all.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use crate::error::OpenError;
use crate::ids::{BlobId, GroupId};

/// Where SQLite's locks and the write-ahead log's shared memory cannot be relied on.
const NETWORK: [&str; 11] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "lustre",
    "fuse.sshfs",
    "fuse.glusterfs",
];

pub(super) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// Makes what is missing; both parts are for the server's own account only.
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let failed = |source| OpenError::Folder {
            path: path.to_owned(),
            source,
        };
        let make = |part: &Path| DirBuilder::new().recursive(true).mode(0o700).create(part);
        fs::create_dir_all(path).map_err(failed)?;
        let root = path.canonicalize().map_err(failed)?;
        make(&root.join("data/files")).map_err(failed)?;
        make(&root.join("keys")).map_err(failed)?;
        // Without its list of mounts (not Linux) the system cannot be asked.
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        if let Some(kind) = network_kind(&mounts, &root) {
            return Err(OpenError::NetworkFolder {
                path: path.to_owned(),
                kind,
            });
        }
        Ok(Folder { root })
    }

    /// Takes the folder for this process, until the file is dropped or the process ends.
    pub(super) fn lock(&self) -> Result<File, OpenError> {
        let failed = |source| OpenError::Folder {
            path: self.root.clone(),
            source,
        };
        let path = self.root.join("data/lock");
        let mut options = OpenOptions::new();
        let file = options
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(path);
        let file = file.map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(OpenError::Taken(self.root.clone())),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    pub(super) fn database(&self) -> PathBuf {
        self.root.join("data/unavoce.db")
    }

    pub(super) fn files(&self, group: &GroupId) -> PathBuf {
        self.root.join("data/files").join(group.as_str())
    }

    pub(super) fn file(&self, group: &GroupId, id: &BlobId) -> PathBuf {
        self.files(group).join(id.as_str())
    }

    pub(super) fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    pub(super) fn key(&self, group: &GroupId) -> PathBuf {
        self.keys().join(format!("{group}.key"))
    }

    pub(super) fn checkpoint(&self, group: &GroupId) -> PathBuf {
        self.keys().join(format!("{group}.checkpoint"))
    }
}

/// Writes a file (mode 600) so that a crash at any moment leaves the old one or the new one whole.
/// Its folder is made when missing. When this returns, the file survives a power cut.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes)?;
    match path.parent() {
        Some(folder) => File::open(folder)?.sync_all(),
        None => Ok(()),
    }
}

/// As [`write_whole`], but a power cut may bring back the old file.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let temporary = path.with_added_extension("tmp");
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    let mut options = OpenOptions::new();
    let mut file = options
        .create(true)
        .truncate(true)
        .write(true)
        .mode(0o600)
        .open(&temporary)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    let placed = written.and_then(|()| fs::rename(&temporary, path));
    if placed.is_err() {
        // The first error is the one to report; on a full disk this makes room again.
        let _ = fs::remove_file(&temporary);
    }
    placed
}

/// Removes a file; that it is gone already is fine.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    match folder.parent() {
        Some(parent) => File::open(parent)?.sync_all(),
        None => Ok(()),
    }
}

/// The kind of the network file system on which `path` lies, from lines as in `/proc/mounts`:
/// device, place, kind, ….
fn network_kind(mounts: &str, path: &Path) -> Option<String> {
    let fields = |line: &str| {
        let mut fields = line.split(' ').skip(1);
        Some((
            fields.next()?.replace("\\040", " "),
            fields.next()?.to_owned(),
        ))
    };
    let around = mounts
        .lines()
        .filter_map(fields)
        .filter(|(place, _)| path.starts_with(place));
    // Of two mounts on one place the later covers the earlier.
    let (_, kind) = around.max_by_key(|(place, _)| place.len())?;
    NETWORK.contains(&kind.as_str()).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_file_systems_are_known_by_the_innermost_mount() {
        let mounts =
            "/dev/sda / ext4 rw 0 0\nhost:/x /srv nfs4 rw 0 0\n/dev/sdb /srv/local ext4 rw";
        let check = |path: &str, expect: Option<&str>| {
            assert_eq!(
                network_kind(mounts, Path::new(path)).as_deref(),
                expect,
                "{path}"
            );
        };
        check("/home/a", None);
        check("/srv/a", Some("nfs4"));
        check("/srv/local/a", None);
        check("/srvice", None);
    }
}
