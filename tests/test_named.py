"""Every module of the program is named by a test, or stands right behind one that is.

A test names a module by importing it, by its dotted name in a text, or by running it as a command
of the terminal. Behind it stands what it imports itself: a part of a window is tested through the
window that holds it. What stands further back is told in `DOORS`, with the test that goes to it.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from planner.model.graph import model
from tests.some import some
from ui.command_line import COMMANDS, module_of

ROOT = Path(__file__).parents[1]
ENTRY = "ui.entry."
DOTTED = re.compile(r"\b(?:planner|ui|suanli)(?:\.\w+)+")
DOORS = {
    "ui.controllers.files.lock_words": "tests/ui/documents/test_locked_files.py",
    "ui.controllers.files.already_open": "tests/ui/controllers/files/test_files.py",
    "ui.controllers.files.shown.examples": "tests/ui/controllers/files/test_files.py",
    "ui.controllers.files.shown.pictures": "tests/ui/documents/test_workspace.py",
    "ui.controllers.files.shown.showing": "tests/ui/controllers/files/test_files.py",
    "ui.documents.writing": "tests/ui/controllers/files/test_files.py",
    "ui.wording.compared.joining": "tests/ui/controllers/test_combining.py",
    "ui.print.report.web.tables": "tests/ui/print/report/test_page.py",
    "ui.views.ask.kept_section": "tests/ui/views/test_ask.py",
    "ui.wording.commands.rows.languages": "tests/ui/test_language_switch.py",
    "ui.wording.commands.rows.units": "tests/ui/controllers/test_units.py",
    "ui.wording.commands.rows.story": "tests/ui/controllers/story/test_presenting.py",
    "suanli.__main__": "tests/test_entry.py",
    "ui.__main__": "tests/test_entry.py",
    "ui.views.bars.breach_bar": "tests/ui/views/test_breach_bar.py",
    "ui.widgets.lists.history_rows": "tests/ui/documents/test_workspace.py",
    "ui.wording.commands.chart_exports": "tests/ui/controllers/test_commands.py",
}
ROWS = {"planner.model.assumptions": "ASSUMPTIONS", "planner.model.constants": "CONSTANTS"}


@cache
def _modules() -> dict[str, ast.Module]:
    paths = some(path for face in ("planner", "ui") for path in (ROOT / face).rglob("*.py"))
    trees = {_name(path): ast.parse(path.read_text("utf-8")) for path in paths}
    return {name: tree for name, tree in trees.items() if not _says_only_what_it_is(tree)}


def _says_only_what_it_is(tree: ast.Module) -> bool:
    """Tell the `__init__` of a room, which holds a docstring and nothing to test."""
    return all(isinstance(node, ast.Expr) for node in tree.body)


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return name.removeprefix(ENTRY)


def _named_in(tree: ast.Module, *, in_texts: bool) -> Iterator[str]:
    """Yield what a module imports, wherever it does so, and what its texts name."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str() as module, names=names):
                yield from (module, module.rpartition(".")[0])  # the room's own code runs as well
                yield from (f"{module}.{each.name}" for each in names)
            case ast.Constant(value=str() as text) if in_texts:
                yield from DOTTED.findall(text)
            case ast.List(elts=[ast.Constant(value=str() as command), *_]) if in_texts:
                yield from (module_of(command),) if command in COMMANDS else ()


@cache
def _named_by_tests() -> frozenset[str]:
    tests = some(path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))
    trees = (ast.parse(path.read_text("utf-8")) for path in tests)
    return frozenset(name for tree in trees for name in _named_in(tree, in_texts=True))


def _behind(doors: frozenset[str]) -> set[str]:
    """Return what the modules of these names import themselves."""
    trees = (tree for name, tree in _modules().items() if name in doors)
    return {name for tree in trees for name in _named_in(tree, in_texts=False)}


def _unnamed(named: frozenset[str]) -> list[str]:
    return sorted(set(_modules()) - named - _behind(named))


def _of_rows() -> list[str]:
    return [name for name in _modules() if name.rpartition(".")[0] in ROWS]


def test_that_every_module_is_named_by_a_test_or_behind_one_that_is():
    told = {*DOORS, *_of_rows()}
    assert len(_modules()) > 400
    assert set(_unnamed(_named_by_tests())) - told == set()


def test_that_a_door_leads_to_a_module_that_is_not_named_otherwise():
    assert set(DOORS) <= set(_unnamed(_named_by_tests()))
    assert [test for test in DOORS.values() if not (ROOT / test).exists()] == []


@pytest.mark.parametrize("name", _of_rows())
def test_that_every_row_of_a_file_is_in_the_model(name):
    table = ROWS[name.rpartition(".")[0]]
    rows = getattr(import_module(name), table, ())
    known = getattr(model(), table.lower())
    assert rows or name.endswith((".conversions", ".correlations"))
    assert [row.key for row in rows if known.get(row.key) != row] == []


def test_that_a_module_without_a_test_is_noticed():
    left = _unnamed(frozenset({"ui.app"}))
    assert "ui.app" not in left
    assert "ui.controllers.conductor" not in left
    assert "planner.storage.atomic" in left
