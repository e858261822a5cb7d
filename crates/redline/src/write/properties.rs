//! Changes of format: the new properties, and the old ones kept in a tracked change.

use crate::read::Document;
use crate::story::Properties;
use crate::xml::escape::escape_attribute;
use crate::xml::{NodeId, Ns, Tag, Tree};

/// The order of run properties by the schema (ISO/IEC 29500-1, `CT_RPr`).
const RUN: [&str; 38] = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "eastAsianLayout",
    "specVanish",
];
/// The order of paragraph properties by the schema (`CT_PPr`).
const PARAGRAPH: [&str; 36] = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

/// What of some properties a file can say: the values as they are written in it.
pub(super) fn sayable(document: &Document, properties: &Properties, run: bool) -> Properties {
    let mut said = Properties::new();
    for (name, value) in properties {
        let known = name.split('/').next().unwrap_or_default();
        let order: &[&str] = if run { &RUN } else { &PARAGRAPH };
        let own = match name.as_str() {
            // Styles are named by their names, and lists by numbers that only one file has.
            "pStyle" if !value.is_empty() => document.styles.id_of(value).map(str::to_owned),
            "numPr/numId" if !value.is_empty() => {
                document.numbering.has(value).then(|| value.clone())
            }
            _ => Some(value.clone()),
        };
        if let Some(own) = own.filter(|_| order.contains(&known)) {
            said.insert(name.clone(), own);
        }
    }
    said
}

/// The element that holds the properties of a run or a paragraph, made where there is none; what its tracked
/// change is called, and the order of its children.
fn holder_of(tree: &mut Tree, holder: NodeId) -> (NodeId, Tag, &'static [&'static str]) {
    let run = tree.tag(holder) == Tag::R;
    let (tag, name, change, order): (_, _, _, &[&str]) = match run {
        true => (Tag::RPr, "rPr", Tag::RPrChange, &RUN),
        false => (Tag::PPr, "pPr", Tag::PPrChange, &PARAGRAPH),
    };
    let declaration = tree.word_declaration(holder);
    let own = tree.child(holder, tag).unwrap_or_else(|| {
        let (open, close) = (format!("<w:{name}{declaration}>"), format!("</w:{name}>"));
        let new = tree.build(tag, open, close);
        tree.prepend(new, holder);
        new
    });
    (own, change, order)
}

/// Sets properties of a run or a paragraph, without a mark.
pub(super) fn put_all(tree: &mut Tree, holder: NodeId, properties: &Properties) {
    let declaration = tree.word_declaration(holder);
    let (own, _, order) = holder_of(tree, holder);
    for (name, value) in elements(tree, own, properties) {
        put(tree, own, order, &name, value.as_deref(), &declaration);
    }
}

/// Sets properties of a run (`rPr`) or a paragraph (`pPr`) as a tracked change.
pub(super) fn set(tree: &mut Tree, holder: NodeId, properties: &Properties, sign: &str) {
    let declaration = tree.word_declaration(holder);
    let (own, change, _) = holder_of(tree, holder);
    let (name, changed) = match change {
        Tag::RPrChange => ("rPr", "rPrChange"),
        _ => ("pPr", "pPrChange"),
    };
    let kept = tree
        .children(own)
        .filter(|c| !matches!(tree.tag(*c), Tag::RPr | Tag::SectPr))
        .filter(|c| !crate::resolve::is_mark(tree.tag(*c)));
    let old: String = kept.map(|c| tree.write_one(c)).collect();
    let changed_before = tree.child(own, change).is_some();
    put_all(tree, holder, properties);
    // What stood there before a first change is what stood there before all.
    if !changed_before {
        let fragment =
            format!("<w:{changed}{declaration} {sign}><w:{name}>{old}</w:{name}></w:{changed}>");
        let node = tree.raw(change, fragment);
        tree.append(node, own);
    }
}

/// Properties as elements: name, and the element's text; nothing for one that goes.
fn elements(tree: &Tree, own: NodeId, properties: &Properties) -> Vec<(String, Option<String>)> {
    let mut elements = Vec::new();
    let mut list: Option<[String; 2]> = None;
    for (name, value) in properties {
        let Some((_, part)) = name.split_once('/') else {
            elements.push((name.clone(), element(name, value)));
            continue;
        };
        let numbering = tree.child(own, Tag::NumPr);
        let old = |tag| {
            let value = numbering.and_then(|n| tree.child_val(n, tag));
            value.map(String::from).unwrap_or_default()
        };
        let list = list.get_or_insert_with(|| [old(Tag::Ilvl), old(Tag::NumId)]);
        list[usize::from(part == "numId")].clone_from(value);
    }
    if let Some([level, number]) = list {
        let one = |name: &str, value: &str| match value {
            "" => String::new(),
            _ => format!("<w:{name} w:val=\"{}\"/>", escape_attribute(value)),
        };
        let inner = format!("{}{}", one("ilvl", &level), one("numId", &number));
        let element = (!number.is_empty() || !level.is_empty())
            .then(|| format!("<w:numPr>{inner}</w:numPr>"));
        elements.push(("numPr".to_owned(), element));
    }
    elements
}

/// A property as it is written; nothing for one that goes.
fn element(name: &str, value: &str) -> Option<String> {
    match value {
        "" => None,
        "on" => Some(format!("<w:{name}/>")),
        "off" => Some(format!("<w:{name} w:val=\"0\"/>")),
        _ if value.contains('=') => {
            let mut out = format!("<w:{name}");
            // Values may hold spaces (names of fonts): a new name begins where a word has a sign of equality.
            let mut parts: Vec<String> = Vec::new();
            for word in value.split(' ') {
                match parts.last_mut() {
                    Some(last) if !word.contains('=') => {
                        last.push(' ');
                        last.push_str(word);
                    }
                    _ => parts.push(word.to_owned()),
                }
            }
            for part in parts {
                let (key, value) = part.split_once('=').unwrap_or((&part, ""));
                let plain = key.chars().all(|c| c.is_ascii_alphanumeric());
                if plain && !key.is_empty() {
                    out.push_str(&format!(" w:{key}=\"{}\"", escape_attribute(value)));
                }
            }
            Some(format!("{out}/>"))
        }
        _ => Some(format!("<w:{name} w:val=\"{}\"/>", escape_attribute(value))),
    }
}

/// Puts one property in its place, over one of its name.
fn put(
    tree: &mut Tree,
    own: NodeId,
    order: &[&str],
    name: &str,
    element: Option<&str>,
    declaration: &str,
) {
    let named = |tree: &Tree, n: NodeId| -> String {
        match tree.tag(n) {
            Tag::Text | Tag::Misc => String::new(),
            _ => tree.local(n).to_owned(),
        }
    };
    let old = tree
        .children(own)
        .find(|c| tree.ns(*c) == Ns::W && named(tree, *c) == name);
    if let Some(old) = old {
        tree.detach(old);
    }
    let Some(element) = element else { return };
    let opened = format!("<w:{name}");
    let element = element.replacen(&opened, &format!("{opened}{declaration}"), 1);
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let place = rank(name).unwrap_or(order.len());
    let behind = tree.children(own).find(|c| {
        let name = named(tree, *c);
        !name.is_empty() && rank(&name).is_none_or(|rank| rank > place)
    });
    let node = tree.raw(Tag::Other, element);
    match behind {
        Some(behind) => tree.put_before(node, behind),
        None => tree.append(node, own),
    }
}
