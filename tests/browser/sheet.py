#!/usr/bin/env python3
"""The cheat sheet is one page of A4: sheet.py GUIDE

Made and printed as its first lines say. Prints TAP.
"""

import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import chromium  # noqa: E402

NAMES = ('cheat-sheet.md', 'cheat-sheet.css')


def pages(guide, folder):
    for name in NAMES:
        shutil.copy(os.path.join(guide, name), folder)
    subprocess.run(['pandoc', '-s', '-c', 'cheat-sheet.css', '--metadata',
                    'pagetitle=Cheat sheet', 'cheat-sheet.md', '-o',
                    'cheat-sheet.html'], cwd=folder, check=True)
    subprocess.run([chromium.find(), '--headless', '--no-sandbox',
                    '--disable-gpu', f'--user-data-dir={folder}/profile',
                    '--no-pdf-header-footer', '--print-to-pdf=sheet.pdf',
                    f'file://{folder}/cheat-sheet.html'], cwd=folder,
                   check=True, stderr=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL)
    told = subprocess.run(['pdfinfo', 'sheet.pdf'], cwd=folder, check=True,
                          capture_output=True, text=True).stdout
    fields = dict(line.split(':', 1) for line in told.splitlines())
    return int(fields['Pages']), fields['Page size'].strip()


def main(guide):
    if chromium.find() is None or not shutil.which('pandoc') or \
            not shutil.which('pdfinfo'):
        print('1..0 # SKIP chromium, pandoc or pdfinfo is not installed')
        return 0
    with tempfile.TemporaryDirectory() as folder:
        count, size = pages(guide, folder)
    good = count == 1 and size.endswith('(A4)')
    print(f'{"ok" if good else "not ok"} 1 - {count} page of {size}')
    print('1..1')
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
