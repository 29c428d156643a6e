"""A save leaves a file whose it was, and open to whom it was."""

import errno
import os
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from planner.storage.atomic import write_atomically
from planner.storage.attributes import ACCESS_LIST
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.nobody import NOBODY

pytestmark = pytest.mark.skipif(not hasattr(os, "fchown"), reason="owners and modes of POSIX")
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away"
)
ALICE, STAFF, FRIENDS = 12345, 23456, 34567
UNDEFINED = 2**32 - 1
OWNER, USER, GROUP, MASK, OTHER = 1, 2, 4, 16, 32


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def open_file() -> Iterator[Path]:
    """Return a file of somebody else in a folder that anybody may enter and write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        path = Path(name, "a")
        path.write_bytes(b"old")
        os.chown(path, ALICE, STAFF)
        yield path


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def _of(path):
    found = path.stat()
    return found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)


def _access_list(*entries):
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


FOR_A_FRIEND = _access_list(
    (OWNER, 6, UNDEFINED),
    (USER, 6, ALICE),
    (GROUP, 0, UNDEFINED),
    (MASK, 6, UNDEFINED),
    (OTHER, 0, UNDEFINED),
)


def _set(path, name, value):
    try:
        os.setxattr(path, name, value)
    except (OSError, AttributeError):
        pytest.skip(f"the disk of the tests keeps no {name}")


def _said(remarks):
    return [str(each).partition(" is saved, but ")[2] for each in remarks]


@contextmanager
def _as(user, group, *groups):
    """Work as a user of these groups for a while."""
    before = os.getgroups()
    os.setgroups(groups)
    os.setresgid(group, group, 0)
    os.setresuid(user, user, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(before)


@AS_ROOT
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o2664, 0o444 | 0o200])
def test_that_root_leaves_a_file_its_owner_and_group(mode, file):
    os.chown(file, ALICE, STAFF)
    file.chmod(mode)
    assert write_atomically(file, b"new", backup=True) == ()
    assert _of(file) == (ALICE, STAFF, mode)
    assert file.read_bytes() == b"new"


@AS_ROOT
def test_that_a_member_of_the_group_keeps_it_and_is_told_that_the_owner_changed(open_file):
    file = open_file
    file.chmod(0o664)
    with _as(NOBODY, NOBODY, STAFF):
        remarks = write_atomically(file, b"new")
    assert _said(remarks) == ["the system did not let it keep its owner"]
    assert _of(file) == (NOBODY, STAFF, 0o664)


@AS_ROOT
@pytest.mark.parametrize(("mode", "left"), [(0o666, 0o666), (0o662, 0o622), (0o646, 0o646)])
def test_that_a_foreign_group_gets_no_more_than_everybody_had(mode, left, open_file):
    file = open_file
    file.chmod(mode)
    with _as(NOBODY, NOBODY):
        remarks = write_atomically(file, b"new")
    assert _said(remarks) == ["the system did not let it keep its owner, its group"]
    assert _of(file) == (NOBODY, NOBODY, left)


def test_that_extended_attributes_are_kept(file):
    _set(file, "user.xdg.comment", "算力".encode())
    _set(file, "user.empty", b"")
    assert write_atomically(file, b"new", backup=True) == ()
    kept = {name: os.getxattr(file, name) for name in os.listxattr(file)}
    assert {name: value for name, value in kept.items() if name.startswith("user.")} == {
        "user.xdg.comment": "算力".encode(),
        "user.empty": b"",
    }


def test_that_an_access_list_is_kept(file):
    file.chmod(0o600)
    _set(file, ACCESS_LIST, FOR_A_FRIEND)
    assert write_atomically(file, b"new", backup=True) == ()
    assert os.getxattr(file, ACCESS_LIST) == FOR_A_FRIEND
    assert _mode(file) == 0o660  # the mask


def test_that_a_list_of_the_folder_opens_no_file_that_had_none(file, tmp_path):
    file.chmod(0o640)
    _set(tmp_path, "system.posix_acl_default", FOR_A_FRIEND)
    write_atomically(file, b"new")
    assert ACCESS_LIST not in os.listxattr(file)
    assert _mode(file) == 0o640


def test_that_a_new_file_takes_the_list_of_its_folder_and_the_mask_of_its_user(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "plain", b"new")
        _set(tmp_path, "system.posix_acl_default", FOR_A_FRIEND)
        write_atomically(tmp_path / "listed", b"new")
    finally:
        os.umask(before)
    assert _mode(tmp_path / "plain") == 0o640
    assert os.getxattr(tmp_path / "listed", ACCESS_LIST) == FOR_A_FRIEND


@pytest.mark.parametrize(
    ("name", "lost"),
    [(ACCESS_LIST, "its access list"), ("user.note", "its extended attributes")],
)
def test_that_what_the_disk_does_not_take_is_told_and_opens_the_file_to_nobody(
    name, lost, file, monkeypatch
):
    def refuse(*_arguments):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    file.chmod(0o600)
    _set(file, name, FOR_A_FRIEND)
    monkeypatch.setattr(os, "setxattr", refuse)
    remarks = write_atomically(file, b"new")
    assert _said(remarks) == [f"the system did not let it keep {lost}"]
    assert _mode(file) == 0o600
    assert all(remarks[0].text(language).count(str(file)) == 1 for language in LANGUAGES)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400 | 0o200])
def test_that_nobody_else_reads_a_closed_file_while_it_is_written(mode, file, monkeypatch):
    file.chmod(mode)
    seen = []
    real = os.fdopen

    def look(descriptor, *arguments, **named):
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return real(descriptor, *arguments, **named)

    monkeypatch.setattr(os, "fdopen", look)
    write_atomically(file, b"new")
    assert seen == [0o600]
    assert _mode(file) == mode


def test_that_the_copy_before_the_last_save_is_as_closed_as_the_file(file, monkeypatch):
    def refuse(*_names):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    file.chmod(0o600)
    _set(file, "user.note", b"x")
    monkeypatch.setattr(os, "link", refuse)
    write_atomically(file, b"new", backup=True)
    backup = file.with_name("a.bak")
    assert (backup.read_bytes(), _mode(backup)) == (b"old", 0o600)
    assert os.getxattr(backup, "user.note") == b"x"


def test_that_a_private_file_is_for_its_owner_alone_whatever_it_was(file):
    file.chmod(0o644)
    for path in (file, file.with_name("new")):
        write_atomically(path, b"new", private=True)
        assert _mode(path) == 0o600


BINDFS = shutil.which("bindfs")
SAVES = """
import sys
from planner.storage.atomic import write_atomically
print(*map(str, write_atomically(sys.argv[1], b"new", backup=True)))
"""


@pytest.mark.skipif(not BINDFS, reason="needs bindfs")
def test_that_a_disk_that_keeps_no_owners_still_takes_the_file(tmp_path):
    below, above = tmp_path / "below", tmp_path / "above"
    below.mkdir()
    above.mkdir()
    (below / "a").write_bytes(b"old")
    options = ["--chown-deny", "--chgrp-deny", "--chmod-deny", "--xattr-none", "-n"]
    mounted = subprocess.run(
        [str(BINDFS), f"--force-user={ALICE}", *options, str(below), str(above)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this system lets us mount nothing")
    try:
        done = subprocess.run(
            [sys.executable, "-c", SAVES, str(above / "a")],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        subprocess.run(["/usr/bin/env", "fusermount", "-u", str(above)], check=False)
    assert done.returncode == 0, done.stderr
    assert (below / "a").read_bytes() == b"new"
