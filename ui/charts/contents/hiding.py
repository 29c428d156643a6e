"""Which curves of a chart are hidden: those of a scenario, or those of a part; no Qt.

An entry of a legend stands for one of them and is told by a key, which the chart's setting keeps.
Floor: charts.
"""

from dataclasses import replace

from ui.charts.contents.picture import BASELINE, LIMIT, Curve
from ui.charts.contents.specs import ChartSetting, parts


def key_of(curve: Curve, setting: ChartSetting) -> str:
    """Return the key of an entry: that of its scenario, or of its part where a chart has several.

    Scenarios are told by their color, which two never share.
    """
    is_whole = curve.is_sample or curve.light or curve.color in (BASELINE, LIMIT)
    if is_whole or curve.request is None:
        return str(curve.color)
    if curve.area is not None or len(parts(setting)) > 1:
        return _part(curve)
    return str(curve.color)


def without_hidden(
    curves: tuple[Curve, ...], setting: ChartSetting, scenario: str | int | None = None
) -> tuple[Curve, ...]:
    """Return the curves of a scenario that are to be drawn; None for one no entry stands for."""
    if not setting.hidden:
        return curves
    if str(scenario) in setting.hidden:
        return ()
    return tuple(curve for curve in curves if _part(curve) not in setting.hidden)


def toggled(setting: ChartSetting, key: str) -> ChartSetting:
    """Return a setting that hides what an entry stands for, or shows it again."""
    return replace(setting, hidden=setting.hidden ^ {key})


def _part(curve: Curve) -> str:
    request = curve.request
    if request is None:
        return ""
    return request.state or f"{request.outcome}/{request.element}"
