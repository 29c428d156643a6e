"""A file that another version of the model made: by how much its key figures differ now."""

import json

import pytest

from planner.ensemble.many import Projector
from planner.files.scenario.scenario_file import to_bytes
from planner.model.graph import model
from planner.model.scenario import Scenario, with_lever
from planner.studies.key_figures import CARDS
from planner.studies.model_versions import Kept, Results, results_of
from ui.wording.key_figures import kpi_requests

SCENARIO = with_lever(Scenario(title="Old"), "alibaba_plan", 500)
A_MINUTE = 60_000


@pytest.fixture(scope="module")
def figures():
    """Return the key figures as the present model gives them."""
    return results_of(Projector().project(SCENARIO, kpi_requests()), CARDS)


def _file(tmp_path, results):
    """Return a file that an older model made, with these figures in it."""
    fields = json.loads(to_bytes(SCENARIO, results)) | {"model_version": "0.9"}
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps(fields), "utf-8")
    return path


def _said(suanli, path, qtbot):
    """Open a file, wait for its run, and return what the bar says of the model, "" if nothing."""
    assert suanli.files.open_path(path)
    with qtbot.waitSignal(
        suanli.published.changed, timeout=A_MINUTE, check_params_cb=_is_of_the_file
    ):
        pass
    bar = suanli.window.bars.bars.get("model")
    return "" if bar is None else bar.sentence.text()


def _is_of_the_file(run):
    return run.scenario == SCENARIO and run.is_whole


def test_that_a_file_of_an_older_model_is_told_by_how_much_it_differs(
    drawn, tmp_path, qtbot, figures
):
    moved = {
        **dict(figures.values),
        "enterprises": Kept(median=10_000.0),
        "utilization": Kept(median=0.5),
    }
    said = _said(drawn, _file(tmp_path, Results(figures.month, tuple(moved.items()))), qtbot)
    now = {key: kept.median for key, kept in figures.values}
    assert f"saved with model 0.9. The present model {model().version} gives" in said
    kept_to_six_digits = f"AI enterprises 10,000 → {now['enterprises']:,.0f}"
    assert kept_to_six_digits[:-1] in said
    assert f"Utilization 50.0 → {100 * now['utilization']:.1f}% (−" in said
    assert "Compute that can be sold" not in said
    assert not drawn.document.is_dirty
    bar = drawn.window.bars.bars["model"]
    bar.buttons["dismiss"].click()
    assert "model" not in drawn.window.bars.bars


def test_that_a_figure_that_was_zero_is_told_without_a_percentage(drawn, tmp_path, qtbot, figures):
    kept = {
        **dict(figures.values),
        "voucher_spend": Kept(median=0.0),
        "electricity": Kept(median=1),
    }
    said = _said(drawn, _file(tmp_path, Results(figures.month, tuple(kept.items()))), qtbot)
    drawn_now = dict(figures.values)["voucher_spend"].median
    assert f"Vouchers paid 0 → {drawn_now:,.0f} M CNY/yr." in said
    assert "lectricity" not in said


def test_that_a_file_of_an_older_model_with_the_same_figures_is_not_spoken_of(
    drawn, tmp_path, qtbot, figures
):
    assert _said(drawn, _file(tmp_path, figures), qtbot) == ""


def test_that_a_file_of_an_older_model_without_figures_says_that_they_may_differ(
    drawn, tmp_path, qtbot
):
    said = _said(drawn, _file(tmp_path, None), qtbot)
    assert "saved with model 0.9, and its file keeps no figures" in said


def test_that_a_file_of_this_model_is_not_spoken_of(drawn, tmp_path, qtbot, figures):
    path = tmp_path / "own.scenario.json"
    path.write_bytes(
        to_bytes(SCENARIO, Results(figures.month, (("enterprises", Kept(median=1.0)),)))
    )
    assert _said(drawn, path, qtbot) == ""


def test_that_a_file_of_an_older_format_opens_and_tells_what_changed(drawn, tmp_path):
    fields = json.loads(to_bytes(SCENARIO)) | {"version": 1}
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps(fields), "utf-8")
    assert drawn.files.open_path(path)
    said = drawn.window.status.told
    assert "old.scenario.json (format 1); new in what is saved: a file may also hold" in said
    assert not drawn.document.is_dirty
