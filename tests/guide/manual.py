"""manual.py PROGRAM SOURCE: what the manual shows is run.

clincourse-case(5)       Every element of the schema has an entry with an
                         example. Each is a case without a warning, but of the
                         codes that the entry names; so are the examples of
                         the chapters before.
clincourse-templates(5)  Each example is read as the template that it is.
clincourse-batch(1)      Examples work.
clincourse(1)            Examples and settings work, the message is what is
                         printed; so do the examples of each --help.
libclincourse(3)         Is compiled by the test of the installation."""

import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

from desk import Desk
from follow import is_whole, in_a_case

# Where a folder of templates has what its root element says.
FOLDERS = {'vocabulary': 'vocab', 'messages': 'lang', 'theme': 'themes',
           'sizes': 'sizes', 'privacy': 'privacy'}
VOCABULARY = '''<vocabulary xmlns="urn:clincourse:vocabulary:1" name="example"
    source="the manual">
{}</vocabulary>
'''
faults = []


def wrong(what, words):
    faults.append(f'{what}: {words.strip()}')


def literals(text):
    """What stands between fences, freed of its indentation."""
    for block in re.findall(r'(?ms)^\t*```\n(.*?)^\t*```$', text):
        yield re.sub(r'(?m)^\t(?=\s*<)', '', block)


def chapter(page, name):
    return re.search(rf'(?ms)^# {name}\n(.*?)(?=^# [A-Z]|\Z)', page)[1]


class Author(Desk):
    """Who tries what the manual says."""

    def watch(self, command):
        """Runs what ends by Ctrl-C only, until it has drawn."""
        picture = self.folder / re.search(r'-o (\S+)', command)[1]
        picture.unlink(missing_ok=True)
        with subprocess.Popen(
                ['sh', '-c', 'exec ' + command], cwd=self.folder,
                env=self.environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as child:
            for _ in range(300):
                if picture.exists() or child.poll() is not None:
                    break
                time.sleep(0.1)
            child.send_signal(signal.SIGINT)
            return picture.exists()

    def try_line(self, what, line):
        if '--watch' in line:
            if not self.watch(line):
                wrong(what, line + ' draws nothing')
            return
        done = self.run(line)
        if done.returncode != 0 or 'error:' in done.stdout:
            wrong(what, line + '\n' + done.stdout)

    def check(self, what, text, allowed=()):
        """Of a case, or a part of one, nothing is told but what is allowed."""
        self.save('example.xml', text if is_whole(text) else in_a_case(text))
        said = self.run('clincourse check example.xml').stdout
        for line in said.splitlines():
            code = re.search(r'\[([EW]\d+)\]$', line)
            if code and code[1] not in allowed:
                wrong(what, line + '\n' + text)


def entries(page):
    """Names and text of the entries of the elements."""
    for part in re.split(r'(?m)^(?=\*[a-z])', chapter(page, 'ELEMENTS'))[1:]:
        heading = part.partition('\n')[0]
        yield re.findall(r'\*([a-z-]+)\*', heading), part


def elements(desk, page, schema):
    shown = set()
    for names, text in entries(page):
        examples = list(literals(text))
        shown.update(name for name in names
                     if any(f'<{name}' in example for example in examples))
        for example in examples:
            desk.check(f'clincourse-case(5), {names[0]}', example,
                       re.findall(r'\(([EW]\d+)\)', text))
    for name in sorted(set(re.findall(r'element ([\w-]+)', schema)) - shown):
        wrong('clincourse-case(5)', f'no example of {name}')


def templates(desk, page):
    for number, text in enumerate(literals(page)):
        text = text if is_whole(text) else VOCABULARY.format(text)
        root = re.search(r'<(\w+)', text)[1]
        desk.save(f't{number}/{FOLDERS[root]}/example.xml', text)
        desk.try_line('clincourse-templates(5)',
                      f'clincourse check --templates t{number} case.xml')


def message(desk, text):
    """The one of the manual: a case is made that earns it."""
    path, line, column, told = re.match(
        r'\s*(\S+):(\d+):(\d+): (.*)', text).groups()
    times = re.search(r'(\S+) < (\S+) \[', told)
    fact = f'<treatment code="VRd" time="{times[2]}/{times[1]}"/>'
    start = '<case xmlns="urn:clincourse:case:1">' + '\n' * (int(line) - 2) + \
        '<diagnosis code="aml" time="2021"/>\n'
    pad = int(column) - 1 - fact.index(times[1])
    desk.save(path, start + ' ' * pad + fact + '</case>\n')
    said = desk.run(f'clincourse check {path}').stdout
    if text.strip() not in said:
        wrong('clincourse(1), CHECK', said)


def program(desk, page):
    for command in chapter(page, 'EXAMPLES').strip().strip('`').splitlines():
        desk.try_line('clincourse(1), EXAMPLES', command or 'true')
    desk.save('ward/.clincourse', next(literals(chapter(page, 'SETTINGS'))))
    desk.save('ward/case.xml', (desk.folder / 'case.xml').read_text('utf-8'))
    desk.try_line('clincourse(1), SETTINGS',
                  'clincourse ward/case.xml -o ward/case.pdf')


def batch(desk, page):
    """Examples find a folder of cases, a stream of them and a list."""
    case = (desk.folder / 'case.xml').read_text('utf-8')
    desk.save('cases/case.xml', case)
    desk.save('registry.xml', re.sub(' id="[^"]*"', ' id="all-1"', case, count=1))
    desk.save('names.txt', 'case.xml\n')
    for example in literals(chapter(page, 'EXAMPLES')):
        # Of grep that nothing was found is an answer.
        desk.try_line('clincourse-batch(1), EXAMPLES',
                      example.strip() + (' || :' if 'grep' in example else ''))


def helps(desk):
    first = desk.run('clincourse help').stdout
    for command in ['', *re.findall(r'(?m)^  clincourse (\w+) +[A-Z]', first)]:
        text = desk.run(f'clincourse help {command}').stdout
        for line in text.partition('Examples:\n')[2].splitlines():
            desk.try_line(f'help {command}', line.strip())


def main():
    binary, source = sys.argv[1], pathlib.Path(sys.argv[2])

    def page(name):
        return (source / 'doc' / name).read_text('utf-8')

    with tempfile.TemporaryDirectory() as folder:
        desk = Author(binary, folder)
        for name in ('pictures', 'words'):
            (desk.folder / name).mkdir()
        picture = source / 'doc/images/first.png'
        (desk.folder / 'ct.png').write_bytes(picture.read_bytes())
        program_page = page('clincourse.1.scd')
        program(desk, program_page)
        batch(desk, page('clincourse-batch.1.scd'))
        helps(desk)
        message(desk, next(literals(chapter(program_page, 'CHECK'))))
        templates(desk, page('clincourse-templates.5.scd'))
        case_page = page('clincourse-case.5.scd')
        for name in ('DESCRIPTION', 'TIME', 'ATTRIBUTES OF EVERY FACT',
                     'DOSES'):
            for example in literals(chapter(case_page, name)):
                desk.check(f'clincourse-case(5), {name}', example)
        elements(desk, case_page,
                 (source / 'schema/case.rnc').read_text('utf-8'))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
