#!/usr/bin/env python3
"""named.py COMPILATION.docx LEDGER.json BASE.docx [silent]: does the Word file itself say who asked for what?

Every edit of the ledger must stand at its place in the tracked compilation, as a revision of the organisation
that made it or in a comment there that names the organisation with its words; every comment under the
organisation's name. The file is read here with the standard library alone and without the model. A base
paragraph is what is left of the compilation's paragraphs when all is refused: those whose ends are new belong to
the next one. Prints one line and each edit that is missing; exit 1 where one is.

The ledger: {organisation: [{"op", "at", "old", "new"}]}, "at" the rank of a paragraph among those directly in the
body or ["tbl", table, row, cell]; op one of ins, del, rep, cell, parains, paradel, move, fmt, comment. With
"silent" the returns carried no comments."""
import json
import re
import sys
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COME, GONE = ("ins", "moveTo"), ("del", "moveFrom")


def flat(text):
    return re.sub(r"\s+", " ", (text or "").replace("\u00a0", " ")).strip()


def body_of(path):
    return ElementTree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(W + "body")


def paragraphs(node, new_row=False):
    """The paragraphs of a body outside text boxes, with whether their row is new."""
    for child in node:
        if child.tag == W + "p":
            yield child, new_row
        elif child.tag == W + "tr":
            yield from paragraphs(child, child.find(f"{W}trPr/{W}ins") is not None)
        elif child.tag in (W + "tbl", W + "tc", W + "sdt", W + "sdtContent"):
            yield from paragraphs(child, new_row)


def places(base):
    """From a place of the ledger to the rank of the base's paragraph."""
    body = body_of(base)
    rank = {id(p): at for at, (p, _) in enumerate(paragraphs(body))}

    def place(at):
        if isinstance(at, int):
            return rank[id(body.findall(W + "p")[at])]
        _, table, row, cell = at
        cell = body.findall(W + "tbl")[table].findall(W + "tr")[row].findall(W + "tc")[cell]
        return rank[id(cell.find(W + "p"))]
    return place


class Group:
    """What stands at one paragraph of the base."""

    def __init__(self):
        self.words = {}  # (come or gone, author) -> words
        self.formats, self.comments = set(), set()

    def read(self, node, stack=()):
        for child in node:
            name = child.tag.removeprefix(W)
            if name == "txbxContent":
                continue
            if name in ("t", "delText"):
                for mark in stack:
                    self.words[mark] = self.words.get(mark, "") + (child.text or "")
            elif name in ("rPrChange", "pPrChange"):
                self.formats.add(child.get(W + "author"))
            elif name in ("commentRangeStart", "commentReference"):
                self.comments.add(child.get(W + "id"))
            kind = COME if name in COME else GONE if name in GONE else None
            self.read(child, (*stack, (kind, child.get(W + "author"))) if kind else stack)


def groups(compilation):
    made, open_group = [], Group()
    for paragraph, new_row in paragraphs(body_of(compilation)):
        open_group.read(paragraph)
        end = paragraph.find(f"{W}pPr/{W}rPr")
        new = end is not None and any(end.find(W + name) is not None for name in COME)
        if not new and not new_row:
            made.append(open_group)
            open_group = Group()
    return made


def check(compilation, ledger, base, silent):
    place, made = places(base), groups(compilation)
    file = zipfile.ZipFile(compilation)
    part = ElementTree.fromstring(file.read("word/comments.xml") if "word/comments.xml" in file.namelist() else "<none/>")
    comments = {c.get(W + "id"): (c.get(W + "author"), flat(" ".join(t.text or "" for t in c.iter(W + "t"))))
                for c in part.iter(W + "comment")}
    count, missing = 0, []
    for organisation, edits in ledger.items():
        name = re.compile(rf"(?<!\w){re.escape(organisation)}(?!\w)")
        for edit in edits:
            operation, old, new = edit["op"], flat(edit["old"])[:60], flat(edit["new"])
            if operation == "comment":
                if not silent:
                    count += 1
                    if (organisation, new) not in comments.values():
                        missing.append((organisation, edit))
                continue
            count += 1
            at = place(edit["at"])
            here = made[at:at + 2] if operation == "parains" else made[at:at + 1]
            if operation == "move":
                new = ""
            words = {(kind, who): " ".join(flat(g.words.get((kind, who))) for g in here)
                     for kind in (COME, GONE) for who in {who for g in here for _, who in g.words}}
            shown = lambda who: new in words.get((COME, who), "") and old in words.get((GONE, who), "")
            notes = [comments[i][1] for g in here for i in g.comments if i in comments and comments[i][0] not in ledger]
            notes = [note for note in notes if name.search(note)]
            if operation == "fmt":
                together = any(note.startswith("Proposed by") for note in notes) and any(g.formats for g in here)
                told = together or any(organisation in g.formats for g in here) or any("set " in note for note in notes)
            else:
                told = shown(organisation)
                told = told or any(new in note and old in note for note in notes)
                # Shared words bear one name, and a comment with all of them.
                together = any(note.startswith("Proposed by") for note in notes)
                told = told or together and any(shown(who) for _, who in words)
            if not told:
                missing.append((organisation, edit))
    return count, missing


if __name__ == "__main__":
    count, missing = check(sys.argv[1], json.load(open(sys.argv[2])), sys.argv[3], sys.argv[4:] == ["silent"])
    print(f"{count - len(missing)} of {count} edits are named in the Word file at their place")
    for organisation, edit in missing[:20]:
        print(f"  missing: {organisation} {edit}")
    sys.exit(bool(missing))
