"""The exit codes that window and terminal share; what they mean stands in `ui.command_line`."""

from typing import Final

FINE: Final = 0
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
TERMINATED: Final = 143
