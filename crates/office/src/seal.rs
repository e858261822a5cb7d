//! Between an act as the law knows it and its bytes in the record (4-record, *The leaf*).
//!
//! A fact's fields come with marks for their class: what bears none is open, `{"$restricted": v}` is
//! for the organisation and the secretariat, `{"$personal": v}` can be erased alone, `{"$file": id}`
//! is a committed file. The open fields get one commitment `body`, the restricted ones together one
//! `restricted`, each personal field and each file one of its own.

use group::{Act, Fact, Hat, Id, Instant, Stream};
use record::{CanonicalError, Commitment, Hash, canonical_json, commit};
use serde_json::{Map, Value};
use store::{BlobId, NewEntry, NewOpening, Opening, OpeningValue};

use crate::clock::{Dice, thirty_two};

/// An act could not be written into the record, or not be read from it.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error("failed to seal the act: {0}")]
    Canonical(#[from] CanonicalError),
    #[error("failed to seal the act: {0}")]
    Act(#[from] record::ActError),
    #[error("failed to seal the act: {0}")]
    Commit(#[from] record::CommitError),
    #[error("failed to seal the act: the file {0} was not put before")]
    NoFile(String),
    #[error("failed to read act {position}: {why}")]
    Unreadable { position: u64, why: String },
}

/// Where an act stands in its stream.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Dense from 0.
    pub seq: u64,
    /// Leaf hash of the act before; zero for the first.
    pub prev: Hash,
}

/// Names that the envelope of every body uses; a fact has no field of these names.
const ENVELOPE: [&str; 4] = ["batch", "hat", "received", "rules"];

/// Seals an act: bytes of the leaf and the openings behind its commitments.
///
/// # Errors
/// When a field is no integer, string, list or object of these, or a file is unknown.
pub fn seal(
    act: &Act,
    link: Link,
    dice: &dyn Dice,
    file: &dyn Fn(&BlobId) -> Option<Vec<u8>>,
) -> Result<(NewEntry, Hash), SealError> {
    let mut sealing = Sealing {
        dice,
        commits: Vec::new(),
        openings: Vec::new(),
    };
    let (mut open, mut restricted) = (envelope(act), Map::new());
    for (name, value) in act.fact.to_json() {
        match class(value) {
            Class::Open(value) => {
                open.insert(name, value);
            }
            Class::Restricted(value) => {
                restricted.insert(name, value);
            }
            Class::Personal(value) => sealing.value(&name, &value)?,
            Class::File(id) => sealing.file(&name, &id, file)?,
        }
    }
    sealing.value("body", &Value::Object(open))?;
    if !restricted.is_empty() {
        sealing.value("restricted", &Value::Object(restricted))?;
    }
    let leaf = record::Act {
        id: act.id.to_string(),
        stream: act.stream.to_string(),
        seq: link.seq,
        prev: link.prev,
        time: act.time.to_string(),
        kind: act.fact.kind().to_owned(),
        org: act
            .organisation
            .map_or_else(|| "-".to_owned(), |id| id.to_string()),
        commits: sealing.commits,
        nonce: thirty_two(dice),
        sig: None,
    }
    .to_bytes()?;
    let hash = record::leaf_hash(&leaf);
    Ok((
        NewEntry {
            leaf,
            openings: sealing.openings,
        },
        hash,
    ))
}

/// Reads an act back from its leaf and those of its openings that survive.
///
/// # Errors
/// When the leaf or its body is damaged, or of a kind that this version doesn't know.
pub fn unseal(position: u64, leaf: &[u8], openings: &[Opening]) -> Result<Act, SealError> {
    let why = |why: String| SealError::Unreadable { position, why };
    let leaf = record::Act::parse(leaf).map_err(|e| why(e.to_string()))?;
    let mut fields = Map::new();
    let mut body = Map::new();
    for opening in openings {
        let value = match &opening.value {
            OpeningValue::Blob(id) => marked("$file", Value::String(id.to_string())),
            OpeningValue::Bytes(bytes) => {
                serde_json::from_slice(bytes).map_err(|e| why(e.to_string()))?
            }
        };
        match (opening.field.as_str(), value) {
            ("body", Value::Object(open)) => body = open,
            ("restricted", Value::Object(restricted)) => {
                fields.extend(
                    restricted
                        .into_iter()
                        .map(|(k, v)| (k, marked("$restricted", v))),
                );
            }
            (_, value @ Value::Object(_)) if value.get("$file").is_some() => {
                fields.insert(opening.field.clone(), value);
            }
            (field, value) => {
                fields.insert(field.to_owned(), marked("$personal", value));
            }
        }
    }
    let mut envelope = Map::new();
    for (name, value) in body {
        if ENVELOPE.contains(&name.as_str()) {
            envelope.insert(name, value);
        } else {
            fields.insert(name, value);
        }
    }
    let fact = Fact::from_json(&leaf.kind, fields).map_err(|e| why(e.to_string()))?;
    let text = |name: &str| envelope.get(name).and_then(Value::as_str);
    let instant = |text: &str| text.parse::<Instant>().map_err(|e| why(e.to_string()));
    let id = |text: &str| text.parse::<Id>().map_err(|e| why(e.to_string()));
    let missing = || why("its body is not open".to_owned());
    Ok(Act {
        id: id(&leaf.id)?,
        stream: leaf
            .stream
            .parse::<Stream>()
            .map_err(|e| why(e.to_string()))?,
        time: instant(&leaf.time)?,
        received: instant(text("received").ok_or_else(missing)?)?,
        batch: id(text("batch").ok_or_else(missing)?)?,
        rules: envelope
            .get("rules")
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok())
            .ok_or_else(missing)?,
        organisation: if leaf.org == "-" {
            None
        } else {
            Some(id(&leaf.org)?)
        },
        hat: text("hat")
            .and_then(|hat| serde_json::from_value::<Hat>(Value::String(hat.to_owned())).ok())
            .ok_or_else(missing)?,
        fact,
    })
}

fn envelope(act: &Act) -> Map<String, Value> {
    let mut body = Map::new();
    body.insert("batch".into(), act.batch.to_string().into());
    body.insert(
        "hat".into(),
        serde_json::to_value(act.hat).unwrap_or(Value::Null),
    );
    body.insert("received".into(), act.received.to_string().into());
    body.insert("rules".into(), act.rules.into());
    body
}

enum Class {
    Open(Value),
    Restricted(Value),
    Personal(Value),
    File(String),
}

fn class(value: Value) -> Class {
    match value {
        Value::Object(mut object) if object.len() == 1 => {
            if let Some(value) = object.remove("$restricted") {
                Class::Restricted(value)
            } else if let Some(value) = object.remove("$personal") {
                Class::Personal(value)
            } else if let Some(Value::String(id)) = object.remove("$file") {
                Class::File(id)
            } else {
                Class::Open(Value::Object(object))
            }
        }
        value => Class::Open(value),
    }
}

fn marked(mark: &str, value: Value) -> Value {
    Value::Object(Map::from_iter([(mark.to_owned(), value)]))
}

/// The commitments of one leaf and the openings behind them, as they are made.
struct Sealing<'a> {
    dice: &'a dyn Dice,
    commits: Vec<Commitment>,
    openings: Vec<NewOpening>,
}

impl Sealing<'_> {
    fn value(&mut self, field: &str, value: &Value) -> Result<(), SealError> {
        let bytes = canonical_json(value)?;
        let salt = thirty_two(self.dice);
        let hash = commit(field, &salt, &bytes)?;
        self.push(field, salt, hash, OpeningValue::Bytes(bytes));
        Ok(())
    }

    fn file(
        &mut self,
        field: &str,
        id: &str,
        file: &dyn Fn(&BlobId) -> Option<Vec<u8>>,
    ) -> Result<(), SealError> {
        let unknown = || SealError::NoFile(id.to_owned());
        let id = BlobId::parse(id).map_err(|_| unknown())?;
        let bytes = file(&id).ok_or_else(unknown)?;
        let salt = thirty_two(self.dice);
        let hash = commit(field, &salt, &bytes)?;
        self.push(field, salt, hash, OpeningValue::Blob(id));
        Ok(())
    }

    fn push(&mut self, field: &str, salt: [u8; 32], hash: Hash, value: OpeningValue) {
        self.commits.push(Commitment {
            field: field.to_owned(),
            hash,
        });
        self.openings.push(NewOpening {
            field: field.to_owned(),
            salt,
            value,
        });
    }
}
