"""What a scenario is called and how its futures are drawn: title, author, notes, seed, futures."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.files.schema import NAME_AT_MOST, NOTES_AT_MOST
from planner.model.scenario import (
    FIRST_YEAR,
    FUTURES_AT_MOST,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Scenario,
)
from ui.widgets.drops import TextWithoutFiles
from ui.widgets.label import label
from ui.widgets.number_field import NumberField, refusals_in
from ui.widgets.scale import Scale, scale_of_whole


class PropertiesDialog(QDialog):
    """Edits a copy; `accepted_scenario` gives it back."""

    accepted_scenario = Signal(object)

    def __init__(self, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scenario properties"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scenario = scenario
        self.title_field = QLineEdit(scenario.title)
        self.title_field.setMaxLength(NAME_AT_MOST)
        self.author = QLineEdit(scenario.author)
        self.author.setMaxLength(NAME_AT_MOST)
        for line in (self.title_field, self.author):
            line.setAcceptDrops(False)
        self.notes = TextWithoutFiles(scenario.notes)
        self.notes.setTabChangesFocus(True)
        self.too_long = label("", look="muted")
        self.too_long.hide()
        futures = scale_of_whole(1, FUTURES_AT_MOST, 1000)
        self.futures = _field(self.tr("Futures drawn"), futures, scenario.futures)
        seeds = scale_of_whole(0, SEED_AT_MOST, is_grouped=False)
        self.seed = _field(self.tr("Seed of the draws"), seeds, scenario.seed)
        years = scale_of_whole(FIRST_YEAR + 1, LAST_YEAR_AT_MOST, is_grouped=False)
        self.last_year = _field(self.tr("Last year"), years, scenario.last_year)
        self._lay_out()
        self.accepted.connect(self._on_accepted)

    def edited(self) -> Scenario:
        """Return the scenario with what the fields say; characters that do not show are left out.

        Text from elsewhere often brings some, and no file could hold them.
        """
        from planner.files.plain_text import plain_name, plain_notes

        return replace(
            self._scenario,
            title=plain_name(self.title_field.text()).strip() or self._scenario.title,
            author=plain_name(self.author.text()).strip(),
            notes=plain_notes(self.notes.toPlainText()),
            futures=round(self.futures.kept),
            seed=round(self.seed.kept),
            last_year=round(self.last_year.kept),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.title_field)
        form.addRow(self.tr("&Author"), self.author)
        form.addRow(self.tr("&Notes"), self.notes)
        form.addRow(self.tr("&Futures drawn"), self.futures)
        form.addRow(self.tr("&Seed of the draws"), self.seed)
        form.addRow(self.tr("&Last year"), self.last_year)
        box = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(box.Ok | box.Cancel)
        buttons.accepted.connect(self._on_ok)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.resize(460, 380)
        self._buttons = buttons
        self.notes.textChanged.connect(self._on_notes_changed)
        layout.insertWidget(1, self.too_long)

    def _on_notes_changed(self) -> None:
        """Take no notes that are longer than a file may hold, and say so."""
        count = len(self.notes.toPlainText())
        fits = count <= NOTES_AT_MOST
        text = self.tr("The notes have {count} characters; at most {most} can be kept.")
        self.too_long.setText(text.format(count=count, most=NOTES_AT_MOST))
        self.too_long.setVisible(not fits)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)

    def _on_ok(self) -> None:
        """Take the fields, unless a number was refused just now: that is to be read first."""
        if not refusals_in((self.futures, self.seed, self.last_year)):
            self.accept()

    def _on_accepted(self) -> None:
        self.accepted_scenario.emit(self.edited())


def _field(name: str, scale: Scale, value: int) -> NumberField:
    made = NumberField(scale, name)
    made.show_value(value)
    made.show_refusals()
    return made
