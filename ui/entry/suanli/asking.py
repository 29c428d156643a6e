"""What questions share: scenarios of so many futures, and the outcome and year that are meant."""

from argparse import Namespace
from collections.abc import Sequence

from planner.model.scenario import Scenario as Value
from planner.studies.answers.about import About
from planner.studies.key_figures import YEAR
from suanli.errors import Error
from suanli.runs import with_futures
from suanli.scenarios import AnyScenario, value_of
from ui.terminal.ask.asking import USUAL_OUTCOME, about_in

__all__ = ["USUAL_OUTCOME", "YEAR", "about_of", "texts_of", "value_in"]


def value_in(scenario: AnyScenario, futures: int | None) -> Value:
    """Return the scenario that is asked about. Raises Error."""
    return with_futures(value_of(scenario), futures)


def about_of(outcome: str, year: int, *values: Value) -> About:
    """Return what is asked about, in a year that the scenarios reach.

    Raises InputError for what is no outcome, and for a year behind the end of a scenario.
    """
    return about_in(Namespace(outcome=outcome, year=year), *values)


def texts_of(given: str | Sequence[str], name: str) -> list[str]:
    """Return one text or several as a list. Raises Error for what is neither."""
    texts: list[object] = [given] if isinstance(given, str) else [*given]
    if wrong := [each for each in texts if not isinstance(each, str)]:
        raise Error(f"{name} takes texts, not {wrong[0]!r}")
    return [str(each) for each in texts]
