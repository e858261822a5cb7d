//! Names that stay: ids made from what is meant, not from when or in which order it was read.

use sha2::{Digest, Sha256};

use crate::model::{Amendment, Kind};
use crate::normalise::matching;
use crate::story::Story;

/// The digest of a base's text model: its paragraphs and where they stand in tables. Saving the file
/// again changes nothing.
pub(crate) fn base_digest(story: &Story) -> String {
    let mut hash = Hash::new("base/1");
    for paragraph in &story.paragraphs {
        hash.field(&paragraph.text);
        for cell in &paragraph.cells {
            hash.field(&format!("{} {} {}", cell.table, cell.row, cell.cell));
        }
        hash.field("");
    }
    hash.whole()
}

/// The id of an amendment: the first 16 hex digits of SHA-256 over `amendment/1`, the base's digest, part,
/// paragraph, start, end, kind, destination and replacement (in matching form, but exact for `typographic`
/// and `format`), each field closed by U+0000; then, only where there are any, the properties that it sets and
/// what it brings. `words` is the replacement as it counts ([`meant`]).
pub(crate) fn amendment_id(base: &str, amendment: &Amendment, words: &str) -> String {
    let mut hash = Hash::new("amendment/1");
    hash.field(base);
    hash.field(&amendment.part);
    hash.field(&amendment.paragraph.to_string());
    hash.field(&amendment.start.to_string());
    hash.field(&amendment.end.to_string());
    hash.field(kind_name(amendment.kind));
    hash.field(&amendment.to.as_ref().map_or_else(String::new, |to| {
        format!("{} {} {:?}", to.part, to.paragraph, to.offset)
    }));
    hash.field(words);
    for (name, value) in &amendment.properties {
        hash.field(&format!("{name}={value}"));
    }
    for brought in &amendment.brings {
        hash.field(&format!(
            "{}={}",
            brought.kind,
            matching(&brought.text).text
        ));
    }
    hash.short()
}

/// The replacement as it counts for sameness.
pub(crate) fn meant(kind: Kind, after: &str) -> String {
    match kind {
        Kind::Typographic | Kind::Format => after.to_owned(),
        _ => matching(after).text.into_owned(),
    }
}

/// The id of a conflict, from its members.
pub(crate) fn conflict_id<'i>(members: impl Iterator<Item = &'i str>) -> String {
    let mut hash = Hash::new("conflict/1");
    members.for_each(|member| hash.field(member));
    hash.short()
}

/// The id in a model of an organisation's comment with that `w:id` in its file: the first 16 hex digits of
/// SHA-256 over `comment/1`, organisation and `w:id`, each closed by U+0000.
#[must_use]
pub fn comment_id(organisation: &str, id: &str) -> String {
    let mut hash = Hash::new("comment/1");
    hash.field(organisation);
    hash.field(id);
    hash.short()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Insert => "insert",
        Kind::Delete => "delete",
        Kind::Replace => "replace",
        Kind::Move => "move",
        Kind::Format => "format",
        Kind::Typographic => "typographic",
        Kind::ParagraphInsert => "paragraph-insert",
        Kind::ParagraphDelete => "paragraph-delete",
        Kind::Split => "split",
        Kind::Join => "join",
        Kind::RowInsert => "row-insert",
        Kind::RowDelete => "row-delete",
        Kind::Other => "other",
    }
}

struct Hash(Sha256);

impl Hash {
    fn new(scheme: &str) -> Self {
        let mut hash = Self(Sha256::new());
        hash.field(scheme);
        hash
    }

    fn field(&mut self, value: &str) {
        self.0.update(value);
        self.0.update([0]);
    }

    fn whole(self) -> String {
        hex::encode(self.0.finalize())
    }

    fn short(self) -> String {
        hex::encode(&self.0.finalize()[..8])
    }
}
