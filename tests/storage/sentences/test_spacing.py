"""Chinese sentences have their spaces set once: between Han and Latin, none in a date."""

import re

import pytest

from planner.storage.sentences.message import message
from planner.storage.sentences.spacing import ChineseText, spaced

MODEL_SENTENCES = """\
拖动一个滑块，或从一个问题开始。
成都：自2025年12月起，年度算力券预算全部用完。
成都：到2030年底增加 11 家企业，100 次模拟中有 97 次增加。
就新增资金而言，每家企业花费 5,100 万元（2,500 万～1 亿元）。
其他地区减少 4 家。
2028年：芯片。需求是供给的 1.47 倍。
80% 的模拟：10,880～13,950。
利用率提高 2.4 个百分点。
阿里巴巴计划：三年 3,800 亿元。
尚无定论：若租金跟随成本，方向会改变。
该调节项范围内无法达到；最接近的是 0.65。
合计 +180，单独相加 +159：交互作用 +21。
假设已更改：基准也随之变动（−83）。
无公布数据；暂按 8,000 万元/年计。
“480 banana”：此处不识别该单位。
补贴比例应在 0%～100% 之间，不能为 150%。
无法读取 plan.json：没有访问权限
是否保存对“目标 60%”的更改？
模型对全部智算中心只有一个合计，不区分西部各省份。
这不是预测，只说明由输入得出的结果。""".splitlines()
HAN = r"[\u3400-\u9fff]"
SPACES = re.compile(rf"(?<={HAN}) | (?={HAN})")


@pytest.mark.parametrize("sentence", MODEL_SENTENCES)
def test_that_a_sentence_without_spaces_gets_those_of_the_glossary(sentence):
    assert spaced(SPACES.sub("", sentence)) == sentence


@pytest.mark.parametrize("sentence", MODEL_SENTENCES)
def test_that_a_sentence_with_its_spaces_stays_as_it_is(sentence):
    assert spaced(sentence) == sentence


def test_that_spaces_are_set_around_what_a_text_is_given():
    text = ChineseText("到{year}年底增加{count}家，{share}的模拟")
    assert text.format(year=2030, count=11, share="80%") == "到2030年底增加 11 家，80% 的模拟"
    assert ChineseText("自{month}起{unit}").format(month="2030年12月", unit="EFLOPS") == (
        "自2030年12月起 EFLOPS"
    )


def test_that_what_a_text_is_given_stays_as_it_is():
    title, file = "方案A与B组", "2025年plan表.json"
    said = ChineseText("情景{title}在{file}中").format(title=title, file=file)
    assert said == f"情景{title}在{file} 中"
    assert ChineseText("{name}已保存").format(name="plan.json") == "plan.json 已保存"


def test_that_a_sentence_about_a_file_has_its_spaces_set():
    said = message("too_many_scenarios", file="a.json", count=9, most=4).text("zh_CN")
    assert said == "a.json 中含有 9 个情景；最多允许 4 个"
