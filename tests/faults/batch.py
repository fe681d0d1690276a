#!/usr/bin/env python3
"""What ends a batch, or a part of it, and what must be on disk afterwards.

    batch.py PROGRAM CASES POISON FAILING [KILLS]

PROGRAM is clincourse, CASES the generator of cases, POISON the library that
makes cases harmful (poison.c), FAILING the one that makes calls fail, KILLS how
often the supervisor is killed. A row
of ROWS is a fault: how it is done, and what is expected. Prints TAP.
"""

import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

COUNT = 120
POISONS = {'abort': 'crashed', 'babble': 'crashed', 'crash': 'crashed',
           'hang': 'timeout', 'hog': 'memory', 'leave': 'crashed'}


class Fault(Exception):
    """Something is not as it must be."""


def must(condition, words):
    if not condition:
        raise Fault(words)


class Bench:
    """A folder of cases, how they look when nothing is in the way, and a
    folder for pictures that is new for each row."""

    def __init__(self, program, maker, poison, failing, kills, folder):
        self.program, self.kills = program, kills
        self.poison, self.failing = poison, failing
        self.folder = pathlib.Path(folder)
        self.cases = self.folder / 'cases'
        self.out = self.folder / 'out'
        self.cases.mkdir()
        subprocess.run([maker, '--events', '40', '--structure', 'natural',
                        '--labels', 'normal', '--count', str(COUNT), '-o',
                        self.cases], check=True)
        start = time.monotonic()
        must(self.run() == 0, 'the reference cannot be drawn')
        self.seconds = time.monotonic() - start
        self.reference = self.pictures()
        must(len(self.reference) == COUNT, 'the reference lacks pictures')

    def command(self, *options, inputs=None, out=None):
        return [self.program, 'batch', *(inputs or [self.cases]), '-o',
                out or self.out, '-j', '2', '-q', *options]

    def run(self, *options, **others):
        return subprocess.run(
            self.command(*options, **others), stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, check=False, timeout=120).returncode

    def start(self, *options, **others):
        return subprocess.Popen(
            self.command(*options, **others), stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True)

    def pictures(self, out=None):
        return {path.name: path.read_bytes()
                for path in (out or self.out).glob('*.svg')}

    def whole(self, out=None):
        """Each picture that is there is so to its last byte, and beside them
        is nothing that nobody knows."""
        out = out or self.out
        for name, data in self.pictures(out).items():
            must(data == self.reference[name], f'{name} is not as it should be')
        strays = [path.name for path in out.iterdir()
                  if path.suffix != '.svg' and not re.fullmatch(
                      r'report\.jsonl|\.clincourse-journal\.jsonl', path.name)]
        must(not strays, f'left behind: {strays}')

    def lines(self, out=None):
        text = ((out or self.out) / 'report.jsonl').read_text('utf-8')
        return [json.loads(line) for line in text.splitlines()]

    def complete(self, out=None, count=COUNT):
        out = out or self.out
        self.whole(out)
        must(len(self.pictures(out)) == count, 'a picture is missing')
        numbers = [line['number'] for line in self.lines(out)]
        must(numbers == list(range(1, count + 1)), 'a line is missing')
        must(not (out / '.clincourse-journal.jsonl').exists(),
             'the journal is left')

    def resumed(self, out=None, inputs=None):
        must(self.run('--resume', inputs=inputs, out=out) == 0,
             'it cannot go on')
        self.complete(out, len(inputs) if inputs else COUNT)


def children(pid):
    path = pathlib.Path(f'/proc/{pid}/task/{pid}/children')
    return [int(word) for word in path.read_text('ascii').split()]


def nobody_left(pids):
    """Workers end with their supervisor."""
    until = time.monotonic() + 2
    while any(pathlib.Path(f'/proc/{pid}').exists() for pid in pids):
        must(time.monotonic() < until, 'a worker is left')
        time.sleep(0.01)


def family(process):
    try:
        return children(process.pid)
    except OSError:
        return []


# ---- the rows ----

def kill_supervisor(bench):
    """SIGKILL at any moment; then, once, it goes on."""
    caught = 0
    for _ in range(bench.kills):
        shutil.rmtree(bench.out, ignore_errors=True)
        with bench.start() as process:
            time.sleep(random.uniform(0, bench.seconds))
            workers = family(process)
            process.kill()
            caught += process.wait() == -signal.SIGKILL
        nobody_left(workers)
        if bench.out.exists():
            bench.whole()
        bench.resumed()
    must(caught > 0, 'it was never caught at work')


def kill_again(bench):
    """SIGKILL of a run that goes on, several times in a row."""
    for _ in range(4):
        with bench.start('--resume') as process:
            time.sleep(random.uniform(0, bench.seconds / 2))
            process.kill()
            process.wait()
    bench.resumed()


def kill_workers(bench):
    """SIGKILL of one worker after the other: nobody notices."""
    with bench.start() as process:
        for _ in range(5):
            time.sleep(bench.seconds / 10)
            for pid in family(process)[:1]:
                os.kill(pid, signal.SIGKILL)
        code = process.wait()
    must(code in (0, 1), f'exit {code}')
    bench.whole()
    bench.resumed()


def stop_by(number):
    def stop(bench):
        with bench.start() as process:
            time.sleep(bench.seconds / 3)
            workers, since = family(process), time.monotonic()
            process.send_signal(number)
            code = process.wait()
        must(code in (-number, 0), f'exit {code}')
        must(time.monotonic() - since < 2, 'it takes its time')
        nobody_left(workers)
        bench.whole()
        bench.resumed()
    return stop


def small_disk(options):
    """What fits is there and whole; where there is room it goes on."""
    def fill(bench):
        kept = bench.folder / 'kept'
        shutil.rmtree(kept, ignore_errors=True)
        bench.out.mkdir()
        script = (f'mount -t tmpfs -o {options} none "$1" || exit 77; shift; '
                  'kept=$1; shift; "$@"; code=$?; cp -r "$OUT" "$kept"; '
                  'exit $code')
        code = subprocess.run(
            ['unshare', '-rm', 'sh', '-c', script, 'sh', bench.out, kept,
             *bench.command()], env={**os.environ, 'OUT': str(bench.out)},
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            check=False).returncode
        if code in (1, 77) and not kept.exists():
            return 'no tmpfs in a name space'
        must(code == 3, f'exit {code}')
        bench.whole(kept)
        must(len(bench.pictures(kept)) < COUNT, 'it was not full')
        bench.resumed(kept)
        return None
    return fill


def read_only(bench):
    bench.out.mkdir()
    code = subprocess.run(
        ['unshare', '-rm', 'sh', '-c',
         'mount -t tmpfs -o ro none "$1" || exit 77; shift; "$@"', 'sh',
         bench.out, *bench.command()], stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=False).returncode
    if code in (1, 77):
        return 'no tmpfs in a name space'
    must(code == 3, f'exit {code}')
    return None


def limit_size(bench):
    """No file beyond 8 blocks: the first picture is too large."""
    code = subprocess.run(
        ['sh', '-c', 'ulimit -f 8; exec "$@"', 'sh', *bench.command()],
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=False).returncode
    must(code == 3, f'exit {code}')
    bench.whole()
    bench.resumed()


def deaf(bench):
    """Nobody can be told anything."""
    with open('/dev/full', 'wb') as full:
        code = subprocess.run(
            [*bench.command(), '--notes'], stdin=subprocess.DEVNULL,
            stderr=full, check=False).returncode
    must(code == 0, f'exit {code}')
    bench.complete()


def gone(bench):
    """Whoever listens goes away: as for any filter, that is its end."""
    command = ' '.join(map(str, bench.command('--notes')))
    subprocess.run(['sh', '-c', f'{command} 2>&1 | head -n 1 >/dev/null'],
                   stdin=subprocess.DEVNULL, check=False)
    bench.whole()
    bench.resumed()


def calls_fail(bench):
    """One call to the system fails, each in its turn: what is there is whole,
    what is said is true, and it goes on."""
    names = ['openat', 'write', 'linkat', 'renameat', 'unlinkat', 'flock',
             'close', 'syncfs']
    for name in names:
        for number in random.sample(range(1, 40), 2) + [1, 2]:
            shutil.rmtree(bench.out, ignore_errors=True)
            code = subprocess.run(
                [*bench.command(), '--durable'], stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, check=False,
                env={**os.environ, 'LD_PRELOAD': bench.failing,
                     'CC_FAIL': f'{name}:{number}'}).returncode
            must(code in (0, 1, 3), f'{name}:{number}: exit {code}')
            if bench.out.exists():
                bench.whole()
            if code == 0:
                bench.complete()
            bench.resumed()


def no_memory(where, most, share):
    """One request for memory fails, each in its turn, up to the last one: what
    is there is whole, and it goes on. Of many a share is tried."""
    def ask(bench):
        few = sorted(bench.cases.iterdir())[:3]
        count = min(most, bench.kills * share)
        for number in sorted(random.sample(range(1, most + 1), count)):
            shutil.rmtree(bench.out, ignore_errors=True)
            result = subprocess.run(
                bench.command(inputs=few), stdin=subprocess.DEVNULL,
                stderr=subprocess.PIPE, check=False,
                env={**os.environ, 'LD_PRELOAD': bench.failing,
                     'CC_FAIL': f'malloc:{number}{where}'})
            code = result.returncode
            must(code in (0, 3), f'{number}: exit {code}')
            if bench.out.exists():
                bench.whole()
            if code == 0:
                bench.complete(count=len(few))
            bench.resumed(inputs=few)
            if b'failing' not in result.stderr:
                return
    return ask


def no_fonts(bench):
    """No font at all: nothing is drawn, each case says so, and it goes on."""
    fonts = bench.folder / 'fonts.conf'
    fonts.write_text('<fontconfig/>', 'utf-8')
    code = subprocess.run(
        bench.command(), env={**os.environ, 'FONTCONFIG_FILE': str(fonts)},
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=False).returncode
    must(code == 3, f'exit {code}')
    said = {(line['status'], line['code']) for line in bench.lines()}
    must(said == {('failed', 'E004')}, f'said {said}')
    must(not bench.pictures(), 'something was drawn')
    bench.resumed()


def poison(bench):
    """Harmful cases among the others, several of each."""
    mixed = bench.folder / 'mixed'
    shutil.rmtree(mixed, ignore_errors=True)
    shutil.copytree(bench.cases, mixed)
    for number, word in enumerate(list(POISONS) * 2):
        (mixed / f's{number}0-p.xml').write_text(
            f'<case xmlns="urn:clincourse:case:1" id="p{number}">'
            f'<diagnosis code="aml" time="2020"><note>poison-{word}</note>'
            '</diagnosis></case>', 'utf-8')
    code = subprocess.run(
        bench.command('--case-timeout', '2', '--case-memory', '512M',
                      inputs=[mixed]),
        env={**os.environ, 'LD_PRELOAD': bench.poison},
        stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=False).returncode
    must(code == 1, f'exit {code}')
    bench.whole()
    must(len(bench.pictures()) == COUNT, 'a good case was not drawn')
    for number, word in enumerate(list(POISONS) * 2):
        said = [line['status'] for line in bench.lines()
                if line['input'].endswith(f'/s{number}0-p.xml')]
        must(said == [POISONS[word]], f'{word}: {said}')


def sandbox(bench):
    """A case makes its worker write, rename, read what is no input, and call:
    none of it is done."""
    lsm = pathlib.Path('/sys/kernel/security/lsm')
    room = bench.folder / 'room'
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    case = room / 'case.xml'
    case.write_text('<case xmlns="urn:clincourse:case:1" id="s1">'
                    '<diagnosis code="aml" time="2020"><note>poison-stray'
                    '</note></diagnosis></case>', 'utf-8')
    (room / 'here').write_text('mine', 'utf-8')
    (bench.folder / 'secret').write_text('mine', 'utf-8')
    def status(*options):
        subprocess.run(bench.command(*options, inputs=[case]), cwd=room,
                       env={**os.environ, 'LD_PRELOAD': bench.poison},
                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       check=False)
        return bench.lines()[0]['status']
    if lsm.exists() and 'landlock' not in lsm.read_text('ascii'):
        return 'no Landlock in this kernel'
    must(status() == 'drawn', 'it could')
    must((room / 'here').exists() and not (room / 'stray').exists(),
         'something was written')
    must(status('--no-sandbox') == 'crashed', 'without it, it could not')
    return None


def link_picture(bench):
    """A link at the name of a picture is not followed."""
    victim = bench.folder / 'victim'
    victim.write_text('mine', 'utf-8')
    bench.out.mkdir()
    (bench.out / 's1.svg').symlink_to(victim)
    (bench.out / '.clincourse-journal.jsonl').symlink_to(victim)
    must(bench.run() == 3, 'a journal was written through a link')
    (bench.out / '.clincourse-journal.jsonl').unlink()
    (bench.out / 'report.jsonl').symlink_to(victim)
    must(bench.run() == 0, 'it cannot be drawn')
    must(victim.read_text('utf-8') == 'mine', 'a link was followed')
    bench.complete()


def link_folder(bench):
    """Nor is one at the name of a folder that pictures are spread into."""
    elsewhere = bench.folder / 'elsewhere'
    elsewhere.mkdir(exist_ok=True)
    bench.out.mkdir()
    for number in range(256):
        (bench.out / f'{number:02x}').symlink_to(elsewhere)
    must(bench.run('--spread') == 3, 'it says nothing')
    must(not list(elsewhere.iterdir()), 'a link was followed')


def names_taken(bench):
    """A folder or a pipe where a picture should be: the others are drawn."""
    bench.out.mkdir()
    (bench.out / 's1.svg').mkdir()
    os.mkfifo(bench.out / 's2.svg')
    must(bench.run() == 3, 'it says nothing')
    (bench.out / 's1.svg').rmdir()
    (bench.out / 's2.svg').unlink()
    bench.whole()
    must(len(bench.pictures()) == COUNT - 2, 'another one is missing')
    bench.resumed()


def vanish(bench):
    """The folder goes while pictures are put into it."""
    gone = bench.folder / 'gone'
    with bench.start() as process:
        while not (bench.out / '.clincourse-journal.jsonl').exists():
            must(process.poll() is None, 'it was too fast')
            time.sleep(0.001)
        # At once: a folder emptied file by file is filled meanwhile.
        bench.out.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
        code = process.wait(timeout=60)
    shutil.rmtree(gone, ignore_errors=True)
    must(code in (3, 0), f'exit {code}')
    must(not bench.out.exists() or not bench.pictures() or code == 3,
         'it was made again')
    shutil.rmtree(bench.out, ignore_errors=True)
    bench.resumed()


def two_at_once(bench):
    """The second into one folder is told so, and harms nobody."""
    with bench.start() as first:
        while not (bench.out / '.clincourse-journal.jsonl').exists():
            must(first.poll() is None, 'it was too fast')
            time.sleep(0.001)
        second = bench.run()
        code = first.wait()
    must(code == 0 and second in (0, 3), f'exits {code}, {second}')
    bench.complete()


def journal_cut(bench):
    """A journal whose last line was cut short, and with lines of nobody."""
    with bench.start() as process:
        time.sleep(bench.seconds * 0.6)
        process.kill()
        process.wait()
    journal = bench.out / '.clincourse-journal.jsonl'
    if journal.exists():
        data = journal.read_bytes()
        journal.write_bytes(b'{"number":1}\n\xff\n' + data[:-9])
    bench.resumed()


def packed(out):
    """What the packs hold, and how many pictures are in the report."""
    held = {}
    for path in out.glob('charts-*.zip'):
        with zipfile.ZipFile(path) as pack:
            must(pack.testzip() is None, f'{path.name} is damaged')
            for name in pack.namelist():
                held[f'{path.name}/{name}'] = pack.read(name)
    return held


def kill_packing(bench):
    """SIGKILL while a pack is filled: it is not there; then it goes on."""
    for _ in range(3):
        with bench.start('--pack', 'zip', '--resume') as process:
            time.sleep(random.uniform(0, bench.seconds))
            process.kill()
            process.wait()
        if bench.out.exists():
            packed(bench.out)
    must(bench.run('--pack', 'zip', '--resume') == 0, 'it cannot go on')
    held, lines = packed(bench.out), bench.lines()
    must([line['number'] for line in lines] == list(range(1, COUNT + 1)),
         'a line is missing')
    for line in lines:
        name = line['output'].partition('/')[2]
        must(held.get(line['output']) == bench.reference[name],
             f'{line["output"]} is not as it should be')
    strays = [path.name for path in bench.out.iterdir()
              if not re.fullmatch(r'charts-\d+\.zip|report\.jsonl', path.name)]
    must(not strays, f'left behind: {strays}')


def kill_binding(bench):
    """SIGKILL while a document is made: it is not there, then it is."""
    document = bench.out / 'charts.pdf'
    for _ in range(2):
        with bench.start('--pack', 'pdf') as process:
            time.sleep(random.uniform(0, 5 * bench.seconds))
            workers = family(process)
            process.kill()
            caught = process.wait() == -signal.SIGKILL
        nobody_left(workers)
        must(not caught or not document.exists(), 'it is there')
        document.unlink(missing_ok=True)
    must(bench.run('--pack', 'pdf') == 0, 'it cannot be made')
    must(document.read_bytes().startswith(b'%PDF'), 'it is none')
    must([path.name for path in bench.out.iterdir()
          if path.name.startswith('.')] == [], 'something is left')


def kill_binder(bench):
    """SIGKILL of the worker that makes it, the last that was forked."""
    with bench.start('--pack', 'pdf') as process:
        while len(family(process)) < 3:
            time.sleep(0.001)
        time.sleep(bench.seconds)
        os.kill(max(family(process)), signal.SIGKILL)
        code = process.wait()
    must(code == 3, f'exit {code}')
    must(not list(bench.out.glob('charts*')), 'half of it is there')


ROWS = [kill_supervisor, kill_again, kill_packing, kill_binding, kill_binder,
        kill_workers,
        ('SIGTERM', stop_by(signal.SIGTERM)), ('SIGINT', stop_by(signal.SIGINT)),
        ('SIGHUP', stop_by(signal.SIGHUP)),
        ('a full disk', small_disk('size=1M')),
        ('no inodes', small_disk('nr_inodes=30')),
        read_only, limit_size, deaf, gone, no_fonts, calls_fail,
        ('no memory', no_memory('', 600, 12)),
        ('no memory for workers', no_memory(':worker', 40000, 10)),
        poison, sandbox, link_picture, link_folder, names_taken, vanish,
        two_at_once, journal_cut]


def main(program, maker, harmful, failing, kills='3'):
    program, maker, harmful, failing = map(
        os.path.abspath, (program, maker, harmful, failing))
    seed = os.environ.get('CC_SEED', str(time.time_ns()))
    random.seed(seed)
    print(f'# CC_SEED={seed}')
    # It would fill the memory that a case takes too much of, byte by byte.
    os.environ.pop('MALLOC_PERTURB_', None)
    os.environ.update(XDG_DATA_HOME='/nonexistent', XDG_DATA_DIRS='/nonexistent')
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(program, maker, harmful, failing, int(kills), folder)
        for number, row in enumerate(ROWS, 1):
            name, fault = row if isinstance(row, tuple) else (
                row.__name__.replace('_', ' '), row)
            shutil.rmtree(bench.out, ignore_errors=True)
            try:
                skipped = fault(bench)
                print(f'ok {number} - {name}'
                      + (f' # SKIP {skipped}' if skipped else ''), flush=True)
            except Fault as error:
                print(f'not ok {number} - {name}\n# {error}', flush=True)
    print(f'1..{len(ROWS)}')


if __name__ == '__main__':
    main(*sys.argv[1:])
