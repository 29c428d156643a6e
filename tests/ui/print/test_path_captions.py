"""A picture and a workbook say the path that a lever follows in one line."""

import zipfile
from datetime import date
from io import BytesIO

import numpy as np

from planner.ensemble.projection import Projection, Request, Series
from planner.files.exports.workbook import workbook
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from ui.charts.contents.series import chart_picture
from ui.charts.contents.specs import default_settings
from ui.charts.layout.look import Look
from ui.engine.shown_run import ShownRun
from ui.print.sheet import sheet_of

SHANGHAI = LeverPath(((2025, 0), (2025.583, 600), (2028, 900), (2031, 0)))
SCENARIO = with_lever(Scenario(title="Path"), "voucher_budget.shanghai", SHANGHAI)
LINE = "0 until Aug 2025, 600 from Aug 2025, 900 from 2028, 0 from 2031"


def test_that_the_caption_of_a_picture_says_the_path_and_its_unit(qapp, made, baseline):
    run = made(SCENARIO, 0.5)
    picture = chart_picture(default_settings()[0], ShownRun(run, baseline))
    sheet = sheet_of(picture, run, Look(), date(2026, 1, 1))
    assert "(Shanghai) 900 from 2028, later dates alike (M CNY/yr)." in sheet.changes


def test_that_percents_are_said_once(qapp, made, baseline):
    share = LeverPath(((2025, 0.75), (2030, 0.5)))
    run = made(with_lever(Scenario(title="Share"), "center_share", share), 0.5)
    picture = chart_picture(default_settings()[0], ShownRun(run, baseline))
    sheet = sheet_of(picture, run, Look(), date(2026, 1, 1))
    assert "75 in 2025, 50 in 2030 (%)" in sheet.changes


def test_that_a_workbook_says_the_path_and_that_of_the_default():
    wanted = Request("enterprises")
    series = {wanted: Series(np.ones(12), None)}
    run = Projection(SCENARIO, 2025 + np.arange(12) / 12, series, 0, 0.0)
    texts = zipfile.ZipFile(BytesIO(workbook([run]))).read("xl/sharedStrings.xml").decode()
    assert LINE in texts
    assert "0 until Aug 2025, 600 from Aug 2025, 0 from 2031" in texts
