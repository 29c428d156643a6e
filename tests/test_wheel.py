"""A wheel built from the checkout runs elsewhere: its evidence and its examples travel inside."""

import csv
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.some import some

ROOT = Path(__file__).parent.parent

LIBRARIES = "import sysconfig; print(sysconfig.get_path('purelib'))"

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Install the wheel into an empty environment that borrows only the libraries of this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (wheel,) = folder.glob("*.whl")
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], folder)
    programs = folder / "env" / Path(sysconfig.get_path("scripts")).name
    python = str(programs / Path(sys.executable).name)
    install = [_uv(), "pip", "install", "--offline", "--no-deps", "--python", python, str(wheel)]
    _run(install, folder)
    libraries = Path(_run([python, "-c", LIBRARIES], folder).strip())
    (libraries / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    return programs


def test_that_the_installed_command_runs_without_qt_whatever_pythonpath_names(elsewhere, tmp_path):
    python = str(elsewhere / Path(sys.executable).name)
    libraries = Path(_run([python, "-c", LIBRARIES], tmp_path).strip())
    foreign = tmp_path / "foreign"
    for folder, names in ((libraries, ("PySide6", "pyqtgraph")), (foreign, ("ui", "planner"))):
        for name in names:
            (folder / name).mkdir(parents=True)
            (folder / name / "__init__.py").write_text("raise ImportError(__name__)", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(foreign)}
    command = [str(elsewhere / "suanli"), "run", "baseline", "--futures", "64", "--csv", "b.csv"]
    _run(command, tmp_path, environment)

    rows = list(csv.DictReader((tmp_path / "b.csv").read_text("utf-8").splitlines()))
    assert len(rows) > 100
    assert {row["scenario"] for row in rows} == {"baseline"}
    assert all(float(row["p10"]) <= float(row["p90"]) for row in rows if row["p10"])


def test_that_what_runs_there_is_the_wheel_and_not_the_checkout(elsewhere, tmp_path):
    ask = (
        "from planner.storage import places;"
        " print(places.seeds_folder(), places.resources_folder())"
    )
    python = str(elsewhere / Path(sys.executable).name)
    for folder in some(map(Path, _run([python, "-c", ask], tmp_path).split())):
        assert folder.parent.name == "bundled"
        assert folder.is_relative_to(elsewhere.parent)
        travelled = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        here = ROOT / folder.name
        assert {path.relative_to(here) for path in here.rglob("*") if path.is_file()} == travelled


def test_that_tests_and_benchmarks_are_not_installed(elsewhere, tmp_path):
    python = str(elsewhere / Path(sys.executable).name)
    ask = "import ui, pathlib; print(*pathlib.Path(ui.__path__[0]).parent.rglob('*.py'))"
    installed = [Path(path) for path in _run([python, "-c", ask], tmp_path).split()]
    assert any(path.name == "command_line.py" for path in installed)
    assert [path for path in installed if {"tests", "benchmarks"} & {*path.parts}] == []


def _uv() -> str:
    found = shutil.which("uv", path=str(ROOT / ".tools" / "bin")) or shutil.which("uv")
    assert found, "`make setup` puts uv into .tools"
    return found


def _run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
