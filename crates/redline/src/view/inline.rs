//! The walk inside one paragraph.

use super::{Field, Open, Place, Walk, chosen, format, is_dropped, is_taken, properties};
use crate::story::{Piece, Properties};
use crate::xml::{NodeId, Ns, Tag};

/// A run's revision, format, and the recorded change of its format.
type Run = (Option<usize>, u64, Option<usize>);

/// So many of the things around a text are told by what they say; the others only by their digest.
const TOLD: usize = 16;

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
                Tag::OMath => self.add(open, n, ATOM, (revision, 0, None)),
                Tag::FldSimple => {
                    let code = self.tree.attr(n, Ns::W, "instr").unwrap_or_default();
                    self.simple_fields += 1;
                    self.within(("field", words(&code)), n, open, revision);
                    self.simple_fields -= 1;
                }
                Tag::Hyperlink => {
                    let target = self.link(n);
                    self.within(("link", target), n, open, revision);
                }
                Tag::Sdt => self.within(("control", "on".to_owned()), n, open, revision),
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
                Tag::T | Tag::DelText => self.leaf(n, open, (revision, 0, None)),
                _ => self.inline(n, open, revision),
            }
        }
    }

    /// The content of what wraps text: text that enters or leaves it has changed, if not in its words.
    fn within(
        &mut self,
        (kind, says): (&'static str, String),
        n: NodeId,
        open: &mut Open,
        revision: Option<usize>,
    ) {
        let wrap = format::wrap(kind, &says);
        self.wraps.push((kind, says));
        self.around = self.around.wrapping_add(wrap);
        self.inline(n, open, revision);
        self.wraps.pop();
        self.leave(wrap);
    }

    fn leave(&mut self, wrap: u64) {
        self.around = self.around.wrapping_sub(wrap);
    }

    /// Where a link leads: a place in the text, or what its relationship names.
    fn link(&self, n: NodeId) -> String {
        let anchor = self.tree.attr(n, Ns::W, "anchor").unwrap_or_default();
        let id = self.tree.attr(n, Ns::R, "id").unwrap_or_default();
        let target = self.context.links.get(&*id);
        match (target.map_or("", String::as_str), anchor.as_ref()) {
            (target, "") => target.to_owned(),
            (target, anchor) => format!("{target}#{anchor}"),
        }
    }

    fn run(&mut self, n: NodeId, open: &mut Open, revision: Option<usize>) {
        let own = self.tree.child(n, Tag::RPr);
        let format = own.map_or(0, |p| {
            self.format(properties(self.tree, p, Tag::RPrChange, self.view))
        });
        let reformatted = own.and_then(|p| self.reformatted(p, Tag::RPrChange));
        for child in self.tree.children(n) {
            self.leaf(child, open, (revision, format, reformatted));
        }
    }

    /// What stands in a run, at any depth; `run` is the run's revision, format and recorded change of it.
    fn leaf(&mut self, n: NodeId, open: &mut Open, run: Run) {
        let tag = self.tree.tag(n);
        if is_dropped(tag, self.view) {
            let here = self.place(open);
            return self.markers_below_at(n, here);
        }
        match tag {
            Tag::T | Tag::DelText => {
                let (from, length) = (open.text.len(), open.length);
                self.tree.push_text(n, &mut open.text);
                let added = &open.text[from..];
                // A line end inside the text is a space to Word.
                if memchr::memchr3(b'\n', b'\r', b'\t', added.as_bytes()).is_some() {
                    let plain = added.replace(['\n', '\r', '\t'], " ");
                    open.text.truncate(from);
                    open.text.push_str(&plain);
                }
                let added = &open.text[from..];
                open.length += if added.is_ascii() {
                    added.len()
                } else {
                    added.chars().count()
                };
                self.note(open, n, length, run);
            }
            Tag::Tab => self.add(open, n, '\t', run),
            Tag::Br | Tag::Cr => self.add(open, n, '\n', run),
            Tag::FootnoteReference
            | Tag::EndnoteReference
            | Tag::Drawing
            | Tag::Pict
            | Tag::OMath => {
                self.add(open, n, ATOM, run);
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
                    self.leaf(below, open, run);
                }
            }
            Tag::InstrText | Tag::DelInstrText => {
                if let Some(field) = self.fields.last_mut() {
                    field.code.push_str(&self.tree.text(n));
                }
            }
            Tag::RPr | Tag::PPr | Tag::P | Tag::TxbxContent | Tag::Text | Tag::Misc => {}
            Tag::R => self.run(n, open, run.0),
            _ => {
                for below in self.tree.children(n) {
                    self.leaf(below, open, run);
                }
            }
        }
    }

    fn field_mark(&mut self, n: NodeId, open: &Open) {
        match self.tree.attr(n, Ns::W, "fldCharType").as_deref() {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                let here = self.place(open);
                match self.fields.last_mut() {
                    Some(field) if field.result.is_none() => {
                        let wrap = format::wrap("field", &words(&field.code));
                        field.result = Some((here, wrap));
                        self.results += 1;
                        self.around = self.around.wrapping_add(wrap);
                    }
                    Some(field) => field.result = field.result.map(|(_, wrap)| (here, wrap)),
                    None => {}
                }
            }
            Some("end") => {
                if let Some((_, wrap)) = self.fields.pop().and_then(|field| field.result) {
                    self.results -= 1;
                    self.leave(wrap);
                }
            }
            _ => {}
        }
    }

    /// The digest of all that wraps the text here, noted in the story with what it says.
    fn wrap(&mut self) -> u64 {
        if self.around != 0 && !self.story.wraps.contains_key(&self.around) {
            let fields = self.fields.iter().filter(|field| field.result.is_some());
            let fields = fields.map(|field| ("field", words(&field.code)));
            let all = fields
                .take(TOLD)
                .chain(self.wraps.iter().take(TOLD).cloned());
            let mut said = Properties::new();
            for (kind, says) in all {
                format::add_wrap(&mut said, kind, &says);
            }
            self.story.wraps.insert(self.around, said);
        }
        self.around
    }

    fn place(&self, open: &Open) -> Place {
        (self.story.paragraphs.len(), open.length)
    }

    fn add(&mut self, open: &mut Open, node: NodeId, character: char, run: Run) {
        let start = open.length;
        open.text.push(character);
        open.length += 1;
        self.note(open, node, start, run);
    }

    /// Notes the leaf behind the text from an offset to the end of what there is.
    fn note(&mut self, open: &mut Open, node: NodeId, start: usize, run: Run) {
        let end = open.length;
        if start == end {
            return;
        }
        let (revision, format, reformatted) = run;
        open.pieces.push(Piece {
            start,
            end,
            node,
            revision,
            format,
            wrap: self.wrap(),
            reformatted,
            field: self.simple_fields + self.results > 0,
        });
    }
}

/// A field's code with single spaces; a field without one is a field all the same.
fn words(code: &str) -> String {
    let words: Vec<&str> = code.split_whitespace().collect();
    match words.as_slice() {
        [] => "on".to_owned(),
        words => words.join(" "),
    }
}
