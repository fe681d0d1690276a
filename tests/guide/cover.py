"""cover.py PROGRAM SOURCE: the cheat sheet has every element, attribute and
closed word of the schema, and every command and option of the program."""

import pathlib
import re
import subprocess
import sys


def schema_words(schema):
    """Words of the grammar as (what it is, how the sheet may have it)."""
    text = re.sub(r'(?m)#.*$', '', schema)
    for name in re.findall(r'element ([\w-]+)', text):
        yield f'element {name}', rf'<{name}\b'
    for name in re.findall(r'attribute (?:xml:)?([\w-]+)', text):
        yield f'attribute {name}', rf'(?<![\w-]){name}(?![\w-])'
    for word in re.findall(r'(?:[{|]|\|\s*)\s*"([a-z][a-z-]*)"', text):
        yield f'word {word}', rf'(?<![\w-]){word}(?![\w-])'


def program_words(program):
    def ask(*words):
        return subprocess.run([program, 'help', *words], check=True, text=True,
                              capture_output=True).stdout

    for command in re.findall(r'(?m)^  clincourse (\w+) +[A-Z]', ask()):
        yield f'command {command}', rf'(?<![\w-]){command}(?![\w-])'
        for option in re.findall(r'--([a-z-]+)', ask(command)):
            if option != 'help':
                yield (f'option --{option}',
                       rf'--{option}(?![\w-])|-{option[0]}`')


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    sheet = (source / 'doc/guide/cheat-sheet.md').read_text('utf-8')
    schema = (source / 'schema/case.rnc').read_text('utf-8')
    lacking = {what for what, pattern
               in [*schema_words(schema), *program_words(program)]
               if not re.search(pattern, sheet)}
    for what in sorted(lacking):
        print(f'cheat-sheet.md lacks {what}')
    return 1 if lacking else 0


if __name__ == '__main__':
    sys.exit(main())
