"""How the help of a command is laid out: as argparse does, with letters that take two columns.

argparse counts letters. A Chinese one takes two columns, and a line of them has no spaces that it
could be broken at.
"""

import argparse

from ui.terminal.tables.columns import columns_of
from ui.terminal.tables.wrapping import wrapped

_GAP = 2


class HelpLayout(argparse.RawDescriptionHelpFormatter):
    """Lays out heads of options in one column and what they do in another, by columns."""

    def _format_action(self, action: argparse.Action) -> str:
        """Return the lines of one option: its head, and what it does beside it or below."""
        head = " " * self._current_indent + self._format_action_invocation(action)
        start = min(self._action_max_length + _GAP, self._max_help_position)
        told = self._expand_help(action) if action.help else ""
        lines = wrapped(told, self._width - start)
        room = start - columns_of(head)
        if lines and room >= _GAP:
            head += " " * room + lines.pop(0)
        return "\n".join([head, *(" " * start + line for line in lines)]) + "\n"
