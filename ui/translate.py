"""The choke point of language: texts of the model, units, and the translations that are installed.

Labels and sentences of levers, assumptions and outcomes come from the tables of the planner; only
here are they handed to Qt's translation, in the context "Model" (units: "Unit"). The window's own
texts are translated where they stand.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from planner.places import resources_folder

if TYPE_CHECKING:
    from planner.files.message import Message


def model_text(text: str) -> str:
    """Return a label or sentence of the model's tables in the user's language."""
    return QCoreApplication.translate("Model", text)


def unit_text(unit: str) -> str:
    """Return a unit as it is shown in the user's language; empty for a bare number."""
    return QCoreApplication.translate("Unit", unit) if unit else ""


def sentence_of(said: "Message") -> str:
    """Return what the planner says of a file in the user's language."""
    return said.text(QLocale().name())


def install_translations(app: QCoreApplication, locale: QLocale | None = None) -> None:
    """Install our translation and Qt's own for the locale, where they exist."""
    locale = locale or QLocale.system()
    ours = str(resources_folder() / "translations")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("suanli", ours)):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
