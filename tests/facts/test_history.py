"""The measured series agree with the facts drawn from them, and are credited."""

import pytest

from planner.facts.convert import convert
from planner.facts.history import added, history, history_in
from planner.facts.load import evidence
from planner.facts.record import EvidenceError

LEGAL = "nvidia_legal_china_cumulative"
SMUGGLED = "nvidia_smuggled_china_cumulative"
HUAWEI = "huawei_china_cumulative"
CAMBRICON = "cambricon_china_cumulative"
CHIPS = (LEGAL, SMUGGLED, HUAWEI, CAMBRICON)
ROW = {
    "series": "chips",
    "date": "2025-03-31",
    "low": "1",
    "median": "2",
    "high": "3",
    "unit": "H100e",
    "source": "epoch-chip-counts-2026",
    "note": "",
}


def test_that_every_series_is_there_in_order_of_time():
    assert {name: len(counts) for name, counts in history().items()} == {
        LEGAL: 17,
        SMUGGLED: 8,
        HUAWEI: 8,
        CAMBRICON: 8,
        "alibaba_zhangbei_power": 6,
        "alibaba_zhangbei_compute": 6,
    }
    assert [count.moment for count in history()[LEGAL]][-2:] == [2026.0, 2026.25]


def test_that_a_series_passed_on_has_a_license_to_credit():
    sources = {count.source for counts in history().values() for count in counts}
    assert {evidence().sources[each].license for each in sources} == {"CC BY 4.0"}


@pytest.mark.parametrize(
    ("fact", "start", "end"),
    [
        ("P170a", 2025.0, 2025.25),
        ("P170b", 2025.25, 2025.5),
        ("P170c", 2025.5, 2025.75),
        ("P170d", 2025.75, 2026.25),
    ],
)
def test_that_legal_imports_are_those_counted(fact, start, end):
    rate = added(LEGAL, start, end, "EFLOPS") / (end - start)
    assert evidence().facts[fact].value == pytest.approx(rate, abs=0.5)


@pytest.mark.parametrize(
    ("fact", "series", "start", "end"),
    [
        ("P171a", (HUAWEI,), 2025.0, 2026.0),
        ("P171b", (CAMBRICON,), 2025.0, 2026.0),
        ("P172", (SMUGGLED,), 2025.0, 2026.0),
        ("M207", CHIPS, 2025.0, 2026.0),
    ],
)
def test_that_chips_of_a_year_are_those_counted(fact, series, start, end):
    counted = sum(added(each, start, end, "EFLOPS") for each in series)
    assert evidence().facts[fact].value == pytest.approx(counted, abs=0.5)


def test_that_what_is_owned_is_all_that_was_counted():
    owned = sum(history()[each][-1 if each != LEGAL else -2].median for each in CHIPS)
    assert evidence().facts["M206"].value == pytest.approx(convert(owned, "H100e", "EFLOPS"), abs=1)


def test_that_the_reference_chip_is_one_figure():
    chip = evidence().facts["P040"]
    assert convert(1, "H100e", "EFLOPS") == convert(chip.value, chip.unit, "EFLOPS")


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"date": "2025-13-01"}, "row 2: "),
        ({"median": "many"}, "row 2: "),
        ({"low": "4"}, "in order"),
        ({"high": "inf"}, "finite"),
        ({"unit": "furlong"}, 'unknown unit "furlong"'),
        ({"source": "hearsay"}, '"hearsay" does not exist'),
    ],
)
def test_that_a_bad_row_is_refused(change, complaint):
    with pytest.raises(EvidenceError, match=complaint):
        history_in([{**ROW, **change}])


def test_that_dates_must_rise():
    with pytest.raises(EvidenceError, match="chips: dates must rise"):
        history_in([ROW, ROW])


def test_that_a_moment_without_a_count_is_refused():
    with pytest.raises(EvidenceError, match="has no"):
        added(LEGAL, 2025.1, 2026.0, "EFLOPS")
