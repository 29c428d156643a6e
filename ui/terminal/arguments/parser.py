"""The parser of every command: complains in one line, and takes an option once and in full.

What it says is in the language spoken; names of options and their values are the same in each.
"""

import argparse
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from planner.storage.sentences.catalog import translate
from ui.process.exit_codes import BAD_INPUT
from ui.terminal.arguments.layout import HelpLayout
from ui.terminal.arguments.words import speak_for_argparse

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_GIVEN: Final = "options_given"
"""Where a namespace keeps which options stood already."""


class Once(argparse.Action):
    """An option that may stand once: of two values, one would go unheard."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,
    ) -> None:
        given: tuple[str, ...] = getattr(namespace, _GIVEN, ())
        if option is not None and self.dest in given:
            text = translate("Terminal", "argument {option}: it is allowed once, not twice")
            parser.error(text.format(option=option))
        setattr(namespace, _GIVEN, (*given, self.dest))
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line and takes no shortened options.

    An option stands once, unless it says how it takes several values.
    """

    def __init__(self, prog: str, usage: str = "", description: str = "", epilog: str = "") -> None:
        speak_for_argparse()
        super().__init__(
            prog,
            usage or None,
            description,
            epilog,
            formatter_class=HelpLayout,
            allow_abbrev=False,
        )
        self.register("action", None, Once)

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help so that an output that takes nothing is noticed, as argparse does not."""
        from ui.process.output import say

        if file is None:
            say(self.format_help().rstrip("\n"))
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and stop with exit code 2."""
        from ui.process.output import complain

        text = translate("Terminal", "{wrong}; see {command} --help")
        complain(text.format(wrong=message, command=self.prog))
        sys.exit(BAD_INPUT)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is none of an option's choices, as every other value is refused."""
        from planner.quantities.told.lists import one_of
        from planner.storage.sentences.file_error import shown

        if action.choices is None or value in action.choices:
            return
        text = translate("Terminal", "{given} is not allowed, only {allowed}")
        allowed = one_of([*map(str, action.choices)])
        raise argparse.ArgumentError(action, text.format(given=shown(value), allowed=allowed))
