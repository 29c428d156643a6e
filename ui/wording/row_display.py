"""What a row shows for a scenario: pure decisions, tested without a window."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from planner.model.indices import LABELS, address
from planner.model.inputs import Lever, default_value, elements_of
from planner.model.lever_settings import moves_alike
from planner.model.scenario import Scenario, lever_at, lever_default, lever_value
from planner.quantities.shown import shown_unit
from ui.wording.field_numbers import number_text
from ui.wording.path_display import dated_value, dated_whole
from ui.wording.sharing import is_mean, whole
from ui.wording.translate import model_text, unit_text


@dataclass(frozen=True, slots=True)
class RowDisplay:
    """What a row shows: its value, the default it is compared with, a remark in words.

    `dated` is its value in the year that is shown, where it changes over time, in ever shorter
    forms.
    """

    value: float
    default: float
    is_changed: bool
    differs_from_saved: bool = False
    differs_from_baseline: bool = False
    remark: str = ""
    dated: tuple[str, ...] = ()


def lever_display(scenario: Scenario, saved: Scenario, name: str, year: int) -> RowDisplay:
    """Return what the row of one lever value shows; of a path, its value in a year as well."""
    lever, element = lever_at(name)
    return RowDisplay(
        value=lever_value(scenario, name),
        default=lever_default(name, scenario.figures),
        is_changed=not moves_alike(scenario, Scenario(figures=scenario.figures), name),
        differs_from_saved=not moves_alike(scenario, saved, name),
        differs_from_baseline=not moves_alike(scenario, Scenario(), name),
        dated=dated_value(scenario, name, year),
        remark=_unknown(lever, element, scenario) if element in lever.unknown else "",
    )


def master_display(scenario: Scenario, saved: Scenario, lever: Lever, year: int) -> RowDisplay:
    """Return what the row of a whole lever shows: all its areas at once."""
    default = Scenario(figures=scenario.figures)
    names = [address(lever.key, each) for each in elements_of(lever)]
    return RowDisplay(
        value=whole(lever, values_of(scenario, lever)),
        default=whole(lever, values_of(default, lever)),
        is_changed=any(not moves_alike(scenario, default, name) for name in names),
        differs_from_saved=any(not moves_alike(scenario, saved, name) for name in names),
        differs_from_baseline=any(not moves_alike(scenario, Scenario(), name) for name in names),
        dated=dated_whole(scenario, lever, year),
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
    alike: dict[str, list[str]] = {}
    for each in lever.unknown:
        alike.setdefault(_assumed(lever, each, scenario), []).append(model_text(LABELS[each]))
    parts = [one.format(area=", ".join(areas), assumed=value) for value, areas in alike.items()]
    text = QCoreApplication.translate("Row", "No published figure: {areas}")
    return text.format(areas=", ".join(parts))
