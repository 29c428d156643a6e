"""A save gives the complete new file or keeps the old one, whatever fails in between."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.storage.atomic import write_atomically
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES

OLD = b"old content\n"
NEW = b"new content, and longer\n" * 50
CALLS = ("open", "fdopen", "fsync", "replace", "close", "fchmod", "stat", "access", "link")
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes of POSIX")


def test_that_a_new_file_is_written_whole_and_nothing_beside_it(tmp_path):
    write_atomically(tmp_path / "a", NEW)
    assert (tmp_path / "a").read_bytes() == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def _failing(monkeypatch, number, code):
    """Let the n-th call of the system fail; return the list that counts the calls."""
    made: list[str] = []

    def failing(name, real):
        def call(*arguments, **named):
            made.append(name)
            if len(made) == number:
                raise OSError(code, os.strerror(code))
            return real(*arguments, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, failing(name, getattr(os, name)))
    return made


@pytest.mark.parametrize("backup", [False, True])
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC])
def test_that_a_failure_at_any_call_leaves_the_old_file_or_the_new_one(
    code, backup, tmp_path, monkeypatch
):
    path = tmp_path / "a"
    for number in range(1, 100):
        path.write_bytes(OLD)
        with monkeypatch.context() as patch:
            made = _failing(patch, number, code)
            try:
                write_atomically(path, NEW, backup=backup)
                refused = None
            except FileError as error:
                refused = str(error)
        if len(made) < number:
            break
        content = path.read_bytes()
        assert content in (OLD, NEW), (number, made)
        assert refused is not None or content == NEW, (number, made)
        if not backup and "replace" not in made[:-1]:
            assert refused is not None, (number, made)
            assert content == OLD, (number, made)
    assert number > 5
    assert {"open", "fsync", "replace"} <= set(made)
    left = {each.name for each in tmp_path.iterdir()}
    assert left == ({"a", "a.bak"} if backup else {"a"})


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "access is denied"),
        (errno.EIO, "the disk reports an error"),
        (errno.EDQUOT, "the disk quota is used up"),
    ],
)
def test_that_a_failed_flush_is_a_failed_save_and_says_why(code, words, tmp_path, monkeypatch):
    def fail(_descriptor):
        raise OSError(code, os.strerror(code))

    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileError) as refused:
        write_atomically(path, NEW)
    assert str(refused.value) == f"{path} cannot be saved: {words}"
    assert path.read_bytes() == OLD


def test_that_bytes_reach_the_disk_before_the_name_and_the_name_before_the_end(
    tmp_path, monkeypatch
):
    made = _failing(monkeypatch, 0, errno.EIO)
    write_atomically(tmp_path / "a", NEW)
    steps = [name for name in made if name in {"fsync", "replace"}]
    assert steps == (["fsync", "replace", "fsync"] if os.name == "posix" else ["fsync", "replace"])


def test_that_a_disk_that_reads_back_something_else_is_noticed(tmp_path, monkeypatch):
    def lose_a_byte(descriptor):
        os.ftruncate(descriptor, len(NEW) - 1)

    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", lose_a_byte)
    with pytest.raises(FileError, match="the disk reports an error"):
        write_atomically(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD


def test_that_an_interrupted_save_keeps_the_old_file_and_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, NEW)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", OLD)]


@ON_POSIX
def test_that_a_link_stays_a_link_and_its_target_is_new(tmp_path):
    (tmp_path / "target").write_bytes(OLD)
    (tmp_path / "link").symlink_to("target")
    write_atomically(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == NEW


@ON_POSIX
def test_that_a_link_that_leads_nowhere_is_refused(tmp_path):
    (tmp_path / "link").symlink_to("gone")
    with pytest.raises(FileError, match="it is a link that leads nowhere"):
        write_atomically(tmp_path / "link", NEW)
    assert not (tmp_path / "gone").exists()


@ON_POSIX
@pytest.mark.timeout(5)
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_that_a_pipe_and_a_device_are_refused_at_once(kind, tmp_path):
    path = tmp_path / "pipe" if kind == "pipe" else Path("/dev/full")
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(FileError, match="it is a device or a pipe, not a file"):
        write_atomically(path, NEW)


def test_that_a_folder_is_refused(tmp_path):
    with pytest.raises(FileError, match="cannot be saved: it is a folder, not a file"):
        write_atomically(tmp_path, NEW)


@ON_POSIX
def test_that_the_mode_of_the_file_is_kept_whatever_the_umask(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    path.chmod(0o640)
    before = os.umask(0o077)
    try:
        write_atomically(path, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_that_a_read_only_file_is_not_replaced_behind_its_back(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)  # root may always
    with pytest.raises(FileError, match="cannot be saved: the file is read-only"):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD


def test_that_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(FileError, match="there is no such file or folder"):
        write_atomically(tmp_path / "gone" / "a", NEW)


@pytest.mark.parametrize("name", ["%s %n {0}", "空 🇮🇹", "é" * 100, "x" * 250])
def test_that_any_name_the_system_takes_can_be_saved(name, tmp_path):
    write_atomically(tmp_path / name, NEW)
    assert (tmp_path / name).read_bytes() == NEW


def test_that_a_name_too_long_is_said(tmp_path):
    with pytest.raises(FileError, match="the name is too long"):
        write_atomically(tmp_path / ("x" * 300), NEW)


@ON_POSIX
def test_that_the_old_file_itself_becomes_the_one_beside_it(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    inode = path.stat().st_ino
    for _ in range(2):  # the second time there is one already
        write_atomically(path, NEW, backup=True)
    assert path.read_bytes() == NEW
    assert (tmp_path / "a.bak").read_bytes() == NEW
    write_atomically(path, OLD, backup=True)
    path.unlink()
    (tmp_path / "a.bak").rename(path)
    assert path.stat().st_ino != inode
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


@ON_POSIX
def test_that_two_names_of_one_file_leave_nothing_behind(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    os.link(path, tmp_path / "a.bak")  # as after a save that died between the two
    write_atomically(path, NEW, backup=True)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "a": NEW,
        "a.bak": OLD,
    }


def test_that_a_disk_without_second_names_keeps_a_copy(tmp_path, monkeypatch):
    def refuse(*_names):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "link", refuse)
    write_atomically(path, NEW, backup=True)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {
        "a": NEW,
        "a.bak": OLD,
    }


def test_that_a_copy_that_cannot_be_kept_stops_no_save(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(OLD)
    (tmp_path / "a.bak").mkdir()
    write_atomically(path, NEW, backup=True)
    assert path.read_bytes() == NEW
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["a"]


SAVES = """
import sys
from pathlib import Path
from planner.storage.atomic import write_atomically
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES

folder = Path(sys.argv[1])
path = folder / "a"
write_atomically(path, b"old" * 1000)
outcomes = set()
for size in range(1000, 200_000, 3000):
    before = path.read_bytes()
    data = b"%d" % (size % 10) * size
    try:
        write_atomically(path, data)
        outcomes.add("saved")
        assert path.read_bytes() == data
    except FileError as error:
        outcomes.add(str(error).partition(" cannot be saved: ")[2])
        assert path.read_bytes() == before
    assert [each.name for each in folder.iterdir()] == ["a"]
print(sorted(outcomes))
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs Linux and unshare")
def test_that_a_disk_that_really_fills_up_keeps_the_old_file(tmp_path):
    mount = 'mount -t tmpfs -o size=128k tmpfs "$1" && exec "$2" -c "$3" "$1"'
    command = ["unshare", "-Urm", "sh", "-c", mount, "sh", str(tmp_path), sys.executable, SAVES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this system lets us make no small disk")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['saved', 'the disk is full']"


@ON_POSIX
def test_that_a_limit_on_the_size_of_files_keeps_the_old_file(tmp_path):
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    command = [sys.executable, "-c", SAVES, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)
    assert done.returncode == 0, done.stderr
    expected = "['saved', 'the file would be larger than this system allows']"
    assert done.stdout.strip() == expected


@ON_POSIX
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("backup", [False, True])
def test_that_a_file_whose_folder_cannot_be_flushed_is_called_saved(
    code, backup, tmp_path, monkeypatch
):
    flush = os.fsync

    def fail_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(code, os.strerror(code))
        flush(descriptor)

    path = tmp_path / "a"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", fail_for_folders)
    (remark,) = write_atomically(path, NEW, backup=backup)
    assert path.read_bytes() == NEW
    assert str(remark).startswith(f"{path} is saved, but a loss of power could undo that: ")
    assert len({remark.text(language) for language in LANGUAGES}) == len(LANGUAGES)


def test_that_pieces_become_one_file(tmp_path):
    write_atomically(tmp_path / "a", (bytes([number]) * 5 for number in range(3)))
    assert (tmp_path / "a").read_bytes() == b"\0\0\0\0\0\1\1\1\1\1\2\2\2\2\2"


def test_that_pieces_that_fail_on_the_way_keep_the_old_file_and_leave_nothing(tmp_path):
    def pieces():
        yield NEW
        raise MemoryError

    path = tmp_path / "a"
    path.write_bytes(OLD)
    with pytest.raises(MemoryError):
        write_atomically(path, pieces())
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a", OLD)]
