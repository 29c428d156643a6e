"""Runs a command that may not make memory executable, as under MemoryDenyWriteExecute of systemd.

99 where this machine cannot forbid it.
"""

import ctypes
import os
import sys

_SET_MDWE, _REFUSE_EXEC_GAIN = 65, 1

if __name__ == "__main__":
    if ctypes.CDLL(None, use_errno=True).prctl(_SET_MDWE, _REFUSE_EXEC_GAIN, 0, 0, 0) != 0:
        sys.exit(99)
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the command of a test
