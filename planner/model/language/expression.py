"""Reads the one returned expression of an equation as a syntax tree; third floor of planner.

The tree serves the order of equations, the index they repeat over, the compiler, the reference
and exports. It is never run from here: the interpreter calls the functions themselves.
"""

import ast
import inspect
import linecache
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from planner.model.indices import Index
from planner.model.language.functions import COMPOSED
from planner.model.language.subscripts import SUBSCRIPTS, Subscript


class ModelError(ValueError):
    """The model contradicts itself; the message names the equation and what is wrong."""


def parameters(function: Callable[..., Any]) -> tuple[str, ...]:
    """Return the names the equation depends on, in order."""
    code = inspect.unwrap(function).__code__
    own: tuple[str, ...] = code.co_varnames[: code.co_argcount]
    return own


@cache
def definition(function: Callable[..., Any]) -> ast.FunctionDef:
    """Return the syntax tree of the function's definition."""
    plain = inspect.unwrap(function)
    code = plain.__code__
    source = "".join(linecache.getlines(code.co_filename, plain.__globals__))
    node = _definitions(source).get(code.co_firstlineno)
    if node is None or node.name != plain.__name__:
        message = f"{function.__name__} is not a plain function"
        raise ModelError(message)
    return node


@cache
def _definitions(source: str) -> dict[int, ast.FunctionDef]:
    """Return every definition of a module by its first line: one reading serves all of them."""
    nodes = _functions_in(ast.parse(source).body)
    return {min([node.lineno, *(d.lineno for d in node.decorator_list)]): node for node in nodes}


def _functions_in(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield node
            yield from _functions_in(node.body)


def returned(function: Callable[..., Any]) -> ast.expr:
    """Return the one expression the function returns, as it is written; not to be changed.

    Raises ModelError when the body is more than a docstring and one `return`.
    """
    body = [node for node in definition(function).body if not isinstance(node, ast.Expr)]
    if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None:
        message = f"equation {function.__name__} must be one returned expression"
        raise ModelError(message)
    return body[0].value


def expression(function: Callable[..., Any]) -> ast.expr:
    """Return the one expression the function returns, afresh, composed functions written out.

    Raises ModelError when the body is more than a docstring and one `return`.
    """
    written = ast.unparse(returned(function))
    return _WriteOut().visit(ast.parse(written, mode="eval").body)  # type: ignore[no-any-return]


def text(function: Callable[..., Any]) -> str:
    """Return the equation's right-hand side as it is written."""
    return ast.unparse(returned(function))


def index_of(node: ast.expr, known: Mapping[str, Index | None], where: str) -> Index | None:
    """Return the index an expression repeats over, given those of the names in it.

    Raises ModelError when areas and segments meet in one expression, or when a function that deals
    with an index is given a value that has another one, or none where it needs one.
    """
    if isinstance(node, ast.Name):
        return known[node.id]
    parts = {index_of(child, known, where) for child in operands(node)} - {None}
    if len(parts) > 1:
        message = f"equation {where} mixes areas and segments"
        raise ModelError(message)
    found = parts.pop() if parts else None
    subscript = SUBSCRIPTS.get(called(node)) if isinstance(node, ast.Call) else None
    return found if subscript is None else _after(subscript, found, node, where)


def _after(subscript: Subscript, given: Index | None, node: ast.expr, where: str) -> Index | None:
    """Return the index that is left when a function of an index was given one."""
    match subscript.role:
        case "sum":
            fits, left = given is not None, None
        case "select":
            fits, left = given == subscript.index, None
        case "place" | "make":
            fits, left = given is None, subscript.index
    if not fits:
        message = f"in equation {where}, {ast.unparse(node)} is of a value {_per(given)}"
        raise ModelError(message)
    return left


def _per(index: Index | None) -> str:
    return f"per {index}" if index else "that is neither per area nor per segment"


def called(node: ast.Call) -> str:
    """Return the name of the function a call calls."""
    if not isinstance(node.func, ast.Name) or node.keywords:
        message = f"an equation may only call plain functions: {ast.unparse(node)}"
        raise ModelError(message)
    return node.func.id


def operands(node: ast.expr) -> list[ast.expr]:
    """Return the expressions directly below a node, without the names of called functions."""
    if isinstance(node, ast.Call):
        return list(node.args)
    return [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def names(node: ast.expr) -> frozenset[str]:
    """Return the names of the variables in an expression."""
    if isinstance(node, ast.Name):
        return frozenset({node.id})
    return frozenset().union(*(names(child) for child in operands(node)))


def substituted(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """Return the expression with names replaced by expressions."""
    return _Substitute(values).visit(node)  # type: ignore[no-any-return]


class _WriteOut(ast.NodeTransformer):
    """Replaces calls of composed functions by their expressions."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        arguments = [self.visit(argument) for argument in node.args]
        name = called(node)
        if name not in COMPOSED:
            return ast.Call(node.func, arguments, [])
        function = COMPOSED[name]
        values = dict(zip(parameters(function), arguments, strict=True))
        return substituted(expression(function), values)


class _Substitute(ast.NodeTransformer):
    """Replaces names by expressions."""

    def __init__(self, values: Mapping[str, ast.expr]) -> None:
        self._values = values

    def visit_Call(self, node: ast.Call) -> ast.expr:
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._values.get(node.id, node)
