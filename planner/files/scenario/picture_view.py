"""How a picture shows its scenarios: their colors and the places, beside them in the picture.

Seventh floor of planner. Colors are numbers of data colors in the order of the scenarios, places
the areas that its charts are about. They are no part of what was computed: a picture in which they
cannot be read opens without them.
"""

from collections.abc import Sequence
from io import BufferedIOBase
from typing import Final

from planner.files.scenario import png_text
from planner.model.indices import AREAS
from planner.storage.sentences.file_error import FileError

KEYWORD: Final = b"Suanli colors"
PLACES_KEYWORD: Final = b"Suanli places"
_ALL_PLACES: Final = "all"
_UNNAMED: Final = "PNG"
_BYTES_AT_MOST: Final = 400


def with_colors(png: bytes, colors: Sequence[int]) -> bytes:
    """Return the PNG with these colors in it. Raises FileError for what is no whole PNG."""
    return png_text.with_text(png, " ".join(map(str, colors)).encode(), _UNNAMED, KEYWORD)


def colors_in(file: BufferedIOBase, count: int, among: int) -> tuple[int, ...]:
    """Return the colors of `count` scenarios in an open PNG, each less than `among`.

    None of them where they are missing, damaged, repeated, or of another number of scenarios.
    """
    words = _words(file, KEYWORD)
    if len(words) != count or not all(word.isdigit() for word in words):
        return ()
    colors = tuple(map(int, words))
    return colors if max(colors) < among and len(set(colors)) == count else ()


def with_places(png: bytes, areas: Sequence[str]) -> bytes:
    """Return the PNG with the areas it is about, none for all of them. Raises FileError."""
    text = " ".join(areas) or _ALL_PLACES
    return png_text.with_text(png, text.encode(), _UNNAMED, PLACES_KEYWORD)


def places_in(file: BufferedIOBase) -> tuple[str, ...] | None:
    """Return the areas that an open PNG is about, none for all of them.

    None where that is missing, damaged, repeated, or of a place that there is no more.
    """
    words = [word.decode(errors="replace") for word in _words(file, PLACES_KEYWORD)]
    if words == [_ALL_PLACES]:
        return ()
    known = bool(words) and set(words) <= set(AREAS) and len(set(words)) == len(words)
    return tuple(words) if known else None


def _words(file: BufferedIOBase, keyword: bytes) -> list[bytes]:
    """Return the words under a keyword of ours, none where they are missing or damaged."""
    try:
        text = png_text.text_in(file, _UNNAMED, keyword)
    except FileError:
        return []
    return text.split() if len(text) <= _BYTES_AT_MOST else []
