"""No test passes by seeing nothing, and none of the code goes without a test that names it.

A test sees something where it asserts outside of a loop, or in a loop over what is written there or
went through `some`. An empty parametrization is refused by pytest itself, as pyproject.toml says.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.some import some

ROOT = Path(__file__).parents[1]
FULL = {"some", "range"}
AS_FULL_AS_THEIR_PARTS = {"enumerate", "zip", "sorted", "reversed", "list", "tuple", "set", "dict"}
AS_FULL_AS_THEIR_OWNER = {"items", "values", "keys", "splitlines", "split"}
ASSERTING = re.compile(
    r"assert|^(_?(check|expect)|pytest\.(raises|warns|fail)$)|wait(Until|Signals?)$"
)


def test_that_every_test_sees_something():
    blind = [f"{path}:{test.lineno} {test.name}" for path, test, facts in _tests() if not facts]
    assert blind == []


@pytest.mark.parametrize(
    ("body", "sees"),
    [
        ("assert rows", True),
        ("for row in rows: assert row", False),
        ("for row in some(rows): assert row", True),
        ("for row in (1, 2): assert row", True),
        ("for row in (1, 2):\n  for cell in row: assert cell", False),
        ("assert all(row for row in rows)", False),
        ("assert not any(row for row in some(rows))", True),
        ("assert [row for row in rows if row] == []", False),
        ("assert [row for row in some(rows) if row] == []", True),
        ("with pytest.raises(ValueError): do()", True),
        ("qtbot.waitUntil(done)", True),
        ("_compare(1, 2)", True),
        ("do()", False),
    ],
)
def test_that_a_test_that_may_see_nothing_is_noticed(body, sees):
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    tree = ast.parse(f"def test_it():\n{lines}\ndef _compare(one, other):\n    assert one\n")
    assert [bool(facts) for _, facts in _seen_in(tree)] == [sees]


def test_that_a_list_of_nothing_fails():
    assert some("ab") == ["a", "b"]
    with pytest.raises(AssertionError, match="nothing to look at"):
        some(())


def _tests() -> Iterator[tuple[str, ast.FunctionDef, int]]:
    """Yield each test, its place, and how many of its assertions see something."""
    paths = some(sorted((ROOT / "tests").rglob("test_*.py")))
    for path in paths:
        for test, facts in _seen_in(ast.parse(path.read_text("utf-8"))):
            yield path.relative_to(ROOT).as_posix(), test, facts


def _seen_in(tree: ast.Module) -> Iterator[tuple[ast.FunctionDef, int]]:
    full = _full_names(tree.body, set())
    functions = [each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)]
    helpers = {each.name for each in functions if _asserts(each)}
    for each in functions:
        if each.name.startswith("test_"):
            local = _full_names(list(ast.walk(each)), full)
            yield each, sum(_facts(child, local, helpers) for child in each.body)


def _asserts(function: ast.FunctionDef) -> bool:
    is_helper = not function.name.startswith("test_")
    return is_helper and any(isinstance(node, ast.Assert) for node in ast.walk(function))


def _full_names(nodes: list[ast.stmt] | list[ast.AST], known: set[str]) -> set[str]:
    """Return the names of what is given something, among statements in their order."""
    full = set(known)
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _is_full(value, full):
                full.add(name)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if _is_full(
                value, full
            ):
                full.add(name)
    return full


def _is_full(node: ast.expr, full: set[str]) -> bool:
    """Tell whether what an expression gives is known to hold something."""
    match node:
        case ast.Name(id=name):
            return name in full
        case ast.Call():
            return _is_full_call(node, full)
        case (
            ast.ListComp(generators=loops)
            | ast.SetComp(generators=loops)
            | ast.GeneratorExp(generators=loops)
            | ast.DictComp(generators=loops)
        ):
            return all(_is_full(loop.iter, full) and not loop.ifs for loop in loops)
        case ast.BinOp(left=left, right=right):
            return _is_full(left, full) or _is_full(right, full)
    return _is_written_full(node)


def _is_full_call(call: ast.Call, full: set[str]) -> bool:
    match call:
        case ast.Call(func=ast.Name(id=name)) if name in FULL:
            return True
        case ast.Call(func=ast.Name(id=name), args=args) if name in AS_FULL_AS_THEIR_PARTS:
            return bool(args) and all(_is_full(arg, full) for arg in args)
        case ast.Call(func=ast.Attribute(value=owner, attr=name)) if name in AS_FULL_AS_THEIR_OWNER:
            return _is_full(owner, full)
    return False


def _is_written_full(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=value):
            return bool(value)
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return any(not isinstance(part, ast.Starred) for part in parts)
        case ast.Dict(keys=keys):
            return any(key is not None for key in keys)
    return False


def _facts(node: ast.AST, full: set[str], helpers: set[str]) -> int:
    """Return how many assertions under a node are held against something."""
    match node:
        case ast.For(iter=iterable) if not _is_full(iterable, full):
            return 0
        case ast.FunctionDef() | ast.Lambda():
            return 0
        case ast.Assert(test=test):
            return int(_sees(test, full))
        case ast.Call(func=function) if _is_assertion(ast.unparse(function), helpers):
            return 1
    return sum(_facts(child, full, helpers) for child in ast.iter_child_nodes(node))


def _is_assertion(name: str, helpers: set[str]) -> bool:
    return name in helpers or bool(ASSERTING.search(name))


def _sees(test: ast.expr, full: set[str]) -> bool:
    """Tell whether what is asserted of many things is asserted of some."""
    match test:
        case ast.Call(func=ast.Name(id="all"), args=[things]):
            return _is_full(things, full)
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Name(id="any"), args=[things])):
            return _loops_over_some(things, full)
        case ast.Compare(left=things, ops=[ast.Eq()], comparators=[ast.List(elts=[])]):
            return _loops_over_some(things, full)
    return True


def _loops_over_some(things: ast.expr, full: set[str]) -> bool:
    match things:
        case ast.ListComp(generators=loops) | ast.GeneratorExp(generators=loops):
            return all(_is_full(loop.iter, full) for loop in loops)
    return True
