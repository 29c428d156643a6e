"""An equation step by step: each operation above what it is made of, as lines of an outline.

Window, terminal and what is copied show the same lines. Floor: wording; no Qt.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from planner.storage.sentences.catalog import translate
from planner.studies.inspect.node import Node
from planner.studies.inspect.term import NEGATION, Term
from ui.wording.inspect.formula import plain_name
from ui.wording.inspect.names import element_short, function_words
from ui.wording.inspect.numbers import in_equation

_FLAT: Final = ("+", "*")
"""Signs of which a chain is one step: the order of its parts says nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the outline: `depth` steps in, what it is, and its value.

    `number` is the same value as a bare number in the unit of the model.
    """

    depth: int
    text: str
    value: str
    number: float
    unit: str
    node: Node | None = None


def steps_of(term: Term, node: Node) -> tuple[Step, ...]:
    """Return the steps of the equation of a node, the whole first."""
    return tuple(_steps(term, node, 0, ""))


def _steps(term: Term, node: Node, depth: int, prefix: str) -> Iterator[Step]:
    text = f"{prefix}{_text(term, node)}"
    yield Step(depth, text, _value(term), term.value, term.unit, term.node)
    if term.kind == "sum":
        for element, part in zip(term.elements, term.parts, strict=True):
            before = "" if part.node is not None else f"{element_short(element)}: "
            yield from _steps(part, node, depth + 1, before)
        return
    for part in _parts(term):
        yield from _steps(part, node, depth + 1, "")


def _parts(term: Term) -> tuple[Term, ...]:
    """Return the parts of a term, those of a chain of one sign together."""
    if term.kind != "operation" or term.symbol not in _FLAT:
        return term.parts
    left, right = term.parts
    is_chain = left.kind == "operation" and left.symbol == term.symbol
    return (*(_parts(left) if is_chain else (left,)), right)


def _text(term: Term, node: Node) -> str:
    match term.kind:
        case "operation":
            return _operation_names()[term.symbol]
        case "function" | "sum":
            return " … ".join(function_words(term.symbol))
        case _:
            name = plain_name(term)
            is_itself = term.before and term.node == node
            text = translate("Inspect", "{name}, a month before")
            return text.format(name=name) if is_itself else name


def _value(term: Term) -> str:
    if term.kind == "number":
        return ""
    if term.kind == "operation" and term.symbol in "<>":
        return translate("Inspect", "holds") if term.value else translate("Inspect", "does not")
    return in_equation(term.value, term.unit)


def _operation_names() -> dict[str, str]:
    """Return what operations are called in front of their parts."""
    return {
        "+": translate("Inspect", "added (+)"),
        "-": translate("Inspect", "first less second (−)"),
        "*": translate("Inspect", "multiplied (×)"),
        "/": translate("Inspect", "first over second (÷)"),
        "<": translate("Inspect", "first less than second?"),
        ">": translate("Inspect", "first more than second?"),
        NEGATION: translate("Inspect", "the negative of"),
    }
