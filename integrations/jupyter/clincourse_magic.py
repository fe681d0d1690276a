"""A cell magic: %load_ext clincourse_magic, then

    %%clincourse --lang zh --tracks "treatment response"
    <case ...>

What follows the name are options of `clincourse render`. The program is
$CLINCOURSE, or clincourse.
"""

import os
import shlex
import subprocess

from IPython.core.error import UsageError
from IPython.display import SVG


def clincourse(line, cell):
    drawn = subprocess.run(
        [os.environ.get('CLINCOURSE', 'clincourse'), 'render', '-q', '-f',
         'svg', '-o', '-', *shlex.split(line), '-'],
        input=cell.encode(), capture_output=True, check=False)
    told = drawn.stderr.decode()
    if drawn.returncode != 0:
        raise UsageError(told)
    if told:
        print(told, end='')
    return SVG(drawn.stdout)


def load_ipython_extension(shell):
    shell.register_magic_function(clincourse, 'cell')
