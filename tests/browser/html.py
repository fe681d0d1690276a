#!/usr/bin/env python3
"""The page for the web, worked as a person works it: html.py CLINCOURSE SAMPLES

Keys, tooltips, zoom, each switch, each row hidden and shown again; nothing is
asked of the network and nothing said to the console. Where axe-core is at hand
(AXE names its axe.min.js), it is asked what it thinks. Prints TAP.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import chromium  # noqa: E402

SAMPLES = ('emm', 'apl', 'lupus-nephritis', 'cll --fold 2',
           'cml --size nature-1')

# The article that is shown, and what a test wants to know of it.
HELPERS = """
window.shown = () => document.querySelector('article:not([hidden])');
window.svg = () => shown().querySelector('svg');
window.view = () => ['x', 'y', 'width', 'height'].map(side =>
  Math.round(svg().viewBox.baseVal[side] * 100) / 100);
window.tip = () => { const tip = document.querySelector('.tip');
  return tip.hidden ? null : tip.textContent; };
window.focused = () => { const on = document.activeElement;
  return on.id || on.value || on.lang || on.className || on.tagName; };
window.label = () => document.activeElement.getAttribute('aria-label');
/* Where each group that can be seen is, by its place in the file. */
window.places = () => [...svg().querySelectorAll('[data-top]')].map(g => {
  const box = g.getBoundingClientRect(), root = svg().getScreenCTM();
  return g.closest('[display=none]') ? null
    : [parseFloat(g.dataset.top), (box.y - root.f) / root.d, box.height / root.d];
});
"""

HOSTILE = '''<case xmlns="urn:clincourse:case:1" id="bad" xml:lang="en">
<title>&lt;/title>&lt;script>alert(1)&lt;/script> ]]&gt; &amp;amp;</title>
<diagnosis code="aml" time="2020-01"/>
<event time="2020-03"><label>&lt;img src=x onerror=alert(2)> " '</label></event>
<treatment time="2020-02/2020-05"><label>&lt;script>alert(3)&lt;/script></label></treatment>
</case>'''


class Points:
    def __init__(self):
        self.count = self.failed = 0

    def check(self, name, passed, *lines):
        self.count += 1
        self.failed += not passed
        print(f'{"ok" if passed else "not ok"} {self.count} - {name}')
        for line in () if passed else lines:
            print('#', str(line)[:300])

    def skip(self, name, reason):
        self.count += 1
        print(f'ok {self.count} - {name} # SKIP {reason}')


def tab_stops(page):
    """What the Tab key meets before and in the figure."""
    page.run('document.activeElement.blur()')
    stops = []
    for _ in range(3):
        page.key('Tab')
        stops.append(page.run('document.activeElement.closest(".tools")'
                              ' ? "tools" : focused()'))
    return stops


def test_size(points, page, name):
    """A column of a journal is not blown up to the page."""
    wide = page.run('svg().getBoundingClientRect().width')
    points.check(f'{name}: is as wide as it was made', abs(wide - page.run(
        'Math.min(svg().width.baseVal.value, shown().clientWidth)')) < 1, wide)


def test_tools(points, page, name):
    stops = tab_stops(page)
    points.check(f'{name}: the tools are one stop of Tab, the figure is one',
                 stops[0] == 'tools' and stops[1].endswith('-figure') and
                 stops[2] == 'wide', stops)
    page.run('shown().querySelector(".tools button").focus()')
    tools = page.run('[...shown().querySelectorAll(".tools button")].length')
    seen = set()
    for _ in range(tools):
        seen.add(page.run('focused()'))
        page.key('ArrowRight')
    points.check(f'{name}: arrows go from tool to tool',
                 len(seen) == tools, seen)


def test_walk(points, page, name):
    page.run('svg().focus()')
    wanted = page.run('[...svg().querySelectorAll('
                      '"[data-at]:not([aria-hidden])")].length')
    times, unsaid = [], []
    for _ in range(wanted):
        page.key('ArrowRight')
        times.append(page.run('parseFloat(document.activeElement'
                              '.getAttribute("data-at"))'))
        if page.run('tip() !== label() || !label()'):
            unsaid.append(page.run('focused()'))
    points.check(f'{name}: arrows walk {wanted} marks in the order of time',
                 wanted > 0 and times == sorted(times), times)
    points.check(f'{name}: each says what it is', not unsaid, unsaid)
    last = page.run('focused()')
    page.key('Home')
    page.key('ArrowLeft')
    points.check(f'{name}: before the first is the last',
                 page.run('focused()') == last, page.run('focused()'), last)
    page.key('Escape')
    points.check(f'{name}: Escape goes back to the figure',
                 page.run('document.activeElement === svg() && tip() === null'),
                 page.run('[focused(), tip()]'))


def test_mouse(points, page, name):
    marks = page.run('''[...svg().querySelectorAll('[data-at]')].map(mark => {
        const shape = mark.querySelector('rect, circle, path');
        if (!shape) return null;
        mark.scrollIntoView({block: 'center'});
        const box = shape.getBoundingClientRect();
        const at = [box.x + box.width / 2, box.y + box.height / 2];
        return document.elementFromPoint(...at)?.closest('[data-at]') === mark
          ? [...at, mark.getAttribute('aria-label'), scrollY] : null;
      }).filter(mark => mark)''')
    wrong = []
    for x, y, label, scroll in marks:
        page.run(f'scrollTo(0, {scroll})')
        page.mouse('Moved', x, y)
        if page.run('tip()') != label:
            wrong.append([label, page.run('tip()')])
    points.check(f'{name}: {len(marks)} marks tell what they are to the mouse',
                 len(marks) > 2 and not wrong, *wrong[:4])
    page.run('scrollTo(0, 0)')


def test_zoom(points, page, name):
    whole = page.run('view()')
    page.run('svg().focus()')
    page.key('+')
    closer = page.run('view()')
    page.key('ArrowRight', shift=True)
    page.key('ArrowDown', shift=True)
    moved = page.run('view()')
    points.check(f'{name}: keys zoom and pan', closer[2] < whole[2] and
                 moved[0] > closer[0] and moved[1] > closer[1], whole, closer,
                 moved)
    box = page.run('(({x, y, width}) => [x + width / 2, Math.max(y, 0) + 200])'
                   '(svg().getBoundingClientRect())')
    page.mouse('Pressed', *box, button='left', clickCount=1)
    page.mouse('Moved', box[0] + 90, box[1] + 60, button='left', buttons=1)
    page.mouse('Released', box[0] + 90, box[1] + 60, button='left')
    dragged = page.run('view()')
    points.check(f'{name}: it is dragged', dragged[0] < moved[0] and
                 dragged[1] < moved[1], moved, dragged)
    page.key('0')
    points.check(f'{name}: and is whole again', page.run('view()') == whole,
                 page.run('view()'))
    page.run('svg().focus()')
    page.mouse('Wheel', *box, deltaX=0, deltaY=-200)
    page.run('new Promise(done => setTimeout(done, 100))')
    wheeled = page.run('view()')
    for value in ('closer', 'whole'):
        page.run(f'shown().querySelector("[value={value}]").click()')
        wheeled.append(page.run('view()'))
    points.check(f'{name}: wheel and tools zoom', wheeled[2] < whole[2] and
                 wheeled[4][2] < whole[2] and wheeled[5] == whole, wheeled)


def same(before, after):
    """To what a browser rounds."""
    return len(before) == len(after) and all(
        now is not None and all(abs(a - b) < 0.1 for a, b in zip(was, now))
        for was, now in zip(before, after))


def moved_wrong(before, after, start, end):
    """Groups that are not where hiding [start, end] should have put them."""
    wrong = []
    for was, now in zip(before, after):
        top = was[0]
        if start <= top < end:
            if now is not None:
                wrong.append(('seen', was, now))
        elif now is None:
            wrong.append(('gone', was))
        elif abs(was[1] - now[1] - (end - start if top >= end else 0)) > 0.1:
            wrong.append(('elsewhere', was, now))
    return wrong


def test_rows(points, page, name):
    page.run('shown().querySelector("[value=rows]").click()')
    points.check(f'{name}: rows can be chosen', page.run(
        'shown().querySelector(".rows").offsetHeight > 0 && shown()'
        '.querySelector("[value=rows]").ariaExpanded === "true"'))
    rows = page.run('[...shown().querySelectorAll("input")].map(s => '
                    '[s.parentNode.textContent.trim(), s.dataset.spans])')
    before, whole = page.run('places()'), page.run('view()')
    for i, (row, spans) in enumerate(rows):
        ends = [float(end) for end in spans.split()]
        page.run(f'shown().querySelectorAll("input")[{i}].click()')
        after, view = page.run('places()'), page.run('view()')
        height = sum(ends[1::2]) - sum(ends[::2])
        wrong = moved_wrong(before, after, *ends) if len(ends) == 2 else []
        points.check(f'{name}: {row} closes up', not wrong and
                     abs(whole[3] - view[3] - height) < 0.1 and height > 0,
                     view, whole, height, *wrong[:3])
        page.run(f'shown().querySelectorAll("input")[{i}].click()')
        points.check(f'{name}: {row} comes back',
                     same(before, page.run('places()')) and
                     page.run('view()') == whole)
    alone = page.run('''[...shown().querySelectorAll('input')].map(s => {
        const idle = () => [...svg().querySelectorAll('[data-rows]')]
          .filter(e => getComputedStyle(e).opacity < 1);
        s.click();
        const pale = idle();
        s.click();
        return [pale.every(e => e.dataset.rows === s.value), idle().length,
          [...svg().querySelectorAll('[data-rows]')].filter(e =>
            e.dataset.rows === s.value).length === pale.length];
      })''')
    points.check(f'{name}: what explains a hidden row alone is pale',
                 all(one == [True, 0, True] for one in alone), alone)
    loose = page.run('''[...svg().querySelectorAll('text')]
        .map(t => t.textContent).filter(t => /;$/.test(t))
        .filter(t => ![...svg().querySelectorAll('[data-rows] text')]
          .some(e => e.textContent === t))''')
    points.check(f'{name}: abbreviations are of rows, too', loose == [], loose)
    page.run('shown().querySelectorAll("input").forEach(s => s.click())')
    left = page.run('''[...svg().querySelectorAll('text')].filter(t =>
        !t.closest('[display=none]') && t.closest('[role=list]')).length''')
    points.check(f'{name}: all rows can go', left == 0 and
                 page.run('view()')[3] < whole[3] / 2, left)
    page.run('shown().querySelectorAll("input").forEach(s => s.click())')
    page.run('shown().querySelector("[value=rows]").click()')
    points.check(f'{name}: and all come back',
                 same(before, page.run('places()')))


def test_languages(points, page, name):
    langs = page.run('[...shown().querySelectorAll("button[lang]")]'
                     '.map(b => b.lang)')
    articles = page.run('document.querySelectorAll("article").length')
    points.check(f'{name}: {articles} languages, a button each', len(langs) ==
                 (articles if articles > 1 else 0), langs)
    if articles < 2:
        return
    page.run('shown().querySelectorAll("input")[1].click()')
    value = page.run('shown().querySelectorAll("input")[1].value')
    for lang in langs[1:] + langs[:1]:
        page.run(f'shown().querySelector("button[lang={lang}]").click()')
        points.check(f'{name}: it speaks {lang}', page.run(
            f'shown().lang === "{lang}" && document.documentElement.lang === '
            f'"{lang}" && focused() === "{lang}" && shown().querySelector('
            f'"button[lang={lang}]").ariaPressed === "true"'))
        points.check(f'{name}: what is hidden stays hidden in {lang}', page.run(
            f'!shown().querySelector("input[value={value}]").checked && '
            f'svg().querySelector("[id$=-{value}]")'
            f'.getAttribute("display") === "none"'))
    page.run('shown().querySelectorAll("input")[1].click()')


def test_print(points, page, name):
    page.ask('Emulation.setEmulatedMedia', media='print')
    points.check(f'{name}: tools are not printed', page.run(
        'shown().querySelector(".tools").offsetParent === null && '
        'svg().getBoundingClientRect().height > 100'))
    page.ask('Emulation.setEmulatedMedia', media='')


def axe_path():
    for path in (os.environ.get('AXE'),
                 '/usr/share/nodejs/axe-core/axe.min.js'):
        if path and os.path.exists(path):
            return path
    return None


def test_axe(points, page, name):
    path = axe_path()
    if path is None:
        points.skip(f'{name}: axe-core finds nothing',
                    'axe-core is not installed (AXE names its axe.min.js)')
        return
    page.run(pathlib.Path(path).read_text(encoding='utf-8') + '; 0')
    found = page.run('axe.run().then(r => r.violations.map(v => v.id + ": " + '
                     'v.nodes[0].html + v.nodes[0].failureSummary))')
    points.check(f'{name}: axe-core finds nothing', not found, *found)


def draw(program, folder, case, *options):
    path = os.path.join(folder, 'page.html')
    subprocess.run([program, 'render', case, *options, '-o', path], check=True,
                   stderr=subprocess.DEVNULL)
    return path


def test_sample(points, page, path, name):
    page.open(path)
    page.run(HELPERS + '0')
    for test in (test_size, test_tools, test_walk, test_mouse, test_zoom, test_rows,
                 test_languages, test_print):
        test(points, page, name)
    points.check(f'{name}: asks for nothing, says nothing', not page.told,
                 *page.told)
    test_axe(points, page, name)


def test_hostile(points, page, program, folder):
    case = os.path.join(folder, 'hostile.xml')
    pathlib.Path(case).write_text(HOSTILE, encoding='utf-8')
    path = draw(program, folder, case)
    page.open(path)
    page.run(HELPERS + '0')
    points.check('markup in labels is text', page.run(
        'document.scripts.length === 1 && !document.querySelector("img") && '
        'document.querySelector("h1").textContent.includes("<script>alert(1)")'
        ' && svg().textContent.includes("<script>alert(3)")'))
    points.check('and does nothing', not page.told, *page.told)
    page.run('document.body.append(Object.assign(document.createElement('
             '"script"), {textContent: "window.ran = 1"}))')
    points.check('no other script may run', page.run('window.ran === undefined'))
    text = pathlib.Path(path).read_text(encoding='utf-8')
    points.check('nothing in the page points elsewhere', not re.findall(
        r'(?:src|href|action)="(?!#|data:)', text))


def main(program, samples):
    points = Points()
    if chromium.find() is None:
        print('1..0 # SKIP chromium is not installed')
        return 0
    # High enough for a figure to be as wide as the page, whatever is hidden.
    page = chromium.Page(1300, 2600)
    try:
        with tempfile.TemporaryDirectory() as folder:
            for sample in SAMPLES:
                name, *options = sample.split()
                case = os.path.join(samples, name + '.xml')
                test_sample(points, page, draw(program, folder, case, *options),
                            sample)
            test_hostile(points, page, program, folder)
    finally:
        page.close()
    print(f'1..{points.count}')
    return 1 if points.failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
