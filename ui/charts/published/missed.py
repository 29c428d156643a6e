"""Published figures that charts show and the model's band misses, told by the farthest of them.

It is the baseline's band that is judged: what the levers of a scenario move it by is no miss of the
model. A figure whose own range holds the median is not missed. Floor: charts, no Qt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planner.ensemble.projection import Projection, Request
from planner.facts.record import Point
from planner.quantities.listed import listed
from planner.quantities.told.lists import as_sentence, sentences
from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate, translate_many
from ui.charts.contents.series import points_on_parts
from ui.charts.contents.specs import ChartSetting, parts, spec_of
from ui.charts.published.point_text import Given, given_at, model_text, value_text
from ui.wording.figures.units import form_of
from ui.wording.translate import unit_text

_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Missed:
    """A figure in the unit of its chart, and what the baseline has in that month."""

    point: Point
    given: Given
    unit: str

    @property
    def distance(self) -> float:
        """How far the band is from the figure, as a share of this."""
        low, high = self.given.low, self.given.high
        apart = max(low - self.point.value, self.point.value - high)
        return apart / (abs(self.point.value) or 1.0)


def missed_sentence(settings: Sequence[ChartSetting], baseline: Projection) -> str:
    """Return the farthest figures with their sources, and how many more there are; "" for none."""
    found = sorted(set_apart(settings, baseline), key=lambda each: -each.distance)
    if not found:
        return ""
    text = translate("Report", "Published figures outside the baseline's band: {figures}")
    told = text.format(figures=sentences(map(_figure, found[:_MOST])))
    return sentences((told, _more(len(found) - _MOST)))


def _more(count: int) -> str:
    """Return how many more figures lie outside; empty for none."""
    if count <= 0:
        return ""
    text = translate_many(
        "Report", "{count} more lies outside it.", "{count} more lie outside it.", count
    )
    return text.format(count=count)


def set_apart(settings: Sequence[ChartSetting], baseline: Projection) -> tuple[Missed, ...]:
    """Return the figures that the band misses, each once."""
    found = (each for setting in settings for each in _on_chart(setting, baseline))
    return tuple({each.point.label: each for each in found if _is_missed(each)}.values())


def _on_chart(setting: ChartSetting, baseline: Projection) -> Iterator[Missed]:
    """Yield every figure on a chart with what the baseline has there."""
    form = form_of(spec_of(setting).unit)
    for pair in parts(setting):
        series = baseline.series.get(Request(*pair))
        if series is None or series.bands is None:
            continue
        line, bands = series.line * form.factor, series.bands * form.factor
        for point in points_on_parts(setting, (pair,), baseline.scenario):
            given = given_at(point.time, baseline.times, line, bands)
            yield Missed(point, given, "" if form.is_count else unit_text(form.short))


def _is_missed(found: Missed) -> bool:
    point, given = found.point, found.given
    is_beside = not given.low <= point.value <= given.high
    return given.has_band and is_beside and not point.low <= given.median <= point.high


def _figure(found: Missed) -> str:
    """Return a figure with its first source, and what the model has in its place."""
    point = found.point
    return translate("Report", "{name}: {value}; {source}. {model}").format(
        name=point.label,
        value=value_text(point, found.unit, numerals()),
        source=listed(point.source.split("; "), most=1),
        model=as_sentence(model_text(point, found.given, found.unit, numerals())),
    )
