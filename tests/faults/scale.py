#!/usr/bin/env python3
"""Very many cases, to files and to packs.

    scale.py PROGRAM CASES COUNT

PROGRAM is clincourse, CASES the generator of cases, COUNT how many. Whatever way
they are drawn, the pictures are the same, there is a line for each, and the
memory that is used does not grow with their number. Prints TAP.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
import zlib

# MiB, and what a case may add to the supervisor in bytes.
SUPERVISOR, A_CASE, WORKER, GROWTH = 30, 100, 45, 1
WARM = 0.2  # of the cases: caches are full then


class Fault(Exception):
    """Something is not as it must be."""


def must(condition, words):
    if not condition:
        raise Fault(words)


def resident(pid):
    for line in pathlib.Path(f'/proc/{pid}/status').read_text('ascii').split(
            '\n'):
        if line.startswith('VmRSS:'):
            return int(line.split()[1]) / 1024
    return 0


class Watch(threading.Thread):
    """Memory of a supervisor and of its workers over time, in MiB."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.pid, self.seen = process.pid, []
        self.start()

    def run(self):
        path = pathlib.Path(f'/proc/{self.pid}/task/{self.pid}/children')
        while True:
            try:
                workers = path.read_text('ascii').split()
                self.seen.append((resident(self.pid),
                                  max(map(resident, workers), default=0)))
            except OSError:
                return
            time.sleep(0.05)

    def judge(self, count):
        supervisor = max(row[0] for row in self.seen)
        warm = [row[1] for row in self.seen[int(len(self.seen) * WARM):]]
        half = len(warm) // 2
        first, last = max(warm[:half], default=0), max(warm[half:], default=0)
        print(f'# supervisor {supervisor:.1f} MiB, worker {first:.1f} to '
              f'{last:.1f} MiB')
        must(supervisor <= SUPERVISOR + A_CASE * count / 2**20,
             f'the supervisor has {supervisor:.1f} MiB')
        must(last <= WORKER, f'a worker has {last:.1f} MiB')
        # A short run is all warming up.
        must(count < 10**4 or last <= first + GROWTH,
             f'a worker grows from {first:.1f} to {last:.1f} MiB')


class Crowd:
    def __init__(self, program, maker, count, folder):
        self.program, self.count = program, count
        self.folder = pathlib.Path(folder)
        self.out = self.folder / 'out'
        self.streams = []
        for part in range(2):
            path = self.folder / f'{part}.xml'
            with path.open('wb') as file:
                subprocess.run(
                    [maker, '--events', '20', '--structure', 'natural',
                     '--labels', 'normal', '--seed', str(part * count),
                     '--count', str(count // 2)], stdout=file, check=True)
            self.streams.append(path)
        self.drawn = None

    def batch(self, *options, streams=None):
        start = os.times()
        with subprocess.Popen(
                [self.program, 'batch', *(streams or self.streams), '-o',
                 self.out, '-q', *options], stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL) as process:
            watch = Watch(process)
            code = process.wait()
        watch.join()
        end = os.times()
        cpu = (end.children_user - start.children_user +
               end.children_system - start.children_system)
        print(f'# {" ".join(options)}: {cpu / self.count * 1e3:.3f} ms CPU, '
              f'{(end.elapsed - start.elapsed) / self.count * 1e3:.3f} ms '
              'a case', flush=True)
        must(code in (0, 1), f'exit {code}')
        watch.judge(self.count)

    def pictures(self):
        """Of each its name and its bytes, as a number."""
        held = {}
        for path in self.out.rglob('*.svg'):
            held[path.name] = zlib.crc32(path.read_bytes())
        for path in self.out.glob('*.zip'):
            with zipfile.ZipFile(path) as pack:
                for name in pack.namelist():
                    must(name not in held, f'{name} is there twice')
                    held[name] = zlib.crc32(pack.read(name))
        return held

    def same(self):
        """The pictures and the lines of all cases."""
        lines = [json.loads(line) for line in
                 (self.out / 'report.jsonl').read_text('utf-8').splitlines()]
        must([line['number'] for line in lines] ==
             list(range(1, self.count + 1)), 'a line is missing')
        held = self.pictures()
        must(len(held) == sum(line['status'] == 'drawn' for line in lines),
             'a picture is missing')
        must(len(held) > self.count * 0.9, 'hardly any is drawn')
        self.drawn = self.drawn or held
        must(held == self.drawn, 'the pictures are not the same')

    def again(self, *options):
        """Where all is done, nothing is drawn."""
        before = self.pictures()
        start = os.times()
        subprocess.run([self.program, 'batch', *self.streams, '-o', self.out,
                        '-q', '--resume', *options], check=False,
                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = os.times()
        cpu = (end.children_user - start.children_user +
               end.children_system - start.children_system)
        print(f'# resumed: {cpu / self.count * 1e6:.1f} us CPU a case')
        must(self.pictures() == before, 'something was drawn')


def files(crowd):
    crowd.batch('--spread', '-j', '2')
    crowd.same()
    crowd.again('--spread')


def packs(crowd):
    crowd.batch('--pack', 'zip', '-j', '1')
    crowd.same()
    crowd.again('--pack', 'zip')


def parts(crowd):
    for part in range(1, 4):
        crowd.batch('--pack', 'zip', '-j', '2', '--shard', f'{part}/3')
    subprocess.run([crowd.program, 'batch', '--merge', crowd.out], check=True)
    crowd.same()


def other_order(crowd):
    crowd.batch('--pack', 'zip', '-j', '2', streams=crowd.streams[::-1])
    crowd.same()


def main(program, maker, count):
    os.environ.update(XDG_DATA_HOME='/nonexistent', XDG_DATA_DIRS='/nonexistent')
    rows = [files, packs, parts, other_order]
    with tempfile.TemporaryDirectory() as folder:
        crowd = Crowd(program, maker, int(count), folder)
        for number, row in enumerate(rows, 1):
            shutil.rmtree(crowd.out, ignore_errors=True)
            try:
                row(crowd)
                print(f'ok {number} - {row.__name__}', flush=True)
            except Fault as error:
                print(f'not ok {number} - {row.__name__}\n# {error}',
                      flush=True)
    print(f'1..{len(rows)}')


if __name__ == '__main__':
    main(*sys.argv[1:])
