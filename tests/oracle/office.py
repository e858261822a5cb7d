"""Has LibreOffice open Word files, accept or reject all changes, and compares what it shows with what is expected.

    office.py -       one job a line on standard input, as JSON:
                      {"file": …, "accept": [line, …], "reject": [line, …]}
    office.py FILE UNAVOCE      one file, against what the program UNAVOCE says of it

A file with fields, maths, content controls or moves is only opened: LibreOffice has texts of its own for
these. Runs under the Python that has `uno`. One line per disagreement; exit status 1 when there is one.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException

# What a file may take, in seconds; a soffice that takes longer is ended and started anew.
PATIENCE = 60
REVISED = re.compile(rb'<w:(ins|del)[ >/]')
ONLY_OPENED = re.compile(rb'<w:(fldChar|fldSimple|sdt|moveFrom|moveTo)[ >/]|<m:oMath[ >]')

# Deviations of LibreOffice 7.4, by the beginning of the file's name, each with its reason. One that shows in
# none of its files any more is told, so that the list stays true.
KNOWN = {
    'RP001-': 'a table that floats (w:tblpPr) becomes a frame, whose text comes at another place',
    'RP044-': 'an instruction that the source left outside its field is shown as text',
    'RP051-Arabic-': 'of this source LibreOffice reads no revision at all, nor of what is made from it',
}

# The program itself: what starts it would start it again after it fell, and hide that it did.
PROGRAM = pathlib.Path(shutil.which('soffice') or 'soffice').resolve().with_name('soffice.bin')


class Hung(Exception):
    """LibreOffice did not answer in time, or went away."""


class Office:
    """One headless soffice, driven over a pipe."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.count = 0
        self.start()

    def start(self):
        pipe = f'unavoce-{os.getpid()}-{time.monotonic_ns()}'
        self.launch(pipe)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
        until = time.monotonic() + 2 * PATIENCE
        while True:
            try:
                context = resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
                break
            except Exception:
                if time.monotonic() > until:
                    raise Hung('soffice did not start') from None
                if self.process.poll() is not None:
                    # With a new profile it asks to be started a second time.
                    self.launch(pipe)
                time.sleep(0.2)
        create = context.ServiceManager.createInstanceWithContext
        self.desktop = create('com.sun.star.frame.Desktop', context)
        self.dispatcher = create('com.sun.star.frame.DispatchHelper', context)

    def launch(self, pipe):
        self.process = subprocess.Popen(
            [PROGRAM, '--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck',
             f'-env:UserInstallation={pathlib.Path(self.folder.name).as_uri()}',
             f'--accept=pipe,name={pipe};urp;StarOffice.ComponentContext'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()

    def gone(self):
        try:
            self.process.wait(0.5)
        except subprocess.TimeoutExpired:
            return False
        return True

    def restart(self):
        self.end()
        self.start()

    def texts(self, path, views):
        """The paragraphs of the body in each view (`None`: as opened), without what can't be compared."""
        def late(*_):
            # A call that waits for an answer ends when the other side is gone.
            self.end()
        signal.signal(signal.SIGALRM, late)
        signal.alarm(PATIENCE)
        try:
            return [self.text(path, view) for view in views]
        except Exception as error:
            if isinstance(error, DisposedException) or self.gone():
                raise Hung(f'LibreOffice hung or went away: {error}') from None
            raise
        finally:
            signal.alarm(0)

    def text(self, path, view):
        # A copy: what a soffice that fell had open stays locked.
        self.count += 1
        copy = pathlib.Path(self.folder.name, f'{self.count}.docx')
        shutil.copy(path, copy)
        document = self.desktop.loadComponentFromURL(
            copy.as_uri(), '_blank', 0, (option('Hidden', True), option('RepairPackage', False)))
        if document is None:
            raise ValueError('not opened')
        try:
            if view is not None:
                command = {'accept': '.uno:AcceptAllTrackedChanges', 'reject': '.uno:RejectAllTrackedChanges'}[view]
                self.dispatcher.executeDispatch(document.CurrentController.Frame, command, '', 0, ())
            return list(paragraphs(document.Text))
        finally:
            document.close(True)
            copy.unlink()


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def elements(container):
    enumeration = container.createEnumeration()
    while enumeration.hasMoreElements():
        yield enumeration.nextElement()


def paragraphs(text):
    """The lines of a text, tables flattened in order."""
    for block in elements(text):
        if block.supportsService('com.sun.star.text.TextTable'):
            for cell in block.CellNames:
                yield from paragraphs(block.getCellByName(cell))
        else:
            portions = (one for one in elements(block) if one.TextPortionType in ('Text', 'TextField'))
            # A comment's anchor is a field.
            yield ''.join(one.String for one in portions if one.TextPortionType == 'Text'
                          or not one.TextField.supportsService('com.sun.star.text.textfield.Annotation'))


def normal(lines):
    """Without what is not text, with one kind of space, without empty lines."""
    # A `w:sym` counts no character with us; there it is one of a symbol font.
    shown = (re.sub(r'[\ufffc\u00ad\u2011\u200b\ufeff\uf000-\uf0ff]', '', line) for line in lines)
    return [line for line in (' '.join(line.split()) for line in shown) if line]


def views_of(path):
    """The views to read; a file without revisions is read once."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read('word/document.xml')
    if ONLY_OPENED.search(text):
        return [None]
    return ['accept', 'reject'] if REVISED.search(text) else ['accept']


def known(path):
    return next((start for start in KNOWN if pathlib.Path(path).name.startswith(start)), None)


def difference(ours, theirs):
    """The first line that differs, both ways."""
    for at in range(max(len(ours), len(theirs))):
        pair = [lines[at] if at < len(lines) else None for lines in (ours, theirs)]
        if pair[0] != pair[1]:
            return f'line {at + 1}: expected {pair[0]!r}, LibreOffice {pair[1]!r}'
    return None


def judge(office, job, seen):
    """What is wrong with a file, and whether its texts were compared. `seen`: which deviations showed."""
    path = job['file']
    views = views_of(path)
    for attempt in (1, 2):
        try:
            read = office.texts(path, views)
            break
        except Hung as hung:
            office.restart()
            if attempt == 2:
                return [str(hung)], False
        except Exception as error:
            return [f'not opened: {error}'], False
    if views == [None]:
        return [] if read[0] else ['opened without a paragraph'], False
    told = []
    deviation = known(path)
    for view, lines in zip(views, read):
        differs = difference(normal(job[view]), normal(lines))
        if deviation:
            seen[deviation] = seen.get(deviation, False) or bool(differs)
        elif differs:
            told.append(f'{view}: {differs}')
    return told, True


def main(arguments):
    if arguments == ['-']:
        jobs = [json.loads(line) for line in sys.stdin if line.strip()]
    elif len(arguments) == 2:
        file, program = arguments
        views = {view: subprocess.run([program, 'docx', 'text', file, '--view', view], text=True, check=True,
                                      stdout=subprocess.PIPE).stdout.split('\n') for view in ('accept', 'reject')}
        jobs = [{'file': file, **views}]
    else:
        sys.exit(__doc__)
    seen = {}
    office = Office()
    count = compared = 0
    try:
        for job in jobs:
            told, texts = judge(office, job, seen)
            compared += texts
            for line in told:
                print(f"{job['file']}: {line}", flush=True)
            count += len(told)
    finally:
        office.end()
    for deviation, shows in seen.items():
        if not shows and len(jobs) > 1:
            print(f'{deviation}: no deviation any more: take it off the list')
            count += 1
    print(f'{len(jobs)} files opened, {compared} compared, {count} disagreements', file=sys.stderr)
    sys.exit(count > 0)


if __name__ == '__main__':
    main(sys.argv[1:])
