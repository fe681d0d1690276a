#!/usr/bin/env python3
"""A deck is what ISO 29500 asks for: slides.py CLINCOURSE SAMPLES

Walks the package: each part has its type, each relation leads to a part and
each part is led to, ids are unique, and what makes PowerPoint offer a repair is
not there. Every text that is painted is found on the slide, as text. Prints TAP.
"""

import os
import posixpath
import re
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

from text import Points, bare, texts_of_scene

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
SIZE = 'slide-16x9'
SHAPES_MOST, SHAPES_FOUNDING = 250, 185
# What all programs know, of the forms that are called by a name.
FORMS = {'rect', 'roundRect', 'ellipse', 'line'}
SHAPES = {P + 'sp', P + 'cxnSp', P + 'grpSp', P + 'pic'}
MASTER_LEAST = 2147483648


def render(program, cases, path, *options):
    subprocess.run([program, 'render', '--no-defaults', *cases, *options, '-o',
                    path], check=True, stderr=subprocess.DEVNULL)


class Deck:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.entries = archive.infolist()
            self.parts = {entry.filename: archive.read(entry)
                          for entry in self.entries}
        self.trees = {name: tree.fromstring(data)
                      for name, data in self.parts.items()
                      if name.endswith(('.xml', '.rels'))}

    def slides(self):
        names = [name for name in self.trees
                 if re.fullmatch(r'ppt/slides/slide\d+\.xml', name)]
        return [self.trees[name] for name in sorted(
            names, key=lambda name: int(re.search(r'\d+', name)[0]))]


def target_of(rels, target):
    folder = posixpath.dirname(posixpath.dirname(rels))
    return posixpath.normpath(posixpath.join(folder, target))


def relations(deck):
    """rels part -> [(type, part that it leads to)]"""
    return {name: [(rel.get('Type').split('/')[-1],
                    target_of(name, rel.get('Target'))) for rel in root]
            for name, root in deck.trees.items() if name.endswith('.rels')}


def faults_of_types(deck):
    root = deck.trees['[Content_Types].xml']
    defaults = {el.get('Extension') for el in root.iter(TYPES + 'Default')}
    named = [el.get('PartName')[1:] for el in root.iter(TYPES + 'Override')]
    faults = [f'{name} is not there' for name in named
              if name not in deck.parts]
    faults += [f'{name} twice' for name in set(named) if named.count(name) > 1]
    for name in deck.parts:
        suffix = name.rsplit('.', 1)[-1]
        if name not in named and (suffix not in defaults or suffix == 'xml') \
                and name != '[Content_Types].xml':
            faults.append(f'{name} has no type')
    return faults


def faults_of_relations(deck):
    leads = relations(deck)
    faults = [f'{name} leads to {target}' for name, rows in leads.items()
              for _, target in rows if target not in deck.parts]
    led = {target for rows in leads.values() for _, target in rows}
    faults += [f'nothing leads to {name}' for name in deck.parts
               if name not in led and not name.endswith('.rels')
               and name != '[Content_Types].xml']
    for name, rows in leads.items():
        kinds = [kind for kind, _ in rows]
        if '/slides/_rels/' in name and (kinds.count('slideLayout') != 1
                                         or kinds.count('notesSlide') != 1):
            faults.append(f'{name}: {kinds}')
        used = {value for key, value in attributes(deck, part_of(name))
                if key.startswith(R)}
        ids = [rel.get('Id') for rel in deck.trees[name]]
        faults += [f'{name} lacks {one}' for one in used - set(ids)]
        faults += [f'{name}: {one} twice' for one in ids
                   if ids.count(one) > 1]
    return faults


def part_of(rels):
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name[:-len('.rels')])


def attributes(deck, part):
    root = deck.trees.get(part)
    return [] if root is None else [
        pair for element in root.iter() for pair in element.attrib.items()]


def faults_of_ids(deck):
    faults = []
    for number, slide in enumerate(deck.slides(), 1):
        ids = [el.get('id') for el in slide.iter(P + 'cNvPr')]
        faults += [f'slide {number}: {one} twice' for one in set(ids)
                   if ids.count(one) > 1]
    presentation = deck.trees['ppt/presentation.xml']
    slides = [int(el.get('id')) for el in presentation.iter(P + 'sldId')]
    masters = [int(el.get('id')) for name in
               ('ppt/presentation.xml', 'ppt/slideMasters/slideMaster1.xml')
               for tag in ('sldMasterId', 'sldLayoutId')
               for el in deck.trees[name].iter(P + tag)]
    if len(set(slides)) != len(slides) or min(slides) < 256 \
            or max(slides) >= MASTER_LEAST:
        faults.append(f'slides {slides}')
    if len(set(masters)) != len(masters) or min(masters) < MASTER_LEAST:
        faults.append(f'masters {masters}')
    order = [el.tag.replace(P, '') for el in presentation]
    if order != ['sldMasterIdLst', 'notesMasterIdLst', 'sldIdLst', 'sldSz',
                 'notesSz']:
        faults.append(f'presentation: {order}')
    return faults


def faults_of_markup(deck):
    """What LibreOffice forgives and PowerPoint does not."""
    faults = []
    for name, root in deck.trees.items():
        for run in root.iter(A + 'r'):
            if not run.findtext(A + 't'):
                faults.append(f'{name}: an empty run')
        for properties in root.iter(A + 'rPr'):
            tags = [el.tag.replace(A, '') for el in properties]
            if tags not in ([], ['solidFill', 'latin', 'ea', 'cs']):
                faults.append(f'{name}: {tags}')
        for form in root.iter(A + 'prstGeom'):
            if form.get('prst') not in FORMS:
                faults.append(f'{name}: {form.get("prst")}')
        for size in root.iter(A + 'ext'):
            if 'cx' in size.attrib and (int(size.get('cx')) < 0 or
                                        int(size.get('cy')) < 0):
                faults.append(f'{name}: {size.attrib}')
        for body in root.iter(P + 'txBody'):
            if body.find(A + 'p') is None:
                faults.append(f'{name}: words without a paragraph')
    return faults


def faults_of_shapes(deck):
    faults = []
    for number, slide in enumerate(deck.slides(), 1):
        for group in slide.iter(P + 'grpSp'):
            if len([1 for el in group if el.tag in SHAPES]) < 2:
                faults.append(f'slide {number}: a group of one')
            if group.find(P + 'grpSp') is not None:
                faults.append(f'slide {number}: a group in a group')
        titles = [el for el in slide.iter(P + 'ph')
                  if el.get('type') == 'title']
        if len(titles) != 1:
            faults.append(f'slide {number}: {len(titles)} titles')
        faults += [f'slide {number}: a shape without a name'
                   for el in list(slide.iter(P + 'cNvPr'))[1:]
                   if not el.get('name')]
        if any(True for _ in slide.iter(A + 'schemeClr')):
            faults.append(f'slide {number}: a colour of the theme')
    return faults


CHECKS = {
    'types of parts': faults_of_types,
    'relations': faults_of_relations,
    'ids': faults_of_ids,
    'markup': faults_of_markup,
    'shapes': faults_of_shapes,
}


def words_of(slide):
    """Bare text of each shape."""
    return [bare(''.join(t.text for t in body.iter(A + 't')))
            for body in slide.iter(P + 'txBody')]


def title_of(slide):
    for shape in slide.iter(P + 'sp'):
        place = shape.find(f'{P}nvSpPr/{P}nvPr/{P}ph')
        if place is not None and place.get('type') == 'title':
            return ''.join(t.text for t in shape.iter(A + 't'))
    return None


def shape_count(slide):
    return sum(1 for el in slide.iter() if el.tag in SHAPES)


def check_sample(points, program, case, work):
    stem = os.path.join(work, 'one')
    name = os.path.basename(case)
    for lang in ('en', 'zh'):
        render(program, [case], stem + '.pptx', '--lang', lang)
        render(program, [case], stem + '.scene', '--lang', lang, '--size', SIZE)
        deck = Deck(stem + '.pptx')
        for what, check in CHECKS.items():
            points.check(f'{name} {lang}: {what}', [], check(deck))
        slide = deck.slides()[0]
        words = '\n'.join(words_of(slide))
        lost = [text for text in texts_of_scene(stem + '.scene')
                if bare(text) not in words]
        points.check(f'{name} {lang}: every text is one', [], lost)
        most = SHAPES_FOUNDING if name == 'emm.xml' else SHAPES_MOST
        points.check(f'{name} {lang}: a fact is one group in its row', [],
                     facts_twice(stem + '.scene'))
        counts = [shape_count(one) for one in deck.slides()]
        points.check(f'{name} {lang}: {counts} shapes', True,
                     max(counts) <= most)


def facts_twice(path):
    """Facts that one row of a scene has in two groups: two tooltips, two
    clicks."""
    faults, seen = [], set()
    with open(path, encoding='utf-8') as scene:
        for line in scene:
            if re.match(r' *group row', line):
                seen = set()
            fact = re.match(r' *group fact id "([a-z]+\d+)[-\d]*"', line)
            if fact and fact[1] in seen:
                faults.append(line.strip())
            seen.add(fact and fact[1])
    return faults


ENGLISH = {'area', 'axis', 'background', 'bar', 'legend', 'line', 'notes',
           'picture', 'sign', 'slide', 'title'}


def check_names(points, program, case, work):
    """What is listed beside a Chinese slide is Chinese."""
    path = os.path.join(work, 'names.pptx')
    render(program, [case], path, '--lang', 'zh')
    deck = Deck(path)
    names = {el.get('name').lower() for name, root in deck.trees.items()
             if re.match(r'ppt/(slides|notesSlides)/', name)
             for el in root.iter(P + 'cNvPr')}
    points.check('shapes are named in the language of the deck', [],
                 sorted(names & ENGLISH))
    points.check('by what they are', True, {'条形', '图例', '标题'} <= names)


def box_of(shape):
    """Left, top, right, bottom."""
    off, ext = shape.find(f'.//{A}off'), shape.find(f'.//{A}ext')
    left, top = int(off.get('x')), int(off.get('y'))
    return left, top, left + int(ext.get('cx')), top + int(ext.get('cy'))


def hidden_outlines(deck):
    """Outlines that lie under a filled box of the same thing."""
    faults, slack = [], 1000
    for number, slide in enumerate(deck.slides(), 1):
        for group in slide.iter(P + 'grpSp'):
            outlines = []
            for shape in group.findall(P + 'sp'):
                look = shape.find(P + 'spPr')
                left, top, right, bottom = box_of(look)
                if (look.find(A + 'prstGeom') is not None
                        and look.find(A + 'noFill') is None):
                    faults += [f'slide {number}: {box}' for box in outlines
                               if left - slack <= box[0]
                               and top - slack <= box[1]
                               and box[2] <= right + slack
                               and box[3] <= bottom + slack]
                elif look.find(f'{A}ln/{A}solidFill') is not None:
                    outlines.append((left, top, right, bottom))
    return faults


def check_outlines(points, program, cases, work):
    """Pale greys have outlines, which words in a bar must not put away."""
    path = os.path.join(work, 'grey.pptx')
    for case in cases:
        render(program, [case], path, '--theme', 'grey', '--size', 'screen')
        points.check(f'{os.path.basename(case)}: no outline is hidden', [],
                     hidden_outlines(Deck(path)))


def check_deck(points, program, cases, work):
    path, again = os.path.join(work, 'a.pptx'), os.path.join(work, 'b.pptx')
    render(program, cases, path, '--continue', 'no')
    render(program, cases, again, '--continue', 'no')
    deck = Deck(path)
    points.check('a slide a case', len(cases), len(deck.slides()))
    for what, check in CHECKS.items():
        points.check(f'deck: {what}', [], check(deck))
    points.check('deck: the list of parts is first', '[Content_Types].xml',
                 deck.entries[0].filename)
    points.check('deck: no size comes late', [],
                 [e.filename for e in deck.entries if e.flag_bits & 8])
    with open(path, 'rb') as one, open(again, 'rb') as other:
        points.check('deck: the same bytes again', True,
                     one.read() == other.read())


def losses(program, case, path, *options):
    """What a deck says that it left out."""
    told = subprocess.run(
        [program, 'render', '--no-defaults', case, *options, '-o', path],
        check=True, capture_output=True, text=True).stderr
    return re.findall(r'\brows? \(([^)]*)\)', told)


def rows_of(program, case, path, *options):
    """The names of rows that a scene has: it says all of them when nothing is
    left out."""
    render(program, [case], path, *options)
    with open(path, encoding='utf-8') as scene:
        return set(re.findall(r'^ *group row .* "(.*)"$', scene.read(), re.M))


def check_pages(points, program, case, work):
    """A course that no slide has room for takes several."""
    path = os.path.join(work, 'long.pptx')
    points.check('on one slide rows are left out', 1,
                 len(losses(program, case, path, '--continue', 'no')))
    points.check('on several none is', [], losses(program, case, path))
    deck = Deck(path)
    for what, check in CHECKS.items():
        points.check(f'several slides: {what}', [], check(deck))
    slides = deck.slides()
    points.check(f'{len(slides)} slides', True, len(slides) > 1)
    for number, slide in enumerate(slides, 1):
        points.check(f'slide {number} says so', True, any(
            word.startswith(f'{number}of{len(slides)}·')
            for word in words_of(slide)))
    words = '\n'.join('\n'.join(words_of(slide)) for slide in slides)
    rows = rows_of(program, case, os.path.join(work, 'all.scene'), '--size',
                   'a4', '--fold', '1')
    points.check('each row is on one of them', [],
                 [row for row in rows - NO_ROWS
                  if bare(row.split(',')[0]) not in words])


def check_picture(points, program, case, work):
    """A slide of one picture: an SVG, and a bitmap of twice the size."""
    path = os.path.join(work, 'picture.pptx')
    render(program, [case], path, '--pptx', 'picture', '--continue', 'no')
    deck = Deck(path)
    for what, check in CHECKS.items():
        points.check(f'picture: {what}', [], check(deck))
    media = sorted(name for name in deck.parts if '/media/' in name)
    points.check('an SVG and a bitmap', ['png', 'svg'],
                 [name[-3:] for name in media])
    size = deck.parts[media[0]][16:24] # width and height of a PNG
    points.check('twice the size', (2560, 1440),
                 (int.from_bytes(size[:4], 'big'),
                  int.from_bytes(size[4:], 'big')))
    points.check('SVG', True, deck.parts[media[1]].startswith(b'<svg '))
    slide = deck.slides()[0]
    picture = slide.find(f'.//{P}pic/{P}nvPicPr/{P}cNvPr')
    points.check('it is described', True, 'multiple myeloma' in
                 picture.get('descr'))
    points.check('and has a title', True, bool(title_of(slide)))


# Slides have what was found in the line below the title, values at diagnosis in
# the notes; callouts have no name.
NO_ROWS = {'Key events', 'At diagnosis', 'Genetics, VAF %'}

HOSTILE = ['<script>alert(1)</script>', 'end ]]> of it', '\u05e9\u05dc\u05d5\u05dd abc',
           'left & right', '{@margin@}', '_x0041_']


def check_hostile(points, program, work):
    path, deck = os.path.join(work, 'bad.xml'), os.path.join(work, 'bad.pptx')
    case = tree.Element('case', xmlns='urn:clincourse:case:1', id='no-title')
    for month, label in enumerate(HOSTILE, 1):
        event = tree.SubElement(case, 'event', time=f'2021-{month:02}')
        tree.SubElement(event, 'label').text = label
    tree.ElementTree(case).write(path, encoding='utf-8')
    render(program, [path], deck)
    deck = Deck(deck)
    for what, check in CHECKS.items():
        points.check(f'hostile: {what}', [], check(deck))
    words = '\n'.join(words_of(deck.slides()[0]))
    points.check('hostile: words stay words', [],
                 [one for one in HOSTILE if bare(one) not in words])
    points.check('without a title: the name of the case', 'no-title',
                 title_of(deck.slides()[0]))
    render(program, [path], os.path.join(work, 'x.pptx'), '--title', 'Mine')
    points.check('a title', 'Mine',
                 title_of(Deck(os.path.join(work, 'x.pptx')).slides()[0]))


GROWTH_MOST = 40  # [kB] a slide


def peak(program, case, count, path):
    """Of a process that draws so many slides [kB]."""
    child = os.fork()
    if child == 0:
        render(program, [case] * count, path, '-q')
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(path + '.peak', 'w', encoding='ascii') as to:
            to.write(str(usage.ru_maxrss))
        os._exit(0)
    os.waitpid(child, 0)
    with open(path + '.peak', encoding='ascii') as told:
        return int(told.read())


def check_growth(points, program, case, work):
    path = os.path.join(work, 'many.pptx')
    few, many = peak(program, case, 50, path), peak(program, case, 450, path)
    growth = (many - few) / 400
    points.check(f'a slide more takes {growth:.0f} kB', True,
                 growth < GROWTH_MOST)


def main(program, samples):
    points = Points()
    cases = sorted(os.path.join(samples, name) for name in os.listdir(samples)
                   if name.endswith('.xml'))
    with tempfile.TemporaryDirectory() as work:
        for case in cases:
            check_sample(points, program, case, work)
        check_outlines(points, program, cases, work)
        check_deck(points, program, cases, work)
        check_names(points, program, os.path.join(samples, 'emm.xml'), work)
        check_pages(points, program, os.path.join(samples, 'aml.xml'), work)
        check_picture(points, program, os.path.join(samples, 'emm.xml'), work)
        check_hostile(points, program, work)
        check_growth(points, program, os.path.join(samples, 'emm.xml'), work)
    print(f'1..{points.count}')
    return 1 if points.failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))
