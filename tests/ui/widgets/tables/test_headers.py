"""Headers of tables: names get the room they want, and are cut in the middle where it ends."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter, QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui.style.theme import LIGHT, TEXT_PIXELS, font
from ui.widgets.tables.headers import NameHeader, paint_name, width_of


class _Names(NameHeader):
    def wanted(self, section):
        return width_of(self.plain, self.text(section))


@pytest.fixture
def table(qtbot):
    """A table whose two rows have names."""
    made = QTableView()
    qtbot.addWidget(made)
    made.setModel(QStandardItemModel(2, 1, made))
    made.setVerticalHeader(_Names(LIGHT, made))
    return made


def _fitted(table, width, *names):
    table.resize(width, 300)
    table.model().setVerticalHeaderLabels(names)
    header = table.verticalHeader()
    header.fit()
    return header.width()


def test_that_names_get_what_the_widest_wants_within_limits_and_a_share_of_the_table(table):
    name = "A name of middling length"
    wanted = width_of(font(TEXT_PIXELS), name)
    assert 120 < wanted < NameHeader.most
    assert _fitted(table, 1000, "Short", name) == wanted
    assert _fitted(table, 1000, "Short", "Shorter") == 120
    assert _fitted(table, 1000, "Short", 9 * name) == NameHeader.most
    assert _fitted(table, 500, "Short", 9 * name) == round(NameHeader.share * 500)


def test_that_a_name_is_cut_where_its_room_ends_and_says_where_it_does(qapp):
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    painter, used = QPainter(image), font(TEXT_PIXELS)
    room = QRect(10, 0, 100, 40)
    assert paint_name(painter, used, room, "Short") == 10 + width_of(used, "Short")
    end = paint_name(painter, used, room, "A name that has no room here")
    assert 80 < end <= room.right() + 1
    painter.end()


def test_that_names_which_begin_alike_are_told_apart_where_both_are_cut(qapp):
    pictures = []
    for name in ("Budget per i voucher, Shanghai", "Budget per i voucher, Chengdu"):
        image = QImage(120, 24, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        assert paint_name(painter, font(TEXT_PIXELS), QRect(0, 0, 120, 24), name) <= 120
        painter.end()
        pictures.append(image)
    assert pictures[0] != pictures[1]
