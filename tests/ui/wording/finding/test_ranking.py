"""What is typed finds names in any language: by their beginnings, by parts, by pinyin."""

import pytest

from planner.model.graph import model
from tests.some import some
from ui.controllers.commands.findable.rows import levers, outcomes
from ui.widgets.choosing.entry import sought_of
from ui.wording.commands.table import COMMANDS
from ui.wording.finding.folding import folded
from ui.wording.finding.pinyin import begins, readings, syllables_of, typed_as_pinyin
from ui.wording.finding.ranking import Fit, narrows, rank, sought_by, typed
from ui.wording.finding.synonyms import all_synonyms
from ui.wording.first.questions import QUESTIONS


def _rank(text, *names, told=""):
    return rank(typed(text), sought_by(names, told))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Alibaba's plan", "alibabas plan"),
        ("Alibaba’s  PLAN…", "alibabas plan"),
        ("Utilità della città", "utilita della citta"),
        ("\uff25\uff26\uff2c\uff2f\uff30\uff33\uff08FP16\uff09", "eflops fp16"),
        ("voucher_budget/henan", "voucher budget henan"),
        ("算力券", "算力券"),
    ],
)
def test_that_accents_case_width_and_punctuation_do_not_count(text, words):
    assert folded(text) == words


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("voucher budget", Fit.WHOLE),
        ("vouch", Fit.BEGINNING),
        ("budget", Fit.WORD),
        ("udge", Fit.INSIDE),
        ("budget voucher", Fit.WORDS_APART),
        ("budget enterprises", Fit.TOLD_ONLY),
    ],
)
def test_that_a_beginning_goes_before_a_word_and_a_word_before_the_middle(text, fit):
    assert _rank(text, "Voucher budget", told="Of enterprises") == (fit, 0)
    assert _rank(f"{text} x", "Voucher budget", told="Of enterprises") is None


def test_that_the_shown_name_goes_before_another_one_that_fits_as_well():
    assert _rank("budget", "Budget", "Bilancio") < _rank("bilancio", "Budget", "Bilancio")
    assert _rank("utilità", "Utilization", "Utilità") == (Fit.WHOLE, 1)


@pytest.mark.parametrize("text", ["slq", "suanliquan", "suanlq", "slquan", "suan li quan", "sua"])
def test_that_vouchers_are_found_by_pinyin_and_by_initials(text):
    assert _rank(text, "Voucher budget", "算力券") == (Fit.BEGINNING, 1)


def test_that_pinyin_begins_at_any_syllable_and_one_letter_is_none():
    assert _rank("liquan", "算力券") == (Fit.WORD, 0)
    assert _rank("lquan", "算力券") == (Fit.WORD, 0)
    assert _rank("s", "算力券") is None
    assert _rank("slx", "算力券") is None
    assert _rank("算", "算力券") == (Fit.BEGINNING, 0)
    assert _rank("券", "算力券") == (Fit.INSIDE, 0)


@pytest.mark.parametrize(
    ("name", "typings"),
    [
        ("重庆", ("chongqing", "cq")),
        ("利用率", ("liyonglv", "liyonglu", "liyonglyu", "lyl")),
        ("成都", ("chengdu", "cd")),
        ("西藏", ("xizang", "xz")),
        ("厦门", ("xiamen", "xm")),
        ("重做", ("chongzuo", "cz")),
        ("和林格尔", ("helingeer", "hlge")),
        ("3800亿", ("3800yi",)),
    ],
)
def test_that_a_character_is_read_as_its_word_reads_it(name, typings):
    for each in some(typings):
        assert begins(typed_as_pinyin(each), syllables_of(name)), (each, syllables_of(name))


@pytest.mark.parametrize(("name", "typing"), [("重庆", "zhongqing"), ("西藏", "xicang")])
def test_that_the_other_reading_of_a_character_is_not_taken(name, typing):
    assert not begins(typed_as_pinyin(typing), syllables_of(name))


def test_that_every_reading_is_made_of_latin_syllables():
    for name, reading in some(readings().items()):
        assert reading == folded(reading)
        assert reading.isascii(), name
        assert begins("".join(syllables_of(name)), syllables_of(name))


def test_that_each_synonym_is_of_something_that_there_is_and_is_said_once():
    keys = {
        "levers": set(model().levers),
        "assumptions": set(model().assumptions),
        "outcomes": set(model().outcomes),
        "commands": {row.key for row in COMMANDS} | {"units"},
        "questions": {row.key for row in QUESTIONS},
    }
    assert set(all_synonyms()) == set(keys)
    for kind, rows in some(all_synonyms().items()):
        assert set(rows) <= keys[kind]
        for words in some(rows.values()):
            assert words
            assert len({word.casefold() for word in words}) == len(words)


def test_that_what_goes_on_being_typed_never_finds_what_its_beginning_did_not():
    names = ["Voucher budget", "算力券预算", "Utilità", "H100 equivalents", "阿里云"]
    typings = [*names, "suanliquan budget", "sl q ys", "aliyun h100", "voucher slq", "utilita aly"]
    pairs = [(each[:n], each[: n + 1]) for each in typings for n in range(1, len(each))]
    going_on = [(text, longer) for text, longer in pairs if narrows(typed(longer), typed(text))]
    found = [(t, name) for t, longer in going_on for name in names if _rank(longer, name)]
    assert len(found) > 40
    assert all(_rank(text, name) is not None for text, name in found)


@pytest.mark.parametrize("text", ["60%", "20-30%", "20–30 %", "7.5%", "60\uff05"])
def test_that_a_percent_finds_what_is_told_in_percent_once_its_sign_is_typed(text):
    assert _rank(text, "What centers can sell", told="center sellable target %") is not None
    assert _rank(text, "Network build time", told="network build time") is None
    assert _rank(text[:-1], "What centers can sell", told="center sellable target %") is None
    assert not narrows(typed(text), typed(text[:-1]))


def test_that_a_name_with_the_number_stands_before_what_is_told_in_percent():
    named = _rank("80%", "Centers can sell 80%")
    told = _rank("80%", "What centers can sell", told="%")
    assert named is not None
    assert told is not None
    assert named < told


def test_that_levers_and_outcomes_in_percent_are_found_by_one(qapp):
    found = {
        each.text
        for group in (levers(), outcomes())
        for each in group.entries
        if rank(typed("60%"), sought_of(each, group.title))
    }
    assert {"What centers can sell", "Utilization"} <= found
    assert not {"Network build time", "AI enterprises"} & found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("canoni", "Canone di noleggio"),
        ("canoni noleggi", "Canone di noleggio"),
        ("rents", "Compute rent"),
        ("vouchers", "Voucher budget"),
    ],
)
def test_that_a_plural_finds_what_is_called_in_the_singular_and_comes_last(text, name):
    assert rank(typed(text), sought_by((name,), "")) == (Fit.ENDING, 0)
    assert rank(typed("xanoni"), sought_by((name,), "")) is None
