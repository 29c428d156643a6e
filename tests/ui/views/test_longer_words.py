"""Words that are two fifths longer than the English ones are cut nowhere without a tip."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.length import shortened
from tests.lengthening import longer_words  # noqa: F401 - a fixture
from tests.screenshots.cut import cut_texts
from tests.screenshots.scenes import FEW_FUTURES, SCENES, on_stage
from tests.some import some

SIZES = ((1440, 900), (1024, 600))
OF_QT = ("dialog-open", "dialog-save_as", "dialog-export_png", "dialog-export_numbers")
OURS = tuple(scene for scene in SCENES if scene not in OF_QT and not scene.startswith("menu-"))
DIALOGS = tuple(scene for scene in OURS if scene.startswith("dialog-"))
PLAYED = tuple(scene for scene in OURS if scene not in DIALOGS)
PANELS = (
    "changed",
    "place",
    "compare",
    "matrix",
    "path",
    "ask",
    "targets",
    "inspect",
    "story-editor",
    "sweep",
    "sweep-worlds",
    "sweep-tradeoffs",
    "sweep-misses",
)
"""A scene of each panel; the others show the same ones in another state."""
ON_THE_FIRST_PAGE = "⟦Move a lever, or start from a question. long long long long⟧"


@pytest.mark.usefixtures("longer_words")
@pytest.mark.parametrize("scene", shortened(PLAYED, PANELS))
def test_that_longer_words_are_cut_nowhere_without_a_tip(scene):
    with on_stage(SIZES[0], FEW_FUTURES) as stage:
        _assert_whole_at_every_size(stage, SCENES[scene](stage))


@pytest.mark.usefixtures("longer_words")
def test_that_longer_words_are_cut_in_no_dialog_without_a_tip(subtests):
    with on_stage(SIZES[0], FEW_FUTURES) as stage:
        for scene in some(DIALOGS):
            with subtests.test(scene):
                stage.suanli.window.resize(*SIZES[0])
                dialog = SCENES[scene](stage)
                assert dialog is not stage.suanli.window
                _assert_whole_at_every_size(stage, dialog)
                assert dialog.close()


def _assert_whole_at_every_size(stage, seen):
    for size in some(SIZES):
        stage.suanli.window.resize(*size)
        stage.settle()
        assert seen.isVisible()
        assert [text for text in cut_texts(seen) if ON_THE_FIRST_PAGE not in text] == []


def test_that_a_cut_label_would_be_seen(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel("far too long for so few pixels", page)
    label.resize(40, 20)
    assert cut_texts(page) == ["QLabel: far too long for so few pixels"]
    label.setToolTip("far too long for so few pixels")
    assert cut_texts(page) == []
