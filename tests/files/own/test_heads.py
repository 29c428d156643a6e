"""Heads of a planner's own table, in three languages, and what is wrong with them."""

import pytest

from planner.facts.record import EvidenceError
from planner.files.own.heads import columns_of, known_heads

WANTED = ["start", "outcome", "element", "central", "error", "unit", "group"]


@pytest.mark.parametrize(
    "head",
    [
        "date,outcome,place,value,error,unit,source",
        "日期,指标,地区,数值,误差,单位,来源",
        "Data,Indicatore,Città,Valore,Margine di errore,Unità,Fonte",
        "start,outcome,element,central,error,unit,group",
    ],
)
def test_that_columns_are_known_in_three_languages(head: str) -> None:
    columns = columns_of(head.split(","), "a.csv")
    assert [each.name for each in columns] == WANTED
    assert known_heads(head.split(",")) == len(WANTED)


def test_that_a_unit_may_stand_behind_a_head() -> None:
    *_, value = columns_of(["日期", "指标", "数值\uff08万元\uff09"], "a.csv")
    assert (value.name, value.unit) == ("central", "万元")


def test_that_a_column_may_be_called_as_what_it_holds() -> None:
    _, firms, used = columns_of(["年份", "企业数量\uff08家\uff09", "Used compute"], "a.csv")
    assert (firms.holds, firms.unit) == ("enterprises", "家")
    assert used.holds == "used_compute"


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("outcome,value", "column date is missing; needed: outcome, date, value; there is"),
        ("date,value", "column outcome is missing"),
        ("enterprises,place", "column date is missing"),
        (
            "date,outcome,value,color",
            'column "color" is unknown; columns must be among: outcome, place',
        ),
        ("date,outcome,value,enterprises", 'column "enterprises" is unknown'),
        ("date,outcome,value,value", 'column "value" stands twice'),
        ("year,month,outcome,value", 'columns "year" and "month" say the same thing'),
    ],
)
def test_that_a_head_that_is_not_understood_is_one_sentence(head: str, why: str) -> None:
    with pytest.raises(EvidenceError) as refused:
        columns_of(head.split(","), "a.csv")
    assert why in str(refused.value).replace("\u2068", "").replace("\u2069", "")
