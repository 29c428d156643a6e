"""Reads whatever carries scenarios: a file, a picture, a workbook; top floor of planner."""

import os

from planner.files.imports.scenario_workbook import (
    is_named_as_workbook,
    open_workbook,
    read_workbook,
)
from planner.files.scenario.content import Content
from planner.files.scenario.scenario_file import read_content
from planner.files.scenario.scenario_list import Listed, OpenedList, open_all, read_all
from planner.storage.sentences.file_error import refusal, shown_path


def open_any(path: str | os.PathLike[str]) -> OpenedList:
    """Return what is in a file as it opens. Raises FileError where nothing in it can be opened."""
    return open_workbook(path) if is_named_as_workbook(path) else open_all(path)


def read_any(path: str | os.PathLike[str]) -> Listed:
    """Return the scenarios in a file, of no newer version. Raises FileError."""
    return read_workbook(path) if is_named_as_workbook(path) else read_all(path)


def read_one(path: str | os.PathLike[str]) -> Content:
    """Return the one scenario in a file. Raises FileError, also where there are several."""
    if not is_named_as_workbook(path):
        return read_content(path)
    contents = read_workbook(path).contents
    if len(contents) > 1:
        raise refusal("sheet_several", file=shown_path(path), count=len(contents))
    return contents[0]
