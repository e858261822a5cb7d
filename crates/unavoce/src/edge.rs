//! Where the program touches the machine: files, the clock, randomness.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::exit::Told;

/// Largest file that a command reads, in bytes: one more than the reader accepts, so that the refusal
/// comes from it in its own words.
const LARGEST: u64 = (50 << 20) + 1;

/// Reads a file whole, up to the limit.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, Told> {
    let what = || format!("read {}", path.display());
    let file = std::fs::File::open(path).map_err(Told::io(what()))?;
    let hint = file.metadata().map_or(0, |data| data.len().min(LARGEST));
    let mut bytes = Vec::with_capacity(usize::try_from(hint).unwrap_or(0) + 1);
    file.take(LARGEST)
        .read_to_end(&mut bytes)
        .map_err(Told::io(what()))?;
    Ok(bytes)
}

/// Writes a file whole or not at all: beside its place first, then renamed over it.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Told> {
    let what = || format!("write {}", path.display());
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let beside = written_beside(folder, bytes).map_err(Told::io(what()))?;
    beside.persist(path).map_err(Told::io(what()))?;
    Ok(())
}

/// A folder into which several files are written, all or none.
pub(crate) struct Folder<'p>(&'p Path);

/// A file that is complete beside its place.
pub(crate) struct Ready {
    beside: tempfile::NamedTempFile,
    place: PathBuf,
}

impl<'p> Folder<'p> {
    /// A folder, made when missing.
    pub(crate) fn made(path: &'p Path) -> Result<Self, Told> {
        std::fs::create_dir_all(path).map_err(Told::io(in_folder(path)))?;
        Ok(Self(path))
    }

    /// Writes a file beside its place: what stands there stays until [`Folder::put`].
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<Ready, Told> {
        let beside = written_beside(self.0, bytes).map_err(Told::io(in_folder(self.0)))?;
        let place = self.0.join(name);
        Ok(Ready { beside, place })
    }

    /// Puts complete files in their places.
    pub(crate) fn put(&self, files: impl IntoIterator<Item = Ready>) -> Result<(), Told> {
        for Ready { beside, place } in files {
            beside.persist(place).map_err(Told::io(in_folder(self.0)))?;
        }
        Ok(())
    }
}

fn in_folder(folder: &Path) -> String {
    format!("write into {}", folder.display())
}

/// A complete file under a temporary name, with the permissions of an ordinary new file.
fn written_beside(folder: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let ordinary = std::fs::Permissions::from_mode(0o666);
    let mut beside = tempfile::Builder::new()
        .permissions(ordinary)
        .tempfile_in(folder)?;
    std::io::Write::write_all(&mut beside, bytes)?;
    Ok(beside)
}

/// The machine's clock, to the millisecond.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the program reads the clock"
)]
pub(crate) fn machine_time() -> group::Instant {
    group::Instant::from_millis(jiff::Timestamp::now().as_millisecond())
}

/// The machine's clock as the office takes it.
pub(crate) struct MachineClock;

impl office::Clock for MachineClock {
    fn now(&self) -> group::Instant {
        machine_time()
    }
}

/// The machine's randomness.
pub(crate) struct MachineDice;

impl office::Dice for MachineDice {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the program draws random bytes"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness there are no salts and no secrets: going on would be worse than stopping.
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// Between two beats that are kept, in milliseconds.
const BEAT_MS: i64 = 5_000;

/// The server's heartbeat: a small file in its data folder that holds the last beat.
pub(crate) struct Heartbeat {
    path: PathBuf,
    last: Mutex<Option<group::Instant>>,
}

impl Heartbeat {
    /// That of a data folder. What can't be read is no beat.
    pub(crate) fn of(folder: &Path) -> Self {
        let path = folder.join("heartbeat");
        let kept = read_file(&path).ok();
        let last = kept.and_then(|bytes| String::from_utf8(bytes).ok()?.trim().parse().ok());
        Self {
            path,
            last: Mutex::new(last),
        }
    }
}

impl web::Heart for Heartbeat {
    fn last(&self) -> Option<group::Instant> {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn beat(&self, at: group::Instant) -> Result<(), String> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let since = last.map(|last| at.as_millis() - last.as_millis());
        // A clock that was set back begins anew.
        if since.is_some_and(|since| (0..BEAT_MS).contains(&since)) {
            return Ok(());
        }
        *last = Some(at);
        write_whole(&self.path, format!("{at}\n").as_bytes()).map_err(|told| told.to_string())
    }
}
