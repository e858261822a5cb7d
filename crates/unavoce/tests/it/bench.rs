//! A folder in which the program is run as people do, one command after the other.

use std::fs;
use std::path::PathBuf;
use std::process::{Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::server::unavoce;

/// How long a command may take before a test fails; in a development build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder of its own, gone with the value.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
}

/// How a run of the program ended.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) told: String,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in(&[], arguments)
    }

    /// Runs the program with environment variables. One that should have ended and serves is ended.
    pub(crate) fn run_in(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Ran {
        let mut child = unavoce()
            .current_dir(&self.folder)
            .envs(environment.iter().copied())
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while child.try_wait().unwrap().is_none() {
            if begun.elapsed() > PATIENCE {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{arguments:?} goes on and on");
            }
            thread::sleep(Duration::from_millis(2));
        }
        let Output {
            status,
            stdout,
            stderr,
        } = child.wait_with_output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran {
            status: status.code().unwrap(),
            out: text(stdout),
            told: text(stderr),
        }
    }
}
