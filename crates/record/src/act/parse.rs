//! Reading a leaf line by line. It says which line is wrong; that nothing else hides in the bytes
//! is shown by writing the act again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Act, ActError, ActSignature, Commitment, MAX_LEAF_BYTES};
use crate::hash::Hash;

pub(super) fn act(leaf: &[u8]) -> Result<Act, ActError> {
    if leaf.len() > MAX_LEAF_BYTES {
        return Err(ActError::TooLong(leaf.len()));
    }
    let text = std::str::from_utf8(leaf).map_err(|_| ActError::NotCanonical)?;
    let body = text.strip_suffix('\n').ok_or(ActError::NotCanonical)?;
    let mut lines = Lines {
        rest: body.split('\n').peekable(),
        line: 0,
    };
    if lines.next("act/v1")? != "act/v1" {
        return Err(lines.wrong("act/v1"));
    }
    let id = lines.value("id")?.to_owned();
    let stream = lines.value("stream")?.to_owned();
    let seq = lines
        .value("seq")?
        .parse()
        .map_err(|_| lines.wrong("seq"))?;
    let prev = lines.hash("prev")?;
    let time = lines.value("time")?.to_owned();
    let kind = lines.value("kind")?.to_owned();
    let org = lines.value("org")?.to_owned();
    let mut commits = Vec::new();
    while lines
        .rest
        .peek()
        .is_some_and(|line| line.starts_with("commit "))
    {
        let value = lines.value("commit")?;
        let (field, hash) = value.split_once(' ').ok_or_else(|| lines.wrong("commit"))?;
        let hash = Hash::from_base64(hash).map_err(|_| lines.wrong("commit"))?;
        commits.push(Commitment {
            field: field.to_owned(),
            hash,
        });
    }
    let nonce = *lines.hash("nonce")?.as_bytes();
    let sig = match lines.rest.peek() {
        Some(_) => Some(signature(&mut lines)?),
        None => None,
    };
    if lines.rest.peek().is_some() {
        return Err(ActError::NotCanonical);
    }
    Ok(Act {
        id,
        stream,
        seq,
        prev,
        time,
        kind,
        org,
        commits,
        nonce,
        sig,
    })
}

struct Lines<'a, I: Iterator<Item = &'a str>> {
    rest: std::iter::Peekable<I>,
    line: usize,
}

impl<'a, I: Iterator<Item = &'a str>> Lines<'a, I> {
    fn next(&mut self, expected: &'static str) -> Result<&'a str, ActError> {
        self.line += 1;
        let line = self.line;
        self.rest.next().ok_or(ActError::Line { line, expected })
    }

    fn value(&mut self, key: &'static str) -> Result<&'a str, ActError> {
        let line = self.next(key)?;
        let value = line
            .strip_prefix(key)
            .and_then(|rest| rest.strip_prefix(' '));
        value.ok_or_else(|| self.wrong(key))
    }

    fn hash(&mut self, key: &'static str) -> Result<Hash, ActError> {
        let value = self.value(key)?;
        Hash::from_base64(value).map_err(|_| self.wrong(key))
    }

    fn wrong(&self, expected: &'static str) -> ActError {
        ActError::Line {
            line: self.line,
            expected,
        }
    }
}

fn signature<'a, I: Iterator<Item = &'a str>>(
    lines: &mut Lines<'a, I>,
) -> Result<ActSignature, ActError> {
    let value = lines.value("sig")?;
    let read = || {
        let (key_id, signature) = value.strip_prefix("ed25519 ")?.split_once(' ')?;
        let key_id = u32::from_str_radix(key_id, 16).ok()?.to_be_bytes();
        let signature = STANDARD.decode(signature).ok()?.try_into().ok()?;
        Some(ActSignature { key_id, signature })
    };
    read().ok_or_else(|| lines.wrong("sig"))
}
