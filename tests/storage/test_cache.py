"""What is kept in the cache is the user's own and whole, or it is not used."""

import logging
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from planner.storage import cache
from tests.reliability.nobody import NOBODY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="owners, modes and links of POSIX")

NAME, CONTENT = "kernel_0123.bin", b"the content"
ROOT = Path(__file__).parents[2]

needs_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can give files to another user"
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Return the folder of the cache, which is not there yet."""
    cache._tell.cache_clear()
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_that_what_is_kept_is_the_users_alone_whatever_the_mask_is(folder):
    before = os.umask(0)
    try:
        cache.keep(NAME, CONTENT)
    finally:
        os.umask(before)
    assert cache.kept(NAME) == CONTENT
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("place", [0, 31, 32, -1])
def test_that_one_changed_byte_makes_it_count_as_missing(folder, place):
    cache.keep(NAME, CONTENT)
    data = bytearray((folder / NAME).read_bytes())
    data[place] ^= 1
    (folder / NAME).write_bytes(bytes(data))
    assert cache.kept(NAME) is None
    cache.keep(NAME, CONTENT)
    assert cache.kept(NAME) == CONTENT


def test_that_what_is_kept_under_one_name_is_not_taken_for_another(folder):
    cache.keep(NAME, CONTENT)
    (folder / NAME).rename(folder / "kernel_4567.bin")
    assert cache.kept("kernel_4567.bin") is None


def _linked(folder):
    (folder / NAME).rename(folder.parent / "elsewhere")
    (folder / NAME).symlink_to(folder.parent / "elsewhere")


def _piped(folder):
    (folder / NAME).unlink()
    os.mkfifo(folder / NAME, 0o600)


NOT_USED = {
    "a file that the group may write": lambda folder: (folder / NAME).chmod(0o620),
    "a file that anybody may write": lambda folder: (folder / NAME).chmod(0o602),
    "a link": _linked,
    "a pipe": _piped,
}


@pytest.mark.parametrize("case", NOT_USED)
def test_that_what_others_could_have_made_is_not_used_and_is_replaced(folder, case):
    cache.keep(NAME, CONTENT)
    NOT_USED[case](folder)
    assert cache.kept(NAME) is None
    cache.keep(NAME, CONTENT)
    assert cache.kept(NAME) == CONTENT
    assert stat.S_ISREG((folder / NAME).lstat().st_mode)


@pytest.mark.parametrize("mode", [0o770, 0o702, 0o1777])
def test_that_a_folder_that_others_may_write_to_is_left_alone(folder, mode, caplog):
    cache.keep(NAME, CONTENT)
    folder.chmod(mode)
    with caplog.at_level(logging.WARNING):
        assert cache.kept(NAME) is None
        cache.keep("points_1.npy", CONTENT)
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert len(caplog.records) == 1
    assert "other users may write to it" in caplog.text


@needs_root
def test_that_a_file_another_user_planted_is_not_used(folder):
    cache.keep(NAME, CONTENT)
    os.chown(folder / NAME, NOBODY, NOBODY)
    assert cache.kept(NAME) is None


@needs_root
def test_that_root_neither_uses_the_cache_of_a_user_nor_writes_to_it(folder, caplog):
    # as under sudo and su that keep HOME
    cache.keep(NAME, CONTENT)
    os.chown(folder, NOBODY, NOBODY)
    with caplog.at_level(logging.WARNING):
        assert cache.kept(NAME) is None
        cache.keep("points_1.npy", CONTENT)
    assert [path.name for path in folder.iterdir()] == [NAME]
    assert "it belongs to another user" in caplog.text


@needs_root
def test_that_root_makes_no_cache_in_the_home_of_a_user(tmp_path, monkeypatch, caplog):
    home = tmp_path / "home"
    home.mkdir()
    os.chown(home, NOBODY, NOBODY)
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(home / ".cache" / "suanli"))
    with caplog.at_level(logging.WARNING):
        cache.keep(NAME, CONTENT)
    assert not list(home.iterdir())
    assert f"{home}: it belongs to another user" in caplog.text


def test_that_a_folder_in_the_place_of_a_file_costs_one_line(folder, caplog):
    (folder / NAME).mkdir(mode=0o700, parents=True)
    folder.chmod(0o700)
    with caplog.at_level(logging.WARNING):
        assert cache.kept(NAME) is None
        cache.keep(NAME, CONTENT)
    (line,) = caplog.messages
    assert line.endswith(f"{folder / NAME}: it is no file of ours")
    assert [path.name for path in folder.iterdir()] == [NAME]


@needs_root
def test_that_a_link_of_another_user_to_a_folder_of_ours_is_not_followed(folder, tmp_path):
    (tmp_path / "ours").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "ours")
    cache.keep(NAME, CONTENT)
    assert cache.kept(NAME) == CONTENT
    os.chown(folder, NOBODY, NOBODY, follow_symlinks=False)
    assert cache.kept(NAME) is None


@pytest.mark.parametrize("named", ["~nosuchuser/x", "blocked/x", "blocked"])
def test_that_a_cache_that_cannot_be_costs_one_line_in_the_log(
    tmp_path, monkeypatch, caplog, named
):
    (tmp_path / "blocked").write_text("in the way")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", named)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert cache.kept(NAME) is None
            cache.keep(NAME, CONTENT)
    assert len(caplog.records) == 1
    assert caplog.text.count("\n") == 1


def test_that_nothing_is_kept_that_is_too_large_to_be_read_again(folder):
    cache.keep(NAME, bytes(cache.LARGEST + 1))
    assert not folder.exists()


@pytest.mark.parametrize("kind", ["kernel", "draws", "weights", "evidence"])
def test_that_only_the_newest_of_a_kind_are_kept(folder, kind):
    cache.keep("other_0.bin", CONTENT)
    for place in range(cache.KEPT_AT_MOST + 3):
        cache.keep(f"{kind}_{place}.bin", CONTENT)
        os.utime(folder / f"{kind}_{place}.bin", (place, place))
    left = {path.name for path in folder.iterdir()}
    newest = range(3, cache.KEPT_AT_MOST + 3)
    assert left == {"other_0.bin", *(f"{kind}_{place}.bin" for place in newest)}


KILLED = f"""
import os, signal
from pathlib import Path
from planner.storage import cache
Path.replace = lambda *_: os.kill(os.getpid(), signal.{{}})
cache.keep("{NAME}", b"the content")
"""


def _writing(signal_name):
    program = KILLED.format(signal_name)
    return subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)


def test_that_a_killed_write_leaves_nothing_beyond_the_next_start(folder):
    killed = _writing("SIGKILL")
    assert killed.wait(30) == -signal.SIGKILL
    assert len(list(folder.glob("*.tmp"))) == 1
    cache._sweep.cache_clear()
    assert cache.kept(NAME) is None
    assert list(folder.iterdir()) == []


def test_that_leftovers_of_earlier_versions_go_and_files_of_others_stay(folder):
    (folder / "kernels").mkdir(parents=True)
    for name in ("points_49_10_2025_x.npy.123.tmp", "evidence_0123.123.tmp", "someones.tmp"):
        (folder / name).write_bytes(b"half")
    (folder / "kernels" / ".kernel_0.bin.123.0123abcd.tmp").write_bytes(b"half")
    (folder / ".kernel_1.bin.1.0.tmp").symlink_to("nowhere")
    os.utime(folder / ".kernel_1.bin.1.0.tmp", (0, 0), follow_symlinks=False)
    folder.chmod(0o700)
    cache._sweep.cache_clear()
    cache.kept(NAME)
    left = [path.name for path in folder.rglob("*") if not path.is_dir()]
    assert left == ["someones.tmp"]


HELD = """
import sys
from planner.storage.locks.system_lock import ask
with open(sys.argv[1], "wb") as file:
    assert ask(file.fileno())
    print("held", flush=True)
    sys.stdin.read()
"""


def test_that_a_write_in_progress_is_not_disturbed(folder):
    folder.mkdir(mode=0o700)
    temporary = folder / f".{NAME}.1.0123456789abcdef.tmp"
    command = [sys.executable, "-c", HELD, str(temporary)]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdin
        assert writer.stdout
        assert writer.stdout.readline() == "held\n"
        cache._sweep.cache_clear()
        cache.kept(NAME)
        assert temporary.exists()
        writer.stdin.close()
    cache._sweep.cache_clear()
    cache.kept(NAME)
    assert not temporary.exists()
