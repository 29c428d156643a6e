"""The sheet of scenarios: what its rows and columns are, how it sorts, and what leaves it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from planner.ensemble.many import Projector
from planner.ensemble.projection import Projection, Request
from planner.model.presented.presented import Presented
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.model.targets.target import Target
from planner.studies.comparison import Difference, Place, by_outcome, by_year, row_beside
from ui.engine.shown_run import ShownRun
from ui.items.clipboard_text import as_html, tab_separated
from ui.items.comparison_sheet import (
    COLOR,
    STRONG,
    UNIT,
    WORDS,
    ComparisonSheet,
    Heading,
    Shown,
)
from ui.items.sheet_columns import columns_as_run, sheet_columns
from ui.items.sheet_order import column_again
from ui.items.sheet_text import sheet_table
from ui.views.compare.choice import SheetChoice, choice_in
from ui.wording.compared.cells import CellWords
from ui.wording.compared.inputs import InputLine

PAIRS = (("enterprises", ""), ("utilization", "centers"), ("imports_legal", ""))
PLACES = by_outcome(PAIRS, 2030)
PLAIN = Scenario(futures=40)
CENTERS = with_lever(replace(PLAIN, title="Centers"), "center_sellable_target", 0.8)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2.0)


def _run(scenario: Scenario, places: tuple[Place, ...] = PLACES) -> Projection:
    requests = [request for request, _ in places]
    changes = [each._replace(view="difference") for each in requests if not each.state]
    return Projector().project(scenario, (*requests, *changes))


@pytest.fixture(scope="module")
def run() -> ShownRun:
    """Three runs: of two scenarios, the second of which is on screen, and of the baseline."""
    others = ((_run(CENTERS), 4),)
    return ShownRun(_run(NETWORK), _run(baseline_under(PLAIN)), others, own=1, place=1)


def test_that_question_finding_and_decision_stand_above_the_inputs(run):
    argued = replace(run.projection.scenario, presented=Presented(question="Is it\nenough?"))
    sheet = ComparisonSheet()
    sheet.show(_shown(replace(run, projection=replace(run.projection, scenario=argued))))
    head, line, *_ = sheet.lines
    assert head == Heading("Question, finding and decision")
    assert isinstance(line, InputLine)
    assert sorted(line.texts) == ["Is it enough?", "–", "–"]
    sheet.show(_shown(run))
    assert sheet.lines[0] != head


def _shown(run: ShownRun, places=PLACES, **more) -> Shown:
    columns = sheet_columns(run)
    return Shown(
        columns=columns_as_run(columns, [request for request, _ in places], None),
        colors=tuple(each.color for each in columns),
        titles=("Baseline", *(each.scenario.title for each in columns[1:])),
        current=[each.is_current for each in columns].index(True),
        places=places,
        reference_name="the baseline",
        **more,
    )


@pytest.fixture
def sheet(qapp, run) -> ComparisonSheet:
    """Return a sheet of the three, held against Qt's rules of a model."""
    made = ComparisonSheet()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    made.setProperty("tester", QAbstractItemModelTester(made, mode, made))
    made.show(_shown(run))
    return made


def _head(sheet, section, role=Qt.ItemDataRole.DisplayRole, way=Qt.Orientation.Horizontal):
    return sheet.headerData(section, way, role)


def _names(sheet):
    rows = range(sheet.rowCount())
    return [_head(sheet, row, way=Qt.Orientation.Vertical) for row in rows]


def test_that_the_baseline_comes_first_and_the_scenario_on_screen_beside_it(sheet):
    heads = [_head(sheet, column) for column in range(sheet.columnCount())]
    assert heads == ["Baseline", "Network", "Centers"]
    assert [_head(sheet, column, COLOR) for column in range(3)] == [None, 1, 4]
    assert [_head(sheet, column, STRONG) for column in range(3)] == [False, True, False]


def test_that_inputs_that_differ_stand_above_and_no_others(sheet):
    assert _names(sheet) == [
        "Inputs that differ (2)",
        "What centers can sell",
        "Network build time",
        "Outcomes, Dec 2030",
        "AI enterprises",
        "Utilization, centers",
        "Legal chip imports",
    ]
    texts = [sheet.index(1, column).data(WORDS) for column in range(3)]
    assert texts == ["65%", "65%", "80%"]
    assert [sheet.index(1, column).data(STRONG) for column in range(3)] == [False, False, True]
    assert _head(sheet, 2, UNIT, Qt.Orientation.Vertical) == "years"


def test_that_a_cell_says_level_range_difference_its_range_and_share(sheet, run):
    words = sheet.index(4, 2).data(WORDS)
    centers = run.others[0][0]
    series = centers.series[Request("enterprises")]
    assert words.level == f"{series.line[71]:,.0f}"
    assert words.range == f"{series.bands[0, 71]:,.0f}–{series.bands[-1, 71]:,.0f}"
    change = centers.series[Request("enterprises", "", "difference")]
    assert words.difference == f"+{change.line[71]:,.0f}"
    assert words.ends == f"+{change.bands[0, 71]:,.0f} to +{change.bands[-1, 71]:,.0f}"
    assert words.share == "higher in all"
    assert sheet.index(4, 0).data(WORDS).difference == "", "the baseline differs from nothing"


def test_that_what_does_not_change_is_as_the_baseline(sheet):
    words = sheet.index(6, 1).data(WORDS)
    assert words.difference == "as the baseline"
    assert not words.is_change


def test_that_a_cell_is_read_aloud_with_its_scenario_and_its_row(sheet):
    text = sheet.index(5, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.startswith("Network, Utilization, centers (%): ")


def test_that_headings_can_not_be_selected(sheet):
    assert isinstance(sheet.lines[0], Heading)
    assert sheet.flags(sheet.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert sheet.flags(sheet.index(4, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_that_it_sorts_by_what_differs_as_numbers_and_back_again(sheet):
    sheet.sort_by(1)
    assert _names(sheet)[4:] == ["Utilization, centers", "AI enterprises", "Legal chip imports"]
    sheet.sort_by(1)
    assert _names(sheet)[4:] == ["Legal chip imports", "AI enterprises", "Utilization, centers"]
    sheet.sort_by(None)
    assert _names(sheet)[4:] == ["AI enterprises", "Utilization, centers", "Legal chip imports"]


def test_that_sorting_stays_with_its_scenario_where_another_comes_on_screen(sheet, run):
    sheet.sort_by(1)
    now = replace(run, projection=run.others[0][0], others=((run.projection, 1),), own=4, place=0)
    sheet.show(_shown(now))
    assert [_head(sheet, column) for column in range(3)] == ["Baseline", "Centers", "Network"]
    assert sheet.sorted_by == (2, True)


def test_that_a_sorting_goes_with_its_column_and_stays_behind_all():
    assert column_again(1, (None, 4, 1), (None, 1, 4)) == 2
    assert column_again(3, (None, 4, 1), (None, 1)) == 2, "what they give only together"
    assert column_again(1, (None, 4, 1), (None, 1)) is None


def test_that_other_runs_of_the_same_rows_change_cells_and_no_more(sheet, run, qtbot):
    moved = replace(run, projection=_run(with_lever(NETWORK, "network_build_time", 3.0)))
    before = sheet.index(4, 1).data(WORDS)
    with qtbot.assertNotEmitted(sheet.modelReset), qtbot.waitSignal(sheet.dataChanged):
        assert not sheet.show(_shown(moved))
    assert sheet.index(4, 1).data(WORDS) != before
    told = QSignalSpy(sheet.dataChanged)
    sheet.show(_shown(run))
    assert [told.at(n)[0].column() for n in range(told.count())] == [1], "no other run changed"
    sheet.show(_shown(moved))
    assert sheet.index(2, 1).data(WORDS) == "3"


def test_that_rows_are_years_of_one_outcome(qapp, run):
    sheet, places = ComparisonSheet(), by_year("enterprises", "", (2026, 2030))
    sheet.show(_shown(run, places, by_year=True))
    assert _names(sheet)[3:] == ["AI enterprises", "Dec 2026", "Dec 2030"]


def test_that_a_copy_has_heads_units_and_plain_numbers(sheet, run):
    head, *rows = [line.split("\t") for line in tab_separated(sheet_table(sheet)).splitlines()]
    assert {len(row) for row in rows} == {len(head)}
    assert head[:4] == ["Outcome", "December of", "Unit", "Unit of differences"]
    by_name = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    firms = by_name["AI enterprises"]
    centers = run.others[0][0]
    series = centers.series[Request("enterprises")]
    assert float(firms["Centers"]) == pytest.approx(series.line[71])
    assert float(firms["Centers, P90"]) == pytest.approx(series.bands[-1, 71])
    change = centers.series[Request("enterprises", "", "difference")]
    told = firms["Centers, difference from the baseline, P10"]
    assert float(told) == pytest.approx(change.bands[0, 71])
    assert firms["Centers, higher in % of futures"] == "100"
    used = by_name["Utilization, centers"]
    assert (used["Unit"], used["Unit of differences"]) == ("%", "points")
    assert float(used["Baseline"]) == pytest.approx(
        100 * run.baseline.series[Request("utilization", "centers")].line[71]
    )
    assert by_name["What centers can sell"]["Centers"] == "80%"


def test_that_what_is_given_only_together_has_a_column_of_its_own_and_leaves_with_it(qapp, run):
    sheet, places = ComparisonSheet(), by_year("enterprises", "", (2026, 2030))
    shown = _shown(run, places, by_year=True)
    only = Difference(80.0, 45.0, 135.0, 0.95, 0.05)
    rows = {places[1]: row_beside(shown.columns, places[1], 2, only)}
    sheet.show(replace(shown, together=rows))
    last = sheet.columnCount() - 1
    assert _head(sheet, last) == "Only together"
    assert _head(sheet, last, COLOR) == "", "it is no scenario"
    words = sheet.index(sheet.rowCount() - 1, last).data(WORDS)
    assert (words.level, words.difference, words.ends) == ("", "+80", "+45 to +135")
    assert sheet.index(sheet.rowCount() - 2, last).data(WORDS) == CellWords(), "not known yet"
    head, *copied = sheet_table(sheet)
    assert {len(row) for row in copied} == {len(head)}
    assert head[-5:-2] == ["Only together", "Only together, P10", "Only together, P90"]
    assert copied[-1][-5:] == ["80", "45", "135", "95", "5"]
    sheet.sort_by(last)
    assert _names(sheet)[-2:] == ["Dec 2030", "Dec 2026"], "what is not known comes last"
    sheet.show(shown)
    assert sheet.columnCount() == last


def test_that_nothing_is_told_as_nothing_where_parts_add_up(qapp, run):
    sheet = ComparisonSheet()
    shown = _shown(run, PLACES[:1])
    rows = {PLACES[0]: row_beside(shown.columns, PLACES[0], 2, Difference(0.001, -0.01, 0.01))}
    sheet.show(replace(shown, together=rows))
    assert sheet.index(sheet.rowCount() - 1, 3).data() == "nothing"


def test_that_some_lines_and_columns_are_copied_alone(sheet):
    head, row = sheet_table(sheet, [4], [0])
    assert head == ["Outcome", "December of", "Unit", "Baseline", "Baseline, P10", "Baseline, P90"]
    assert row[:2] == ["AI enterprises", "2030"]
    assert "<th>Baseline, P10</th>" in as_html([head, row])


def test_that_a_copied_title_is_text_and_no_formula(qapp, run):
    sheet = ComparisonSheet()
    shown = _shown(run)
    sheet.show(replace(shown, titles=("Baseline", "=A1\tx", "<b>")))
    table = sheet_table(sheet)
    assert "'=A1 x\t" in tab_separated(table)
    assert "<th>&lt;b&gt;</th>" in as_html(table)


def test_that_a_choice_comes_back_from_a_text():
    chosen = SheetChoice((("utilization", "centers"), ("tokens", "")), True, ("tokens", ""), False)
    assert choice_in(chosen.text()) == chosen
    assert choice_in(SheetChoice().text()) == SheetChoice()
    for damaged in ("", "usual", "nothing here at all", "a.b,enterprises years enterprises.mars x"):
        found = choice_in(damaged)
        assert set(found.rows or ()) <= {("enterprises", "")}
        assert found.outcome is None


def test_that_years_are_those_of_the_first_chart_until_another_outcome_is_chosen():
    charted = [Request("used_compute", "center"), Request("enterprises")]
    years = SheetChoice(by_year=True)
    assert years.outcome_of_years(charted) == ("used_compute", "center")
    assert years.requests(charted)[0] == Request("used_compute", "center")
    assert replace(years, rows=()).outcome_of_years(charted) == ("enterprises", "")
    assert replace(years, outcome=("rent", "cloud")).outcome_of_years(charted) == ("rent", "cloud")


def test_that_usual_rows_are_what_charts_show_and_the_key_figures():
    pairs = SheetChoice().pairs([Request("rent", "cloud"), Request("enterprises")])
    assert pairs[:2] == (("rent", "cloud"), ("enterprises", ""))
    assert ("utilization", "") in pairs
    assert pairs.count(("enterprises", "")) == 1
    less = SheetChoice().toggled(("enterprises", ""), [Request("rent", "cloud")])
    assert ("enterprises", "") not in less.pairs([])
    assert less.toggled(("enterprises", ""), []).pairs([])[-1] == ("enterprises", "")


def test_that_targets_stand_below_with_the_share_that_meets_them(qapp):
    target = Target("enterprises", "at least", 12_450.0, year=2030)
    requests = [Request("enterprises"), Request("enterprises", "", "difference")]
    wanted = replace(CENTERS, targets=(target,))
    own, below = (
        Projector().project(each, requests, targets=(target,))
        for each in (wanted, baseline_under(wanted))
    )
    sheet = ComparisonSheet()
    sheet.show(_shown(ShownRun(own, below), by_outcome((("enterprises", ""),), 2030)))
    assert _names(sheet)[-2] == "Targets, share of futures that meet them"
    texts = [sheet.index(sheet.rowCount() - 1, column).data(WORDS) for column in (0, 1)]
    shares = [int(text.rstrip("%")) for text in texts]
    assert 0 < shares[0] < shares[1] < 100


def test_that_the_baseline_on_screen_stands_there_once(qapp, run):
    alone = ShownRun(run.baseline, run.baseline)
    (column,) = sheet_columns(alone)
    assert column.color is None
    assert column.is_current
    assert all(not isinstance(line, InputLine) for line in _lines_of(alone))


def _lines_of(run: ShownRun):
    sheet = ComparisonSheet()
    sheet.show(_shown(run))
    return sheet.lines
