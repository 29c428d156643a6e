"""Notebooks: pictures and tables of what is found, a live panel, and the notebooks of the pages."""

import asyncio
import re
import warnings
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

import suanli
import suanli.notebook
from suanli.driving import projector
from suanli.shown.drawing import sentence_of, svg
from tests.some import some

BOOKS = sorted((Path(__file__).parents[2] / "resources/docs/notebooks").glob("*.ipynb"))
BUDGET = "voucher_budget.chengdu"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def run():
    return suanli.run("vouchers-x4", futures=64)


@pytest.fixture
def path(tmp_path):
    plan = suanli.Scenario().set({"futures": 64}, title="Mine")
    return plan.save(tmp_path / "mine.scenario.json")


class _Text(HTMLParser):
    """Gathers the cells of tables."""

    def __init__(self):
        super().__init__()
        self.texts = []

    def handle_data(self, data):
        self.texts.append(data)


def _texts(html):
    parser = _Text()
    parser.feed(html)
    return parser.texts


@pytest.mark.parametrize("name", ["enterprises", "utilization.centers", "alibaba_payback"])
@pytest.mark.parametrize("view", ["absolute", "difference"])
def test_that_a_picture_is_whole_and_says_what_it_shows(run, name, view):
    band = run.band(name, view=view)
    picture = ET.fromstring(svg(band))
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == sentence_of(band)
    lines = some(picture.iter(f"{SVG}polyline")), some(picture.iter(f"{SVG}polygon"))
    for curve in (curve for kind in lines for curve in kind):
        points = [float(each) for each in re.split("[ ,]", curve.get("points", "")) if each]
        assert all(-1 <= each <= 641 for each in points)


def test_that_a_picture_takes_the_color_of_the_page(run):
    colors = re.findall(r'(?:fill|stroke)="([^"]+)"', svg(run.band("enterprises")))
    assert set(some(colors)) == {"currentColor", "none", "#2f7ed8"}


def test_that_the_curve_is_where_its_numbers_are(run):
    band = run.band("enterprises")
    (curve,) = ET.fromstring(svg(band)).iter(f"{SVG}polyline")
    points = [tuple(map(float, each.split(","))) for each in curve.get("points", "").split()]
    assert len(points) == len(band.months)
    heights = np.array([y for _, y in points])
    fitted = np.polyfit(band.p50, heights, 1)
    assert fitted[0] < 0
    assert np.abs(np.polyval(fitted, band.p50) - heights).max() < 0.2


def test_that_a_picture_without_a_number_is_still_one(run):
    nothing = np.full(len(run.months), np.nan)
    told = dict.fromkeys(("center", "p10", "p25", "p50", "p75", "p90"), nothing)
    band = suanli.Band("jobs", "", "absolute", "Jobs", "M person", run.months, **told)
    assert ET.fromstring(svg(band)).get("aria-label")


def test_that_a_run_shows_its_key_figures_with_what_it_changes(run):
    texts = _texts(run._repr_html_())
    assert "AI enterprises" in texts
    assert "change against Baseline" in texts
    assert texts[texts.index("Electricity, TWh/yr") + 4] == "none"
    assert "<svg" in run._repr_html_()


def test_that_a_band_and_an_answer_show_themselves(run):
    assert "December 2030" in run.band("jobs")._repr_html_()
    answer = suanli.explain("vouchers-x4", futures=64)
    assert answer.sentence in _texts(answer._repr_html_())
    many = suanli.compare("baseline", "vouchers-x4", futures=64)
    assert "4 more rows in table()" in _texts(many._repr_html_())


def test_that_nothing_of_a_title_is_taken_for_markup():
    plan = suanli.Scenario().set(futures=8, title="<b>5 < 7</b>")
    assert "<b>" not in suanli.run(plan)._repr_html_()


def test_that_a_scenario_shows_what_it_changes_as_the_comparison_tells_it():
    plan = suanli.Scenario().set(
        {BUDGET: {2025: 100, 2027: 200}, "subsidy_rate.chengdu": 0.5, "crowd_in": 4, "seed": 9},
        title="A & <b>",
    )
    texts = _texts(plan.want("jobs>=9")._repr_html_())
    assert texts[texts.index(BUDGET) + 1 :][2] == "100 until 2027, 200 from 2027"
    assert texts[texts.index("subsidy_rate.chengdu") + 1 :][:2] == ["60%", "50%"]
    assert "A & <b>" in texts
    assert "crowd_in" in texts
    assert texts[texts.index("Seed") + 1 :][:2] == ["2025", "9"]
    assert any(each.startswith("Jobs in AI enterprises: at least 9") for each in texts)
    assert "nothing is changed" in suanli.Scenario()._repr_html_()
    assert "voucher_budget" not in _texts(suanli.open("vouchers-x4")._repr_html_())


def test_that_scenarios_of_one_file_show_as_one_table(path):
    found = suanli.open_all(path)
    plans = type(found)([*found, suanli.Scenario().set({BUDGET: 700}, title="Seven")])
    texts = _texts(plans._repr_html_())
    assert texts[:6] == ["input", "name", "unit", "Baseline", "Mine", "Seven"]
    assert texts[texts.index(BUDGET) + 1 :][:4] == ["M CNY/yr", "100", "100", "700"]


def test_that_a_slider_has_the_scale_of_its_place_and_tells_shares_in_percent(path):
    panel = suanli.notebook.live(path, [BUDGET, "subsidy_rate.chengdu", "voucher_budget.henan"])
    budget, rate, _, _ = panel.children
    assert (budget.min, budget.max, budget.readout_format) == (0, 400, ",.0f")
    assert (rate.value, rate.description) == (60, "Share of rent paid (Chengdu), %")
    assert len({each.style.description_width for each in some(panel.children[:3])}) == 1
    rate.value = 70
    assert suanli.open(path).levers == {"subsidy_rate.chengdu": 0.7}
    suanli.open(path).set({"subsidy_rate.chengdu": 0.35}).save(path)
    panel.check()
    assert rate.value == 35
    panel.close()


def test_that_a_slider_goes_as_far_as_it_is_told(path):
    panel = suanli.notebook.live(path, {BUDGET: (0, "2 bn"), "subsidy_rate.chengdu": None})
    budget, rate, _ = panel.children
    assert (budget.max, rate.max) == (2000, 100)
    budget.value = 1900
    assert suanli.open(path).levers == {BUDGET: 1900}
    panel.close()


def test_that_a_slider_that_is_moved_changes_the_file(path):
    panel = suanli.notebook.live(path, BUDGET, outcome="enterprises.chengdu")
    before = panel.band.p50.copy()
    (slider, _) = panel.children
    slider.value = 390
    assert suanli.open(path).levers == {BUDGET: 390}
    assert suanli.open(path).title == "Mine"
    assert (panel.band.p50[-12:] > before[-12:]).all()
    panel.close()


def test_that_a_change_of_the_file_shows_in_the_panel(path):
    panel = suanli.notebook.live(path, BUDGET)
    suanli.open(path).set({BUDGET: 700, "crowd_in": 4}).save(path)
    panel.check()
    assert panel.children[0].value == 700
    assert "crowd_in" in panel.scenario.assumptions
    panel.close()


def test_that_a_move_keeps_what_others_saved_meanwhile(path):
    panel = suanli.notebook.live(path, BUDGET)
    suanli.open(path).set(crowd_in=4).save(path)
    panel.children[0].value = 340
    kept = suanli.open(path)
    assert kept.levers == {BUDGET: 340}
    assert "crowd_in" in kept.assumptions
    panel.close()


def test_that_what_is_saved_while_the_panel_is_made_is_kept(path, monkeypatch):
    compiled = projector

    def compiled_late():
        suanli.open(path).set(subsidy_rate=0.5, title="Saved meanwhile").save(path)
        return compiled()

    monkeypatch.setattr(suanli.notebook, "projector", compiled_late)
    panel = suanli.notebook.live(path, BUDGET)
    panel.children[0].value = 340
    kept = suanli.open(path)
    assert kept.title == "Saved meanwhile"
    assert kept.levers.keys() > {BUDGET}
    assert kept.levers[BUDGET] == 340
    panel.close()


def test_that_a_file_that_changes_between_reading_and_writing_is_told_and_kept(path, monkeypatch):
    panel = suanli.notebook.live(path, BUDGET)
    read = suanli.open

    def read_early(file):
        found = read(file)
        if "crowd_in" not in found.assumptions:
            found.set(crowd_in=4).save(file)
        return found

    monkeypatch.setattr(suanli.notebook, "open", read_early)
    panel.children[0].value = 340
    kept = suanli.open(path)
    assert "crowd_in" in kept.assumptions
    assert kept.levers == {}
    assert "saved by another program" in panel.error
    panel.check()
    assert "move the slider again" in "".join(_texts(panel.children[-1].value))
    panel.children[0].value = 390
    assert suanli.open(path).levers == {BUDGET: 390}
    assert "crowd_in" in suanli.open(path).assumptions
    assert panel.error == ""
    panel.close()


def test_that_a_file_that_became_bad_is_told_and_never_written_over(path):
    panel = suanli.notebook.live(path, BUDGET)
    path.write_text("no scenario")
    panel.check()
    assert str(path.name) in panel.error
    panel.children[0].value = 340
    assert path.read_text() == "no scenario"
    assert panel.error in "".join(_texts(panel.children[-1].value))
    panel.close()


def test_that_the_panel_looks_by_itself_where_a_notebook_runs(path):
    async def look():
        panel = suanli.notebook.live(path, BUDGET)
        moved = asyncio.Event()
        panel.children[0].observe(lambda _: moved.set(), names="value")
        suanli.open(path).set({BUDGET: 600}).save(path)
        await moved.wait()
        assert panel.children[0].value == 600
        panel.close()

    asyncio.run(asyncio.wait_for(look(), 60))


def test_that_a_panel_of_an_example_saves_nothing():
    panel = suanli.notebook.live("baseline", BUDGET)
    panel.children[0].value = 240
    assert panel.scenario.levers == {BUDGET: 240}
    assert suanli.open("baseline").levers == {}
    panel.close()


def test_that_bad_input_is_one_sentence():
    with pytest.raises(suanli.Error, match="there is no lever"):
        suanli.notebook.live("baseline", "voucher_budge")
    with pytest.raises(suanli.Error, match="one to 12 levers"):
        suanli.notebook.live("baseline", [])
    with pytest.raises(suanli.Error, match="there is no outcome"):
        suanli.notebook.live("baseline", BUDGET, outcome="enterprise")
    for ends in some([(9, 5), (0, 1e9), ("", 1), 5]):
        given: Any = {BUDGET: ends}
        with pytest.raises(suanli.Error, match=re.escape(BUDGET)):
            suanli.notebook.live("baseline", given)


def _cells(book):
    """Return a notebook of the pages, and its cells of code, which keep nothing that they show."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what others deprecate in each other
        import nbformat

        opened = nbformat.read(book, as_version=4)
    codes = [cell for cell in opened.cells if cell.cell_type == "code"]
    assert [cell.outputs for cell in codes] == [[]] * len(some(codes))
    return opened, codes


@pytest.mark.parametrize("book", BOOKS[:-1], ids=lambda book: book.stem)
def test_that_the_cells_of_a_notebook_run_to_the_end(book, tmp_path, monkeypatch, capsys):
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    monkeypatch.chdir(tmp_path)
    alone = Config({"HistoryManager": {"enabled": False}})
    shell = InteractiveShell(config=alone, user_module=ModuleType(f"cells of {book.stem}"))
    done = [shell.run_cell(cell.source) for cell in _cells(book)[1]]
    for each in done:
        each.raise_error()
    assert any(hasattr(each.result, "_repr_html_") for each in done)


def test_that_a_notebook_runs_in_a_kernel_of_its_own(tmp_path):
    opened, codes = _cells(BOOKS[-1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what others deprecate in each other
        from nbclient import NotebookClient

        client = NotebookClient(opened, timeout=300, resources={"metadata": {"path": tmp_path}})
        client.execute()
    assert any(cell.outputs for cell in codes)


def test_that_there_is_a_notebook_for_each_user():
    names = {"city-vouchers", "industry-capex", "western-data-center"}
    assert {book.stem for book in some(BOOKS)} == names
