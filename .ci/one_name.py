"""Puts `planner` and `ui` below the one name `suanli` while a wheel is built.

Import statements that name them are turned by their place in the syntax tree, so that each keeps
its line. The build ends where one is left, or a text that is the name of such a module.
See resources/docs/decisions/one-name.md.
"""

import ast
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "suanli"
FACE = Path("ui/entry") / NAME
MOVED = ("planner", "ui")
MODULE_NAME = re.compile(rf"({'|'.join(MOVED)})(\.\w+)*\.?")


class NameLeftError(Exception):
    """A module is still named as in the checkout."""


class OneName(BuildHookInterface):  # type: ignore[type-arg]
    """Lays the packages out below one name, and hands them to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the packages aside; an editable install goes on reading the checkout."""
        if version == "editable":
            return
        self._aside = tempfile.TemporaryDirectory(prefix="suanli-wheel-")
        lay_out(Path(self.root), Path(self._aside.name))
        build_data["force_include"][self._aside.name] = NAME

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was written aside."""
        if version != "editable":
            self._aside.cleanup()


def lay_out(root: Path, to: Path) -> None:
    """Write the packages of a checkout as they stand in the wheel. Raises NameLeftError."""
    ignored = shutil.ignore_patterns("__pycache__", "*.pyc", "entry")
    for name in MOVED:
        shutil.copytree(root / name, to / name, ignore=ignored)
    shutil.copytree(root / FACE, to, ignore=ignored, dirs_exist_ok=True)
    for path in to.rglob("*.py"):
        text = below_one_name(path.read_text("utf-8"), path.relative_to(to).as_posix())
        path.write_text(text, "utf-8")


def below_one_name(text: str, place: str) -> str:
    """Return a module's source with the imports of what moved named anew.

    Raises NameLeftError for an import that would bind the old name, and for a text that is the
    name of a module: it would be looked up under the old name.
    """
    lines = text.encode().splitlines(keepends=True)
    for line, column, name in sorted(_named(ast.parse(text), lines, place), reverse=True):
        given = lines[line - 1]
        turned = given[column:].replace(name.encode(), f"{NAME}.{name}".encode(), 1)
        lines[line - 1] = given[:column] + turned
    turned_text = b"".join(lines).decode()
    _check_none_left(ast.parse(turned_text), place)
    return turned_text


def _named(tree: ast.Module, lines: list[bytes], place: str) -> Iterator[tuple[int, int, str]]:
    """Yield the line and column behind which an import names a package that moved, and its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and _root(node.module) in MOVED:
            behind = lines[node.lineno - 1].index(b"from", node.col_offset) + len(b"from")
            yield node.lineno, behind, _root(node.module)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if _root(alias.name) not in MOVED:
                    continue
                if alias.asname is None:
                    raise NameLeftError(f"{place}:{node.lineno}: write `from` or `as` to import it")
                yield alias.lineno, alias.col_offset, _root(alias.name)


def _root(module: str | None) -> str:
    return (module or "").partition(".")[0]


def _check_none_left(tree: ast.Module, place: str) -> None:
    for node in ast.walk(tree):
        names = {
            *([_root(node.module)] if isinstance(node, ast.ImportFrom) and not node.level else ()),
            *([_root(each.name) for each in node.names] if isinstance(node, ast.Import) else ()),
        }
        if names & {*MOVED}:
            raise NameLeftError(f"{place}:{getattr(node, 'lineno', 0)}: it imports the old name")
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and MODULE_NAME.fullmatch(text):
            raise NameLeftError(f"{place}:{getattr(node, 'lineno', 0)}: {text!r} is the old name")
