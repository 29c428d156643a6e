"""What a row shows for a scenario: pure decisions, tested without a window."""

from PySide6.QtCore import QCoreApplication

from planner.model.indices import LABELS, address
from planner.model.inputs import Lever, default_value, elements_of
from planner.model.scenario import Scenario, lever_at, lever_default, lever_value
from planner.quantities.shown import shown_unit
from ui.translate import model_text, unit_text
from ui.widgets.lever_row import RowDisplay
from ui.widgets.numbers import number_text
from ui.widgets.sharing import is_mean, whole


def lever_display(scenario: Scenario, saved: Scenario, name: str) -> RowDisplay:
    """Return what the row of one lever value shows."""
    value = lever_value(scenario, name)
    default = lever_default(name, scenario.figures)
    lever, element = lever_at(name)
    return RowDisplay(
        value=value,
        default=default,
        is_changed=value != default,
        differs_from_saved=value != lever_value(saved, name),
        differs_from_baseline=value != lever_default(name),
        remark=_unknown(lever, element, scenario) if element in lever.unknown else "",
    )


def master_display(scenario: Scenario, saved: Scenario, lever: Lever) -> RowDisplay:
    """Return what the row of a whole lever shows: all its areas at once."""
    values = values_of(scenario, lever)
    defaults = tuple(default_value(lever, each, scenario.figures) for each in elements_of(lever))
    return RowDisplay(
        value=whole(lever, values),
        default=whole(lever, defaults),
        is_changed=values != defaults,
        differs_from_saved=values != values_of(saved, lever),
        differs_from_baseline=values != values_of(Scenario(), lever),
        remark=_remark_of_all(lever, scenario),
    )


def values_of(scenario: Scenario, lever: Lever) -> tuple[float, ...]:
    """Return the values of every element of a lever, in order."""
    return tuple(lever_value(scenario, address(lever.key, each)) for each in elements_of(lever))


def _assumed(lever: Lever, element: str, scenario: Scenario) -> str:
    """Return the assumption that stands in for an unknown figure, as a number in words."""
    unit, factor = shown_unit(lever.unit)
    value = default_value(lever, element, scenario.figures) * factor
    return f"{number_text(value)} {unit_text(unit)}".rstrip()


def _unknown(lever: Lever, element: str, scenario: Scenario) -> str:
    text = QCoreApplication.translate("Row", "No published figure; {assumed} assumed")
    return text.format(assumed=_assumed(lever, element, scenario))


def _remark_of_all(lever: Lever, scenario: Scenario) -> str:
    if not lever.unknown:
        return QCoreApplication.translate("Row", "Mean of the areas") if is_mean(lever) else ""
    one = QCoreApplication.translate("Row", "{area} ({assumed} assumed)")
    parts = [
        one.format(area=model_text(LABELS[each]), assumed=_assumed(lever, each, scenario))
        for each in lever.unknown
    ]
    text = QCoreApplication.translate("Row", "No published figure: {areas}")
    return text.format(areas=", ".join(parts))
