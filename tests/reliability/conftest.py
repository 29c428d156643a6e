"""The rows of the reliability table: how long each runs, and what it measured.

`--full` (or SUANLI_RELIABILITY=full) runs every row at full length; without it each is short. Each
row records its figure, and all figures are printed at the end.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SECONDS_AT_MOST = 1800
FIGURES = pytest.StashKey[dict[str, list[str]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person ask for the full length."""
    parser.addoption("--full", action="store_true", help="reliability rows at full length")


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no figures."""
    config.stash[FIGURES] = {}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Give rows at full length the time they need."""
    if _is_full(config):
        for item in items:
            item.add_marker(pytest.mark.timeout(SECONDS_AT_MOST))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each row measured."""
    figures = terminalreporter.config.stash.get(FIGURES, {})
    if figures:
        terminalreporter.section("reliability figures")
    for row in sorted(figures, key=lambda name: (name[0], int(name[1:]))):
        for figure in figures[row]:
            terminalreporter.line(f"{row:<4}{figure}")


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


@pytest.fixture(scope="session")
def record(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Return what keeps the figure of a row for the end."""

    def keep(row: str, figure: str) -> None:
        figures = pytestconfig.stash.setdefault(FIGURES, {})
        figures.setdefault(row, []).append(figure)

    return keep
