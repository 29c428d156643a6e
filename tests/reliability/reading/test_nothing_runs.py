"""X3, X4 and X5: opening a file runs no code, calls no network, reads no other file."""

import ast
import contextlib
import sys
import tempfile
from pathlib import Path

import pytest

from planner.files.imports.scenario_workbook import (
    contents_of_workbook,
    is_named_as_workbook,
    open_workbook,
)
from planner.files.scenario.scenario_file import open_file
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import texts_in
from tests.reliability.reading.corpus_files import FOLDER, GOOD_WORKBOOK, expected, lay_out
from tests.reliability.reading.corpus_workbooks import WORKBOOKS

ROOT = Path(__file__).parents[3]
RUNNING = (
    "exec",
    "compile",
    "import",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "pickle",
)
TALKING = (
    "socket.",
    "subprocess.",
    "urllib.",
    "ctypes.",
    "http.",
    "ftplib.",
    "smtplib.",
    "webbrowser",
)


class Listener:
    """Hears what Python's audit hook hears while it listens; a hook cannot be removed."""

    def __init__(self):
        self.listening = False
        self.heard = []
        sys.addaudithook(self._hear)

    def _hear(self, event, arguments):
        if not self.listening:
            return
        asked = arguments[0] if arguments else ""
        opening = event == "open" and not isinstance(asked, int)  # a number is an open file
        if opening or event.startswith((*RUNNING, *TALKING)):
            self.heard.append((event, str(asked)))

    def events_of(self, path):
        """Return what is heard while a file is opened."""
        self.heard.clear()
        self.listening = True
        try:
            with contextlib.suppress(FileError):
                (open_workbook if is_named_as_workbook(path) else open_file)(path)
        finally:
            self.listening = False
        return list(self.heard)


@pytest.fixture(scope="module")
def listener():
    """Load the program's own code first, then listen."""
    for name in ("good.json", "list.json", "version-9.json", "unknown-lever.json"):
        with contextlib.suppress(FileError):
            open_file(FOLDER / name)
    contents_of_workbook(WORKBOOKS[GOOD_WORKBOOK](), GOOD_WORKBOOK)
    return Listener()


def test_that_opening_any_file_of_the_corpus_opens_that_file_and_nothing_else(listener, record):
    """X3."""
    texts_in("en")  # the program's own sentences are read once, when the first is said
    with tempfile.TemporaryDirectory() as name:
        lay_out(Path(name))
        heard = {}
        for each in expected():
            path = Path(name) / each["name"]
            heard[each["name"]] = listener.events_of(path)
            assert heard[each["name"]] in ([("open", str(path))], []), each["name"]
    assert sum(map(len, heard.values())) > 150
    record("X3", f"{len(heard)} files opened: 0 connections, 0 programs, 0 other files")


def test_that_the_listener_hears_what_it_listens_for(listener, tmp_path):
    import socket

    listener.heard.clear()
    listener.listening = True
    exec("1 + 1")  # noqa: S102
    socket.socket().close()
    (tmp_path / "x").write_text("")
    listener.listening = False
    assert {event for event, _ in listener.heard} >= {"exec", "compile", "open", "socket.__new__"}


BANNED = {
    "eval",
    "exec",
    "os.system",
    "os.popen",
    "pickle.load",
    "pickle.loads",
    "marshal.loads",
    "shelve.open",
    "pd.read_pickle",
    "pandas.read_pickle",
    "yaml.load",
    "__import__",
}
BANNED_MODULES = {"pickle", "marshal", "shelve", "yaml", "dill", "cloudpickle", "joblib"}


def _banned(tree):
    """Yield the line of every banned call, import and argument."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=function, keywords=keywords):
                given = {
                    word.arg
                    for word in keywords
                    if not (isinstance(word.value, ast.Constant) and word.value.value is False)
                }
                if ast.unparse(function) in BANNED or {"shell", "allow_pickle"} & given:
                    yield node.lineno
            case ast.Import(names=names):
                if BANNED_MODULES & {each.name.partition(".")[0] for each in names}:
                    yield node.lineno
            case ast.ImportFrom(module=module):
                if (module or "").partition(".")[0] in BANNED_MODULES:
                    yield node.lineno


def test_that_the_program_has_no_call_that_runs_what_it_reads(record):
    """X4."""
    planted = ast.parse("import pickle\neval('1')\nf(shell=True)\nnp.load(x, allow_pickle=True)")
    assert len(list(_banned(planted))) == 4
    paths = [path for part in ("planner", "ui") for path in (ROOT / part).rglob("*.py")]
    found = [
        path.relative_to(ROOT).as_posix()
        for path in paths
        for _ in _banned(ast.parse(path.read_text("utf-8")))
    ]
    assert len(paths) > 100
    assert not found
    record("X4", f"{len(paths)} modules: {len(found)} banned calls")


ADDRESSES = (
    '"scheduler": "tcp://198.51.100.7:8786"',
    '"scheduler_address": "tls://198.51.100.7:8786"',
    '"cluster": {"address": "198.51.100.7"}',
    '"dask": "tcp://198.51.100.7:8786"',
    '"workers": ["198.51.100.7"]',
)


def test_that_a_scenario_that_names_a_scheduler_reaches_nobody(listener, tmp_path, record):
    """X5."""
    good = (FOLDER / "good.json").read_text("utf-8")
    for number, address in enumerate(ADDRESSES):
        for at in ('"seed"', '"alibaba_plan"'):
            path = tmp_path / f"{number}.json"
            path.write_text(good.replace(at, f"{address}, {at}"), "utf-8")
            assert listener.events_of(path) == [("open", str(path))]
            with pytest.raises(FileError, match=r"there is no (field|lever)"):
                open_file(path)
    record("X5", f"{len(ADDRESSES) * 2} scenarios that name a scheduler: refused, 0 connections")
