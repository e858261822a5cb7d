"""Shows that the checker sees: a good file is found good, and broken in each of these ways it is found broken."""
import io
import pathlib
import sys
import tempfile
import zipfile

import schema

W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
SIGN = 'w:author="A" w:date="2026-03-01T09:00:00Z"'
KINDS = ('comments', 'footnotes')

GOOD = {
    '[Content_Types].xml': f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    + ''.join(f'<Override PartName="/word/{kind}.xml" ContentType="{WORD}.{kind}+xml"/>' for kind in KINDS) + '</Types>',
    '_rels/.rels': f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/_rels/document.xml.rels': f'<Relationships xmlns="{PACKAGE}/relationships">'
    + ''.join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in KINDS)
    + '</Relationships>',
    'word/comments.xml': f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Why?</w:t></w:r></w:p>'
    '</w:comment></w:comments>',
    'word/footnotes.xml': f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>'
    '</w:footnotes>',
    'word/document.xml': f'<w:document xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="{schema.rules.MC[1:-1]}" mc:Ignorable="w14"><w:body>'
    '<w:p w14:paraId="10000001"><w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="b"/>'
    '<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space="preserve">one </w:t></w:r>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:bookmarkEnd w:id="0"/>'
    f'<w:ins w:id="1" {SIGN}><w:r><w:t>in</w:t></w:r></w:ins><w:del w:id="2" {SIGN}><w:r><w:delText>out</w:delText></w:r></w:del>'
    '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    f'<w:p w14:paraId="10000002"><w:moveFromRangeStart w:id="3" {SIGN} w:name="m"/><w:moveFrom w:id="4" {SIGN}><w:r><w:t>moved</w:t></w:r></w:moveFrom>'
    f'<w:moveFromRangeEnd w:id="3"/></w:p><w:p><w:moveToRangeStart w:id="5" {SIGN} w:name="m"/><w:moveTo w:id="6" {SIGN}><w:r><w:t>moved</w:t></w:r>'
    '</w:moveTo><w:moveToRangeEnd w:id="5"/></w:p>'
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/><w:sectPr/></w:body></w:document>',
}

DOCUMENT, COMMENTS, NOTES = 'word/document.xml', 'word/comments.xml', 'word/footnotes.xml'
# Part, what is replaced there, by what, and a rule that must see it; None as part: a whole part goes.
BROKEN = [
    (DOCUMENT, '</w:body>', '', 'xml'),
    (DOCUMENT, '<w:keepNext/><w:rPr><w:b/></w:rPr>', '<w:rPr><w:b/></w:rPr><w:keepNext/>', 'schema'),
    (DOCUMENT, '<w:b/><w:i/>', '<w:i/><w:b/>', 'schema'),
    (DOCUMENT, '<w:pPr><w:keepNext/><w:rPr><w:b/></w:rPr></w:pPr><w:bookmarkStart w:id="0" w:name="b"/>',
     '<w:bookmarkStart w:id="0" w:name="b"/><w:pPr><w:keepNext/></w:pPr>', 'schema'),
    (DOCUMENT, '<w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>', '', 'schema'),
    (DOCUMENT, '<w:p/><w:sectPr/>', '<w:sectPr/><w:p/>', 'schema'),
    (DOCUMENT, f'<w:ins w:id="1" {SIGN}>', '<w:ins w:author="A">', 'schema'),
    (DOCUMENT, '<w:r><w:t>in</w:t></w:r>', '<w:p/>', 'schema'),
    (DOCUMENT, '2026-03-01T09:00:00Z', 'yesterday', 'schema'),
    (DOCUMENT, 'w:id="2" w:author', 'w:id="1" w:author', 'revisions'),
    (DOCUMENT, 'w:author="A"', 'w:author=""', 'revisions'),
    (DOCUMENT, '<w:r><w:t>in</w:t></w:r>', '', 'revisions'),
    (DOCUMENT, '<w:delText>out</w:delText>', '<w:t>out</w:t>', 'revisions'),
    (DOCUMENT, '<w:t>in</w:t>', '<w:delText>in</w:delText>', 'revisions'),
    (DOCUMENT, '<w:t>moved</w:t></w:r></w:moveFrom>', '<w:delText>moved</w:delText></w:r></w:moveFrom>', 'revisions'),
    (DOCUMENT, '<w:p/><w:sectPr/>', f'<w:p><w:pPr><w:rPr><w:del w:id="9" {SIGN}/></w:rPr></w:pPr></w:p><w:sectPr/>', 'revisions'),
    (DOCUMENT, '</w:tcPr><w:p/>', f'</w:tcPr><w:p><w:pPr><w:rPr><w:del w:id="9" {SIGN}/></w:rPr></w:pPr></w:p>', 'revisions'),
    (DOCUMENT, f'<w:moveToRangeStart w:id="5" {SIGN} w:name="m"/>', f'<w:moveToRangeStart w:id="5" {SIGN} w:name="n"/>', 'moves'),
    (DOCUMENT, '<w:moveToRangeEnd w:id="5"/>', '', 'moves'),
    (DOCUMENT, '<w:bookmarkEnd w:id="0"/>', '', 'bookmarks'),
    (DOCUMENT, '<w:bookmarkEnd w:id="0"/>', '<w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="8" w:name="b"/><w:bookmarkEnd w:id="8"/>',
     'bookmarks'),
    (DOCUMENT, '<w:commentRangeEnd w:id="0"/>', '', 'comments'),
    (DOCUMENT, '<w:r><w:commentReference w:id="0"/></w:r>', '', 'comments'),
    (DOCUMENT, '<w:commentReference w:id="0"/>', '<w:commentReference w:id="0"/><w:commentReference w:id="0"/>', 'comments'),
    (COMMENTS, 'w:id="0"', 'w:id="1"', 'comments'),
    (COMMENTS, '<w:p><w:r><w:t>Why?</w:t></w:r></w:p>', '', 'containers'),
    (NOTES, 'w:id="2"', 'w:id="3"', 'notes'),
    (DOCUMENT, '10000002', '10000001', 'paragraph ids'),
    (DOCUMENT, '10000002', '80000002', 'paragraph ids'),
    (DOCUMENT, 'mc:Ignorable="w14"', 'mc:Ignorable="w14 w15"', 'compatibility'),
    (DOCUMENT, ' xml:space="preserve"', '', 'texts'),
    (DOCUMENT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '', 'fields'),
    (DOCUMENT, '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>', 'tables'),
    (DOCUMENT, '</w:tcPr><w:p/>', '</w:tcPr>', 'tables'),
    (DOCUMENT, '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr>', '', 'tables'),
    (DOCUMENT, '<w:keepNext/>', '<w:pStyle w:val="Nowhere"/><w:keepNext/>', 'styles'),
    (DOCUMENT, '<w:keepNext/>', '<w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr>', 'numbering'),
    (DOCUMENT, '<w:sectPr/>', f'<w:sectPr><w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="x"/></w:sectPr>', 'relations'),
    ('word/_rels/document.xml.rels', 'Target="comments.xml"', 'Target="remarks.xml"', 'relations'),
    ('[Content_Types].xml', f'<Override PartName="/word/comments.xml" ContentType="{WORD}.comments+xml"/>', '', 'types'),
]


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        for part, text in parts.items():
            archive.writestr(part, text)
    return out.getvalue()


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for rank, (part, from_, to, rule) in enumerate([(DOCUMENT, '', '', None), *BROKEN]):
            if from_ not in GOOD[part]:
                sys.exit(f'{from_} is not in the good file')
            path = pathlib.Path(folder, f'{rank}.docx')
            path.write_bytes(packed({**GOOD, part: GOOD[part].replace(from_, to) if from_ else GOOD[part]}))
            files[str(path)] = (rule, from_, to)
        found = {file: {} for file in files}
        for file, finding in schema.check([(file, []) for file in files]):
            found[file].setdefault(finding.key[1], str(finding))
    blind = schema.validated([]) is None
    wrong = 0
    for file, (rule, from_, to) in files.items():
        if rule == 'schema' and blind:
            continue
        if (rule is None and found[file]) or (rule is not None and rule not in found[file]):
            print(f'{rule or "a good file"}: {from_!r} → {to!r}: {found[file]}')
            wrong += 1
    print(f'{len(files)} files, {wrong} judged wrongly', file=sys.stderr)
    sys.exit(wrong > 0)


if __name__ == '__main__':
    main()
