"""The command `suanli`: opens the window, or runs one of the commands of the terminal.

Exit codes: 0 fine, 1 a window that ended without being closed, 2 bad input with one line on
standard error, 130 interrupted, 143 a sweep that the system ended, 128 and its number for another
signal that ended the window.
Nothing heavy and no Qt is imported until a command needs it.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from shlex import join
from typing import Final

from planner.storage.sentences.catalog import marked, translate
from planner.storage.sentences.spoken import Language, nearest_language, speak, spoken
from ui.process.exit_codes import BAD_INPUT, FINE, INTERRUPTED

QUESTIONS: Final[dict[str, str]] = {
    "survive": marked(
        "Commands", "tell whether scenarios stay best, and keep their sign, in other worlds"
    ),
    "future": marked(
        "Commands", "tell which future of a scenario is at a rank, and what is unusual in it"
    ),
    "discover": marked("Commands", "tell in which futures a scenario misses its targets"),
    "solve": marked(
        "Commands", "find the least change of levers with which an outcome reaches a level"
    ),
    "split": marked("Commands", "find the best split of a budget over places and instruments"),
    "money": marked(
        "Commands", "tell what money buys: cost per added enterprise and per used EFLOPS"
    ),
    "explain": marked(
        "Commands", "tell why an outcome differs between two scenarios, input by input"
    ),
    "matters": marked("Commands", "tell which assumptions make the range of an outcome"),
    "score": marked("Commands", "tell how good futures were, by numbers of your own"),
    "calibrate": marked("Commands", "hold futures to numbers of your own; tell what that changes"),
}
"""Commands that answer a question, each a module of `ui.terminal.ask`."""
COMMANDS: Final = {
    "run": marked("Commands", "run a scenario; print key figures, write numbers and charts"),
    "compare": marked(
        "Commands", "compare scenarios: inputs that differ, key figures side by side"
    ),
    "validate": marked(
        "Commands", "check scenario files; one line says what is wrong with a bad one"
    ),
    "facts": marked("Commands", "list the evidence behind the model, or all about one id"),
    "reference": marked(
        "Commands", "print levers, assumptions, equations and outcomes as Markdown"
    ),
    "model": marked("Commands", "write the model as XMILE for other simulators"),
    "backtest": marked("Commands", "hold the model against what was measured, point by point"),
    "inspect": marked(
        "Commands", "tell how a number comes about: equation, causes, evidence, loops"
    ),
    "story": marked("Commands", "tell the bookmarks of a scenario, or write them as slides"),
    "variants": marked(
        "Commands", "tell in how many futures and variants of the model an effect holds"
    ),
    "sweep": marked(
        "Commands", "run a plan of many points and futures to a folder; goes on if stopped"
    ),
    **QUESTIONS,
}

_PATIENCE: Final = 0.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments ask for and return the exit code."""
    with _system_language():
        return _done(list(sys.argv[1:] if arguments is None else arguments))


@contextmanager
def _system_language() -> Iterator[None]:
    """Speak the language of the system from now on, until arguments ask for another one."""
    from ui.wording.language import system_language

    before = spoken()
    speak(nearest_language(system_language()))
    try:
        yield
    finally:
        speak(before)


def _done(given: list[str]) -> int:
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
        complain(sentence_of(error))
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


def _answer(typed: list[str]) -> int:
    from ui.process.memory import WINDOW, needed_by, shortage
    from ui.process.output import complain
    from ui.terminal.arguments.language import without_language
    from ui.wording.language import asked_language

    named, given = without_language(typed)
    asked = asked_language(named, os.environ)
    speak(asked or spoken())
    command = given[0] if given and given[0] in COMMANDS else ""
    too_little = shortage(needed_by(command) if command else WINDOW)
    if too_little:
        complain(too_little)
        return BAD_INPUT
    if not command:
        return _open_window(given, asked)
    from ui.process.garbage import collect_seldom

    with collect_seldom():
        return _run_command(command, given[1:], typed)


def _told_as_they_are() -> tuple[type[Exception], ...]:
    """Return the errors whose message is a sentence for the user."""
    from planner.facts.record import EvidenceError
    from planner.model.scenario import ScenarioError
    from planner.storage.sentences.file_error import FileError
    from ui.process.display.application import DisplayError
    from ui.terminal.reading.inputs import InputError
    from ui.wording.language import LanguageError

    return FileError, ScenarioError, EvidenceError, InputError, DisplayError, LanguageError


def sentence_of(error: OSError) -> str:
    """Return what is said of an error of the system, with the file that it is about."""
    from planner.storage.sentences.file_error import cause, shown_path

    if not error.filename:
        text = translate("Terminal", "the output cannot be used: {cause}")
        return text.format(cause=cause(error))
    text = translate("Terminal", "{file} cannot be used: {cause}")
    return text.format(file=shown_path(error.filename), cause=cause(error))


def _of_too_little(error: MemoryError | ImportError) -> str:
    if isinstance(error, MemoryError):
        return translate("Terminal", "there is too little memory for this")
    text = translate("Terminal", "a part of Suanli cannot be loaded: {cause}")
    return text.format(cause=error)


def module_of(name: str) -> str:
    """Return the module of a command of the terminal."""
    room = f"{__package__}.terminal"
    return f"{room}.ask.{name}" if name in QUESTIONS else f"{room}.{name}"


def parser_of(name: str) -> argparse.ArgumentParser:
    """Return the parser of a command of the terminal, or of the window where the name is empty."""
    from ui.terminal.arguments.language import add_language
    from ui.terminal.arguments.parser import Parser
    from ui.wording.translate import command_text

    if not name:
        return _window_parser()
    summary = command_text(COMMANDS[name])
    sentence = translate("Terminal", "{sentence}.")
    begun = f"{summary[:1].upper()}{summary[1:]}"
    parser = Parser(f"suanli {name}", description=sentence.format(sentence=begun))
    import_module(module_of(name)).add_arguments(parser)
    add_language(parser)
    return parser


def _run_command(name: str, given: list[str], typed: list[str]) -> int:
    options = parser_of(name).parse_args(given)
    options.typed = join(["suanli", *typed])
    code: int = import_module(module_of(name)).run(options)
    return code


def _open_window(given: list[str], asked: Language | None) -> int:
    from planner.storage.address import path_of

    files: list[str] = _window_parser().parse_args(given).files
    paths = [path_of(file) for file in files]
    for path, file in zip(paths, files, strict=True):
        _check_there(path, file)
    if sys.platform == "linux" and not _has_display():
        from ui.terminal.reading.inputs import InputError

        text = translate(
            "Terminal", "there is no display for the window; `suanli run` works without one"
        )
        raise InputError(text)
    from ui.opening import open_window

    return open_window(paths, language=asked)


def _check_there(path: Path, file: str) -> None:
    """Refuse a file that is not there: most likely it is a mistyped command.

    One whose disk does not answer at once is left to the window, which does not wait for it.
    """
    from planner.storage.sentences.file_error import shown
    from planner.storage.sentences.readable import readable
    from ui.engine.file_threads import answer_within
    from ui.terminal.reading.inputs import InputError

    if not file:
        raise InputError(translate("Terminal", '"" is not allowed, only the name of a file'))
    task = answer_within(_PATIENCE, path, path.exists)
    if not task.is_done or task.result():
        return
    text = translate("Terminal", "there is no file {file}")
    near = get_close_matches(file, COMMANDS, n=1)
    if near:
        text = translate("Terminal", "there is no file {file}; did you mean suanli {command}?")
    raise InputError(text.format(file=shown(readable(file)), command="".join(near)))


def _has_display() -> bool:
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _window_parser() -> argparse.ArgumentParser:
    from ui.terminal.arguments.language import add_language
    from ui.terminal.arguments.parser import Parser

    parser = Parser("suanli", _usage(), _description(), _epilog())
    parser.add_argument(
        "files",
        nargs="*",
        metavar=translate("Terminal", "FILE"),
        help=translate(
            "Terminal",
            "scenarios to open in the window, or folders of sweeps, as paths or file: addresses",
        ),
    )
    told = translate("Terminal", "print the version and stop")
    parser.add_argument("--version", action=_Version, nargs=0, help=told)
    add_language(parser)
    return parser


def _usage() -> str:
    opened = translate("Terminal", "suanli [FILE ...]")
    commands = translate("Terminal", "suanli COMMAND ...")
    return f"{opened}\n       {commands}"


def _description() -> str:
    return translate("Terminal", "Suanli: a what-if tool for China's AI compute build-out.")


def _epilog() -> str:
    from ui.wording.translate import command_text

    lines = [f"  {name:<11}{command_text(summary)}" for name, summary in COMMANDS.items()]
    ending = translate(
        "Terminal",
        "`suanli COMMAND --help` tells more. Without FILE the window opens on the baseline.",
    )
    return "\n".join([translate("Terminal", "commands:"), *lines, "", ending])


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
