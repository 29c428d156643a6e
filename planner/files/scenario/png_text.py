"""One text inside a PNG: an iTXt chunk under our keyword, written and read without the pixels.

Seventh floor of planner. The reader trusts nothing: sizes, checksums and the number of chunks are
bounded, and what is packed to burst is not unpacked. What the text means is decided elsewhere.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from typing import Final

from planner.storage.sentences.file_error import FileError, refusal

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
KEYWORD: Final = b"Suanli scenario"

_PICTURE_AT_MOST: Final = 64_000_000
_CHUNK_AT_MOST: Final = 1_000_000
_PLAIN_AT_MOST: Final = 500_000
_TEXT_AT_MOST: Final = 4_000_000
_CHUNKS_AT_MOST: Final = 20_000
_PLAIN: Final = b"\x00\x00"  # not compressed
_COMPRESSED: Final = b"\x01\x00"

Chunk = tuple[int, int, bytes]
"""Where a chunk begins and ends in the file, and its kind."""


def is_picture(file: BufferedIOBase) -> bool:
    """Tell whether an open file begins as a PNG does; the file is left at its beginning."""
    beginning = file.read(len(SIGNATURE))
    file.seek(0)
    return beginning == SIGNATURE


def with_text(png: bytes, text: bytes, name: str, keyword: bytes = KEYWORD) -> bytes:
    """Return the PNG with the text as its only one under a keyword of ours; UTF-8, without NUL.

    Pixels and all other chunks stay as they are. Raises FileError for what is no whole PNG.
    """
    file = io.BytesIO(png)
    chunks = list(_chunks(file, name))
    others = (
        png[begin:end]
        for begin, end, kind in chunks[:-1]
        if not _is_ours(file, begin, kind, keyword)
    )
    begin, end, _ = chunks[-1]
    return b"".join((SIGNATURE, *others, _chunk(text, keyword), png[begin:end]))


def text_in(file: BufferedIOBase, name: str, keyword: bytes = KEYWORD) -> bytes:
    """Return the text under a keyword of ours in an open PNG called `name`.

    Raises FileError where there is none or more than one, and for a damaged file.
    """
    ours = [each for each in _chunks(file, name) if _is_ours(file, each[0], each[2], keyword)]
    if not ours:
        raise refusal("picture_without", file=name)
    if len(ours) > 1:
        raise refusal("picture_with_several", file=name)
    begin, end, _ = ours[0]
    if end - begin > _CHUNK_AT_MOST:
        raise _damaged(name)
    file.seek(begin + 4)
    return _unpacked(file.read(end - begin - 4), name, keyword)


def _chunks(file: BufferedIOBase, name: str) -> Iterator[Chunk]:
    """Yield every chunk up to the last one, IEND, without reading what is in them."""
    size = file.seek(0, io.SEEK_END)
    if size > _PICTURE_AT_MOST:
        raise refusal("picture_too_large", file=name)
    begin = file.seek(len(SIGNATURE))
    for _ in range(_CHUNKS_AT_MOST):
        file.seek(begin)
        head = file.read(8)
        end = begin + 12 + int.from_bytes(head[:4], "big")
        if len(head) < 8 or end > size:  # noqa: PLR2004 - length and kind
            break
        yield begin, end, head[4:]
        if head[4:] == b"IEND":
            return
        begin = end
    raise _damaged(name)


def _is_ours(file: BufferedIOBase, begin: int, kind: bytes, keyword: bytes) -> bool:
    if kind != b"iTXt":
        return False
    file.seek(begin + 8)
    return file.read(len(keyword) + 1) == keyword + b"\x00"


def _unpacked(chunk: bytes, name: str, keyword: bytes) -> bytes:
    """Return the text of one chunk, from its kind to its checksum."""
    content, checksum = chunk[:-4], chunk[-4:]
    if zlib.crc32(content) != int.from_bytes(checksum, "big"):
        raise _damaged(name)
    rest = content[4 + len(keyword) + 1 :]
    _language, found, rest_of_it = rest[2:].partition(b"\x00")
    _translated, found_too, text = rest_of_it.partition(b"\x00")
    if not (found and found_too) or rest[:1] not in {b"\x00", b"\x01"}:
        raise _damaged(name)
    return _inflated(text, name) if rest[:2] == _COMPRESSED else text


def _inflated(packed: bytes, name: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(packed, _TEXT_AT_MOST + 1)
    except zlib.error:
        raise _damaged(name) from None
    if len(text) > _TEXT_AT_MOST or not unpacking.eof:
        raise _damaged(name)
    return text


def _chunk(text: bytes, keyword: bytes) -> bytes:
    packed = len(text) > _PLAIN_AT_MOST
    flags, text = (_COMPRESSED, zlib.compress(text)) if packed else (_PLAIN, text)
    content = b"iTXt" + keyword + b"\x00" + flags + b"\x00\x00" + text
    return struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))


def _damaged(name: str) -> FileError:
    return refusal("picture_damaged", file=name)
