"""L3: every hand-made file gets the sentence that was written for it, in every language."""

from planner.storage.sentences.spoken import LANGUAGES
from tests.regenerate.corpus import laid_out, names, told_of
from tests.reliability.reading.corpus_files import expected


def test_that_every_file_of_the_corpus_has_its_sentence_written():
    written = [each["name"] for each in expected()]
    assert len(written) == len(set(written)) >= 60
    assert written == list(names())


def test_that_every_file_of_the_corpus_gets_the_sentence_written_for_it(
    record,
):
    """L3."""
    with laid_out():
        told = {each["name"]: told_of(each["name"]) for each in expected()}
    for each in expected():
        assert told[each["name"]] == {key: each[key] for key in each if key != "name"}
    opened = sum("title" in each for each in expected())
    refused = len(expected()) - opened
    assert opened > 20
    assert refused > 100
    record(
        "L3",
        f"{refused} hostile files: the written sentence in {len(LANGUAGES)} languages; "
        f"{opened} odd but honest ones open",
    )
