"""Tables that hold model 2 against model 1: headlines of the baseline, and the backtest."""

from typing import Final

from planner.engine.clock import month_labels
from planner.ensemble.projection import Request
from planner.facts.load import read_series
from planner.files.reference.markdown import table
from planner.model.graph import model
from planner.model.scenario import Scenario
from planner.studies.backtest import backtest, score_of_model_1, scores
from ui.terminal.projecting import projector
from ui.terminal.tables.figures import label_of, written
from ui.wording.numbers import ENGLISH_NUMERALS, readable

COLUMNS: Final = ("outcome", "element", "month", "p10", "p50", "p90", "unit")
_P10, _P50, _P90 = 0, 2, 4


def headlines(_asked: str) -> str:
    """Return the medians of the baseline by model 1 and by this model, month by month."""
    rows = read_series("model_1_headlines", COLUMNS)
    wanted = [Request(*pair) for pair in dict.fromkeys((r["outcome"], r["element"]) for r in rows)]
    run = projector().project(Scenario(), wanted)
    months = {label: number for number, label in enumerate(month_labels(len(run.times)))}
    lines = []
    for row in rows:
        request = Request(row["outcome"], row["element"])
        bands = run.series[request].bands
        if bands is None:
            raise ValueError("the baseline has no futures")
        month = months[row["month"]]
        now = (float(bands[part, month]) for part in (_P10, _P50, _P90))
        before = (float(row[key]) for key in ("p10", "p50", "p90"))
        name = label_of(request.outcome, request.element)
        lines.append(
            (name, row["month"], _range(row["outcome"], *before), _range(row["outcome"], *now))
        )
    return table(("", "", "Model 1.0", f"Model {model().version}"), lines)


def measured(_asked: str) -> str:
    """Return every measured point, whether the bands hold it, and the scores."""
    found = backtest(Scenario())
    points = table(
        ("Measured", "Figure", "P10", "P50", "P90", "Inside"),
        (
            (
                row.point.label,
                readable(row.point.central, ENGLISH_NUMERALS),
                *(readable(each, ENGLISH_NUMERALS) for each in (row.p10, row.p50, row.p90)),
                "yes" if row.inside else "no",
            )
            for row in found.rows
        ),
    )
    before = score_of_model_1(found.rows)
    sums = table(
        ("Points", "Number", "Inside", "Inside with error", "Mean miss (CRPS)"),
        (
            (
                each.title,
                str(each.points),
                str(each.inside),
                str(each.with_error),
                f"{each.crps:.3f}",
            )
            for each in (*scores(found.rows), *([before] if before else []))
        ),
    )
    return f"{points}\n\n{sums}"


def _range(outcome: str, low: float, median: float, high: float) -> str:
    low_text, median_text, high_text = (written(outcome, each) for each in (low, median, high))
    return f"{median_text} ({low_text} to {high_text})"
