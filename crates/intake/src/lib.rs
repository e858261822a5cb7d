//! What a secretariat is sent: mails with their files, archives, tables of comments, notes in PDF files. Opened
//! and told apart, with proposals about whose it is and which paragraph it means; a person confirms each.
//!
//! Pure: bytes in, values out. It never fails on what it is given: what can't be read is evidence, with the
//! reason.

mod archive;
pub mod body;
pub mod guess;
mod kind;
mod mail;
pub mod matrix;
mod outlook;
pub mod pdf;
pub mod place;
pub mod proposals;

use kind::{Sort, sort};

/// What is taken from one file that is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Things found in all.
    pub things: usize,
    /// Bytes unpacked in all.
    pub bytes: u64,
    /// Mails and archives within each other.
    pub depth: usize,
    /// Characters of a mail's text.
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            things: 500,
            bytes: 200 << 20,
            depth: 3,
            body: 200_000,
        }
    }
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Of the file; of a mail's text its subject.
    pub name: String,
    /// Names of the mails and archives that it came in, outermost first.
    pub within: Vec<String>,
    /// The innermost mail that it came in.
    pub mail: Option<Head>,
    pub kind: Kind,
    /// As it came; empty for the text of a mail.
    pub bytes: Vec<u8>,
}

/// Who sent a mail, when, about what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Address, in small letters.
    pub from: String,
    pub name: Option<String>,
    pub subject: Option<String>,
    /// Seconds since 1970, as its header says.
    pub sent: Option<i64>,
}

/// What a thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    Sheet,
    Pdf,
    /// The text of a mail.
    Body(String),
    /// It is kept, and why it can't be read stands here as one sentence.
    Evidence(String),
}

/// What a reader of foreign files makes of them; `None` where it stumbles over one: the readers are borrowed, and
/// not all of them keep their temper with what no program would write.
fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)).ok()
}

/// Opens a file that was dropped: the file itself, or all that is in it. Lock files and the like that
/// programs put into archives are left out.
#[must_use]
pub fn unpack(name: &str, bytes: &[u8], limits: &Limits) -> Vec<Found> {
    let mut unpacking = Unpacking {
        limits: *limits,
        left: limits.bytes,
        found: Vec::new(),
    };
    unpacking.open(name, bytes.to_vec(), &[], None);
    unpacking.found
}

/// The work of [`unpack`].
struct Unpacking {
    limits: Limits,
    /// Bytes that may still be unpacked.
    left: u64,
    found: Vec<Found>,
}

impl Unpacking {
    fn open(&mut self, name: &str, bytes: Vec<u8>, within: &[String], mail: Option<&Head>) {
        if kind::is_litter(name) {
            return;
        }
        let inner = || -> Vec<String> {
            let mut inner = within.to_vec();
            inner.push(name.to_owned());
            inner
        };
        let deep = within.len() >= self.limits.depth;
        let kind = match sort(name, &bytes) {
            Sort::Word => Kind::Word,
            Sort::Sheet => Kind::Sheet,
            Sort::Pdf => Kind::Pdf,
            Sort::Mail | Sort::Outlook | Sort::Archive if deep => Kind::Evidence(
                "It lies in more mails and archives within each other than are opened.".to_owned(),
            ),
            Sort::Mail => match guarded(|| mail::read(&bytes, self.limits.body)).flatten() {
                Some(letter) => return self.letter(letter, &inner()),
                None => Kind::Evidence("This mail can't be read.".to_owned()),
            },
            Sort::Outlook => match guarded(|| outlook::read(&bytes, self.limits.body)).flatten() {
                Some(letter) => return self.letter(letter, &inner()),
                None => Kind::Evidence(
                    "This Outlook file can't be read: save the mail as .eml and drop that."
                        .to_owned(),
                ),
            },
            Sort::Archive => match self.archive(&bytes, &inner(), mail) {
                Ok(()) => return,
                Err(why) => Kind::Evidence(why),
            },
            Sort::Unread(why) => Kind::Evidence(why.to_owned()),
        };
        self.add(Found {
            name: name.to_owned(),
            within: within.to_vec(),
            mail: mail.cloned(),
            kind,
            bytes,
        });
    }

    fn letter(&mut self, letter: mail::Letter, within: &[String]) {
        if !letter.body.trim().is_empty() {
            self.add(Found {
                name: letter.head.subject.clone().unwrap_or_default(),
                within: within.to_vec(),
                mail: Some(letter.head.clone()),
                kind: Kind::Body(letter.body),
                bytes: Vec::new(),
            });
        }
        for (name, bytes) in letter.files {
            if self.takes(bytes.len() as u64) {
                self.open(&name, bytes, within, Some(&letter.head));
            } else {
                self.refuse(&name, within, Some(&letter.head));
            }
        }
    }

    fn archive(
        &mut self,
        bytes: &[u8],
        within: &[String],
        mail: Option<&Head>,
    ) -> Result<(), String> {
        let mut archive = archive::Archive::open(bytes)?;
        for index in 0..archive.len() {
            if self.found.len() >= self.limits.things {
                break;
            }
            match archive.member(index, self.left) {
                archive::Member::Folder => {}
                archive::Member::File { name, bytes } => {
                    self.left = self.left.saturating_sub(bytes.len() as u64);
                    self.open(&name, bytes, within, mail);
                }
                archive::Member::Closed { name, why } => self.add(Found {
                    name,
                    within: within.to_vec(),
                    mail: mail.cloned(),
                    kind: Kind::Evidence(why.to_owned()),
                    bytes: Vec::new(),
                }),
            }
        }
        Ok(())
    }

    fn takes(&mut self, bytes: u64) -> bool {
        let fits = bytes <= self.left;
        if fits {
            self.left -= bytes;
        }
        fits
    }

    fn refuse(&mut self, name: &str, within: &[String], mail: Option<&Head>) {
        self.add(Found {
            name: name.to_owned(),
            within: within.to_vec(),
            mail: mail.cloned(),
            kind: Kind::Evidence(
                "What was dropped unpacks to more than is taken at once.".to_owned(),
            ),
            bytes: Vec::new(),
        });
    }

    fn add(&mut self, found: Found) {
        if self.found.len() < self.limits.things {
            self.found.push(found);
        }
    }
}
