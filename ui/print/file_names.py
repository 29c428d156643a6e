"""Names that are proposed for exports: what it is, of which scenario, about which places.

They are in the language of the reader and fit for every file system. What the terminal writes into
a folder is named by keys, so that other programs find it: see `ui.print.export`. Floor: print.
"""

from collections.abc import Sequence
from itertools import chain, count
from pathlib import Path
from typing import Final

from planner.files.scenario.titles import file_name_of, short_name
from planner.quantities.told.titles import shown_title
from planner.storage.names import cut, with_number
from planner.storage.sentences.catalog import translate
from ui.charts.contents.places import place_of
from ui.charts.contents.scopes import Areas
from ui.charts.contents.specs import ChartSetting, default_setting
from ui.charts.contents.words import wording
from ui.wording.commands.words import view_name
from ui.wording.elements import element_name

_APART: Final = "_"
_LETTERS_AT_MOST: Final = 40
_BYTES_AT_MOST: Final = 48
"""Of a part beside the title."""


def export_name(kind: str, title: str, ending: str, where: str = "") -> str:
    """Return `<kind>_<title>_<where>` with an ending: `report_more-vouchers_chengdu.pdf`."""
    end = f"{_APART}{_part(where)}{ending}" if where else ending
    return file_name_of(shown_title(title), end, f"{_part(kind)}{_APART}")


def chart_name(setting: ChartSetting, title: str, ending: str) -> str:
    """Return the name of a chart: its view beside what it shows, and other places than usual."""
    words = wording()
    view = "" if setting.view == "absolute" else view_name(setting.view)
    is_usual = setting.element == default_setting(setting.chart).element
    where = "" if is_usual else place_of(setting, words) or words.element(setting.element)
    return export_name(f"{words.charts[setting.chart]} {view}", title, ending, where)


def chart_names(settings: Sequence[ChartSetting], title: str, ending: str) -> tuple[str, ...]:
    """Return a name for each chart; one that is taken by another chart gets a number."""
    names: list[str] = []
    for setting in settings:
        wanted = Path(chart_name(setting, title, ending))
        numbered = (with_number(wanted, number).name for number in count(2))
        names.append(next(each for each in chain([wanted.name], numbered) if each not in names))
    return tuple(names)


def sheet_name(title: str, ending: str, areas: Areas = ()) -> str:
    """Return the name of several charts on one sheet."""
    return export_name(translate("ExportNames", "Charts"), title, ending, _where(areas))


def report_name(title: str, ending: str, areas: Areas = ()) -> str:
    """Return the name of a report."""
    return export_name(translate("ExportNames", "Report"), title, ending, _where(areas))


def numbers_name(title: str, ending: str) -> str:
    """Return the name of all numbers of a run, which are those of every place."""
    return export_name(translate("ExportNames", "Numbers"), title, ending)


def story_name(title: str, ending: str) -> str:
    """Return the name of a story as slides."""
    return export_name(translate("ExportNames", "Story"), title, ending)


def slide_name(title: str, ending: str) -> str:
    """Return the name of one slide of what is shown."""
    return export_name(translate("ExportNames", "Slide"), title, ending)


def _where(areas: Sequence[str]) -> str:
    return " ".join(map(element_name, areas))


def _part(text: str) -> str:
    return cut(short_name(text), _LETTERS_AT_MOST, _BYTES_AT_MOST).rstrip("-")
