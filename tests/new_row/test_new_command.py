"""A new command is its row and its handler: no list elsewhere has to know it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROW = """
    Command(
        key="greet",
        text=marked("Commands", "G&reet the reader"),
        handler="help.show_greeting",
        menu="help",
        shortcuts=("Ctrl+Alt+G",),
    ),
)
"""
HANDLER = '''
    def show_greeting(self) -> None:
        """Show a greeting."""
        self._window.setObjectName("Good day")

    def show_about('''
USED = """
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.app import build
from ui.program import application
from ui.views.dialogs.shortcut_list import as_text, shortcut_groups
from ui.widgets.chooser import Chooser

application()
suanli = build(patience=60.0)
window = suanli.window
window.show()
QTest.qWait(1)
print([each.text() for each in window.menus["help"].actions()])
print([line for line in as_text(shortcut_groups()).splitlines() if "Greet" in line])
window.actions_["find"].trigger()
chooser = window.findChild(Chooser)
QTest.keyClicks(chooser.field, "greet reader")
QTest.keyClick(chooser.field, Qt.Key.Key_Return)
print([window.objectName()])
print(window.actions_["greet"].shortcut().toString())
suanli.close()
suanli.take_down()
"""


def _run(code, folder, state):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SUANLI_STATE_FOLDER": str(state),
        "PYTHONPATH": str(folder),
    }
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def _copy(folder):
    """Copy the window to a folder, the rest being where it is."""
    shutil.copytree(ROOT / "ui", folder / "ui", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("planner", "resources", "seeds", "pyproject.toml"):
        (folder / name).symlink_to(ROOT / name)


def _edit(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _add_row(folder):
    rows = folder / "ui" / "wording" / "commands" / "rows" / "help.py"
    text = rows.read_text("utf-8")
    assert text.endswith("),\n)\n")
    rows.write_text(text.removesuffix("\n)\n") + ROW, "utf-8")


def test_that_a_command_is_added_by_its_row_and_its_handler(tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    _copy(folder)
    _add_row(folder)
    _edit(folder / "ui" / "views" / "dialogs" / "help.py", "\n    def show_about(", HANDLER)
    done = _run(USED, folder, tmp_path / "state")
    assert done.returncode == 0, done.stderr
    menu, told, found, shortcut = done.stdout.splitlines()
    assert "G&reet the reader" in menu
    assert told == "['Greet the reader\\tCtrl+Alt+G']"
    assert found == "['Good day']"
    assert shortcut == "Ctrl+Alt+G"


def test_that_a_row_without_its_handler_stops_the_start(tmp_path):
    folder = tmp_path / "copy"
    folder.mkdir()
    _copy(folder)
    _add_row(folder)
    done = _run(USED, folder, tmp_path / "state")
    assert done.returncode != 0
    assert "the command greet names a handler there is not: help.show_greeting" in done.stderr
