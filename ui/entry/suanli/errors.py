"""What goes wrong for who calls: one exception for bad input, one for what was cancelled.

Sentences are those of the terminal; where one begins with an option, that has its name in Python.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

_OPTION = re.compile(r"--([a-z]+(?:-[a-z]+)*)")
_CALLED = {"lever": "levers", "target": "targets"}
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
        raise Error(_in_python(str(error), called)) from None
    except OSError as error:
        from ui.command_line import sentence_of

        raise Error(sentence_of(error)) from None


def _in_python(sentence: str, called: dict[str, str]) -> str:
    """Return a sentence with the option that it begins with as Python's parameter is called."""
    found = _OPTION.match(sentence)
    if found is None:
        return sentence
    option = found[1].replace("-", "_")
    return (_CALLED | called).get(option, option) + sentence[found.end() :]


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
