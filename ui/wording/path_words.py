"""The words in which the window says a path of a lever: those of the planner, translated."""

from PySide6.QtCore import QCoreApplication, QLocale

from planner.model.path_words import PathWords
from ui.wording.translate import language


def path_words() -> PathWords:
    """Return how knots and dates are said in the language of the window."""
    locale = language()
    return PathWords(
        until=QCoreApplication.translate("Path", "{value} until {date}"),
        since=QCoreApplication.translate("Path", "{value} from {date}"),
        at=QCoreApplication.translate("Path", "{value} in {date}"),
        more=QCoreApplication.translate("Path", "{count} more"),
        day=QCoreApplication.translate("Path", "{day} {month} {year}"),
        month=QCoreApplication.translate("Path", "{month} {year}"),
        months=tuple(
            locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
            for month in range(1, 13)
        ),
    )
