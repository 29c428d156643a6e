"""Every text of the planner that a reader may see goes through the catalog.

What programs and developers read is English as it stands: its rooms and files are named here, and
so are the tables whose rows are translated where they are shown.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.some import some
from tests.translations.found import texts

PLANNER = Path(__file__).parents[1] / "planner"
SAID_BY = {"translate", "translate_many", "marked"}
PROSE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|^[A-Z][a-z]+ |[^\W\d_]{3,} \{|\} [^\W\d_]{3,}")
ENGLISH_ROOMS = (
    "engine",  # faults of the machine
    "ensemble/conditioning/measured.py",  # faults of the code
    "ensemble/conditioning/systematic.py",
    "ensemble/draws",  # faults of the model's tables
    "facts",  # evidence in English, and what is wrong in it
    "files/format",  # descriptions of the schema
    "files/reference",  # the reference of the model, in English
    "files/session",
    "model/assumptions",  # tables, listed in tests/translations
    "model/constants",
    "model/language",  # faults of equations
    "model/levers",
    "model/outcomes",
    "model/sectors",
    "quantities/languages",  # a table per language
    "quantities/typed",  # forms that people type
)
ENGLISH_FILES = (
    "files/exports/chart_table.py",
    "files/exports/formats.py",
    "files/exports/xmile.py",
    "files/own/example.py",
    "files/own/heads.py",
    "files/own/names.py",
    "files/own/sheet.py",  # a sheet that is read back
    "files/presented/tables.py",  # sheets that are read back
    "files/scenario/model_1_rows.py",  # units
    "files/scenario/rewrites.py",
    "model/check.py",  # faults of the model's tables
    "model/counterfactual.py",
    "model/graph.py",
    "model/indices.py",
    "model/stand_ins.py",
    "quantities/spread.py",
    "quantities/told/lists.py",
    "quantities/told/months.py",
    "quantities/unit_forms.py",
    "quantities/unit_parts.py",
    "quantities/unit_row.py",
    "quantities/unit_system.py",
    "quantities/unit_table.py",
    "quantities/units.py",
    "storage/atomic.py",  # errors that `file_error` says in its own words
    "storage/cache.py",  # the log
    "storage/installed.py",
    "storage/places.py",
    "studies/answers/table.py",
    "studies/inspect/term.py",  # faults of equations
    "studies/survive/worlds.py",
    "studies/variants.py",
)
KEYS = {
    *("as drawn", "at least", "at most", "at hand", "hardly any", "met already", "out of reach"),
    *("all of a kind", "EFLOPS realized", "most threads", "too many", "mmm yyyy", "d mmm yyyy"),
}
"""Words of files and of types, which nobody reads."""
FAULTS = {"ValueError", "RuntimeError", "TypeError", "KeyError", "LookupError"}
"""What is raised for who wrote the code."""


def _files() -> Iterator[Path]:
    for path in sorted(PLANNER.rglob("*.py")):
        name = str(path.relative_to(PLANNER))
        if name not in ENGLISH_FILES and not name.startswith(ENGLISH_ROOMS):
            yield path


def _left_out(tree: ast.Module) -> set[int]:
    """Return what of a file is said, or no text: docstrings, types, patterns, faults."""
    found: set[int] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                found.add(id(text))
            case ast.Call(func=ast.Name(id=name)) if name in SAID_BY | FAULTS:
                found |= set(map(id, ast.walk(node)))
            case ast.Call(func=ast.Attribute(attr="compile" | "warning" | "debug")):
                found |= set(map(id, ast.walk(node)))
            case ast.AnnAssign(annotation=kind) | ast.arg(annotation=kind) if kind is not None:
                found |= set(map(id, ast.walk(kind)))
            case ast.FunctionDef(returns=kind) if kind is not None:
                found |= set(map(id, ast.walk(kind)))
            case ast.Subscript(value=ast.Name(id="Literal")):
                found |= set(map(id, ast.walk(node)))
    return found


def _words(node: ast.AST) -> str:
    """Return the words of a text, with braces for what is put in."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_words(each) or "{}" for each in parts)
    return ""


def unsaid(source: str) -> Iterator[tuple[int, str]]:
    """Yield lines and texts of a file in which words stand that do not go through the catalog."""
    tree = ast.parse(source)
    left_out = _left_out(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            left_out |= set(map(id, node.values))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in left_out:
            words = _words(node)
            if PROSE.search(words) and words not in KEYS:
                yield node.lineno, words


def test_that_the_planner_says_nothing_past_the_catalog():
    found = [
        f"{path.relative_to(PLANNER)}:{line}: {words}"
        for path in some(_files())
        for line, words in unsaid(path.read_text("utf-8"))
    ]
    assert found == []


def test_that_a_text_past_the_catalog_is_seen():
    assert list(unsaid('raise Refused(f"there is no {name}")')) == [(1, "there is no {}")]
    assert list(unsaid('TITLE = "What matters most?"')) == [(1, "What matters most?")]
    assert not list(unsaid('said = translate("Planner", "there is no {name}")'))
    assert not list(unsaid('def key() -> "dict of words":\n    """Return no text."""'))


def test_that_what_is_left_out_is_there():
    for name in some((*ENGLISH_ROOMS, *ENGLISH_FILES)):
        assert (PLANNER / name).exists(), name


def test_that_the_texts_of_the_planner_are_found_to_be_translated():
    found = {each.one for each in texts()}
    assert "there is no lever {key}" in found
    assert "What matters most? December {year}" in found
    assert "Licensed chips (default)" in found
