//! The walk inside one paragraph.

use super::{Open, Place, Walk, chosen, format, is_dropped, is_taken, properties};
use crate::story::Piece;
use crate::xml::{NodeId, Ns, Tag};

/// What stands for a note reference, a drawing or maths.
const ATOM: char = '\u{fffc}';

impl Walk<'_> {
    /// Walks the content of a paragraph, or of anything within one.
    pub(super) fn inline(&mut self, container: NodeId, open: &mut Open, revision: Option<usize>) {
        for n in self.tree.children(container) {
            let tag = self.tree.tag(n);
            if is_dropped(tag, self.view) {
                let here = self.place(open);
                self.markers_below_at(n, here);
                continue;
            }
            match tag {
                Tag::R => self.run(n, open, revision),
                Tag::CommentRangeStart | Tag::CommentRangeEnd => {
                    let here = self.place(open);
                    self.marker_at(n, here);
                }
                Tag::OMath => self.add(open, n, ATOM.to_string(), revision, 0),
                Tag::FldSimple => {
                    let code = self.tree.attr(n, Ns::W, "instr").unwrap_or_default();
                    self.simple_fields += 1;
                    self.within(format::wrap("field", &code), n, open, revision);
                    self.simple_fields -= 1;
                }
                Tag::Hyperlink => {
                    let anchor = self.tree.attr(n, Ns::W, "anchor").unwrap_or_default();
                    self.within(format::wrap("link", &anchor), n, open, revision);
                }
                Tag::Sdt => self.within(format::wrap("control", ""), n, open, revision),
                Tag::AlternateContent => {
                    if let Some(branch) = chosen(self.tree, n) {
                        self.inline(branch, open, revision);
                    }
                }
                Tag::PPr | Tag::RPr | Tag::P | Tag::TxbxContent | Tag::Text | Tag::Misc => {}
                _ if is_taken(tag, self.view) => {
                    let revision = self.revision(n);
                    self.inline(n, open, Some(revision));
                }
                // Text where Word puts none (outside a run) is text all the same.
                Tag::T | Tag::DelText => self.leaf(n, open, revision, 0),
                _ => self.inline(n, open, revision),
            }
        }
    }

    /// The content of what wraps text: text that enters or leaves it has changed, if not in its words.
    fn within(&mut self, wrap: u64, n: NodeId, open: &mut Open, revision: Option<usize>) {
        self.wraps.push(wrap);
        self.inline(n, open, revision);
        self.wraps.pop();
    }

    fn run(&mut self, n: NodeId, open: &mut Open, revision: Option<usize>) {
        let format = self.tree.child(n, Tag::RPr).map_or(0, |p| {
            format::digest(
                self.tree,
                properties(self.tree, p, Tag::RPrChange, self.view),
            )
        });
        for child in self.tree.children(n) {
            self.leaf(child, open, revision, format);
        }
    }

    /// What stands in a run, at any depth.
    fn leaf(&mut self, n: NodeId, open: &mut Open, revision: Option<usize>, format: u64) {
        let tag = self.tree.tag(n);
        if is_dropped(tag, self.view) {
            let here = self.place(open);
            return self.markers_below_at(n, here);
        }
        match tag {
            Tag::T | Tag::DelText => {
                // A line end inside the text is a space to Word.
                let text = self.tree.text(n).replace(['\n', '\r', '\t'], " ");
                self.add(open, n, text, revision, format);
            }
            Tag::Tab => self.add(open, n, "\t".into(), revision, format),
            Tag::Br | Tag::Cr => self.add(open, n, "\n".into(), revision, format),
            Tag::FootnoteReference
            | Tag::EndnoteReference
            | Tag::Drawing
            | Tag::Pict
            | Tag::OMath => {
                self.add(open, n, ATOM.to_string(), revision, format);
            }
            Tag::FldChar => self.field_mark(n, open),
            Tag::CommentRangeStart | Tag::CommentRangeEnd | Tag::CommentReference => {
                let here = self.place(open);
                self.marker_at(n, here);
            }
            Tag::AlternateContent => {
                for below in chosen(self.tree, n)
                    .into_iter()
                    .flat_map(|b| self.tree.children(b))
                {
                    self.leaf(below, open, revision, format);
                }
            }
            Tag::InstrText | Tag::DelInstrText => {
                if let Some(code) = self.codes.last_mut() {
                    code.push_str(&self.tree.text(n));
                }
            }
            Tag::RPr | Tag::PPr | Tag::P | Tag::TxbxContent | Tag::Text | Tag::Misc => {}
            Tag::R => self.run(n, open, revision),
            _ => {
                for below in self.tree.children(n) {
                    self.leaf(below, open, revision, format);
                }
            }
        }
    }

    fn field_mark(&mut self, n: NodeId, open: &Open) {
        match self.tree.attr(n, Ns::W, "fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(None);
                self.codes.push(String::new());
            }
            Some("separate") => {
                let here = self.place(open);
                if let Some(field) = self.fields.last_mut() {
                    *field = Some(here);
                }
            }
            Some("end") => {
                self.fields.pop();
                self.codes.pop();
            }
            _ => {}
        }
    }

    /// A run's format together with all that wraps it.
    fn wrapped(&self, format: u64) -> u64 {
        let shown = self.fields.iter().zip(&self.codes);
        shown
            .filter(|(result, _)| result.is_some())
            .map(|(_, code)| format::wrap("field", code))
            .chain(self.wraps.iter().copied())
            .fold(format, format::together)
    }

    fn place(&self, open: &Open) -> Place {
        (self.story.paragraphs.len(), open.length)
    }

    fn add(
        &self,
        open: &mut Open,
        node: NodeId,
        text: String,
        revision: Option<usize>,
        format: u64,
    ) {
        let length = text.chars().count();
        if length == 0 {
            return;
        }
        let field = self.simple_fields > 0 || self.fields.iter().any(Option::is_some);
        let format = self.wrapped(format);
        let (start, end) = (open.length, open.length + length);
        open.pieces.push(Piece {
            start,
            end,
            node,
            revision,
            format,
            field,
        });
        open.length = end;
        open.text.push_str(&text);
    }
}
