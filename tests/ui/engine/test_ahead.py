"""What a click needs is imported before it, in a thread that ends between two modules."""

import sys
from functools import partial
from importlib import import_module
from threading import Event

import pytest
from PySide6.QtCore import QObject

from ui.engine.ahead import Ahead


@pytest.fixture
def owner(qapp):
    return QObject()


def _modules(folder, monkeypatch, **texts):
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(folder)


def _importing(*names):
    for name in names:
        import_module(name)
        yield


def test_that_modules_are_imported_once_begun_and_only_once(tmp_path, monkeypatch, qtbot, owner):
    _modules(tmp_path, monkeypatch, ahead_one="import ahead_two", ahead_two="")
    made = Ahead(partial(_importing, "ahead_one"), owner)
    assert "ahead_two" not in sys.modules
    made.begin()
    qtbot.waitUntil(lambda: "ahead_two" in sys.modules)
    monkeypatch.delitem(sys.modules, "ahead_two")
    made.begin()
    made.close()
    assert "ahead_two" not in sys.modules


def test_that_it_ends_between_two_modules(tmp_path, monkeypatch, owner):
    is_in, go_on = Event(), Event()
    monkeypatch.setattr(sys, "ahead", (is_in, go_on), raising=False)
    waiting = "import sys\nsys.ahead[0].set()\nsys.ahead[1].wait(30)\n"
    _modules(tmp_path, monkeypatch, ahead_one=waiting, ahead_two="")
    made = Ahead(partial(_importing, "ahead_one", "ahead_two"), owner)
    made.begin()
    assert is_in.wait(30)
    made.request_stop()
    go_on.set()
    made.close()
    assert "ahead_one" in sys.modules
    assert "ahead_two" not in sys.modules
