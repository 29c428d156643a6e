"""Charts and reports of a scenario are well-formed, whatever it is called."""

import base64
import re
import xml.etree.ElementTree as ET
from xml.parsers.expat import ParserCreate

import pytest

from planner.files.scenario.picture import scenario_in
from planner.model.scenario import Scenario, with_lever
from tests.files.exports.test_xml_text import ODD, PLAIN
from ui.charts.contents.specs import default_setting
from ui.engine.shown_run import ShownRun
from ui.print.export import chart_pdf, chart_png, chart_svg
from ui.print.report.make import report_bytes

DRAWN = default_setting("enterprises")


@pytest.fixture
def shown(qapp, made, baseline) -> ShownRun:
    scenario = Scenario(title=ODD, notes=ODD, author=ODD)
    return ShownRun(made(with_lever(scenario, "alibaba_plan", 760), 1.0), baseline)


def test_that_the_svg_of_a_scenario_of_any_title_is_well_formed(shown):
    data = chart_svg(DRAWN, shown)
    ParserCreate().Parse(data, True)
    assert PLAIN in "".join(ET.fromstring(data).itertext())


def test_that_the_report_of_a_scenario_of_any_title_is_well_formed(shown):
    data = report_bytes(shown)
    ParserCreate().Parse(data, True)
    assert data.decode().count("\ufffd") >= 10, "title, author and notes"
    pictures = re.findall(rb'base64,([^"]+)"', data)
    assert len(pictures) == 4
    for picture in pictures:
        ParserCreate().Parse(base64.b64decode(picture), True)


def test_that_a_picture_of_a_scenario_of_any_title_still_carries_it(shown):
    assert scenario_in(chart_png(DRAWN, shown)) == shown.scenario


def test_that_a_pdf_of_a_scenario_of_any_title_names_it(shown):
    data = chart_pdf(DRAWN, shown)
    assert PLAIN.partition(" & ")[0].encode("utf-16-be") in data
