"""One value of the model: a variable, an element of it, and in which world; sixth floor of planner.

Its address is its name with a dot and the element, such as `births.chengdu`. The world without
vouchers has values of its own only of what vouchers reach.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from planner.model.counterfactual import reached
from planner.model.graph import COUNTERFACTUAL_ZERO, WITHOUT, model
from planner.model.indices import ELEMENTS, address, split_address
from planner.quantities.told.lists import in_a_row, one_of
from planner.storage.sentences.catalog import translate

ALL: Final = "*"
"""The element that stands for every one of an index."""


class InspectError(ValueError):
    """A variable there is not, or a month outside the run; the message is one sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A variable or an input of the model; the element is empty where it has no index."""

    name: str
    element: str = ""
    without: bool = False

    @property
    def address(self) -> str:
        """Its name in one word; in the world without vouchers that of the counterfactual."""
        return address(f"{self.name}{WITHOUT}" if self.without else self.name, self.element)

    @property
    def is_input(self) -> bool:
        """Whether no equation gives it."""
        return self.name not in model().equations

    @property
    def is_stock(self) -> bool:
        """Whether it adds up a flow, so that what acts on it acts with a delay."""
        return not self.is_input and model().equations[self.name].is_stock

    @property
    def unit(self) -> str:
        """The unit of its value in the model."""
        return model().units[self.name]

    @property
    def elements(self) -> tuple[str, ...]:
        """The elements it can have in its place."""
        return ELEMENTS[model().indices[self.name]]

    @property
    def each(self) -> tuple["Node", ...]:
        """Itself; of one that stands for all elements the node of each of them."""
        if self.element != ALL:
            return (self,)
        return tuple(Node(self.name, element, self.without) for element in self.elements)


def node_of(name: str, element: str = "", *, without: bool = False) -> Node:
    """Return the node of a name as equations use it: without vouchers only where that differs."""
    if name in model().counterfactuals:
        name, without = model().counterfactuals[name], True
    index = model().indices[name]
    return Node(name, element if index else "", without and name in _differing())


def whole_node(name: str) -> Node:
    """Return the node of a variable that stands for all its elements."""
    return Node(name, ALL if model().indices[name] else "")


def node_at(text: str) -> Node:
    """Return the node of an address: of an outcome, of a variable or of an input.

    Where it has elements and none is named it is the first; a lever that moves a part of a path is
    that path. Raises InspectError for what is none.
    """
    key, element = split_address(text)
    if key in model().levers and key not in (*model().outcomes, *model().indices):
        return node_of_input(text)
    outcome = model().outcomes.get(key)
    if outcome is None and key not in model().indices:
        raise InspectError(_unknown(key))
    elements = outcome.elements if outcome else ELEMENTS[model().indices[key]]
    wanted = element or elements[0]
    if wanted not in elements:
        said = translate("Planner", "there is no “{name}”; there are {allowed}")
        allowed = in_a_row(address(key, each) for each in elements)
        raise InspectError(said.format(name=text, allowed=allowed))
    return node_of(outcome.variable(wanted) if outcome else key, wanted)


def node_of_input(text: str) -> Node:
    """Return the node of the address of a lever or an assumption, whatever outcome has its name.

    A lever that moves a part of a path is that path.
    """
    key, element = split_address(text)
    lever = model().levers.get(key)
    key = lever.part.of.key if lever is not None and lever.part is not None else key
    return node_of(key, element or ELEMENTS[model().indices[key]][0])


@cache
def _differing() -> frozenset[str]:
    """Return what is another value in the world without vouchers."""
    return reached(model()) | frozenset(COUNTERFACTUAL_ZERO)


def _unknown(key: str) -> str:
    known = (*model().outcomes, *model().indices)
    near = get_close_matches(key, known, n=3)
    said = translate("Planner", "the model has no “{key}”; did you mean {near}?")
    if not near:
        said = translate("Planner", "the model has no “{key}”; `suanli reference` lists them")
    return said.format(key=key, near=one_of(near))
