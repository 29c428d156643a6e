"""How the help of a command is laid out: as argparse does, with letters that take two columns.

argparse counts letters. A Chinese one takes two columns, and a line of them has no spaces that it
could be broken at.
"""

import argparse

_GAP = 2


class HelpLayout(argparse.RawDescriptionHelpFormatter):
    """Lays out heads of options in one column and what they do in another, by columns."""

    def add_argument(self, action: argparse.Action) -> None:
        """Add an option, and leave its head the columns that it takes."""
        from ui.terminal.tables.wrapping import columns_of

        super().add_argument(action)
        if action.help is not argparse.SUPPRESS:
            head = columns_of(self._format_action_invocation(action)) + self._current_indent
            self._action_max_length = max(self._action_max_length, head)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Return paragraphs within the width; lines that begin with a space stand as they are."""
        from ui.terminal.tables.wrapping import wrapped

        lines = (
            [line] if line.startswith(" ") else wrapped(line, width) or [""]
            for line in text.splitlines()
        )
        return "\n".join(f"{indent}{each}" for found in lines for each in found)

    def _format_usage(self, usage, actions, groups, prefix):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        """Return the usage; below a wide word for it the lines stand as far to the right."""
        from ui.terminal.tables.wrapping import columns_of

        text = super()._format_usage(usage, actions, groups, prefix)
        word = text.partition(self._prog)[0]
        return text.replace("\n ", "\n " + " " * (columns_of(word) - len(word)))

    def _format_action(self, action: argparse.Action) -> str:
        """Return the lines of one option: its head, and what it does beside it or below."""
        from ui.terminal.tables.wrapping import columns_of, wrapped

        head = " " * self._current_indent + self._format_action_invocation(action)
        start = min(self._action_max_length + _GAP, self._max_help_position)
        told = self._expand_help(action) if action.help else ""
        lines = wrapped(told, self._width - start)
        room = start - columns_of(head)
        if lines and room >= _GAP:
            head += " " * room + lines.pop(0)
        return "\n".join([head, *(" " * start + line for line in lines)]) + "\n"
