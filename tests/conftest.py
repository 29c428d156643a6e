"""What holds for every test: no screen, folders of its own, and no window left behind."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest_plugins = ("tests.figures", "tests.length")


def _collect_as_a_start_does() -> None:
    """Import tests as the program imports itself: by Python, and without a search for garbage.

    Qt's binding would read the source of each module, and what is imported is no garbage.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    from ui.process.imports import import_as_python_does

    import_as_python_does()


_collect_as_a_start_does()


def pytest_configure(config: pytest.Config) -> None:
    """Keep compiled kernels from run to run.

    Code is compiled once, also where nothing may be written beside it, and programs that tests
    start find it compiled, as they do on a user's machine.
    """
    cache = config.cache
    assert cache is not None, "the cache plugin of pytest keeps the compiled kernels"
    os.environ.setdefault("SUANLI_CACHE_FOLDER", str(cache.mkdir("suanli")))
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(cache.mkdir("bytecode")))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.pycache_prefix, sys.dont_write_bytecode = os.environ["PYTHONPYCACHEPREFIX"], False


def pytest_collection_finish(session: pytest.Session) -> None:
    """Let what was collected be no garbage: searching through it would slow every later search."""
    gc.collect()
    gc.freeze()
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Search no later for garbage in what a module of tests has imported and keeps: it only grows.

    Only once its last test has let go of what it was given, which would stay for good otherwise.
    """
    done = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return done


@pytest.fixture(scope="session", autouse=True)
def _folders_of_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's settings and state out of fixtures that outlive a test."""
    with pytest.MonkeyPatch.context() as patch:
        _move_folders(patch, tmp_path_factory.mktemp("session"))
        yield


@pytest.fixture(autouse=True)
def _folders_of_the_test(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test settings and state of its own, empty."""
    _move_folders(monkeypatch, tmp_path / "own")


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_on_the_clipboard() -> Iterator[None]:
    """Empty the clipboard that has no screen: Qt would drop what lies on it after Python's end."""
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtGui import QGuiApplication

        if QGuiApplication.instance() is not None:
            QGuiApplication.clipboard().clear()


def _move_folders(patch: pytest.MonkeyPatch, folder: Path) -> None:
    patch.setenv("SUANLI_STATE_FOLDER", str(folder / "state"))


@pytest.fixture(autouse=True)
def _no_window_is_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window behind: the next test would see it."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("qapp")
    before = set(_windows())
    yield
    _delete_what_is_due()
    left = [window for window in _windows() if window not in before]
    if left:  # what was deleted first may have freed more
        _delete_what_is_due()
        left = [window for window in left if window in _windows()]
    names = ", ".join(f"{type(window).__name__} {window.windowTitle()!r}" for window in left)
    if left:
        for window in left:
            window.deleteLater()
        _delete_what_is_due()
    assert not names, f"left behind: {names}; give it to qtbot.addWidget, or a parent"


def _windows() -> list["QWidget"]:
    from PySide6.QtWidgets import QApplication

    return QApplication.topLevelWidgets()


def _delete_what_is_due() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
