"""Pictures of answers as a session keeps them: taken down, painted again, and the same to see."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from planner.files.session.picture_fields import fits_a_file
from planner.studies.answers.picture import Clip, Lettering, Outline
from tests.reliability.reading.corpus_sessions import ANSWER, PAINTED
from ui.engine.answered import Answered
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.recorded import WIDE, WIDTH, recorded, seen_points
from ui.print.answers.repainted import path_of, reopened
from ui.style.theme import font

CURVE = [QPointF(x, 100 + 40 * np.sin(x / 30)) for x in range(0, 300, 2)]


def _painted(painter, rect, theme):
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(QRectF(10, 10, 120, 40), 5, 5)
    painter.fillRect(QRectF(150, 10, 60, 40), QColor(255, 0, 0, 60))
    painter.setBrush(QColor("#00aa00"))
    painter.drawEllipse(QPointF(250, 30), 20, 20)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setClipRect(QRectF(0, 60, 250, 150))
    pen = QPen(QColor("#222222"), 2)
    pen.setDashPattern([4, 2])
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(CURVE))
    painter.setClipping(False)
    painter.setFont(font(14, bold=True))
    painter.drawText(QPointF(10, 190), "+12 enterprises < 13")
    painter.translate(300, 190)
    painter.rotate(-90)
    painter.drawText(QPointF(0, 0), "turned")


DRAWN = Answered(ANSWER, _painted, 0.5)


def _taken_down(answered):
    picture = recorded(answered).answer.picture
    assert picture is not None
    return picture


def _pixels(answered):
    image = QImage(400, 200, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    AnswerPicture(answered, WIDTH).paint(painter, 0, 0)
    painter.end()
    return np.array(image.constBits(), dtype=np.int64).reshape(200, -1)[:, :400]


def test_that_a_picture_taken_down_looks_as_it_was_drawn(qapp):
    kept = recorded(DRAWN)
    drawn, again = _pixels(DRAWN), _pixels(reopened(kept.answer))
    assert (drawn < 200).sum() > 3000, "it has drawn something"
    assert np.abs(drawn - again).mean() < 1.0
    assert (np.abs(drawn - again) > 100).mean() < 0.01


def test_that_shapes_texts_and_clips_are_taken_down_as_what_they_are(qapp):
    picture = _taken_down(DRAWN)
    assert (picture.width, picture.height, picture.is_wide) == (WIDTH, 200.0, False)
    assert fits_a_file(picture)
    texts = [each for each in picture.parts if isinstance(each, Lettering)]
    assert [(each.text, each.turned) for each in texts] == [
        ("+12 enterprises < 13", 0.0),
        ("turned", -90.0),
    ]
    assert all(each.is_bold for each in texts)
    assert Clip(0.0, 60.0, 250.0, 150.0) in picture.parts
    outlines = [each for each in picture.parts if isinstance(each, Outline)]
    (dashed,) = (each for each in outlines if each.dashes)
    assert dashed.dashes == (4.0, 2.0)
    assert dashed.path.count("L") < len(CURVE) / 2, "points that are not seen are left out"
    assert "#3cff0000" in {each.fill for each in outlines}


def test_that_an_answer_without_a_picture_stays_without_one(qapp):
    assert recorded(Answered(ANSWER)) == Answered(ANSWER)
    assert reopened(ANSWER) == Answered(ANSWER)


def test_that_a_wide_picture_is_taken_down_and_comes_back_wide(qapp):
    wide = Answered(ANSWER, _painted, 0.3, is_wide=True)
    assert _taken_down(wide).width == WIDE
    assert reopened(recorded(wide).answer).is_wide


def test_that_a_kept_picture_has_the_proportions_it_was_drawn_in(qapp):
    again = reopened(PAINTED)
    assert AnswerPicture(again, 200.0).height == pytest.approx(110.0)
    assert b"+12" in AnswerPicture(again, 200.0).svg()


def test_that_a_line_keeps_the_points_by_which_it_is_seen():
    straight = np.array([[0.0, 0.0], [1.0, 0.1], [2.0, 0.0], [3.0, 5.0], [3.0, 5.0], [4.0, 0.0]])
    assert list(seen_points(straight, 0.25)) == [True, False, True, True, False, True]
    ring = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]])
    assert seen_points(ring, 0.25).all()


def test_that_a_path_is_read_with_its_curves_and_closings():
    path = path_of("M 0 0 L 10 0 C 10 5 5 10 0 10 Z")
    assert path.boundingRect().height() == pytest.approx(10.0)
    assert path.currentPosition() == QPointF(0, 0)
