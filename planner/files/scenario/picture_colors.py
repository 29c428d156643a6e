"""The colors of the scenarios that a picture shows, beside them in the picture.

Top floor of planner. They are numbers of data colors in the order of the scenarios; a picture
whose colors cannot be read opens without them, for they are no part of what was computed.
"""

from collections.abc import Sequence
from io import BufferedIOBase
from typing import Final

from planner.files.scenario import png_text
from planner.storage.sentences.file_error import FileError

KEYWORD: Final = b"Suanli colors"
_UNNAMED: Final = "PNG"
_BYTES_AT_MOST: Final = 400


def with_colors(png: bytes, colors: Sequence[int]) -> bytes:
    """Return the PNG with these colors in it. Raises FileError for what is no whole PNG."""
    return png_text.with_text(png, " ".join(map(str, colors)).encode(), _UNNAMED, KEYWORD)


def colors_in(file: BufferedIOBase, count: int, among: int) -> tuple[int, ...]:
    """Return the colors of `count` scenarios in an open PNG, each less than `among`.

    None of them where they are missing, damaged, repeated, or of another number of scenarios.
    """
    try:
        text = png_text.text_in(file, _UNNAMED, KEYWORD)
    except FileError:
        return ()
    words = text.split() if len(text) <= _BYTES_AT_MOST else []
    if len(words) != count or not all(word.isdigit() for word in words):
        return ()
    colors = tuple(map(int, words))
    return colors if max(colors) < among and len(set(colors)) == count else ()
