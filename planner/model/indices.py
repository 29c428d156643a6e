"""The two indices of the model: areas and segments; third floor of planner.

An index is an axis along which a lever, an assumption or an equation repeats. The order given
here is the order of rows in arrays, of columns in tables and of lines in files.
"""

from typing import Literal

from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate

Index = Literal["area", "segment"]

AREAS: tuple[str, ...] = (
    "beijing",
    "shanghai",
    "shenzhen",
    "chengdu",
    "ningbo",
    "shandong",
    "henan",
)
SEGMENTS: tuple[str, ...] = ("cloud", "centers")

ELEMENTS: dict[Index | None, tuple[str, ...]] = {
    None: ("",),
    "area": AREAS,
    "segment": SEGMENTS,
}

LABELS: dict[str, str] = {
    "beijing": "Beijing",
    "shanghai": "Shanghai",
    "shenzhen": "Shenzhen",
    "chengdu": "Chengdu",
    "ningbo": "Ningbo",
    "shandong": "Shandong",
    "henan": "Henan",
    "cloud": "Hyperscale clouds",
    "centers": "Local and western centers",
}


def place_text(element: str) -> str:
    """Return the name of an area or a segment in the language spoken."""
    return model_text(LABELS[element])


def in_place(name: str, element: str) -> str:
    """Return a name with its place behind it; alone where it has none."""
    if not element:
        return name
    text = translate("Planner", "{name}, {place}")
    return text.format(name=name, place=place_text(element))


def address(key: str, element: str) -> str:
    """Return the one-word name of one value: `voucher_budget.shanghai` or `alibaba_plan`."""
    return f"{key}.{element}" if element else key


def split_address(name: str) -> tuple[str, str]:
    """Return the key and the element of an address; the element is empty where there is none."""
    key, _, element = name.partition(".")
    return key, element
