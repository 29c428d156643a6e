"""What the columns of a planner's own table are called, in three languages.

Seventh floor of planner. A head may have a unit behind it, in brackets. A column that is called
like an outcome or a lever holds its values. Columns of measured points (`planner.facts.measured`)
may stand there, too.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from planner.facts.measured import COLUMNS
from planner.facts.record import EvidenceError
from planner.files.own.names import key_named
from planner.quantities.told.lists import in_a_row, led_by
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown

ALLOWED: Final = ("outcome", "place", "date", "until", "value", "error", "unit", "source", "label")
NEEDED: Final = ("outcome", "date", "value")
STANDARD: Final = {
    "date": "start",
    "place": "element",
    "value": "central",
    "until": "end",
    "source": "group",
}
"""What measured points call a column of ours."""
IGNORED: Final = "ignored"
_OURS: Final = frozenset({"grade", "set", "figures", "evidence"})
_CALLED: Final = {
    "date": "date, year, month, period, time, as of, 日期, 时间, 年份, 年度, 年月, 月份, 统计时间, "
    "截至日期, 年, data, anno, mese, periodo",
    "until": "until, to, end date, 截止, 截止日期, 结束, 结束日期, 至, fino a, fine, data fine",
    "place": "place, area, city, region, segment, location, 地点, 地区, 城市, 区域, 地方, 省市, "
    "luogo, città, citta, area geografica, regione, zona",
    "outcome": "outcome, indicator, measure, metric, quantity, variable, what, 指标, 指标名称, "
    "结果, 变量, 项目, indicatore, esito, risultato, variabile, grandezza, voce, misura",
    "value": "value, actual, amount, figure, count, number, 数值, 值, 数量, 实际, 实际值, 金额, "
    "valore, importo, numero, quantità, quantita, dato, consuntivo",
    "error": "error, uncertainty, margin, margin of error, ±, +/-, 误差, 误差范围, 不确定性, "
    "不确定度, errore, incertezza, margine, margine di errore",
    "unit": "unit, units, 单位, 计量单位, unità, unita, unità di misura, unita di misura, u.m., um",
    "source": "source, sources, 来源, 数据来源, 出处, fonte, fonti",
    "label": "label, name, title, 名称, 标签, 标题, etichetta, nome, titolo",
    IGNORED: "note, notes, remark, remarks, comment, comments, no, no., nr, #, 备注, 说明, 注, "
    "序号, 编号, nota, osservazioni, commento, n., n°",
}
_UNIT: Final = re.compile(r"(?P<head>.*?)\s*[(\[](?P<unit>[^()\[\]]+)[)\]]")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: one of the standard names, or values of an outcome or a lever."""

    name: str
    said: str
    unit: str = ""
    holds: str = ""


def known_heads(head: Sequence[str]) -> int:
    """Return how many columns of a head are known."""
    return sum(_column(each) is not None for each in head if each)


def columns_of(head: Sequence[str], name: str) -> tuple[Column, ...]:
    """Return what each column of the file `name` holds. Raises EvidenceError."""
    found = tuple(_column(each) for each in head)
    names = {each.name for each in found if each is not None and not each.holds}
    is_wide = not names & {"outcome", "central"} and any(each and each.holds for each in found)
    for needed in NEEDED[1:2] if is_wide else NEEDED:
        if STANDARD.get(needed, needed) not in names:
            raise _missing(needed, head, name)
    known: list[Column] = []
    for column, said in zip(found, head, strict=True):
        if column is None or (column.holds and not is_wide):
            told = translate(
                "Planner", "column {said} is unknown; columns must be among: {allowed}"
            ).format(said=shown(said), allowed=in_a_row(ALLOWED))
            raise EvidenceError(led_by(name, told))
        known.append(column)
    _check_once(known, name)
    return tuple(known)


def _missing(column: str, head: Sequence[str], name: str) -> EvidenceError:
    there = in_a_row(str(shown(each)) for each in head[: len(ALLOWED)] if each)
    told = translate(
        "Planner", "column {column} is missing; needed: {needed}; there is {there}"
    ).format(column=column, needed=in_a_row(NEEDED), there=there)
    return EvidenceError(led_by(name, told))


def _check_once(columns: Sequence[Column], name: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for column in columns:
        place = (column.name, column.holds)
        if column.name != IGNORED and place in seen:
            told = translate("Planner", "column {said} stands twice").format(
                said=shown(column.said)
            )
            if seen[place] != column.said:
                told = translate("Planner", "columns {place} and {said} say the same thing").format(
                    place=shown(seen[place]), said=shown(column.said)
                )
            raise EvidenceError(led_by(name, told))
        seen[place] = column.said


def _column(said: str) -> Column | None:
    """Return what a head means, None where that is not known; one without words is passed over."""
    if not said:
        return Column(IGNORED, said)
    plain = _plain(said)
    if (name := _names().get(plain)) is not None:
        return Column(name, said)
    if key := key_named(said):
        return Column("central", said, holds=key)
    head, unit = without_unit(said)
    inner = _column(head) if unit else None
    if inner is not None and inner.name in {"central", "error"} and not inner.unit:
        return Column(inner.name, said, unit, inner.holds)
    return None


def without_unit(said: str) -> tuple[str, str]:
    """Return a name and the unit in brackets behind it, an empty one where there is none."""
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", said))
    return (found["head"], found["unit"].strip()) if found else (said, "")


@cache
def _names() -> dict[str, str]:
    """Return the standard name of a column by whatever it may be called."""
    ours = {
        _plain(each): STANDARD.get(name, name)
        for name, called in _CALLED.items()
        for each in called.split(", ")
    }
    return {**ours, **{each: each for each in COLUMNS if each not in _OURS}}


def _plain(said: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", said).casefold().split())
