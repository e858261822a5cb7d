//! Signed notes (C2SP `signed-note`): a text, an empty line, one line for each signature.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key::{KeyId, Verifier, is_key_name};

/// Far above a checkpoint with a hundred cosignatures; a reader holds no more of a stranger's note.
const MAX_NOTE_BYTES: usize = 1 << 20;

/// A note that has been taken apart; its signatures are not verified yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    pub name: String,
    pub id: KeyId,
    /// What follows the key id: 64 bytes for a log's signature, 72 for a cosignature, other
    /// lengths for types to come.
    pub blob: Vec<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    #[error("failed to read the note: {0}")]
    Malformed(&'static str),
    #[error("failed to verify the note: the signature of {0} is not over this text")]
    BadSignature(String),
    #[error("failed to verify the note: it has no signature of a known key")]
    Unsigned,
}

impl Note {
    /// Takes a note apart at its last empty line. Refuses control characters, a line that is no
    /// signature line, base64 that is not canonical, and a note without any signature.
    pub fn parse(note: &[u8]) -> Result<Self, NoteError> {
        if note.len() > MAX_NOTE_BYTES {
            return Err(NoteError::Malformed("it is longer than a mebibyte"));
        }
        let note =
            std::str::from_utf8(note).map_err(|_| NoteError::Malformed("it is not UTF-8"))?;
        if note.bytes().any(|b| b < 0x20 && b != b'\n') {
            return Err(NoteError::Malformed("it has a control character"));
        }
        let split = note
            .rfind("\n\n")
            .ok_or(NoteError::Malformed("it has no empty line"))?;
        let (text, lines) = (&note[..=split], &note[split + 2..]);
        let lines = lines.strip_suffix('\n');
        let lines = lines.ok_or(NoteError::Malformed(
            "it does not end with a signature line",
        ))?;
        let signatures = lines.split('\n').map(signature).collect::<Option<Vec<_>>>();
        let signatures = signatures.ok_or(NoteError::Malformed("a signature line has no form"))?;
        Ok(Note {
            text: text.to_owned(),
            signatures,
        })
    }

    /// The signed text, LF at its end.
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Checks every line whose name and id belong to a known key, and returns those keys in the
    /// order given. Lines of unknown keys are ignored; one bad line of a known key refuses the
    /// note.
    pub fn verify<'a>(&self, known: &[&'a Verifier]) -> Result<Vec<&'a Verifier>, NoteError> {
        let mut signers = Vec::new();
        for verifier in known {
            let mut lines = self
                .signatures
                .iter()
                .filter(|line| line.name == verifier.name() && line.id == verifier.id())
                .peekable();
            if lines.peek().is_none() {
                continue;
            }
            if !lines.all(|line| verifier.verifies(&self.text, &line.blob)) {
                return Err(NoteError::BadSignature(verifier.name().to_owned()));
            }
            signers.push(*verifier);
        }
        if signers.is_empty() {
            Err(NoteError::Unsigned)
        } else {
            Ok(signers)
        }
    }
}

fn signature(line: &str) -> Option<NoteSignature> {
    let (name, payload) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
    if !is_key_name(name) {
        return None;
    }
    let payload = STANDARD.decode(payload).ok()?;
    let (id, blob) = payload.split_first_chunk::<4>()?;
    if blob.is_empty() {
        return None;
    }
    Some(NoteSignature {
        name: name.to_owned(),
        id: KeyId(*id),
        blob: blob.to_vec(),
    })
}
