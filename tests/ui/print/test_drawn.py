"""Answers of studies with their pictures: painted in any size, and small enough for a session."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.files.session.picture_fields import fits_a_file
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.explain.explain import explained
from planner.studies.future.futures import futures_of
from planner.studies.future.one import number_at
from planner.studies.matters.first_order import matters
from planner.studies.survive.surviving import surviving
from planner.studies.survive.worlds import worlds
from tests.reliability.reading.corpus_sessions import ANSWER
from tests.studies.solve.asked import CENTERS, asked, solved
from ui.charts.futures.drawing import DRAWN, future_lines
from ui.charts.shares.areas import areas_of
from ui.charts.shares.bars import share_bars
from ui.charts.waterfall.bars import waterfall_of
from ui.print.answers.drawn import (
    with_curve,
    with_lines,
    with_shares,
    with_waterfall,
    with_worlds,
)
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.recorded import recorded

FEW = Scenario(futures=DRAWN, last_year=2028)
FASTER = with_lever(FEW, "network_build_time", 2.0)
ABOUT = About("used_compute", "", 2028)


def _explained():
    shown = waterfall_of(to_the_end(explained(FEW, FASTER, ABOUT)), None)
    return with_waterfall(ANSWER, shown, 1)


def _lines():
    futures = to_the_end(futures_of(Projector(), FASTER, ABOUT))
    return with_lines(ANSWER, future_lines(futures, number_at(futures, 0.9)), 1)


def _matters():
    return to_the_end(matters(Projector(), FEW, ABOUT))


def _worlds():
    steps = surviving(Projector(), (FASTER,), ABOUT, among=worlds()[:2])
    return with_worlds(ANSWER, to_the_end(steps), (1,))


MADE = {
    "why": _explained,
    "what matters": lambda: with_shares(ANSWER, share_bars(_matters())),
    "what matters over the years": lambda: with_shares(ANSWER, areas_of(_matters())),
    "what it takes": lambda: with_curve(ANSWER, solved(asked(1700.0, CENTERS)), 0),
    "which future": _lines,
    "does it survive": _worlds,
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE.keys())
def test_that_an_answer_is_painted_and_its_picture_fits_a_session(qapp, made):
    answered = made()
    picture = AnswerPicture(answered, 400.0)
    image = QImage(400, round(picture.height), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    picture.paint(painter, 0, 0)
    painter.end()
    assert (np.array(image.constBits()) < 200).sum() > 300, "it shows something"
    kept = recorded(answered).answer.picture
    assert kept is not None
    assert fits_a_file(kept)
    assert len(kept.parts) > 10
