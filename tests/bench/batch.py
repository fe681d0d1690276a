#!/usr/bin/env python3
"""What a batch costs: batch.py PROGRAM FOLDER-OF-CASES

CPU a chart of all processes, of the supervisor alone, and the most memory that
it and a worker had, for files and for packs, with one worker and two. Of a
machine that others use, wall time says little.
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


def main(program, cases):
    count = len(list(pathlib.Path(cases).glob('*.xml')))
    print(f'== batch: {count} cases, CPU ms a chart, memory in MiB')
    print(f'{"":16}{"all":>8}{"supervisor":>12}{"wall":>8}'
          f'{"supervisor":>12}{"worker":>8}')
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, 'out')
        rows = [('files', []), ('packed', ['--pack', 'zip'])]
        for name, options in rows:
            for workers in ('1', '2'):
                shutil.rmtree(out, ignore_errors=True)
                cpu, supervisor, worker, wall = measure(
                    [program, 'batch', cases, '-o', out, '-q', '-j', workers,
                     *options])
                print(f'{name} -j {workers:8}{cpu / count * 1e3:8.3f}'
                      f'{supervisor[0] / count * 1e3:12.3f}'
                      f'{wall / count * 1e3:8.3f}{supervisor[1]:12.1f}'
                      f'{worker:8.1f}')
        cpu, *_ = measure([program, 'batch', cases, '-o', out, '-q', '-j', '1',
                           '--pack', 'zip', '--resume'])
        print(f'{"nothing to do":16}{cpu / count * 1e3:8.3f}')


if __name__ == '__main__':
    main(*sys.argv[1:])
