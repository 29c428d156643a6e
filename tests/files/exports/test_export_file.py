"""No export replaces a scenario, whatever its name is given to."""

import pytest

from planner.files.exports.export_file import (
    check_export,
    check_in_folder,
    make_folder,
    write_export,
)
from planner.files.scenario.picture import with_scenario
from planner.files.scenario.scenario_file import read, write
from planner.files.session.session import Session, SessionScenario
from planner.files.session.session_file import session_to_bytes
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError
from tests.files.scenario.test_picture import PNG as PICTURE

MINE = Scenario(title="Mine")


@pytest.fixture
def scenario(tmp_path):
    write(tmp_path / "a", MINE)
    return tmp_path / "a"


def test_that_a_table_replaces_a_table(tmp_path):
    for data in (b"old", b"new"):
        check_export(tmp_path / "a.csv")
        assert write_export(tmp_path / "a.csv", data) == ()
    assert (tmp_path / "a.csv").read_bytes() == b"new"


@pytest.mark.parametrize("data", [b"scenario,time\n", PICTURE], ids=["table", "picture"])
def test_that_a_scenario_stays_whatever_would_replace_it(scenario, data):
    with pytest.raises(FileError, match="cannot be saved"):
        write_export(scenario, data)
    with pytest.raises(FileError, match="cannot be saved"):
        check_export(scenario)
    assert read(scenario) == MINE


def test_that_a_picture_with_a_scenario_is_replaced_by_a_picture_alone(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(with_scenario(PICTURE, MINE))
    with pytest.raises(FileError, match="cannot be saved"):
        write_export(path, b"scenario,time\n")
    check_export(path, by_picture=True)
    write_export(path, PICTURE)
    assert path.read_bytes() == PICTURE


def test_that_a_damaged_scenario_counts_as_what_its_name_says(tmp_path):
    for name, is_kept in (("a.scenario.json", True), ("a.json", False)):
        (tmp_path / name).write_bytes(b"{half")
        if is_kept:
            with pytest.raises(FileError, match="cannot be saved"):
                check_export(tmp_path / name)
        else:
            check_export(tmp_path / name)


def test_that_a_folder_is_made_and_a_file_in_its_place_is_told(tmp_path):
    make_folder(tmp_path / "new" / "charts")
    assert (tmp_path / "new" / "charts").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="file"):
        make_folder(tmp_path / "file")


@pytest.mark.parametrize("name", ["mine.suanli", "mine.csv"])
def test_that_a_session_stays_under_any_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(session_to_bytes(Session((SessionScenario(MINE),))))
    before = path.read_bytes()
    with pytest.raises(FileError, match="is a session and stays as it is"):
        check_export(path)
    with pytest.raises(FileError, match="is a session and stays as it is"):
        write_export(path, b"scenario,time\n")
    assert path.read_bytes() == before


DRAWN = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<svg width="9mm"\n version="1.1">\n'
    b"<desc>Used compute. Suanli, 27 November 2026.</desc><rect/></svg>"
)
FOREIGN = {
    "a.png": PICTURE,
    "a.svg": b"<svg><desc>a cat</desc>Suanli</svg>",
    "edited.svg": DRAWN.replace(b"<svg width", b"<svg\n   width").replace(b"<rect/>", b"<path/>"),
    "told of.svg": b"<svg><desc>What Suanli says, drawn by hand</desc></svg>",
    "a.pdf": b"%PDF-1.4\n",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_that_what_suanli_did_not_draw_stays_in_a_folder_of_pictures(tmp_path, name):
    check_in_folder(tmp_path / name, by_picture=True)
    (tmp_path / name).write_bytes(FOREIGN[name])
    with pytest.raises(FileError, match="was not drawn by Suanli and stays as it is"):
        check_in_folder(tmp_path / name, by_picture=True)
    check_export(tmp_path / name)
