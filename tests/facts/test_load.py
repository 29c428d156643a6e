"""Loading is strict: what is wrong in seeds/ is named with its file and id."""

import shutil

import pytest

from planner.facts import load
from planner.facts.record import EvidenceError

SOURCE = '[[source]]\nid = "A1"\ntitle = "An article"\npublisher = ""\ndate = "2024"\n'
FACT = """[[fact]]
id = "X1"
name = "Firms"
value = 3
low = 2
high = 4
unit = "firm"
year = "2024"
place = "Beijing"
sources = ["A1"]
grade = "A"
kind = "sourced"
"""
JUDGEMENT = """[[judgement]]
id = "J:x"
name = "A number"
value = 1
unit = "1"
argument = "Because."
evidence = ["X1"]
"""
DISPUTE = """[[dispute]]
id = "C1"
title = "Firms"
stated = "Three."
others = "Thirty."
verdict = "slip"
decision = "Three."
facts = ["X1"]
"""


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / "facts").mkdir()
    (tmp_path / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "facts" / "firms.toml").write_text(FACT, encoding="utf-8")
    (tmp_path / "judgements").mkdir()
    (tmp_path / "judgements" / "numbers.toml").write_text(JUDGEMENT, encoding="utf-8")
    (tmp_path / "disputes.toml").write_text(DISPUTE, encoding="utf-8")
    return tmp_path


def write_fact(seeds, text):
    (seeds / "facts" / "firms.toml").write_text(text, encoding="utf-8")


def test_that_good_evidence_is_read(seeds):
    found = load.read_evidence(seeds)
    assert found.facts["X1"].value == 3.0
    assert found.facts["X1"].sources == ("A1",)
    assert found.judgements["J:x"].low is None
    assert found.disputes["C1"].facts == ("X1",)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('kind = "sourced"', 'kind = "sourced"\ncolor = "red"', "unknown field color"),
        ('year = "2024"\n', "", "field year is missing"),
        ("value = 3", 'value = "3"', "field value cannot be '3'; wanted a number"),
        ("value = 3", "value = true", "field value cannot be True"),
        ("value = 3", "value = 5", "low <= central <= high"),
        ("value = 3", "value = nan", "finite"),
        ('unit = "firm"', 'unit = "furlong"', 'unknown unit "furlong"'),
        ('grade = "A"', 'grade = "E"', 'wanted "seed" or "A"'),
        ('kind = "sourced"', 'kind = "heard"', 'wanted "seed" or "sourced"'),
        ('sources = ["A1"]', 'sources = ["A9"]', 'names "A9", which does not exist'),
        ('sources = ["A1"]', "sources = []", "sources must name at least one"),
        ('sources = ["A1"]', 'sources = "A1"', "wanted a list of texts"),
        ("value = 3", "value = 3\nas_stated = 30", "come together"),
        ("value = 3", "value = 3\nas_stated = 30\ncorroborated = 4", "come together"),
    ],
)
def test_that_a_bad_fact_is_refused_by_id_and_field(seeds, old, new, complaint):
    assert old in FACT
    write_fact(seeds, FACT.replace(old, new))
    with pytest.raises(EvidenceError) as refused:
        load.read_evidence(seeds)
    assert complaint in str(refused.value)
    assert "X1" in str(refused.value)


def test_that_an_id_used_twice_is_refused_even_across_files(seeds):
    (seeds / "facts" / "more.toml").write_text(FACT, encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"more\.toml: X1: this id is used twice"):
        load.read_evidence(seeds)


def test_that_a_table_of_another_kind_is_refused(seeds):
    write_fact(seeds, FACT + "\n[[judgment]]\nid = 'J:y'\n")
    with pytest.raises(EvidenceError, match=r"firms\.toml: only \[\[fact\]\]"):
        load.read_evidence(seeds)


def test_that_broken_text_names_its_file(seeds):
    write_fact(seeds, "[[fact]\n")
    with pytest.raises(EvidenceError, match=r"firms\.toml: cannot be read"):
        load.read_evidence(seeds)


def test_that_a_judgement_must_rest_on_known_facts(seeds):
    (seeds / "judgements" / "numbers.toml").write_text(
        JUDGEMENT.replace("X1", "X9"), encoding="utf-8"
    )
    with pytest.raises(EvidenceError, match='J:x: evidence names "X9"'):
        load.read_evidence(seeds)


def test_that_a_judgement_outside_its_range_is_refused(seeds):
    text = JUDGEMENT.replace("value = 1", "value = 1\nlow = 2\nhigh = 3")
    (seeds / "judgements" / "numbers.toml").write_text(text, encoding="utf-8")
    with pytest.raises(EvidenceError, match="J:x: low"):
        load.read_evidence(seeds)


def test_that_a_dispute_must_name_known_facts(seeds):
    (seeds / "disputes.toml").write_text(DISPUTE.replace("X1", "X9"), encoding="utf-8")
    with pytest.raises(EvidenceError, match='C1: facts names "X9"'):
        load.read_evidence(seeds)


def test_that_judgements_of_several_topics_are_read_together(seeds):
    more = JUDGEMENT.replace("J:x", "J:y")
    (seeds / "judgements" / "more.toml").write_text(more, encoding="utf-8")
    assert list(load.read_evidence(seeds).judgements) == ["J:y", "J:x"]
    (seeds / "judgements" / "more.toml").write_text(JUDGEMENT, encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"numbers\.toml: J:x: this id is used twice"):
        load.read_evidence(seeds)


@pytest.mark.parametrize("kind", ["facts", "judgements"])
def test_that_missing_evidence_is_not_taken_for_none(seeds, kind):
    shutil.rmtree(seeds / kind)
    with pytest.raises(EvidenceError, match="no evidence found"):
        load.read_evidence(seeds)


def test_that_a_series_with_other_columns_is_refused(tmp_path, monkeypatch):
    (tmp_path / "series").mkdir()
    (tmp_path / "series" / "a.csv").write_text("x,y\n1,2\n1\n", encoding="utf-8")
    monkeypatch.setattr(load, "seeds_folder", lambda: tmp_path)
    with pytest.raises(EvidenceError, match=r"a\.csv: columns must be x, z"):
        load.read_series("a", ("x", "z"))
    with pytest.raises(EvidenceError, match=r"a\.csv: row 3 must have 2 fields"):
        load.read_series("a", ("x", "y"))


def test_that_the_evidence_is_read_once():
    assert load.evidence() is load.evidence()
