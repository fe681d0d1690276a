"""gallery.py PROGRAM FOLDER CASE.xml...: a page of pictures, FOLDER/index.html,
with each case in its languages, its file, and where the course is from."""

import html
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as tree

SPACE = '{urn:clincourse:case:1}'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'

PAGE = '''<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>clincourse: samples</title>
<style>
body {{ font: 16px/1.5 sans-serif; color: #1b2a38; max-width: 80em;
  margin: 2em auto; padding: 0 1em }}
img {{ max-width: 100%; border: 1px solid #e1e7ec }}
section {{ margin: 3em 0 }}
</style>
<h1>Samples</h1>
<p>Drawn by the build from the case files beside them, {count} in all. All are
CC0 1.0.</p>
{sections}</html>
'''
SECTION = '''<section id="{name}">
<h2>{title}</h2>
<p>{summary}</p>
<a href="{name}.{first}.svg"><img src="{name}.{first}.svg" alt="{title}"></a>
<p>Picture: {pictures}. Case file: <a href="{name}.xml">{name}.xml</a>. Source:
{source}.</p>
</section>
'''
# Where nothing can be drawn, as without fonts, the build goes on and the page
# says so.
NOT_DRAWN = '''<svg xmlns="http://www.w3.org/2000/svg" width="800" height="60">
<text x="10" y="35">not drawn: {}</text></svg>
'''


def link(address, words):
    return f'<a href="{html.escape(address)}">{html.escape(words)}</a>'


def reference(element):
    """What is cited, with where it is found."""
    words = html.escape(' '.join(''.join(element.itertext()).split()))
    if (doi := element.get('doi')):
        words += ' ' + link(f'https://doi.org/{doi}', f'doi:{doi}')
    if (pmid := element.get('pmid')):
        words += ' ' + link(f'https://pubmed.ncbi.nlm.nih.gov/{pmid}/',
                            f'PMID {pmid}')
    return words


def source(case, text):
    """The references of a case, else the first sentence of its comment."""
    cited = [reference(element) for element in case.iter(SPACE + 'reference')]
    comment = re.search(r'<!--\s*([^.;]*)', text)
    said = ' '.join(comment[1].split()) if comment else 'not told'
    return '; '.join([html.escape(said)] + cited)


def draw(program, case, language, picture):
    picture.unlink(missing_ok=True)
    done = subprocess.run(
        [program, 'render', '--no-defaults', '-q', case, '--lang', language,
         '-o', picture], capture_output=True, text=True, check=False)
    if not picture.exists():
        words = html.escape(done.stderr.partition('\n')[0])
        picture.write_text(NOT_DRAWN.format(words), encoding='utf-8')


def summary(program, case):
    """The sentence before the course in words."""
    words = subprocess.run(
        [program, 'render', '--no-defaults', '-f', 'md', '-o', '-', case],
        capture_output=True, text=True, check=False).stdout
    return words.partition('\n## ')[0].strip().rpartition('\n')[2]


def languages_of(program):
    """What a language calls itself, by its tag."""
    listed = subprocess.run([program, 'list', 'languages'], check=False,
                            capture_output=True, text=True).stdout
    return dict(line.split('\t')[:2] for line in listed.splitlines())


def section(program, folder, path, called):
    text = path.read_text('utf-8')
    case = tree.fromstring(text)
    titles = case.findall(SPACE + 'title')
    languages = [title.get(LANGUAGE, case.get(LANGUAGE)) for title in titles]
    for language in languages:
        draw(program, path, language, folder / f'{path.stem}.{language}.svg')
    shutil.copyfile(path, folder / path.name)
    pictures = ', '.join(
        link(f'{path.stem}.{language}.svg', called.get(language, language))
        for language in languages)
    return SECTION.format(
        name=path.stem, title=html.escape(titles[0].text), first=languages[0],
        summary=html.escape(summary(program, path)), pictures=pictures,
        source=source(case, text))


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    cases = [pathlib.Path(name) for name in sys.argv[3:]]
    called = languages_of(program)
    sections = ''.join(section(program, folder, case, called)
                       for case in cases)
    (folder / 'index.html').write_text(
        PAGE.format(sections=sections, count=len(cases)), encoding='utf-8')


if __name__ == '__main__':
    main()
