#!/usr/bin/env python3
"""Runs a command with its standard error at a terminal and copies what that
shows to standard output: terminal.py COMMAND...  Exits as the command does."""

import os
import pty
import sys


def main():
    # The terminal's other end, read until the command has closed it.
    master, slave = pty.openpty()
    child = os.fork()
    if child == 0:
        os.close(master)
        os.dup2(slave, 2)
        os.execvp(sys.argv[1], sys.argv[1:])
    os.close(slave)
    while True:
        try:
            shown = os.read(master, 4096)
        except OSError:  # Linux says so where others say end of file.
            break
        if not shown:
            break
        os.write(1, shown)
    _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


main()
