"""What stands in the lists beside an equation: inputs, levers behind it, loops, where it is used.

Floor: wording; no Qt.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import as_sentences, led_by, sentences
from planner.storage.sentences.catalog import translate, translate_many
from planner.studies.inspect.causes import Link
from planner.studies.inspect.inspection import Inspection, doc_of, row_of
from planner.studies.inspect.loops import Loop
from planner.studies.inspect.node import Node, whole_node
from planner.studies.inspect.traced import Shown, Traced
from planner.studies.inspect.weighed import Weighed
from ui.wording.inspect.about import value_text
from ui.wording.inspect.effects import change_text, effect_text, method_text, way_text
from ui.wording.inspect.loops import (
    SIGNS,
    delays_text,
    loop_kind,
    loop_meaning,
    loop_name,
    loop_text,
    sign_text,
)
from ui.wording.inspect.names import node_name
from ui.wording.inspect.numbers import span_by_itself
from ui.wording.inspect.page import input_change
from ui.wording.inspect.weights import weight_of, weight_short

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A line of a list: a name, a value and what it was; `node` opens, `pairs` are marked.

    `pairs` are the names of causes and effects that follow on each other in the map.
    """

    name: str
    value: str = ""
    change: str = ""
    tip: str = ""
    node: Node | None = None
    pairs: tuple[Pair, ...] = ()
    rows: tuple["OutlineRow", ...] = ()
    is_changed: bool = False


def input_rows(found: Inspection, weighed: Weighed | None = None) -> tuple[OutlineRow, ...]:
    """Return the values that an equation names, with their shares of the spread once known."""
    return tuple(
        OutlineRow(
            name=f"{SIGNS[given.sign]} {node_name(given.node)}",
            value=value_text(given.node, given.value),
            change="\n".join(filter(None, (input_change(given), _weight(weighed, given.node)))),
            tip=as_sentences((sign_text(given.sign), model_text(doc_of(given.node.name)))),
            node=given.node,
            pairs=((given.node.name, found.node.name),),
            is_changed=given.is_changed,
        )
        for given in found.given
    )


def used_rows(found: Inspection) -> tuple[OutlineRow, ...]:
    """Return a row that unfolds to the variables whose equations name a value."""
    count = len(found.used_by)
    if not count:
        return ()
    text = translate_many("Inspect", "Used in {count} equation", "Used in {count} equations", count)
    rows = tuple(_used_row(name, found.node) for name in found.used_by)
    return (OutlineRow(text.format(count=count), rows=rows),)


def _used_row(name: str, node: Node) -> OutlineRow:
    other = whole_node(name)
    if other.element and node.element in other.elements:
        other = Node(name, node.element)
    elif other.element:
        other = Node(name, other.elements[0])
    return OutlineRow(node_name(other), tip=model_text(doc_of(name)), node=other)


def lever_rows(
    ways: Sequence[tuple[Node, tuple[Link, ...]]], weighed: Weighed | None = None
) -> tuple[OutlineRow, ...]:
    """Return the levers behind a value, each with its shortest way; how they act once known.

    Then the strongest stands first, and what was done to find it last.
    """
    if weighed is None or not weighed.effects:
        return tuple(_lever_row(lever, way, node_name(lever)) for lever, way in ways)
    shortest, root = dict(ways), weighed.asked.root
    rows = (
        _lever_row(each.lever, shortest[each.lever], effect_text(each), change_text(each, root))
        for each in weighed.effects
        if each.lever in shortest
    )
    return (*rows, OutlineRow(method_text(weighed)))


def _lever_row(lever: Node, way: tuple[Link, ...], name: str, more: str = "") -> OutlineRow:
    return OutlineRow(
        name=name,
        tip="\n".join(filter(None, (more, way_text(lever, way)))),
        node=lever.each[0],
        pairs=tuple((link.cause.name, link.effect.name) for link in way),
        rows=tuple(_step_row(link) for link in way),
    )


def _weight(weighed: Weighed | None, node: Node) -> str:
    weight = weight_of(weighed, node)
    return "" if weight is None else weight_short(weight)


def _step_row(link: Link) -> OutlineRow:
    name = f"{SIGNS[link.sign]} {node_name(link.effect)}"
    return OutlineRow(name, tip=sign_text(link.sign), node=link.effect.each[0])


def loop_rows(loops: Sequence[Loop]) -> tuple[OutlineRow, ...]:
    """Return loops, each with its variables."""
    return tuple(
        OutlineRow(
            name=led_by(loop_kind(loop), loop_text(loop)),
            tip=sentences((loop_meaning(loop), delays_text(loop))),
            pairs=_pairs(loop),
            rows=tuple(
                OutlineRow(loop_name(name), node=whole_node(name).each[0]) for name in loop.names
            ),
        )
        for loop in loops
    )


def _pairs(loop: Loop) -> tuple[Pair, ...]:
    return tuple(zip(loop.names, (*loop.names[1:], loop.names[0]), strict=True))


def shown_value(shown: Shown) -> str:
    """Return the value of a node of the map; of one that stands for several their range."""
    if shown.low == shown.high:
        return value_text(shown.node, shown.low)
    return span_by_itself(shown.low, shown.high, shown.node.unit)


def kind_of(node: Node) -> str:
    """Return lever, assumption, constant, conversion or computed: how a node is drawn."""
    row = row_of(node.name)
    return "computed" if row is None else type(row).__name__.lower()


def map_sentences(found: Traced) -> str:
    """Return the links of a map in sentences, to be read aloud."""
    text = translate("Inspect", "{cause} on {effect}: {sign}.")
    delayed = translate("Inspect", "{cause} on {effect}: {sign}, with a delay.")
    return sentences(
        (delayed if link.is_delayed else text).format(
            cause=node_name(link.cause), effect=node_name(link.effect), sign=sign_text(link.sign)
        )
        for link in found.map.links
    )
