"""Where the first minute stands: above the charts, the questions in place of cards and sentences.

It knows neither when they come nor what they do. Floor: views.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.views.first.guide_bar import GuideBar
from ui.views.first.question_row import QuestionRow
from ui.wording.first.questions import QUESTIONS


class FirstPlace:
    """Puts one of two widgets on top of a layout, or neither."""

    def __init__(self, layout: QBoxLayout, usual: Sequence[QWidget]) -> None:
        """Stand on top of a layout, the questions in place of the `usual` widgets."""
        self._usual = tuple(usual)
        self.questions = QuestionRow(QUESTIONS)
        self.guide = GuideBar()
        for number, each in enumerate((self.questions, self.guide)):
            each.hide()
            layout.insertWidget(number, each)

    @property
    def has_questions(self) -> bool:
        """Whether the questions stand there."""
        return not self.questions.isHidden()

    def show_questions(self, shown: bool) -> None:
        """Show the questions, or what they stand in place of."""
        if shown != self.has_questions:
            self.questions.setVisible(shown)
            for each in self._usual:
                each.setVisible(not shown)
