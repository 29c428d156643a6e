"""What a user types: names of scenarios, numbers; each mistake gives one sentence."""

import argparse
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from planner.files.format.plain_text import plain_name
from planner.files.format.schema import NAME_AT_MOST
from planner.files.imports.any_file import read_any, read_one
from planner.files.scenario.content import Content
from planner.files.scenario.scenario_file import EXAMPLES, example_path
from planner.model.scenario import Draws
from planner.quantities.told.lists import in_a_row, one_of
from planner.quantities.typed.digits import folded
from planner.storage.address import path_of
from planner.storage.names import SCENARIO_ENDING
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown, shown_path
from planner.storage.sentences.readable import readable
from ui.process.output import complain


class InputError(Exception):
    """Something typed that cannot be done; the message is one sentence."""


def check_element_named(name: str) -> None:
    """Raise InputError for an address that ends behind its dot: what is meant stands open."""
    if name.endswith("."):
        text = translate(
            "Terminal", "behind the dot of {name} stands an element, or there is no dot"
        )
        raise InputError(text.format(name=shown(name)))


def file_name(text: str) -> str:
    """Read the name of a file or folder, for an option."""
    if not text:
        raise argparse.ArgumentTypeError(translate("Terminal", '"" is not allowed, only a name'))
    return text


def title_of(text: str) -> str:
    """Read the title of a scenario, for an option."""
    try:
        return plain_title(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def plain_title(text: str) -> str:
    """Return what shows of the title of a scenario. Raises InputError where nothing does."""
    title = plain_name(text)[:NAME_AT_MOST]
    if not title.strip():
        said = translate("Terminal", "{given} is not allowed, only a title")
        raise InputError(said.format(given=shown(text)))
    return title


def opened(name: str) -> Content:
    """Return what is in an example or a file; `./baseline` is always the file.

    What could not be carried over from an older model is told.

    Raises FileError for a file that is no scenario, a picture or a workbook of several, InputError
    for a name that is neither.
    """
    path = existing(name)
    content = read_one(path)
    _tell_not_carried(path, content)
    return content


def opened_all(name: str) -> tuple[Content, ...]:
    """Return what is in an example or a file as `opened` does, every scenario that it carries.

    Raises FileError where one of several cannot be read.
    """
    path = existing(name)
    found = read_any(path)
    for why in found.refused:
        raise FileError(why)
    if found.repeated is not None:
        complain(str(found.repeated))
    for content in found.contents:
        _tell_not_carried(path, content)
    return found.contents


def existing(name: str) -> Path:
    """Return where an example or a file is. Raises InputError for a name that is neither."""
    path = source_of(name)
    if name and (path.exists() or path.is_symlink()):
        return path
    raise _missing(name)


def _tell_not_carried(path: Path, content: Content) -> None:
    if content.not_carried is not None:
        text = translate("Terminal", "{file}: {wrong}")
        complain(text.format(file=shown_path(path), wrong=content.not_carried))


def source_of(name: str) -> Path:
    """Return where an example or a file is."""
    return example_path(name) if name in EXAMPLES else path_of(name)


def _missing(name: str) -> InputError:
    """Return what is said of a name that is neither: those near it, else the examples."""
    beside = [readable(path.name) for path in Path().glob(f"*{SCENARIO_ENDING}")]
    near = get_close_matches(name, (*EXAMPLES, *beside), n=2)
    text = translate("Terminal", "there is no file or example {name}; the examples are {known}")
    if near:
        text = translate("Terminal", "there is no file or example {name}; did you mean {near}?")
    known = in_a_row(EXAMPLES)
    return InputError(text.format(name=shown(readable(name)), near=one_of(near), known=known))


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers within bounds, for an option."""

    def read_number(text: str) -> int:
        digits = folded(text)
        if digits.isascii() and digits.isdigit() and least <= int(digits[:20]) <= most:
            return int(digits)
        message = translate(
            "Terminal", "{given} is not allowed, only a whole number from {least} to {most}"
        )
        raise argparse.ArgumentTypeError(message.format(given=shown(text), least=least, most=most))

    return read_number


def read_draws(text: str) -> Draws:
    """Read how futures are drawn, for an option; words may be joined by hyphens."""
    for each in get_args(Draws):
        if text.replace("-", " ") == each:
            known: Draws = each
            return known
    message = translate("Terminal", "{given} is not allowed, only {allowed}")
    allowed = one_of([each.replace(" ", "-") for each in get_args(Draws)])
    raise argparse.ArgumentTypeError(message.format(given=shown(text), allowed=allowed))
