"""Bytes become the fields of one JSON object, or one sentence."""

import math

import pytest

from planner.files.format.decode import decode
from planner.storage.sentences.file_error import FileError


def test_that_whole_numbers_are_whole_however_they_are_written():
    fields = decode(b'{"a": 2025.0, "b": 1e3, "c": 0.5, "d": -0.0}', "x")
    assert [type(value) for value in fields.values()] == [int, int, float, int]
    assert fields == {"a": 2025, "b": 1000, "c": 0.5, "d": 0}


def test_that_a_number_beyond_all_numbers_goes_on_so_that_its_field_can_be_named():
    assert math.isinf(decode(b'{"a": 1e999}', "x")["a"])
    assert len(str(decode(b'{"a": ' + b"9" * 5000 + b"}", "x")["a"])) == 100


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": 1, "a": 2}', 'duplicate field "a"'),
        (b'{"a": {"b": 1, "c": 2, "b": 3}}', 'duplicate field "b"'),
        ('{"a": 1}'.encode("utf-16"), "UTF-8"),
        (b'{"a": 1}\x00', "zero"),
        (b"PK\x03\x04", "archive"),
        (b'{"a": ' + b"[" * 100_000, "nested"),
        (b'{"a": [' + b"1," * 160_000 + b"1]}", "entries"),
    ],
)
def test_that_what_other_readers_let_pass_is_refused(data, said):
    with pytest.raises(FileError) as refused:
        decode(data, "x")
    assert said in str(refused.value)
