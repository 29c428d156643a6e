"""The hostile corpus: hand-made files in a folder, and those that only a program can make.

`tests/reliability/corpus/expected.toml` says for each what is to be said of it in every language,
or the title it opens with.
"""

import gzip
import os
import shutil
import struct
import tomllib
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from planner.files.scenario.png_text import KEYWORD, SIGNATURE
from tests.reliability.reading.corpus_sessions import SESSIONS
from tests.reliability.reading.corpus_workbooks import WORKBOOKS

FOLDER = Path(__file__).parents[1] / "corpus"
GOOD_NAME = "good.json"
GOOD_WORKBOOK = "workbook.xlsx"
GOOD = (FOLDER / GOOD_NAME).read_bytes()


def expected() -> list[dict[str, Any]]:
    """Return what is expected of every file of the corpus, in order."""
    text = (FOLDER / "expected.toml").read_text("utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["file"]
    return found


def lay_out(folder: Path) -> None:
    """Put the whole corpus into a folder that anybody may enter."""
    for path in FOLDER.glob("*.json"):
        shutil.copy(path, folder)
    for name, make in MADE.items():
        (folder / name).write_bytes(make())
    for name, put in PUT.items():
        put(folder / name)
    folder.chmod(0o755)


def _titled(title: bytes) -> bytes:
    return GOOD.replace(b"Hostile", title)


@cache
def _bomb() -> bytes:
    """Return a picture with a scenario of 200 MB, packed; packing takes a second."""
    return png(text_chunk(zlib.compress(bytes(200_000_000), 9), b"\1\0"))


def _plan(value: bytes) -> bytes:
    return GOOD.replace(b"760", value)


def _many_levers() -> bytes:
    return _plan(b"760, " + b", ".join(b'"lever_%d": 1' % number for number in range(100_000)))


def _chunk(kind: bytes, content: bytes, wrong: int = 0) -> bytes:
    checksum = zlib.crc32(kind + content) ^ wrong
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def png(*chunks: bytes) -> bytes:
    """Return a picture of one pixel with these chunks before its end."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = _chunk(b"IDAT", zlib.compress(b"\0\x7f"))
    return b"".join((SIGNATURE, head, pixels, *chunks, _chunk(b"IEND", b"")))


def text_chunk(text: bytes, flags: bytes = b"\0\0", wrong: int = 0) -> bytes:
    """Return the chunk of a scenario; `flags` are those of compression."""
    return _chunk(b"iTXt", KEYWORD + b"\0" + flags + b"\0\0" + text, wrong)


def _apng() -> bytes:
    control = _chunk(b"acTL", struct.pack(">II", 1, 0))
    return png(control, _chunk(b"fdAT", b"\0\0\0\1x"), text_chunk(GOOD))


MADE: Mapping[str, Callable[[], bytes]] = {
    "utf-16-le.json": lambda: b"\xff\xfe" + GOOD.decode().encode("utf-16-le"),
    "utf-16-be.json": lambda: b"\xfe\xff" + GOOD.decode().encode("utf-16-be"),
    "utf-16-without-mark.json": lambda: GOOD.decode().encode("utf-16-le"),
    "utf-32.json": lambda: GOOD.decode().encode("utf-32"),
    "latin-1.json": lambda: _titled(b"Caf\xe9"),
    "invalid-utf-8.json": lambda: _titled(b"\xff\xfe\xfd"),
    "overlong-utf-8.json": lambda: _titled(b"\xc0\xaf"),
    "surrogate-in-utf-8.json": lambda: _titled(b"\xed\xa0\x80"),
    "raw-nul.json": lambda: _titled(b"a\0b"),
    "zero-bytes.json": lambda: bytes(618),
    "zero-bytes-at-the-end.json": lambda: GOOD[:100] + bytes(412),
    "seed-with-a-point.json": lambda: GOOD.replace(b'd": 2025', b'd": 2025.0'),
    "futures-with-an-exponent.json": lambda: GOOD.replace(b's": 1000', b's": 1e3'),
    "byte-order-mark.json": lambda: b"\xef\xbb\xbf" + GOOD,
    "windows-line-ends.json": lambda: GOOD.replace(b"\n", b"\r\n"),
    "carriage-returns-only.json": lambda: GOOD.replace(b"\n", b"\r"),
    "one-line.json": lambda: b"".join(line.strip() for line in GOOD.splitlines()),
    "control-character.json": lambda: _titled(b"a\x1bb"),
    "integer-of-5000-digits.json": lambda: _plan(b"9" * 5000),
    "integer-of-millions-of-digits.json": lambda: _plan(b"9" * 3_900_000),
    "decimals-of-millions-of-digits.json": lambda: _plan(b"7." + b"6" * 3_900_000),
    "seed-of-5000-digits.json": lambda: GOOD.replace(b'd": 2025', b'd": ' + b"9" * 5000),
    "seed-of-90-digits.json": lambda: GOOD.replace(b'd": 2025', b'd": ' + b"9" * 90),
    "levers-100000.json": _many_levers,
    "title-of-10-MB.json": lambda: _titled(b"x" * 10_000_000),
    "title-of-3-MB.json": lambda: _titled(b"x" * 3_000_000),
    "spaces-beyond-4-MB.json": lambda: GOOD + b" " * 4_000_000,
    "deep-list.json": lambda: b"[" * 100_000,
    "deep-list-closed.json": lambda: _plan(b"[" * 100_000 + b"]" * 100_000),
    "deep-object.json": lambda: b'{"a":' * 100_000,
    "deep-but-readable.json": lambda: _plan(b"[" * 300 + b"]" * 300),
    "compressed.json": lambda: gzip.compress(GOOD, mtime=0),
    "archive.json": lambda: b"PK\x03\x04" + GOOD,
    "document.json": lambda: b"%PDF-1.7\n" + GOOD,
    "photograph.json": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + GOOD,
    "program.json": lambda: b"\x7fELF\x02\x01\x01\0" + GOOD,
    "picture-without.json": png,
    "picture-as-json.json": lambda: png(text_chunk(GOOD)),
    "json-as-picture.png": lambda: GOOD,
    "picture-moving.png": _apng,
    "picture-with-two.png": lambda: png(text_chunk(GOOD), text_chunk(GOOD)),
    "picture-with-wrong-sum.png": lambda: png(text_chunk(GOOD, wrong=1)),
    "picture-cut-off.png": lambda: png(text_chunk(GOOD))[:-20],
    "picture-bomb.png": _bomb,
    "picture-of-2-GB-by-its-word.png": lambda: SIGNATURE + b"\x7f\xff\xff\xffiTXt" + GOOD,
    "picture-after-its-end.png": lambda: png() + text_chunk(GOOD),
    "picture-of-another.png": lambda: png(_chunk(b"tEXt", b"Comment\0" + GOOD)),
    "picture-of-a-bad-scenario.png": lambda: png(text_chunk(GOOD.replace(b"760", b"-1"))),
    "picture-in-a-picture.png": lambda: png(text_chunk(png(text_chunk(GOOD)))),
    **WORKBOOKS,
    **SESSIONS,
}


def _closed(path: Path) -> None:
    path.write_bytes(GOOD)
    path.chmod(0)


def _half_written(path: Path) -> None:
    path.write_bytes(GOOD[: len(GOOD) // 2])


PUT: Mapping[str, Callable[[Path], object]] = {
    "folder.json": Path.mkdir,
    "pipe.json": os.mkfifo,
    "leads-nowhere.json": lambda path: path.symlink_to("gone.json"),
    "leads-in-a-circle.json": lambda path: path.symlink_to(path.name),
    "leads-to-a-device.json": lambda path: path.symlink_to("/dev/zero"),
    "leads-to-the-good-one.json": lambda path: path.symlink_to("good.json"),
    "leads-to-a-workbook.xlsx": lambda path: path.symlink_to("workbook.xlsx"),
    "leads-to-a-device.xlsx": lambda path: path.symlink_to("/dev/zero"),
    "pipe.xlsx": os.mkfifo,
    "closed.json": _closed,
    "half-written.json": _half_written,
    "vanished.json": lambda _: None,
    "two\nlines\x1b[31m.json": lambda path: path.write_bytes(GOOD[:-3]),
}
