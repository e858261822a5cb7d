//! Paragraph styles, as far as reading needs them: headings and numbering.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::refused::Refused;
use crate::xml::{Budget, Ns, Tag, Tree};

/// Longer ids of styles are not read: Word's own end at 253 characters, and every paragraph asks for them.
pub(crate) const MAX_STYLE: usize = 255;

/// What a paragraph style says.
#[derive(Clone, Debug, Default)]
struct Style {
    /// In lower case.
    name: Option<String>,
    based_on: Option<String>,
    /// 1 to 9; 0 for "body text".
    outline: Option<u8>,
    named: Option<u8>,
    number: Option<String>,
    level: Option<usize>,
}

/// The paragraph styles of a file, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Styles {
    styles: BTreeMap<String, Style>,
}

impl Styles {
    /// Reads `styles.xml`. Word's table styles make up most of the part and say nothing here, so only the
    /// paragraph styles are parsed, where they can be told apart by their text.
    ///
    /// # Errors
    /// As [`Tree::parse`].
    pub(crate) fn of_part(name: &str, bytes: &[u8], budget: &mut Budget) -> Result<Self, Refused> {
        if let Some(short) = paragraph_styles(bytes)
            && let Ok(tree) = Tree::parse(name, short.as_bytes(), budget)
        {
            return Ok(Self::read(&tree));
        }
        Ok(Self::read(&Tree::parse(name, bytes, budget)?))
    }

    pub(crate) fn read(tree: &Tree) -> Self {
        let mut styles = BTreeMap::new();
        for n in tree
            .children(tree.root())
            .filter(|n| tree.tag(*n) == Tag::Style)
        {
            let short = |id: &Cow<'_, str>| id.len() <= MAX_STYLE;
            let Some(id) = tree.attr(n, Ns::W, "styleId").filter(short) else {
                continue;
            };
            let mut style = Style {
                name: tree.child_val(n, Tag::Name).map(|name| name.to_lowercase()),
                based_on: tree
                    .child_val(n, Tag::BasedOn)
                    .filter(short)
                    .map(Into::into),
                named: tree
                    .child_val(n, Tag::Name)
                    .and_then(|name| heading_by_name(&name)),
                ..Style::default()
            };
            if let Some(properties) = tree.child(n, Tag::PPr) {
                style.outline = outline(tree.child_val(properties, Tag::OutlineLvl).as_deref());
                if let Some(numbering) = tree.child(properties, Tag::NumPr) {
                    let number = tree.child_val(numbering, Tag::NumId);
                    style.number = number.filter(short).map(Into::into);
                    style.level = tree
                        .child_val(numbering, Tag::Ilvl)
                        .and_then(|l| l.parse().ok());
                }
            }
            styles.insert(id.into_owned(), style);
        }
        Self { styles }
    }

    /// A style's name, in lower case.
    pub(crate) fn name(&self, id: &str) -> Option<&str> {
        self.styles.get(id)?.name.as_deref()
    }

    /// The id of the style of that name.
    pub(crate) fn id_of(&self, name: &str) -> Option<&str> {
        let mut all = self.styles.iter();
        all.find(|(_, style)| style.name.as_deref() == Some(name))
            .map(|(id, _)| id.as_str())
    }

    /// The level of a heading style, 1 to 9.
    pub(crate) fn heading(&self, id: &str) -> Option<u8> {
        for style in self.chain(id) {
            if let Some(level) = style.outline {
                return (level > 0).then_some(level);
            }
            if style.named.is_some() {
                return style.named;
            }
        }
        None
    }

    /// The number and level that a style brings.
    pub(crate) fn number(&self, id: &str) -> Option<(&str, Option<usize>)> {
        self.chain(id)
            .find_map(|s| s.number.as_deref().map(|n| (n, s.level)))
    }

    /// A style and those that it is based on, as far as the chain is no ring.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        std::iter::successors(self.styles.get(id), |s| {
            self.styles.get(s.based_on.as_deref()?)
        })
        .take(12)
    }
}

/// The root of the part around its paragraph and numbering styles alone; `None` where the part is written otherwise
/// than Word and its like write it.
fn paragraph_styles(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let root = text.find("<w:styles")?;
    let inner = root + text[root..].find('>')? + 1;
    let mut short = text[root..inner].to_owned();
    if short.ends_with("/>") || text.contains("<!--") || text.contains("<![CDATA[") {
        return None;
    }
    let mut rest = &text[inner..];
    while let Some(at) = rest.find("<w:style ") {
        let style = &rest[at..];
        let end = style.find("</w:style>")? + "</w:style>".len();
        let style = &style[..end];
        let head = &style[..style.find('>')?];
        if !["table", "character"]
            .iter()
            .any(|t| head.contains(&format!("w:type=\"{t}\"")))
        {
            short.push_str(style);
        }
        rest = &rest[at + end..];
    }
    short.push_str("</w:styles>");
    Some(short)
}

/// An outline level as written (0 to 8, 9 for body text) as a heading's level, 0 for body text.
pub(crate) fn outline(value: Option<&str>) -> Option<u8> {
    let level: u8 = value?.trim().parse().ok()?;
    Some(if level < 9 { level + 1 } else { 0 })
}

fn heading_by_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" {
        return Some(1);
    }
    let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
