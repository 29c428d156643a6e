"""The pages of the manual, made from the parsers: what `--help` says, in the form of `man`."""

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import Final

from deb.facts import version
from planner.storage.sentences.spoken import Language, speaking
from ui.command_line import COMMANDS, parser_of

_HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS"),
    "it": ("NOME", "SINTASSI", "DESCRIZIONE", "OPZIONI", "COMANDI"),
    "zh_CN": ("名称", "概要", "描述", "选项", "命令"),
}
"""Of sections, as `man` finds them in each language."""
_COLON: Final = re.compile(r"[:\N{FULLWIDTH COLON}] ?")


def manual(language: Language, day: str) -> str:
    """Return the page of the manual in a language; the day is that of the version."""
    name, synopsis, description, options, commands = _HEADS[language]
    with speaking(language):
        lines = [
            f'.TH SUANLI 1 "{day}" "Suanli {version()}"',
            ".ad l",
            f".SH {name}",
            rf"suanli \- {_plain(_summary())}",
            f".SH {synopsis}",
            *_synopsis(),
            f".SH {description}",
            *_paragraphs(parser_of("").description or ""),
            f".SH {options}",
            *_options(parser_of("")),
            f".SH {commands}",
            *(line for each in COMMANDS for line in _command(each)),
        ]
    return "\n".join([*lines, ""])


def _summary() -> str:
    """Return what the program is, without its name before it."""
    *_, said = _COLON.split(parser_of("").description or "", maxsplit=1)
    return said.rstrip(".\N{IDEOGRAPHIC FULL STOP}")


def _synopsis() -> Iterator[str]:
    for line in (parser_of("").usage or "").splitlines():
        yield from (_plain(line.strip()), ".br")


def _command(name: str) -> Iterator[str]:
    parser = parser_of(name)
    yield f".SS suanli {name}"
    yield from _paragraphs(parser.description or "")
    yield from _options(parser)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Return a paragraph for each argument: its names, and what it does."""
    layout = parser._get_formatter()  # noqa: SLF001 - argparse tells nothing of its arguments
    for action in parser._actions:  # noqa: SLF001
        if action.help == argparse.SUPPRESS:
            continue
        head = layout._format_action_invocation(action)  # noqa: SLF001
        yield from (".TP", rf"\fB{_plain(head)}\fR")
        yield _plain(layout._expand_help(action) if action.help else "")  # noqa: SLF001


def _paragraphs(text: str) -> Iterable[str]:
    return (_plain(line.strip()) or ".PP" for line in text.splitlines())


def _plain(text: str) -> str:
    """Return a text in which nothing is a command of the typesetter."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
