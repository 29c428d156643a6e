"""E2: who is alive is never told by a process number, a name or an installation alone."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.locks.lock import lock_path
from planner.storage.locks.owner import owner_in, this_process
from tests.reliability.nobody import as_nobody
from tests.reliability.remote_window import Remote
from tests.ui.conftest import suanli  # noqa: F401 - a fixture

LEVER = "alibaba_plan"
CONTAINER = ("unshare", "--pid", "--fork", "--mount-proc", "--uts", "--kill-child")
NAMED = 'hostname "$0"; exec "$@"'
RENUMBERED = (
    'hostname "$0"; cat /proc/sys/kernel/random/uuid | tr -d - > "$1"; '
    'mount --bind "$1" /etc/machine-id; shift; exec "$@"'
)


def _in_container(name, folder, *, machine=False):
    """Return what starts a window as process 1 of a computer of that name."""
    run = subprocess.run([*CONTAINER, "true"], capture_output=True, text=True, check=False)
    if run.returncode:
        pytest.skip(f"this machine allows no containers: {run.stderr.strip()}")
    if machine and not Path("/etc/machine-id").exists():
        pytest.skip("this computer has no /etc/machine-id")
    if machine:
        return (*CONTAINER, "sh", "-c", RENUMBERED, name, str(folder / f"machine-{name}"))
    return (*CONTAINER, "sh", "-c", NAMED, name)


def _same_number(name, folder):
    return _in_container("one-name", folder)


def _other_name(name, folder):
    return _in_container(name, folder)


def _other_machine(name, folder):
    return _in_container(name, folder, machine=True)


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "plan.scenario.json"
    scenario_file.write(path, with_lever(Scenario(title="Plan"), LEVER, 400))
    return path


def _killed(state, path, value, before):
    """Leave behind what a window leaves that is killed with unsaved work."""
    window = Remote(state, path, before=before)
    assert window.ask("edit", value)["questions"] == []
    window.ask("flush")
    window.kill()
    assert lock_path(path).exists()


def _is_as_it_was(state, path, value, before):
    """See that the next window is asked nothing, and is offered what was kept."""
    window = Remote(state, path, before=before)
    look = window.ask("look")
    assert (look["questions"], look["read_only"], look["path"]) == ([], "", str(path))
    assert "“Plan”" in look["offer"]
    assert window.ask("offer", "recover")["value"] == value
    window.ask("save")
    window.kill()
    assert lever_value(scenario_file.read(path), LEVER) == value


KINDS = {
    "same process number again": _same_number,
    "container of another name": _other_name,
    "container of another machine number": _other_machine,
}
ONLY_IN_FULL = {"container of another name", "container of another machine number"}


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_container_that_starts_again_has_its_file_and_its_work(
    tmp_path, path, kind, sized, record
):
    times = sized(int(kind not in ONLY_IN_FULL), 20)
    if not times:
        pytest.skip("only at full length")
    for number in range(times):
        state = tmp_path / f"state-{number}"
        state.mkdir()
        _killed(state, path, 500 + number, KINDS[kind](f"first-{number}", tmp_path))
        _is_as_it_was(state, path, 500 + number, KINDS[kind](f"second-{number}", tmp_path))
    record("E2", f"{kind}: {times} times, asked nothing, work offered each time")


def test_that_a_number_that_another_program_has_by_now_locks_nothing(tmp_path, path, sized, record):
    times = sized(1, 20)
    for number in range(times):
        state = tmp_path / f"state-{number}"
        state.mkdir()
        _killed(state, path, 500 + number, ())
        for lock in (lock_path(path), *(state / "recovery").glob("*.lock")):
            owner = owner_in(lock.read_bytes())
            assert owner is not None
            lock.write_bytes(this_process().to_bytes())
        _is_as_it_was(state, path, 500 + number, ())
    record("E2", f"number of another living process: {times} times, work offered each time")


def test_that_a_container_beside_another_does_not_take_what_is_alive(tmp_path, path, record):
    first = Remote(tmp_path / "state", path, before=_same_number("first", tmp_path))
    first.ask("edit", 600)
    first.ask("flush")
    second = Remote(tmp_path / "state", path, before=_same_number("second", tmp_path))
    look = second.ask("look")
    assert (look["questions"], look["offer"]) == (["taken"], "")
    first.kill()
    second.kill()
    record("E2", "two containers with the same number: the living one keeps its file and its work")


def test_that_a_file_left_by_another_user_opens(suanli, record):  # noqa: F811
    folder = Path(tempfile.mkdtemp())  # one that nobody may walk into, as the test's own is not
    folder.chmod(0o1777)
    path = folder / "plan.scenario.json"
    scenario_file.write(path, with_lever(Scenario(title="Plan"), LEVER, 400))
    path.chmod(0o666)
    lock_path(path).write_bytes(this_process().to_bytes())
    lock_path(path).chmod(0o644)
    with as_nobody():
        suanli.files.open_path(path)
        assert (suanli.document.path, suanli.document.place.read_only) == (path, "")
    shutil.rmtree(folder)
    record("E2", "two users of one folder: the lock that one has left is free for the other")
