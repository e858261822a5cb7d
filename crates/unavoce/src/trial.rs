//! A file from outside is read first by a process of its own, which has a limit on time and memory: what kills it
//! takes nothing down, and the file is refused with a sentence.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use office::{Trial, Untried, read_through};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::runtime::{Handle, RuntimeFlavor};

use crate::cli;
use crate::exit::{Status, Told};

/// Seconds of the processor that reading a file may take.
const SECONDS: u64 = 10;
/// Bytes of memory that reading a file may take.
const MEMORY: u64 = 1 << 30;
/// The largest of the three things that the process is given, in bytes.
const LARGEST: u64 = 512 << 20;

/// The exit status of a Rust program that panicked.
const PANICKED: i32 = 101;

const TOO_MUCH: &str = "Reading this file took more than 10 seconds or 1 GiB of memory, and was stopped: open it in Word, \
                        save it under another name, and send that.";
const STUMBLED: &str =
    "This file can't be read: open it in Word, save it under another name, and send that.";
const NOT_TRIED: &str = "This file could not be read just now: send it again in a minute.";

/// Where a server tries files: this same program, started anew for each, one after the other.
pub(crate) struct OwnProcess {
    program: PathBuf,
    turn: Mutex<()>,
}

impl OwnProcess {
    pub(crate) fn new() -> io::Result<Self> {
        // The program that runs, also where another one was put in its place since.
        let running = Path::new("/proc/self/exe");
        let program = match running.exists() {
            true => running.to_owned(),
            false => std::env::current_exe()?,
        };
        Ok(Self {
            program,
            turn: Mutex::new(()),
        })
    }

    fn start(&self) -> io::Result<Child> {
        Command::new(&self.program)
            .args(["try", "--seconds", &SECONDS.to_string()])
            .args(["--memory", &MEMORY.to_string()])
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
    }
}

impl Trial for OwnProcess {
    fn read(&self, file: &Untried<'_>) -> Result<(), String> {
        let ended = aside(|| {
            let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
            let mut child = self.start()?;
            if let Some(input) = child.stdin.take() {
                // A process that was stopped takes no more: how it ended tells.
                let _ = give(input, file);
            }
            child.wait()
        });
        match ended {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => {
                tracing::warn!(
                    "a file of {} bytes was not read: {status}",
                    file.bytes.len()
                );
                let why = match status.code() {
                    // Ended by a signal: a limit was reached, or there was no memory for more.
                    None => TOO_MUCH,
                    Some(PANICKED) => STUMBLED,
                    Some(_) => NOT_TRIED,
                };
                Err(why.to_owned())
            }
            Err(error) => {
                tracing::error!("no file can be tried: {error}");
                Err(NOT_TRIED.to_owned())
            }
        }
    }
}

/// Waits without keeping other requests from being served.
fn aside<T>(wait: impl FnOnce() -> T) -> T {
    let runtime = Handle::try_current().map(|runtime| runtime.runtime_flavor());
    match runtime {
        Ok(RuntimeFlavor::MultiThread) => tokio::task::block_in_place(wait),
        _ => wait(),
    }
}

/// Gives name, base and file, each behind its length in eight bytes, the lowest first.
fn give(mut input: impl Write, file: &Untried<'_>) -> io::Result<()> {
    for part in [
        file.name.as_bytes(),
        file.base.unwrap_or_default(),
        file.bytes,
    ] {
        input.write_all(&(part.len() as u64).to_le_bytes())?;
        input.write_all(part)?;
    }
    Ok(())
}

fn taken(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > LARGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut part = Vec::new();
    input.take(length).read_to_end(&mut part)?;
    match part.len() as u64 == length {
        true => Ok(part),
        false => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// `unavoce try`: the process that reads.
pub(crate) fn run(asked: &cli::Try) -> Result<Status, Told> {
    let limits = [
        (Resource::Cpu, asked.seconds),
        (Resource::As, asked.memory),
        (Resource::Core, 0),
    ];
    for (what, most) in limits {
        // No process can give itself more than it was left.
        let most = getrlimit(what).maximum.map_or(most, |left| left.min(most));
        let limit = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        setrlimit(what, limit).map_err(Told::io("set a limit"))?;
    }
    let mut input = io::stdin().lock();
    let mut part = || taken(&mut input).map_err(Told::io("read standard input"));
    let (name, base, bytes) = (part()?, part()?, part()?);
    read_through(&Untried {
        name: &String::from_utf8_lossy(&name),
        bytes: &bytes,
        base: (!base.is_empty()).then_some(&base),
    });
    Ok(Status::Done)
}
