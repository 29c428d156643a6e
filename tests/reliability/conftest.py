"""The rows of the reliability table: how long each runs.

`--full` (or SUANLI_RELIABILITY=full) runs every row at full length; without it each is short.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS_AT_MOST = 1800


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for the full length."""
    parser.addoption("--full", action="store_true", help="reliability rows at full length")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give rows at full length the time they need."""
    if _is_full(config):
        for item in items:
            item.add_marker(pytest.mark.timeout(SECONDS_AT_MOST))


def _is_full(config: pytest.Config) -> bool:
    asked = config.getoption("--full", default=False)
    return bool(asked) or os.environ.get("SUANLI_RELIABILITY") == "full"


@pytest.fixture(scope="session")
def sized(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """Return what chooses between the short and the full size of a row."""
    full = _is_full(pytestconfig)

    def choose(short: int, whole: int) -> int:
        return whole if full else short

    return choose
