"""Whatever there is much of is told in a few words: no bar fills the window."""

import json
from datetime import UTC, datetime
from pathlib import Path

from planner.files.scenario.scenario_file import write
from planner.model.scenario import Scenario, lever_addresses, lever_at, parts_of, with_lever
from planner.studies.model_versions import Kept, Results
from tests.breaking_scenarios import any_allowed
from ui.documents.recovery import Entry
from ui.wording.moves import difference_in_words

FIELDS = {
    "format": "suanli-scenario", "version": 99, "title": "t", "baseline": "baseline-2025",
    "draws": "conditioned",
    "model_version": "1.0", "figures": "corroborated", "seed": 1, "futures": 10,
    "last_year": 2035, "assumptions": {},
}  # fmt: skip


def newer(path: Path, levers: dict[str, int], **more: object) -> Path:
    path.write_text(json.dumps(FIELDS | {"levers": levers} | more), "utf-8")
    return path


def bar_of(suanli, qtbot, path: Path):
    suanli.files.open_path(path)
    bars = suanli.window.bars.bars
    qtbot.waitUntil(lambda: "read_only" in bars and bars["read_only"].isVisible())
    return bars["read_only"]


def test_that_of_three_hundred_unknown_fields_eight_are_named(suanli, qtbot, tmp_path):
    levers = {f"new_lever_{n:05}": 1 for n in range(300)}
    bar = bar_of(suanli, qtbot, newer(tmp_path / "newer.scenario.json", levers))
    assert bar.display.sentence.endswith("levers.new_lever_00007 and 292 more.")
    assert bar.display.sentence.count("new_lever") == 8
    qtbot.waitUntil(lambda: bar.height() < suanli.window.height() / 8)


def test_that_a_field_of_a_hundred_thousand_letters_is_cut(suanli, qtbot, tmp_path):
    path = newer(tmp_path / "newer.scenario.json", {"a" * 100_000: 1, "b\n\u202e": 2})
    sentence = bar_of(suanli, qtbot, path).display.sentence
    assert len(sentence) < 500
    assert "\n" not in sentence
    assert "\u202e" not in sentence


def test_that_of_many_files_that_cannot_be_opened_four_are_named(suanli, qtbot, tmp_path):
    suanli.files.open_all([tmp_path / f"{n:03}.scenario.json" for n in range(50)])
    qtbot.waitUntil(suanli.window.notice.isVisible)
    lines = suanli.window.notice.sentence.text().splitlines()
    assert len(lines) == 5
    assert lines[-1] == "and 46 more"


def test_that_of_many_changes_few_are_named():
    scenario = Scenario()
    for name in lever_addresses():
        lever, _ = lever_at(name)
        if not parts_of(lever):
            scenario = with_lever(scenario, name, lever.high)
    words = difference_in_words(scenario, Scenario())
    assert len(words) < 200
    assert words.endswith(" more")


def test_that_of_many_unsaved_scenarios_eight_are_named(suanli):
    for number in range(20):
        suanli.workspace.open(Scenario(f"Plan {number}")).edit("Try", any_allowed(number))
    text = suanli.closing._text(suanli.workspace.documents)
    assert text.count("\n") == 10
    assert text.endswith(f"and {len(suanli.workspace.documents) - 8} more")


def test_that_of_much_kept_work_some_is_named(suanli):
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    entry = Entry(None, "", now, any_allowed(1), Scenario())
    suanli.recovering._kept = [(suanli.autosave.session, str(n), entry) for n in range(30)]
    text = suanli.recovering._sentence()
    suanli.recovering._kept = []
    assert text.count("\n") == 5
    assert text.endswith("and 26 more")


def test_that_an_older_model_that_differs_in_everything_is_told_in_eight_figures(tmp_path, capsys):
    from planner.model.graph import model
    from ui.command_line import main

    whole = [row for row in model().outcomes.values() if row.whole and not row.is_counted]
    values = tuple((row.key, Kept(median=1.5)) for row in whole)
    path = tmp_path / "old.scenario.json"
    write(path, Scenario("Old", futures=16), Results("2030-12", values))
    path.write_text(path.read_text("utf-8").replace('"2.0"', '"0.9"'), "utf-8")
    assert main(["run", str(path)]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.count(" -> ") == 8
    assert " more." in last
