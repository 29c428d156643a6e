"""What the rows of the reliability table measured: kept test by test, printed at the end.

A plugin, since the process that prints may be another one than those that test.
"""

from collections.abc import Callable
from typing import Any, Final

import pytest

FIGURES = pytest.StashKey[dict[str, list[str]]]()
_SENT: Final = "figures"


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no figures."""
    config.stash[FIGURES] = {}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the figures of one of several processes to the one that prints them."""
    sent: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if sent is not None:
        sent[_SENT] = session.config.stash[FIGURES]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take in the figures of a process that has ended."""
    for row, figures in getattr(node, "workeroutput", {}).get(_SENT, {}).items():
        node.config.stash[FIGURES].setdefault(row, []).extend(figures)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what each row measured."""
    figures = terminalreporter.config.stash[FIGURES]
    if figures:
        terminalreporter.section("reliability figures")
    for row in sorted(figures, key=lambda name: (name[0], int(name[1:]))):
        for figure in sorted(figures[row]):
            terminalreporter.line(f"{row:<4}{figure}")


@pytest.fixture(scope="session")
def record(pytestconfig: pytest.Config) -> Callable[[str, str], None]:
    """Return what keeps the figure of a row for the end."""

    def keep(row: str, figure: str) -> None:
        pytestconfig.stash[FIGURES].setdefault(row, []).append(figure)

    return keep
