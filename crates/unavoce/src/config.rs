//! The settings of a served group: flag, then environment variable, then file, then default. The flags
//! and the variables are clap's (see [`cli::Serve`]); this adds the file and the defaults.

use std::io::{ErrorKind, Read as _};
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::cli;
use crate::exit::Told;

/// The port where nothing else is said, of the demonstration too.
pub(crate) const DEFAULT_PORT: u16 = 8040;

/// The file's name in a data folder.
const NAME: &str = "unavoce.toml";
/// The largest file of settings, in bytes.
const LARGEST: u64 = 64 << 10;

/// What a server needs to know before it starts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Config {
    pub(crate) data: PathBuf,
    pub(crate) port: u16,
    pub(crate) address: IpAddr,
    /// Without a slash at its end.
    pub(crate) public_url: Option<String>,
}

/// The file: every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, deserialize_with = "data_key")]
    data: Option<PathBuf>,
    #[serde(default, deserialize_with = "port_key")]
    port: Option<u16>,
    #[serde(default, deserialize_with = "address_key")]
    address: Option<IpAddr>,
    #[serde(default, deserialize_with = "public_url_key")]
    public_url: Option<String>,
}

impl Config {
    /// Takes each setting from where it is said first.
    ///
    /// # Errors
    /// A file that can't be read or understood, or no data folder: one sentence, exit status 2.
    pub(crate) fn of(asked: &cli::Serve) -> Result<Self, Told> {
        let file = match (&asked.config, &asked.data) {
            (Some(path), _) => read(path)?.ok_or_else(|| {
                Told::Usage(format!(
                    "can't read {}: there is no such file",
                    path.display()
                ))
            })?,
            (None, Some(data)) => read(&data.join(NAME))?.unwrap_or_default(),
            (None, None) => File::default(),
        };
        let data = asked.data.clone().or(file.data).ok_or_else(|| {
            Told::Usage(
                "no data folder is named: give --data DIR, set UNAVOCE_DATA, or write the key data \
                 into the file of --config"
                    .into(),
            )
        })?;
        Ok(Self {
            data,
            port: asked.port.or(file.port).unwrap_or(DEFAULT_PORT),
            address: asked
                .address
                .or(file.address)
                .unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            public_url: asked.public_url.clone().or(file.public_url),
        })
    }
}

/// An address as people type it, without a slash at its end.
///
/// # Errors
/// What is expected, in a few words.
pub(crate) fn public_url(text: &str) -> Result<String, String> {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .map(|rest| rest.trim_end_matches('/'));
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '?' | '#');
    match rest {
        Some(rest) if !rest.is_empty() && !rest.starts_with('/') && !rest.contains(odd) => {
            Ok(text.trim_end_matches('/').to_owned())
        }
        _ => Err(EXPECTED_URL.to_owned()),
    }
}

const EXPECTED_URL: &str = "an address as \"https://record.example.org\"";

/// Reads a file; `None` where there is none. A `data` in it that is no whole path starts at its folder.
fn read(path: &Path) -> Result<Option<File>, Told> {
    let name = path.display();
    let unreadable = |error| Told::Usage(format!("can't read {name}: {error}"));
    let mut text = String::new();
    match std::fs::File::open(path) {
        Ok(file) => file
            .take(LARGEST + 1)
            .read_to_string(&mut text)
            .map_err(unreadable)?,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    if text.len() as u64 > LARGEST {
        return Err(Told::Usage(format!(
            "{name} is too large for a file of settings: the limit is {} KiB",
            LARGEST >> 10
        )));
    }
    let mut file: File = toml::from_str(&text)
        .map_err(|error| Told::Usage(format!("{name}{}", sentence(&text, &error))))?;
    if let (Some(data), Some(folder)) = (&mut file.data, path.parent()) {
        *data = folder.join(&*data);
    }
    Ok(Some(file))
}

/// Where and what, on one line: toml's own display draws the place over several.
fn sentence(text: &str, error: &toml::de::Error) -> String {
    let line = error
        .span()
        .and_then(|span| text.get(..span.start))
        .map(|before| format!(", line {}", before.matches('\n').count() + 1))
        .unwrap_or_default();
    let what = error.message().replace('\n', ", ");
    format!("{line}: {}", what.replace("unknown field", "unknown key"))
}

fn data_key<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PathBuf>, D::Error> {
    value(from, "data", "a folder as \"/var/lib/unavoce\"", |value| {
        let text = value.as_str().filter(|text| !text.is_empty())?;
        Some(PathBuf::from(text))
    })
}

fn port_key<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u16>, D::Error> {
    value(from, "port", "a whole number from 0 to 65535", |value| {
        u16::try_from(value.as_integer()?).ok()
    })
}

fn address_key<'de, D: Deserializer<'de>>(from: D) -> Result<Option<IpAddr>, D::Error> {
    value(from, "address", "an IP address as \"127.0.0.1\"", |value| {
        value.as_str()?.parse().ok()
    })
}

fn public_url_key<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    value(from, "public_url", EXPECTED_URL, |value| {
        public_url(value.as_str()?).ok()
    })
}

/// A key's value, or a refusal that names the key, what is expected and what stands there.
fn value<'de, D: Deserializer<'de>, T>(
    from: D,
    key: &str,
    expected: &str,
    take: impl Fn(&toml::Value) -> Option<T>,
) -> Result<Option<T>, D::Error> {
    let value = toml::Value::deserialize(from)?;
    let taken = take(&value);
    if taken.is_none() {
        let stands = short(&value);
        return Err(D::Error::custom(format!(
            "the key `{key}` takes {expected}, not {stands}"
        )));
    }
    Ok(taken)
}

fn short(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) if text.chars().count() <= 60 => format!("{text:?}"),
        toml::Value::Integer(number) => number.to_string(),
        other => format!("a value of the kind {}", other.type_str()),
    }
}
