//! What a form sent: fields, files, and the instant at which its last byte had arrived.

use std::sync::Arc;

use axum::RequestExt;
use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, OriginalUri, Request};
use axum::http::header::CONTENT_TYPE;
use group::{Actor, Id, Instant};
use sha2::{Digest as _, Sha256};

use crate::app::App;
use crate::failure::Failure;
use crate::show::words;

/// Largest file that a form may carry, in bytes (7-security: 50 MiB a file).
pub(crate) const LARGEST_FILE: usize = 50 << 20;
/// Largest form without files, in bytes.
const LARGEST_FORM: usize = 1 << 20;
/// What is read of a request in all before the connection is given up, so that a browser which sends
/// too large a file still gets the page that says so.
pub(crate) const LARGEST_REQUEST: usize = 256 << 20;

/// A file as it came.
pub(crate) struct PostedFile {
    pub(crate) name: String,
    pub(crate) bytes: Bytes,
}

/// A form as it came.
pub(crate) struct Posted {
    /// The address that it was sent to.
    path: String,
    fields: Vec<(String, String)>,
    files: Vec<PostedFile>,
    /// Name and size in bytes of a file that was over the limit; its bytes are not kept.
    pub(crate) too_large: Option<(String, u64)>,
    /// The server's clock when the last byte of the request had arrived (4-record, *Time*).
    pub(crate) received: Instant,
}

impl Posted {
    /// The trimmed value of a field, empty when it is not there.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// All values of a field that may stand several times.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
            .collect()
    }

    /// A refusal where the form has no place any more: what a person typed goes with it, so that nothing is
    /// lost. Values that forms choose from (ids, words of the record, days) are left out.
    pub(crate) fn gone(&self, sentence: &str) -> Failure {
        let typed = |(name, value): &&(String, String)| {
            let own = !matches!(name.as_str(), "command" | "seen");
            own && (value.trim().contains(char::is_whitespace) || value.chars().count() > 40)
        };
        Failure::Gone {
            sentence: sentence.to_owned(),
            typed: self
                .fields
                .iter()
                .filter(typed)
                .map(|(_, value)| value.trim().to_owned())
                .collect(),
        }
    }

    /// Whether a box was ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }

    /// The id in a field.
    ///
    /// # Errors
    /// When the field holds no ULID: the form was not one of ours.
    pub(crate) fn id(&self, name: &str) -> Result<Id, Failure> {
        self.text(name).parse().map_err(|_| Failure::NotOurForm)
    }

    /// The id of the command that every form carries, so that a second submit does nothing twice.
    pub(crate) fn command(&self) -> Result<Id, Failure> {
        self.id("command")
    }

    /// The id under which the form is carried out once: made of the one that it carries, of who sends it and
    /// of all that it says. The same form sent twice is one; changed after a press of *Back*, it is another.
    ///
    /// # Errors
    /// When it carries none: the form was not one of ours.
    pub(crate) fn sent_once(&self, actor: Actor) -> Result<Id, Failure> {
        let carried = self.command()?;
        let mut digest = Sha256::new();
        let mut add = |part: &[u8]| {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        };
        add(self.path.as_bytes());
        add(format!("{actor:?}").as_bytes());
        for (name, value) in &self.fields {
            add(name.as_bytes());
            add(value.as_bytes());
        }
        for file in &self.files {
            add(file.name.as_bytes());
            add(&file.bytes);
        }
        let mut bits = [0; 16];
        bits.copy_from_slice(&digest.finalize()[..16]);
        Ok(carried.derived(u128::from_be_bytes(bits)))
    }

    /// The sentence about a file that was over the limit.
    pub(crate) fn file_too_large(&self) -> Option<String> {
        let (name, _) = self.too_large.as_ref()?;
        let limit = words().t("limit-file");
        let args = [("file", name.as_str().into()), ("limit", limit.into())];
        Some(words().f("problem-file-too-large", &args))
    }

    /// The file of the form, if one was chosen.
    pub(crate) fn file(&self) -> Option<&PostedFile> {
        self.files().next()
    }

    /// All files of the form.
    pub(crate) fn files(&self) -> impl Iterator<Item = &PostedFile> {
        let chosen = |file: &&PostedFile| !(file.name.is_empty() && file.bytes.is_empty());
        self.files.iter().filter(chosen)
    }
}

impl FromRequest<Arc<App>> for Posted {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, Failure> {
        // Below a text or a meeting the router takes the first part away.
        let original = request.extensions().get::<OriginalUri>();
        let path = original.map_or_else(|| request.uri().path(), |uri| uri.path());
        let path = path.to_owned();
        let kind = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("");
        let (fields, files, too_large) = if kind.starts_with("multipart/form-data") {
            parts(request.extract().await.map_err(|_| Failure::NotOurForm)?).await?
        } else {
            let body = axum::body::to_bytes(request.into_body(), LARGEST_FORM)
                .await
                .map_err(|_| Failure::TooLong)?;
            (
                form_urlencoded::parse(&body).into_owned().collect(),
                Vec::new(),
                None,
            )
        };
        Ok(Self {
            path,
            fields,
            files,
            too_large,
            received: app.office.now(),
        })
    }
}

type Parts = (
    Vec<(String, String)>,
    Vec<PostedFile>,
    Option<(String, u64)>,
);

async fn parts(mut form: Multipart) -> Result<Parts, Failure> {
    let (mut fields, mut files, mut too_large) = (Vec::new(), Vec::new(), None);
    let mut typed = 0;
    while let Some(mut part) = form.next_field().await.map_err(|_| Failure::Interrupted)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file_name = part.file_name().map(str::to_owned);
        let (mut bytes, mut size) = (Vec::new(), 0u64);
        while let Some(chunk) = part.chunk().await.map_err(|_| Failure::Interrupted)? {
            size += chunk.len() as u64;
            if size <= LARGEST_FILE as u64 {
                bytes.extend_from_slice(&chunk);
            }
        }
        match file_name {
            Some(name) if size > LARGEST_FILE as u64 => too_large = Some((name, size)),
            Some(name) => files.push(PostedFile {
                name,
                bytes: bytes.into(),
            }),
            None => {
                typed += bytes.len();
                if typed > LARGEST_FORM {
                    return Err(Failure::TooLong);
                }
                let value = String::from_utf8(bytes).map_err(|_| Failure::NotOurForm)?;
                fields.push((name, value));
            }
        }
    }
    Ok((fields, files, too_large))
}
