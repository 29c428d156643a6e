"""The docstrings of our functions, which are sentences a reader sees; lowest floor of planner.

Python forgets them when it runs with -OO. The source still has them.
"""

import ast
import inspect
from collections.abc import Callable
from textwrap import dedent
from typing import Any


def docstring(function: Callable[..., Any]) -> str:
    """Return a function's docstring without its indentation; empty where there is none."""
    kept = inspect.getdoc(function)
    if kept is not None:
        return kept
    (definition,) = ast.parse(dedent(inspect.getsource(function))).body
    if not isinstance(definition, ast.FunctionDef):
        return ""
    return ast.get_docstring(definition) or ""


def first_line(function: Callable[..., Any]) -> str:
    """Return the first line of a function's docstring, which is its sentence in short."""
    return docstring(function).partition("\n")[0]
