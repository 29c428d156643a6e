"""Suanli from Python: scenarios, runs and questions, with the numbers of window and terminal.

    import suanli

    plan = suanli.open("baseline").set(voucher_budget=1200)
    run = suanli.run(plan)
    run.table()
    suanli.explain("baseline", plan, outcome="enterprises").sentence

Everything that is given back is frozen; what is wrong with what is given raises `Error` with the
sentence that the terminal says. resources/docs/python.md tells it by examples.

This is also the one name of Suanli where it is installed, which holds all else below it
(resources/docs/decisions/one-name.md), and where the command starts. In a checkout `ui` and
`planner` stand beside each other under names that others use too: PYTHONPATH, or the folder a
script stands in, may hold modules called the same. What such folders hold comes last in the
program. Importing this loads nothing heavy: a name is loaded when it is first asked for.
"""

import os
import sys

TYPE_CHECKING = (
    False  # as type checkers read it; importing `typing` takes longer than all else here
)

if TYPE_CHECKING:
    from suanli.answers import Answer
    from suanli.errors import Cancelled, Error
    from suanli.history import backtest, calibrate, score
    from suanli.lists import assumptions, levers, outcomes, places
    from suanli.runs import Band, Run, run
    from suanli.scenarios import Scenario, examples, open, open_all  # noqa: A004 - as files are
    from suanli.spending import money, split
    from suanli.studies import discover, explain, future, matters, solve
    from suanli.sweeps.asking import sweep_best, sweep_misses, sweep_tradeoff, sweep_worlds
    from suanli.sweeps.running import Sweep, sweep
    from suanli.sweeps.summing import summary
    from suanli.worlds import compare, survive, variants

__all__ = [
    "Answer",
    "Band",
    "Cancelled",
    "Error",
    "Run",
    "Scenario",
    "Sweep",
    "assumptions",
    "backtest",
    "calibrate",
    "compare",
    "discover",
    "examples",
    "explain",
    "future",
    "levers",
    "main",
    "matters",
    "money",
    "open",
    "open_all",
    "outcomes",
    "places",
    "run",
    "score",
    "solve",
    "split",
    "summary",
    "survive",
    "sweep",
    "sweep_best",
    "sweep_misses",
    "sweep_tradeoff",
    "sweep_worlds",
    "variants",
]

_ROOMS = {
    "answers": ("Answer",),
    "errors": ("Cancelled", "Error"),
    "history": ("backtest", "calibrate", "score"),
    "lists": ("assumptions", "levers", "outcomes", "places"),
    "runs": ("Band", "Run", "run"),
    "scenarios": ("Scenario", "examples", "open", "open_all"),
    "spending": ("money", "split"),
    "studies": ("discover", "explain", "future", "matters", "solve"),
    "sweeps.asking": ("sweep_best", "sweep_misses", "sweep_tradeoff", "sweep_worlds"),
    "sweeps.running": ("Sweep", "sweep"),
    "sweeps.summing": ("summary",),
    "worlds": ("compare", "survive", "variants"),
}

_PACKAGES = {"site-packages", "dist-packages"}


def __getattr__(name: str) -> object:
    """Load a name when it is first asked for."""
    room = next((room for room, names in _ROOMS.items() if name in names), None)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the names that are public, loaded or not."""
    return __all__


def put_ours_first() -> None:
    """Let imports find Python's own modules, ours, what is installed, and then any others."""
    ours, foreign = _folder_of_ours(), _foreign_folders()
    own = [folder for folder in sys.path if folder not in {ours, *foreign}]
    last = [folder for folder in sys.path if folder in foreign and folder != ours]
    installed = (place for place, folder in enumerate(own) if os.path.basename(folder) in _PACKAGES)
    place = next(installed, len(own))
    sys.path[:] = [*own[:place], ours, *own[place:], *last]


def main() -> int:
    """Do what the command line asks for and return the exit code."""
    put_ours_first()
    from ui.command_line import main as answer
    from ui.process.leaving import left_at_once

    return left_at_once(answer())


def _folder_of_ours() -> str:
    """Return the folder of this package where it is installed, in a checkout that of `ui`."""
    here = os.path.dirname(os.path.abspath(__file__))
    above = os.path.dirname(here)
    is_installed = os.path.isfile(os.path.join(here, "ui/command_line.py"))
    return above if is_installed else os.path.dirname(os.path.dirname(above))


def _foreign_folders() -> set[str]:
    """Return the folders of PYTHONPATH and of the script, as they stand in `sys.path`."""
    named = [] if sys.flags.ignore_environment else _named_by_the_environment()
    script = [] if sys.flags.safe_path else sys.path[:1]
    return {*named, *script}


def _named_by_the_environment() -> list[str]:
    found = os.environ.get("PYTHONPATH", "")
    return [os.path.abspath(folder) for folder in found.split(os.pathsep)] if found else []
