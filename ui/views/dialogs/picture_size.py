"""How large exported charts are: a shape for where they go, or a size of one's own."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.quantities.told.numerals import numerals
from planner.storage.sentences.catalog import translate
from ui.print.size import (
    SCALE_LEAST,
    SCALE_MOST,
    SIDE_LEAST,
    SIDE_MOST,
    PictureSize,
    SizeError,
    size_in,
)
from ui.process.state.settings import Settings
from ui.widgets.fields.choice_box import ChoiceBox
from ui.widgets.fields.form import Form
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.refusal_line import RefusalLine
from ui.widgets.label import label
from ui.wording.numbers import fixed
from ui.wording.scale import Scale, scale_of_whole

KEY: Final = "picture_size"
LEAST_WIDTH: Final = 380


class PictureSizeDialog(QDialog):
    """Chooses a size; `accepted_size` gives it."""

    accepted_size = Signal(object)

    def __init__(self, size: PictureSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("PictureSizeDialog", "Size of exported charts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shape = ChoiceBox()
        for text, shape in shapes().items():
            self.shape.addItem(text, shape)
        self.shape.addItem(translate("PictureSizeDialog", "Own size"))
        self.width_field = _side(translate("PictureSizeDialog", "Width"), size.width)
        self.height_field = _side(translate("PictureSizeDialog", "Height"), size.height)
        tip = translate(
            "PictureSizeDialog", "A larger picture has smaller text; a sharper one has more pixels."
        )
        self.width_field.setToolTip(tip)
        self.height_field.setToolTip(tip)
        sharpness = Scale(SCALE_LEAST, SCALE_MOST, 0.5, SCALE_LEAST, SCALE_MOST, "", fewest=1)
        self.scale_field = NumberField(sharpness, translate("PictureSizeDialog", "Sharpness"))
        self.scale_field.setPrefix(translate("PictureSizeDialog", "× "))
        self.scale_field.show_value(size.scale)
        self.scale_field.look_as_in_form()
        self.shape.setMinimumHeight(self.scale_field.sizeHint().height())
        self.refused = RefusalLine(self._fields())
        self.scale_field.setToolTip(
            translate("PictureSizeDialog", "Pixels per unit of width and height")
        )
        self.result_label = label("", look="muted")
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self._lay_out()
        self._connect()
        self._on_changed()

    def _lay_out(self) -> None:
        form = Form()
        form.add(translate("PictureSizeDialog", "&Shape"), self.shape)
        for text, field in (
            (translate("PictureSizeDialog", "&Width"), self.width_field),
            (translate("PictureSizeDialog", "&Height"), self.height_field),
        ):
            line = QHBoxLayout()
            line.addWidget(field, 1)
            line.addWidget(
                label(translate("PictureSizeDialog", "pixels at sharpness 1"), look="muted")
            )
            form.add(text, line, keys_to=field)
        form.add(translate("PictureSizeDialog", "Sharp&ness"), self.scale_field)
        form.add("", self.result_label)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.refused)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(LEAST_WIDTH)

    def _connect(self) -> None:
        self.shape.activated.connect(self._on_shape_chosen)
        for field in self._fields():
            field.valueChanged.connect(self._on_changed)
        self.buttons.accepted.connect(self._on_ok)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)

    def _fields(self) -> tuple[NumberField, ...]:
        return (self.width_field, self.height_field, self.scale_field)

    def size_chosen(self) -> PictureSize:
        """Return the size in the fields. Raises SizeError where it is not allowed."""
        width, height = round(self.width_field.kept), round(self.height_field.kept)
        return PictureSize(width, height, self.scale_field.kept)

    def _on_shape_chosen(self) -> None:
        shape = self.shape.currentData()
        if shape is not None:
            width, height = shape
            self.width_field.show_value(width)
            self.height_field.show_value(height)
            self._on_changed()

    def _on_changed(self) -> None:
        """Say what comes of the fields, and name the shape they are."""
        try:
            text, is_allowed = pixels_text(self.size_chosen()), True
        except SizeError:
            text = translate(
                "PictureSizeDialog", "Each side of the picture takes {least} to {most} pixels."
            )
            text = text.format(least=SIDE_LEAST, most=SIDE_MOST)
            is_allowed = False
        self.result_label.setText(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_allowed)
        shape = (round(self.width_field.kept), round(self.height_field.kept))
        known = list(shapes().values())
        self.shape.setCurrentIndex(known.index(shape) if shape in known else len(known))

    def _on_ok(self) -> None:
        """Take the size, unless a number was refused just now: that is to be read first."""
        if not self.refused.holds_back():
            self.accept()

    def _on_accepted(self) -> None:
        self.accepted_size.emit(self.size_chosen())


def shapes() -> dict[str, tuple[int, int]]:
    """Return the shapes that are offered by name: width and height."""
    return {
        translate("PictureSize", "A slide, 16 : 10"): (1600, 1000),
        translate("PictureSize", "A slide, 16 : 9"): (1600, 900),
        translate("PictureSize", "Half a slide"): (800, 900),
        translate("PictureSize", "The width of a page"): (1000, 640),
        translate("PictureSize", "A square"): (1000, 1000),
    }


def pixels_text(size: PictureSize) -> str:
    """Return the pixels of a size in words."""
    wide, high = (fixed(side, 0, numerals()) for side in size.pixels)
    text = translate("PictureSize", "{width} × {height} pixels")
    return text.format(width=wide, height=high)


def kept_size(settings: Settings) -> PictureSize:
    """Return the size that was chosen last; the usual one where that is not possible any more."""
    try:
        return size_in(settings.text(KEY))
    except SizeError:
        return PictureSize()


def _side(name: str, value: int) -> NumberField:
    least, most = round(SIDE_LEAST / SCALE_MOST), round(SIDE_MOST / SCALE_LEAST)
    made = NumberField(scale_of_whole(least, most, 50), name)
    made.show_value(value)
    made.look_as_in_form()
    return made
