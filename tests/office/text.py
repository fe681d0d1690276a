#!/usr/bin/env python3
"""Words stay words: text.py CLINCOURSE CASE...

Every text of a figure is in the SVG as one <text>, and pdftotext gives all of
them back from the PDF, in the order they were painted. Both are held against
the drawing commands that the program itself writes (-f scene), in English and
Chinese. Prints TAP.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

TEXT = re.compile(r'^ *text .*? "((?:[^"\\]|\\.)*)"$')
SVG = '{http://www.w3.org/2000/svg}'


def bare(text):
    """Without white space, of which a PDF has only positions."""
    return ''.join(text.split())


def render(program, case, lang, form, path):
    subprocess.run([program, 'render', case, '--lang', lang, '-f', form, '-o',
                    path], check=True, stderr=subprocess.DEVNULL)


def texts_of_scene(path):
    found = []
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            match = TEXT.match(line.rstrip('\n'))
            if match:
                found.append(re.sub(r'\\(["\\])', r'\1', match.group(1)))
    return found


def texts_of_svg(path):
    return [''.join(element.itertext())
            for element in tree.parse(path).iter(SVG + 'text')]


def text_of_pdf(path):
    return subprocess.run(['pdftotext', '-raw', '-enc', 'UTF-8', path, '-'],
                          check=True, capture_output=True).stdout.decode()


def difference(wanted, found):
    """Where two lists or strings part, for the log."""
    if not hasattr(wanted, '__len__'):
        return f'wanted {wanted}, found {found}'
    at = len(os.path.commonprefix([wanted, found]))
    return f'wanted {wanted[at:at + 40]!r}, found {found[at:at + 40]!r}'


class Points:
    def __init__(self):
        self.count, self.failed = 0, 0

    def check(self, name, wanted, found):
        self.count += 1
        same = wanted == found
        self.failed += not same
        print(f'{"ok" if same else "not ok"} {self.count} - {name}')
        if not same:
            print('# ' + difference(wanted, found))

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {reason}')


def main(program, cases):
    points = Points()
    with tempfile.TemporaryDirectory() as work:
        for case in cases:
            for lang in ('en', 'zh'):
                stem = os.path.join(work, lang)
                name = f'{os.path.basename(case)} {lang}'
                for form in ('scene', 'svg', 'pdf'):
                    render(program, case, lang, form, f'{stem}.{form}')
                texts = texts_of_scene(stem + '.scene')
                points.check(f'{name}: {len(texts)} texts live in the SVG',
                             texts, texts_of_svg(stem + '.svg'))
                if not shutil.which('pdftotext'):
                    points.skip(f'{name}: PDF', 'pdftotext is not installed')
                    continue
                points.check(f'{name}: all texts of the PDF', bare(''.join(texts)),
                             bare(text_of_pdf(stem + '.pdf')))
    print(f'1..{points.count}')
    return 1 if points.failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2:]))
