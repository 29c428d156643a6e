"""Values of a list stand on the lines they are told in, and rows apart from each other."""

from PySide6.QtGui import QFontMetrics

from planner.studies.inspect.node import Node
from ui.style.theme import LIGHT
from ui.widgets.inspect.outline_view import OutlineView
from ui.wording.inspect.outlines import OutlineRow


def test_that_a_value_takes_no_more_lines_than_it_is_told_in(qtbot):
    view = OutlineView(LIGHT, "Inputs", ("Input", "Value"))
    qtbot.addWidget(view)
    view.resize(300, 400)
    told = "1,182 EFLOPS\nwas 1,342 EFLOPS\n82% ±2 of spread"
    row = OutlineRow(
        name="+ Used compute (Local and western centers, all of them)",
        value=told,
        node=Node("used_compute", ""),
    )
    view.show_rows((row,))
    view.show()
    qtbot.waitExposed(view)
    shown = view.topLevelItem(0)
    assert shown is not None
    metrics = QFontMetrics(shown.font(1))
    widest = max(metrics.horizontalAdvance(line) for line in told.splitlines())
    assert view.columnWidth(1) >= widest
    assert view.columnWidth(1) <= 0.65 * view.width()


def test_that_only_rows_that_changed_are_filled_anew(qtbot):
    view = OutlineView(LIGHT, "Inputs", ("Input", "Value"))
    qtbot.addWidget(view)
    view.show_rows((OutlineRow("rent", "1"), OutlineRow("power", "2")))
    changed = []
    view.itemChanged.connect(lambda item: changed.append(item.text(0)))
    view.show_rows((OutlineRow("rent", "1"), OutlineRow("power", "3")))
    assert set(changed) == {"power"}
    shown = view.topLevelItem(1)
    assert shown is not None
    assert shown.text(1) == "3"


def test_that_a_chinese_name_does_not_break_within_its_brackets(qtbot):
    view = OutlineView(LIGHT, "Inputs", ("Input", "Value"))
    qtbot.addWidget(view)
    name = "\u4f01\u4e1a\u6570\uff08\u5317\u4eac\uff09"
    view.show_rows((OutlineRow(name, "1"), OutlineRow("Firms (Beijing)", "1")))
    shown, english = view.topLevelItem(0), view.topLevelItem(1)
    assert shown is not None
    assert english is not None
    joiner = "\N{WORD JOINER}"
    assert shown.text(0) == name[:3] + joiner.join(name[3:])
    assert english.text(0) == "Firms (Beijing)"
