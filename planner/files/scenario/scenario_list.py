"""Several scenarios in one text: a list of what their files hold, one after the other.

Seventh floor of planner. A picture of several scenarios carries such a list, and a session has one
in it; a scenario file does not. One that is broken loses none of the others: it gives its sentence,
and they open.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planner.files.format.decode import Fields, as_object, parse
from planner.files.scenario.content import Content, content_of_fields, fields_to_look_at
from planner.files.scenario.picture_view import colors_in, places_in
from planner.files.scenario.png_text import is_picture, text_in
from planner.files.scenario.scenario_file import (
    Opened,
    open_file,
    opened_from,
    read_content,
    to_bytes,
)
from planner.files.session.session import SessionFound
from planner.model.scenario import Scenario
from planner.storage.identity import identity_of_open
from planner.storage.opening import regular_file
from planner.storage.sentences.file_error import FileError, one_line, refusal, shown_path
from planner.storage.sentences.message import Message, message

SCENARIOS_AT_MOST: Final = 50
COLORS_AT_MOST: Final = 8

ReadOne = Callable[[Fields, str], Content]


@dataclass(frozen=True, slots=True)
class Listed:
    """The scenarios of a list in its order, each once, and why others cannot be read.

    `repeated` says that the list holds one more than once, None where it does not.
    """

    contents: tuple[Content, ...]
    refused: tuple[Message, ...] = ()
    repeated: Message | None = None


@dataclass(frozen=True, slots=True)
class OpenedList:
    """The scenarios that a file or picture opens as, at least one, and what to say of others.

    `colors` are the numbers of the data colors that a picture shows them in, none where that is
    not known of each. `session` is what a session says beside them, None for anything else.
    `places` are the areas that a picture is about, none of them for all, None where it is not said.
    """

    opened: tuple[Opened, ...]
    remarks: tuple[Message, ...] = ()
    colors: tuple[int, ...] = ()
    session: SessionFound | None = None
    places: tuple[str, ...] | None = None


def list_to_bytes(scenarios: Sequence[Scenario]) -> bytes:
    """Return the text of a list: one scenario as its file has it, several in brackets.

    A scenario that is in it twice is written once. Raises FileError for none or too many.
    """
    each_once = list(dict.fromkeys(scenarios))
    if not 1 <= len(each_once) <= SCENARIOS_AT_MOST:
        raise _wrong_count("PNG", len(each_once))
    texts = [to_bytes(each) for each in each_once]
    return (
        texts[0] if len(texts) == 1 else b"[\n" + b",\n".join(map(bytes.rstrip, texts)) + b"\n]\n"
    )


def listed_in(text: bytes, name: str, read_one: ReadOne = content_of_fields) -> Listed:
    """Return the scenarios in a text that holds one or a list.

    Raises FileError where it holds neither, and where no scenario in it can be read.
    """
    found = parse(text, name)
    if not isinstance(found, list):
        return Listed((read_one(as_object(found, name), name),))
    if not 1 <= len(found) <= SCENARIOS_AT_MOST:
        raise _wrong_count(name, len(found))
    results = list(read_each(found, name, read_one))
    refused = tuple(each.message for each in results if isinstance(each, FileError))
    good = [each for each in results if isinstance(each, Content)]
    if not good:
        raise FileError(refused[0])
    once = {each.scenario: each for each in reversed(good)}
    contents = tuple(once[each] for each in dict.fromkeys(each.scenario for each in good))
    repeated = message("scenario_twice", file=name) if len(contents) < len(good) else None
    return Listed(contents, refused, repeated)


def open_all(path: str | os.PathLike[str]) -> OpenedList:
    """Return what is in a file or picture, as `open_file` does; a picture may hold several.

    Raises FileError with one sentence where nothing in it can be opened.
    """
    name = shown_path(path)
    with regular_file(path) as file:
        if is_picture(file):
            found = listed_in(text_in(file, name), name, fields_to_look_at)
            identity = identity_of_open(file)
            opened = (opened_from(each, identity, picture=True) for each in found.contents)
            repeated = () if found.repeated is None else (found.repeated,)
            remarks = (*found.refused, *repeated, *_alike(found.contents, name))
            is_whole = not found.refused and found.repeated is None
            colors = colors_in(file, len(found.contents), COLORS_AT_MOST) if is_whole else ()
            return OpenedList(tuple(opened), remarks, colors, places=places_in(file))
    return OpenedList((open_file(path),))


def _alike(contents: Sequence[Content], name: str) -> Iterator[Message]:
    """Yield that several scenarios have one title, which does not tell them apart."""
    titles = [each.scenario.title for each in contents]
    alike = [title for title in dict.fromkeys(titles) if titles.count(title) > 1]
    if alike:
        yield message("titles_alike", file=name, title=one_line(alike[0]))


def read_all(path: str | os.PathLike[str]) -> Listed:
    """Return the scenarios in a file or picture, of no newer version. Raises FileError."""
    name = shown_path(path)
    with regular_file(path) as file:
        if is_picture(file):
            return listed_in(text_in(file, name), name)
    return Listed((read_content(path),))


def read_each(
    found: Sequence[object], name: str, read_one: ReadOne
) -> Iterator[Content | FileError]:
    """Yield each scenario of a list, or why it cannot be read; its number stands by the name."""
    for number, each in enumerate(found, 1):
        numbered = f"{name} ({number}/{len(found)})"
        try:
            yield read_one(as_object(each, numbered), numbered)
        except FileError as error:
            yield error


def _wrong_count(name: str, count: int) -> FileError:
    if not count:
        return refusal("picture_without", file=name)
    return refusal("too_many_scenarios", file=name, count=count, most=SCENARIOS_AT_MOST)
