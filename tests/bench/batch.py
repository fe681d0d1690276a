#!/usr/bin/env python3
"""What a batch costs: batch.py PROGRAM FOLDER-OF-CASES

CPU a chart of all processes, of the supervisor alone, charts a second, and the
most memory that it and a worker had, for each format, for files and for packs,
with one worker and two. Of a machine that others use, wall time says little.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TICK = os.sysconf('SC_CLK_TCK')


def look(pid, seen):
    """CPU seconds of a process itself, and its most memory in MiB so far."""
    try:
        fields = pathlib.Path(f'/proc/{pid}/stat').read_text('ascii')
        fields = fields.rpartition(')')[2].split()
        status = pathlib.Path(f'/proc/{pid}/status').read_text('ascii')
        children = pathlib.Path(
            f'/proc/{pid}/task/{pid}/children').read_text('ascii').split()
    except OSError:
        return []
    memory = [int(line.split()[1]) / 1024 for line in status.splitlines()
              if line.startswith('VmHWM')]
    cpu = (int(fields[11]) + int(fields[12])) / TICK
    seen[pid] = (max(cpu, seen.get(pid, (0, 0))[0]), *memory[:1])
    return [int(child) for child in children]


def measure(command):
    before = os.times()
    seen = {}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            for child in look(process.pid, seen):
                look(child, seen)
            time.sleep(0.02)
    after = os.times()
    cpu = (after.children_user - before.children_user +
           after.children_system - before.children_system)
    supervisor = seen.pop(process.pid, (0, 0))
    worker = max((row[1] for row in seen.values() if len(row) > 1), default=0)
    return cpu, supervisor, worker, after.elapsed - before.elapsed


# Of the slow ones fewer tell as much; None: all.
FORMATS = {'svg': None, 'pdf': 1000, 'png': 200}
WAYS = {'files': [], 'packed': ['--pack', 'zip']}


def row(name, count, measured):
    cpu, supervisor, worker, wall = measured
    print(f'{name:20}{cpu / count * 1e3:8.3f}'
          f'{supervisor[0] / count * 1e3:12.3f}{count / wall:10.0f}'
          f'{supervisor[1]:12.1f}{worker:8.1f}', flush=True)


def main(program, cases):
    paths = sorted(pathlib.Path(cases).glob('*.xml'))
    print(f'== batch: {len(paths)} cases, CPU ms a chart, charts a second, '
          'memory in MiB')
    print(f'{"":20}{"all":>8}{"supervisor":>12}{"a second":>10}'
          f'{"supervisor":>12}{"worker":>8}')
    with tempfile.TemporaryDirectory() as folder:
        out, names = pathlib.Path(folder, 'out'), pathlib.Path(folder, 'names')
        for form, most in FORMATS.items():
            some = paths[:most]
            names.write_text(''.join(f'{path}\n' for path in some), 'utf-8')
            start = [program, 'batch', f'@{names}', '-o', out, '-q', '-f', form]
            for way, options in WAYS.items():
                for workers in ('1', '2'):
                    shutil.rmtree(out, ignore_errors=True)
                    row(f'{form} {way} -j {workers}', len(some),
                        measure([*start, *options, '-j', workers]))
            row(f'{form} nothing to do', len(some),
                measure([*start, *WAYS['packed'], '--resume', '-j', '1']))


if __name__ == '__main__':
    main(*sys.argv[1:])
