"""What Suanli stands on: a Qt that keeps Python alive, a clean lock file, a light start."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = ("llvmlite", "pandas", "scipy", "PySide6", "pyqtgraph")
WRITERS = (
    "compiler",
    "elementary",
    "emission",
    "histogram",
    "prelude",
    "target",
    "time_loop",
    "vectors",
)
NOT_LIGHT = (
    *(f"planner.engine.kernel.codegen.{name}" for name in WRITERS),
    "ui.entry.suanli.ema",
)
"""Imported only where a kernel is compiled, and where somebody asks for the EMA Workbench."""


def test_that_a_qt_call_without_a_result_leaves_none_alone():
    # PySide6 6.12.0 drops one reference to None per call, and Python 3.11 then dies of it.
    from PySide6.QtGui import QPen

    pen = QPen()
    before = sys.getrefcount(None)
    for _ in range(1000):
        pen.setWidth(1)
    assert abs(sys.getrefcount(None) - before) < 200


def test_that_pyside_is_held_below_the_release_that_kills_python_3_11():
    import PySide6

    assert (6, 11, 3) <= PySide6.__version_info__[:3] < (6, 12)


def test_that_every_locked_package_comes_from_the_public_index_with_a_hash():
    packages = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    others = [package for package in packages if package["source"] != {"editable": "."}]
    files = [file for package in others for file in [package.get("sdist"), *package["wheels"]]]

    assert len(others) > 20
    assert {package["source"].get("registry") for package in others} == {"https://pypi.org/simple"}
    for file in filter(None, files):
        assert file["url"].startswith("https://files.pythonhosted.org/")
        assert file["hash"].startswith("sha256:")


def test_that_the_lock_tool_is_pinned_to_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pinned = re.findall(r"^uv(==\S+)", (ROOT / ".ci/uv.txt").read_text("utf-8"), re.MULTILINE)
    assert pinned == [project["tool"]["uv"]["required-version"]]


@pytest.mark.parametrize(
    ("package", "allowed"),
    [("planner", ()), ("ui", ("PySide6", "pyqtgraph"))],
)
def test_that_no_module_loads_a_heavy_library_by_being_imported(package, allowed):
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / package).rglob("*.py"))
        if path.stem != "__main__"
    ]
    light = [module for module in modules if not module.startswith(NOT_LIGHT)]
    assert light
    assert _loaded_by(f"import {', '.join(light)}") <= set(allowed)


def test_that_looking_for_heavy_libraries_finds_them():
    assert _loaded_by("import pandas") == {"pandas"}


@pytest.mark.display
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheels carry what Qt needs")
def test_that_a_window_appears_on_a_real_x_server():
    program = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("Suanli")
label.show()
print(app.platformName(), QTest.qWaitForWindowExposed(label))
"""
    server = shutil.which("xvfb-run")
    assert server, "`make test` sees to xvfb"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    command = [server, "--auto-servernum", sys.executable, "-c", program]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.split() == ["xcb", "True"], done.stderr


def _loaded_by(statement: str) -> set[str]:
    """Say which heavy libraries a fresh Python has loaded after a statement."""
    code = f"import sys; {statement}; print(*[name for name in {HEAVY} if name in sys.modules])"
    python = [sys.executable, "-c", code]
    return set(
        subprocess.run(python, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode().split()
    )
