"""A field takes what is typed as a whole or says why not; wheel and keys move it in one step."""

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QVBoxLayout, QWidget

from planner.model.graph import model
from planner.model.scenario import SEED_AT_MOST, Scenario, lever_value
from planner.storage.sentences.spoken import speaking
from tests.rolling import roll
from ui.print.size import PictureSize
from ui.views.dialogs.picture_size import PictureSizeDialog
from ui.views.dialogs.properties import PropertiesDialog
from ui.widgets.fields.number_field import NumberField
from ui.widgets.fields.step_run import PAUSE_MS
from ui.wording.scale import scale_of_lever

PLAN = "alibaba_plan"
A_PAUSE = 20 * PAUSE_MS


@pytest.fixture
def field_of(qtbot):
    """Return what makes a field for a lever, above another one in a window of its own."""
    windows = []

    def make(lever, value):
        scale = scale_of_lever(model().levers[lever])
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        made = NumberField(scale, model().levers[lever].label)
        layout.addWidget(made)
        layout.addWidget(NumberField(scale, "Another"))
        made.show_value(value)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        made.setFocus()
        qtbot.waitUntil(made.hasFocus)
        return made

    return make


@pytest.fixture
def field(field_of):
    """Return the field of a plan of 380 bn CNY, with the keyboard."""
    return field_of(PLAN, 380.0)


def _told(signal):
    """Return the list to which all that a signal tells is added."""
    told = []
    signal.connect(lambda *values: told.append(list(values)))
    return told


def _type(field, text):
    """Put a text into a field as a paste or an input method does, and press Return."""
    field.lineEdit().selectAll()
    field.lineEdit().insert(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("400", 400),
        ("1,390", 1390),
        ("3900亿", 390),
        ("400 M", 0.4),
        ("400 bn CNY", 400),
        ("55。5", 55.5),
        ("1.234,5", 1234.5),
        ("\N{FULLWIDTH DIGIT FOUR}\N{FULLWIDTH DIGIT TWO}", 42),
        ("2万亿", 2000),
        ("400 miliardi di yuan", 400),
    ],
)
def test_that_a_field_takes_the_whole_text_in_its_unit(field, text, value):
    moved = _told(field.moved)
    _type(field, text)
    assert (field.kept, moved[0]) == (value, [value, True])
    assert not field.is_half_typed


@pytest.mark.parametrize(
    "text", ["55 apples", "400 m", "2 EFLOPS", "1万2", "380 0", "7_60", "20,000", "-1", "", "1e999"]
)
def test_that_what_a_field_cannot_take_whole_leaves_the_old_value(field, text):
    moved, refused = _told(field.moved), _told(field.refused)
    _type(field, text)
    assert (field.kept, field.text(), len(moved)) == (380.0, "380", 0)
    (sentence,) = refused[0]
    assert len(refused) == 1
    assert sentence.startswith(f'Alibaba\'s plan cannot be "{text}"')
    assert sentence.endswith("allowed are 0 to 10,000 bn CNY.")


def test_that_a_refusal_has_the_colon_of_the_language(field):
    refused = _told(field.refused)
    with speaking("zh_CN"):
        _type(field, "many")
    assert "\N{FULLWIDTH COLON}" in refused[0][0]
    assert ": " not in refused[0][0]


def test_that_a_refusal_goes_with_a_valid_value(field):
    refused = _told(field.refused)
    _type(field, "many")
    _type(field, "390")
    assert [refused[at][0] for at in range(len(refused))][1:] == [""]


def test_that_a_refusal_goes_when_the_old_value_is_confirmed(field):
    refused = _told(field.refused)
    _type(field, "many")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert refused[-1] == [""]


def _takes_undo(field):
    """Tell whether a field keeps undo from the window, as Qt asks it first."""
    undo = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, *undo)
    asked.ignore()
    QApplication.sendEvent(field, asked)
    return asked.isAccepted()


@pytest.mark.parametrize("text", ["many", "99999999"])
def test_that_undo_after_a_refusal_takes_back_that_alone(field, text):
    _type(field, "400")
    moved, refused = _told(field.moved), _told(field.refused)
    _type(field, text)
    assert _takes_undo(field)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert refused[-1] == [""]
    assert (field.kept, field.text(), moved) == (400.0, "400", [])
    assert not _takes_undo(field), "the next one is the window's"


def test_that_escape_gives_the_old_value_back_and_takes_the_refusal_away(field):
    moved, refused = _told(field.moved), _told(field.refused)
    _type(field, "many")
    assert len(refused) == 1
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert refused[1] == [""]
    QTest.keyClicks(field, "77")
    assert field.text() == "77"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.kept, len(moved)) == ("380", 380.0, 0)


def test_that_return_in_an_untouched_field_changes_nothing(field_of):
    field = field_of("center_sellable_target", 0.51428571)
    moved = _told(field.moved)
    assert field.text() == "51.43"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (field.kept, len(moved)) == (0.51428571, 0)


def test_that_a_share_is_typed_in_percent(field_of):
    share = field_of("center_sellable_target", 0.5)
    _type(share, "\N{FULLWIDTH DIGIT SIX}5 \N{FULLWIDTH PERCENT SIGN}")
    assert share.kept == 0.65


def test_that_a_field_shows_numbers_in_english_whatever_the_locale(field_of):
    before = QLocale()
    QLocale.setDefault(QLocale("ar_EG"))
    try:
        field = field_of("voucher_budget", 1390.5)
        assert field.text() == "1,390.5"
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert field.kept == 1390.5
    finally:
        QLocale.setDefault(before)


def test_that_a_step_first_takes_what_is_half_typed(field):
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "400")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.kept == 410.0


def test_that_steps_end_at_the_hard_range(field):
    field.show_value(9995.0)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (field.kept, field.text()) == (10_000.0, "10,000")


def test_that_a_run_of_keys_is_open_until_it_pauses(field, qtbot):
    moved, settled = _told(field.moved), _told(field.settled)
    for _ in range(5):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert [moved[at] for at in range(5)] == [[390.0 + 10 * at, False] for at in range(5)]
    assert not len(settled)
    qtbot.waitUntil(lambda: len(settled) == 1, timeout=A_PAUSE)


def test_that_the_wheel_changes_no_field_that_was_only_left_focused(field):
    assert field.hasFocus()
    assert not roll(field)
    assert field.kept == 380.0


def test_that_the_wheel_changes_the_field_that_the_hand_is_at(field):
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton)
    assert roll(field)
    assert roll(field)
    assert field.kept == 400.0


@pytest.mark.parametrize("end", [QEvent.Type.Leave, "return", "other"])
def test_that_the_wheel_scrolls_again_once_the_hand_is_off(field, end):
    QTest.mouseClick(field.lineEdit(), Qt.MouseButton.LeftButton)
    if end == "return":
        QTest.keyClick(field, Qt.Key.Key_Return)
    elif end == "other":
        field.window().findChildren(NumberField)[1].setFocus()
        field.setFocus()
    else:
        QApplication.sendEvent(field, QEvent(end))
    assert not roll(field)
    assert field.kept == 380.0


def _row(suanli, name):
    controls = suanli.window.side.levers.controls
    return controls[name].row


@pytest.mark.parametrize("control", ["slider", "field"])
@pytest.mark.parametrize("means", ["wheel", "keys"])
def test_that_a_run_of_notches_or_keys_is_one_step_of_the_history(suanli, qtbot, control, means):
    row = _row(suanli, PLAN)
    widget = getattr(row, control)
    document, start = suanli.document, lever_value(Scenario(), PLAN)
    widget.setFocus()
    if means == "wheel":
        at = widget.center_of(widget.value()).toPoint() if control == "slider" else QPoint(9, 9)
        target = widget if control == "slider" else widget.lineEdit()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)
    for _ in range(6):
        if means == "wheel":
            roll(widget)
        else:
            QTest.keyClick(widget, Qt.Key.Key_Up)
        QApplication.processEvents()
    assert document.undo_stack.count() == 1
    with qtbot.waitSignal(document.settled, timeout=A_PAUSE):
        pass
    assert lever_value(document.scenario, PLAN) > start
    QTest.keyClick(widget, Qt.Key.Key_Up)
    assert document.undo_stack.count() == 2
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert lever_value(document.scenario, PLAN) == start


def test_that_a_run_of_keys_on_a_range_is_one_step(suanli, qtbot):
    slider = next(iter(suanli.window.side.assumptions.controls.values())).row.slider
    for _ in range(4):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    assert suanli.document.undo_stack.count() == 1
    with qtbot.waitSignal(suanli.document.settled, timeout=A_PAUSE):
        pass
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert suanli.document.undo_stack.count() == 2


def test_that_a_run_that_was_undone_takes_nothing_more_in(document):
    from planner.model.scenario import with_lever

    def move(value):
        document.edit("Move", with_lever(document.scenario, PLAN, value), PLAN, final=False)

    move(390)
    document.undo_stack.undo()
    document.undo_stack.redo()
    move(400)
    assert document.undo_stack.count() == 2


def test_that_the_seed_and_the_number_of_futures_are_read_like_any_number(qtbot):
    dialog = PropertiesDialog(Scenario(seed=SEED_AT_MOST))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.seed.text() == str(SEED_AT_MOST)
    _type(dialog.futures, "2万")
    _type(dialog.last_year, "２０４０年")
    assert dialog.edited().last_year == 2040
    assert dialog.futures.text() == "20,000"
    assert dialog.edited().futures == 20_000
    assert dialog.edited().seed == SEED_AT_MOST


@pytest.mark.parametrize("text", ["1.5", "2 CNY", "", "0", "2,000,000"])
def test_that_a_dialog_stays_to_tell_what_it_refused(qtbot, text):
    dialog = PropertiesDialog(Scenario())
    qtbot.addWidget(dialog)
    dialog.show()
    accepted, refused = _told(dialog.accepted_scenario), _told(dialog.futures.refused)
    dialog.futures.lineEdit().selectAll()
    dialog.futures.lineEdit().insert(text)
    dialog.futures.interpretText()
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    ok.click()
    assert (dialog.isVisible(), len(accepted)) == (True, 0)
    assert "allowed are 1 to 1,000,000" in refused[0][0]
    assert (dialog.refused.isVisible(), dialog.refused.text()) == (True, refused[0][0])
    ok.click()
    assert len(accepted) == 1
    assert accepted[0][0] == Scenario()


def test_that_the_size_of_a_picture_is_read_like_any_number(qtbot):
    dialog = PictureSizeDialog(PictureSize())
    qtbot.addWidget(dialog)
    dialog.show()
    fields = (dialog.width_field, dialog.height_field, dialog.scale_field)
    for field, text in zip(fields, ("1.2k", "1,000", "1,5"), strict=True):
        field.lineEdit().setText(text)
        field.interpretText()
    assert dialog.size_chosen() == PictureSize(1200, 1000, 1.5)
    dialog.width_field.lineEdit().setText("800 apples")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert dialog.isVisible()
    assert dialog.size_chosen() == PictureSize(1200, 1000, 1.5)


def test_that_undo_from_a_field_is_the_window_s_unless_a_number_is_half_typed(qtbot):
    field = NumberField(scale_of_lever(model().levers["alibaba_plan"]), "Alibaba's plan")
    qtbot.addWidget(field)
    field.show_value(380.0)
    assert not _takes(field, Qt.Key.Key_Z)
    assert not _takes(field, Qt.Key.Key_E)
    QTest.keyClicks(field, "39")
    assert _takes(field, Qt.Key.Key_Z)


def _takes(field: NumberField, key: Qt.Key) -> bool:
    """Whether a field keeps a key held with Ctrl for itself, so that no command sees it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    field.event(event)
    return event.isAccepted()


@pytest.mark.parametrize("means", ["keys", "button"])
def test_that_a_number_half_typed_is_in_what_is_saved(suanli, tmp_path, qtbot, means):
    path = tmp_path / "a.scenario.json"
    assert suanli.saving.save_to(path)
    field = _row(suanli, PLAN).field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    QTest.keyClicks(field, "123")
    if means == "keys":
        QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    else:
        suanli.window.actions_["save"].trigger()
    qtbot.waitUntil(lambda: "123" in path.read_text("utf-8"))
    assert not suanli.document.is_dirty


def test_that_a_double_click_takes_a_number_whole_though_it_has_groups(suanli):
    field = _row(suanli, PLAN).field
    field.setValue(1120)
    QTest.mouseDClick(field.lineEdit(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert field.lineEdit().selectedText() == field.text() == "1,120"
    QTest.keyClicks(field, "900")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert lever_value(suanli.document.scenario, PLAN) == 900


def test_that_a_click_into_a_field_selects_the_whole_number_and_the_next_puts_the_cursor(
    field, qtbot
):
    line = field.lineEdit()
    field.clearFocus()
    place = line.rect().center()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(field.hasFocus)
    assert line.selectedText() == "380"
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=place)
    assert not line.hasSelectedText()


def test_that_the_pointer_may_select_a_part_of_the_number_at_once(field, qtbot):
    line = field.lineEdit()
    field.clearFocus()
    end = line.rect().center()
    end.setX(line.rect().right() - 1)
    start = end - QPoint(16, 0)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=start)
    qtbot.waitUntil(field.hasFocus)
    QTest.mouseMove(line, end)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=end)
    assert line.selectedText() in {"0", "80"}


def test_that_digits_typed_on_a_slider_begin_a_number_in_its_field(suanli):
    row = suanli.window.side.levers.row(PLAN)
    row.slider.setFocus()
    QTest.keyClicks(row.slider, "4")
    assert row.field.lineEdit().text() == "4"
    QTest.keyClicks(row.field, "80")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert lever_value(suanli.document.scenario, PLAN) == 480.0
