"""What the strip under a chart shows: by how much scenarios differ from the baseline; no Qt.

Most levers move a national level by less than a pixel, so the strip has a scale of its own. Of a
chart of several parts it shows one: the last outcome, as a whole where there is a whole.
"""

from planner.ensemble.projection import Request
from ui.charts.contents.curves import Part, projected_curve
from ui.charts.contents.picture import Curve
from ui.charts.contents.specs import ChartSetting, asked_part, parts, spec_of
from ui.charts.contents.wording import Wording
from ui.engine.shown_run import ShownRun


def has_effect(setting: ChartSetting) -> bool:
    """Tell whether a chart has a strip: beside levels, in whatever unit, where it is wanted."""
    is_of_levels = setting.view == "absolute" and not spec_of(setting).is_counted
    return setting.has_strip and is_of_levels


def effect_requests(setting: ChartSetting) -> tuple[Request, ...]:
    """Return what the strip of a chart needs from each run."""
    return (Request(*_part(setting), "difference"),) if has_effect(setting) else ()


def effect_curves(setting: ChartSetting, run: ShownRun) -> tuple[Curve, ...]:
    """Return a curve for each scenario that is not the baseline, the scenario's own last."""
    if not has_effect(setting):
        return ()
    request = effect_requests(setting)[0]
    curves = []
    for projection, color in (*run.others, (run.projection, run.own)):
        if str(color) in setting.hidden and (run.others or len(parts(setting)) == 1):
            continue
        if projection.scenario.levers != run.baseline.scenario.levers:
            is_behind = projection is not run.projection
            name = projection.scenario.title
            part = Part(request, name, color, light=is_behind, has_central=False)
            curve = projected_curve(part, setting, projection)
            if curve is not None:
                curves.append(curve)
    return tuple(curves)


def effect_name(setting: ChartSetting, words: Wording) -> str:
    """Return what the strip is called: the part that differs, where the chart has several."""
    if len(parts(setting)) == 1:
        return words.effect
    outcome, element = _part(setting)
    several = len(spec_of(setting).outcomes) > 1
    part = words.outcomes[outcome] if several else words.part(element)
    return words.effect_of.format(part=part)


def _part(setting: ChartSetting) -> tuple[str, str]:
    """Return the outcome and the element that the strip is about."""
    return parts(setting)[asked_part(setting)]
