"""A file is replaced by a whole one, or stays as it was with nothing beside it."""

import os
from pathlib import Path

import pytest

from planner.storage import cache
from planner.storage.atomic import check_writable, write_atomically
from planner.storage.previous import backup_of
from planner.storage.temporary import TEMPORARY, check_room, replacing


@pytest.fixture
def target(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    return tmp_path / "a"


def _names(target):
    return {path.name for path in target.parent.iterdir()}


def _write_half(target, stop):
    with replacing(target) as file:
        file.write(b"half")
        raise stop


def test_that_the_name_is_taken_when_the_block_ends_and_not_before(target):
    with replacing(target) as file:
        file.write(b"new")
        (beside,) = _names(target) - {"a"}
        assert TEMPORARY.fullmatch(beside)
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert _names(target) == {"a"}


@pytest.mark.parametrize("stop", [OSError, KeyboardInterrupt])
def test_that_whatever_stops_the_block_leaves_the_file_as_it_was(target, stop):
    with pytest.raises(stop):
        _write_half(target, stop)
    assert target.read_bytes() == b"old"
    assert _names(target) == {"a"}


def test_that_what_fails_just_before_the_name_is_taken_leaves_the_file_as_it_was(target):
    def fail():
        raise PermissionError

    with pytest.raises(PermissionError), replacing(target, before=fail) as file:
        file.write(b"new")
    assert target.read_bytes() == b"old"
    assert _names(target) == {"a"}


def test_that_asking_for_room_leaves_nothing_and_a_missing_folder_is_told(target):
    check_room(target)
    assert _names(target) == {"a"}
    with pytest.raises(FileNotFoundError):
        check_room(target.parent / "gone" / "a")


def test_that_saves_copies_and_the_cache_are_written_in_the_same_way(target, monkeypatch):
    made = []
    real = os.open

    def watch(path, flags, *rest, **more):
        if flags & os.O_CREAT:
            made.append(os.fspath(path))
        return real(path, flags, *rest, **more)

    def refuse(*_):
        raise OSError

    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(target.parent))
    target.parent.chmod(0o700)
    monkeypatch.setattr(os, "open", watch)
    monkeypatch.setattr(os, "link", refuse)
    write_atomically(target, b"new", backup=True)
    check_writable(target)
    cache.keep("kernel_0.bin", b"content")
    assert backup_of(target).read_bytes() == b"old"
    assert len(made) == 4
    assert all(TEMPORARY.fullmatch(Path(path).name) for path in made), made
