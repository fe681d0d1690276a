#!/usr/bin/env python3
"""Counts what `meson test` ran: tally.py FOLDER [FOLDER...]

Reads the logs of each build folder; that of a test setup has its name in its
own: meson-logs/testlog-slow.json. A TAP test counts each of its points, any
other test counts once. Prints a line of skips with their reasons where there
are any, and "N passed, N failed" last; exit 1 on failure.
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r'^(not ok|ok)\b\s*\d*\s*-?\s*(.*?)\s*'
                   r'(?:#\s*(skip|todo)\S*\s*(.*))?$', re.I)


def points(test):
    """(verdict, name, reason) of each point of one test."""
    found = []
    output = test.get('stdout') or ''
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            plan = re.match(r'^1\.\.0\s*#\s*skip\S*\s*(.*)$', line, re.I)
            if plan:
                found.append(('skip', test['name'], plan.group(1)))
            continue
        verdict, name, directive, reason = match.groups()
        if directive and directive.lower() == 'skip':
            found.append(('skip', name, reason))
        elif verdict.lower() == 'ok' or directive:
            found.append(('pass', name, ''))
        else:
            found.append(('fail', name, ''))
    result = test['result']
    bad = result not in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if bad and not any(v == 'fail' for v, _, _ in found):
        found.append(('fail', test['name'], result))
    if not found:
        verdict = 'skip' if result == 'SKIP' else 'pass'
        found.append((verdict, test['name'], output.strip()[-80:]))
    return found


def main(folders):
    passed, failed, skipped = 0, 0, []
    for folder in folders:
        lines = [line for log in
                 sorted(pathlib.Path(folder, 'meson-logs')
                        .glob('testlog*.json'))
                 for line in log.read_text(encoding='utf-8').splitlines()]
        if not lines:
            print(f'FAILED: {folder}: no test ran')
            failed += 1
        for line in lines:
            test = json.loads(line)
            for verdict, name, reason in points(test):
                if verdict == 'pass':
                    passed += 1
                elif verdict == 'fail':
                    failed += 1
                    print(f'FAILED: {test["name"]}: {name} {reason}'.rstrip())
                else:
                    skipped.append(f'{name} ({reason or "no reason given"})')
    if skipped:
        print(f'{len(skipped)} skipped: ' + '; '.join(skipped))
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
