#!/usr/bin/env python3
"""Slides in LibreOffice Impress: impress.py CLINCOURSE SAMPLES

What a person would do: open the deck, find a bar by its name, type other words
into it, colour and move it, save, open it again. Then every sample as Impress
shows it beside our own picture, and whether its words keep apart. Prints TAP.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as tree

try:
    import uno
    from com.sun.star.awt import Point
    from com.sun.star.beans import PropertyValue
    from com.sun.star.connection import NoConnectException
except ImportError:
    print('1..0 # SKIP python3-uno is not installed')
    sys.exit(0)

from text import Points

NAME, WORDS, COLOUR, MOVED = 'VCd × 4', 'VRd × 6', 0x336699, 700
DIFFERING_MOST = 2.0 # % of the pixels, each side blurred by 3 px
XHTML = '{http://www.w3.org/1999/xhtml}'
SIZE = 'slide-16x9'


def render(program, case, path, *options):
    subprocess.run([program, 'render', '--no-defaults', case, *options, '-o',
                    path], check=True, stderr=subprocess.DEVNULL)


class Office:
    """A LibreOffice of our own, with settings of its own."""

    def __init__(self, work):
        pipe = f'clincourse{os.getpid()}'
        self.profile = f'-env:UserInstallation=file://{work}/office'
        self.process = subprocess.Popen(
            ['soffice', self.profile, '--headless', '--norestore',
             f'--accept=pipe,name={pipe};urp;'],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            'com.sun.star.bridge.UnoUrlResolver', local)
        for _ in range(120):
            try:
                context = resolver.resolve(
                    f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
                break
            except NoConnectException:
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstanceWithContext(
            'com.sun.star.frame.Desktop', context)

    def open(self, path):
        return self.desktop.loadComponentFromURL(
            f'file://{path}', '_blank', 0, properties(Hidden=True))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception: # the bridge ends with the office
            pass
        self.process.wait(timeout=60)


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value)
                 for name, value in values.items())


def shapes(container):
    return [container.getByIndex(i) for i in range(container.getCount())]


def named(document, name):
    page = document.getDrawPages().getByIndex(0)
    return next((one for one in shapes(page) if one.Name == name), None)


def with_words(group):
    return next(one for one in shapes(group) if one.getString())


def edit(office, path, changed):
    document = office.open(path)
    group = named(document, NAME)
    if group is None:
        return None
    bar = with_words(group)
    bar.setString(WORDS)
    bar.FillColor = COLOUR
    place = group.getPosition()
    group.setPosition(Point(place.X, place.Y + MOVED))
    document.storeToURL(f'file://{changed}', properties(
        FilterName='Impress MS PowerPoint 2007 XML'))
    document.close(True)
    return place.Y + MOVED


def check_edit(points, office, program, case, work):
    path, changed = f'{work}/deck.pptx', f'{work}/changed.pptx'
    render(program, case, path)
    down = edit(office, path, changed)
    points.check(f'"{NAME}" is there', True, down is not None)
    if down is None:
        return
    document = office.open(changed)
    group = named(document, NAME)
    points.check('is there again', True, group is not None)
    bar = with_words(group)
    points.check('with other words', WORDS, bar.getString())
    points.check('another colour', COLOUR, bar.FillColor)
    points.check('in another place', True,
                 abs(group.getPosition().Y - down) < 5)
    notes = document.getDrawPages().getByIndex(0).getNotesPage()
    told = ' '.join(one.getString() for one in shapes(notes)
                    if hasattr(one, 'getString'))
    points.check('the notes tell the course', True, 'Line 1' in told)
    document.close(True)


def differing(one, other):
    """The share of pixels that differ by more than 48 of 255 [%]."""
    size = subprocess.run(['identify', '-format', '%wx%h', one], check=True,
                          capture_output=True, text=True).stdout
    return float(subprocess.run(
        ['convert', one, '-background', 'white', '-flatten', '-blur', '0x3',
         '(', other, '-resize', size + '!', '-blur', '0x3', ')', '-compose',
         'difference', '-composite', '-separate', '-evaluate-sequence', 'max',
         '-threshold', '18.8235%', '-format', '%[fx:mean*100]', 'info:'],
        check=True, capture_output=True, text=True).stdout)


def boxes_of(pdf):
    """The words of a page, each box about its letters' middle: of a line's
    height fonts have more than one idea."""
    text = subprocess.run(['pdftotext', '-bbox', pdf, '-'], check=True,
                          capture_output=True).stdout
    text = re.sub(rb'[\x00-\x08\x0b\x0c\x0e-\x1f]', b'', text)
    found = []
    for word in tree.fromstring(text).iter(XHTML + 'word'):
        left, top, right, bottom = (float(word.get(side)) for side in
                                    ('xMin', 'yMin', 'xMax', 'yMax'))
        inset = (bottom - top) / 3
        found.append((left, top + inset, right, bottom - inset, word.text))
    return found


def meeting(boxes):
    faults, touch = [], 0.5
    for i, (left, top, right, bottom, text) in enumerate(boxes):
        for other in boxes[i + 1:]:
            if left < other[2] - touch and other[0] < right - touch and \
                    top < other[3] - touch and other[1] < bottom - touch:
                faults.append(f'{text} and {other[4]}')
    return faults


def check_sample(points, program, case, lang, work):
    name = f'{os.path.basename(case)} {lang}'
    stem = f'{work}/shown'
    render(program, case, stem + '.pptx', '--lang', lang, '--continue', 'no')
    render(program, case, stem + '-own.png', '--lang', lang, '--size', SIZE,
           '--dpi', '96')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{work}/office',
                    '--headless', '--convert-to', 'pdf', '--outdir', work,
                    stem + '.pptx'], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    subprocess.run(['pdftoppm', '-r', '96', '-png', '-singlefile',
                    stem + '.pdf', stem], check=True)
    share = differing(stem + '-own.png', stem + '.png')
    points.check(f'{name}: {share:.2f} % of the pixels differ', True,
                 share < DIFFERING_MOST)
    points.check(f'{name}: words keep apart', [],
                 meeting(boxes_of(stem + '.pdf')))


def main(program, samples):
    missing = [tool for tool in ('soffice', 'pdftoppm', 'pdftotext', 'convert')
               if not shutil.which(tool)]
    if missing:
        print(f'1..0 # SKIP not installed: {" ".join(missing)}')
        return 0
    points = Points()
    program, samples = os.path.abspath(program), os.path.abspath(samples)
    cases = sorted(os.path.join(samples, name) for name in os.listdir(samples)
                   if name.endswith('.xml'))
    with tempfile.TemporaryDirectory() as work:
        office = Office(work)
        check_edit(points, office, program, os.path.join(samples, 'emm.xml'),
                   work)
        office.close()
        for case in cases:
            for lang in ('en', 'zh'):
                check_sample(points, program, case, lang, work)
    print(f'1..{points.count}')
    return 1 if points.failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))
