#!/usr/bin/env python3
"""kind.py KIND COUNT: a case of COUNT facts of one kind, else bare.
kind.py --list: the kinds."""

import datetime
import sys

FIRST = datetime.date(2012, 1, 1)
DAYS = 4000


def day(i, count):
    """The day of the ith of `count` facts, over eleven years."""
    return FIRST + datetime.timedelta(days=1 + i * (DAYS - 2) // count)


def each(text):
    """One element a fact; {d} is its day, {i} its number, {n} from 1."""
    def write(count):
        for i in range(count):
            yield text.format(d=day(i, count), i=i, n=i + 1)
    return write


def within(first, inner, last):
    """All facts in one element."""
    def write(count):
        yield first
        yield from each(inner)(count)
        yield last
    return write


def undated(count):
    """A chain, each after the one before."""
    yield '<event id="u0" time="2012-02"><label>Visit</label></event>'
    for i in range(1, count):
        yield (f'<event id="u{i}" after="u{i - 1}">'
               f'<label>Visit {i}</label></event>')


KINDS = {
    'procedure': each('<procedure code="ct" time="{d}"/>'),
    'event': each('<event code="fever" time="{d}" grade="2"/>'),
    'label': each('<event time="{d}"><label>Visit {i}</label></event>'),
    'lesion': each('<lesion site="liver" unit="mm" time="{d}/"><label>Lesion {i}'
                   '</label><value time="{d}">12</value></lesion>'),
    'response': each('<response code="SD" time="{d}"/>'),
    'dose': within(f'<treatment code="imatinib" unit="mg/d" time="{FIRST}/">',
                   '<dose time="{d}">{n}</dose>', '</treatment>'),
    'treatment': each('<treatment code="imatinib" time="{d}/{d}"/>'),
    'panel': each('<panel time="{d}"><value code="ldh" unit="U/L">200</value>'
                  '<value code="albumin" unit="g/L">40</value></panel>'),
    'value': within('<series code="ldh" unit="U/L">',
                    '<value time="{d}">{n}</value>', '</series>'),
    'finding': within('<genetics method="NGS" time="2012-02">',
                      '<finding vaf="31">GENE{i}</finding>', '</genetics>'),
    'genetics': each('<genetics method="NGS" time="{d}">'
                     '<finding vaf="31">FLT3-ITD</finding></genetics>'),
    'series': each('<series unit="1"><label>Test {i}</label>'
                   '<value time="{d}">{n}</value></series>'),
    'line': each('<line n="{n}"><treatment code="imatinib" time="{d}"/>'
                 '<response code="SD" time="{d}"/></line>'),
    'diagnosis': each('<diagnosis time="{d}"><label>Disease {i}</label>'
                      '</diagnosis>'),
    'undated': undated,
    'planned': each('<procedure code="ct" status="planned" time="{d}"/>'),
    'comment': each('<comment time="{d}"><label>Remark {i}</label></comment>'),
}


# Lines have numbers up to this.
LINES_MOST = 9999


def main():
    if sys.argv[1:] == ['--list']:
        print('\n'.join(KINDS))
        return
    kind, count = sys.argv[1], int(sys.argv[2])
    if kind == 'line':
        count = min(count, LINES_MOST)
    print('<?xml version="1.0" encoding="UTF-8"?>')
    print('<case xmlns="urn:clincourse:case:1" id="many" xml:lang="en">')
    if kind != 'diagnosis':
        print(f'<diagnosis code="multiple-myeloma" time="{FIRST}"/>')
    for element in KINDS[kind](count):
        print(element)
    print('<outcome code="alive" time="2023-06-01"/>')
    print('</case>')


main()
