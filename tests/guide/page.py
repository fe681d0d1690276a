"""A page of the guide as its reader sees it: blocks of code, each with the
words before it. Fences and headings are all that is read of Markdown."""

import re

FENCE = re.compile(r'^```(\w*)$')
# `melanoma.xml`, `labs.csv`, `.clincourse`
FILE = re.compile(r'`([\w-]*\.[\w.-]+)`')
LINK = re.compile(r'\]\(([^)#\s]*)(?:#([\w-]+))?\)')


def local_links(text):
    """Files and headings that are linked; an empty file is the page itself."""
    return [(path, heading) for path, heading in LINK.findall(text)
            if not re.match(r'\w+:', path)]


def headings(text):
    """Names of the headings as links have them."""
    for words in re.findall(r'(?m)^#+ (.*)$', text):
        yield re.sub(r'[^\w -]', '', words.lower()).replace(' ', '-')


class Block:
    """A fenced block: its language, its text, where it is and what introduces
    it: the paragraph before."""

    def __init__(self, language, lines, first, intro):
        self.language = language
        self.text = ''.join(line + '\n' for line in lines)
        self.first = first  # the line after the fence, from 0
        self.last = first + len(lines)
        self.intro = intro

    def file(self):
        """What the reader is told to call it."""
        names = FILE.findall(self.intro)
        return names[-1] if names else None

    def links(self):
        return [path for path, _ in local_links(self.intro)]


def paragraph(lines):
    """The last lines of text up to a blank one."""
    end = len(lines)
    while end > 0 and not lines[end - 1].strip():
        end -= 1
    start = end
    while start > 0 and lines[start - 1].strip():
        start -= 1
    return ' '.join(lines[start:end])


def sections(lines):
    """Lists of blocks, one for each heading of the second level."""
    found, blocks, start, fence = [], [], None, 0
    for number, line in enumerate(lines):
        if start is not None:
            if line == '```':
                blocks.append(Block(language, lines[start:number], start,
                                    paragraph(lines[:fence])))
                start = None
        elif (match := FENCE.match(line)):
            language, fence, start = match[1], number, number + 1
        elif line.startswith('## '):
            found.append(blocks)
            blocks = []
    return found + [blocks]
