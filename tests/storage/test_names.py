"""Names beside a file fit its folder, however long the file's own is."""

import os
from pathlib import Path

import pytest

from planner.storage.atomic import write_atomically
from planner.storage.leftovers import sweep
from planner.storage.names import BYTES_AT_MOST, beside, longest_name
from planner.storage.previous import backup_of
from planner.storage.temporary import temporary_beside


@pytest.mark.parametrize("name", ["x" * 255, "算" * 85, "é" * 127, "𠀀" * 63, "x" * 252])
def test_that_the_longest_name_of_a_user_is_saved_with_its_copy(name, tmp_path):
    path = tmp_path / name
    for data in (b"one", b"two"):
        write_atomically(path, data, backup=True)
    assert path.read_bytes() == b"two"
    copy = backup_of(path)
    assert copy.read_bytes() == b"one"
    assert len(os.fsencode(copy.name)) <= longest_name(tmp_path)
    assert {each.name for each in tmp_path.iterdir()} == {path.name, copy.name}


def test_that_copies_of_long_names_that_begin_alike_are_told_apart(tmp_path):
    paths = [tmp_path / ("x" * 254 + last) for last in "ab"]
    assert len({backup_of(path) for path in paths}) == 2
    assert beside(paths[0], "", ".bak", 255) == beside(paths[0], "", ".bak", 255)


def test_that_what_a_killed_save_of_a_long_name_left_is_swept(tmp_path):
    path = temporary_beside(tmp_path / ("算" * 85))
    other = path.with_name(path.name.replace(f".{os.getpid()}.", f".{2**22 + 1}."))
    other.write_bytes(b"x")
    os.utime(other, (1, 1))
    assert sweep([tmp_path]) == 1


def test_that_names_of_any_folder_are_asked_for(tmp_path):
    assert longest_name(tmp_path) >= BYTES_AT_MOST
    assert longest_name(Path(tmp_path / "gone")) >= BYTES_AT_MOST
    assert longest_name(Path("a\0b")) >= BYTES_AT_MOST
