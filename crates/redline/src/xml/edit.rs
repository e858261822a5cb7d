//! Changes to a tree, and writing it. A node is written from its source bytes unless it, or something
//! below it, was changed.

use super::{
    Attributes, Built, NONE, Node, NodeId, Ns, Tag, Tree, attribute_text, escape, tag_name,
};

impl Tree {
    /// A new node outside the tree: `open` and `close` are written around its children. `tag` says
    /// what it is to later steps.
    pub(crate) fn build(
        &mut self,
        tag: Tag,
        open: impl Into<String>,
        close: impl Into<String>,
    ) -> NodeId {
        let built = self.built.len() as u32;
        self.built.push(Built {
            open: open.into(),
            close: close.into(),
        });
        let id = NodeId(self.nodes.len() as u32);
        self.seen.note(tag);
        self.nodes.push(Node {
            parent: NONE,
            first: NONE,
            last: NONE,
            prev: NONE,
            next: NONE,
            tag,
            ns: Ns::W,
            scope: self.node(self.root()).scope,
            start: 0,
            open: 0,
            close: 0,
            end: 0,
            built,
            changed: true,
        });
        id
    }

    /// A new node that is a whole fragment of XML, opaque from now on.
    pub(crate) fn raw(&mut self, tag: Tag, fragment: impl Into<String>) -> NodeId {
        self.build(tag, fragment, "")
    }

    /// Takes a node (with all below it) out of its place.
    pub(crate) fn detach(&mut self, n: NodeId) {
        let Node {
            parent, prev, next, ..
        } = *self.node(n);
        if parent == NONE {
            return;
        }
        self.touch(NodeId(parent));
        match prev {
            NONE => self.nodes[parent as usize].first = next,
            _ => self.nodes[prev as usize].next = next,
        }
        match next {
            NONE => self.nodes[parent as usize].last = prev,
            _ => self.nodes[next as usize].prev = prev,
        }
        let node = &mut self.nodes[n.0 as usize];
        node.parent = NONE;
        node.prev = NONE;
        node.next = NONE;
    }

    /// Puts `n` in front of `at`, from wherever it was.
    pub(crate) fn put_before(&mut self, n: NodeId, at: NodeId) {
        self.detach(n);
        let Node { parent, prev, .. } = *self.node(at);
        if parent != NONE {
            self.link_in(n, NodeId(parent), prev, at.0);
        }
    }

    /// Puts `n` behind `at`, from wherever it was.
    pub(crate) fn put_after(&mut self, n: NodeId, at: NodeId) {
        self.detach(n);
        let Node { parent, next, .. } = *self.node(at);
        if parent != NONE {
            self.link_in(n, NodeId(parent), at.0, next);
        }
    }

    /// Puts `n` behind the last child of `parent`.
    pub(crate) fn append(&mut self, n: NodeId, parent: NodeId) {
        self.detach(n);
        self.unfold(parent);
        let last = self.node(parent).last;
        self.link_in(n, parent, last, NONE);
    }

    /// Puts `n` before the first child of `parent`.
    pub(crate) fn prepend(&mut self, n: NodeId, parent: NodeId) {
        self.detach(n);
        self.unfold(parent);
        let first = self.node(parent).first;
        self.link_in(n, parent, NONE, first);
    }

    /// Puts a new element in the place of `n`, with `n` inside.
    pub(crate) fn wrap(&mut self, n: NodeId, tag: Tag, open: &str, close: &str) -> NodeId {
        let around = self.build(tag, open, close);
        self.put_before(around, n);
        self.append(n, around);
        around
    }

    /// Puts the children of `n` in its place.
    pub(crate) fn unwrap(&mut self, n: NodeId) {
        while let Some(child) = self.first_child(n) {
            self.put_before(child, n);
        }
        self.detach(n);
    }

    /// Gives an element another name within its namespace prefix.
    pub(crate) fn rename(&mut self, n: NodeId, tag: Tag, local: &str) {
        let open = self.open_tag(n).to_owned();
        let old = tag_name(&open);
        let name = match old.split_once(':') {
            Some((prefix, _)) => format!("{prefix}:{local}"),
            None => local.to_owned(),
        };
        let rest = &open[1 + old.len()..];
        let open = format!("<{name}{rest}");
        let close = if open.ends_with("/>") {
            String::new()
        } else {
            format!("</{name}>")
        };
        self.rebuild(n, open, close);
        self.nodes[n.0 as usize].tag = tag;
        self.seen.note(tag);
    }

    /// Writes an attribute (full name as given) into a start tag, over one of that name.
    pub(crate) fn set_attribute(&mut self, n: NodeId, name: &str, value: &str) {
        let open = self.open_tag(n).to_owned();
        let value = escape::escape_attribute(value);
        let found = Attributes {
            rest: attribute_text(&open),
        }
        .find(|(known, _)| *known == name);
        let open = match found {
            Some((_, old)) => {
                let at = old.as_ptr() as usize - open.as_ptr() as usize;
                format!("{}{value}{}", &open[..at], &open[at + old.len()..])
            }
            None => {
                let at = 1 + tag_name(&open).len();
                format!("{} {name}=\"{value}\"{}", &open[..at], &open[at..])
            }
        };
        let close = self.close_tag(n).to_owned();
        self.rebuild(n, open, close);
    }

    /// Puts plain text in place of all children.
    pub(crate) fn set_text(&mut self, n: NodeId, text: &str) {
        while let Some(child) = self.first_child(n) {
            self.detach(child);
        }
        let leaf = self.raw(Tag::Text, escape::escape(text));
        self.append(leaf, n);
    }

    /// A copy of a start tag and its end tag around no children, outside the tree.
    pub(crate) fn copy_shell(&mut self, n: NodeId) -> NodeId {
        let open = self.open_tag(n).to_owned();
        let close = self.close_tag(n).to_owned();
        let tag = self.tag(n);
        let copy = self.build(tag, open, close);
        let (ns, scope) = (self.node(n).ns, self.node(n).scope);
        let node = &mut self.nodes[copy.0 as usize];
        node.ns = ns;
        node.scope = scope;
        self.unfold(copy);
        copy
    }

    /// A copy of a node with all below it, outside the tree.
    pub(crate) fn copy(&mut self, n: NodeId) -> NodeId {
        let copy = NodeId(self.nodes.len() as u32);
        let mut node = self.node(n).clone();
        node.parent = NONE;
        node.prev = NONE;
        node.next = NONE;
        let first = node.first;
        node.first = NONE;
        node.last = NONE;
        self.nodes.push(node);
        let mut child = first;
        while child != NONE {
            let below = self.copy(NodeId(child));
            let last = self.node(copy).last;
            // Linking by hand: a copy of an unchanged node is still unchanged.
            self.nodes[below.0 as usize].parent = copy.0;
            self.nodes[below.0 as usize].prev = last;
            match last {
                NONE => self.nodes[copy.0 as usize].first = below.0,
                _ => self.nodes[last as usize].next = below.0,
            }
            self.nodes[copy.0 as usize].last = below.0;
            child = self.nodes[child as usize].next;
        }
        copy
    }

    /// Whether anything in the part differs from its source.
    pub(crate) fn is_changed(&self) -> bool {
        self.node(Self::TOP).changed
    }

    /// The whole part.
    pub(crate) fn write(&self) -> String {
        let mut out = String::with_capacity(self.source.len() + 1024);
        self.write_node(Self::TOP, &mut out);
        out
    }

    /// One node with all below it.
    pub(crate) fn write_one(&self, n: NodeId) -> String {
        let mut out = String::new();
        self.write_node(n, &mut out);
        out
    }

    fn write_node(&self, n: NodeId, out: &mut String) {
        let node = self.node(n);
        if !node.changed && node.built == NONE {
            out.push_str(&self.source[node.start as usize..node.end as usize]);
            return;
        }
        out.push_str(self.open_tag(n));
        for child in self.children(n) {
            self.write_node(child, out);
        }
        out.push_str(self.close_tag(n));
    }

    fn close_tag(&self, n: NodeId) -> &str {
        let node = self.node(n);
        match self.built.get(node.built as usize) {
            Some(built) => &built.close,
            None => &self.source[node.close as usize..node.end as usize],
        }
    }

    /// Makes room for children in an element written as `<x/>`.
    fn unfold(&mut self, n: NodeId) {
        let open = self.open_tag(n);
        if let Some(start) = open.strip_suffix("/>") {
            let close = format!("</{}>", tag_name(open));
            let open = format!("{}>", start.trim_end());
            self.rebuild(n, open, close);
        }
    }

    fn rebuild(&mut self, n: NodeId, open: String, close: String) {
        let built = self.built.len() as u32;
        self.built.push(Built { open, close });
        self.nodes[n.0 as usize].built = built;
        self.touch(n);
    }

    fn link_in(&mut self, n: NodeId, parent: NodeId, prev: u32, next: u32) {
        let node = &mut self.nodes[n.0 as usize];
        node.parent = parent.0;
        node.prev = prev;
        node.next = next;
        match prev {
            NONE => self.nodes[parent.0 as usize].first = n.0,
            _ => self.nodes[prev as usize].next = n.0,
        }
        match next {
            NONE => self.nodes[parent.0 as usize].last = n.0,
            _ => self.nodes[next as usize].prev = n.0,
        }
        self.touch(parent);
    }

    /// Marks a node and all above it as changed.
    fn touch(&mut self, n: NodeId) {
        let mut at = n.0;
        while at != NONE {
            let node = &mut self.nodes[at as usize];
            // A node that is marked already has marked ancestors only while it keeps its place, so the
            // walk always goes to the top: depth is bounded.
            node.changed = true;
            at = node.parent;
        }
    }
}
