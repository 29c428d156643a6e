"""An equation as a row of cells in the order of reading, each with its number below it.

Below a name stands its value, below a sign or a function the result of that operation. Sums over
places or segments show what is added up, part by part. Floor: wording; no Qt, no widgets.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import Inspection, differs
from planner.studies.inspect.node import Node
from planner.studies.inspect.term import NEGATION, Term, nodes_of
from ui.wording.inspect.names import element_short, function_words, node_name
from ui.wording.inspect.numbers import in_equation

CellKind = Literal["name", "number", "sign", "function", "bracket"]

SIGNS: Final = {"+": "+", "-": "−", "*": "×", "/": "÷", "<": "<", ">": ">"}
_RANKS: Final = {"<": 1, ">": 1, "+": 2, "-": 2, "*": 3, "/": 3, NEGATION: 4}
_ATOM: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A name, a number, a sign, a function or a bracket; `node` can be opened.

    `result` stands below it; `tip` says it in full. What `is_changed` differs from the same of
    what is held against; `depth` counts the brackets around it.
    """

    kind: CellKind
    text: str
    result: str = ""
    tip: str = ""
    node: Node | None = None
    is_changed: bool = False
    depth: int = 0


def cells_of(found: Inspection) -> tuple[Cell, ...]:
    """Return the equation of an inspected value in cells; none of an input."""
    changed = frozenset(given.node for given in found.given if given.is_changed)
    writer = _Writer(found, changed)
    return () if found.term is None else tuple(writer.cells(found.term, 0, 0))


def equation_text(found: Inspection) -> str:
    """Return the equation of a value in one line with its names alone; empty of an input."""
    term, name = found.term, node_name(found.node)
    if term is None:
        return ""
    if found.node.is_stock and term.kind == "operation":
        was, flowed = term.parts
        text = translate("Inspect", "{name}, a month before").format(name=plain_name(was))
        return f"{name} = {text} + {written(flowed)}"
    return f"{name} = {written(term)}"


def written(term: Term) -> str:
    """Return a term in one line with its names alone."""
    if term.kind == "sum":
        inside = " + ".join(map(element_short, term.elements))
        return f"{function_words(term.symbol)[0]} ({inside})"
    if term.kind == "function":
        return _function_written(term)
    if term.kind == "operation":
        return _operation_written(term)
    return plain_name(term)


def _function_written(term: Term) -> str:
    name, *between = function_words(term.symbol)
    first, *others = map(written, term.parts)
    joined = (
        f"{joint} {part}" if joint == "," else f" {joint} {part}"
        for joint, part in zip(between, others, strict=True)
    )
    return f"{name} ({first}{''.join(joined)})"


def plain_name(term: Term) -> str:
    """Return what a value or a number in an equation is called."""
    if term.node is None:
        return in_equation(term.value, "1")
    return node_name(term.node)


def _operation_written(term: Term) -> str:
    if term.symbol == NEGATION:
        return f"−{_in_brackets(term.parts[0], _RANKS[NEGATION])}"
    left, right = term.parts
    rank = _RANKS[term.symbol]
    tail = _in_brackets(right, rank + (term.symbol in "-/"))
    return f"{_in_brackets(left, rank)} {SIGNS[term.symbol]} {tail}"


def _in_brackets(term: Term, rank: int) -> str:
    return f"({written(term)})" if _rank(term) < rank else written(term)


def _rank(term: Term) -> int:
    return _RANKS[term.symbol] if term.kind == "operation" else _ATOM


class _Writer:
    """Writes terms as cells."""

    def __init__(self, found: Inspection, changed: frozenset[Node]) -> None:
        self._found = found
        self._changed = changed

    def cells(self, term: Term, rank: int, depth: int) -> Iterator[Cell]:
        """Yield the cells of a term, in brackets where the sign around it binds closer."""
        is_enclosed = _rank(term) < rank
        inner = depth + is_enclosed
        if is_enclosed:
            yield Cell("bracket", "(", depth=depth)
        match term.kind:
            case "value":
                yield self._value(term, inner)
            case "number":
                yield Cell("number", in_equation(term.value, "1"), depth=inner)
            case "operation":
                yield from self._operation(term, inner)
            case "function":
                yield from self._function(term, inner)
            case "sum":
                yield from self._sum(term, inner)
        if is_enclosed:
            yield Cell("bracket", ")", depth=depth)

    def _value(self, term: Term, depth: int) -> Cell:
        name, result = plain_name(term), in_equation(term.value, term.unit)
        if term.before and term.node == self._found.node:
            name = translate("Inspect", "{name}, a month before").format(name=name)
        return Cell("name", name, result, led_by(name, result), term.node, self._moved(term), depth)

    def _operation(self, term: Term, depth: int) -> Iterator[Cell]:
        rank = _RANKS[term.symbol]
        if term.symbol == NEGATION:
            yield Cell("sign", "−", self._result(term), self._tip(term), depth=depth)
            yield from self.cells(term.parts[0], rank, depth)
            return
        left, right = term.parts
        yield from self.cells(left, rank, depth)
        yield Cell("sign", SIGNS[term.symbol], self._result(term), self._tip(term), depth=depth)
        yield from self.cells(right, rank + (term.symbol in "-/"), depth)

    def _function(self, term: Term, depth: int) -> Iterator[Cell]:
        name, *between = function_words(term.symbol)
        yield Cell("function", name, self._result(term), self._tip(term), depth=depth)
        yield Cell("bracket", "(", depth=depth)
        for joint, part in zip(("", *between), term.parts, strict=True):
            if joint:
                yield Cell("bracket", joint, depth=depth + 1)
            yield from self.cells(part, 0, depth + 1)
        yield Cell("bracket", ")", depth=depth)

    def _sum(self, term: Term, depth: int) -> Iterator[Cell]:
        """Yield what is summed for all elements, and the part of each."""
        yield Cell(
            "function", function_words("total")[0], self._result(term), self._tip(term), depth=depth
        )
        yield Cell("bracket", "(", depth=depth)
        for number, (element, part) in enumerate(zip(term.elements, term.parts, strict=True)):
            if number:
                yield Cell("sign", "+", depth=depth + 1)
            result = in_equation(part.value, part.unit)
            tip = led_by(element_short(element), f"{written(part)} = {result}")
            text = plain_name(part) if part.node is not None else element_short(element)
            moved = self._moved(part)
            yield Cell("name", text, result, tip, part.node, moved, depth + 1)
        yield Cell("bracket", ")", depth=depth)

    def _result(self, term: Term) -> str:
        """Return the result of an operation; of a comparison whether it holds."""
        if term.symbol in "<>":
            return translate("Inspect", "holds") if term.value else translate("Inspect", "does not")
        return f"= {in_equation(term.value, term.unit)}"

    def _tip(self, term: Term) -> str:
        return f"{written(term)} {self._result(term)}"

    def _moved(self, term: Term) -> bool:
        """Tell whether a value differs from that of what is held against."""
        against, node = self._found.against, term.node
        if node is None:
            return any(each in self._changed for each in nodes_of(term))
        return differs(term.value, against.value(node, before=term.before))
