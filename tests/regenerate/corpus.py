"""What is said of every file of the hostile corpus, as the program says it now.

The files are made by hand, the sentences follow from the rows of the model: which levers there
are, what each allows. Who regenerates them reads the difference.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

from planner.files.imports.any_file import open_any
from planner.files.scenario.scenario_list import OpenedList
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import Message
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.nobody import as_nobody
from tests.reliability.reading.corpus_files import (
    FOLDER,
    GOOD_NAME,
    GOOD_WORKBOOK,
    MADE,
    PUT,
    lay_out,
)
from tests.reliability.reading.corpus_sessions import GOOD_SESSION

_NEWER_NAME = "version-9.json"
_HEAD = """\
# What is said of every file of the corpus in each language, or the title that it opens with.
# Written by `make regenerate`.
"""


def names() -> tuple[str, ...]:
    """Return the files of the corpus: those by hand, those that a program makes, special ones."""
    return (*sorted(path.name for path in FOLDER.glob("*.json")), *MADE, *PUT)


def expected_bytes() -> bytes:
    """Return the table of what is said of each file, as TOML."""
    with laid_out():
        entries = [{"name": name, **told_of(name)} for name in names()]
    return "\n".join((_HEAD, *map(_entry, entries))).encode()


@contextmanager
def laid_out() -> Iterator[None]:
    """Lay the corpus out in a folder that anybody may enter, and go there for a while."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        lay_out(Path(folder))
        # what reads is loaded before rights are given up
        for name in (GOOD_NAME, GOOD_WORKBOOK, GOOD_SESSION, _NEWER_NAME):
            open_any(name)
        yield


def told_of(name: str) -> dict[str, str]:
    """Return the sentence about one file in each language, or the title that it opens with.

    One that opens read-only has the reason too; of several faults each has a line. A session has
    the parts of its view that are left out.
    """
    try:
        with as_nobody():
            listed = open_any(name)
    except FileError as error:
        return {language: _lines(error, language) for language in LANGUAGES}
    found = listed.opened[0]
    told, reason = {"title": found.scenario.title}, found.read_only_reason
    if listed.session is not None:
        reason = listed.session.read_only_reason
        told |= _beside(listed)
    if reason is not None:
        told |= {f"read_only_{language}": reason.text(language) for language in LANGUAGES}
    return told


def _beside(listed: OpenedList) -> dict[str, str]:
    """Return what of a session cannot be read: parts of its view, and scenarios."""
    told = {f"remark_{language}": _said(listed.remarks, language) for language in LANGUAGES}
    left_out = () if listed.session is None else listed.session.left_out
    told["left_out"] = ", ".join(left_out)
    return {key: text for key, text in told.items() if text}


def _lines(error: FileError, language: str) -> str:
    return _said((error.message, *error.details), language)


def _said(messages: Iterable[Message], language: str) -> str:
    return "\n".join(each.text(language) for each in messages)


def _entry(entry: dict[str, str]) -> str:
    lines = (f"{key} = {_quoted(text)}" for key, text in entry.items())
    return "\n".join(("[[file]]", *lines, ""))


def _quoted(text: str) -> str:
    """Return a basic string of TOML: JSON's escapes are among its own."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
