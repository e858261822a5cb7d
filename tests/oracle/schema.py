"""Holds Word files to the schema and to the rules that a schema can't say. Shares no code with the writer.

    schema.py FILE [BASE...]      one file
    schema.py -                   many: a line each on standard input, FILE[TAB BASE]...

The bases are what the file was made from: what was odd in them is not reported. One line per finding;
exit status 1 when there is one. The schema is the Open XML SDK's (`schema.mjs`, left out with a note where
node or the package is not there); the rules stand in `rules.py`.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys

import rules

HERE = pathlib.Path(__file__).parent


def validated(files):
    """The validator's findings by file; `None` when there is no validator."""
    if not (HERE / 'node_modules/@ooxml-tools/validate').is_dir():
        return None
    told = subprocess.run(['node', HERE / 'schema.mjs'], input='\n'.join(files), text=True,
                          stdout=subprocess.PIPE, check=True).stdout
    return {one['file']: [of_schema(found) for found in one['findings']]
            for one in map(json.loads, told.splitlines())}


def of_schema(found):
    # Where it stands is told, but does not make it another finding than the base's: places shift.
    place = found['path'].replace('w:', '')
    element = re.sub(r'\[\d+\]', '', '/'.join(place.split('/')[-2:]))
    return rules.Finding(found['part'], 'schema', f"{found['text']} ({element})", place)


def check(jobs):
    """Findings of each (file, bases), without those that the bases have."""
    own = {file: rules.check(file) for file, _ in jobs}
    schema = validated(sorted(own))
    if schema is None:
        print('skipped: the schema, for node or its package is not there', file=sys.stderr)
    schema = schema or {}
    found = {file: own[file] + schema.get(file, []) for file in own}
    # Bases are looked at only where there is something to excuse.
    suspects = sorted({base for file, bases in jobs if found[file] for base in bases})
    excuses = validated(suspects) if schema and suspects else {}
    excuses = {base: excuses.get(base, []) + rules.check(base) for base in suspects}
    for file, bases in jobs:
        excused = collections.Counter()
        for base in bases:
            # Twice the base's: a redline holds a paragraph as it was and as it is.
            for finding in excuses.get(base, []):
                excused[finding.key] += 2
        for finding in found[file]:
            if excused[finding.key] > 0:
                excused[finding.key] -= 1
            else:
                yield file, finding


def main(arguments):
    lines = [line.rstrip('\n').split('\t') for line in sys.stdin] if arguments == ['-'] else [arguments]
    jobs = [(line[0], line[1:]) for line in lines if line and line[0]]
    if not jobs:
        sys.exit(__doc__)
    count = 0
    for file, finding in check(jobs):
        print(f'{file}: {finding}')
        count += 1
    print(f'{len(jobs)} files, {count} findings', file=sys.stderr)
    sys.exit(count > 0)


if __name__ == '__main__':
    main(sys.argv[1:])
