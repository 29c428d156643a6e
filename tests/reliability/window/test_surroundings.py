"""E7: wherever Suanli runs it gives the right numbers, or one sentence; never a signal."""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from planner.engine.kernel.codegen.compiled import Compiled
from planner.engine.kernel.runtime import load
from planner.engine.kernel.runtime.cache import keep
from tests.reliability.nobody import NOBODY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="users and namespaces of Linux")

ROOT = Path(__file__).parents[3]
SUANLI = str(Path(sys.executable).with_name("suanli"))
BENCHMARK = (sys.executable, "-m", "tests.benchmarks")
RUN = (SUANLI, "run", "baseline", "--futures", "16", "--csv", "-")
NO_EXECUTABLE_MEMORY = (
    sys.executable,
    str(Path(__file__).with_name("without_executable_memory.py")),
)
OF_THE_USER = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
OF_OURS = tuple(f"SUANLI_{name}_FOLDER" for name in ("CACHE", "SETTINGS", "STATE"))
READ_ONLY = (
    "mount -o bind,remount,ro / || exit 99;"
    'for each in $(cut -d" " -f2 /proc/mounts); do'
    "  case $each in /proc*|/sys*|/dev*) ;; *) mount -o bind,remount,ro $each ;; esac;"
    'done 2>/dev/null; exec "$@"'
)
SLOW = (
    "suanli: the compiled model cannot run here: this system forbids a program to run code that it "
    "has made itself; the slow engine computes instead, and its numbers agree to a millionth of "
    "their range\n"
)
NO_CACHE = "suanli: the cache is not used, so every start takes longer: "


def _run(*command, without=(), cwd=None, **changed):
    kept = {name: value for name, value in os.environ.items() if name not in without}
    done = subprocess.run(
        command,
        env={**kept, **changed},
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    if done.returncode == 99:
        pytest.skip("this machine does not let such surroundings be made")
    return done


def _unshare(*options):
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("unshare is not installed")
    return (unshare, *options)


@pytest.fixture(scope="module")
def numbers():
    """Return the numbers of a run in plain surroundings."""
    done = _run(*RUN)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") > 10_000
    return done.stdout


def test_that_the_numbers_do_not_depend_on_a_cache(numbers, tmp_path):
    (tmp_path / "file").write_text("in the way")
    done = _run(*RUN, SUANLI_CACHE_FOLDER=str(tmp_path / "file" / "cache"))
    assert done.stdout == numbers
    assert done.stderr.startswith(NO_CACHE)
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be another user")
def test_that_code_another_user_keeps_in_a_shared_cache_is_not_run(numbers, tmp_path, monkeypatch):
    shared = tmp_path / "shared"
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(shared))
    keep(load._name(), Compiled({}, {}, (0, 0, 0), (), (), b"code of another user"))
    for path in (shared, *shared.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    shared.chmod(0o1777)
    before = sorted(path.name for path in shared.iterdir())
    done = _run(*RUN)
    assert done.stdout == numbers
    assert done.stderr == f"{NO_CACHE}{shared}: it belongs to another user\n"
    assert sorted(path.name for path in shared.iterdir()) == before


@pytest.fixture
def unknown_user():
    """Return what makes a command that of a user whom nobody knows, on disks that are read-only."""
    unknown = _unshare("--user", "--map-user=54321", "--mount")
    if _run(*unknown, "true").returncode != 0:
        pytest.skip("this machine does not let a user be made up")
    if os.geteuid() != 0:
        pytest.skip("only root can make disks read-only")
    return (*_unshare("--mount"), "sh", "-c", READ_ONLY, "sh", *unknown)


def test_that_a_window_that_can_keep_nothing_anywhere_says_so_in_one_sentence(
    unknown_user, tmp_path
):
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "SUANLI_STATE_FOLDER": str(tmp_path / "state")}
    done = _run(*unknown_user, SUANLI, without=OF_THE_USER, cwd=tmp_path, **offscreen)
    assert done.stderr == f"suanli: {tmp_path}/state cannot be used: the disk is read-only\n"
    assert (done.stdout, done.returncode) == ("", 2)


def test_that_a_user_without_name_home_or_disk_gets_the_same_numbers(
    unknown_user, numbers, tmp_path
):
    done = _run(*unknown_user, *RUN, without=(*OF_THE_USER, *OF_OURS), cwd=tmp_path)
    assert (done.stdout, done.returncode) == (numbers, 0)
    assert done.stderr == f"{NO_CACHE}~: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []


def test_that_without_executable_memory_the_slow_engine_says_that_it_serves(numbers, record):
    done = _run(*NO_EXECUTABLE_MEMORY, *RUN)
    assert (done.stderr, done.returncode) == (SLOW, 0)
    slow, fast = (_series(text) for text in (done.stdout, numbers))
    assert slow.keys() == fast.keys()
    worst = max(_difference(slow[key], fast[key]) for key in fast)
    assert 0 < worst < 1e-6
    record("E7", f"without executable memory: numbers differ by {worst:.0e} of their range at most")
    for bench in ("engine", "bands"):  # what the slow engine takes is not told of the compiled one
        done = _run(*NO_EXECUTABLE_MEMORY, *BENCHMARK, bench, cwd=ROOT)
        assert (done.stdout, done.returncode) == ("", 1)
        assert done.stderr.startswith("suanli: there is no compiled model to measure: ")


def _series(text):
    """Return center, bands and share, [months, columns], by outcome, index and state."""
    found: dict[tuple[str, str, str], list[list[float]]] = {}
    for _, _, outcome, index, _, *numbers, state, share in list(csv.reader(io.StringIO(text)))[1:]:
        values = [float(value or "nan") for value in (*numbers, share)]
        found.setdefault((outcome, index, state), []).append(values)
    return {key: np.array(rows) for key, rows in found.items()}


def _difference(ours, theirs):
    finite = np.isfinite(theirs)
    assert (finite == np.isfinite(ours)).all()
    largest = np.abs(theirs[finite]).max(initial=0) or 1
    return np.abs(ours[finite] - theirs[finite]).max(initial=0) / largest


WINDOW = """
import sys
from ui.opening import open_window

def watch(suanli):
    def on_projected(answer):
        if answer.projection.futures:
            bars = suanli.window.warnings.bars.values()
            print(answer.projection.futures, *[bar.display.sentence for bar in bars])
            suanli.window.allow_close()
            suanli.window.close()
    suanli.live.projected.connect(on_projected)

sys.exit(open_window(watch=watch))
"""


@pytest.mark.at_length
def test_that_a_window_without_executable_memory_shows_bands_and_says_why_they_take_longer():
    window = (sys.executable, "-c", WINDOW)
    done = _run(*NO_EXECUTABLE_MEMORY, *window, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1000 The compiled model cannot run here: this system forbids")


@pytest.mark.at_length
def test_that_odd_surroundings_of_a_window_are_no_reason_not_to_open(tmp_path, record):
    here = tmp_path / "here"
    (here / "ui").mkdir(parents=True)
    (here / "ui" / "__init__.py").write_text("raise SystemExit('a foreign ui')")
    window = (sys.executable, "-c", f"import suanli; suanli.put_ours_first()\n{WINDOW}")
    settings = [
        {
            "SUANLI_STATE_FOLDER": "~nosuchuser/x",
            "PYTHONPATH": str(here),
            "PYTHONOPTIMIZE": "2",
            "PYQTGRAPH_QT_LIB": "PyQt5",
            "QT_API": "pyqt5",
        },
        {"HOME": "", "XDG_CACHE_HOME": "here", "PYTHONOPTIMIZE": "1"},
        {"XDG_RUNTIME_DIR": "nowhere", "PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
        {
            "SUANLI_CACHE_FOLDER": "~nosuchuser/x",
            "TMPDIR": "/nowhere",
            "LANG": "xx_YY",
            "LC_ALL": "xx_YY",
        },
    ]
    for changed in settings:
        done = _run(*window, **{"QT_QPA_PLATFORM": "offscreen", **changed}, cwd=here)
        assert done.stdout.split()[:1] == ["1000"], (changed, done.stderr)
        assert done.returncode == 0
        assert "Traceback" not in done.stderr
    assert [path.name for path in here.iterdir()] == ["ui"]
    record("E7", f"{len(settings)} odd surroundings of a window: it opens and shows its bands")
