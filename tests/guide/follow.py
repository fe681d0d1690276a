"""follow.py PROGRAM [--renew] PAGE...: does what pages of the guide say, word
by word, each section in an empty folder.

       A file case.xml is there: the first sample.
xml    A whole file is saved as the paragraph before it says, else as case.xml,
       and has nothing to be warned of. Where that paragraph links a file, the
       two are the same. A snippet is a part of the linked file of its section;
       where there is none it goes into a case.
sh     where nothing follows, runs well and without a message, but for what has
       no room in a size.
text   after sh: what it prints. A line "..." stands for any lines.

All else is a file where the paragraph before it names one.

All links lead somewhere. --renew writes into the pages what differs."""

import pathlib
import re
import sys
import tempfile

from desk import Desk
from page import headings, local_links, sections

# What case.xml is where a section has none of its own.
FIRST = pathlib.Path(__file__).parents[2] / 'samples/first.xml'
ROOTS = ('case', 'cases', 'vocabulary', 'theme', 'sizes', 'messages',
         'privacy')
START = '<case xmlns="urn:clincourse:case:1" id="case" xml:lang="en">\n'
DIAGNOSIS = '<diagnosis id="dx" code="multiple-myeloma" time="2021-03"/>\n'
# A message that its reader did not expect; W402 is of the size, not the case.
MESSAGE = re.compile(r'(?:error|warning):(?!.*\[W402\])')


def is_whole(text):
    """Is it a file, rather than some elements of one?"""
    root = re.search(r'<(\w+)', re.sub(r'<[?!].*?>', '', text, flags=re.S))
    return root is not None and root[1] in ROOTS


def in_a_case(snippet):
    """A case that has the snippet, and a diagnosis in any event."""
    diagnosis = '' if '<diagnosis' in snippet else DIAGNOSIS
    return START + diagnosis + snippet + '</case>\n'


def stripped(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def is_part(snippet, whole):
    """Do its lines stand in the whole, in their order and side by side?"""
    lines, all_lines = stripped(snippet), stripped(whole)
    return any(all_lines[at:at + len(lines)] == lines
               for at in range(len(all_lines)))


def agrees(shown, printed):
    """Is it what was printed, but for "..."?"""
    parts = [re.escape(part) for part in re.split(r'(?m)^\.\.\.\n', shown)]
    return re.fullmatch('(?:.*\n)*'.join(parts), printed) is not None


class Reader:
    """Who follows one section of a page."""

    def __init__(self, desk, page, blocks):
        self.desk = desk
        self.page = page
        self.blocks = blocks
        self.faults = []  # (block, words)
        self.news = []  # (block, text that it should have)
        desk.save('case.xml', FIRST.read_text('utf-8'))

    def wrong(self, block, words):
        self.faults.append((block, words))

    def answer(self, at):
        """The block that tells what the one before it prints."""
        pair = self.blocks[at:at + 2]
        found = [block.language for block in pair] == ['sh', 'text']
        return pair[1] if found else None

    def is_asked_about(self, at):
        """Is it checked next, with an answer that is shown?"""
        after = self.blocks[at + 1:at + 2]
        return bool(after) and after[0].language == 'sh' and \
            self.answer(at + 1) is not None

    def check(self, block, name):
        result = self.desk.run(f'clincourse check --strict -- "{name}"')
        if result.returncode != 0 or result.stdout:
            self.wrong(block, result.stdout)

    def linked(self):
        """The files that the section's blocks show."""
        for block in self.blocks:
            for link in block.links():
                if block.language == 'xml' and link.endswith('.xml'):
                    yield block, (self.page.parent / link).read_text('utf-8')

    def xml(self, at, block):
        files = dict(self.linked())
        text = files.get(block, block.text)
        if text != block.text:
            self.wrong(block, 'not the linked file')
            self.news.append((block, text))
        elif not is_whole(text) and files:
            if not any(is_part(text, whole) for whole in files.values()):
                self.wrong(block, 'no part of the linked file')
            return
        elif not is_whole(text):
            text = in_a_case(text)
        name = block.file() or 'case.xml'
        self.desk.save(name, text)
        if '<case' in text and not self.is_asked_about(at):
            self.check(block, name)

    def sh(self, at, block):
        result = self.desk.run(block.text)
        answer = self.answer(at)
        if answer is None:
            if result.returncode != 0 or MESSAGE.search(result.stdout):
                self.wrong(block, result.stdout)
        elif not agrees(answer.text, result.stdout):
            self.wrong(answer, 'printed is\n' + result.stdout)
            if '...\n' not in answer.text:
                self.news.append((answer, result.stdout))

    def other(self, at, block):
        answers = at > 0 and self.answer(at - 1) is block
        if block.file() is not None and not answers:
            self.desk.save(block.file(), block.text)

    def follow(self):
        acts = {'xml': self.xml, 'sh': self.sh}
        for at, block in enumerate(self.blocks):
            acts.get(block.language, self.other)(at, block)


def dead_links(page, lines):
    code = False # shows links that are none of the page
    for number, line in enumerate(lines, 1):
        code ^= line.startswith('```')
        if code:
            continue
        for path, heading in local_links(line):
            target = page.parent / path if path else page
            if not target.exists() or heading and \
                    heading not in headings(target.read_text('utf-8')):
                yield f'{page}:{number}: nothing at {path}#{heading}'


def renew(page, lines, news):
    for block, text in sorted(news, key=lambda item: -item[0].first):
        lines[block.first:block.last] = text.splitlines()
    page.write_text('\n'.join(lines) + '\n', encoding='utf-8')


def follow(program, page, renewing):
    """What is wrong with a page, a line each."""
    lines = page.read_text('utf-8').splitlines()
    faults, news = list(dead_links(page, lines)), []
    for blocks in sections(lines):
        with tempfile.TemporaryDirectory() as folder:
            reader = Reader(Desk(program, folder), page, blocks)
            reader.follow()
        news += reader.news
        faults += [f'{page}:{block.first + 1}: {words}'
                   for block, words in reader.faults]
    if renewing and news:
        renew(page, lines, news)
    return faults


def main():
    program, *pages = sys.argv[1:]
    renewing = pages[:1] == ['--renew']
    faults = []
    for page in pages[renewing:]:
        faults += follow(program, pathlib.Path(page), renewing)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
