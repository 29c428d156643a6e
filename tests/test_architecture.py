"""The shape of the code: floors that do hold, small files, and traps of Qt that stay shut."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
TABLES = (
    "ui/translate.py"  # hands the texts of the planner's tables to Qt; they are not written in ui
)
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "data", "info"}
SOURCES = sorted(path for name in ("planner", "ui") for path in (ROOT / name).rglob("*.py"))


def _trees() -> Iterator[tuple[str, ast.Module]]:
    assert len(SOURCES) > 10
    for path in SOURCES:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def _calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield the place, the bare name and the node of every call in the code."""
    for path, tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name)):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                yield f"{path}:{node.lineno}", name, node


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("planner.model.levers", "import planner.engine", "Each floor of the planner"),
        ("planner.quantities.units", "from planner import facts", "Each floor of the planner"),
        ("planner.files.export", "from PySide6 import QtCore", "The planner knows neither Qt"),
        ("planner.studies.compare", "import ui", "The faces import the planner"),
        ("ui.views.panel", "import pyqtgraph", "Only the charts"),
        ("ui.charts.chart", "import pyqtgraph", None),
        ("ui.app", "import planner.files", None),
    ],
)
def test_that_the_contracts_of_imports_catch_what_they_forbid(
    module, statement, contract, tmp_path
):
    _write_empty_packages(tmp_path)
    planted = tmp_path.joinpath(*module.split(".")).with_suffix(".py")
    planted.write_text(f'"""Planted."""\n\n{statement}\n', "utf-8")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    report = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    broken = [line for line in report.stdout.splitlines() if line.endswith("BROKEN")]
    if contract is None:
        assert "4 kept" in report.stdout
    else:
        assert any(line.startswith(contract) for line in broken), report.stdout


def _write_empty_packages(folder: Path) -> None:
    """Lay out the packages of the checkout, without their code, under the same contracts."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    floors = ("quantities", "facts", "model", "engine", "ensemble", "studies", "files", "places")
    for package in [
        "planner",
        *(f"planner/{floor}" for floor in floors),
        "ui",
        "ui/charts",
        "ui/views",
    ]:
        (folder / package).mkdir()
        (folder / package / "__init__.py").touch()


def test_that_a_file_holds_one_idea():
    long = [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LINES_OF_A_FILE]
    assert long == []


def test_that_a_function_can_be_read_at_a_glance():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_that_a_module_is_named_after_what_it_holds():
    assert [path for path in SOURCES if path.stem in EMPTY_NAMES] == []


def test_that_no_slot_is_a_lambda_or_a_partial():
    # Either keeps its widget alive for ever; a bound method does not.
    slots = [
        place
        for place, name, call in _calls()
        if name == "connect"
        for slot in call.args[:1]
        if isinstance(slot, ast.Lambda)
        or (isinstance(slot, ast.Call) and ast.unparse(slot.func).endswith("partial"))
    ]
    assert slots == []


def test_that_no_code_turns_the_event_loop_by_hand():
    assert [place for place, name, _ in _calls() if name in {"processEvents", "QEventLoop"}] == []


def test_that_every_text_can_be_extracted_for_translation():
    # lupdate reads literals only: an f-string or a name would never find its translation.
    texts = [
        (place, call)
        for place, name, call in _calls()
        if name in {"tr", "translate"}
        and not place.startswith(TABLES)
        and not _moves_a_painter(call)
    ]
    assert texts
    unreadable = [
        place
        for place, call in texts
        if not call.args or not all(_is_text(text) for text in call.args[: _texts_of(call)])
    ]
    assert unreadable == []


def _moves_a_painter(call: ast.Call) -> bool:
    """Tell QPainter.translate, which moves the origin, from the one that takes texts."""
    return isinstance(call.func, ast.Attribute) and "painter" in ast.unparse(call.func.value)


def _texts_of(call: ast.Call) -> int:
    """Say how many leading arguments are texts: tr has one, translate a context as well."""
    return 1 if isinstance(call.func, ast.Attribute) and call.func.attr == "tr" else 2


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
