"""Locks that end with their process: by kill, number, computer, user; and what is no lock."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from planner.storage.locks.lock import (
    HeldLock,
    Refusal,
    clear_away,
    is_locked,
    lock_path,
    take_lock,
)
from planner.storage.locks.owner import Owner, owner_in, this_process
from tests.reliability.nobody import as_nobody
from tests.storage.locks.strange_locks import STRANGE, make_folder, make_large

ROOT = Path(__file__).parents[3]
HOLDS = (
    "import sys; from pathlib import Path\n"
    "from planner.storage.locks.lock import take_lock\n"
    "answer = take_lock(Path(sys.argv[1]))\n"
    "print(getattr(answer, 'why', 'held'), getattr(answer, 'host', ''), flush=True)\n"
    "sys.stdin.readline()\n"
)
IN_A_CONTAINER = ("unshare", "--pid", "--fork", "--mount-proc", "--uts", "--kill-child")
WITHOUT_LOCKS = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=flock")
NO_LOCKS = ("-e", "inject=flock:error=ENOLCK")


class _Holder:
    """Another process that asks for a lock and keeps it until it ends."""

    def __init__(self, path, *before):
        command = [*before, sys.executable, "-c", HOLDS, str(path)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        self.said = self.process.stdout.readline().split()

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=30)

    def end(self):
        self.process.communicate("\n", timeout=30)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / ".plan.scenario.json.lock"


def _taken(path):
    """Take a lock that must be free, and give it back."""
    answer = take_lock(path)
    assert isinstance(answer, HeldLock), answer
    answer.release()
    assert not path.exists()


def _may(*command):
    """Skip a test where the machine does not let us do such a thing."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]} here")
    run = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip(f"this machine does not allow {command[0]}: {run.stderr.strip()}")


def test_that_a_lock_is_held_by_a_living_process_and_free_after_its_end(path):
    holder = _Holder(path)
    assert holder.said == ["held"]
    assert take_lock(path) == Refusal("taken", holder.process.pid)
    assert is_locked(path)
    holder.kill()
    assert path.exists()
    assert not is_locked(path)
    _taken(path)


def test_that_a_living_process_that_was_given_the_number_again_locks_nothing(path):
    path.write_bytes(Owner(1, "suanli", this_process().host).to_bytes())
    _taken(path)


def test_that_our_own_number_is_never_somebody_else(path):
    path.write_bytes(this_process().to_bytes())
    _taken(path)


def test_that_within_one_process_a_lock_is_given_once(path):
    first = take_lock(path)
    assert isinstance(first, HeldLock)
    assert take_lock(path) == Refusal("taken", os.getpid())
    first.release()
    first.release()
    _taken(path)


def test_that_in_containers_the_same_number_and_another_name_are_no_other_window(path):
    _may(*IN_A_CONTAINER)
    named = ("sh", "-c", 'hostname "$0"; exec "$@"')
    first = _Holder(path, *IN_A_CONTAINER, *named, "first")
    assert first.said == ["held"]
    other = _Holder(path, *IN_A_CONTAINER, *named, "second")
    assert other.said == ["taken"]
    other.end()
    first.kill()
    again = _Holder(path, *IN_A_CONTAINER, *named, "third")
    assert again.said == ["held"]
    again.end()


def test_that_after_a_restart_of_the_computer_the_lock_is_free(path):
    here = this_process()
    path.write_bytes(Owner(1, "suanli", "old-name", here.machine, "another-start").to_bytes())
    if not here.machine:
        pytest.skip("this computer has no /etc/machine-id")
    _taken(path)


def test_that_another_computer_is_named_and_can_be_overruled(path):
    path.write_text("4242\nsuanli\nfar-away\nffff\nbbbb\n", "utf-8")
    assert take_lock(path) == Refusal("taken", 4242, "far-away")
    clear_away(path)
    _taken(path)
    path.write_text("4242\nsuanli\nfar-away\nffff\nbbbb\n", "utf-8")
    answer = take_lock(path, kernel_decides=True)
    assert isinstance(answer, HeldLock)
    answer.release()


@pytest.mark.parametrize("text", ["", "\0\0\0\0", "no lock\n", "-1\nsuanli\nhost\n", "٣\na\nb\n"])
def test_that_a_lock_file_without_an_owner_is_taken(path, text):
    path.write_text(text, "utf-8")
    assert owner_in(path.read_bytes()) is None
    _taken(path)


@pytest.mark.parametrize("make", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.timeout(20)
def test_that_what_is_no_lock_file_is_never_opened_and_can_be_cleared_away(path, make):
    make(path)
    assert take_lock(path) == Refusal("strange")
    assert not is_locked(path)
    clear_away(path)
    _taken(path)
    kept = [each for each in path.parent.iterdir() if each.suffix == ".old"]
    assert len(kept) == (make in {make_folder, make_large})


def test_that_a_second_name_of_a_file_is_taken_for_a_lock_and_the_file_stays(path):
    file = path.with_name("plan.scenario.json")
    file.write_text('{"format": "suanli-scenario"}', "utf-8")
    path.hardlink_to(file)
    first = take_lock(path)
    assert isinstance(first, HeldLock)
    assert is_locked(path)
    first.release()
    assert [each.name for each in path.parent.iterdir()] == [file.name]
    assert file.read_text("utf-8") == '{"format": "suanli-scenario"}'


def test_that_where_no_lock_can_be_made_that_is_said(tmp_path):
    assert take_lock(tmp_path / "nowhere" / "a.lock") == Refusal("impossible")
    assert take_lock(tmp_path / "a\0b") == Refusal("impossible")


def test_that_a_program_we_started_does_not_keep_our_lock(path):
    first = take_lock(path)
    assert isinstance(first, HeldLock)
    child = subprocess.Popen(
        [sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False
    )
    os.link(path, path.with_name("second name"))
    first.release()
    path.with_name("second name").rename(path)
    _taken(path)
    child.kill()
    child.communicate()


FORKS = (
    "import os, sys, time; from pathlib import Path\n"
    "from planner.storage.locks.lock import take_lock\n"
    "path = Path(sys.argv[1])\n"
    "first = take_lock(path)\n"
    "os.link(path, path.with_name('second name'))\n"
    "child = os.fork()\n"
    "if not child: time.sleep(60)\n"
    "first.release()\n"
    "path.with_name('second name').rename(path)\n"
    "print(type(take_lock(path)).__name__)\n"
    "os.kill(child, 9)\n"
)


def test_that_a_forked_child_does_not_keep_a_lock_that_was_given_back(path):
    command = [sys.executable, "-c", FORKS, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert run.stdout == "HeldLock\n"


def test_that_the_dead_lock_of_another_user_in_a_shared_folder_is_free():
    folder = Path(tempfile.mkdtemp())  # one that nobody may walk into, as the test's own is not
    folder.chmod(0o777)
    path = folder / ".plan.lock"
    first = _Holder(path)
    with as_nobody():
        assert take_lock(path) == Refusal("taken", first.process.pid)
    first.kill()
    with as_nobody():
        second = take_lock(path)
        assert isinstance(second, HeldLock)
    assert is_locked(path)
    second.release()
    shutil.rmtree(folder)


def test_that_a_lock_that_another_user_lets_nobody_read_is_not_passed_over():
    folder = Path(tempfile.mkdtemp())  # one that nobody may walk into, as the test's own is not
    folder.chmod(0o777)
    path = folder / ".plan.lock"
    path.touch(0o600)
    with as_nobody():
        if os.geteuid() == path.stat().st_uid:
            pytest.skip("only root can be two users")
        assert take_lock(path) == Refusal("strange")
        clear_away(path)
        _taken(path)
    shutil.rmtree(folder)


def test_that_a_file_system_without_locks_goes_by_the_process_and_its_start(path):
    _may(*WITHOUT_LOCKS)
    without = (*WITHOUT_LOCKS, *NO_LOCKS)
    first = _Holder(path, *without)
    assert first.said == ["held"]
    second = _Holder(path, *without)
    assert second.said == ["taken"]
    second.end()
    owner = owner_in(path.read_bytes())
    assert owner is not None
    first.kill()
    os.kill(owner.process, signal.SIGKILL)
    path.write_bytes(Owner(1, "suanli", owner.host, started="1").to_bytes())
    third = _Holder(path, *without)
    assert third.said == ["held"]
    third.end()


def test_that_a_link_and_its_target_share_a_lock_whatever_bytes_the_name_has(tmp_path):
    target = tmp_path / os.fsdecode(b"\xb8\xf1.scenario.json")
    target.touch()
    link = tmp_path / "link"
    link.symlink_to(target)
    assert lock_path(link) == lock_path(target)
    _taken(lock_path(link))
    assert len(os.fsencode(lock_path(tmp_path / ("漢" * 80)).name)) <= 255
