"""A proposed name says what is exported, of which scenario, about which places."""

import os
import re
from dataclasses import replace

import pytest

from planner.storage.names import BYTES_AT_MOST
from planner.storage.sentences.spoken import speaking
from tests.some import some
from ui.charts.contents.specs import ChartSetting, default_setting, default_settings
from ui.print.file_names import (
    chart_name,
    chart_names,
    export_name,
    numbers_name,
    report_name,
    sheet_name,
    slide_name,
    story_name,
)

SUPPLY = default_setting("compute_supply")
NAMED = {
    "en": ("report_more-vouchers_chengdu.pdf", "compute-supply_more-vouchers.png", "numbers_"),
    "it": ("", "offerta-di-calcolo_more-vouchers.png", ""),
    "zh_CN": ("", "\u7b97\u529b\u4f9b\u7ed9_more-vouchers.png", ""),
}


@pytest.mark.parametrize("language", NAMED)
def test_that_no_two_exports_of_a_scenario_have_one_name(qapp, language):
    report, chart, numbers = NAMED[language]
    with speaking(language):
        names = [
            report_name("More vouchers", ".pdf", ("chengdu",)),
            sheet_name("More vouchers", ".pdf", ("chengdu",)),
            story_name("More vouchers", ".pdf"),
            slide_name("More vouchers", ".pdf"),
            numbers_name("More vouchers", ".pdf"),
            *chart_names(default_settings(), "More vouchers", ".pdf"),
        ]
        assert chart_name(SUPPLY, "More vouchers", ".png") == chart
    assert len(set(names)) == len(names)
    assert names[0].startswith(report)
    assert names[4].startswith(numbers)
    assert all(re.fullmatch(r"[\w-]+\.pdf", each) for each in some(names))


def test_that_view_and_other_places_than_usual_are_said(qapp):
    place = ChartSetting("enterprises", "chengdu,shanghai", "difference")
    assert chart_name(place, "A", ".svg") == (
        "ai-enterprises-difference-from-baseline_a_chengdu-and-shanghai.svg"
    )


def test_that_two_charts_alike_get_names_of_their_own(qapp):
    names = chart_names([SUPPLY, replace(SUPPLY, log=True)], "A", ".png")
    assert names == ("compute-supply_a.png", "compute-supply_a-2.png")


@pytest.mark.parametrize("text", ["\u7b97" * 200, "x" * 200, "a/b\\c:d*e?f|g", "..", "\x00"])
def test_that_any_name_fits_every_file_system(text, tmp_path):
    name = export_name(text, text, ".scenario.json", text)
    assert len(os.fsencode(name)) <= BYTES_AT_MOST
    assert re.fullmatch(r"[\w-]+\.scenario\.json", name)
    (tmp_path / name).touch()
