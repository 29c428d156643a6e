"""Italian articles and prepositions fit the share, the number or the date that follows them."""

import pytest

from planner.storage.sentences.catalog import translate
from planner.storage.sentences.contractions import ItalianText
from planner.storage.sentences.spoken import speaking


@pytest.mark.parametrize(
    ("text", "given", "said"),
    [
        ("più alto in {share} delle simulazioni", "97%", "più alto nel 97% delle simulazioni"),
        ("più alto in {share} delle simulazioni", "8%", "più alto nell’8% delle simulazioni"),
        ("più alto in {share}", "meno dell’1%", "più alto in meno dell’1%"),
        ("più alto in {share}", "tutte le simulazioni", "più alto in tutte le simulazioni"),
        ("In {share}% delle simulazioni", "11", "Nell’11% delle simulazioni"),
        ("; il {share}% solo insieme", "1", "; l’1% solo insieme"),
        ("; il {share}% solo insieme", "18", "; il 18% solo insieme"),
        ("sotto il {share}%", "0,5", "sotto lo 0,5%"),
        ("al {share}", "1,5%", "all’1,5%"),
        ("del {number}", "1.100", "del 1.100"),
        ("del {number}", "11.000", "dell’11.000"),
        ("in {count} varianti", "8", "in 8 varianti"),
        ("65% dal {date}", "2027", "65% dal 2027"),
        ("65% dal {date}", "gen 2027", "65% da gen 2027"),
        ("65% nel {date}", "agosto 2026", "65% in agosto 2026"),
        ("fino al {date}", "8 maggio 2028", "fino all’8 maggio 2028"),
    ],
)
def test_that_an_article_fits_what_is_given(text, given, said):
    (name,) = {part.partition("}")[0] for part in text.split("{")[1:]}
    assert ItalianText(text).format(**{name: given}) == said


def test_that_what_a_text_is_given_stays_as_it_is():
    said = ItalianText("{scenario}: in {share}").format(scenario="Piano in 8%", share="8%")
    assert said == "Piano in 8%: nell’8%"


def test_that_texts_of_the_catalog_are_said_so_in_italian_alone():
    with speaking("it"):
        assert translate("Test", "in {share}").format(share="8%") == "nell’8%"
    assert translate("Test", "in {share}").format(share="8%") == "in 8%"
