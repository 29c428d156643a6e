"""X1: what users and files call things is shown letter by letter, wherever it is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtOfGui
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel

from planner.model.scenario import Scenario, with_lever
from planner.storage.sentences.direction import isolated
from tests.some import some
from tests.ui.conftest import drawn, suanli  # noqa: F401 - fixtures
from ui.widgets.question import CANCEL, Question
from ui.wording.literal import literal_action, literal_tip

PAYLOADS = (
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "<img src=/etc/passwd>",
    "<a href='https://example.com'>link</a>",
    "<style>*{color:red}</style>",
    "<!-- gone -->",
    "<table><tr><td>cell</td></tr></table>",
    "<br>line",
    "</p></body></html>",
    "<?xml version='1.0'?>",
    "5 < 7",
    "7 > 5",
    "A & B",
    "&amp;",
    "&lt;b&gt;",
    "&#65;",
    "&File",
    "&&",
    "{0} {name} {count}",
    "%s %d %n %1",
    "[*]",
    "[*][*]",
    "a  b   c",
    "\\u0041\\n",
    "$x$ `code` *star* _under_",
    "# heading",
    "=1+1",
    "../../x",
    "“quotes” ‘and’ «more»",
    "算力 🇮🇹 e\u0301",
)


def _read(text):
    """Return what a reader sees of a text that Qt shows as it thinks best."""
    if not QtOfGui.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def _unescaped(action):
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _places(suanli, title, path):  # noqa: F811
    """Yield every place that shows the title of a scenario or the name of its file."""
    window, document = suanli.window, suanli.document
    rows = window.shelf.scenarios.model
    index = rows.index_of(document)
    yield "list", rows.data(index, Qt.ItemDataRole.EditRole), title
    tip = _read(rows.data(index, Qt.ItemDataRole.ToolTipRole))
    yield "tip of the list", tip.split("\n")[0], title
    shown_title = window.windowTitle().replace("[*][*]", "\0").replace("[*]", "")
    yield "window", shown_title.replace("\0", "[*]"), f"{isolated(title)} – Suanli"
    window.notice.tell(f"{path}: {title}")
    yield "notice", _literally(window.notice.sentence), f"{path}: {title}"
    window.bars.remark(document, "remark", title)
    yield "bar", _literally(window.bars.bars["remark"].sentence), title


def _literally(label):
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    return label.text()


def _name_for_a_file(payload):
    return payload.replace("/", "_") + ".scenario.json"


def test_that_titles_and_file_names_are_shown_letter_by_letter(
    drawn,  # noqa: F811
    tmp_path,
    record,
):
    seen = 0
    for payload in PAYLOADS:
        document = drawn.workspace.open(with_lever(Scenario(title="A"), "network_build_time", 7))
        path = tmp_path / _name_for_a_file(payload)
        assert drawn.saving.save_to(path), payload
        document.rename(payload)
        for place, shown, expected in _places(drawn, payload, path):
            assert shown == expected, (place, payload)
            seen += 1
        seen += _asked_literally(drawn, document)
        drawn.window.menus["recent"].aboutToShow.emit()
        newest = drawn.window.menus["recent"].actions()[0]
        assert _unescaped(newest) == " ".join(path.name.split())
        assert _read(newest.toolTip()) == str(path)
        drawn.workspace.close(document)
        seen += 2
    record("X1", f"{len(PAYLOADS)} payloads, {seen} texts shown: all literal")


def _asked_literally(suanli, document):  # noqa: F811
    suanli.closing.close(suanli.document)
    (box,) = (b for b in suanli.window.findChildren(Question) if b.isVisible())
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert suanli.workspace.name(document) in box.text()
    box.choose(CANCEL)
    box.setParent(None)
    box.deleteLater()
    return 1


def test_that_charts_name_other_scenarios_letter_by_letter(drawn, qtbot):  # noqa: F811
    first = drawn.document
    for payload in some(PAYLOADS[:3]):
        first.edit(
            "Rename", replace(with_lever(Scenario(), "network_build_time", 9), title=payload)
        )
        other = drawn.workspace.open(with_lever(Scenario(title="B"), "network_build_time", 4))

        def is_drawn(title=payload):
            picture = drawn.window.center.charts.views[0].picture
            return any(curve.name == title for curve in picture.curves)

        qtbot.waitUntil(is_drawn, timeout=20_000)
        drawn.workspace.close(other)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_that_the_choke_point_keeps_every_letter(payload):
    assert _read(literal_tip(payload)) == payload
    assert literal_action(payload).replace("&&", "&") == " ".join(payload.split())
    assert not literal_tip("")
