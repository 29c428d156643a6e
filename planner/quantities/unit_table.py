"""The table of units: the only place that knows a unit by its name; first floor of planner.

A unit of the model is one of these, one of them with a magnitude (`M CNY`), or a product of such
(`bn CNY/EFLOPS/yr`), and needs no row of its own unless it is shown in a form of its own, as a
rate per year is.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from planner.quantities.unit_row import NUMBER, Magnitude, UnitRow

PERCENT: Final = "%"
SHARE_OF_FUTURES: Final = "share of futures"
PERCENT_OF_BASELINE: Final = "% of the baseline"
WHOLE: Final = 100.0
"""Percent of a whole."""
TIMES_ON_OFFER: Final = "times what is on offer"
_POINTS: Final = (
    *("percentage points", "percentage point", "percent points", "percent point"),
    *("punti percentuali", "punto percentuale", "points", "point", "pp", "p.p."),
    *("个百分点", "百分点"),
)

MAGNITUDES: Final[Mapping[str, Magnitude]] = {
    row.key: row
    for row in (
        Magnitude(key="k", factor=10**3, words="thousand"),
        Magnitude(key="M", factor=10**6, words="million"),
        Magnitude(key="bn", factor=10**9, words="billion"),
        Magnitude(key="trn", factor=10**12, words="trillion"),
    )
}


def _share(
    key: str,
    words: str = PERCENT,
    typed: tuple[str, ...] = (),
    ceiling: float | None = WHOLE,
) -> UnitRow:
    """Return the row of a share, which is told in percent and differs by points."""
    return UnitRow(
        key=key,
        measure=NUMBER,
        shown=PERCENT,
        words=words,
        factor=WHOLE,
        difference="points",
        difference_words="percentage points",
        beside=PERCENT,
        ceiling=ceiling,
        moves_by_sum=True,
        is_mean=True,
        xmile="dmnl",
        typed=typed,
    )


_NUMBERS: Final = (
    UnitRow(
        key="1",
        measure=NUMBER,
        shown="",
        words="plain number",
        moves_by_sum=True,
        typed=("ratio",),
        xmile="dmnl",
    ),
    _share("share", typed=("share",)),
    _share(SHARE_OF_FUTURES, "% of futures"),
    _share(PERCENT_OF_BASELINE, "% difference from the baseline", ceiling=None),
    UnitRow(
        key=TIMES_ON_OFFER,
        measure=NUMBER,
        shown="times",
        words=TIMES_ON_OFFER,
        xmile="dmnl",
    ),
    UnitRow(
        key=PERCENT,
        measure=NUMBER,
        size=Fraction(1, 100),
        difference="points",
        difference_words="percentage points",
        typed=(PERCENT, "percent", "per cent", "per cento", "percento", *_POINTS),
    ),
    UnitRow(
        key="‰",
        measure=NUMBER,
        size=Fraction(1, 1000),
        typed=("‰", "per mille", "per mil", "permille"),
    ),
    UnitRow(
        key="1/yr",
        shown="%/yr",
        words="% per year",
        factor=100.0,
        difference="points/yr",
        difference_words="percentage points per year",
    ),
    UnitRow(key="EFLOPS realized/EFLOPS", measure=NUMBER),
    UnitRow(key="x", measure="multiple"),
)
_TIMES: Final = (
    UnitRow(
        key="year",
        measure="calendar",
        shown="",
        words="year",
        difference_words="years",
        is_grouped=False,
    ),
    UnitRow(
        key="yr",
        measure="time",
        shown="years",
        words="years",
        one="year",
        typed=(
            *("years", "year", "yrs", "yr", "annum", "y", "a"),
            *("anni", "anno", "年"),
        ),
    ),
    UnitRow(
        key="quarter",
        measure="time",
        size=Fraction(1, 4),
        typed=("quarters", "quarter", "trimestri", "trimestre", "季度", "季"),
    ),
    UnitRow(
        key="month",
        measure="time",
        size=Fraction(1, 12),
        typed=("months", "month", "mesi", "mese", "个月", "月"),
    ),
    UnitRow(
        key="day",
        measure="time",
        size=Fraction(1, 365),
        typed=("days", "day", "giorni", "giorno", "天", "日"),
    ),
    UnitRow(
        key="h",
        measure="time",
        size=Fraction(1, 8760),
        typed=("hours", "hour", "h", "ore", "ora", "小时"),
    ),
)
_MONEY: Final = (
    UnitRow(
        key="CNY",
        measure="money",
        typed=(
            "cny",
            "rmb",
            "yuan",
            "renminbi",
            "¥",
            "cn¥",
            "人民币元",
            "元人民币",
            "人民币",
            "元",
        ),
    ),
    UnitRow(key="bn CNY", xmile_equation="CNY*TWh/kWh"),
    UnitRow(
        key="USD",
        measure="dollars",
        typed=("usd", "us$", "$", "dollars", "dollar", "dollari", "dollaro", "美元"),
    ),
)
_COMPUTE: Final = (
    UnitRow(
        key="EFLOPS",
        measure="compute",
        words="EFLOPS (FP16)",
        one="EFLOPS",
        typed=("eflops", "eflop/s", "exaflops", "eflops (fp16)"),
    ),
    UnitRow(
        key="PFLOPS",
        measure="compute",
        size=Fraction(1, 1000),
        words="PFLOPS (FP16)",
        one="PFLOPS",
        typed=("pflops", "pflop/s", "petaflops", "pflops (fp16)"),
    ),
    UnitRow(
        key="TFLOPS",
        measure="compute",
        size=Fraction(1, 10**6),
        typed=("tflops", "tflop/s", "teraflops", "tflops (fp16)"),
    ),
    UnitRow(
        key="ZFLOPS",
        measure="compute",
        size=Fraction(1000),
        typed=("zflops", "zflop/s", "zettaflops"),
    ),
    UnitRow(
        key="H100e",
        measure="compute",
        size=Fraction("0.000989"),
        words="H100 equivalents",
        one="H100 equivalent",
        typed=(
            *("h100e", "h100s", "h100", "h100 equivalents", "h100-equivalents"),
            *("h100 equivalent", "h100-equivalent", "h100 eq.", "h100 eq"),
            *("h100 equivalenti", "h100 equivalente"),
            *("张等效 h100", "张等效h100", "等效 h100", "等效h100"),
        ),
    ),
    UnitRow(
        key="H100e realized",
        measure="realized compute",
        size=Fraction("0.000989"),
        words="H100 equivalents realized",
        one="H100 equivalent realized",
        typed=(
            *("h100e realized", "h100 equivalents realized"),
            *("h100 eq. effettivi", "h100 equivalenti effettivi"),
            *("张有效等效 h100", "张有效等效h100"),
        ),
    ),
    UnitRow(
        key="bn CNY/EFLOPS/yr",
        shown="CNY/card-h",
        words="CNY per card-hour (H100 equivalent)",
        told_as="CNY/H100e/h",
    ),
    UnitRow(
        key="EFLOPS realized",
        measure="realized compute",
        short="EFLOPS",
        words="EFLOPS (FP16) realized",
        one="EFLOPS realized",
        typed=(
            *("eflops realized", "eflops (fp16) realized"),
            *("eflops effettivi", "eflops effettivo", "eflops (fp16) effettivi"),
            *("有效 eflops", "有效eflops"),
        ),
    ),
    UnitRow(
        key="PFLOPS realized",
        measure="realized compute",
        size=Fraction(1, 1000),
        short="PFLOPS",
        words="PFLOPS (FP16) realized",
        one="PFLOPS realized",
        typed=(
            *("pflops realized", "pflops (fp16) realized"),
            *("pflops effettivi", "pflops effettivo", "pflops (fp16) effettivi"),
            *("有效 pflops", "有效pflops"),
        ),
        xmile_equation="PFLOPS*EFLOPS_realized/EFLOPS",
    ),
    UnitRow(
        key="H100",
        measure="accelerators",
        shown="M H100",
        words="million H100",
        factor=1e-6,
        xmile="dmnl",
    ),
    UnitRow(key="chip", measure="chips"),
    UnitRow(key="GPU", measure="chips"),
    UnitRow(key="card", measure="chips", words="cards", one="card"),
    UnitRow(key="rack", measure="racks"),
)
_ENERGY: Final = (
    UnitRow(
        key="kW",
        measure="power",
        size=Fraction(1, 10**6),
        typed=("kw", "kilowatts", "kilowatt", "千瓦"),
    ),
    UnitRow(
        key="MW",
        measure="power",
        size=Fraction(1, 1000),
        typed=("mw", "megawatts", "megawatt", "兆瓦"),
        xmile_equation="kW*EFLOPS/PFLOPS",
    ),
    UnitRow(key="GW", measure="power", typed=("gw", "gigawatts", "gigawatt", "吉瓦")),
    UnitRow(
        key="kWh",
        measure="energy",
        size=Fraction(1, 10**9),
        typed=("kwh", "千瓦时", "度"),
        xmile_equation="kW*h",
    ),
    UnitRow(key="MWh", measure="energy", size=Fraction(1, 10**6), xmile_equation="MW*h"),
    UnitRow(key="TWh", measure="energy", typed=("twh", "太瓦时")),
)
_THINGS: Final = (
    UnitRow(
        key="firm",
        measure="firms",
        shown="enterprises",
        words="enterprises",
        one="enterprise",
        is_count=True,
        typed=(
            *("firms", "firm", "enterprises", "enterprise", "companies", "company"),
            *("imprese", "impresa", "aziende", "azienda"),
            *("家企业", "家公司", "个企业", "企业", "公司", "家"),
        ),
    ),
    UnitRow(
        key="token",
        measure="tokens",
        words="tokens",
        one="token",
        typed=("tokens", "token", "词元"),
    ),
    UnitRow(key="person", measure="persons", words="persons", one="person"),
    UnitRow(key="model", measure="models", words="models", one="model", is_count=True),
    UnitRow(key="M CNY/firm", shown="M CNY/enterprise"),
    UnitRow(key="M CNY/firm/yr", shown="M CNY/enterprise/yr"),
    UnitRow(key="firm/yr", shown="enterprises/yr"),
    UnitRow(key="model/firm", shown="models/enterprise"),
    UnitRow(
        key="PFLOPS realized/firm", shown="PFLOPS realized/enterprise", short="PFLOPS/enterprise"
    ),
    UnitRow(key="firm/M CNY", shown="enterprises/M CNY"),
    UnitRow(
        key="firm*yr/M CNY",
        shown="enterprise-years/M CNY",
        words="enterprise-years per million CNY",
    ),
    UnitRow(key="parameter", measure="parameters"),
    UnitRow(key="place", measure="places"),
    UnitRow(key="school", measure="schools"),
    UnitRow(key="data center", measure="data centers"),
    UnitRow(key="alliance", measure="alliances"),
)
UNITS: Final[Mapping[str, UnitRow]] = {
    row.key: row for row in (*_NUMBERS, *_TIMES, *_MONEY, *_COMPUTE, *_ENERGY, *_THINGS)
}
