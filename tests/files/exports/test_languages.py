"""What programs read is the same in every language; what people read is in the one spoken."""

import zipfile
from io import BytesIO

import pytest

from planner.ensemble.many import Projector
from planner.ensemble.progress import to_the_end
from planner.ensemble.projection import Request
from planner.files.exports.answers.answer_table import answer_csv, answer_json
from planner.files.exports.backtest_table import backtest_csv, backtest_json
from planner.files.exports.chart_table import chart_csv
from planner.files.exports.sheets.row_labels import label_of_row, label_without_part
from planner.files.exports.tidy_table import csv_text, json_text
from planner.files.exports.variants_table import variants_csv, variants_json
from planner.files.exports.workbook import workbook
from planner.files.exports.xmile import xmile
from planner.files.scenario.scenario_file import to_bytes
from planner.files.scenario.sheet_layout import sheet_rows
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario, with_lever
from planner.quantities.unit_system import UnitSystem
from planner.storage.sentences import catalog as catalogs
from planner.storage.sentences.spoken import LANGUAGES, speaking
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.english import also_in_english
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerColumn, AnswerTable
from planner.studies.backtest import backtest
from planner.studies.finding import outcome_name
from planner.studies.robustness import Asked, robustness
from planner.studies.variants import SPECIFIED
from tests.some import some
from tests.translations.catalogs import TRANSLATED, compiled, compiled_name
from tests.translations.found import texts

PLAN = with_lever(
    Scenario(title="Plan", futures=32, last_year=2026),
    "voucher_budget.chengdu",
    LeverPath(((2025.0, 80.0), (2026.5, 480.5))),
)
ABOUT = About("enterprises", "", 2026)
WRITERS = ("csv", "json", "chart", "backtest", "variants", "xmile", "scenario")


@pytest.fixture(scope="module", autouse=True)
def loud(tmp_path_factory):
    """Catalogs in which every text of the program is another one."""
    folder = tmp_path_factory.mktemp("resources")
    for language in TRANSLATED:
        known = {each: tuple(f"~{form}" for form in each.forms) for each in texts()}
        if language == "zh_CN":
            known = {each: forms[:1] for each, forms in known.items()}
        path = folder / compiled_name(language).removeprefix("resources/")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(compiled(language, texts(), known))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogs, "resources_folder", lambda: folder)
        catalogs.catalog.cache_clear()
        yield
    catalogs.catalog.cache_clear()


@pytest.fixture(scope="module")
def found():
    run = Projector().project(PLAN, [Request("enterprises"), Request("rent", "cloud")], futures=16)
    asked = Asked("enterprises", "", 2026)
    return run, backtest(Scenario(futures=16)), to_the_end(robustness(PLAN, asked, (SPECIFIED,)))


def _written(found, kind):
    run, judged, robust = found
    units = UnitSystem("USD", "H100e")
    writers = {
        "csv": lambda: csv_text((run,), system=units),
        "json": lambda: json_text((run,), units),
        "chart": lambda: chart_csv((run,), tuple(run.series), "Plan", units),
        "backtest": lambda: (backtest_csv(judged), backtest_json(judged)),
        "variants": lambda: (variants_csv(robust), variants_json(robust)),
        "xmile": lambda: xmile(PLAN),
        "scenario": lambda: to_bytes(PLAN),
    }
    return writers[kind]()


@pytest.mark.parametrize("kind", WRITERS)
def test_that_what_programs_read_is_the_same_in_every_language(found, kind):
    english = _written(found, kind)
    for language in some(LANGUAGES):
        with speaking(language):
            assert _written(found, kind) == english


@also_in_english
def _answer(about):
    name = outcome_name(Asked(about.outcome, about.element, about.year))
    table = AnswerTable(name, (AnswerColumn("name", name),), ((name,),), (name,))
    return Answer("x", name, "Plan", "", about, f"{name}.", table, Stamp(1, "as drawn", 16, "2.0"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_an_answer_carries_itself_in_english_for_programs(language):
    english = _answer(ABOUT)
    with speaking(language):
        told = _answer(ABOUT)
        assert told.sentence == "~AI enterprises."
        assert (answer_csv(told), answer_json(told)) == (answer_csv(english), answer_json(english))
    assert "~" not in answer_json(told)


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_a_workbook_is_in_the_language_spoken(found, language):
    with speaking(language):
        book = zipfile.ZipFile(BytesIO(workbook((found[0],))))
    sheets = book.read("xl/workbook.xml").decode()
    strings = book.read("xl/sharedStrings.xml").decode()
    for name in some(("Comparison", "Inputs", "Events", "Sources", "Runs", "Numbers")):
        assert f'name="~{name}"' in sheets
    for said in some(("~outcome", "~AI enterprises", "~differs", "~Voucher budget")):
        assert said in strings
    for key in some(("scenario", "time", "outcome", "p10")):  # of the table that programs read
        assert f">{key}<" in strings


def test_that_every_row_of_inputs_has_a_name_in_the_language_spoken():
    with speaking("it"):
        for row in some(sheet_rows().values()):
            assert label_of_row(row).startswith("~")
            assert label_without_part(row).startswith("~")
    for row in some(sheet_rows().values()):
        assert label_of_row(row) == row.label
