"""What stands for a place that the model does not have; third floor of planner.

People look for their own city or province. Enterprises and vouchers are counted in seven areas
alone, and centers are one segment for all of China. This table names the places that are looked for
most, in English and in Chinese, and says of each what stands for it. The areas themselves are found
by their Chinese and Italian names here, too.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from planner.model.indices import AREAS, LABELS, place_text
from planner.quantities.told.labels import model_text

_WITHIN_A_NAME: Final = (
    "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}`-.\N{MIDDLE DOT}"
)
Kind = Literal["centers", "within", "around", "nothing"]

SENTENCES: Final[Mapping[Kind, str]] = {
    "centers": "{place} is not a place of its own here. Its centers are among the “Local and "
    "western centers” of all of China; enterprises and vouchers are not counted there.",
    "within": "{place} is not a place of its own here. It is part of {area}.",
    "around": "{place} is not a place of its own here. Of its enterprises and vouchers only those "
    "in {area} are counted; its compute is part of all of China.",
    "nothing": "{place} is not a place of its own here. Its enterprises and vouchers are not "
    "counted; its compute is part of all of China.",
}
"""What stands for a place, by the kind of place it is."""

CHINESE_AREAS: Final[Mapping[str, str]] = {
    "beijing": "北京",
    "shanghai": "上海",
    "shenzhen": "深圳",
    "chengdu": "成都",
    "ningbo": "宁波",
    "shandong": "山东",
    "henan": "河南",
}
ITALIAN_AREAS: Final[Mapping[str, str]] = {"beijing": "Pechino", "shanghai": "Sciangai"}
"""Those that are not called in Italian as in English."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A place that is looked for: its name, its Chinese name, other names it goes by.

    `area` is the area it is part of, or the one that is counted of it.
    """

    name: str
    chinese: str
    kind: Kind
    area: str = ""
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is found."""
        return (self.name, self.chinese, *self.also)

    @property
    def sentence(self) -> str:
        """What stands for it, in the language spoken."""
        area = place_text(self.area) if self.area else ""
        return model_text(SENTENCES[self.kind]).format(place=model_text(self.name), area=area)


STAND_INS: Final = (
    StandIn("Guizhou", "贵州", "centers", also=("Gui'an", "贵安")),
    StandIn("Guiyang", "贵阳", "centers"),
    StandIn("Ningxia", "宁夏", "centers", also=("Yinchuan", "银川")),
    StandIn("Zhongwei", "中卫", "centers"),
    StandIn("Gansu", "甘肃", "centers", also=("Lanzhou", "兰州")),
    StandIn("Qingyang", "庆阳", "centers"),
    StandIn("Inner Mongolia", "内蒙古", "centers", also=("Neimenggu", "Horinger", "和林格尔")),
    StandIn("Hohhot", "呼和浩特", "centers", also=("Huhehaote",)),
    StandIn("Ulanqab", "乌兰察布", "centers", also=("Wulanchabu",)),
    StandIn("Qinghai", "青海", "centers", also=("Xining", "西宁")),
    StandIn("Xinjiang", "新疆", "centers", also=("Urumqi", "乌鲁木齐", "Hami", "哈密")),
    StandIn("Tibet", "西藏", "centers", also=("Xizang", "Lhasa", "拉萨")),
    StandIn("Yunnan", "云南", "centers", also=("Kunming", "昆明")),
    StandIn("Shaanxi", "陕西", "centers"),
    StandIn("Xi'an", "西安", "centers", also=("Xian",)),
    StandIn("Chongqing", "重庆", "centers"),
    StandIn("Zhangjiakou", "张家口", "centers"),
    StandIn("Wuhu", "芜湖", "centers"),
    StandIn("Shaoguan", "韶关", "centers"),
    StandIn("Sichuan", "四川", "around", "chengdu"),
    StandIn("Guangdong", "广东", "around", "shenzhen"),
    StandIn("Zhejiang", "浙江", "around", "ningbo"),
    StandIn("Jinan", "济南", "within", "shandong"),
    StandIn("Qingdao", "青岛", "within", "shandong", also=("Tsingtao",)),
    StandIn("Zhengzhou", "郑州", "within", "henan"),
    StandIn("Luoyang", "洛阳", "within", "henan"),
    StandIn("Pudong", "浦东", "within", "shanghai", also=("Lingang", "临港")),
    StandIn("Zhongguancun", "中关村", "within", "beijing", also=("Haidian", "海淀")),
    StandIn("Hangzhou", "杭州", "nothing"),
    StandIn("Guangzhou", "广州", "nothing", also=("Canton",)),
    StandIn("Nanjing", "南京", "nothing"),
    StandIn("Suzhou", "苏州", "nothing"),
    StandIn("Wuxi", "无锡", "nothing"),
    StandIn("Jiangsu", "江苏", "nothing"),
    StandIn("Hefei", "合肥", "nothing"),
    StandIn("Anhui", "安徽", "nothing"),
    StandIn("Wuhan", "武汉", "nothing"),
    StandIn("Hubei", "湖北", "nothing"),
    StandIn("Changsha", "长沙", "nothing"),
    StandIn("Hunan", "湖南", "nothing"),
    StandIn("Tianjin", "天津", "nothing"),
    StandIn("Hebei", "河北", "nothing", also=("Langfang", "廊坊")),
    StandIn("Shanxi", "山西", "nothing", also=("Taiyuan", "太原", "Datong", "大同")),
    StandIn("Liaoning", "辽宁", "nothing", also=("Shenyang", "沈阳", "Dalian", "大连")),
    StandIn("Jilin", "吉林", "nothing", also=("Changchun", "长春")),
    StandIn("Heilongjiang", "黑龙江", "nothing", also=("Harbin", "哈尔滨")),
    StandIn("Fujian", "福建", "nothing", also=("Fuzhou", "福州")),
    StandIn("Xiamen", "厦门", "nothing"),
    StandIn("Jiangxi", "江西", "nothing", also=("Nanchang", "南昌")),
    StandIn("Guangxi", "广西", "nothing", also=("Nanning", "南宁")),
    StandIn("Hainan", "海南", "nothing", also=("Haikou", "海口")),
    StandIn("Hong Kong", "香港", "nothing", also=("Xianggang",)),
    StandIn("Macao", "澳门", "nothing", also=("Macau",)),
    StandIn("Dongguan", "东莞", "nothing"),
    StandIn("Zhuhai", "珠海", "nothing"),
)
"""Every name is found once: a place that stands here is no area of the model."""


def stand_in_for(typed: str) -> StandIn | None:
    """Return the place of a typed name, by any of its names; None where it is not in the table.

    The beginning of a name is enough, three letters or two characters long at least.
    """
    wanted = _plain(typed)
    exact = _by_name().get(wanted)
    if exact is not None or len(wanted) < (3 if wanted.isascii() else 2):
        return exact
    return next((row for name, row in _by_name().items() if name.startswith(wanted)), None)


def area_named(typed: str) -> str | None:
    """Return the area of a typed key or name, English, Chinese or Italian; None for none."""
    wanted = _plain(typed)
    return next((area for area in AREAS if wanted in map(_plain, names_of(area))), None)


def names_of(area: str) -> tuple[str, ...]:
    """Return every name by which an area is found: its key, label, Chinese and Italian name."""
    names = area, LABELS[area], CHINESE_AREAS[area], ITALIAN_AREAS.get(area, "")
    return tuple(filter(None, names))


@cache
def _by_name() -> Mapping[str, StandIn]:
    return {_plain(name): row for row in STAND_INS for name in row.names}


def _is_left_out(letter: str) -> bool:
    is_hidden = unicodedata.category(letter) == "Cf"
    return is_hidden or letter.isspace() or letter in _WITHIN_A_NAME


def _plain(name: str) -> str:
    """Return a name without case, spaces, apostrophes and what follows a name in Chinese."""
    letters = "".join(each for each in name.casefold() if not _is_left_out(each))
    for ending in ("自治区", "省", "市"):
        letters = letters.removesuffix(ending)
    return letters
