"""How long tests run: short in `make test`, at full length in `make reliability`.

`--full` (or SUANLI_RELIABILITY=full) runs all cases and every row at full length. Without it, cases
that are marked to run at length are left out: a few of their kind stand for them, which `shortened`
names beside them; and fewer inputs are made up for laws that hold for all. A plugin, so that every
folder of tests has these.
"""

import os
from collections.abc import Callable, Collection, Iterable
from typing import Any, Final

import hypothesis
import pytest

INPUTS: Final = {True: 100, False: 30}
"""How many inputs are made up for a law, at full length and without."""
SECONDS_AT_MOST: Final = 1800


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for the full length."""
    parser.addoption("--full", action="store_true", help="every case and row at full length")


def pytest_configure(config: pytest.Config) -> None:
    """Let no test depend on luck or on speed."""
    inputs = INPUTS[_is_full(config)]
    hypothesis.settings.register_profile(
        "suanli", deadline=None, derandomize=True, max_examples=inputs
    )
    hypothesis.settings.load_profile("suanli")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give what runs at full length the time it needs, or leave out what is for it alone."""
    if _is_full(config):
        for item in items:
            item.add_marker(pytest.mark.timeout(SECONDS_AT_MOST))
        return
    left = [item for item in items if item.get_closest_marker("at_length")]
    items[:] = [item for item in items if not item.get_closest_marker("at_length")]
    config.hook.pytest_deselected(items=left)


def _is_full(config: pytest.Config) -> bool:
    return bool(config.getoption("--full")) or os.environ.get("SUANLI_RELIABILITY") == "full"


@pytest.fixture(scope="session")
def sized(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """Return what chooses between the short and the full size of a row."""
    full = _is_full(pytestconfig)

    def choose(short: int, whole: int) -> int:
        return whole if full else short

    return choose


def shortened(cases: Iterable[Any], short: Collection[Any]) -> list[Any]:
    """Return the cases of a parameter; all but the `short` ones run at full length alone.

    Raises ValueError where a short one is no case.
    """
    every = list(cases)
    unknown = [case for case in short if case not in every]
    if unknown or not short:
        raise ValueError(f"not among the cases: {unknown}")
    mark = pytest.mark.at_length
    return [case if case in short else pytest.param(case, marks=mark) for case in every]
