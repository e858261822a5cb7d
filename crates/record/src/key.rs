//! The keys of signed notes: `name+keyid+key`, Ed25519, signature type 0x01.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};

/// The signature type of a log's own key.
const ED25519: u8 = 0x01;

/// The first four bytes of `SHA256(name || 0x0A || type || public key)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 4]);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("failed to read the key: a name has no space and no + and is not empty")]
    Name,
    #[error("failed to read the key: it is not in the form name+id+key")]
    Form,
    #[error("failed to read the key: its id belongs to another name or key")]
    OtherId,
}

/// The private key with which a log signs its checkpoints. Its name is the log's origin.
pub struct LogKey {
    key: SigningKey,
    verifier: Verifier,
}

/// A public key that a reader knows and trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    id: KeyId,
    key: VerifyingKey,
}

impl LogKey {
    /// `seed`: 32 random bytes, the RFC 8032 private key.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        let key = SigningKey::from_bytes(seed);
        let verifier = Verifier::new(name, key.verifying_key())?;
        Ok(LogKey { key, verifier })
    }

    /// The private key as text, `PRIVATE+KEY+name+id+base64(type || seed)`, as Go's `note` package
    /// writes it. It belongs in a file of mode 600 and nowhere else.
    pub fn to_private_text(&self) -> String {
        let mut material = vec![ED25519];
        material.extend_from_slice(self.key.as_bytes());
        let Verifier { name, id, .. } = &self.verifier;
        format!("PRIVATE+KEY+{name}+{id}+{}", STANDARD.encode(material))
    }

    /// Reads what [`LogKey::to_private_text`] wrote, and checks the id against name and key.
    pub fn from_private_text(text: &str) -> Result<Self, KeyError> {
        let rest = text.strip_prefix("PRIVATE+KEY+").ok_or(KeyError::Form)?;
        let (name, id, seed) = parts(rest)?;
        let key = LogKey::from_seed(name, &seed)?;
        if key.verifier.id != id {
            return Err(KeyError::OtherId);
        }
        Ok(key)
    }

    pub fn verifier(&self) -> &Verifier {
        &self.verifier
    }

    /// The signature line over the text of a note, `— name base64(id || signature)` with its LF.
    pub fn sign_line(&self, text: &str) -> String {
        let mut blob = self.verifier.id.0.to_vec();
        blob.extend_from_slice(&self.key.sign(text.as_bytes()).to_bytes());
        format!(
            "\u{2014} {} {}\n",
            self.verifier.name,
            STANDARD.encode(blob)
        )
    }
}

impl fmt::Debug for LogKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogKey")
            .field("verifier", &self.verifier)
            .finish_non_exhaustive()
    }
}

impl Verifier {
    /// Reads a vkey, `name+id+base64(type || key)`. The key may itself contain a `+`.
    pub fn parse(vkey: &str) -> Result<Self, KeyError> {
        let (name, id, key) = parts(vkey)?;
        let key = VerifyingKey::from_bytes(&key).map_err(|_| KeyError::Form)?;
        let verifier = Verifier::new(name, key)?;
        if verifier.id != id {
            return Err(KeyError::OtherId);
        }
        Ok(verifier)
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The vkey: what is published and pinned.
    pub fn to_vkey(&self) -> String {
        let mut material = vec![ED25519];
        material.extend_from_slice(self.key.as_bytes());
        format!("{}+{}+{}", self.name, self.id, STANDARD.encode(material))
    }

    /// Whether `signature` (64 bytes) is this key's over the text of a note.
    pub fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verify_strict(text.as_bytes(), &signature).is_ok())
    }

    fn new(name: &str, key: VerifyingKey) -> Result<Self, KeyError> {
        if !is_key_name(name) {
            return Err(KeyError::Name);
        }
        let mut sha = Sha256::new();
        sha.update(name.as_bytes());
        sha.update([b'\n', ED25519]);
        sha.update(key.as_bytes());
        let digest: [u8; 32] = sha.finalize().into();
        let id = KeyId([digest[0], digest[1], digest[2], digest[3]]);
        Ok(Verifier {
            name: name.to_owned(),
            id,
            key,
        })
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

/// Not empty, no Unicode space, no `+`, no control character.
pub(crate) fn is_key_name(name: &str) -> bool {
    !name.is_empty()
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == '+')
}

fn parts(text: &str) -> Result<(&str, KeyId, [u8; 32]), KeyError> {
    let (name, rest) = text.split_once('+').ok_or(KeyError::Form)?;
    let (id, material) = rest.split_once('+').ok_or(KeyError::Form)?;
    let lower = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if id.len() != 8 || !id.bytes().all(lower) {
        return Err(KeyError::Form);
    }
    let id = u32::from_str_radix(id, 16).map_err(|_| KeyError::Form)?;
    let material = STANDARD.decode(material).map_err(|_| KeyError::Form)?;
    let key = material.strip_prefix(&[ED25519]).ok_or(KeyError::Form)?;
    let key = key.try_into().map_err(|_| KeyError::Form)?;
    Ok((name, KeyId(id.to_be_bytes()), key))
}
