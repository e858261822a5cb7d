"""Rules for Word files that no schema says: ids, pairs, references, revisions, tables, text.

`check(FILE)` gives the findings. Sources: ISO/IEC 29500-1 (17.13 annotations, 17.4 tables, 17.11 notes),
29500-2 (packages), 29500-3 (markup compatibility), MS-DOCX (paraId, commentsExtended).
"""
import collections
import posixpath
import re
import zipfile

from lxml import etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
W14 = '{http://schemas.microsoft.com/office/word/2010/wordml}'
W15 = '{http://schemas.microsoft.com/office/word/2012/wordml}'
W16CID = '{http://schemas.microsoft.com/office/word/2016/wordml/cid}'
MC = '{http://schemas.openxmlformats.org/markup-compatibility/2006}'
RELATION = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
RELS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
SPACE = '{http://www.w3.org/XML/1998/namespace}space'

REVISIONS = {W + name for name in (
    'ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange tblGridChange trPrChange tcPrChange '
    'tblPrExChange numberingChange cellIns cellDel cellMerge').split()}
STORIES = {W + name for name in 'body hdr ftr footnote endnote comment txbxContent tc'.split()}
BLOCKS = {W + name for name in 'p tbl sdt customXml altChunk'.split()}
# What may stand behind the last paragraph without being content.
RANGES = re.compile(r'(bookmark|comment|move\w+|customXml\w+|perm)(Range)?(Start|End)$|proofErr$|sectPr$|tcPr$')


class Finding:
    """`key` is what makes it the same finding as the base's; `place` helps to find it."""

    def __init__(self, part, rule, text, place=''):
        self.key = (part.lstrip('/'), rule, text)
        self.place = place

    def __str__(self):
        part, rule, text = self.key
        return f'{part}: {rule}: {text}' + (f' at {self.place}' if self.place else '')


def name(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else '#'


def place(element):
    """A path with ranks, short enough to read."""
    steps = []
    while element is not None and element.getparent() is not None:
        same = [one for one in element.getparent() if one.tag == element.tag]
        steps.append(f'{name(element)}[{same.index(element) + 1}]')
        element = element.getparent()
    return '/' + '/'.join(reversed(steps))


def within(element, *names):
    """The nearest ancestor of one of the names, within the same paragraph or run content."""
    for above in element.iterancestors():
        if name(above) in names:
            return above
        if above.tag in STORIES:
            return None
    return None


class Package:
    def __init__(self, path):
        self.findings = []
        self.parts = {}
        self.roots = {}
        with zipfile.ZipFile(path) as archive:
            for entry in archive.namelist():
                if entry in self.parts:
                    self.tell(entry, 'package', 'the part stands twice')
                if not entry.endswith('/'):
                    self.parts[entry] = archive.read(entry)
        for part, content in self.parts.items():
            if part.endswith(('.xml', '.rels')):
                try:
                    self.roots[part] = etree.fromstring(content)
                except etree.XMLSyntaxError as error:
                    self.tell(part, 'xml', f'not well-formed: {error}')

    def tell(self, part, rule, text, element=None):
        self.findings.append(Finding(part, rule, text, '' if element is None else place(element)))

    def once(self, part, rule, elements, key, what):
        """Each key is there once."""
        counts = collections.Counter(key(element) for element in elements)
        for value, count in counts.items():
            if count > 1:
                self.tell(part, rule, f'{what} {value} stands {count} times')
        return counts


def check(path):
    try:
        package = Package(path)
    except (zipfile.BadZipFile, OSError) as error:
        return [Finding('', 'package', f'not readable: {error}')]
    relations(package)
    content_types(package)
    stories = [part for part, root in package.roots.items()
               if name(root) in ('document', 'hdr', 'ftr', 'footnotes', 'endnotes', 'comments')]
    for part in stories:
        root = package.roots[part]
        compatibility(package, part, root)
        revisions(package, part, root)
        moves(package, part, root)
        bookmarks(package, part, root)
        tables(package, part, root)
        containers(package, part, root)
        texts(package, part, root)
        fields(package, part, root)
        paragraph_ids(package, part, root)
    comments(package, stories)
    notes(package, stories)
    named(package, stories)
    return package.findings


def relations(package):
    for part, root in list(package.roots.items()):
        if not part.endswith('.rels'):
            continue
        folder, file = posixpath.split(part)
        owner = posixpath.join(posixpath.dirname(folder), file.removesuffix('.rels'))
        if file != '.rels' and owner not in package.parts:
            package.tell(part, 'relations', 'belong to a part that is not there')
        package.once(part, 'relations', root, lambda one: one.get('Id'), 'id')
        for one in root:
            target = one.get('Target') or ''
            if one.get('TargetMode') == 'External' or target.startswith('#'):
                continue
            full = target.lstrip('/') if target.startswith('/') else posixpath.normpath(
                posixpath.join(posixpath.dirname(owner), target))
            if full.split('#')[0] not in package.parts:
                package.tell(part, 'relations', f"{one.get('Id')} leads to {target}, which is not there")
    for part, root in package.roots.items():
        folder, file = posixpath.split(part)
        rels = package.roots.get(posixpath.join(folder, '_rels', file + '.rels'))
        known = set() if rels is None else {one.get('Id') for one in rels}
        for element in root.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if attribute.startswith(RELATION) and value and value not in known:
                    package.tell(part, 'relations', f'{name(element)} uses {value}, which is not there', element)


def content_types(package):
    root = package.roots.get('[Content_Types].xml')
    if root is None:
        package.tell('[Content_Types].xml', 'types', 'not there')
        return
    defaults = {one.get('Extension', '').lower() for one in root.iter(TYPES + 'Default')}
    overrides = package.once('[Content_Types].xml', 'types', list(root.iter(TYPES + 'Override')),
                             lambda one: (one.get('PartName') or '').lstrip('/'), 'part')
    for part in package.parts:
        if part != '[Content_Types].xml' and part not in overrides \
                and part.rsplit('.', 1)[-1].lower() not in defaults:
            package.tell(part, 'types', 'has no content type')
    for part in overrides:
        if part not in package.parts:
            package.tell(part, 'types', 'has a content type but is not there')


def compatibility(package, part, root):
    for element in root.iter(etree.Element):
        prefixes = [(MC + 'Ignorable', element.get(MC + 'Ignorable')),
                    ('Requires', element.get('Requires') if element.tag == MC + 'Choice' else None)]
        for attribute, value in prefixes:
            for prefix in (value or '').split():
                if prefix not in element.nsmap:
                    package.tell(part, 'compatibility', f'{name_of(attribute)} names {prefix}, which is not declared')


def name_of(attribute):
    return attribute.rsplit('}', 1)[-1]


def revisions(package, part, root):
    all_ = [one for one in root.iter(etree.Element) if one.tag in REVISIONS]
    package.once(part, 'revisions', all_, lambda one: one.get(W + 'id'), 'id')
    for one in all_:
        if not (one.get(W + 'author') or one.tag == W + 'numberingChange'):
            package.tell(part, 'revisions', f'{name(one)} without an author', one)
        kind = name(one)
        if kind not in ('ins', 'del', 'moveFrom', 'moveTo'):
            continue
        mark = name(one.getparent()) in ('rPr', 'trPr', 'numPr', 'ctrlPr')
        if not mark and len(one) == 0:
            package.tell(part, 'revisions', f'{kind} with nothing in it', one)
        around = within(one, kind)
        if not mark and around is not None:
            package.tell(part, 'revisions', f'{kind} inside {kind}', one)
        if kind == 'ins' and not mark and within(one, 'del') is not None:
            package.tell(part, 'revisions', 'ins inside del', one)
    for text in root.iter(W + 't', W + 'instrText'):
        if within(text, 'del') is not None:
            package.tell(part, 'revisions', f'{name(text)} inside del', text)
    for text in root.iter(W + 'delText', W + 'delInstrText'):
        if within(text, 'del') is None:
            package.tell(part, 'revisions', f'{name(text)} outside del', text)
    for mark in root.iter(W + 'del', W + 'moveFrom'):
        last_mark(package, part, mark)


def last_mark(package, part, mark):
    """The mark that ends a story or a cell can't go, but with its row."""
    paragraph = within(mark, 'p')
    if paragraph is None or mark.getparent().tag != W + 'rPr' or mark.getparent().getparent().tag != W + 'pPr':
        return
    story = paragraph.getparent()
    while story.tag in (W + 'sdtContent', W + 'sdt', W + 'customXml', W + 'ins', W + 'del'):
        story = story.getparent()
    blocks = [one for one in story if name(one) != '#' and not RANGES.search(name(one))]
    if not blocks or not (blocks[-1] is paragraph):
        return
    if story.tag == W + 'tc' and within(story, 'tr') is not None \
            and within(story, 'tr').find(f'{W}trPr/{W}del') is not None:
        return
    package.tell(part, 'revisions', f'the mark that ends a {name(story)} is deleted', paragraph)


def moves(package, part, root):
    named_ = collections.defaultdict(list)
    for kind in ('moveFrom', 'moveTo'):
        paired(package, part, root, f'{kind}RangeStart', f'{kind}RangeEnd', 'moves')
        starts = list(root.iter(f'{W}{kind}RangeStart'))
        package.once(part, 'moves', starts, lambda one, kind=kind: f'{kind} {one.get(W + "name")}', 'name')
        for start in starts:
            named_[start.get(W + 'name')].append(kind)
    for move, kinds in named_.items():
        for kind in ('moveFrom', 'moveTo'):
            if kind not in kinds:
                package.tell(part, 'moves', f'{move} has no {kind}')


def paired(package, part, root, start, end, rule):
    """Each start has its end behind it, each end its start; each id once."""
    order = {}
    for kind in (start, end):
        package.once(part, rule, list(root.iter(W + kind)), lambda one: one.get(W + 'id'), f'{kind} of id')
    for at, one in enumerate(root.iter(W + start, W + end)):
        order.setdefault((name(one), one.get(W + 'id')), (at, one))
    for (kind, id_), (at, one) in order.items():
        other = order.get((end if kind == start else start, id_))
        if other is None:
            package.tell(part, rule, f'{kind} {id_} stands alone', one)
        elif kind == start and other[0] < at:
            package.tell(part, rule, f'{kind} {id_} stands behind its end', one)


def bookmarks(package, part, root):
    paired(package, part, root, 'bookmarkStart', 'bookmarkEnd', 'bookmarks')
    package.once(part, 'bookmarks', list(root.iter(W + 'bookmarkStart')), lambda one: one.get(W + 'name'), 'name')


def children(element, tag):
    """The children of a tag, through content controls and custom XML."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (W + 'sdt', W + 'sdtContent', W + 'customXml', MC + 'AlternateContent', MC + 'Choice'):
            yield from children(child, tag)


def number(element, path, default):
    found = element.find(path)
    value = found.get(W + 'val') if found is not None else None
    return int(value) if value and value.lstrip('-').isdigit() else default


def tables(package, part, root):
    for table in root.iter(W + 'tbl'):
        rows = list(children(table, W + 'tr'))
        if not rows:
            package.tell(part, 'tables', 'a table without rows', table)
        grid = len(table.findall(f'{W}tblGrid/{W}gridCol'))
        for row in rows:
            cells = list(children(row, W + 'tc'))
            if not cells:
                package.tell(part, 'tables', 'a row without cells', row)
            width = sum(number(cell, f'{W}tcPr/{W}gridSpan', 1) for cell in cells) \
                + number(row, f'{W}trPr/{W}gridBefore', 0) + number(row, f'{W}trPr/{W}gridAfter', 0)
            if width != grid:
                package.tell(part, 'tables', f'a row of {width} columns in a grid of {grid}', row)
            for cell in cells:
                blocks = [one for one in cell if name(one) != '#' and not RANGES.search(name(one))]
                last = blocks[-1] if blocks else None
                if last is None or last.tag not in (W + 'p', W + 'sdt', W + 'customXml'):
                    package.tell(part, 'tables', 'a cell that does not end in a paragraph', cell)


def containers(package, part, root):
    for element in root.iter(*STORIES):
        if element.tag != W + 'tc' and not any(child.tag in BLOCKS for child in element.iter(*BLOCKS)):
            package.tell(part, 'containers', f'{name(element)} without a paragraph', element)


def texts(package, part, root):
    for text in root.iter(W + 't', W + 'delText', W + 'instrText', W + 'delInstrText'):
        words = text.text or ''
        if words != words.strip(' \t\n\r') and text.get(SPACE) != 'preserve':
            package.tell(part, 'texts', f'{name(text)} loses its outer spaces', text)
        if re.search(r'[\t\n\r]', words):
            package.tell(part, 'texts', f'{name(text)} holds a tab or a line break as a character', text)


def fields(package, part, root):
    """Fields are whole, with all revisions, with them taken and with them refused."""
    for story in root.iter(*(STORIES - {W + 'tc'})):
        for view, dropped in (('in the file', ()), ('accepted', ('del', 'moveFrom')), ('rejected', ('ins', 'moveTo'))):
            open_ = []
            for mark in story.iter(W + 'fldChar'):
                if next(one for one in mark.iterancestors() if one.tag in STORIES - {W + 'tc'}) is not story \
                        or within(mark, *dropped) is not None:
                    continue
                kind = mark.get(W + 'fldCharType')
                if kind == 'begin':
                    open_.append('begin')
                elif not open_ or (kind == 'separate' and open_[-1] == 'separate'):
                    package.tell(part, 'fields', f'{kind} without begin, {view}', mark)
                elif kind == 'separate':
                    open_[-1] = 'separate'
                else:
                    open_.pop()
            if open_:
                package.tell(part, 'fields', f'begin without end, {view}', story)


def paragraph_ids(package, part, root):
    paragraphs = [one for one in root.iter(W + 'p', W + 'tr') if one.get(W14 + 'paraId')]
    # AlternateContent holds a text box twice, with the same ids.
    first = [one for one in paragraphs if not any(above.tag == MC + 'Fallback' for above in one.iterancestors())]
    package.once(part, 'paragraph ids', first, lambda one: one.get(W14 + 'paraId'), 'id')
    for one in paragraphs:
        value = one.get(W14 + 'paraId')
        if not re.fullmatch('[0-9A-Fa-f]{8}', value) or not 0 < int(value, 16) < 0x80000000:
            package.tell(part, 'paragraph ids', f'{value} is not between 1 and 7FFFFFFF', one)


def of_kind(package, kind):
    """The part whose root has a name."""
    return next(((part, root) for part, root in package.roots.items() if name(root) == kind), (None, None))


def comments(package, stories):
    own, root = of_kind(package, 'comments')
    known = [] if root is None else list(root.iter(W + 'comment'))
    ids = {one.get(W + 'id') for one in known}
    if root is not None:
        package.once(own, 'comments', known, lambda one: one.get(W + 'id'), 'id')
    places = collections.Counter()
    for part in stories:
        story = package.roots[part]
        paired(package, part, story, 'commentRangeStart', 'commentRangeEnd', 'comments')
        for one in story.iter(W + 'commentRangeStart', W + 'commentRangeEnd', W + 'commentReference'):
            if one.get(W + 'id') not in ids:
                package.tell(part, 'comments', f"{name(one)} {one.get(W + 'id')} has no comment", one)
        places.update(one.get(W + 'id') for one in story.iter(W + 'commentReference'))
    for id_ in sorted(ids):
        if places[id_] != 1:
            package.tell(own, 'comments', f'comment {id_} is referred to {places[id_]} times')
    last = {}
    for one in known:
        paragraphs = list(one.iter(W + 'p'))
        last[paragraphs[-1].get(W14 + 'paraId') if paragraphs else None] = one
    threads(package, last)


def threads(package, last):
    """What the later parts say of comments is about comments that are there."""
    for kind, tag, attribute, parents in (('commentsEx', W15 + 'commentEx', W15 + 'paraId', W15 + 'paraIdParent'),
                                          ('commentsIds', W16CID + 'commentId', W16CID + 'paraId', None)):
        part, root = of_kind(package, kind)
        if root is None:
            continue
        package.once(part, 'comments', list(root.iter(tag)), lambda one, a=attribute: one.get(a), 'paragraph id')
        for one in root.iter(tag):
            for key in filter(None, (attribute, parents)):
                if one.get(key) and one.get(key) not in last:
                    package.tell(part, 'comments', f'{name_of(key)} {one.get(key)} is no comment’s last paragraph')
    part, root = of_kind(package, 'people')
    if root is not None:
        package.once(part, 'people', list(root), lambda one: one.get(W15 + 'author'), 'author')


def notes(package, stories):
    for kind in ('footnote', 'endnote'):
        own, root = of_kind(package, kind + 's')
        known = set()
        if root is not None:
            known = set(package.once(own, 'notes', list(root), lambda one: one.get(W + 'id'), 'id'))
        referred = [(part, one) for part in stories for one in package.roots[part].iter(f'{W}{kind}Reference')]
        for part, one in referred:
            if one.get(W + 'id') not in known:
                package.tell(part, 'notes', f"{kind} {one.get(W + 'id')} is not there", one)
        for id_, count in collections.Counter(one.get(W + 'id') for _, one in referred).items():
            if count > 1:
                package.tell(own or '', 'notes', f'{kind} {id_} is referred to {count} times')


def named(package, stories):
    """Styles and numberings that are used are there."""
    part, root = of_kind(package, 'styles')
    styles = set() if root is None else {one.get(W + 'styleId') for one in root.iter(W + 'style')}
    _, root = of_kind(package, 'numbering')
    numbers = {'0'} | (set() if root is None else {one.get(W + 'numId') for one in root.iter(W + 'num')})
    for part in stories:
        for one in package.roots[part].iter(W + 'pStyle', W + 'rStyle', W + 'tblStyle'):
            if one.get(W + 'val') not in styles:
                package.tell(part, 'styles', f"{name(one)} {one.get(W + 'val')} is not there", one)
        for one in package.roots[part].iter(W + 'numId'):
            if one.get(W + 'val') not in numbers:
                package.tell(part, 'numbering', f"{one.get(W + 'val')} is not there", one)
