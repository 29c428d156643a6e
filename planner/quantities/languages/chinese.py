"""Units as Chinese says them, counted in myriads; floor: quantities.

What an `UnitWords` holds is told there.
"""
# ruff: noqa: RUF001 - brackets as they are written there

from typing import Final

from planner.quantities.languages.unit_words import MagnitudeWords, PartWords, UnitWords

_MYRIAD, _HUNDRED_MILLION, _TRILLION = 1e4, 1e8, 1e12
_STEPS: Final = tuple(
    MagnitudeWords(factor=factor, shown=shown, words=shown)
    for factor, shown in ((_MYRIAD, "万"), (_HUNDRED_MILLION, "亿"), (_TRILLION, "万亿"))
)
_EXACT: Final = {"k": "千", "M": "百万", "bn": "十亿", "trn": "万亿"}
_USUAL: Final = dict.fromkeys(("M CNY", "M CNY/yr", "M USD", "M USD/yr"), _HUNDRED_MILLION)
_ONLY: Final = dict.fromkeys(("M CNY/enterprise", "M USD/enterprise"), _MYRIAD)
_TEXTS: Final = {
    "points": "个百分点",
    "percentage points": "个百分点",
    "points/yr": "个百分点/年",
    "percentage points per year": "个百分点/年",
    "%/yr": "%/年",
    "% per year": "%/年",
    "% of futures": "占模拟次数的 %",
    "% difference from the baseline": "与基准之差，%",
    "plain number": "数值",
    "times": "倍",
    "times what is on offer": "为供应量的倍数",
    "year": "年份",
    "years": "年",
    "k H100e realized/k H100e": "有效等效 H100/等效 H100",
    "CNY/card-h": "元/卡时",
    "USD/card-h": "美元/卡时",
    "CNY per card-hour (H100 equivalent)": "元/卡时（等效 H100）",
    "USD per card-hour (H100 equivalent)": "美元/卡时（等效 H100）",
}
_PARTS: Final = {
    "CNY": PartWords(shown="元"),
    "USD": PartWords(shown="美元"),
    "yr": PartWords(shown="年"),
    "quarter": PartWords(shown="季度"),
    "month": PartWords(shown="月"),
    "day": PartWords(shown="日"),
    "h": PartWords(shown="小时"),
    "x": PartWords(shown="倍"),
    "EFLOPS": PartWords(shown="EFLOPS", words="EFLOPS（FP16）", one="EFLOPS"),
    "PFLOPS": PartWords(shown="PFLOPS", words="PFLOPS（FP16）", one="PFLOPS"),
    "EFLOPS realized": PartWords(
        shown="有效 EFLOPS", words="有效 EFLOPS（FP16）", one="有效 EFLOPS"
    ),
    "PFLOPS realized": PartWords(
        shown="有效 PFLOPS", words="有效 PFLOPS（FP16）", one="有效 PFLOPS"
    ),
    "H100e": PartWords(shown="张等效 H100"),
    "H100e realized": PartWords(shown="张有效等效 H100"),
    "H100": PartWords(shown="张等效 H100"),
    "kW": PartWords(shown="千瓦"),
    "GW": PartWords(shown="千瓦", size=1e6),
    "kWh": PartWords(shown="千瓦时"),
    "TWh": PartWords(shown="千瓦时", size=1e9),
    "enterprises": PartWords(shown="家"),
    "enterprise": PartWords(shown="家"),
    "firm": PartWords(shown="家"),
    "enterprise-years": PartWords(shown="家·年"),
    "token": PartWords(shown="词元"),
    "person": PartWords(shown="人"),
    "models": PartWords(shown="款"),
    "model": PartWords(shown="款"),
    "chip": PartWords(shown="颗"),
    "GPU": PartWords(shown="张 GPU"),
    "card": PartWords(shown="张"),
    "rack": PartWords(shown="架"),
    "parameter": PartWords(shown="参数"),
    "place": PartWords(shown="个"),
    "school": PartWords(shown="所"),
    "data center": PartWords(shown="个数据中心"),
    "alliance": PartWords(shown="个联盟"),
}
_DIVISORS: Final = {
    "M CNY": PartWords(shown="亿元", size=1e-2),
    "M USD": PartWords(shown="亿美元", size=1e-2),
    "M token": PartWords(shown="百万词元"),
    "bn CNY": PartWords(shown="亿元", size=10),
    "bn USD": PartWords(shown="亿美元", size=10),
    "M person": PartWords(shown="万人", size=100),
    "trn token": PartWords(shown="万亿词元"),
    "k H100e": PartWords(shown="万张等效 H100", size=0.1),
    "k H100e realized": PartWords(shown="万张有效等效 H100", size=0.1),
    "MW": PartWords(shown="兆瓦"),
    "GW": PartWords(shown="吉瓦"),
    "MWh": PartWords(shown="兆瓦时"),
    "TWh": PartWords(shown="太瓦时"),
}
CHINESE: Final = UnitWords(
    texts=_TEXTS,
    parts=_PARTS,
    divisors=_DIVISORS,
    steps=_STEPS,
    exact=_EXACT,
    usual=_USUAL,
    only=_ONLY,
)
