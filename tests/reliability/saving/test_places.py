"""S5 and S6: odd and forbidden places; each save succeeds whole or is refused in one sentence."""

import os
import stat
import tempfile
import time
from pathlib import Path

import pytest

from planner.files.scenario.scenario_file import read, to_bytes, write
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.message import Message
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.nobody import as_nobody

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes of POSIX")

OLD, NEW = Scenario(title="Old"), Scenario(title="New")


@pytest.fixture
def folder():
    """Return a folder that anybody may enter and write to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)
        for closed in Path(name).rglob("closed"):
            closed.chmod(0o777)  # so that it can be removed


def _cause(error):
    cause = error.message.values["cause"]
    assert isinstance(cause, Message)
    return cause.key


def _read_only_folder(folder):
    (folder / "closed").mkdir()
    (folder / "closed").chmod(0o555)
    return folder / "closed" / "a"


def _read_only_file(folder):
    (folder / "a").write_bytes(to_bytes(OLD))
    (folder / "a").chmod(0o444)
    return folder / "a"


def _file_of_another(folder):
    (folder / "closed").mkdir()
    (folder / "closed" / "a").write_bytes(to_bytes(OLD))
    (folder / "closed" / "a").chmod(0o666)
    (folder / "closed").chmod(0o755 if os.geteuid() == 0 else 0o555)
    return folder / "closed" / "a"


def _circle(folder):
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    return folder / "a"


def _below_a_file(folder):
    (folder / "a").write_bytes(to_bytes(OLD))
    return folder / "a" / "b"


REFUSED = {
    "a folder that may not be written": (_read_only_folder, "access_denied"),
    "a file that may not be written": (_read_only_file, "file_read_only"),
    "a file in a folder of another": (_file_of_another, "access_denied"),
    "the device that is always full": (lambda _: Path("/dev/full"), "not_a_file"),
    "a folder that is gone": (lambda folder: folder / "gone" / "a", "not_there"),
    "a folder": (lambda folder: folder, "is_a_folder"),
    "a name of 256 bytes": (lambda folder: folder / ("x" * 256), "name_too_long"),
    "a name with a NUL": (lambda folder: folder / "a\0b", "name_impossible"),
    "links in a circle": (_circle, "links_in_a_circle"),
    "a place below a file as in a folder": (_below_a_file, "not_a_folder"),
}
TAKEN = (
    "x" * 255,
    "two\nlines",
    "%n 100 % {0}",
    "算力.json",
    "🇮🇹 👩\u200d👩\u200d👧",
    " ",
    "-rf",
    "é" * 127,
)


def test_that_every_forbidden_place_gives_one_sentence(folder, record):
    """S5."""
    for case, (place, why) in REFUSED.items():
        case_folder = folder / case
        case_folder.mkdir()
        case_folder.chmod(0o777)
        path = place(case_folder)
        before = sorted(each.name for each in case_folder.rglob("*"))
        with as_nobody(), pytest.raises(FileError) as refused:
            write(path, NEW, backup=True)
        assert _cause(refused.value) == why, case
        for language in LANGUAGES:
            said = refused.value.sentence(language)
            assert "\n" not in said, case
            assert "\0" not in said, case
        assert sorted(each.name for each in case_folder.rglob("*")) == before, case
        if " file " in case:
            assert read(path if path.is_file() else path.parent) == OLD
    for name in TAKEN:
        with as_nobody():
            write(folder / name, NEW, backup=True)
            write(folder / name, OLD, backup=True)
            assert read(folder / name) == OLD
    record("S5", f"{len(REFUSED)} places refused in one sentence, {len(TAKEN)} odd names saved")


def test_that_links_modes_and_what_is_no_file_are_respected(folder, record):
    """S6."""
    begin = time.perf_counter()
    (folder / "target").write_bytes(to_bytes(OLD))
    (folder / "target").chmod(0o640)
    (folder / "link").symlink_to("target")
    os.link(folder / "target", folder / "other name")
    write(folder / "link", NEW)
    assert (folder / "link").is_symlink()
    assert read(folder / "target") == read(folder / "link") == NEW
    assert stat.S_IMODE((folder / "target").stat().st_mode) == 0o640
    assert read(folder / "other name") == OLD

    (folder / "dangling").symlink_to("gone")
    os.mkfifo(folder / "pipe")
    for name, why in (("dangling", "dangling_link"), ("pipe", "not_a_file")):
        with pytest.raises(FileError) as refused:
            write(folder / name, NEW)
        assert _cause(refused.value) == why
        with pytest.raises(FileError):
            read(folder / name)
    assert not (folder / "gone").exists()
    seconds = time.perf_counter() - begin
    assert seconds < 1
    record("S6", f"link, mode 0640, hard link, dangling link, pipe: as told, in {seconds:.2f} s")
