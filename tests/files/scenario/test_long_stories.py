"""The longest stories: saved and read back, or told of before anything is replaced."""

import pytest

from planner.files.format.decode import COMMAS_AT_MOST
from planner.files.scenario.scenario_file import read, to_bytes, write
from planner.model.scenario import Scenario
from planner.storage.opening import BYTES_AT_MOST
from planner.storage.sentences.file_error import FileError
from tests.long_story import everything_changed, everything_dated, with_long_story


def test_that_a_story_of_30_steps_with_7_beside_each_is_saved_and_read_back(tmp_path):
    told = with_long_story(everything_changed(), 30)
    write(tmp_path / "a.scenario.json", told)
    assert read(tmp_path / "a.scenario.json") == told


def _too_long():
    """Return a story with too many bytes, and one with too many entries in fewer bytes."""
    return {
        "bytes": with_long_story(everything_changed(), 44),
        "entries": with_long_story(everything_dated(), 3),
    }


@pytest.mark.parametrize("what", ["bytes", "entries"])
def test_that_a_story_larger_than_a_file_is_told_of_and_the_old_file_stays(what, tmp_path):
    told, path = _too_long()[what], tmp_path / "a.scenario.json"
    data = to_bytes(told)
    assert (len(data) > BYTES_AT_MOST, data.count(b",") > COMMAS_AT_MOST) == (
        what == "bytes",
        what == "entries",
    )
    write(path, Scenario(title="Old"))
    with pytest.raises(FileError, match="cannot be saved: its story is larger") as refused:
        write(path, told)
    assert "remove bookmarks" in str(refused.value)
    assert read(path).title == "Old"
    assert list(tmp_path.iterdir()) == [path]
