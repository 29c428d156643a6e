"""Writes equations in other languages, one element at a time; third floor of planner.

A language is how a variable is called (`reference`) and how each function is written (`functions`,
format strings). Indices are written out: a sum over areas becomes seven terms.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.model.indices import ELEMENTS, Index
from planner.model.language.expression import called, index_of, operands
from planner.model.language.subscripts import SUBSCRIPTS, Subscript

OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISONS: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.Gt: ">"}


@dataclass(frozen=True, slots=True)
class Language:
    """How to write a variable's element, and every function of the model.

    `nothing` is a zero of the unit of an expression, where a language cares.
    """

    reference: Callable[[str, str], str]
    functions: Mapping[str, str]
    indices: Mapping[str, Index | None]
    nothing: str = "0.0"

    def text(self, node: ast.expr, element: str) -> str:
        """Return the expression for one element.

        Raises TypeError for an operation and KeyError for a function the language has no word for.
        """
        match node:
            case ast.Constant(value=int() | float() as value):
                return repr(float(value))
            case ast.Name(id=name):
                return self.reference(name, element)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"(-{self.text(operand, element)})"
            case ast.BinOp(left=left, op=op, right=right):
                return self._joined(left, OPERATORS[type(op)], right, element)
            case ast.Compare(left=left, ops=[comparison], comparators=[right]):
                return self._joined(left, COMPARISONS[type(comparison)], right, element)
            case ast.Call():
                return self._call(node, element)
        message = f"there are no words for {ast.unparse(node)}"
        raise TypeError(message)

    def _joined(self, left: ast.expr, sign: str, right: ast.expr, element: str) -> str:
        return f"({self.text(left, element)} {sign} {self.text(right, element)})"

    def _call(self, node: ast.Call, element: str) -> str:
        name = called(node)
        subscript = SUBSCRIPTS.get(name)
        if subscript is not None:
            return self._subscript(subscript, node, element)
        words = [self.text(part, element) for part in operands(node)]
        return self.functions[name].format(*words)

    def _subscript(self, subscript: Subscript, node: ast.Call, element: str) -> str:
        match subscript.role:
            case "sum":
                index = index_of(node.args[0], self.indices, "sum")
                parts = (self.text(node.args[0], part) for part in ELEMENTS[index])
                return f"({' + '.join(parts)})"
            case "select":
                return self.text(node.args[0], subscript.element)
            case "make":
                return self.text(node.args[subscript.elements.index(element)], element)
            case "place":
                text = self.text(node.args[0], element)
                return text if element == subscript.element else self.nothing.format(text)
