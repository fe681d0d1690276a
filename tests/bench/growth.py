#!/usr/bin/env python3
"""growth.py PROGRAM FORMAT FILE...: CPU ms and peak memory of each file, the
smallest first, and how many times the one before it took. One that takes a
minute of CPU is the last."""

import os
import resource
import subprocess
import sys

MOST = 60  # [s]

program, form, files = sys.argv[1], sys.argv[2], sys.argv[3:]
before = None
for file in sorted(files, key=os.path.getsize):
    child = subprocess.Popen(
        [program, 'render', file, '-f', form, '-o', '-'],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU,
                                              (MOST, MOST)))
    _, status, usage = os.wait4(child.pid, 0)
    if os.WIFSIGNALED(status):
        print(f'  over {MOST} s', end='')
        break
    refused = '' if status == 0 else ' refused'
    spent = (usage.ru_utime + usage.ru_stime) * 1e3
    times = f' x{spent / before:.1f}' if before else ''
    print(f'  {spent:7.0f} ms {usage.ru_maxrss / 1024:5.0f} MB'
          f'{times}{refused}', end='')
    before = spent
print()
