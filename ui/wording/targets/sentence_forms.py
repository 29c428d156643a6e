"""Words in which a target is typed, in English, Italian and Chinese at all times; floor: wording.

Tables only, in lower case; how a sentence is taken apart is told in `sentence`.
"""

import re
from typing import Final

from planner.model.targets.target import TargetSense

HAN: Final = "\u4e00-\u9fff"
_LEAST: Final = (
    *("≥", ">=", "at least", "no less than", "not less than", "not below", "minimum", "min"),
    *("almeno", "non meno di", "non inferiore a", "come minimo", "minimo"),
    *("至少", "不少于", "不低于", "不小于", "最少", "最低"),
)
_MOST: Final = (
    *("≤", "<=", "at most", "no more than", "not more than", "not above", "within"),
    *("maximum", "max", "al massimo", "non più di", "non oltre", "non superiore a", "massimo"),
    *("至多", "不超过", "不多于", "不高于", "不大于", "最多", "最高"),
)
_SENSES: Final[dict[str, TargetSense]] = {
    **dict.fromkeys(_LEAST, "at least"),
    **dict.fromkeys(_MOST, "at most"),
}
SENSES: Final = tuple(sorted(_SENSES.items(), key=lambda each: -len(each[0])))
"""What a target begins with, and its sense; the longest first."""
EVERY_YEAR: Final = (
    *("every year", "each year", "in all years", "always"),
    *("ogni anno", "in tutti gli anni", "tutti gli anni", "sempre"),
    *("每一年", "每年", "各年", "历年", "始终"),
)
BEFORE_YEAR: Final = frozenset(
    (
        *("by", "in", "at", "@", "the", "end", "of", "december", "dec", "until"),
        *("entro", "nel", "nella", "a", "al", "il", "la", "fine", "di", "del", "dicembre", "dic"),
    )
)
"""What stands between a level and its year: by the end of December 2030."""
CHINESE_YEAR: Final = re.compile(
    r"[(, ]*(?:截至|到|至|在|于)? ?(?P<year>\d{4}) ?年 ?"
    r"(?:12 ?月|年?底|年?末)?(?:之?前|以前|时)?[), ]*"
)
A_YEAR: Final = re.compile(
    r"(?:(?:\ba|\bper|/) ?(?:year|yr)|(?:all'|\bl'|/) ?anno|\bannu[ieoa]|/ ?年)$", re.IGNORECASE
)
SMALL_WORDS: Final = frozenset(
    (
        *("the", "what", "is", "are", "to", "be", "of", "its"),
        *("il", "lo", "la", "i", "gli", "le", "di", "del", "della", "dei", "delle", "è", "sono"),
        *("的", "为", "是", "应", "需"),
    )
)
"""What a name may be without."""
