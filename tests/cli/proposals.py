"""proposals.py PROGRAM: one mistake a file, of the kinds that authors make.

Each is told once, and what the message proposes, put where it points, leaves
nothing to tell."""

import json
import os
import re
import subprocess
import sys

CASE = '''<case xmlns="urn:clincourse:case:1" id="p" xml:lang="en">
  <title>A course</title>
  <patient id="pt" sex="female" age="61"/>
  <define in="test" code="own-test"><label>A test of ours</label></define>
  <diagnosis id="dx" code="multiple-myeloma" time="2021-03-02" stage="ISS II"/>
  <line n="1">
    <treatment id="ind" code="VRd" intent="induction" time="2021-04-06/2021-07-20"
      cycles="4" every="21d" best="VGPR">
      <note>Dose as planned</note>
    </treatment>
    <procedure code="auto-sct" time="2021-09-14" after="dx"/>
    <response code="VGPR" time="2021-10-05" criteria="imwg-2016"/>
  </line>
  <event code="peripheral-neuropathy" time="2021-06-01" grade="2" causality="probable"/>
  <series code="haemoglobin" unit="g/L">
    <value time="2021-03-02">98.5</value>
    <value time="2021-10-05">131</value>
  </series>
  <panel time="2021-03-02"><value code="creatinine" unit="umol/L">88</value></panel>
  <genetics time="2021-03-05" method="FISH"><finding>t(4;14)</finding></genetics>
  <comment time="2021-07-20"><label>Collected</label></comment>
  <outcome code="alive" time="2021-12-20"/>
</case>
'''


def attribute_names():
    """Attributes misspelt, and as others call them."""
    others = {
        'code': ['Code', 'name', 'drug', 'type'],
        'time': ['Time', 'date', 'when', 'timepoint', 'Date_Time'],
        'sex': ['Sex', 'gender'],
        'age': ['Age'],
        'unit': ['units', 'UNIT'],
        'grade': ['severity', 'CTCAE', 'gade'],
        'cycles': ['cycle', 'n-cycles', 'Cycles'],
        'every': ['interval', 'evry'],
        'best': ['best-response', 'bets'],
        'stage': ['stge', 'Stage'],
        'method': ['assay', 'methode'],
        'causality': ['causalty'],
        'criteria': ['scheme', 'critera'],
        'intent': ['Intent', 'itnent'],
        'after': ['aftre'],
    }
    for name, wrong in others.items():
        for match in re.finditer(rf'(?<= ){name}="', CASE):
            for word in wrong:
                yield replace(match.start(), len(name), word)


def element_names():
    others = {
        'treatment': ['Treatment', 'treatement', 'chemotherapy', 'therapy',
                      'radiotherapy', 'medication'],
        'procedure': ['proceedure', 'surgery', 'transplant', 'biopsy'],
        'response': ['respone', 'assessment', 'remission'],
        'event': ['evnet', 'toxicity', 'adverse-event', 'AE', 'symptom'],
        'series': ['serie', 'lab', 'measurement', 'biomarker'],
        'panel': ['pannel', 'labs', 'laboratory'],
        'value': ['vlaue', 'result', 'point'],
        'genetics': ['genetic', 'mutation', 'cytogenetics'],
        'finding': ['findings', 'variant'],
        'diagnosis': ['diagnose', 'disease', 'condition'],
        'outcome': ['outcomes', 'death', 'follow-up'],
        'patient': ['Patient', 'subject', 'person'],
        'comment': ['coment', 'annotation'],
        'label': ['lable', 'name', 'caption'],
        'note': ['notes', 'remark', 'footnote'],
        'title': ['tilte', 'heading'],
        'line': ['Line', 'lin'],
        'define': ['defin'],
    }
    for name, wrong in others.items():
        for word in wrong:
            yield first_element(name, word)


def code_names():
    """Elements called by their code: <auto-sct> for <procedure code=...>."""
    for match in re.finditer(r'<([a-z]+)((?: id="[^"]*")?) code="([^"]+)"',
                             CASE):
        name, attributes, code = match.groups()
        for word in {code, code.upper(), code.replace('-', '_')}:
            end = CASE.find(f'</{name}>', match.end())
            close = CASE.index('>', match.end())
            text = CASE
            if text[close - 1] != '/':
                text = text[:end] + f'</{word}>' + text[end + len(name) + 3:]
            yield (text[:match.start()] + f'<{word}{attributes}' +
                   text[match.end():])
    for word in ['died', 'dead', 'deceased', 'exitus']:
        yield CASE.replace('outcome code="alive"', word)


def first_element(name, word):
    """The first element of a name, and its end, under another."""
    start = CASE.index(f'<{name}')
    end = CASE.find(f'</{name}>', start)
    close = CASE.index('>', start)
    text = CASE
    if CASE[close - 1] != '/':
        text = text[:end] + f'</{word}>' + text[end + len(name) + 3:]
    return text[:start + 1] + word + text[start + 1 + len(name):]


DAYS = ['{d} {mon} {y}', '{mon} {d}, {y}', '{d}-{mon}-{y}', '{d:02}{mon}{y}',
        '{d}.{m}.{y}', '{m}/{d}/{y}', '{d}/{m}/{y}', '{y}/{m:02}/{d:02}',
        '{y}.{m}.{d}', '{y}-{m}-{d}', '{y}{m:02}{d:02}', '{y}年{m}月{d}日',
        '{y}–{m:02}–{d:02}', '{y}-{m:02}-{d:02} ', '{y}-{m:02}-{d:02}\u00a0',
        '“{y}-{m:02}-{d:02}”', 'about {d} {mon} {y}', '~{y}-{m:02}-{d:02}',
        '{y}-{m:02}-UN', 'UN-{mon}-{y}', '{d}th of {mon} {y}']
ENDS = ['{a} to {b}', '{a} - {b}', '{a}–{b}', '{a} until {b}', '{a} -> {b}',
        '{a}-{b}', '{a}/ongoing', '{a} to present', 'since {a}', 'from {a}',
        'between {a} and {b}']
MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split()


def times():
    for match in re.finditer(r'time="(\d+)-(\d+)-(\d+)"', CASE):
        year, month, day = map(int, match.groups())
        for form in DAYS:
            yield replace(match.start() + 6, 10, form.format(
                y=year, m=month, d=day, mon=MONTHS[month - 1]))
    start = CASE.index('2021-04-06/')
    for form in ENDS:
        yield replace(start, 21, form.format(a='2021-04-06', b='2021-07-20'))
        yield replace(start, 21, form.format(a='Apr 2021', b='Jul 2021'))
    at = CASE.index('2021-09-14')
    for form in ['30 days', 'day 30', 'D+30', '+30d', '6 weeks later', '3天',
                 '44453', '22538', '2021-09-14 09:30']:
        yield replace(at, 10, form)


def numbers():
    for wrong in ['98.5 g/L', '.5', '98.', '+98',
                  '９８', '~98', '98\u00a0', '1.2x10^2 g/L']:
        yield CASE.replace('>98.5<', f'>{wrong}<')
    for wrong in ['61 years', '61 yo', '61岁', '61,5', 'sixty-one']:
        yield CASE.replace('age="61"', f'age="{wrong}"')
    for wrong in ['4 cycles', '4x', '4.']:
        yield CASE.replace('cycles="4"', f'cycles="{wrong}"')
    for wrong in ['21']:
        yield CASE.replace('every="21d"', f'every="{wrong}"')


def words():
    for wrong in ['femal', 'femail']:
        yield CASE.replace('sex="female"', f'sex="{wrong}"')
    for wrong in ['survived', 'discharged', 'recovered', 'NED', 'alife',
                  'alive in remission', '治愈出院']:
        yield CASE.replace('"alive"', f'"{wrong}"')
    for wrong in ['probabel']:
        yield CASE.replace('"probable"', f'"{wrong}"')
    for wrong in ['tset']:
        yield CASE.replace('in="test"', f'in="{wrong}"')
    yield CASE.replace('after="dx"', 'after="xd"')
    yield CASE.replace('intent="induction"',
                       'intent="induction" status="ongoing"')
    yield CASE.replace('code="VRd" intent="induction" time="2021-04-06/'
                       '2021-07-20"', 'code="VRd" intent="induction" '
                       'start="6 Apr 2021" end="20 Jul 2021"')
    for both in ['from="{}" to="{}"', 'date="{}" until="{}"',
                 'started="{}" stopped="{}"']:
        yield CASE.replace('time="2021-04-06/2021-07-20"',
                           both.format('2021-04-06', '2021-07-20'))
    for going in ['from="2021-04-06" ongoing="yes"',
                  'time="2021-04-06/" continuing="true"']:
        yield CASE.replace('time="2021-04-06/2021-07-20"', going)
    yield CASE.replace('code="VGPR" time="2021-10-05"',
                       'code="2021-10-05" time="VGPR"')


def replace(at, length, text):
    return CASE[:at] + text + CASE[at + length:]


def check(texts, program):
    """The errors of each text."""
    for n, text in enumerate(texts):
        with open(f'm{n}.xml', 'w', encoding='utf-8') as file:
            file.write(text)
    names = [f'm{n}.xml' for n in range(len(texts))]
    said = subprocess.run([program, 'check', '--format', 'json', *names],
                          stdout=subprocess.PIPE, check=False).stdout
    found = [[] for _ in texts]
    for diag in json.loads(said):
        if diag['severity'] in ('error', 'warning'):
            found[int(diag['file'][1:-4])].append(diag)
    for name in names:
        os.remove(name)
    return found


def place(text, diag):
    at = 0
    for _ in range(diag['line'] - 1):
        at = text.index('\n', at) + 1
    return at + diag['column'] - 1


def put(text, at, width, word, message):
    """The text with a proposal at the place that is underlined."""
    if text[at] == '<':
        name = text[at + 1:at + width]
        text = text[:at + 1] + word + text[at + width:]
        end = text.find(f'</{name}>', at)
        if end >= 0:
            text = text[:end] + f'</{word.split()[0]}>' + text[end +
                                                             len(name) + 3:]
        return text
    if 'has no attribute' in message and '=' in word:
        quote = text.index('"', text.index('"', at) + 1)
        begin, close = text.rindex('<', 0, at), text.index('>', at)
        before, rest = text[begin:at], text[quote + 1:close]
        if word.startswith('time='):
            pieces = (r' (?:time|end|to|until|stopped|ongoing|continuing)'
                      r'="[^"]*"')
            before = re.sub(pieces, '', before)
            rest = re.sub(pieces, '', rest)
        return text[:begin] + before + word + rest + text[close:]
    if 'exchanged' in message:
        start = text.rindex('code="', 0, at)
        return text[:start] + word + text[at + width + 1:]
    if 'leave the attribute out' in message:
        start = text.rindex(' ', 0, at)
        return text[:start] + text[at + width + 1:]
    if ' and unit="' in word:
        word, unit = re.fullmatch(r'(.*) and (unit=".*")', word).groups()
        tag = text.rindex('>', 0, at)
        return text[:tag] + ' ' + unit + text[tag:at] + word + text[at + width:]
    if ' with since="id"' in word:
        word = word.replace(' with since="id"', '" since="dx')
    return text[:at] + word + text[at + width:]


def moved_in(text, at, width, code):
    """A code in the place of words, and these in the element."""
    close = text.index('/>', at)
    name = re.match(r'\w+', text[text.rindex('<', 0, at) + 1:])[0]
    return (text[:at] + code + text[at + width:close] + '>' +
            text[at:at + width] + f'</{name}>' + text[close + 2:])


def applied(text, diag):
    """What the message proposes, each put into the text; or nothing."""
    message, at, width = diag['message'], place(text, diag), diag['width']
    match = re.search(r'did you mean "(.*)"\?', message)
    if match:
        return [put(text, at, width, match[1], message)]
    if 'leave the attribute out' in message:
        return [put(text, at, width, '', message)]
    match = re.search(r'write code="(.*)", with these words in it$', message)
    if match:
        return [moved_in(text, at, width, match[1])]
    match = re.search(r'(?:[;:]|exchanged:) write (.*)$', message)
    if not match or re.search(r' as \d|a date|its year', match[1]):
        return []
    words = re.sub(r', (?:if it is a day|here and|and in a <note>|in the unit'
                   r'|one of).*', '', match[1])
    words = re.sub(r' in place of the number$', '', words)
    return [put(text, at, width, word.strip('<>'), message)
            for word in words.split(' or ')]


def main(program):
    texts = []
    for kind in (attribute_names, element_names, code_names, times, numbers,
                 words):
        texts += [text for text in kind() if text != CASE]
    bad = 0
    if check([CASE], program) != [[]]:
        print('the case itself is not clean')
        return 1
    mended = []
    silent = 0
    for text, diags in zip(texts, check(texts, program)):
        wrong = [line for line, right in zip(text.split('\n'),
                                             CASE.split('\n'))
                 if line != right]
        errors = [diag for diag in diags if diag['severity'] == 'error']
        if len(errors) != 1:
            print(f'{len(errors)} errors, {wrong}:',
                  [diag['message'] for diag in errors])
            bad += 1
        elif not applied(text, errors[0]):
            silent += 1
            print(f'# nothing is proposed, {wrong[0].strip()}:',
                  errors[0]['message'])
        else:
            mended += [(wrong, errors[0]['message'], text)
                       for text in applied(text, errors[0])]
    found = check([text for _, _, text in mended], program)
    for (wrong, message, _), diags in zip(mended, found):
        if diags:
            print(f'{wrong[0].strip()}: "{message}" leads to:',
                  [diag['message'] for diag in diags])
            bad += 1
    print(f'# {len(texts)} mistakes, {len(mended)} proposals, '
          f'{silent} without one')
    return bad > 0 or silent > len(texts) / 50


sys.exit(main(sys.argv[1]))
