"""What argparse says by itself, in the language spoken; it has no catalog of its own.

argparse asks gettext for each of its texts by the name `_` of its module, when it says it. That
name leads here, so that headings and complaints come from the one catalog.
"""

import argparse
from typing import Final

from planner.storage.sentences.catalog import marked

TEXTS: Final = frozenset(
    (
        marked("Commands", "usage: "),
        marked("Commands", "positional arguments"),
        marked("Commands", "options"),
        marked("Commands", "show this help message and exit"),
        marked("Commands", "argument %(argument_name)s: %(message)s"),
        marked("Commands", "the following arguments are required: %s"),
        marked("Commands", "one of the arguments %s is required"),
        marked("Commands", "unrecognized arguments: %s"),
        marked("Commands", "not allowed with argument %s"),
        marked("Commands", "ignored explicit argument %r"),
        marked("Commands", "expected one argument"),
        marked("Commands", "expected at most one argument"),
        marked("Commands", "expected at least one argument"),
    )
)
"""All that reaches a user; the other texts of argparse are for who writes a command."""


def speak_for_argparse() -> None:
    """Let argparse say its own texts in the language spoken."""
    setattr(argparse, "_", _said)  # noqa: B010 - the stubs of argparse do not tell of it


def _said(text: str) -> str:
    if text not in TEXTS:
        return text
    from ui.wording.translate import command_text

    return command_text(text)
