"""A target is typed in the words of three languages, whichever of them is spoken."""
# ruff: noqa: RUF001 - marks as they are typed there

import pytest

from planner.storage.sentences.spoken import LANGUAGES, speaking
from ui.wording.targets.sentence import Said, said_in
from ui.wording.targets.typed import is_path, level_typed, path_typed

ENTERPRISES, SPEND = "enterprises", "voucher_spend"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("text", "outcome", "said"),
    [
        ("at least 12,500 by December 2030", ENTERPRISES, ("12,500", "at least", 2030)),
        ("almeno 12.500 entro dicembre 2030", ENTERPRISES, ("12.500", "at least", 2030)),
        ("Almeno 12.500 entro la fine del 2030.", ENTERPRISES, ("12.500", "at least", 2030)),
        ("non meno di 12.500 imprese nel 2030", ENTERPRISES, ("12.500 imprese", "at least", 2030)),
        ("al massimo 2 mld CNY all’anno", SPEND, ("2 mld CNY all'anno", "at most", 0)),
        ("non più di 2 mld CNY ogni anno", SPEND, ("2 mld CNY", "at most", 0)),
        ("至少 12,500 家", ENTERPRISES, ("12,500 家", "at least", None)),
        ("至少12500家，2030年12月", ENTERPRISES, ("12500家", "at least", 2030)),
        ("到2030年底至少 12,500 家", ENTERPRISES, ("12,500 家", "at least", 2030)),
        ("至少 12,500 家（2030年）", ENTERPRISES, ("12,500 家", "at least", 2030)),
        ("不超过 20 亿元/年", SPEND, ("20 亿元/年", "at most", 0)),
        ("每年不超过 20 亿元", SPEND, ("20 亿元", "at most", 0)),
        ("不超过２０亿元，每年。", SPEND, ("20亿元", "at most", 0)),
        ("至少 12,500 家，每年", ENTERPRISES, ("12,500 家", "at least", 0)),
        ("≥ 12.5", ENTERPRISES, ("12.5", "at least", None)),
        ("12,500", ENTERPRISES, ("12,500", None, None)),
    ],
)
def test_that_a_target_is_read_in_each_language(language, text, outcome, said):
    level, sense, year = said
    with speaking(language):
        assert said_in(text, outcome) == Said(level, sense, "", year)


def test_that_the_level_of_a_sentence_is_a_number_in_the_language_spoken():
    with speaking("it"):
        assert (
            level_typed(ENTERPRISES, said_in("almeno 12.500 imprese", ENTERPRISES).level) == 12500
        )
        assert level_typed(SPEND, "2 mld CNY all'anno") == 2000
    with speaking("zh_CN"):
        assert level_typed(ENTERPRISES, said_in("至少 12,500 家", ENTERPRISES).level) == 12500
        assert level_typed(SPEND, "20 亿元/年") == 2000
        assert level_typed(SPEND, "20") == 2000


def test_that_the_name_of_an_outcome_may_stand_before_and_behind():
    assert said_in("enterprises at least 9,000", ENTERPRISES).sense == "at least"
    said = said_in("used within deliverable every year", "used_compute")
    assert (said.against, said.sense, said.year) == ("deliverable_compute", "at most", 0)


def test_that_a_path_may_have_marks_of_full_width():
    assert is_path("2026：9000；2030：12500")
    assert path_typed(ENTERPRISES, "2026：9000；2030：12500").knots == (
        (2026.0, 9000.0),
        (2030.0, 12500.0),
    )
