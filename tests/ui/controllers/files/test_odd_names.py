"""A file of any name opens, is locked, listed, shown and saved in the window."""

import os
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import quote_from_bytes

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from planner.files.scenario.scenario_file import read, write
from planner.model.scenario import Scenario, lever_value, with_lever
from planner.storage.address import path_of
from planner.storage.names import longest_name
from planner.storage.previous import backup_of
from planner.storage.sentences.file_error import shown_path
from planner.storage.sentences.readable import is_text, readable
from tests.reliability.reading.test_names import LEVER, NAMES
from tests.some import some
from ui.documents.locks import Locks, lock_path
from ui.process.state.settings import Settings
from ui.widgets.files.paths import chosen_path, folder_for_dialog

pytestmark = pytest.mark.skipif(
    os.name != "posix" or sys.platform == "darwin", reason="names are text on this system"
)


FEW = ("Chinese of Windows", "no letter at all", "left and right")


def _made(folder, name) -> Path:
    folder = folder / os.fsdecode("方案".encode("gbk"))
    folder.mkdir(exist_ok=True)
    path = folder / os.fsdecode(name)
    assert len(os.fsencode(path.name)) <= longest_name(folder)
    write(path, _with(400))
    return path


@pytest.fixture(params=FEW)
def path(request, tmp_path) -> Path:
    return _made(tmp_path, NAMES[request.param])


def _with(value):
    return with_lever(Scenario(title="Plan"), LEVER, value)


def _texts_of(menu):
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def _tip_of_row(suanli, document):
    model = suanli.window.shelf.scenarios.model
    return model.data(model.index_of(document), Qt.ItemDataRole.ToolTipRole)


def test_that_a_file_of_any_name_opens_is_locked_listed_and_saved(suanli, tmp_path):
    for name in some(NAMES.values()):
        path = _made(tmp_path, name)
        shown = shown_path(path.name)
        suanli.files.open_path(path)
        document = suanli.document
        assert document.path == path
        assert shown_path(path) in unescape(_tip_of_row(suanli, document))
        assert Locks().take("them", path).state == "taken"
        document.edit("Move", _with(500))
        suanli.saving.save(document)
        assert not document.is_dirty
        assert lever_value(read(path), LEVER) == 500
        assert lever_value(read(backup_of(path)), LEVER) == 400
        assert suanli.settings.recent_files()[0] == path
        assert Settings().recent_files()[0] == path, "kept for the next start"
        assert shown in _texts_of(suanli.window.menus["recent"])
        suanli.workspace.close(document)
        assert not lock_path(path).exists()
        suanli.window.menus["recent"].actions()[0].trigger()
        assert suanli.document.path == path
        suanli.workspace.close(suanli.document)


def test_that_a_file_of_any_name_opens_by_drop_and_by_address(suanli, path):
    address = "file://" + quote_from_bytes(os.fsencode(path))
    assert path_of(address) == path
    mime = QMimeData()
    mime.setUrls([QUrl.fromEncoded(address.encode())])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    suanli.window.dropEvent(drop)
    assert suanli.document.path == path


def test_that_what_a_dialog_chose_is_found_under_its_own_name(path):
    as_a_dialog_says = os.fsencode(path).decode("utf-8", errors="replace")
    assert chosen_path(as_a_dialog_says) == path
    new = Path(as_a_dialog_says).parent / "new.scenario.json"
    assert chosen_path(str(new)) == path.parent / "new.scenario.json"
    assert Path(folder_for_dialog(path.parent)) == path.parent.parent


def test_that_a_dialog_is_not_given_half_a_name(suanli, path):
    suanli.files.open_path(path)
    suanli.saving.ask_save_as(suanli.document)
    (dialog,) = suanli.window.findChildren(QFileDialog)
    (chosen,) = dialog.selectedFiles()
    wanted = path.name if is_text(path.name) else "plan.scenario.json"
    assert Path(chosen) == path.parent.parent / wanted
    dialog.reject()
    dialog.setParent(None)
    dialog.deleteLater()


def test_that_charts_and_numbers_go_to_files_of_any_name(drawn, tmp_path):
    path = _made(tmp_path, NAMES["Chinese of Windows"])
    for suffix in (".png", ".svg", ".csv"):
        beside = path.with_name(path.name[:40] + suffix)
        assert drawn.exports.write_chart(0, beside)
        assert beside.stat().st_size > 1000
    assert drawn.exports.write_report(path.with_name(path.name[:40] + ".html"))
    drawn.files.open_path(path.with_name(path.name[:40] + ".png"))
    assert drawn.document.path is None
    assert readable(path.parent) in readable(drawn.settings.text("export_folder"))


def test_that_a_dialog_begins_above_a_folder_that_is_no_text_without_asking_for_a_home():
    program = (
        "import os; from pathlib import Path\n"
        "from ui.widgets.files.paths import folder_for_dialog\n"
        "os.environ.pop('HOME', None); os.setuid(4242)\n"
        "print(folder_for_dialog(Path('/srv') / os.fsdecode(b'\\xd6\\xd0') / 'plans'))"
    )
    if os.geteuid() != 0:
        pytest.skip("only root can become a user without a home here")
    said = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert said.stdout == "/srv\n"
