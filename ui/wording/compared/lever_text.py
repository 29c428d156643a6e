"""The setting of a lever as a text for the clipboard, and back: a number, or the dates of a path.

A number is plain, so that a spreadsheet takes it for one; a path is `2026:65, 2028:75`. What is
pasted is understood whole or refused with one sentence. Floor: wording.
"""

import re
from typing import Final

from planner.model.lever_settings import setting_of
from planner.model.paths import LeverPath, PathError
from planner.model.scenario import FIRST_YEAR, Scenario, lever_at
from planner.quantities.shown import with_unit
from planner.quantities.told.lists import led_by
from planner.quantities.typed.digits import ReadingError
from planner.quantities.typed.reading import read_quantity
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown
from ui.wording.compared.lever_cells import plain_number
from ui.wording.paths.subject import subject_of
from ui.wording.paths.typed import Refused, date_typed, no_path, value_typed
from ui.wording.rows.described import Described
from ui.wording.rows.path_display import number_in
from ui.wording.rows.row_display import row_display
from ui.wording.translate import unit_text

_KNOT: Final = re.compile(r"\s*([^:,;]+):([^:;]+?)\s*(?:[,;]\s*(?=[^:,;]+:)|$)")


def setting_text(input_: Described, scenario: Scenario) -> str:
    """Return what a scenario sets a lever to, as text: a number, or each date of its own path."""
    own = None if input_.is_whole else setting_of(scenario, input_.address)
    if not isinstance(own, LeverPath):
        return plain_number(input_.scale, row_display(input_, scenario, FIRST_YEAR).values.central)
    scale = subject_of(input_.address).scale
    return ", ".join(f"{_date(date)}:{plain_number(scale, value)}" for date, value in own.knots)


def _date(date: float) -> str:
    short = f"{date:.10g}"
    return short if float(short) == date else repr(date)


def setting_typed(input_: Described, text: str) -> float | LeverPath:
    """Return the setting that a text means, in the shown unit. Raises Refused."""
    if ":" in text:
        return _path(input_, text)
    try:
        value = input_.scale.typed(read_quantity(text, input_.scale.typed_unit))
    except ReadingError as error:
        raise Refused(_sentence(input_, text, str(error))) from None
    if not input_.scale.is_allowed(value):
        raise Refused(_sentence(input_, text, ""))
    return value


def _path(input_: Described, text: str) -> LeverPath:
    """Return the path of a text such as `2026:65, 2028:75`."""
    if input_.is_whole or lever_at(input_.address)[0].part is not None:
        said = translate("Matrix", "{name} takes a number here, no path.")
        raise Refused(said.format(name=input_.full_name))
    subject = subject_of(input_.address)
    found, end = [], 0
    for match in _KNOT.finditer(text):
        if match.start() != end:
            break
        found.append((date_typed(match[1].strip()), value_typed(subject, match[2].strip())))
        end = match.end()
    if not found or end != len(text):
        reason = translate("Matrix", "a path is written 2026:65, 2028:75")
        raise Refused(_sentence(input_, text, reason))
    try:
        return LeverPath(tuple(found))
    except PathError as error:
        raise Refused(no_path(error)) from None


def _sentence(input_: Described, text: str, reason: str) -> str:
    scale = input_.scale
    said = translate("Matrix", "{name} cannot be {text}{reason}; allowed are {least} to {most}.")
    return said.format(
        name=input_.full_name,
        text=shown(text),
        reason=led_by("", reason) if reason else "",
        least=number_in(scale, scale.least),
        most=with_unit(number_in(scale, scale.most), unit_text(scale.shown_unit)),
    )
