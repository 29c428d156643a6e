"""A wheel built from the checkout runs elsewhere: its evidence and its examples travel inside."""

import csv
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.some import some

ROOT = Path(__file__).parent.parent

LIBRARIES = "import sysconfig; print(sysconfig.get_path('purelib'))"
WINDOW = """
import sys
from suanli.ui.opening import open_window

def watch(suanli):
    def on_projected(answer):
        print(type(suanli).__module__)
        suanli.window.allow_close()
        suanli.window.close()
    suanli.live.projected.connect(on_projected)

sys.exit(open_window(watch=watch))
"""

pytestmark = pytest.mark.wheel


def _hook():
    spec = importlib.util.spec_from_file_location("one_name", ROOT / ".ci" / "one_name.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HOOK = _hook()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """Install the wheel into an empty environment that borrows only the libraries of this one."""
    folder = tmp_path_factory.mktemp("elsewhere")
    _run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], folder)
    programs = folder / "env" / Path(sysconfig.get_path("scripts")).name
    python = str(programs / Path(sys.executable).name)
    install = [_uv(), "pip", "install", "--offline", "--no-deps", "--python", python, str(wheel)]
    _run(install, folder)
    _borrow_libraries(python, folder)
    return programs


def _borrow_libraries(python: str, folder: Path) -> None:
    libraries = Path(_run([python, "-c", LIBRARIES], folder).strip())
    (libraries / "borrowed.pth").write_text(sysconfig.get_path("purelib"), "utf-8")


def test_that_one_name_is_installed(wheel):
    with ZipFile(wheel) as opened:
        names = {name.partition("/")[0] for name in opened.namelist()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"suanli"}


def test_that_the_installed_command_runs_without_qt_whatever_pythonpath_names(elsewhere, tmp_path):
    python = str(elsewhere / Path(sys.executable).name)
    libraries = Path(_run([python, "-c", LIBRARIES], tmp_path).strip())
    foreign = tmp_path / "foreign"
    for folder, names in ((libraries, ("PySide6", "pyqtgraph")), (foreign, ("ui", "planner"))):
        for name in names:
            _write_package(folder / name, "raise ImportError(__name__)")
    environment = {**os.environ, "PYTHONPATH": str(foreign)}
    command = [str(elsewhere / "suanli"), "run", "baseline", "--futures", "64", "--csv", "b.csv"]
    _run(command, tmp_path, environment)
    for name in ("PySide6", "pyqtgraph"):
        shutil.rmtree(libraries / name)

    rows = list(csv.DictReader((tmp_path / "b.csv").read_text("utf-8").splitlines()))
    assert len(rows) > 100
    assert {row["scenario"] for row in rows} == {"baseline"}
    assert all(float(row["p10"]) <= float(row["p90"]) for row in rows if row["p10"])


def test_that_it_runs_beside_installed_packages_called_planner_and_ui(elsewhere, tmp_path):
    python = str(elsewhere / Path(sys.executable).name)
    libraries = Path(_run([python, "-c", LIBRARIES], tmp_path).strip())
    for name in ("planner", "ui"):
        _write_package(libraries / name, f"OURS = 'the other {name}'")
    ask = (
        "import planner, ui, suanli; table = suanli.run(futures=8).table();"
        " print(planner.OURS, ui.OURS, len(table) > 999, sep=', ')"
    )
    assert _run([python, "-c", ask], tmp_path).strip() == "the other planner, the other ui, True"
    told = _run([str(elsewhere / "suanli"), "facts", "S019"], tmp_path)
    assert "S019" in told
    for name in ("planner", "ui"):
        shutil.rmtree(libraries / name)


def test_that_the_window_opens_from_the_wheel(elsewhere, tmp_path):
    python = str(elsewhere / Path(sys.executable).name)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SUANLI_STATE_FOLDER": str(tmp_path),
    }
    assert {*_run([python, "-c", WINDOW], tmp_path, environment).split()} == {"suanli.ui.parts"}


def test_that_it_installs_as_a_tool_with_one_command(wheel, tmp_path):
    without = tmp_path / "borrowed.txt"
    named = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = [re.split(r"[^\w-]", each)[0] for each in some(named)]
    without.write_text("".join(f"{name} ; python_version < '3'\n" for name in names), "utf-8")
    environment = {
        **os.environ,
        "UV_TOOL_DIR": str(tmp_path / "tools"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "bin"),
    }
    command = [_uv(), "tool", "install", "--offline", "--python", sys.executable]
    _run([*command, "--overrides", str(without), str(wheel)], tmp_path, environment)
    assert [path.stem for path in (tmp_path / "bin").iterdir()] == ["suanli"]
    (python,) = (tmp_path / "tools/suanli").glob(f"*/{Path(sys.executable).name}")
    _borrow_libraries(str(python), tmp_path)
    assert "S019" in _run([str(tmp_path / "bin" / "suanli"), "facts", "S019"], tmp_path)


def test_that_what_runs_there_is_the_wheel_and_not_the_checkout(elsewhere, tmp_path):
    ask = (
        "from suanli.planner.storage import places;"
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
    ask = "import suanli, pathlib; print(*pathlib.Path(suanli.__path__[0]).rglob('*.py'))"
    installed = [Path(path) for path in _run([python, "-c", ask], tmp_path).split()]
    assert any(path.name == "command_line.py" for path in installed)
    assert [path for path in installed if {"tests", "benchmarks", "entry"} & {*path.parts}] == []


def test_that_imports_are_named_anew_in_their_place():
    given = (
        "from planner.files import (\n    exports,\n)\n"
        "if True: from ui import app; import planner.model as m, ui as u\n"
        "from .planner import other\nfrom planning import ui\n"
    )
    assert HOOK.below_one_name(given, "here.py") == (
        "from suanli.planner.files import (\n    exports,\n)\n"
        "if True: from suanli.ui import app; import suanli.planner.model as m, suanli.ui as u\n"
        "from .planner import other\nfrom planning import ui\n"
    )


@pytest.mark.parametrize(
    "given", ["import planner", "import ui.app", "import_module('ui.app')", "f'ui.{name}'"]
)
def test_that_a_wheel_is_not_built_with_a_name_of_the_checkout_in_it(given):
    with pytest.raises(HOOK.NameLeftError, match=r"here\.py:1: "):
        HOOK.below_one_name(given, "here.py")


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


def _write_package(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(text, "utf-8")
