"""The words in which the window says a path of a lever: those of the planner, translated."""

from functools import lru_cache

from PySide6.QtCore import QLocale

from planner.model.path_words import PathWords
from planner.storage.sentences.catalog import translate
from ui.wording.translate import language


def path_words() -> PathWords:
    """Return how knots and dates are said in the language of the window."""
    return PathWords(
        until=translate("Path", "{value} until {date}"),
        since=translate("Path", "{value} from {date}"),
        at=translate("Path", "{value} in {date}"),
        more=translate("Path", "{count} more"),
        day=translate("Path", "{day} {month} {year}"),
        month=translate("Path", "{month} {year}"),
        months=_months(language().name()),
    )


@lru_cache(maxsize=8)
def _months(name: str) -> tuple[str, ...]:
    """Return the short names of the months in a language, asked for at every move of a hand."""
    locale, short = QLocale(name), QLocale.FormatType.ShortFormat
    return tuple(locale.standaloneMonthName(month, short) for month in range(1, 13))
