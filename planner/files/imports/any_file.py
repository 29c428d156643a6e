"""Reads whatever carries scenarios: file, picture, workbook, session; seventh floor of planner."""

import os
from typing import Final

from planner.files.imports.scenario_workbook import (
    is_named_as_workbook,
    open_workbook,
    read_workbook,
)
from planner.files.scenario.content import Content
from planner.files.scenario.scenario_file import read_content
from planner.files.scenario.scenario_list import Listed, OpenedList, open_all, read_all
from planner.files.session.session_file import is_session, open_session, read_session
from planner.storage.sentences.file_error import FileError, refusal, shown_path

_TABLES: Final = (".csv", ".tsv")


def open_any(path: str | os.PathLike[str]) -> OpenedList:
    """Return what is in a file as it opens. Raises FileError where nothing in it can be opened."""
    _check_no_table(path)
    if is_named_as_workbook(path):
        return open_workbook(path)
    return open_session(path) if is_session(path) else open_all(path)


def read_any(path: str | os.PathLike[str]) -> Listed:
    """Return the scenarios in a file, of no newer version. Raises FileError."""
    _check_no_table(path)
    if is_named_as_workbook(path):
        return read_workbook(path)
    return read_session(path) if is_session(path) else read_all(path)


def read_one(path: str | os.PathLike[str]) -> Content:
    """Return the one scenario in a file. Raises FileError, also where there are several."""
    _check_no_table(path)
    if is_named_as_workbook(path):
        contents, several = read_workbook(path).contents, "sheet_several"
    elif is_session(path):
        found = read_session(path)
        for why in found.refused:
            raise FileError(why)
        contents, several = found.contents, "session_several"
    else:
        return read_content(path)
    if len(contents) > 1:
        raise refusal(several, file=shown_path(path), count=len(contents))
    return contents[0]


def _check_no_table(path: str | os.PathLike[str]) -> None:
    """Refuse a table: it holds no scenario, but may hold numbers of one's own."""
    if os.fspath(path).casefold().endswith(_TABLES):
        raise refusal("table_no_scenario", file=shown_path(path))
