//! An arena tree of one XML part whose nodes know their span in the part's bytes: what is not touched
//! is written back from those bytes.

mod edit;
pub(crate) mod escape;
pub(crate) mod names;
mod parse;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

pub(crate) use names::{Ns, Tag};
pub(crate) use parse::{Budget, doctype};

/// A node of a part's tree. Valid in the tree that it came from and in its clones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(crate) u32);

/// "No node", in links.
const NONE: u32 = u32::MAX;

#[derive(Clone, Debug)]
struct Node {
    parent: u32,
    first: u32,
    last: u32,
    prev: u32,
    next: u32,
    tag: Tag,
    ns: Ns,
    /// Index into `Tree::scopes`, or NONE.
    scope: u32,
    /// `start..open` is the start tag (or the whole of a text), `close..end` the end tag.
    start: u32,
    open: u32,
    close: u32,
    end: u32,
    /// Index into `Tree::built` for a node that does not stand in the source as it is now.
    built: u32,
    /// This node or one below it differs from the source.
    changed: bool,
}

/// What is written around the children of a changed or new node.
#[derive(Clone, Debug)]
struct Built {
    open: String,
    close: String,
}

/// One namespace declaration, with the one that was in force before it.
#[derive(Clone, Debug)]
struct Scope {
    prefix: Range<u32>,
    ns: Ns,
    strict: bool,
    outer: u32,
}

/// The tree of one part.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    source: Arc<String>,
    nodes: Vec<Node>,
    built: Vec<Built>,
    scopes: Arc<Vec<Scope>>,
    seen: Seen,
}

/// The tags that stand, or once stood, in a tree: most parts lack most of what is looked for in them.
#[derive(Clone, Copy, Debug, Default)]
struct Seen(u128);

// Each tag has a bit of its own.
const _: () = assert!(Tag::ALL.len() <= 128);

impl Seen {
    fn note(&mut self, tag: Tag) {
        self.0 |= 1 << (tag as u32);
    }

    fn holds(self, tag: Tag) -> bool {
        self.0 & (1 << (tag as u32)) != 0
    }
}

impl Tree {
    /// The node above all: its children are the prolog, the root element and what follows.
    pub(crate) const TOP: NodeId = NodeId(0);

    /// A tree of nothing, to stand where another is being worked on.
    pub(crate) fn empty() -> Self {
        Self {
            source: Arc::default(),
            nodes: Vec::new(),
            built: Vec::new(),
            scopes: Arc::default(),
            seen: Seen::default(),
        }
    }

    /// Whether an element with one of these tags may be in the tree; if not, none is.
    pub(crate) fn may_hold(&self, fits: impl Fn(Tag) -> bool) -> bool {
        let mut all = Tag::ALL.iter();
        all.any(|tag| fits(*tag) && self.seen.holds(*tag))
    }

    /// The root element.
    pub(crate) fn root(&self) -> NodeId {
        self.children(Self::TOP)
            .find(|n| !matches!(self.tag(*n), Tag::Text | Tag::Misc))
            .unwrap_or(Self::TOP)
    }

    pub(crate) fn tag(&self, n: NodeId) -> Tag {
        self.node(n).tag
    }

    pub(crate) fn ns(&self, n: NodeId) -> Ns {
        self.node(n).ns
    }

    /// The element's name without its prefix, as the source has it.
    pub(crate) fn local(&self, n: NodeId) -> &str {
        let tag = self.open_tag(n);
        let name = tag_name(tag);
        name.split_once(':').map_or(name, |(_, local)| local)
    }

    pub(crate) fn parent(&self, n: NodeId) -> Option<NodeId> {
        link(self.node(n).parent)
    }

    pub(crate) fn first_child(&self, n: NodeId) -> Option<NodeId> {
        link(self.node(n).first)
    }

    pub(crate) fn next(&self, n: NodeId) -> Option<NodeId> {
        link(self.node(n).next)
    }

    pub(crate) fn prev(&self, n: NodeId) -> Option<NodeId> {
        link(self.node(n).prev)
    }

    pub(crate) fn children(&self, n: NodeId) -> Children<'_> {
        Children {
            tree: self,
            at: self.first_child(n),
        }
    }

    /// The first child with this tag.
    pub(crate) fn child(&self, n: NodeId, tag: Tag) -> Option<NodeId> {
        self.children(n).find(|c| self.tag(*c) == tag)
    }

    /// The nodes below `n`, in document order, without `n` itself.
    pub(crate) fn descendants(&self, n: NodeId) -> Descendants<'_> {
        Descendants {
            tree: self,
            top: n,
            at: self.first_child(n),
        }
    }

    /// The nodes above `n`, nearest first.
    pub(crate) fn ancestors(&self, n: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(n), |at| self.parent(*at))
    }

    /// The start tag as it is now, `<` to `>`; empty for text and the top.
    pub(crate) fn open_tag(&self, n: NodeId) -> &str {
        let node = self.node(n);
        match self.built.get(node.built as usize) {
            Some(built) => &built.open,
            None => &self.source[node.start as usize..node.open as usize],
        }
    }

    /// The value of an attribute in a namespace. A `w:` element's attributes without a prefix count as
    /// in the namespace, as some producers write them.
    pub(crate) fn attr(&self, n: NodeId, ns: Ns, local: &str) -> Option<Cow<'_, str>> {
        Attributes {
            rest: attribute_text(self.open_tag(n)),
        }
        .find_map(|(name, value)| {
            let (prefix, bare) = name.split_once(':').unwrap_or(("", name));
            let fits = bare == local
                && if prefix.is_empty() {
                    ns == Ns::None || ns == self.ns(n)
                } else {
                    self.namespace(n, prefix) == ns
                };
            fits.then(|| escape::unescape(value).unwrap_or(Cow::Borrowed("")))
        })
    }

    /// All attributes, by their full names, in the order of the file.
    pub(crate) fn attributes(&self, n: NodeId) -> Vec<(String, String)> {
        let all = Attributes {
            rest: attribute_text(self.open_tag(n)),
        };
        all.map(|(name, value)| {
            let value = escape::unescape(value).unwrap_or(Cow::Borrowed(""));
            (name.to_owned(), value.into_owned())
        })
        .collect()
    }

    /// The bytes of an element that stands as it came.
    pub(crate) fn source_text(&self, n: NodeId) -> Option<&str> {
        let node = self.node(n);
        let as_it_came = !node.changed && node.built == NONE;
        as_it_came.then(|| &self.source[node.start as usize..node.end as usize])
    }

    /// `w:val`.
    pub(crate) fn val(&self, n: NodeId) -> Option<Cow<'_, str>> {
        self.attr(n, Ns::W, "val")
    }

    /// `w:val` of the first child with this tag.
    pub(crate) fn child_val(&self, n: NodeId, tag: Tag) -> Option<Cow<'_, str>> {
        self.child(n, tag).and_then(|c| self.val(c))
    }

    /// A `CT_OnOff` property: present and not said to be off.
    pub(crate) fn is_on(&self, n: NodeId) -> bool {
        !matches!(self.val(n).as_deref(), Some("0" | "false" | "off"))
    }

    /// The characters directly inside an element.
    pub(crate) fn text(&self, n: NodeId) -> String {
        let mut out = String::new();
        self.push_text(n, &mut out);
        out
    }

    /// As [`Tree::text`], behind what there is.
    pub(crate) fn push_text(&self, n: NodeId, out: &mut String) {
        for child in self.children(n).filter(|c| self.tag(*c) == Tag::Text) {
            let raw = self.open_tag(child);
            match raw
                .strip_prefix("<![CDATA[")
                .and_then(|r| r.strip_suffix("]]>"))
            {
                Some(plain) => out.push_str(plain),
                None => out.push_str(&escape::unescape(raw).unwrap_or(Cow::Borrowed(""))),
            }
        }
    }

    /// Which namespace a prefix means at a node.
    pub(crate) fn namespace(&self, n: NodeId, prefix: &str) -> Ns {
        self.scope_of(n, prefix)
            .map_or(if prefix == "xml" { Ns::Xml } else { Ns::None }, |s| s.ns)
    }

    /// Whether the part is strict OOXML.
    pub(crate) fn is_strict(&self) -> bool {
        self.scopes.iter().any(|s| s.strict)
    }

    /// What a fragment that uses the prefix `w` must declare on its outermost element when it is put
    /// at `n`: mostly nothing.
    pub(crate) fn word_declaration(&self, n: NodeId) -> String {
        if self.namespace(n, "w") == Ns::W {
            return String::new();
        }
        let uri = if self.is_strict() {
            names::W_STRICT_URI
        } else {
            names::W_URI
        };
        format!(" xmlns:w=\"{uri}\"")
    }

    fn scope_of(&self, n: NodeId, prefix: &str) -> Option<&Scope> {
        let mut at = self.node(n).scope;
        loop {
            let scope = self.scopes.get(at as usize)?;
            if &self.source[scope.prefix.start as usize..scope.prefix.end as usize] == prefix {
                return Some(scope);
            }
            at = scope.outer;
        }
    }

    fn node(&self, n: NodeId) -> &Node {
        &self.nodes[n.0 as usize]
    }
}

fn link(n: u32) -> Option<NodeId> {
    (n != NONE).then_some(NodeId(n))
}

/// The name in a start tag.
fn tag_name(tag: &str) -> &str {
    let inner = tag.strip_prefix('<').unwrap_or(tag);
    let ends = |b: u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'>');
    let end = inner.bytes().position(ends).unwrap_or(inner.len());
    &inner[..end]
}

fn attribute_text(tag: &str) -> &str {
    let name = tag_name(tag);
    tag.get(1 + name.len()..)
        .unwrap_or("")
        .trim_end_matches(['>', '/'])
}

/// Attributes of a start tag: full name and raw value.
struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let equals = memchr::memchr(b'=', self.rest.as_bytes())?;
        let (name, after) = (&self.rest[..equals], self.rest[equals + 1..].trim_start());
        let quote = after.bytes().next().filter(|b| matches!(b, b'"' | b'\''))?;
        let end = 1 + memchr::memchr(quote, &after.as_bytes()[1..])?;
        self.rest = &after[end + 1..];
        Some((name.trim(), &after[1..end]))
    }
}

pub(crate) struct Children<'a> {
    tree: &'a Tree,
    at: Option<NodeId>,
}

impl Iterator for Children<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let n = self.at?;
        self.at = self.tree.next(n);
        Some(n)
    }
}

pub(crate) struct Descendants<'a> {
    tree: &'a Tree,
    top: NodeId,
    at: Option<NodeId>,
}

impl Iterator for Descendants<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        let n = self.at?;
        self.at = self.tree.first_child(n).or_else(|| {
            let mut up = n;
            loop {
                if up == self.top {
                    return None;
                }
                if let Some(next) = self.tree.next(up) {
                    return Some(next);
                }
                up = self.tree.parent(up)?;
            }
        });
        Some(n)
    }
}
