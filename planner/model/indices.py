"""The two indices of the model: areas and segments; third floor of planner.

An index is an axis along which a lever, an assumption or an equation repeats. The order given
here is the order of rows in arrays, of columns in tables and of lines in files.
"""

from typing import Literal

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


def address(key: str, element: str) -> str:
    """Return the one-word name of one value: `voucher_budget.shanghai` or `alibaba_plan`."""
    return f"{key}.{element}" if element else key


def split_address(name: str) -> tuple[str, str]:
    """Return the key and the element of an address; the element is empty where there is none."""
    key, _, element = name.partition(".")
    return key, element
