//! The leaf of the log, `act/v1`: text in UTF-8 with LF, one order of keys, no optional white
//! space. The stored bytes are the truth; nobody serialises an old leaf again.

mod parse;

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::commitment::is_field_name;
use crate::hash::Hash;
use crate::instant::instant_from_text;

/// The entry bundles of tlog-tiles give the length of a leaf in 16 bits.
pub const MAX_LEAF_BYTES: usize = 65_535;

/// Characters of a ULID.
pub const ULID_LEN: usize = 26;

/// The parts of one leaf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// A ULID, not derived from a person.
    pub id: String,
    /// `noun/ID` or `group`: the life of one thing.
    pub stream: String,
    /// Dense from 0 inside the stream.
    pub seq: u64,
    /// Leaf hash of the act before in the stream; [`Hash::ZERO`] for seq 0.
    pub prev: Hash,
    /// `YYYY-MM-DDThh:mm:ss[.mmm]Z`, not before the time of the leaf before it in the log.
    pub time: String,
    /// `noun.verb_in_the_past`.
    pub kind: String,
    /// The id of the organisation, or `-`: the system, or an actor who is not yet to be seen.
    pub org: String,
    /// In any order and unique as (field, hash); the leaf has them sorted. A field may come more
    /// than once, as when several files are attached.
    pub commits: Vec<Commitment>,
    /// 32 random bytes: they blind the leaf hash, which is public.
    pub nonce: [u8; 32],
    /// Reserved by the format: the acting organisation's signature over all bytes above it.
    pub sig: Option<ActSignature>,
}

/// One `commit` line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    pub field: String,
    pub hash: Hash,
}

/// The `sig ed25519` line. It is carried and not yet verified: organisations have no keys so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActSignature {
    pub key_id: [u8; 4],
    pub signature: [u8; 64],
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ActError {
    #[error("failed to write the act: {0} is not in its form")]
    Form(&'static str),
    #[error("failed to write the act: the commitment to {0} stands twice")]
    Twice(String),
    #[error("failed to write the act: {0} bytes are more than 65,535")]
    TooLong(usize),
    #[error("failed to read the act: line {line} should be `{expected}`")]
    Line { line: usize, expected: &'static str },
    #[error("failed to read the act: it is not in the one form that act/v1 has")]
    NotCanonical,
}

impl Act {
    /// The bytes of the leaf, commitments sorted. Fails when a part is not in its form, when a
    /// commitment stands twice, or beyond [`MAX_LEAF_BYTES`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, ActError> {
        self.check()?;
        let mut text = String::with_capacity(512);
        text.push_str("act/v1\n");
        let mut line = |key: &str, value: &dyn std::fmt::Display| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{key} {value}");
        };
        line("id", &self.id);
        line("stream", &self.stream);
        line("seq", &self.seq);
        line("prev", &self.prev);
        line("time", &self.time);
        line("kind", &self.kind);
        line("org", &self.org);
        for commit in self.sorted_commits()? {
            line("commit", &commit);
        }
        line("nonce", &STANDARD.encode(self.nonce));
        if let Some(sig) = &self.sig {
            let key_id = u32::from_be_bytes(sig.key_id);
            line(
                "sig",
                &format!("ed25519 {key_id:08x} {}", STANDARD.encode(sig.signature)),
            );
        }
        if text.len() > MAX_LEAF_BYTES {
            return Err(ActError::TooLong(text.len()));
        }
        Ok(text.into_bytes())
    }

    /// Reads a leaf strictly: what [`Act::to_bytes`] would not write byte for byte is refused.
    pub fn parse(leaf: &[u8]) -> Result<Self, ActError> {
        let act = parse::act(leaf)?;
        // A part out of its form shows up here as well: the leaf could not have been written.
        match act.to_bytes() {
            Ok(again) if again == leaf => Ok(act),
            _ => Err(ActError::NotCanonical),
        }
    }

    /// Whether the leaf commits to this hash under this field.
    pub fn commits_to(&self, field: &str, hash: &Hash) -> bool {
        self.commits
            .iter()
            .any(|commit| commit.field == field && commit.hash == *hash)
    }

    fn check(&self) -> Result<(), ActError> {
        let forms = [
            ("id", is_ulid(&self.id)),
            ("stream", is_stream(&self.stream)),
            ("prev", self.seq != 0 || self.prev == Hash::ZERO),
            ("time", instant_from_text(&self.time).is_ok()),
            (
                "kind",
                self.kind
                    .split_once('.')
                    .is_some_and(|(a, b)| is_word(a) && is_word(b)),
            ),
            ("org", self.org == "-" || is_name(&self.org)),
            (
                "commit",
                self.commits
                    .iter()
                    .all(|commit| is_field_name(&commit.field)),
            ),
        ];
        match forms.into_iter().find(|(_, fits)| !fits) {
            Some((part, _)) => Err(ActError::Form(part)),
            None => Ok(()),
        }
    }

    /// `field hash`, in the order of the bytes of the lines.
    fn sorted_commits(&self) -> Result<Vec<String>, ActError> {
        let text = |commit: &Commitment| format!("{} {}", commit.field, commit.hash);
        let mut lines: Vec<String> = self.commits.iter().map(text).collect();
        lines.sort_unstable();
        match lines.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(ActError::Twice(pair[0].clone())),
            None => Ok(lines),
        }
    }
}

/// 26 characters of Crockford's base 32 in capitals, within 128 bits.
pub fn is_ulid(text: &str) -> bool {
    let letter = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase() && !b"ILOU".contains(&b);
    text.len() == ULID_LEN && text.as_bytes()[0] <= b'7' && text.bytes().all(letter)
}

/// `group`, or `noun/id`.
fn is_stream(text: &str) -> bool {
    match text.split_once('/') {
        Some((noun, id)) => is_word(noun) && is_name(id),
        None => text == "group",
    }
}

/// `[a-z_]{1,32}`.
fn is_word(text: &str) -> bool {
    is_field_name(text)
}

/// Letters, digits and inner hyphens, at most 64: an id as streams and organisations have it.
fn is_name(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (1..=64).contains(&text.len())
        && text.bytes().all(fits)
        && !text.starts_with('-')
        && !text.ends_with('-')
}
