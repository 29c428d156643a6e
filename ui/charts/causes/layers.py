"""Where the nodes of a map of causes stand: a layered layout, what is explained at the right.

Each step away is a column further left. Within a column nodes stand in the order of what they act
on, so that few links cross. Pure geometry: it knows no words, no colors, no Qt. Floor: charts.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from planner.studies.inspect.causes import CauseMap
from planner.studies.inspect.node import Node

NODE_WIDTH: Final = 164
LEAST_NODE_WIDTH: Final = 104
"""Pixels of a node: usually, and where the map would not be seen whole."""
NODE_HEIGHT: Final = 64
TALL_NODE_HEIGHT: Final = 90
"""Of nodes that are narrower than usual, where the room is high enough: their words wrap."""
COLUMN_GAP: Final = 40
ROW_GAP: Final = 8
MARGIN: Final = 14
LEFT: Final = 30
"""Room at the left, for what opens a node."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The upper left corner of each node, the size of all, and that of a node, in pixels."""

    places: Mapping[Node, tuple[float, float]]
    width: float
    height: float
    node_width: float = NODE_WIDTH
    node_height: float = NODE_HEIGHT


def laid_out(shown: CauseMap, width: float = 0.0, height: float = 0.0) -> Layout:
    """Return where nodes stand; a map smaller than the room is spread over its width.

    Nodes get narrower, as far as they may, where that brings all columns into sight.
    """
    columns = _columns(shown)
    node = _node_width(len(columns), width)
    high = _node_height(node, max(map(len, columns)), height)
    tops = _tops(shown, columns, high + ROW_GAP)
    needed = len(columns) * (node + COLUMN_GAP) - COLUMN_GAP + MARGIN + LEFT
    gap = COLUMN_GAP + _spare(width - needed, len(columns))
    total = max(needed, width)
    lowest = max(tops.values()) + high
    highest = min(tops.values())
    tall = max(lowest - highest + 2 * MARGIN, height)
    shift = (tall - (lowest - highest)) / 2 - highest
    places = {
        each: (total - MARGIN - node - step * (node + gap), tops[each] + shift)
        for step, column in enumerate(columns)
        for each in column
    }
    return Layout(places, total, tall, node, high)


def _node_width(columns: int, width: float) -> float:
    """Return how wide nodes are: as usual where not even the least width shows all columns."""
    fitting = (width - MARGIN - LEFT + COLUMN_GAP) / columns - COLUMN_GAP
    return min(fitting, NODE_WIDTH) if fitting >= LEAST_NODE_WIDTH else NODE_WIDTH


def _node_height(width: float, most: int, height: float) -> float:
    """Return how high nodes are: higher where they are narrow and a column still has room."""
    is_seen = most * (TALL_NODE_HEIGHT + ROW_GAP) + 2 * MARGIN <= height
    return TALL_NODE_HEIGHT if width < NODE_WIDTH and is_seen else NODE_HEIGHT


def _spare(room: float, columns: int) -> float:
    """Return by how much the gap between columns grows where there is room for more."""
    return max(0.0, min(room / (columns - 1), COLUMN_GAP)) if columns > 1 else 0.0


def _columns(shown: CauseMap) -> list[list[Node]]:
    """Return the nodes by steps away, in the order of what they act on."""
    count = 1 + max(placed.steps for placed in shown.nodes)
    columns = [[p.node for p in shown.nodes if p.steps == step] for step in range(count)]
    for nearer, column in itertools.pairwise(columns):
        order = {node: place for place, node in enumerate(nearer)}
        middles = {node: _middle(node, shown, order, len(nearer)) for node in column}
        column.sort(key=middles.__getitem__)
    return columns


def _middle(node: Node, shown: CauseMap, order: Mapping[Node, float], default: float) -> float:
    """Return the mean place of what a node acts on in the next column."""
    found = [
        order[each.effect] for each in shown.links if each.cause == node and each.effect in order
    ]
    return fmean(found) if found else default


def _tops(shown: CauseMap, columns: Sequence[Sequence[Node]], least: float) -> dict[Node, float]:
    """Return the height of each node: beside what it acts on, as far as there is room."""
    tops: dict[Node, float] = dict.fromkeys(columns[0], 0.0)
    for column in columns[1:]:
        wished = [_middle(node, shown, tops, 0.0) for node in column]
        tops.update(zip(column, _apart(wished, least), strict=True))
    return tops


def _apart(wished: Sequence[float], least: float) -> list[float]:
    """Return heights in the same order that lie so far apart, near to the wished ones."""
    found: list[float] = []
    for wish in wished:
        found.append(max(wish, found[-1] + least) if found else wish)
    shift = fmean(wish - place for wish, place in zip(wished, found, strict=True))
    return [place + shift for place in found]
