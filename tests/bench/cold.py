#!/usr/bin/env python3
"""cold.py RUNS COMMAND...: median CPU ms and peak memory of RUNS processes."""

import os
import statistics
import subprocess
import sys

runs, command = int(sys.argv[1]), sys.argv[2:]
spent, peak, refused = [], 0, ''
for _ in range(runs):
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 1:
        refused = ', refused'
    elif status != 0:
        print(f'failed, status {status}')
        sys.exit(1)
    spent.append((usage.ru_utime + usage.ru_stime) * 1e3)
    peak = max(peak, usage.ru_maxrss)
print(f'{statistics.median(spent):7.1f} ms, {peak / 1024:.1f} MB{refused}')
