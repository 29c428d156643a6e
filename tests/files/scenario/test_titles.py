"""Names made from titles fit every file system, and two titles do not get one file."""

import os
import re
import unicodedata

import pytest

from planner.files.scenario.titles import file_name_of, short_name, told_apart
from planner.storage.locks.lock import lock_path
from planner.storage.names import SCENARIO_ENDING
from planner.storage.previous import backup_of
from planner.storage.temporary import temporary_beside

ENCRYPTED = 143  # bytes of a name that an encrypted home folder takes
TITLES = {
    "four bytes a letter": "𠀀" * 60,
    "three bytes a letter": "算" * 200,
    "a mark on every letter": "x\u0301\u0302" * 60,
    "vowel signs": "हिन्दी" * 30,
    "one word": "x" * 200,
    "words": "Centers at sixty percent " * 8,
    "pictures": "🇮🇹👩\u200d👩\u200d👧" * 20,
    "half a character": "\ud800" * 60,
}


def _bytes(name):
    return len(os.fsencode(name))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize(
    ("beginning", "ending"),
    [("", SCENARIO_ENDING), ("enterprises-each-difference.", ".svg"), ("", ".xlsx")],
)
def test_that_a_name_leaves_room_for_all_that_stands_beside_it(title, beginning, ending, tmp_path):
    name = file_name_of(title, ending, beginning)
    path = tmp_path / name
    assert name.startswith(beginning)
    assert name.endswith(ending)
    for each in (path, backup_of(path), lock_path(path), temporary_beside(path)):
        assert _bytes(each.name) <= ENCRYPTED, each.name
    assert backup_of(path).name == f"{name}.bak"
    path.touch()


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_that_a_name_is_cut_between_whole_characters(title):
    stem = file_name_of(title, SCENARIO_ENDING).removesuffix(SCENARIO_ENDING)
    kept = re.sub(r"-[0-9a-f]{6}$", "", stem)
    whole = "-".join(short_name(word) for word in title.split())
    assert "\ufffd" not in stem
    if unicodedata.normalize("NFC", title).startswith(kept) and kept:
        rest = unicodedata.normalize("NFC", title)[len(kept) :]
        assert not rest or not unicodedata.category(rest[0]).startswith("M"), (kept, whole)


def test_that_titles_that_begin_alike_get_files_of_their_own():
    titles = [f"{'𠀀' * 60}{ending}" for ending in ("", "a", "b", "算")]
    titles += [f"{'x' * 60}{ending}" for ending in ("", "a", "b")]
    names = [file_name_of(title, SCENARIO_ENDING) for title in titles]
    assert len(set(names)) == len(titles)
    assert names == [file_name_of(title, SCENARIO_ENDING) for title in titles], (
        "the same at every time"
    )


@pytest.mark.parametrize("title", ["CON", "nul", "Aux!", "com1", "LPT9 "])
def test_that_a_name_that_windows_keeps_for_itself_is_not_used(title):
    name = file_name_of(title, SCENARIO_ENDING)
    assert name == f"{short_name(title)}-scenario{SCENARIO_ENDING}"
    assert file_name_of(title, ".png", "enterprises.").startswith(
        f"enterprises.{short_name(title)}"
    )


def test_that_no_title_gives_a_name_that_a_disk_refuses(tmp_path):
    for title in ("...", " . ", "a/b\\c:d*e?f|g", "\x00", "..", "-rf", "~", "x. ", "算力。", ""):
        name = file_name_of(title, SCENARIO_ENDING)
        assert re.fullmatch(r"[^\W_][\w-]*\.scenario\.json", name), name
        (tmp_path / name).touch()


def test_that_marks_stay_on_their_letters():
    assert short_name("Café \u0301 हिन्दी") == "café-हिन्दी"
    assert short_name("Cafe\u0301") == "café"


def test_that_titles_of_one_short_name_are_told_apart_and_still_fit_a_file():
    assert told_apart(["Centers at 60 %", "Centers at 60"]) == (
        "Centers at 60 %",
        "Centers at 60 2",
    )
    assert told_apart(["a", "a 2", "a", "A!"]) == ("a", "a 2", "a 3", "A! 4")
    first, second = told_apart(["x" * 200] * 2)
    assert (len(first), len(second), second[-3:]) == (200, 200, "x 2")
