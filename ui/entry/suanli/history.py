"""Scenarios against what was counted: by others, and by numbers of your own from a CSV.

What all these functions take and raise is told in `suanli.studies`.
"""

from planner.facts.measured import measured_points
from planner.files.actuals import actual_points
from planner.files.exports.backtest_table import backtest_records
from planner.studies.backtest import backtesting
from planner.studies.calibrate.calibrating import calibrating
from planner.studies.calibrate.scored import scoring
from planner.studies.misses import summary_of
from suanli.answers import Answer, answered, recorded
from suanli.driving import Cancel, Progress, driven, projector
from suanli.errors import one_sentence
from suanli.scenarios import AnyScenario, Named, value_of
from suanli.typed import USUAL_OUTCOME, YEAR, about_of, path_text
from ui.terminal.ask.calibrate import full_answer
from ui.terminal.ask.score import answer_of as score_answer
from ui.terminal.reading.own_numbers import calibrated, with_numbers


def backtest(
    scenario: AnyScenario = "baseline",
    *,
    actuals: Named | None = None,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    """Hold a scenario against what was measured, and against the points of a CSV besides.

    The table has a row for each point: the figure with its range, and center, P10, P50 and P90 of
    the model, in the point's own unit.

    >>> import suanli
    >>> table = suanli.backtest(futures=64).table()
    >>> bool((table.p10 <= table.p90).all())
    True
    """
    with one_sentence():
        value = value_of(scenario, futures)
        points = measured_points(value.figures)
        if actuals is not None:
            taken = {point.id for point in points}
            points += actual_points(path_text(actuals, "actuals"), value.figures, taken)
        projector()
        found = driven(backtesting(value, points), progress, cancel)
        records, said = backtest_records(found), summary_of(found)
        return recorded("backtest", "Against what was measured", said, found.scenario, records)


def score(
    scenario: AnyScenario = "baseline",
    *,
    numbers: Named | None = None,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Tell how good the futures of a scenario were, by numbers of your own.

    The numbers are those of the scenario, or of a CSV: columns date, outcome and value; place,
    error ("5%" or in the unit), unit, until, source and label may stand there too. A row may name a
    lever that was in force, or an assumption, in place of an outcome. The answer's scenario carries
    them.

    >>> import pathlib, suanli
    >>> _ = pathlib.Path("own.csv").write_text("date,outcome,value\n2026-06,enterprises,5300\n")
    >>> suanli.score(numbers="own.csv", futures=64).study
    'score'
    """
    with one_sentence():
        value = with_numbers(value_of(scenario, futures), _name(numbers))
        projector()
        found = driven(scoring(value), progress, cancel)
        return answered("score", score_answer(found, value), value)


def calibrate(
    scenario: AnyScenario = "baseline",
    *,
    numbers: Named | None = None,
    outcome: str = USUAL_OUTCOME,
    year: int = YEAR,
    every: bool = False,
    futures: int | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Answer:
    r"""Hold the futures of a scenario to numbers of your own, and tell what that changes.

    The table has the outcome and the assumptions that the numbers say something of, or `every` one,
    before and after. The answer's scenario is drawn so; where too few futures agree with the
    numbers, it has ranges of assumptions that would.

    >>> import pathlib, suanli
    >>> _ = pathlib.Path("own.csv").write_text("date,outcome,value\n2026-06,enterprises,5300\n")
    >>> suanli.calibrate(numbers="own.csv", futures=256).scenario.settings["draws"]
    'calibrated'
    """
    with one_sentence():
        value = with_numbers(value_of(scenario, futures), _name(numbers))
        about = about_of(outcome, year, value)
        found = driven(calibrating(projector(), value, about), progress, cancel)
        made = calibrated(value) if found.smoothed is None else found.smoothed.scenario
        return answered("calibrate", full_answer(found, every=every), made)


def _name(numbers: Named | None) -> str | None:
    return None if numbers is None else path_text(numbers, "numbers")
