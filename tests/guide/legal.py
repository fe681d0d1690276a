"""legal.py PROGRAM SOURCE: what the tables of the cheat sheet and of
clincourse-case(5) list is read: times, doses, routes, responses. What the latter
says is refused is refused."""

import pathlib
import re
import sys
import tempfile

from desk import Desk
from follow import in_a_case

LEAST = 100  # words; fewer were not found rather than not there


def rows(sheet):
    """Cells of all tables, row by row."""
    for line in sheet.splitlines():
        if line.startswith('|'):
            yield [cell.strip() for cell in line[1:].split('|')]


def row(sheet, name):
    """The words of the row that is called so."""
    return next(cells[1] for cells in rows(sheet) if cells[0] == name)


def sheet_times(sheet):
    """Code in the table that is headed Time."""
    table = sheet.partition('| Time |')[2].partition('\n\n')[0]
    return re.findall(r'`([^`]+)`', table.replace('`since`', ''))


def manual_times(page):
    """The first cells of the table in TIME."""
    table = page.partition('\n# TIME\n')[2].partition('\n\nBoth')[0]
    for cell in re.findall(r'(?m)^\|  (.*)', table):
        yield from cell.split(', ')


def foreign_times(page):
    """Notations that are never guessed."""
    listed = page.partition('another notation - ')[2].partition(', the day num')
    return ' '.join(listed[0].split()).split(', ')


def dated(time):
    since = ' since="dx"' if re.match(r'-?\d+[hdwmy]', time) else ''
    return f'<event time="{time}"{since}>x</event>'


def facts(sheet, page):
    """Elements, each with one of the words."""
    for time in [*sheet_times(sheet), *manual_times(page)]:
        yield dated(time)
    for dose in re.findall(r'"([^"…]+)"', row(sheet, '`dose`').split(';')[0]):
        yield f'<treatment code="bortezomib" time="2022" dose="{dose}"/>'
    for name in ('route', 'freq'):
        for word in row(sheet, f'`{name}`').split():
            yield f'<treatment code="aciclovir" time="2022" {name}="{word}"/>'
    for name, words, *_ in rows(sheet):
        criteria = re.search(r', ([a-z]+-[\w.-]+)$', name)
        for code in words.split() if criteria else ():
            if code != '…':
                yield f'<response code="{code}" criteria="{criteria[1]}" ' \
                    'time="2022-08"/>'


def lines_with_errors(desk, elements):
    desk.save('case.xml', in_a_case('\n'.join(elements) + '\n'))
    said = desk.run('clincourse check case.xml || true').stdout
    return re.findall(r'(?m)^case.xml:(\d+):.* error: .*', said), said


def main():
    source = pathlib.Path(sys.argv[2])
    sheet = (source / 'doc/guide/cheat-sheet.md').read_text('utf-8')
    page = (source / 'doc/clincourse-case.5.scd').read_text('utf-8')
    legal = list(facts(sheet, page))
    foreign = [dated(time) for time in foreign_times(page)]
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(sys.argv[1], folder)
        wrong, said = lines_with_errors(desk, legal)
        refused, _ = lines_with_errors(desk, foreign)
    if wrong or len(legal) < LEAST:
        print(f'{len(legal)} words were found\n{said}')
        return 1
    if len(set(refused)) != len(foreign):
        print(f'refused were {len(set(refused))} of {foreign}')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
