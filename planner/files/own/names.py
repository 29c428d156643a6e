"""What places, outcomes and inputs are called by whoever counts them; seventh floor of planner.

A key or a label in any case, and for what cities count most a word of Chinese or Italian.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from planner.model.graph import model
from planner.model.indices import LABELS, SEGMENTS
from planner.model.stand_ins import area_named

_WHOLE: Final = frozenset(
    {
        *("", "all", "total", "whole", "national", "china"),
        *("全国", "全部", "合计", "总计", "中国", "cina", "totale", "tutti"),
    }
)
_THINGS: Final = {
    "enterprises": "enterprise count, number of enterprises, ai companies, companies, firms, "
    "企业, 企业数, 企业数量, 人工智能企业, 人工智能企业数, ai企业, ai企业数, imprese, "
    "imprese ia, numero di imprese, aziende, aziende ia",
    "industry_output": "产业规模, 产业产值, 人工智能产业规模, fatturato del settore",
    "jobs": "就业, 就业人数, 从业人员, occupati, posti di lavoro",
    "financing": "融资, 融资额, finanziamenti",
    "installed_compute": "算力规模, 装机算力, 总算力, potenza installata, calcolo installato",
    "used_compute": "在用算力, 使用算力, calcolo usato",
    "utilization": "利用率, 算力利用率, utilizzo",
    "voucher_spend": "算力券支出, 算力券兑付, spesa in voucher",
    "firms_served": "用券企业, 用券企业数, imprese con voucher",
    "ai_capex": "人工智能投资, 资本开支, investimenti ia",
    "enterprises_2025": "2025年初企业数, 2025年企业数, imprese nel 2025",
    "voucher_budget": "算力券预算, 券预算, budget dei voucher, budget voucher",
    "subsidy_rate": "补贴比例, 补贴率, quota sussidiata",
    "local_fund": "人工智能基金, 产业基金, fondo pubblico ia",
}


def place_named(said: str) -> str | None:
    """Return the element that a place is called by, None where nothing is called so.

    That of all places together is empty.
    """
    plain = _plain(said)
    return "" if plain in _WHOLE else area_named(plain) or _segments().get(plain)


def key_named(said: str) -> str | None:
    """Return the key of the outcome, lever or assumption that is called so, None where none is."""
    return _keys().get(_plain(said))


@cache
def _segments() -> dict[str, str]:
    return {_plain(called): each for each in SEGMENTS for called in (each, LABELS[each])}


@cache
def _keys() -> dict[str, str]:
    keys = (*model().assumptions, *model().levers, *model().outcomes)
    named = {each: key for key, called in _THINGS.items() for each in called.split(", ")}
    labels = {_plain(label): key for key, label in _labels()}
    return {**named, **labels, **{_plain(key): key for key in keys}}


def _labels() -> Iterator[tuple[str, str]]:
    yield from ((key, row.label) for key, row in model().assumptions.items())
    yield from ((key, row.label) for key, row in model().levers.items())
    yield from ((key, row.label) for key, row in model().outcomes.items())


def _plain(said: str) -> str:
    text = unicodedata.normalize("NFKC", said).casefold().replace("_", " ")
    return " ".join(text.split())
