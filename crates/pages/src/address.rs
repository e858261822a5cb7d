//! The addresses that pages link and post to; permanent, in one place.

use crate::frame::Cx;

impl Cx<'_> {
    /// `/GROUP/path`, or `/GROUP` for an empty path.
    pub fn group(&self, path: &str) -> String {
        let short = self
            .shell
            .group
            .as_ref()
            .map_or("", |group| group.short.as_str());
        if path.is_empty() {
            format!("/{short}")
        } else {
            format!("/{short}/{path}")
        }
    }

    /// `/GROUP/texts/SLUG/path`, or the text itself for an empty path.
    pub fn text(&self, slug: &str, path: &str) -> String {
        if path.is_empty() {
            self.group(&format!("texts/{slug}"))
        } else {
            self.group(&format!("texts/{slug}/{path}"))
        }
    }

    /// The receipt of an act.
    pub fn receipt(&self, number: u64) -> String {
        self.group(&format!("record/receipts/{number}"))
    }

    pub(crate) fn group_name(&self) -> &str {
        self.shell
            .group
            .as_ref()
            .map_or("", |group| group.name.as_str())
    }
}

/// A value for the query of an address.
pub(crate) fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into())
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
