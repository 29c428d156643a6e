"""Equations wrap between their cells, and their names open by pointer and by keys."""

from PySide6.QtCore import QPointF, Qt

from planner.studies.inspect.node import Node
from tests.some import some
from ui.style.theme import DARK, LIGHT
from ui.widgets.inspect.flow import INDENT, Piece, flowed
from ui.widgets.inspect.formula_view import FormulaView
from ui.wording.inspect.formula import Cell

CELLS = (
    Cell("name", "Births", "328 a year", "Births: 328 a year", Node("births", "chengdu")),
    Cell("sign", "−", "= 213 a year", "Births − Deaths = 213 a year"),
    Cell("bracket", "("),
    Cell("name", "Deaths", "115 a year", "Deaths: 115 a year", Node("deaths", "chengdu"), True),
    Cell("bracket", ")"),
)


def _view(qtbot, width=600):
    view = FormulaView(LIGHT, "Equation")
    qtbot.addWidget(view)
    view.resize(width, 60)
    view.show_cells(CELLS, "Births less deaths.")
    view.show()
    return view


def test_that_a_line_breaks_where_there_is_no_room_and_never_before_a_closing_bracket():
    pieces = [Piece(100, is_bound=False), Piece(100, is_bound=False), Piece(10, is_bound=True)]
    assert {spot.line for spot in flowed(pieces, 300)} == {0}
    first, second, bracket = flowed(pieces, 210)
    assert (first.line, second.line, bracket.line) == (0, 1, 1)
    assert second.left == INDENT


def test_that_what_is_too_wide_for_any_line_stands_alone():
    spots = flowed([Piece(500, is_bound=False)] * 2, 100)
    assert [spot.line for spot in spots] == [0, 1]


def test_that_no_two_cells_lie_over_each_other_at_any_width(qtbot):
    for width in (120, 200, 600):
        view = _view(qtbot, width)
        places = [view.place_of(number) for number in range(len(CELLS))]
        for number, place in enumerate(some(places)):
            assert not any(place.intersects(other) for other in places[number + 1 :])
        assert view.heightForWidth(width) >= max(place.bottom() for place in places)


def test_that_a_click_on_a_name_opens_it_and_on_a_sign_nothing(qtbot):
    view = _view(qtbot)
    opened: list[Node] = []
    view.chosen.connect(opened.append)
    for number in (1, 3):
        point = view.place_of(number).center().toPoint()
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=point)
    assert opened == [Node("deaths", "chengdu")]


def test_that_keys_go_from_name_to_name_and_open_one(qtbot):
    view = _view(qtbot)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.accessibleName() == "Equation: Births: 328 a year"
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleName() == "Equation: Deaths: 115 a year"
    with qtbot.waitSignal(view.chosen) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [Node("deaths", "chengdu")]
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleName() == "Equation: Births: 328 a year"


def test_that_a_sign_stands_in_the_line_of_what_follows_it(qtbot):
    view = _view(qtbot, 120)
    sign, bracket, name = (view.place_of(number) for number in (1, 2, 3))
    assert sign.top() == bracket.top() == name.top() > view.place_of(0).top()


def test_that_the_equation_is_copied_by_its_menu_and_by_keys(qtbot):
    view = _view(qtbot)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert view.actions() == [view.copying]
    with qtbot.waitSignal(view.copied):
        qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(view.copied):
        view.copying.trigger()


def test_that_it_is_painted_in_both_themes_and_read_aloud(qtbot):
    view = _view(qtbot)
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.grab().toImage() != light
    assert view.accessibleDescription() == "Births less deaths."
    assert [part.value for part in view.accessible().parts][:2] == ["328 a year", "= 213 a year"]
    assert view.place_of(0).contains(QPointF(3, 10))
