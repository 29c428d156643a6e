"""What a scenario is called and argues, and how its futures are drawn.

Title, author, notes, question, finding, decision; futures, seed and the last year.
"""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.files.format.schema import NAME_AT_MOST, NOTES_AT_MOST
from planner.model.presented.presented import ARGUMENT, ARGUMENT_AT_MOST
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Scenario,
)
from planner.storage.sentences.catalog import translate
from ui.documents.document import Document
from ui.documents.typed import Typed, fits, with_typed
from ui.views.dialogs.size import resize_within_screen
from ui.widgets.drops import TextWithoutFiles
from ui.widgets.fields.form import Form
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.refusal_line import RefusalLine
from ui.widgets.label import label
from ui.widgets.question import Question
from ui.wording.scale import Scale, scale_of_whole, scale_of_years

_SIZE: Final = QSize(520, 500)
_LEAST_LINES: Final = 2
_MARGIN: Final = 7


class PropertiesDialog(QDialog):
    """Edits a copy; `accepted_scenario` gives it back.

    `typed` carries the texts that differ while they are typed. Leaving with such texts asks first.
    """

    accepted_scenario = Signal(object)
    typed = Signal(object)

    def __init__(
        self, scenario: Scenario, parent: QWidget | None = None, typed: Typed | None = None
    ) -> None:
        """Show a scenario, or the texts that somebody was typing for it."""
        super().__init__(parent)
        self.setWindowTitle(translate("PropertiesDialog", "Scenario properties"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scenario = scenario
        self.title_field = QLineEdit(scenario.title)
        self.title_field.setMaxLength(NAME_AT_MOST)
        self.author = QLineEdit(scenario.author)
        self.author.setMaxLength(NAME_AT_MOST)
        for line in (self.title_field, self.author):
            line.setAcceptDrops(False)
        self.notes = TextWithoutFiles(scenario.notes)
        self.argument = {
            key: TextWithoutFiles(getattr(scenario.presented, key)) for key in ARGUMENT
        }
        for text in (self.notes, *self.argument.values()):
            text.setTabChangesFocus(True)
            text.setMinimumHeight(_lines_high(text))
        self.too_long = label("", look="muted")
        self.too_long.hide()
        futures = scale_of_whole(1, FUTURES_AT_MOST, 1000)
        self.futures = _field(
            translate("PropertiesDialog", "Futures drawn"), futures, scenario.futures
        )
        seeds = scale_of_whole(0, SEED_AT_MOST, is_grouped=False)
        self.seed = _field(translate("PropertiesDialog", "Seed of the draws"), seeds, scenario.seed)
        years = scale_of_years(FIRST_YEAR + 1, LAST_YEAR_AT_MOST)
        self.last_year = _field(
            translate("PropertiesDialog", "Final year of the charts"), years, scenario.last_year
        )
        for line in (self.title_field, self.author):
            line.setMinimumHeight(self.futures.sizeHint().height())
        self.refused = RefusalLine((self.futures, self.seed, self.last_year))
        self._before = self._texts()
        self._lay_out()
        self.accepted.connect(self._on_accepted)
        for line in (self.title_field, self.author):
            line.textChanged.connect(self._on_typed)
        for text in (self.notes, *self.argument.values()):
            text.textChanged.connect(self._on_typed)
        self._type(typed or {})

    def edited(self) -> Scenario:
        """Return the scenario with what the fields say; characters that do not show are left out.

        Text from elsewhere often brings some, and no file could hold them.
        """
        return replace(
            with_typed(self._scenario, self._texts()),
            futures=round(self.futures.kept),
            seed=round(self.seed.kept),
            last_year=round(self.last_year.kept),
        )

    def reject(self) -> None:
        """Leave, after asking what becomes of texts that were typed."""
        if not self._typed_texts():
            super().reject()
            return
        box = Question(self, "typed", translate("PropertiesDialog", "Keep what you have typed?"))
        if fits(self._texts()):
            box.offer("keep", translate("PropertiesDialog", "Keep"), is_default=True)
        box.offer_loss("discard", translate("PropertiesDialog", "Discard"))
        box.answered.connect(self._on_answered)
        box.open()

    def _on_answered(self, answer: str, subject: object) -> None:
        if answer == "keep":
            self.accept()
        elif answer == "discard":
            super().reject()

    def _texts(self) -> Typed:
        return {
            "title": self.title_field.text(),
            "author": self.author.text(),
            "notes": self.notes.toPlainText(),
            **{key: text.toPlainText() for key, text in self.argument.items()},
        }

    def _typed_texts(self) -> Typed:
        """Return the texts that are not as the dialog showed them first."""
        return {key: text for key, text in self._texts().items() if text != self._before[key]}

    def _type(self, typed: Typed) -> None:
        self.title_field.setText(typed.get("title", self.title_field.text()))
        self.author.setText(typed.get("author", self.author.text()))
        for key, text in {"notes": self.notes, **self.argument}.items():
            if key in typed:
                text.setPlainText(typed[key])

    def _on_typed(self) -> None:
        self.typed.emit(self._typed_texts())

    def _lay_out(self) -> None:
        form = Form()
        form.add(translate("PropertiesDialog", "&Title"), self.title_field)
        form.add(translate("PropertiesDialog", "&Author"), self.author)
        form.add(translate("PropertiesDialog", "&Question"), self.argument["question"])
        form.add(translate("PropertiesDialog", "F&inding"), self.argument["finding"])
        form.add(translate("PropertiesDialog", "&Decision"), self.argument["decision"])
        form.add(translate("PropertiesDialog", "&Notes"), self.notes)
        form.add(translate("PropertiesDialog", "&Futures drawn"), self.futures)
        form.add(translate("PropertiesDialog", "&Seed of the draws"), self.seed)
        form.add(translate("PropertiesDialog", "Final &year of the charts"), self.last_year)
        box = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(box.Ok | box.Cancel)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        resize_within_screen(self, _SIZE)
        self._buttons = buttons
        for text in (self.notes, *self.argument.values()):
            text.textChanged.connect(self._on_length_changed)
        layout.insertWidget(1, self.too_long)
        layout.insertWidget(2, self.refused)

    def _on_length_changed(self) -> None:
        """Take no text that is longer than a file may hold, and say so."""
        said = self._said_of_length()
        self.too_long.setText(said)
        self.too_long.setVisible(bool(said))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not said)

    def _said_of_length(self) -> str:
        """Return what is said of the first text that is too long, empty where none is."""
        sentences = {
            "notes": translate(
                "PropertiesDialog", "The notes have {count} characters; at most {most} can be kept."
            ),
            "question": translate(
                "PropertiesDialog",
                "The question has {count} characters; at most {most} can be kept.",
            ),
            "finding": translate(
                "PropertiesDialog",
                "The finding has {count} characters; at most {most} can be kept.",
            ),
            "decision": translate(
                "PropertiesDialog",
                "The decision has {count} characters; at most {most} can be kept.",
            ),
        }
        for key, text in self._texts().items():
            most = NOTES_AT_MOST if key == "notes" else ARGUMENT_AT_MOST
            if key in sentences and len(text) > most:
                return sentences[key].format(count=len(text), most=most)
        return ""

    def _on_ok(self) -> None:
        """Take the fields, unless a number was refused just now: that is to be read first."""
        if not self.refused.holds_back():
            self.accept()

    def _on_accepted(self) -> None:
        self.accepted_scenario.emit(self.edited())


class Typing(QObject):
    """Tells one document what is typed for it in a dialog, and lives as long as that."""

    def __init__(self, document: Document, dialog: PropertiesDialog) -> None:
        super().__init__(dialog)
        self._document = document
        dialog.typed.connect(document.note_typed)
        dialog.accepted_scenario.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)

    def _on_accepted(self, scenario: Scenario) -> None:
        self._document.rename(scenario.title)
        self._document.edit(lambda: translate("Typing", "Change the properties"), scenario)

    def _on_finished(self) -> None:
        self._document.note_typed({})


def _lines_high(text: TextWithoutFiles) -> int:
    """Return the height at which the least lines of a text are seen, in pixels."""
    return _LEAST_LINES * text.fontMetrics().lineSpacing() + 2 * _MARGIN


def _field(name: str, scale: Scale, value: int) -> NumberField:
    made = NumberField(scale, name)
    made.show_value(value)
    made.look_as_in_form()
    return made
