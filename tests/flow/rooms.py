#!/usr/bin/env python3
"""Checks that data flows one way: rooms.py SOURCE BUILD

Reads the compiler's own dependency files (`ninja -t deps`): a file includes
only headers of its own and earlier rooms, and libxml2, Cairo and Pango only in
the rooms that know them. Prints TAP.
"""

import pathlib
import re
import subprocess
import sys

ROOMS = ['base', 'xml', 'picture', 'model', 'follow', 'words', 'scene', 'place',
         'layout', 'mark', 'text', 'output', 'import', 'export', 'api', 'batch',
         'cli']
# Foreign headers: as a compiler reaches them, as a file names them, the rooms
# that may name them, and those that may reach them through other headers.
FOREIGN = {
    'libxml2': (re.compile(r'/libxml/'), re.compile(r'["<]libxml/'),
                {'xml'}, set()),
    'Cairo': (re.compile(r'/cairo/'),
              re.compile(r'["<](pango/pango)?cairo[-/.a-z]*\.h[">]'),
              {'text', 'output'}, set()),
    'Pango': (re.compile(r'/pango-1\.0/'), re.compile(r'["<]pango/'),
              {'text', 'output'}, set()),
}
WRITERS = re.compile(
    r'\b(fopen|fdopen|freopen|creat|mkstemp|mkostemp|open_memstream|'
    r'g_file_set_contents\w*|g_fopen|g_open|g_creat|g_mkstemp\w*|'
    r'g_file_open_tmp|cairo_\w+_surface_write_to_png\b|'
    r'cairo_(?:pdf|svg|ps)_surface_create)\s*\(|\bO_(?:WRONLY|RDWR|CREAT)\b')
GENERATED = {'templates-resource.h', 'pptx-resource.h', 'html-resource.h'}
MAY_WRITE = {'src/base/append.c', 'src/base/sink.c', 'src/base/temporary.c'}


def dependencies(build):
    """object -> list of files it was built from."""
    text = subprocess.run(['ninja', '-C', build, '-t', 'deps'], check=True,
                          capture_output=True, text=True).stdout
    target, found = None, {}
    for line in text.splitlines():
        if line.startswith('    '):
            found[target].append(line.strip())
        elif ': #deps' in line:
            target = line.split(':')[0]
            found[target] = []
    return found


def room_of(path, source):
    try:
        parts = path.resolve().relative_to(source / 'src').parts
    except ValueError:
        return None
    return parts[0] if len(parts) > 1 and parts[0] in ROOMS else None


def upward(source, build):
    """Files that include a header of a later room."""
    faults, seen = [], 0
    for files in dependencies(build).values():
        paths = [pathlib.Path(build, f) for f in files]
        own = [p for p in paths if p.suffix == '.c' and room_of(p, source)]
        if not own:
            continue
        seen += 1
        room = room_of(own[0], source)
        for path in paths:
            other = room_of(path, source)
            if other and ROOMS.index(other) > ROOMS.index(room):
                faults.append(f'{own[0].name} of {room} includes '
                              f'{other}/{path.name}')
    if seen == 0:
        faults.append('no dependency files: is it built with ninja?')
    return faults


def reached(source, build, pattern, rooms):
    """Files of other rooms for which a compiler opened such a header: they are
    not compiled where it is not installed."""
    faults = []
    for files in dependencies(build).values():
        room = next((room_of(pathlib.Path(build, f), source) for f in files
                     if f.endswith('.c')), None)
        if room and room not in rooms:
            faults += [f'{files[0]} of {room} reaches {f}' for f in files
                       if pattern.search(f)]
    return faults


def named(source, pattern, rooms):
    """Files of other rooms that name such a header."""
    faults = []
    for path in sorted((source / 'src').rglob('*.[ch]')):
        for line in path.read_text(encoding='utf-8').splitlines():
            if line.startswith('#include') and pattern.search(line) \
                    and room_of(path, source) not in rooms:
                faults.append(f'{path.relative_to(source)}: {line}')
    return faults


def foreign(source, build, name):
    reach, spelled, rooms, through = FOREIGN[name]
    return (reached(source, build, reach, rooms | through) +
            named(source, spelled, rooms))


def writers(source):
    faults = []
    for path in sorted((source / 'src').rglob('*.c')):
        if str(path.relative_to(source)) in MAY_WRITE:
            continue
        text = path.read_text(encoding='utf-8')
        text = re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m[0]),
                      text, flags=re.S)
        for number, line in enumerate(text.splitlines(), 1):
            # Reading is not writing.
            if WRITERS.search(line) and not re.search(r'"rb?e?"', line):
                faults.append(f'{path.relative_to(source)}:{number}: '
                              f'{line.strip()}')
    return faults


def beneath(source):
    """Includes are written "room/name.h"."""
    faults = []
    for path in sorted((source / 'src').rglob('*.[ch]')):
        for line in path.read_text(encoding='utf-8').splitlines():
            match = re.match(r'#include "([^"]+)"', line)
            if match and match[1] not in GENERATED \
                    and match[1].split('/')[0] not in ROOMS:
                faults.append(f'{path.relative_to(source)}: {line}')
    return faults


def mapped(source):
    """Rooms that doc/house.md does not name, in the order of its list."""
    text = (source / 'doc/house.md').read_text(encoding='utf-8')
    named = re.findall(r'^\| `(\w+)` \|', text, flags=re.M)
    rooms = [room for room in ROOMS if (source / 'src' / room).is_dir()]
    named = [room for room in named if room in ROOMS]
    return [] if named == rooms else [f'doc/house.md: {named}, not {rooms}']


# What a fact means is answered once, in src/follow: what draws does not compare
# kinds, codes, classes or statuses, nor names of diseases, themes, languages.
MEANING = re.compile(
    r'\bCC_KIND_[A-Z]+\b|\bCC_STATUS_[A-Z_]+\b|->class\b|\bcc_terms_find\b|'
    r'\bcc_case_criteria\b|\bcc_theme_name\b|'
    r'\b(?:fact|other|earlier|later)(?:->|\.)(?:kind|status)\b|'
    r'\b(?:g_)?str(?:n?cmp0?|str)\([^;{]*(?:->(?:code|intent|slot|method)\b|'
    r'mark->name|"[a-z][a-z-]+")')
# Reads a notation of its own, not a course.
NOTATION = {'size-read.c', 'size.c', 'theme-read.c', 'theme.c', 'theme.h',
            'tracks.c'}
def meaning(source):
    faults = []
    for room in ('layout', 'mark'):
        for path in sorted((source / 'src' / room).glob('*.[ch]')):
            if path.name in NOTATION:
                continue
            text = path.read_text(encoding='utf-8')
            text = re.sub(r'/\*.*?\*/', lambda m: re.sub(r'[^\n]', ' ', m[0]),
                          text, flags=re.S)
            lines = {}
            for m in MEANING.finditer(text):
                lines.setdefault(text[:m.start()].count('\n') + 1,
                                 m[0].split('\n')[0])
            found = [f'{room}/{path.name}:{line}: {what}'
                     for line, what in lines.items()]
            faults += found
    return faults




def unsaid(source):
    """Messages that no code says: three translations of nothing."""
    header = source / 'src/words/messages.h'
    names = re.findall(r'^CC_MESSAGE\((\w+),',
                       header.read_text(encoding='utf-8'), flags=re.M)
    code = '\n'.join(path.read_text(encoding='utf-8')
                     for path in (source / 'src').rglob('*.[ch]')
                     if path != header)
    said = set(re.findall(r'\bCC_MSG_(\w+)\b', code))
    if not names:
        return ['no message found']
    return [f'CC_MSG_{name}' for name in names if name not in said]


# Called by tests alone: they are what a test checks with, or the room's reader
# needs none of them yet, though they belong to what it offers.
FOR_TESTS = {
    'cc_arena_used', 'cc_case_equal', 'cc_case_write', 'cc_code_sentence',
    'cc_duration_length', 'cc_measure_fixed', 'cc_paint_path',
}


def uncalled(source):
    """Functions of a header that nobody calls, or their own file alone."""
    declared, calls = {}, {}
    for path in sorted((source / 'src').rglob('*.[ch]')):
        text = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'),
                      flags=re.S)
        # Types of functions, and functions that a header has whole.
        text = re.sub(r'\btypedef\b[^;]*;', '', text)
        if path.suffix == '.h':
            text = re.sub(r'^static inline.*?^}', lambda m: re.sub(
                r'\n(cc_\w+)', '', m[0], count=1), text, flags=re.M | re.S)
            for name in re.findall(r'\b(cc_\w+)\(', text):
                if name not in declared:
                    declared[name] = path
                    text = text.replace(name, '', 1)
            home = None
        else:
            home = set(re.findall(r'^(cc_\w+)\(', text, flags=re.M))
        for name in set(re.findall(r'\bcc_\w+\b', text)):
            if home is None or name not in home:
                calls.setdefault(name, set()).add(path)
    if not declared:
        return ['no function found']
    return [f'{path.relative_to(source)}: {name}'
            for name, path in declared.items()
            if name not in calls and name not in FOR_TESTS] + [
                f'{name} is called, or is not there'
                for name in FOR_TESTS if name in calls or name not in declared]


def main(source, build):
    source = pathlib.Path(source).resolve()
    points = [
        ('no header of a later room', upward(source, build)),
        ('includes name their room', beneath(source)),
        ('one writer of files', writers(source)),
        ('the map has every room', mapped(source)),
        ('what draws asks no fact what it means', meaning(source)),
        ('every message is said', unsaid(source)),
        ('every function of a header is called', uncalled(source)),
    ]
    points += [(f'{name} stays in its rooms', foreign(source, build, name))
               for name in FOREIGN]
    for number, (name, faults) in enumerate(points, 1):
        print(f'{"not ok" if faults else "ok"} {number} - {name}')
        for fault in sorted(set(faults)):
            print(f'# {fault}')
    print(f'1..{len(points)}')


if __name__ == '__main__':
    main(*sys.argv[1:])
