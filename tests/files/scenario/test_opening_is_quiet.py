"""Opening a scenario file reads that file: it runs no program, calls no network, opens no other."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.files.scenario import scenario_file
from planner.storage.sentences.file_error import FileError

EXAMPLES = sorted((Path(__file__).parents[3] / "resources/examples").glob("*.scenario.json"))
RUNNING = ("exec", "compile", "import", "os.system", "os.exec", "os.posix_spawn", "os.fork")
TALKING = ("socket.", "subprocess.", "urllib.", "ctypes.")
HOSTILE = (
    "{\"title\": \"__import__('os').system('true')\"}",
    '{"$ref": "http://127.0.0.1/schema.json", "$schema": "file:///etc/hosts"}',
    '{"py/object": "os.system", "__class__": "subprocess.Popen"}',
    "!!python/object/apply:os.system ['true']",
)
heard: list[tuple[str, str]] = []
listening = False


def _listen(event: str, arguments: tuple[object, ...]) -> None:
    asked = arguments[0] if arguments else ""
    opening = event == "open" and not isinstance(asked, int)  # a number is an open file
    if listening and (opening or event in RUNNING or event.startswith(TALKING)):
        heard.append((event, str(asked)))


@contextlib.contextmanager
def _heard() -> Iterator[list[tuple[str, str]]]:
    """Yield what Python's audit hook hears while the block runs; a hook cannot be removed."""
    global listening  # noqa: PLW0603
    heard.clear()
    listening = True
    try:
        yield heard
    finally:
        listening = False


@pytest.fixture(scope="module", autouse=True)
def _ready() -> None:
    """Load the validator before listening: it is the program's own code."""
    for path in EXAMPLES:
        scenario_file.read(path)
    sys.addaudithook(_listen)


def _events(path: Path) -> list[tuple[str, str]]:
    with _heard() as events, contextlib.suppress(FileError):
        scenario_file.read(path)
    return list(events)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_that_opening_an_example_reads_that_file_and_does_nothing_else(path):
    assert _events(path) == [("open", str(path))]


@pytest.mark.parametrize("text", HOSTILE)
def test_that_a_hostile_file_gets_nothing_done(text, tmp_path):
    path = tmp_path / "hostile.scenario.json"
    path.write_text(text)
    assert _events(path) == [("open", str(path))]


def test_that_the_listener_hears_what_it_listens_for(tmp_path):
    with _heard() as events:
        exec("1 + 1")  # noqa: S102
        (tmp_path / "other").touch()
        with (tmp_path / "other").open():
            pass
    assert {"exec", "compile", "open"} <= {event for event, _ in events}
