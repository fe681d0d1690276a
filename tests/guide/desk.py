"""Where a reader tries what is written: an empty folder and the program."""

import os
import pathlib
import subprocess


class Desk:
    """An empty folder in which `clincourse` is the program under test."""

    def __init__(self, program, folder):
        tools = pathlib.Path(folder) / 'bin'
        tools.mkdir()
        (tools / 'clincourse').symlink_to(os.path.abspath(program))
        self.folder = pathlib.Path(folder) / 'desk'
        self.folder.mkdir()
        self.environment = dict(
            os.environ, LC_ALL='C.UTF-8', CLINCOURSE_OPENER='true',
            PATH=f'{tools}:{os.environ["PATH"]}')

    def save(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')

    def run(self, commands):
        """Runs them to the first failure; stdout has all that is printed."""
        return subprocess.run(
            ['sh', '-e', '-c', commands], cwd=self.folder, text=True,
            env=self.environment, stdin=subprocess.DEVNULL, timeout=300,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
