"""What goes wrong for who calls: one exception for bad input, one for what was cancelled.

Sentences are those of the terminal; an option or a command that one names has its name in Python.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

_OF_THE_TERMINAL = re.compile(
    r"""
    "(?:\\.|[^"\\])*"                          # what was given stays as it is
    | (?<![\w-])--(?P<option>[a-z]+(?:-[a-z]+)*)
    | `suanli[ ]reference`[ ]lists[ ]them
""",
    re.VERBOSE,
)
_CALLED = {"lever": "levers", "level": "levels", "target": "targets"}
"""What options are called in Python, where that is not their own name."""


class Error(ValueError):
    """Something that cannot be done as it was asked; the message is the terminal's one sentence.

    >>> import suanli
    >>> suanli.open("baselin")
    Traceback (most recent call last):
    suanli.errors.Error: there is no file or example "baselin"; did you mean baseline?
    """


class Cancelled(Exception):  # noqa: N818 - nothing is wrong
    """Long work was given up, because the `cancel` that it was given returned True."""


@contextmanager
def one_sentence(**called: str) -> Iterator[None]:
    """Raise `Error` with their sentence for all that the terminal answers with exit code 2.

    `called` tells what options are called by whoever asks, by their names in the terminal.
    """
    try:
        yield
    except Error:
        raise
    except _told_as_they_are() as error:
        raise Error(in_python(str(error), **called)) from None
    except OSError as error:
        from ui.command_line import sentence_of

        raise Error(sentence_of(error)) from None


def in_python(sentence: str, **called: str) -> str:
    """Return a sentence with options as Python's parameters are called, and lists as functions."""
    lists = (
        "levers() and suanli.assumptions() list" if " lever " in sentence else "outcomes() lists"
    )

    def replaced(found: re.Match[str]) -> str:
        if found["option"] is not None:
            option = found["option"].replace("-", "_")
            return (_CALLED | called).get(option, option)
        return found[0] if found[0].startswith('"') else f"suanli.{lists} them"

    return _OF_THE_TERMINAL.sub(replaced, sentence)


def _told_as_they_are() -> tuple[type[Exception], ...]:
    from argparse import ArgumentTypeError

    from planner.facts.record import EvidenceError
    from planner.model.paths import PathError
    from planner.model.scenario import ScenarioError
    from planner.model.targets.faults import TargetError
    from planner.storage.sentences.file_error import FileError
    from planner.studies.answers.about import AboutError
    from planner.studies.backtest import BacktestError
    from planner.studies.calibrate.scored import OwnNumbersError
    from planner.studies.discover.discovering import DiscoverError
    from planner.studies.explain.explain import ExplainError
    from planner.studies.future.futures import FutureError
    from planner.studies.matters.error import MattersError
    from planner.studies.robustness import RobustnessError
    from planner.studies.solve.handle import SolveError
    from planner.studies.spending.instrument import SpendingError
    from planner.studies.survive.surviving import SurviveError
    from planner.sweep.reading.error import SweepError
    from ui.terminal.reading.inputs import InputError

    asked = (AboutError, EvidenceError, FileError, InputError, PathError, ScenarioError)
    of_studies = (
        *(BacktestError, DiscoverError, ExplainError, FutureError, MattersError),
        *(OwnNumbersError, RobustnessError, SolveError, SpendingError, SurviveError, SweepError),
    )
    return (ArgumentTypeError, *asked, TargetError, *of_studies)
