"""What a command writes to, file by file: looked at before the run, written after it.

A file is replaced whole; what is open already, a pipe or a device is written through.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from planner.files.exports.export_file import (
    check_export,
    check_in_folder,
    make_folder,
    write_export,
)
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import refusal, shown_path
from planner.storage.sentences.message import message
from planner.storage.streams import Stream, descriptor_path, open_stream, own_descriptor
from ui.process.output import complain, is_closed, say_pieces
from ui.terminal.reading.inputs import InputError

STANDARD_OUTPUT: Final = "-"
_STREAMS: Final = (1, 2)
"""Standard output and standard error, by their descriptors."""


@dataclass(frozen=True, slots=True)
class Target:
    """One file, or what stands for one, and the option that asks for it."""

    option: str
    name: str
    stream: Stream | None = None

    @property
    def is_standard_output(self) -> bool:
        """Whether its bytes come where the answers of the terminal come."""
        return self.name == STANDARD_OUTPUT or (self.stream is not None and self.stream.leads_to(1))

    @property
    def is_file(self) -> bool:
        """Whether it is a file, which is replaced whole."""
        return self.stream is None and self.name != STANDARD_OUTPUT

    def write(self, data: bytes | Iterable[bytes]) -> None:
        """Write all of it behind what was said so far, pieces one by one. Raises FileError."""
        if self.is_standard_output:
            say_pieces((data,) if isinstance(data, bytes) else data)
        elif self.stream is None:
            for remark in write_export(self.name, data):
                complain(str(remark))
        else:
            sys.stdout.flush()
            self.stream.write(data)


def target_of(option: str, name: str) -> Target:
    """Return what a name stands for.

    Raises FileError for what must not be written, InputError for an output that is closed.
    """
    number = 1 if name == STANDARD_OUTPUT else own_descriptor(descriptor_path(name))
    if number in _STREAMS and is_closed(number):
        text = translate("Terminal", "{option} goes to standard error, which is closed")
        if number == 1:
            text = translate("Terminal", "{option} goes to standard output, which is closed")
        raise InputError(text.format(option=option))
    return Target(option, name, None if name == STANDARD_OUTPUT else open_stream(name))


def check_file(target: Target, *, by_picture: bool = False) -> None:
    """Raise FileError, or InputError, where a file could not be written after the run."""
    if target.name.endswith(os.sep):
        folder = message("is_a_folder")
        raise refusal("cannot_be_saved", file=shown_path(target.name), cause=folder)
    check_export(target.name, by_picture=by_picture)
    _check_no_output(target)


def check_picture(target: Target, *, by_picture: bool) -> None:
    """Raise FileError, or InputError, where a picture in a folder must not be written."""
    check_in_folder(Path(target.name), by_picture=by_picture)
    _check_no_output(target)


def _check_no_output(target: Target) -> None:
    for descriptor in _STREAMS:
        if _is_open_as(target.name, descriptor):
            raise InputError(_is_output(target, descriptor))


def _is_output(target: Target, descriptor: int) -> str:
    text = translate("Terminal", "{option} names the file that standard error goes to: {file}")
    if descriptor == 1:
        text = translate("Terminal", "{option} names the file that standard output goes to: {file}")
    return text.format(option=target.option, file=shown_path(target.name))


def tell_what_is_replaced(parser: argparse.ArgumentParser, *, in_folders: bool = False) -> None:
    """Say at the end of a command's help what is written over."""
    text = translate(
        "Terminal", "A file F that is there already is replaced, unless it holds a scenario."
    )
    if in_folders:
        text = translate(
            "Terminal",
            "A file F that is there already is replaced, unless it holds a scenario; in a FOLDER "
            "only pictures that Suanli drew are.",
        )
    parser.epilog = text


def check_apart(targets: Iterable[Target], folders: Iterable[Target]) -> None:
    """Raise InputError when one thing would be written over another."""
    taken = {_identity(Path(folder.name)): folder.option for folder in folders}
    for target in targets:
        place = _place_of(target)
        other = target.option if place is None else taken.setdefault(place, target.option)
        if other != target.option:
            text = translate("Terminal", "{one} and {other} name the same file: {file}")
            named = shown_path(target.name)
            raise InputError(text.format(one=other, other=target.option, file=named))


def check_one_is_printed(asked: Mapping[str, str | None]) -> None:
    """Raise InputError where two formats, by their option, would go to standard output."""
    printed = [f"--{key}" for key, name in asked.items() if name == STANDARD_OUTPUT]
    if len(printed) > 1:
        text = translate("Terminal", "{one} and {other} cannot both go to standard output")
        raise InputError(text.format(one=printed[0], other=printed[1]))


def check_not_read(targets: Iterable[Target], read: Iterable[Path]) -> None:
    """Raise InputError when something would be written over what is read."""
    inputs = set(map(_identity, read))
    for target in targets:
        if _place_of(target) in inputs:
            text = translate("Terminal", "{option} names the file that is read: {file}")
            raise InputError(text.format(option=target.option, file=shown_path(target.name)))


@contextmanager
def folders_made(folders: Iterable[Path]) -> Iterator[None]:
    """Make the folders; if what follows fails, those that were not there are gone again."""
    made: list[Path] = []
    try:
        for folder in folders:
            made += _made(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            folder.rmdir()
        raise


def _made(folder: Path) -> list[Path]:
    """Make a folder and what is missing above it; return what was made, the outermost first."""
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    make_folder(folder)
    return missing[::-1]


def _place_of(target: Target) -> object:
    """Return what is the same for two names of one place; None where two may well meet."""
    if target.name == STANDARD_OUTPUT or target.is_standard_output:
        return STANDARD_OUTPUT
    if target.stream is not None:
        return target.stream.place()
    return _identity(Path(target.name))


def _identity(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return _leads_to(path)
    return found.st_dev, found.st_ino


def _leads_to(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except OSError:  # the folder we stand in is gone
        return str(path)


def _is_open_as(name: str, descriptor: int) -> bool:
    try:
        return os.path.samestat(Path(name).stat(), os.fstat(descriptor))
    except OSError:
        return False
