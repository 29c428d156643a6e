"""The paragraph of a run, made from real runs: what changes, one place, what limits compute."""

import re
from dataclasses import replace
from functools import cache

import pytest

from planner.ensemble.many import Projector, all_requests
from planner.ensemble.projection import Projection, Request
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.model.sums import sums_of
from planner.studies.answers.about import About
from planner.studies.events import Event, dates_between, events
from planner.studies.explain.behind import Behind
from planner.studies.explain.explanation import Amount
from planner.studies.parts.budget import budget_use
from planner.studies.parts.limits import limits_by_year, limits_in, limits_of_all
from planner.studies.parts.reference import Reference
from planner.studies.variants import variants
from ui.wording.sentences.paragraph import (
    Told,
    asked_first,
    changes_of,
    first_in_short,
    paragraph,
    paragraph_requests,
)

PLAIN = Scenario(futures=120, last_year=2031)
CHENGDU = with_lever(PLAIN, "voucher_budget.chengdu", 160)
IMPORTS = with_lever(PLAIN, "legal_imports", 0)
AREAS = ("chengdu",)


@cache
def _run(scenario: Scenario, areas: tuple[str, ...] = AREAS) -> Projection:
    requests = (*all_requests(sums_of(areas)), *paragraph_requests(areas))
    differences = (
        Request("used_compute", "", "difference"),
        Request("enterprises", "", "difference"),
    )
    asked = tuple(dict.fromkeys((*requests, *differences)))
    return Projector().project(scenario, asked)


def _told(scenario: Scenario, **asked: object) -> tuple[str, ...]:
    told = Told(_run(scenario), _run(baseline_under(scenario)), **asked)  # type: ignore[arg-type]
    return paragraph(told)


def test_that_a_change_comes_first_and_limits_last():
    first, last = _told(CHENGDU)
    assert first.startswith("By December 2030: ")
    assert " more AI enterprises than in the baseline (80%: " in first
    assert last.startswith("2030 mean, share of futures: ")
    assert "chips wanted per chip" in last


def test_that_a_place_tells_budget_enterprises_money_and_others_and_the_change_no_second_time():
    place, _limits = _told(
        CHENGDU, areas=AREAS, pairs=(("enterprises", "chengdu"), ("rent", "centers"))
    )
    assert place.startswith("Chengdu: the year's budget is fully used from ")
    assert "more enterprises by the end of 2030 (80%: " in place
    assert " M CNY of added vouchers for each (80%: " in place
    assert " on average for all that vouchers added); the other six places lose " in place


def test_that_the_first_change_can_be_told_in_fewer_words():
    run, below = _run(CHENGDU), _run(PLAIN)
    short, whole = first_in_short(Told(run, below)), _told(CHENGDU)[0]
    assert short.startswith("December 2030: ")
    assert short.removeprefix("December 2030: ") == whole.removeprefix(
        "By December 2030: "
    ).replace(" than in the baseline", "")
    place = first_in_short(Told(run, below, areas=AREAS, pairs=(("enterprises", "chengdu"),)))
    assert re.fullmatch(r"Chengdu: .* more enterprises by the end of 2030 \(80%: .*\)\.", place)
    assert "budget" not in place
    assert first_in_short(Told(below, below)) == ""


def test_that_why_is_asked_of_what_is_told_first():
    run, below = _run(CHENGDU), _run(PLAIN)
    place = Told(run, below, areas=AREAS, pairs=(("enterprises", "chengdu"),))
    assert asked_first(place) == ("enterprises", "chengdu")
    assert asked_first(Told(run, below, pairs=(("used_compute", ""),))) == ("used_compute", "")
    assert asked_first(Told(run, below, year=2040, pairs=(("limit", "cloud"),))) is None


def test_that_money_is_told_only_where_vouchers_alone_are_changed():
    both = with_lever(CHENGDU, "legal_imports", 0)
    place = next(each for each in _told(both, areas=AREAS) if each.startswith("Chengdu: "))
    assert "enterprises by the end of 2030" in place
    assert "M CNY" not in place


def test_that_what_others_lose_is_left_out_where_a_line_beside_tells_it():
    said = " ".join(_told(CHENGDU, areas=AREAS, tells_others=False))
    assert "enterprises by the end of 2030" in said
    assert "other six places" not in said


def test_that_the_first_outcome_that_moves_is_told():
    pairs = (("limit", "cloud"), ("rent", "centers"), ("used_compute", ""))
    first = _told(IMPORTS, pairs=pairs)[0]
    assert first.startswith(("By December 2030: compute rent", "By December 2030: used compute"))


def test_that_a_baseline_tells_its_level():
    first, *_ = _told(PLAIN)
    assert first.startswith("December 2030: 12,")
    itself = Reference("Chengdu", is_itself=True)
    assert _told(CHENGDU, reference=itself)[0].startswith("December 2030: 12,")


def test_that_a_year_beyond_the_run_says_nothing_of_levels():
    assert _told(PLAIN, year=2040) == ()


def test_that_limits_are_means_over_the_year_and_add_up_to_one():
    run = _run(PLAIN)
    found = limits_in(run, "cloud", 2028)
    assert sum(each.share for each in found) == pytest.approx(1)
    assert [each.share for each in found] == sorted((e.share for e in found), reverse=True)
    by_year = limits_by_year(run, "cloud")
    assert list(by_year) == list(range(2025, 2032))
    assert by_year[2028] == found
    months = run.series[Request("limit", "cloud", state=found[0].state.key)].line[36:48]
    assert months.mean() == pytest.approx(found[0].share)
    assert limits_in(run, "cloud", 2040) == limits_in(run, "cloud", 2020) == ()
    assert {request.element for request in limits_of_all()} == {"cloud", "centers"}


def test_that_a_budget_has_the_dates_of_its_event():
    run = _run(CHENGDU)
    (event,) = (
        each for each in events(run) if (each.kind, each.element) == ("budget_exhausted", "chengdu")
    )
    used = budget_use(run, "chengdu", 2030)
    assert used is not None
    assert used.first == event.time
    assert (used.early, used.late) == dates_between(run, Event(0.0, "budget_exhausted", "chengdu"))
    assert used.stays
    none = with_lever(PLAIN, "voucher_budget.chengdu", 0)
    assert budget_use(_run(none), "chengdu", 2030) is None


def _behind(*, low: float, is_turned: bool) -> Behind:
    total = Amount(60.0, low, 50.0, 90.0, 0.9, 0.1)
    about = About("enterprises", "", 2030)
    return Behind(about, total, turning=variants()[2:3] if is_turned else (), looked_into=9)


def test_that_what_turns_a_sign_comes_right_behind_the_change_and_that_it_holds_last():
    turned = _told(CHENGDU, behind=(_behind(low=10.0, is_turned=True),))
    assert turned[1].startswith("Open: the sign turns where investment follows plans")
    held = _told(CHENGDU, behind=(_behind(low=10.0, is_turned=False),))
    assert held[-1] == "The sign holds in all 9 variants of the model."


def test_that_what_turns_a_sign_that_is_open_already_comes_last():
    said = _told(CHENGDU, behind=(_behind(low=-10.0, is_turned=True),))
    assert said[-1].startswith("Open: the sign turns where ")
    assert said[1].startswith("2030 mean, share of futures: ")


def test_that_a_place_says_where_its_change_is_open():
    place = replace(_behind(low=10.0, is_turned=True), about=About("enterprises", "chengdu", 2030))
    said = _told(CHENGDU, areas=AREAS, pairs=(("used_compute", ""),), behind=(place,))
    where = next(number for number, each in enumerate(said) if each.startswith("Chengdu: the year"))
    assert said[where + 1].startswith("Chengdu: open, the sign turns where ")


def test_that_it_is_asked_of_all_that_is_told_and_for_parts_of_the_first():
    told = Told(_run(CHENGDU), _run(PLAIN), areas=AREAS, pairs=(("enterprises", ""),))
    changes = changes_of(told)
    assert [(each.about.element, each.has_parts) for each in changes] == [
        ("", True),
        ("chengdu", False),
    ]
    assert changes_of(replace(told, reference=Reference("Other", is_paired=False))) == ()
    assert changes_of(Told(_run(PLAIN), _run(PLAIN))) == ()
