"""spellings.py make TABLE LEVEL: a case with a note for each row of the level.
spellings.py look TABLE LEVEL: 1 where spelled.md still says what must be gone."""

import html
import re
import sys


def rows(table, level):
    with open(table, encoding='utf-8') as lines:
        for line in list(lines)[1:]:
            group, levels, text, gone = line.rstrip('\n').split('\t')
            if level in levels.split():
                yield text, gone


def make(table, level):
    print('<case xmlns="urn:clincourse:case:1" id="s" xml:lang="en">')
    print('<diagnosis code="aml" time="2031-05-01"/>')
    for n, (text, _) in enumerate(rows(table, level)):
        print(f'<event time="2031-05-{n % 30 + 1:02}"><label>row-{n}-</label>'
              f'<note>{html.escape(text)}</note></event>')
    print('</case>')


def look(table, level):
    with open('spelled.md', encoding='utf-8') as said:
        said = said.read()
    left = 0
    for n, (text, gone) in enumerate(rows(table, level)):
        # What the text and the table say of it: what is in brackets or cells.
        found = re.findall(rf'row-{n}-.*?(?=row-|\n|\. (?:Day|2031|May))', said)
        if not found:
            print(f'lost: {text}')
            left += 1
        if any(gone in part for part in found):
            print(f'{text}: {found[0]}')
            left += 1
    return left > 0


sys.exit({'make': make, 'look': look}[sys.argv[1]](*sys.argv[2:]))
