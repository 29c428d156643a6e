"""What the strip under a chart shows: by how much scenarios differ from the baseline; no Qt.

Where another scenario was chosen to compare with, they differ from that one.

Most levers move a national level by less than a pixel, so the strip has a scale of its own. Of a
chart of several parts it shows one: the last outcome, as a whole where there is a whole. Of a few
places side by side it shows each, told apart as above it.
"""

from collections.abc import Iterator

from planner.ensemble.projection import Projection, Request
from ui.charts.contents.curves import Part, dash_of, look_of_place, projected_curve
from ui.charts.contents.picture import Curve
from ui.charts.contents.specs import BESIDE, ChartSetting, asked_part, parts, spec_of
from ui.charts.contents.wording import Wording
from ui.engine.shown_run import ShownRun


def has_effect(setting: ChartSetting) -> bool:
    """Tell whether a chart has a strip: beside levels, in whatever unit, where it is wanted."""
    is_of_levels = setting.view == "absolute" and not spec_of(setting).is_counted
    return setting.has_strip and is_of_levels


def effect_requests(setting: ChartSetting) -> tuple[Request, ...]:
    """Return what the strip of a chart needs from each run."""
    shown = _parts(setting) if has_effect(setting) else ()
    return tuple(Request(*part, "difference") for part in shown)


def effect_curves(setting: ChartSetting, run: ShownRun) -> tuple[Curve, ...]:
    """Return a curve for each scenario that is not what differences are from, its own last."""
    if not has_effect(setting):
        return ()
    curves = []
    for projection, color in (*run.others, (run.projection, run.own)):
        if str(color) in setting.hidden and (run.others or len(parts(setting)) == 1):
            continue
        if _differs(projection, run):
            for part in _parts_of(setting, projection.scenario.title, color, run):
                curve = projected_curve(part, setting, projection)
                if curve is not None:
                    curves.append(curve)
    return tuple(curves)


def _differs(projection: Projection, run: ShownRun) -> bool:
    if run.reference is not None:
        return not run.is_reference(projection)
    return projection.scenario.levers != run.baseline.scenario.levers


def _parts_of(setting: ChartSetting, title: str, color: int, run: ShownRun) -> Iterator[Part]:
    """Yield what the strip shows of a scenario: places in colors where no other is beside it."""
    requests, is_behind = effect_requests(setting), color != run.own
    for number, request in enumerate(requests):
        if f"{request.outcome}/{request.element}" in setting.hidden and len(requests) > 1:
            continue
        look = (color, None if len(requests) == 1 else dash_of(setting, number))
        if len(requests) > 1 and not run.others:
            look = look_of_place(number)
        yield Part(request, title, *look, light=is_behind, has_central=False)


def effect_name(setting: ChartSetting, words: Wording) -> str:
    """Return what the strip is called: the part that differs, where the chart has several."""
    if len(parts(setting)) == len(_parts(setting)):
        return words.effect
    outcome, element = _parts(setting)[0]
    several = len(spec_of(setting).outcomes) > 1
    part = words.outcomes[outcome] if several else words.part(element)
    return words.effect_of.format(part=part)


def _parts(setting: ChartSetting) -> tuple[tuple[str, str], ...]:
    """Return the outcomes and the elements that the strip is about."""
    shown, asked = parts(setting), asked_part(setting)
    return shown if BESIDE in setting.element else shown[asked : asked + 1]
