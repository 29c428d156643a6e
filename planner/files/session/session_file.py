"""Session files: the scenarios of a window, how it shows them, and answers, in one text to mail.

Seventh floor of planner. Each scenario stands in it as in a file of its own and is read as
strictly; one that is not right gives its sentence and loses none of the others, but then the
session is read-only, for saving would lose that one. A view that is not right falls back part by
part.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from textwrap import indent
from typing import Final, TypeVar

from planner.files.format.allowed import either, names_of
from planner.files.format.decode import Fields, as_object, parse
from planner.files.format.migrate import newer_refusal
from planner.files.scenario.content import Content, content_of_fields, fields_to_look_at
from planner.files.scenario.scenario_file import Written, opened_from, to_bytes
from planner.files.scenario.scenario_list import (
    SCENARIOS_AT_MOST,
    Listed,
    OpenedList,
    ReadOne,
    read_each,
)
from planner.files.session.answer_fields import ANSWERS, answers_in, fields_of_answer
from planner.files.session.session import Session, SessionFound, SessionScenario, SessionView
from planner.files.session.view_fields import fields_of_view, view_in
from planner.storage.atomic import write_atomically
from planner.storage.identity import identity_of, identity_of_open
from planner.storage.names import SESSION_ENDING
from planner.storage.opening import BYTES_AT_MOST, bytes_of, read_bytes, regular_file
from planner.storage.sentences.file_error import FileError, refusal, shown, shown_path
from planner.storage.sentences.message import Message, message
from planner.storage.sentences.spoken import ENGLISH, speaking
from planner.studies.answers.answer import Answer

FORMAT: Final = "suanli-session"
VERSION: Final = 3
FIELDS: Final = ("format", "version", "scenarios", "view", ANSWERS)
_SINCE: Final = {ANSWERS: 2}
"""The version that a field came with, where that is not the first."""
COMMAS_AT_MOST: Final = 400_000
"""More than a session of as many scenarios as it may have holds."""
_T = TypeVar("_T")
_HEAD_BYTES: Final = 200
_HEAD: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"suanli-session"')


@dataclass(frozen=True, slots=True)
class SessionContent:
    """A session as its file has it, and what of it cannot be read.

    With a `read_only_reason` the file is never to be written; `left_out` names the parts of the
    view that are not known here, and fields of a newer version.
    """

    contents: tuple[Content, ...]
    view: SessionView
    left_out: tuple[str, ...] = ()
    refused: tuple[Message, ...] = ()
    read_only_reason: Message | None = None
    answers: tuple[Answer, ...] = ()

    @property
    def session(self) -> Session:
        """The session itself, without what its file says of versions."""
        found = (SessionScenario(each.scenario, each.results) for each in self.contents)
        return Session(tuple(found), self.view, self.answers)


def is_named_as_session(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is called as a session is."""
    return os.fspath(path).casefold().endswith(SESSION_ENDING)


def is_session(path: str | os.PathLike[str]) -> bool:
    """Tell whether a file is called as a session is, or begins as one."""
    if is_named_as_session(path):
        return True
    try:
        with regular_file(path) as file:
            return _HEAD.match(file.read(_HEAD_BYTES)) is not None
    except FileError:
        return False


@speaking(ENGLISH)
def session_to_bytes(session: Session) -> bytes:
    """Return the file of a session. Raises FileError where it would hold none or too many."""
    count = len(session.scenarios)
    if not 1 <= count <= SCENARIOS_AT_MOST:
        raise refusal("too_many_scenarios", file=FORMAT, count=count, most=SCENARIOS_AT_MOST)
    texts = (to_bytes(each.scenario, each.results).decode() for each in session.scenarios)
    scenarios = ",\n".join(indent(text.rstrip(), "    ") for text in texts)
    view = json.dumps(fields_of_view(session.view), indent=2, ensure_ascii=False)
    return (
        f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n'
        f'  "scenarios": [\n{scenarios}\n  ],\n'
        f'  "view": {indent(view, "  ").lstrip()}{_answers_text(session)}\n}}\n'
    ).encode()


def _answers_text(session: Session) -> str:
    """Return the field of the answers, an answer a line; nothing where none are kept."""
    if not session.answers:
        return ""
    lines = (json.dumps(fields_of_answer(e), ensure_ascii=False) for e in session.answers)
    return f',\n  "{ANSWERS}": [\n    ' + ",\n    ".join(lines) + "\n  ]"


def session_in(data: bytes, name: str) -> SessionContent:
    """Return the session in the bytes of a file, of no newer version. Raises FileError."""
    fields = as_object(parse(data, name, COMMAS_AT_MOST), name)
    version = _version_of(fields, name)
    if version > VERSION:
        raise newer_refusal(version, name, VERSION)
    return _content(fields, name, content_of_fields)


def session_to_look_at(data: bytes, name: str) -> SessionContent:
    """Return the session in a file; of a newer version as far as it is known. Raises FileError."""
    fields = as_object(parse(data, name, COMMAS_AT_MOST), name)
    return _content(fields, name, fields_to_look_at)


def open_session(path: str | os.PathLike[str]) -> OpenedList:
    """Return the scenarios of a session as they open. Raises FileError where none of them can."""
    name = shown_path(path)
    with regular_file(path) as file:
        found = session_to_look_at(bytes_of(file, name), name)
        identity = identity_of_open(file)
    opened = (opened_from(each, identity, picture=False) for each in found.contents)
    head = SessionFound(found.view, found.left_out, found.read_only_reason, found.answers)
    return OpenedList(tuple(opened), found.refused, session=head)


def read_session(path: str | os.PathLike[str]) -> Listed:
    """Return the scenarios of a session, of no newer version. Raises FileError."""
    found = session_in(read_bytes(path), shown_path(path))
    return Listed(found.contents, found.refused)


def write_session(
    path: str | os.PathLike[str], session: Session, *, backup: bool = False
) -> Written:
    """Save a session: the file is replaced whole, or on FileError stays as it was.

    With `backup` the file as it was stays beside it as `.bak`. One of a newer version is never
    replaced.
    """
    name, data = shown_path(path), session_to_bytes(session)
    if len(data) > BYTES_AT_MOST:
        raise refusal("cannot_be_saved", file=name, cause=message("session_too_large"))
    if session_in(data, name).session != session:
        raise refusal("cannot_be_saved", file=name, cause=message("reads_back_differently"))
    _check_not_newer(path, name)
    remarks = write_atomically(path, data, backup=backup)
    return Written(identity_of(path), remarks)


def _content(fields: Fields, name: str, read_one: ReadOne) -> SessionContent:
    version = _version_of(fields, name)
    unknown = [key for key in fields if key not in FIELDS or _SINCE.get(key, 1) > version]
    if unknown and version <= VERSION:
        raise _unknown(unknown[0], name)
    results = list(read_each(_list_of(fields, name), name, read_one))
    refused = tuple(each.message for each in results if isinstance(each, FileError))
    contents = tuple(each for each in results if isinstance(each, Content))
    if not contents:
        raise FileError(refused[0])
    view, left_out = view_in(fields.get("view", {}), len(results))
    if refused:
        view = _without(view, results)
    answers, lost = answers_in(fields.get(ANSWERS, []))
    reason = _reason(version, contents, is_whole=not refused)
    left_out = (*left_out, *lost, *unknown)
    return SessionContent(contents, view, left_out, refused, reason, answers)


def _without(view: SessionView, results: list[Content | FileError]) -> SessionView:
    """Return a view of those scenarios alone that could be read."""
    kept = [number for number, each in enumerate(results) if isinstance(each, Content)]
    return replace(
        view,
        current=_counted(view.current, kept),
        against=_counted(view.against, kept),
        colors=_chosen(view.colors, kept),
        shown=_chosen(view.shown, kept),
    )


def _counted(number: int | None, kept: Sequence[int]) -> int | None:
    """Return which of the kept scenarios one is that was counted among all, None for no other."""
    if not number:
        return number
    return kept.index(number - 1) + 1 if number - 1 in kept else None


def _chosen(values: tuple[_T, ...] | None, kept: Iterable[int]) -> tuple[_T, ...] | None:
    return None if values is None else tuple(values[number] for number in kept)


def _reason(version: int, contents: Iterable[Content], *, is_whole: bool) -> Message | None:
    """Return why a session must not be written, None where it may be."""
    if version > VERSION:
        return message("read_only_newer", version=shown(version), present=VERSION)
    reasons = [each.read_only_reason for each in contents if each.read_only_reason is not None]
    if reasons:
        return reasons[0]
    return None if is_whole else message("session_incomplete")


def _list_of(fields: Fields, name: str) -> list[object]:
    allowed = message("a_list_of_scenarios", most=SCENARIOS_AT_MOST)
    if "scenarios" not in fields:
        raise refusal("missing", file=name, field="scenarios", allowed=allowed)
    found = fields["scenarios"]
    if not isinstance(found, list):
        raise refusal("wrong", file=name, field="scenarios", found=shown(found), allowed=allowed)
    if not found:
        raise refusal("session_without", file=name)
    if len(found) > SCENARIOS_AT_MOST:
        count = len(found)
        raise refusal("too_many_scenarios", file=name, count=count, most=SCENARIOS_AT_MOST)
    return found


def _version_of(fields: Fields, name: str) -> int:
    """Return the version that a file states, which may be newer. Raises FileError."""
    allowed, found = shown(FORMAT), fields.get("format")
    if "format" not in fields:
        raise refusal("session_no_format", file=name, allowed=allowed)
    if found != FORMAT:
        raise refusal("session_other_format", file=name, found=shown(found), allowed=allowed)
    versions = message("whole_number", low=1, high=VERSION)
    version = fields.get("version")
    if "version" not in fields:
        raise refusal("missing", file=name, field="version", allowed=versions)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refusal("wrong", file=name, field="version", found=shown(version), allowed=versions)
    return version


def _unknown(key: str, name: str) -> FileError:
    near = get_close_matches(key, FIELDS, n=3)
    hint = message("allowed_are", names=names_of(dict.fromkeys(FIELDS)))
    if near:
        hint = message("did_you_mean", names=either(message("exactly", value=n) for n in near))
    return refusal("no_field", file=name, found=shown(key), hint=hint)


def _check_not_newer(path: str | os.PathLike[str], name: str) -> None:
    """Refuse to replace a session of a newer version; what is none may go."""
    try:
        version = _version_of(as_object(parse(read_bytes(path), name, COMMAS_AT_MOST), name), name)
    except FileError:
        return
    if version > VERSION:
        cause = message("newer_stays", version=shown(version))
        raise refusal("cannot_be_saved", file=name, cause=cause)
