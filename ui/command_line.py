"""The command `suanli`: opens the window, or runs one of the commands of the terminal.

Exit codes: 0 fine, 1 a window that ended without being closed, 2 bad input with one line on
standard error, 130 interrupted, 128 and its number for another signal that ended the window.
Nothing heavy and no Qt is imported until a command needs it.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Final, NoReturn

from ui.process.exit_codes import BAD_INPUT, FINE, INTERRUPTED

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

QUESTIONS: Final[dict[str, str]] = {
    "survive": "tell whether scenarios stay best, and keep their sign, in other worlds",
    "future": "tell which future of a scenario is at a rank, and what is unusual in it",
    "discover": "tell in which futures a scenario misses its targets",
    "solve": "find the least change of levers with which an outcome reaches a level",
    "split": "find the best split of a budget over places and instruments",
    "money": "tell what money buys: cost per added enterprise and per used EFLOPS",
    "explain": "tell why an outcome differs between two scenarios, input by input",
    "matters": "tell which assumptions make the range of an outcome",
    "score": "tell how good futures were, by numbers of your own",
    "calibrate": "hold futures to numbers of your own; tell what that changes",
}
"""Commands that answer a question, each a module of `ui.terminal.ask`."""
COMMANDS: Final = {
    "run": "run a scenario; print key figures, write numbers and charts",
    "compare": "compare scenarios: inputs that differ, key figures side by side",
    "validate": "check scenario files; one line says what is wrong with a bad one",
    "facts": "list the evidence behind the model, or all about one id",
    "reference": "print levers, assumptions, equations and outcomes as Markdown",
    "model": "write the model as XMILE for other simulators",
    "backtest": "hold the model against what was measured, point by point",
    "inspect": "tell how a number comes about: equation, causes, evidence, loops",
    "variants": "tell in how many futures and variants of the model an effect holds",
    **QUESTIONS,
}

_GIVEN: Final = "options_given"
"""Where a namespace keeps which options stood already."""
_PATIENCE: Final = 0.2

_DESCRIPTION: Final = "Suanli: a what-if tool for China's AI compute build-out."
_USAGE: Final = "suanli [FILE ...]\n       suanli COMMAND ..."


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    from ui.process.output import (
        complain,
        complain_of,
        forget_output,
        take_any_letter,
        tell_warnings,
    )

    try:
        take_any_letter()
        tell_warnings()
        code = _exit_code(given)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except _told_as_they_are() as error:
        complain_of(error)
        return BAD_INPUT
    except OSError as error:
        forget_output()
        complain(_sentence_of(error))
        return BAD_INPUT
    except (MemoryError, ImportError) as error:
        complain(_of_too_little(error))
        return BAD_INPUT
    return code


def _exit_code(given: list[str]) -> int:
    try:
        return _answer(given)
    except SystemExit as stop:  # of argparse, after help, version or a complaint
        return stop.code if isinstance(stop.code, int) else FINE


def _answer(given: list[str]) -> int:
    from ui.process.memory import WINDOW, needed_by, shortage
    from ui.process.output import complain

    command = given[0] if given and given[0] in COMMANDS else ""
    too_little = shortage(needed_by(command) if command else WINDOW)
    if too_little:
        complain(too_little)
        return BAD_INPUT
    if not command:
        return _open_window(given)
    from ui.process.garbage import collect_seldom

    with collect_seldom():
        return _run_command(command, given[1:])


def _told_as_they_are() -> tuple[type[Exception], ...]:
    """Return the errors whose message is a sentence for the user."""
    from planner.facts.record import EvidenceError
    from planner.model.scenario import ScenarioError
    from planner.storage.sentences.file_error import FileError
    from ui.process.display.application import DisplayError
    from ui.terminal.reading.inputs import InputError

    return FileError, ScenarioError, EvidenceError, InputError, DisplayError


def _sentence_of(error: OSError) -> str:
    from planner.storage.sentences.file_error import cause, shown_path

    where = shown_path(error.filename) if error.filename else "the output"
    return f"{where} cannot be used: {cause(error)}"


def _of_too_little(error: MemoryError | ImportError) -> str:
    if isinstance(error, MemoryError):
        return "there is too little memory for this"
    return f"a part of Suanli cannot be loaded: {error}"


def module_of(name: str) -> str:
    """Return the module of a command of the terminal."""
    return f"ui.terminal.ask.{name}" if name in QUESTIONS else f"ui.terminal.{name}"


def _run_command(name: str, given: list[str]) -> int:
    command = import_module(module_of(name))
    summary = COMMANDS[name]
    parser = Parser(f"suanli {name}", description=f"{summary[0].upper()}{summary[1:]}.")
    command.add_arguments(parser)
    options = parser.parse_args(given)
    options.typed = join(["suanli", name, *given])
    code: int = command.run(options)
    return code


def _open_window(given: list[str]) -> int:
    from planner.storage.address import path_of

    files: list[str] = _window_parser().parse_args(given).files
    paths = [path_of(file) for file in files]
    for path, file in zip(paths, files, strict=True):
        _check_there(path, file)
    if sys.platform == "linux" and not _has_display():
        from ui.terminal.reading.inputs import InputError

        raise InputError("there is no display for the window; `suanli run` works without one")
    from ui.opening import open_window

    return open_window(paths)


def _check_there(path: Path, file: str) -> None:
    """Refuse a file that is not there: most likely it is a mistyped command.

    One whose disk does not answer at once is left to the window, which does not wait for it.
    """
    from planner.storage.sentences.file_error import shown
    from planner.storage.sentences.readable import readable
    from ui.engine.file_threads import answer_within
    from ui.terminal.reading.inputs import InputError

    if not file:
        raise InputError('"" is not allowed, only the name of a file')
    task = answer_within(_PATIENCE, path, path.exists)
    if task.is_done and not task.result():
        near = get_close_matches(file, COMMANDS, n=1)
        hint = f"; did you mean suanli {near[0]}?" if near else ""
        raise InputError(f"there is no file {shown(readable(file))}{hint}")


def _has_display() -> bool:
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _window_parser() -> argparse.ArgumentParser:
    parser = Parser("suanli", usage=_USAGE, description=_DESCRIPTION, epilog=_epilog())
    files = "scenarios to open in the window, as paths or file: addresses"
    parser.add_argument("files", nargs="*", metavar="FILE", help=files)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and stop")
    return parser


def _epilog() -> str:
    lines = [f"  {name:<11}{summary}" for name, summary in COMMANDS.items()]
    ending = "`suanli COMMAND --help` tells more. Without FILE the window opens on the baseline."
    return "\n".join(["commands:", *lines, "", ending])


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: else every start would wait for it."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option: str | None = None,
    ) -> None:
        from importlib.metadata import version

        from ui.process.output import say

        say(f"Suanli {version('suanli')}")
        parser.exit()


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
            parser.error(f"argument {option}: it is allowed once, not twice")
        setattr(namespace, _GIVEN, (*given, self.dest))
        setattr(namespace, self.dest, values)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line and takes no shortened options.

    An option stands once, unless it says how it takes several values.
    """

    def __init__(self, prog: str, usage: str = "", description: str = "", epilog: str = "") -> None:
        super().__init__(
            prog,
            usage or None,
            description,
            epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
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

        complain(f"{message}; see {self.prog} --help")
        sys.exit(BAD_INPUT)
