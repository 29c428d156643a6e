"""`--lang it` anywhere on the command line: in front of the command, behind it, for the window."""

import argparse
from collections.abc import Sequence

from planner.storage.sentences.catalog import translate
from ui.wording.language import CODES, OPTION, LanguageError


def without_language(given: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return what --lang names, None without it, and all other arguments in their order.

    Behind `--` everything is a name of a file. Raises LanguageError where it names nothing, or
    stands twice.
    """
    named: list[str] = []
    others: list[str] = []
    rest = iter(given)
    for each in rest:
        if each == "--":
            others += [each, *rest]
        elif each == OPTION:
            named.append(next(rest, ""))
        elif each.startswith(f"{OPTION}="):
            named.append(each.partition("=")[2])
        else:
            others.append(each)
    return _one_of(named), others


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the option for the help: by then it is taken off the command line."""
    parser.add_argument(
        OPTION,
        metavar="|".join(CODES),
        help=translate(
            "Terminal",
            "the language of all that is said and written for people; that of SUANLI_LANG unless "
            "given, else that of the system",
        ),
    )


def _one_of(named: Sequence[str]) -> str | None:
    if len(named) > 1:
        text = translate("Terminal", "{option} is allowed once, not twice")
        raise LanguageError(text.format(option=OPTION))
    return named[0] if named else None
