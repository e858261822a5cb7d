//! A Word file as its parts: every part kept byte for byte, in the order of the file.

mod active;
mod archive;
mod relations;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::sync::Arc;

use zip::write::SimpleFileOptions;

pub(crate) use active::{drop_active, make_plain};
pub(crate) use relations::{office, relations_name};

use crate::refused::Refused;
use crate::xml::{Budget, Ns, Tree};

pub(crate) const CONTENT_TYPES: &str = "[Content_Types].xml";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// What a part holds: characters in UTF-8 where it is XML and has them, bytes otherwise.
#[derive(Clone, Debug)]
enum Content {
    Text(Arc<String>),
    Data(Arc<Vec<u8>>),
}

impl Content {
    /// What a part of a name holds.
    fn of(name: &str, bytes: Vec<u8>) -> Self {
        if !is_xml(name) {
            return Self::Data(Arc::new(bytes));
        }
        match String::from_utf8(bytes) {
            Ok(text) => Self::Text(Arc::new(text)),
            Err(other) => Self::Data(Arc::new(other.into_bytes())),
        }
    }

    /// As [`Content::of`], of what is known to be text.
    fn of_text(name: &str, text: String) -> Self {
        match is_xml(name) {
            true => Self::Text(Arc::new(text)),
            false => Self::Data(Arc::new(text.into_bytes())),
        }
    }

    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Data(bytes) => bytes,
        }
    }
}

/// Whether a part of this name is XML.
fn is_xml(name: &str) -> bool {
    let ending = |ending: &str| {
        let at = name.len().checked_sub(ending.len());
        let own = at.and_then(|at| name.get(at..));
        own.is_some_and(|own| own.eq_ignore_ascii_case(ending))
    };
    [".xml", ".rels", ".vml"].into_iter().any(ending)
}

#[derive(Clone, Debug)]
struct Part {
    name: String,
    content: Content,
    /// As it was packed in the file that it came from, where that is kept.
    packed: Option<Arc<Vec<u8>>>,
}

/// The parts of one file. Part names are zip names, without a leading slash.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    parts: Vec<Part>,
}

impl Package {
    /// Reads the parts of a zip within the limits on files that come in. Parts that `other` holds in the very
    /// same packed bytes are shared with it.
    ///
    /// # Errors
    /// Whatever is no zip, or no honest one.
    pub(crate) fn read(bytes: &[u8], other: Option<&Self>) -> Result<Self, Refused> {
        let known = |name: &str, packed: &[u8]| {
            let mut parts = other?.parts.iter();
            let same = |part: &&Part| {
                part.name == name
                    && part
                        .packed
                        .as_ref()
                        .is_some_and(|own| own.as_slice() == packed)
            };
            parts.find(same).map(|part| part.content.clone())
        };
        let parts = archive::read(bytes, &known)?.into_iter();
        let parts = parts.map(|part| Part {
            name: part.name,
            content: part.content,
            // Only the file that others are held against is asked for its packed parts.
            packed: part.packed.filter(|_| other.is_none()),
        });
        Ok(Self {
            parts: parts.collect(),
        })
    }

    /// The zip: deflated, in the order of the parts, stamped with the first instant that a zip can
    /// say. The same parts give the same bytes.
    pub(crate) fn write(&self) -> Vec<u8> {
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            // A quarter larger than at the usual level, in a third of the time.
            .compression_level(Some(2))
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let mut written = || -> zip::result::ZipResult<()> {
            for part in &self.parts {
                zip.start_file(part.name.as_str(), options)?;
                zip.write_all(part.content.bytes())?;
            }
            Ok(())
        };
        // Writing into memory fails for doubled names alone, which reading excludes.
        let _ = written();
        zip.finish()
            .map(std::io::Cursor::into_inner)
            .unwrap_or_default()
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|p| p.name.as_str())
    }

    /// A part's name as the file has it, whatever the case of the letters asked with.
    pub(crate) fn own_name(&self, name: &str) -> Option<&str> {
        self.names().find(|own| own.eq_ignore_ascii_case(name))
    }

    /// A part's bytes; names compare without case, as the packaging convention says.
    pub(crate) fn get(&self, name: &str) -> Option<&[u8]> {
        self.part(name).map(|part| part.content.bytes())
    }

    fn part(&self, name: &str) -> Option<&Part> {
        let mut parts = self.parts.iter();
        parts.find(|part| part.name.eq_ignore_ascii_case(name))
    }

    /// Puts a part in its place, or behind all others.
    pub(crate) fn set(&mut self, name: &str, text: String) {
        let content = Content::of_text(name, text);
        match self
            .parts
            .iter_mut()
            .find(|p| p.name.eq_ignore_ascii_case(name))
        {
            Some(part) => {
                part.content = content;
                part.packed = None;
            }
            None => self.parts.push(Part {
                name: name.to_owned(),
                content,
                packed: None,
            }),
        }
    }

    /// Parses a part into a tree.
    ///
    /// # Errors
    /// As [`Tree::parse`]; `Ok(None)` where there is no such part.
    pub(crate) fn tree(&self, name: &str, budget: &mut Budget) -> Result<Option<Tree>, Refused> {
        let Some(part) = self.part(name) else {
            return Ok(None);
        };
        let tree = match &part.content {
            Content::Text(text) => Tree::parse_text(name, Arc::clone(text), budget),
            Content::Data(bytes) => Tree::parse(name, bytes, budget),
        };
        tree.map(Some)
    }

    /// The content type of a part, by its own entry or by its ending.
    pub(crate) fn content_type(&self, name: &str) -> Option<String> {
        let tree = self.tree(CONTENT_TYPES, &mut Budget::default()).ok()??;
        let root = tree.root();
        let own = tree.children(root).find(|n| {
            tree.attr(*n, Ns::None, "PartName")
                .is_some_and(|p| p.trim_start_matches('/').eq_ignore_ascii_case(name))
        });
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let by_ending = || {
            tree.children(root).find(|n| {
                tree.attr(*n, Ns::None, "Extension")
                    .is_some_and(|e| e.eq_ignore_ascii_case(ending))
            })
        };
        let found = own.or_else(by_ending)?;
        tree.attr(found, Ns::None, "ContentType").map(Into::into)
    }

    /// Says the content type of a part.
    pub(crate) fn set_content_type(&mut self, name: &str, kind: &str) {
        self.change_content_types(|tree| {
            let root = tree.root();
            let own = tree.children(root).find(|n| {
                tree.attr(*n, Ns::None, "PartName")
                    .is_some_and(|p| p.trim_start_matches('/').eq_ignore_ascii_case(name))
            });
            if let Some(own) = own {
                tree.set_attribute(own, "ContentType", kind);
            } else {
                let prefix = tree.open_tag(root).trim_start_matches('<');
                let prefix = match prefix.split_once("Types") {
                    Some((prefix, _)) if prefix.ends_with(':') => prefix.to_owned(),
                    _ => String::new(),
                };
                let entry = tree.raw(
                    crate::xml::Tag::Other,
                    format!("<{prefix}Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"),
                );
                tree.append(entry, root);
            }
        });
    }

    fn change_content_types(&mut self, change: impl FnOnce(&mut Tree)) {
        if let Ok(Some(mut tree)) = self.tree(CONTENT_TYPES, &mut Budget::default()) {
            change(&mut tree);
            if tree.is_changed() {
                self.set(CONTENT_TYPES, tree.write());
            }
        }
    }

    /// Takes a part out, with its relationships and its content type.
    pub(crate) fn expel(&mut self, name: &str) {
        self.expel_all([name]);
    }

    /// Takes parts out, with their relationships and their content types.
    pub(crate) fn expel_all<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        let names: BTreeSet<String> = names.into_iter().map(str::to_ascii_lowercase).collect();
        let relations: BTreeSet<String> = names.iter().map(|name| relations_name(name)).collect();
        self.parts.retain(|part| {
            let name = part.name.to_ascii_lowercase();
            !names.contains(&name) && !relations.contains(&name)
        });
        self.change_content_types(|tree| {
            let gone: Vec<_> = tree
                .children(tree.root())
                .filter(|n| {
                    tree.attr(*n, Ns::None, "PartName").is_some_and(|p| {
                        names.contains(&p.trim_start_matches('/').to_ascii_lowercase())
                    })
                })
                .collect();
            for n in gone {
                tree.detach(n);
            }
        });
    }
}

/// The content type of a WordprocessingML part, as `comments`.
pub(crate) fn word_type(kind: &str) -> String {
    format!("{TYPES}{kind}+xml")
}
