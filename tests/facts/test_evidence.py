"""The evidence itself: complete, sourced, and honest about disputes."""

import pytest

from planner.facts.derive import DERIVATIONS
from planner.facts.load import evidence
from tests.some import some


def test_that_every_figure_is_there():
    found = evidence()
    assert len(found.facts) > 230
    assert len(found.judgements) > 80
    assert {f"C{n}" for n in (1, 2, 3, 4, 11, 12, 15, 20, 23)} <= set(found.disputes)


def test_that_no_fact_is_without_a_source():
    found = evidence()
    assert all(fact.sources for fact in found.facts.values())
    assert {source for fact in found.facts.values() for source in fact.sources} == set(
        found.sources
    )


def test_that_every_public_fact_but_the_weak_counts_of_firms_has_an_address():
    found = evidence()
    known = {source.id for source in found.sources.values() if source.url}
    nowhere = [
        fact.id
        for fact in found.facts.values()
        if fact.kind == "sourced" and not known.intersection(fact.sources)
    ]
    assert nowhere == ["P123b", "P123c", "P123d", "P123e"]
    assert {found.facts[each].grade for each in nowhere} == {"C", "D"}


def test_that_seeds_rest_on_an_article():
    articles = {"A1", "A2", "A3", "A4"}
    seeds = [fact for fact in evidence().facts.values() if fact.kind == "seed"]
    assert len(seeds) > 45
    assert all(articles.intersection(fact.sources) and fact.grade == "seed" for fact in seeds)


def test_that_every_judgement_argues():
    for each in some(evidence().judgements.values()):
        assert len(each.argument) > 30, each.id
        assert each.id.startswith("J:")


def test_that_no_fact_behind_a_default_says_that_it_is_not_used():
    found = evidence()
    behind = {each for judgement in found.judgements.values() for each in judgement.evidence}
    behind |= {each for _, facts in DERIVATIONS.values() for each in facts}
    assert "P164" in behind
    assert not [each for each in behind if "Not used" in found.facts[each].note]


def test_that_a_judgement_that_says_it_is_not_measured_is_marked_so():
    plain = ("not measured", "a judgement", "No estimate was found", "Nothing is published")
    found = [
        each
        for each in evidence().judgements.values()
        if any(words in each.argument for words in plain)
    ]
    assert len(found) > 60
    assert [each.id for each in found if each.measured] == ["J:enterprises_2025.shenzhen"]


@pytest.mark.parametrize("word", ["seed 0", ".txt", "helper", "http"])
def test_that_texts_carry_no_file_names_or_addresses(word):
    found = evidence()
    texts = [fact.note for fact in found.facts.values()]
    texts += [each.argument for each in found.judgements.values()]
    texts += [source.title for source in found.sources.values()]
    assert len(texts) > 300
    assert not [text for text in texts if word in text]


def test_that_every_figure_in_two_versions_is_in_a_dispute():
    found = evidence()
    disputed = {fact for each in found.disputes.values() for fact in each.facts}
    assert {fact.id for fact in found.facts.values() if fact.as_stated is not None} <= disputed
