//! From bytes to the tree, within limits: depth 256, five million events, 250,000 paragraphs and 16 MiB of text in
//! one file, no DOCTYPE.

use std::borrow::Cow;
use std::sync::Arc;

use memchr::memmem::Finder;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::names::W_STRICT_URI;
use super::{Attributes, NONE, Node, Ns, Scope, Seen, Tag, Tree, attribute_text, escape, tag_name};
use crate::refused::Refused;

const MAX_DEPTH: usize = 256;
/// Paragraphs in one file, each counted once more for every table around it, and bytes of text: a text of a
/// thousand pages has 30,000 and 4 million.
const MAX_PARAGRAPHS: usize = 250_000;
const MAX_TEXT: usize = 16 << 20;
/// Namespace declarations in force at one place; Word writes about forty.
const MAX_DECLARATIONS: usize = 400;
const MAX_EVENTS: u32 = 5_000_000;

/// How many XML events may still be read from one file, over all of its parts.
#[derive(Debug)]
pub(crate) struct Budget {
    events: u32,
    depth: usize,
    paragraphs: usize,
    text: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            events: MAX_EVENTS,
            depth: MAX_DEPTH,
            paragraphs: MAX_PARAGRAPHS,
            text: MAX_TEXT,
        }
    }
}

impl Budget {
    /// For what the crate wrote itself into a part that was within the limits.
    pub(crate) fn own() -> Self {
        Self {
            events: u32::MAX,
            depth: 4 * MAX_DEPTH,
            paragraphs: usize::MAX,
            text: usize::MAX,
        }
    }

    /// Takes the paragraphs and the bytes of text that were read off what may still be read.
    fn spend_text(&mut self, paragraphs: usize, text: usize) -> Result<(), Refused> {
        let left = self.paragraphs.checked_sub(paragraphs);
        let (Some(paragraphs), Some(text)) = (left, self.text.checked_sub(text)) else {
            return Err(Refused::new(
                "too-much-text",
                "This file holds more than 250,000 paragraphs or 16 million characters, more than the system \
                 reads: split it and send its parts.",
            ));
        };
        (self.paragraphs, self.text) = (paragraphs, text);
        Ok(())
    }

    fn spend(&mut self) -> Result<(), Refused> {
        self.events = self.events.checked_sub(1).ok_or_else(|| {
            Refused::new(
                "too-many-events",
                "This file holds more than five million elements, more than the system reads: split it, or \
                 accept old changes in Word, and send it again.",
            )
        })?;
        Ok(())
    }
}

impl Tree {
    /// Reads one part. `name` is the part's name, for refusals.
    ///
    /// # Errors
    /// A part that is no well-formed XML in UTF-8 or UTF-16, has a DOCTYPE, or passes a limit.
    pub(crate) fn parse(name: &str, bytes: &[u8], budget: &mut Budget) -> Result<Self, Refused> {
        let source = decode(bytes)
            .ok_or_else(|| Refused::broken(&format!("{name} is not readable text")))?;
        Self::parse_text(name, Arc::new(source.into_owned()), budget)
    }

    /// As [`Tree::parse`], from characters, which the tree shares with whoever holds them.
    ///
    /// # Errors
    /// As [`Tree::parse`].
    pub(crate) fn parse_text(
        name: &str,
        source: Arc<String>,
        budget: &mut Budget,
    ) -> Result<Self, Refused> {
        if u32::try_from(source.len()).is_err() {
            return Err(Refused::broken(&format!("{name} is too long")));
        }
        Parser::new(name, &source).run(budget)
    }
}

/// UTF-8 with or without a mark; UTF-16 by its mark.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let wide = |to: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..]
            .chunks_exact(2)
            .map(|c| to([c[0], c[1]]))
            .collect();
        let text = String::from_utf16(&units).ok()?;
        // The declaration would now lie about the encoding; UTF-8 needs none.
        Some(
            match text
                .strip_prefix("<?xml")
                .and_then(|rest| rest.split_once("?>"))
            {
                Some((_, rest)) => rest.to_owned(),
                None => text,
            },
        )
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes).map(Cow::Owned),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes).map(Cow::Owned),
        _ => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
    }
}

struct Parser<'a> {
    part: &'a str,
    source: &'a Arc<String>,
    nodes: Vec<Node>,
    scopes: Vec<Scope>,
    open: Vec<u32>,
    /// Prefixes already looked up in the scope at hand.
    known: Vec<(&'a str, Ns)>,
    known_in: u32,
    /// Finds the attributes that declare namespaces.
    xmlns: Finder<'static>,
}

impl<'a> Parser<'a> {
    fn new(part: &'a str, source: &'a Arc<String>) -> Self {
        let end = source.len() as u32;
        let top = Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            prev: NONE,
            next: NONE,
            tag: Tag::Misc,
            ns: Ns::None,
            scope: NONE,
            start: 0,
            open: 0,
            close: end,
            end,
            built: NONE,
            changed: false,
        };
        let mut nodes = Vec::with_capacity(source.len() / 20 + 1);
        nodes.push(top);
        Self {
            part,
            source,
            nodes,
            scopes: Vec::new(),
            open: vec![0],
            known: Vec::new(),
            known_in: NONE,
            xmlns: Finder::new("xmlns"),
        }
    }

    fn run(mut self, budget: &mut Budget) -> Result<Tree, Refused> {
        let mark = if self.source.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        if mark > 0 {
            self.leaf(Tag::Misc, 0, mark);
        }
        let source: &'a str = self.source;
        let mut reader = Reader::from_str(&source[mark..]);
        let mut at = mark;
        loop {
            budget.spend()?;
            let event = reader
                .read_event()
                .map_err(|e| Refused::broken(&format!("{} is not well-formed: {e}", self.part)))?;
            let end = mark + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match event {
                Event::Start(_) => self.element(at, end, false, budget)?,
                Event::Empty(_) => self.element(at, end, true, budget)?,
                Event::End(_) => self.close(at, end),
                Event::Text(_) => {
                    budget.spend_text(0, end - at)?;
                    self.text(at, end, false);
                }
                Event::GeneralRef(_) => {
                    self.known_reference(&source[at..end])?;
                    self.text(at, end, false);
                }
                Event::CData(_) => {
                    budget.spend_text(0, end - at)?;
                    self.text(at, end, true);
                }
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => self.leaf(Tag::Misc, at, end),
                Event::DocType(_) => return Err(doctype(self.part)),
                Event::Eof => break,
            }
            at = end;
        }
        if self.open.len() != 1 {
            return Err(Refused::broken(&format!(
                "{} ends in the middle",
                self.part
            )));
        }
        let mut seen = Seen::default();
        for node in &self.nodes {
            seen.note(node.tag);
        }
        Ok(Tree {
            source: self.source.clone(),
            seen,
            nodes: self.nodes,
            built: Vec::new(),
            scopes: Arc::new(self.scopes),
        })
    }

    fn element(
        &mut self,
        start: usize,
        end: usize,
        empty: bool,
        budget: &mut Budget,
    ) -> Result<(), Refused> {
        if self.open.len() > budget.depth {
            return Err(Refused::new(
                "too-deep",
                "This file nests its tables or other elements more than 256 deep, which no reader follows: \
                 take the inner tables apart in Word and send it again.",
            ));
        }
        let source: &'a str = self.source;
        let whole = &source[start..end];
        let name = tag_name(whole);
        let scope = self.declare(whole, name, start)?;
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let ns = self.look_up(prefix, scope);
        let tag = Tag::of(ns, local);
        if tag == Tag::P {
            // A paragraph of a table knows its place in each of the tables around it.
            let cells = self
                .open
                .iter()
                .filter(|n| self.nodes[**n as usize].tag == Tag::Tc);
            budget.spend_text(1 + cells.count(), 0)?;
        }
        let id = self.leaf_in(tag, start, end, scope);
        let node = &mut self.nodes[id as usize];
        node.ns = ns;
        if !empty {
            self.open.push(id);
        }
        Ok(())
    }

    fn known_reference(&self, raw: &str) -> Result<(), Refused> {
        match escape::unescape(raw) {
            Some(_) => Ok(()),
            None => Err(Refused::broken(&format!(
                "{} uses an unknown entity",
                self.part
            ))),
        }
    }

    /// Takes the namespace declarations of a start tag in; gives the scope that holds inside.
    fn declare(&mut self, tag: &'a str, name: &str, start: usize) -> Result<u32, Refused> {
        let parent = self.open.last().copied().unwrap_or(0);
        let mut scope = self.nodes[parent as usize].scope;
        // Most tags have no attribute that matters here: no need to take them apart.
        let bytes = tag.as_bytes();
        let plain = || self.xmlns.find(bytes).is_none() && memchr::memchr(b'&', bytes).is_none();
        if tag.len() < name.len() + 5 || plain() {
            return Ok(scope);
        }
        for (name, value) in (Attributes {
            rest: attribute_text(tag),
        }) {
            let uri = escape::unescape(value)
                .ok_or_else(|| Refused::broken(&format!("{} uses an unknown entity", self.part)))?;
            let Some(prefix) = name.strip_prefix("xmlns") else {
                continue;
            };
            let prefix = match prefix.strip_prefix(':') {
                Some(prefix) => prefix,
                None if prefix.is_empty() => &name[name.len()..],
                None => continue,
            };
            let (ns, strict) = (Ns::of(&uri), uri == W_STRICT_URI);
            let (known, in_force) = self.declared(prefix, scope);
            if known.is_some_and(|known| known.ns == ns && known.strict == strict) {
                continue;
            }
            if in_force >= MAX_DECLARATIONS {
                return Err(Refused::new(
                    "too-many-namespaces",
                    "This file declares more names than any program needs: open it in Word, save it as a new \
                     .docx and send that.",
                ));
            }
            let at = start as u32 + offset(tag, prefix);
            self.scopes.push(Scope {
                prefix: at..at + prefix.len() as u32,
                ns,
                strict,
                outer: scope,
            });
            scope = self.scopes.len() as u32 - 1;
        }
        Ok(scope)
    }

    /// The declaration of a prefix that is in force in a scope, and how many are looked through at most.
    fn declared(&self, prefix: &str, scope: u32) -> (Option<&Scope>, usize) {
        let (mut at, mut found, mut count) = (scope, None, 0);
        while let Some(s) = self.scopes.get(at as usize) {
            if found.is_none()
                && &self.source[s.prefix.start as usize..s.prefix.end as usize] == prefix
            {
                found = Some(s);
            }
            count += 1;
            at = s.outer;
        }
        (found, count)
    }

    fn look_up(&mut self, prefix: &'a str, scope: u32) -> Ns {
        if self.known_in != scope {
            self.known.clear();
            self.known_in = scope;
        }
        if let Some((_, ns)) = self.known.iter().find(|(known, _)| *known == prefix) {
            return *ns;
        }
        let mut at = scope;
        let mut ns = Ns::None;
        while let Some(s) = self.scopes.get(at as usize) {
            if &self.source[s.prefix.start as usize..s.prefix.end as usize] == prefix {
                ns = s.ns;
                break;
            }
            at = s.outer;
        }
        self.known.push((prefix, ns));
        ns
    }

    fn close(&mut self, start: usize, end: usize) {
        if self.open.len() > 1
            && let Some(id) = self.open.pop()
        {
            let node = &mut self.nodes[id as usize];
            node.close = start as u32;
            node.end = end as u32;
        }
    }

    /// Text and references that follow each other are one node; a CDATA section is one of its own.
    fn text(&mut self, start: usize, end: usize, cdata: bool) {
        let parent = self.open.last().copied().unwrap_or(0);
        let last = self.nodes[parent as usize].last;
        if !cdata
            && let Some(before) = self.nodes.get_mut(last as usize)
            && before.tag == Tag::Text
            && before.end as usize == start
            && !self.source[before.start as usize..start].ends_with("]]>")
        {
            before.open = end as u32;
            before.close = end as u32;
            before.end = end as u32;
            return;
        }
        self.leaf(Tag::Text, start, end);
    }

    fn leaf(&mut self, tag: Tag, start: usize, end: usize) {
        let parent = self.open.last().copied().unwrap_or(0);
        let scope = self.nodes[parent as usize].scope;
        self.leaf_in(tag, start, end, scope);
    }

    fn leaf_in(&mut self, tag: Tag, start: usize, end: usize, scope: u32) -> u32 {
        let id = self.nodes.len() as u32;
        let parent = self.open.last().copied().unwrap_or(0);
        let prev = self.nodes[parent as usize].last;
        let end = end as u32;
        self.nodes.push(Node {
            parent,
            first: NONE,
            last: NONE,
            prev,
            next: NONE,
            tag,
            ns: Ns::None,
            scope,
            start: start as u32,
            open: end,
            close: end,
            end,
            built: NONE,
            changed: false,
        });
        match self.nodes.get_mut(prev as usize) {
            Some(before) => before.next = id,
            None => self.nodes[parent as usize].first = id,
        }
        self.nodes[parent as usize].last = id;
        id
    }
}

pub(crate) fn doctype(part: &str) -> Refused {
    Refused::new(
        "doctype",
        format!(
            "This file declares a document type in {part}, which Word never writes and which can be used to \
             attack a reader: open it in Word, save it as a new .docx and send that."
        ),
    )
}

fn offset(outer: &str, inner: &str) -> u32 {
    (inner.as_ptr() as usize - outer.as_ptr() as usize) as u32
}
