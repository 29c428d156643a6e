"""A picture carries its scenario and gives it back; one that is not right gives one sentence."""

import io
import struct
import zlib

import pytest

from planner.files.scenario.picture import scenario_in, with_scenario
from planner.files.scenario.png_text import KEYWORD, SIGNATURE, text_in, with_text
from planner.files.scenario.scenario_file import open_file, read, to_bytes
from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.file_error import FileError

SCENARIO = with_lever(
    Scenario(title="算力 “×4”  🇮🇹", notes="a\n\n b\t\u00a0c"), "alibaba_plan", 760
)
DAMAGED = "x.png is a damaged picture; its scenario cannot be read"
WITHOUT = "x.png is a picture that carries no scenario"


def _chunk(kind, content, checksum=None):
    crc = zlib.crc32(kind + content) if checksum is None else checksum
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


HEAD = SIGNATURE + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
PIXELS = _chunk(b"IDAT", zlib.compress(b"\0\x7f"))
END = _chunk(b"IEND", b"")
PNG = HEAD + PIXELS + END


def _text(text, head=b"\0\0\0\0", keyword=KEYWORD, **checksum):
    return _chunk(b"iTXt", keyword + b"\0" + head + text, **checksum)


def _with(*chunks):
    return HEAD + PIXELS + b"".join(chunks) + END


OURS = to_bytes(SCENARIO)
PACKED = zlib.compress(OURS)


def test_that_a_picture_gives_back_its_scenario_and_keeps_its_pixels():
    made = with_scenario(PNG, SCENARIO)
    assert scenario_in(made) == SCENARIO
    assert made == _with(_text(OURS))


def test_that_a_picture_carries_one_scenario_the_last():
    again = with_scenario(with_scenario(PNG, SCENARIO), Scenario(title="Other"))
    assert scenario_in(again) == Scenario(title="Other")
    assert again == with_scenario(PNG, Scenario(title="Other"))


def test_that_a_compressed_text_with_a_language_is_read_too():
    assert scenario_in(_with(_text(PACKED, b"\1\0en\0Scenario\0"))) == SCENARIO


def test_that_the_text_of_another_program_is_no_concern_of_ours():
    others = (_text(b"x", keyword=b"XML:com.adobe.xmp"), _chunk(b"tEXt", KEYWORD + b"\0{}"))
    assert scenario_in(_with(*others, _text(OURS))) == SCENARIO


@pytest.mark.parametrize(
    ("png", "sentence"),
    [
        (PNG, WITHOUT),
        (_with(_text(b"x", keyword=b"Suanli scenarios")), WITHOUT),
        (PNG + _text(OURS), WITHOUT),
        (
            _with(_text(OURS), _text(OURS)),
            "x.png is a picture that carries its scenarios twice; it must carry them once",
        ),
        (_with(_text(OURS, checksum=1)), DAMAGED),
        (_with(_text(PACKED[:-9], b"\1\0\0\0")), DAMAGED),
        (_with(_text(OURS, b"\1\0\0\0")), DAMAGED),
        (_with(_text(OURS, b"\2\0\0\0")), DAMAGED),
        (_with(_chunk(b"iTXt", KEYWORD + b"\0\0\0")), DAMAGED),
        (_with(_text(zlib.compress(bytes(200_000_000)), b"\1\0\0\0")), DAMAGED),
        (_with(_text(b" " * 1_000_001)), DAMAGED),
        (_with(_chunk(b"iTXt", KEYWORD)), WITHOUT),
        (SIGNATURE, DAMAGED),
        (_with(_text(OURS))[:-1], DAMAGED),
        (HEAD + b"\x7f\xff\xff\xffIDAT" + END, DAMAGED),
        (HEAD + _chunk(b"IDAT", b"") * 30_000 + END, DAMAGED),
        (_with(_text(b"{")), "x.png is not valid JSON: it ends too early (line 1, column 2)"),
        (_with(_text(b"\xff")), "x.png is not UTF-8 text (line 1); save it as UTF-8"),
        (_with(_text(PNG)), "x.png is not UTF-8 text; save it as UTF-8"),
        (b"", WITHOUT),
    ],
    ids=range(20),
)
def test_that_a_picture_that_is_not_right_gives_its_one_sentence(png, sentence):
    with pytest.raises(FileError) as refused:
        scenario_in(png, "x.png")
    assert str(refused.value) == sentence


def test_that_a_picture_is_opened_by_what_it_is_and_not_by_its_name(tmp_path):
    path = tmp_path / "named.scenario.json"
    path.write_bytes(with_scenario(PNG, SCENARIO))
    opened = open_file(path)
    assert (opened.scenario, opened.is_picture, opened.read_only_reason) == (SCENARIO, True, None)
    assert read(path) == SCENARIO
    text = tmp_path / "named.png"
    text.write_bytes(OURS)
    assert not open_file(text).is_picture


def test_that_only_a_large_text_is_too_large_and_not_a_large_picture(tmp_path):
    path = tmp_path / "large.png"
    path.write_bytes(HEAD + _chunk(b"IDAT", bytes(5_000_000)) + _text(OURS) + END)
    assert read(path) == SCENARIO
    with path.open("r+b") as file:
        file.truncate(64_000_001)
    with pytest.raises(FileError, match="a picture has at most 64 MB"):
        read(path)


def test_that_what_is_no_picture_takes_no_text():
    with pytest.raises(FileError, match="is a damaged picture"):
        with_text(PNG[:-5], b"text", "x.png")
    assert text_in(io.BytesIO(with_text(PNG, b"text", "x.png")), "x.png") == b"text"


def test_that_a_scenario_that_would_not_read_back_is_not_put_into_a_picture():
    with pytest.raises(FileError, match="title holds the invisible character"):
        with_scenario(PNG, Scenario(title="a\x00b"))
