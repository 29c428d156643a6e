"""What acts on a value, and what that rests on, up to levers: a map by steps; floor six of planner.

A link goes from a cause to its effect. What a sum adds up stands for all its elements. The first
value of a stock acts on it at the start alone.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from planner.model.graph import model
from planner.model.inputs import Lever
from planner.studies.inspect.influence import Sign, sign_of
from planner.studies.inspect.moment import Course
from planner.studies.inspect.node import ALL, Node, node_of
from planner.studies.inspect.term import flow_of, nodes_of

AT_MOST: Final = 30
"""Nodes that are shown at once."""
_CLOCK: Final = frozenset({"time", "elapsed", "step", "moment", "elapsed_at_moment"})
"""What every run has alike: it explains nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """An influence: `is_delayed` where the effect adds up what acts on it over time.

    `is_start` where the cause gives the first value of a stock alone.
    """

    cause: Node
    effect: Node
    sign: Sign
    is_delayed: bool
    is_start: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A node of a map: `steps` away from what is explained, with `hidden` causes not shown."""

    node: Node
    steps: int
    hidden: int


@dataclass(frozen=True, slots=True)
class CauseMap:
    """Nodes around one value, and the links between them."""

    root: Node
    nodes: tuple[Placed, ...]
    links: tuple[Link, ...]


def causes_of(node: Node, course: Course) -> tuple[Link, ...]:
    """Return what acts on a value directly; nothing acts on an input."""
    return () if node.is_input else _causes(node, course)


def map_of(root: Node, course: Course, opened: Collection[Node], most: int = AT_MOST) -> CauseMap:
    """Return the causes of a value, and of those that are `opened`, nearest first, at most so many.

    The value itself is always opened.
    """
    steps, links = {root: 0}, dict[tuple[Node, Node], Link]()
    waiting = [root]
    while waiting:
        effect = waiting.pop(0)
        for link in causes_of(effect, course):
            if link.cause not in steps:
                if len(steps) >= most:
                    continue
                steps[link.cause] = steps[effect] + 1
                if link.cause in opened:
                    waiting.append(link.cause)
            links[link.cause, effect] = link
    nodes = (Placed(node, away, _hidden(node, links, course)) for node, away in steps.items())
    return CauseMap(root, tuple(nodes), tuple(links.values()))


def first_opened(root: Node, course: Course, most: int = AT_MOST) -> frozenset[Node]:
    """Return which nodes are opened at first: whole steps around a value, as far as there is room.

    Its own causes are always there.
    """
    opened: set[Node] = set()
    shown = {root, *(link.cause for link in causes_of(root, course))}
    ring = [node for node in shown if node != root]
    while ring:
        found = {link.cause for node in ring for link in causes_of(node, course)} - shown
        if not found or len(shown) + len(found) > most * 2 // 5:
            break
        opened.update(ring)
        shown |= found
        ring = [*found]
    return frozenset(opened)


def way_to(cause: Node, effect: Node, course: Course) -> tuple[Link, ...]:
    """Return a shortest chain of influences from a cause to an effect; none where there is none."""
    found: dict[Node, Link | None] = {effect: None}
    waiting = [effect]
    while waiting and cause not in found:
        for link in causes_of(waiting.pop(0), course):
            if link.cause not in found and link.sign != "0":
                found[link.cause] = link
                waiting.append(link.cause)
    return tuple(_followed(cause, found)) if cause in found else ()


def levers_behind(node: Node, course: Course) -> tuple[Node, ...]:
    """Return the levers that a value rests on, the nearest first."""
    found = [node]
    for each in found:
        new = (link.cause for link in causes_of(each, course))
        found.extend(dict.fromkeys(cause for cause in new if cause not in found))
    return tuple(each for each in found if isinstance(model().inputs.get(each.name), Lever))


def _followed(cause: Node, found: dict[Node, Link | None]) -> Iterator[Link]:
    link = found[cause]
    while link is not None:
        yield link
        link = found[link.effect]


@lru_cache(maxsize=4096)
def _causes(node: Node, course: Course) -> tuple[Link, ...]:
    equation = model().equations[node.name]
    named = [each for each in _named(node, course) if each.name not in _CLOCK and each != node]
    links = [
        Link(each, node, sign_of(each, node, course), is_delayed=equation.is_stock)
        for each in named
    ]
    if equation.start is not None:
        start = node_of(equation.start, node.element, without=node.without)
        if start not in named:
            links.append(Link(start, node, "+", is_delayed=True, is_start=True))
    return tuple(links)


def _named(node: Node, course: Course) -> Iterable[Node]:
    """Return the values that the equation of a node names."""
    if node.element != ALL:
        return nodes_of(flow_of(node, course))
    each = [nodes_of(flow_of(Node(node.name, e, node.without), course)) for e in node.elements]
    shared = set(each[0]).intersection(*each)
    every = (cause for nodes in each for cause in nodes)
    return dict.fromkeys(
        cause if cause in shared else Node(cause.name, ALL if cause.element else "", cause.without)
        for cause in every
    )


def _hidden(node: Node, links: Collection[tuple[Node, Node]], course: Course) -> int:
    """Return how many of the causes of a node have no link in the map."""
    return sum((link.cause, node) not in links for link in causes_of(node, course))
