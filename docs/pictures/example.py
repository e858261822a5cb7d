"""Writes the files that the pictures of docs/compile.md are made of: draft1.docx, as the secretariat sent it out,
and what four organisations of the fictional practice group returned. The same bytes in every run.

    python3 docs/pictures/example.py FOLDER

Words are marked as in the demonstration: {-taken out-}, {+put in+}, {#a comment on the words before|a reply},
and also {*made bold*}, {^a new footnote} and {¶} where a paragraph is split. What is typed without tracking stands as it came to be.
"""
import re, sys, zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARED = (f'xmlns:w="{W}" xmlns:r="{R}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
            'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
            'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Style and words; a table has rows of cells.
DRAFT = {
    "title": ("Title", "Joint statement on recruitment fees"),
    "why": ("Heading1", "Why this statement"),
    "recall": ("Normal", "The members of the Group recall that no worker should pay for obtaining a job."),
    "debt": ("Normal", "A debt taken up to obtain a job binds a person to it. It is one of the ways in which an "
                       "ordinary contract becomes forced labour."),
    "what": ("Heading1", "What we ask"),
    "ensure": ("Normal", "States and employers should ensure that recruiters are licensed, supervised and subject to "
                         "effective remedies when fees are charged to fishers."),
    "repaid": ("Normal", "Any fee that a worker has paid should be repaid within 30 days, by the employer first, who "
                         "may turn to the recruiter."),
    "display": ("Normal", "We invite port authorities to display, in the languages of crews, whom a fisher may call."),
    "costs": ("Normal", "The following costs are never borne by the worker:"),
    "table": ("table", [("Cost", "Borne by"), ("Medical certificate", "the employer"),
                        ("Travel to the vessel", "the employer")]),
    "do": ("Heading1", "What we will do"),
    "list": ("Normal", "The members will publish a common list of costs that may never be charged."),
    "exchange": ("Normal", "The members will exchange information about recruiters whose licence was withdrawn."),
    "report": ("Normal", "The Group will report yearly on progress."),
    "open": ("Normal", "This statement is open to all who share it."),
}

# By organisation: who marked it up and when, and what.
RETURNS = {
    "HWF": ("Sefa Linden", "2026-03-02T10:20:00Z", {
        "debt": "A debt taken up to obtain a job binds a person to it.{¶}{- -}It is one of the ways in which an "
                "ordinary contract becomes forced labour.",
        "ensure": "States and employers {-should-}{+shall+} ensure that recruiters are licensed, supervised and "
                  "subject to effective {+and accessible +}remedies when fees are charged to fishers.",
        "display": "We invite port authorities to display, in the languages of crews, whom a fisher may "
                   "call{#Many crews share one telephone. Could a sign in the mess room be added?}.",
        "repaid": "Any fee that a worker has paid should be repaid within {-30-}{+15+} days, by the employer first, "
                  "who may turn to the recruiter.",
    }),
    "IOL": ("Ruta Hazel", "2026-03-03T08:05:00Z", {
        "ensure": "States and employers {-should-}{+shall+} ensure that recruiters are licensed, supervised and "
                  "subject to effective remedies when fees are charged to fishers.{^See resolution 12 of the Assembly "
                  "of Coastal States.}",
        "repaid": ("behind", "Any fee that a worker has paid should be repaid {-within 30 days-}{+without delay+}, by "
                   "the employer first, who may turn to the recruiter.",
                   "Recruiters that repay fees without delay may be listed again after one year."),
    }),
    "FDW": ("Nadia Thistle", "2026-03-04T14:40:00Z", {
        "recall": "The members of the Group recall that {*no worker should pay*} for obtaining a job.",
        "table": ("row", ("Visa", "the employer")),
        "list": "The members will publish a common list of costs{#Will the list go beyond the table?|Yes. We propose "
                "to put visas into the table already.} that may never be charged.",
        "exchange": ("moved", "do"),
        "report": ("deleted",),
    }),
    "UIH": ("Tomas Birch", "2026-03-05T09:15:00Z", {
        # Typed with tracking off.
        "repaid": "Any fee that a worker has paid should be repaid within 60 days, by the employer first, who may "
                  "turn to the recruiter.",
        "report": "The Group will report {-yearly-}{+every two years+} on progress.",
    }),
}
ANSWERS = {"FDW": ("Elio Fennimore", "2026-03-04T16:10:00Z")}
MARKS = re.compile(r"\{-(.*?)-\}|\{\+(.*?)\+\}|\{#(.*?)\}|\{\*(.*?)\*\}|\{\^(.*?)\}|(\{¶\})")


class File:
    """One Word file while it is written."""

    def __init__(self, organisation=None):
        self.author, self.date, self.edits = RETURNS.get(organisation, (None, None, {}))
        self.answers = ANSWERS.get(organisation)
        self.notes, self.comments, self.id = [], [], 0

    def sign(self):
        self.id += 1
        return f'w:id="{900 + self.id}" w:author="{self.author}" w:date="{self.date}"'

    def run(self, words, properties="", tag="t"):
        return (f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}'
                f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>') if words else ""

    def new(self, inner):
        return f"<w:ins {self.sign()}>{inner}</w:ins>" if inner else ""

    def gone(self, words):
        return f'<w:del {self.sign()}>{self.run(words, tag="delText")}</w:del>' if words else ""

    def note(self, words):
        self.notes.append(words)
        return ('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>')

    def inline(self, marked):
        """The runs of a paragraph; in halves where it is split."""
        halves, at = [""], 0
        for mark in MARKS.finditer(marked):
            plain, at = marked[at:mark.start()], mark.end()
            gone, came, comment, bold, note, split = mark.groups()
            if comment:
                head, _, words = plain.rpartition(" ")
                halves[-1] += self.run(f"{head} ") + self.about(words, comment)
                continue
            halves[-1] += self.run(plain)
            if gone:
                halves[-1] += self.gone(gone)
            elif came:
                halves[-1] += self.new(self.run(came))
            elif bold:
                halves[-1] += self.run(bold, f"<w:b/><w:rPrChange {self.sign()}><w:rPr/></w:rPrChange>")
            elif note:
                halves[-1] += self.new(self.note(note))
            elif split:
                halves.append("")
        halves[-1] += self.run(marked[at:])
        return halves

    def about(self, words, comment):
        first, _, answer = comment.partition("|")
        said = [(self.author, self.date, first, None)]
        if answer:
            said.append((*self.answers, answer, len(self.comments)))
        ids = range(len(self.comments), len(self.comments) + len(said))
        self.comments += said
        return ("".join(f'<w:commentRangeStart w:id="{i}"/>' for i in ids) + self.run(words)
                + "".join(f'<w:commentRangeEnd w:id="{i}"/><w:r><w:commentReference w:id="{i}"/></w:r>' for i in ids))

    def paragraph(self, style, inner, mark=""):
        mark = mark and f"<w:rPr>{mark}</w:rPr>"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{inner}</w:p>'

    def table(self, rows, added=None):
        edge = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
                       for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        written = ""
        for row in rows + ([added] if added else []):
            new = row is added
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>'
                + self.paragraph("TableText", self.new(self.run(cell)) if new else self.run(cell),
                                 f"<w:ins {self.sign()}/>" if new else "") + "</w:tc>" for cell in row)
            written += f'<w:tr>{f"<w:trPr><w:ins {self.sign()}/></w:trPr>" if new else ""}{cells}</w:tr>'
        return (f'<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/><w:tblInd w:w="108" w:type="dxa"/>'
                f'<w:tblBorders>{edge}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
                f'<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>{written}</w:tbl>')

    def moved(self, style, words, way):
        """A paragraph that goes (`From`) or comes (`To`)."""
        range_id = 800 + (way == "To")
        begin = (f'<w:move{way}RangeStart w:id="{range_id}" w:author="{self.author}" w:date="{self.date}" '
                 'w:name="move1"/>')
        inner = f"{begin}<w:move{way} {self.sign()}>{self.run(words)}</w:move{way}>"
        return (self.paragraph(style, inner, f"<w:move{way} {self.sign()}/>")
                + f'<w:move{way}RangeEnd w:id="{range_id}"/>')

    def body(self):
        arrived = {edit[1]: line for line, edit in self.edits.items() if edit[0] == "moved"}
        written = ""
        for line, (style, words) in DRAFT.items():
            edit = self.edits.get(line, words)
            if style == "table":
                written += self.table(words, edit[1] if edit[0] == "row" else None)
            elif edit[0] == "moved":
                written += self.moved(style, words, "From")
            elif edit[0] == "deleted":
                written += self.paragraph(style, self.gone(words), f"<w:del {self.sign()}/>")
            elif edit[0] == "behind":
                written += self.paragraph(style, "".join(self.inline(edit[1])))
                written += self.paragraph(style, self.new(self.run(edit[2])), f"<w:ins {self.sign()}/>")
            else:
                *first, last = self.inline(edit)
                written += "".join(self.paragraph(style, half, f"<w:ins {self.sign()}/>") for half in first)
                written += self.paragraph(style, last)
            if line in arrived:
                written += self.moved(*DRAFT[arrived[line]], "To")
        return written

    def write(self, path):
        body = self.body()
        page = ('<w:sectPr><w:pgSz w:w="11906" w:h="12300"/><w:pgMar w:top="700" w:right="1000" w:bottom="700" '
                'w:left="1000" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>')
        parts = {"document": f"<w:document {DECLARED}><w:body>{body}{page}</w:body></w:document>",
                 "styles": STYLES, "settings": SETTINGS, "footnotes": self.footnotes()}
        if self.comments:
            parts |= {"comments": self.remarks(), "commentsExtended": self.threads()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in package_parts(parts):
                package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), HEAD + content, zipfile.ZIP_DEFLATED)

    def footnotes(self):
        line = lambda kind, number: (f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
                                     "</w:footnote>")
        notes = "".join(
            f'<w:footnote w:id="{number}">' + self.paragraph(
                "FootnoteText", '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
                + self.new(self.run(f" {words}"))) + "</w:footnote>"
            for number, words in enumerate(self.notes, 1))
        return (f'<w:footnotes {DECLARED}>{line("separator", -1)}{line("continuationSeparator", 0)}{notes}'
                "</w:footnotes>")

    def remarks(self):
        return f"<w:comments {DECLARED}>" + "".join(
            f'<w:comment w:id="{i}" w:author="{who}" w:date="{when}" w:initials="{who[0]}">'
            f'<w:p w14:paraId="{0x0A000000 + i:08X}"><w:r><w:t>{escape(words)}</w:t></w:r></w:p></w:comment>'
            for i, (who, when, words, _) in enumerate(self.comments)) + "</w:comments>"

    def threads(self):
        answers = lambda to: "" if to is None else f' w15:paraIdParent="{0x0A000000 + to:08X}"'
        return f"<w15:commentsEx {DECLARED}>" + "".join(
            f'<w15:commentEx w15:paraId="{0x0A000000 + i:08X}"{answers(to)} w15:done="0"/>'
            for i, (*_, to) in enumerate(self.comments)) + "</w15:commentsEx>"


def style(name, title, properties, kind="paragraph", extra="", based="Normal"):
    based = f'<w:basedOn w:val="{based}"/>' if based and kind == "paragraph" else ""
    return (f'<w:style w:type="{kind}" w:styleId="{name}"{extra}><w:name w:val="{title}"/>{based}{properties}</w:style>')


FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"/>'
STYLES = (
    f'<w:styles {DECLARED}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    + style("Normal", "Normal", '<w:pPr><w:spacing w:after="120"/></w:pPr>', extra=' w:default="1"', based="")
    + style("Title", "Title", '<w:pPr><w:spacing w:after="160"/></w:pPr><w:rPr><w:b/><w:sz w:val="34"/></w:rPr>')
    + style("Heading1", "heading 1", '<w:pPr><w:keepNext/><w:spacing w:before="200" w:after="100"/>'
            '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')
    + style("TableText", "Table Text", '<w:pPr><w:spacing w:before="30" w:after="30"/></w:pPr>')
    + style("FootnoteText", "footnote text", '<w:pPr><w:spacing w:after="0"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>')
    + style("FootnoteReference", "footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>', "character")
    + "</w:styles>")
SETTINGS = (f'<w:settings {DECLARED}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
            "</w:settings>")
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def package_parts(parts):
    """All of a package, its parts by their names without folder and ending."""
    kinds = {name: f"{TYPE}.{name}+xml" for name in parts} | {"document": f"{TYPE}.document.main+xml"}
    yield "[Content_Types].xml", (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{kinds[name]}"/>' for name in parts) + "</Types>")
    relations = lambda inner: ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                               f"{inner}</Relationships>")
    relation = lambda i, kind, target: f'<Relationship Id="r{i}" Type="{kind}" Target="{target}"/>'
    kind = lambda name: ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
                         if name == "commentsExtended" else f"{R}/{name}")
    yield "_rels/.rels", relations(relation(1, f"{R}/officeDocument", "word/document.xml"))
    others = [name for name in parts if name != "document"]
    yield "word/_rels/document.xml.rels", relations(
        "".join(relation(i, kind(name), f"{name}.xml") for i, name in enumerate(others, 1)))
    for name, content in parts.items():
        yield f"word/{name}.xml", content


folder = sys.argv[1]
File().write(f"{folder}/draft1.docx")
for organisation in RETURNS:
    File(organisation).write(f"{folder}/{organisation.lower()}.docx")
