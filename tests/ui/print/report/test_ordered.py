"""Parts of a report that were put in another order, or left out."""

from dataclasses import replace
from io import BytesIO
from unicodedata import normalize

import pytest
from pypdf import PdfReader

from tests.reliability.reading.corpus_sessions import ANSWER
from tests.some import some
from ui.engine.answered import Answered
from ui.engine.shown_run import ShownRun
from ui.print.report.make import report_bytes
from ui.print.report.parts import Asked, usual_order
from ui.wording.sentences.report_pages import PAGES, page_names

OTHER = replace(ANSWER, study="matters", title="What matters most?", sentence="The network does.")
ANSWERS = (Answered(ANSWER), Answered(OTHER))
SAID = {
    "summary": "Inputs that differ",
    "comparison": "Comparison, December 2030",
    "charts": "AI enterprises, all seven places",
    "dates": "Dates (80% range)",
    "care": "Read with care",
}
"""What each page says and no other."""


@pytest.fixture
def shown(doubled, baseline):
    return ShownRun(doubled, baseline)


def _paper(shown, order, answers=ANSWERS) -> str:
    reader = PdfReader(BytesIO(report_bytes(shown, Asked(order=order, answers=answers), "pdf")))
    text = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(normalize("NFKC", text).split())


def _web(shown, order, answers=ANSWERS) -> str:
    return report_bytes(shown, Asked(order=order, answers=answers), "html").decode()


def _places(text: str, order) -> list[int]:
    said = [SAID[part] if isinstance(part, str) else ANSWERS[part].answer.title for part in order]
    return [text.index(each) for each in said]


@pytest.mark.parametrize("page_of", [_paper, _web])
def test_that_parts_stand_in_the_order_that_was_chosen(qapp, shown, page_of):
    for order in some(
        [
            ("comparison", 0, "care", 1, "summary"),
            (0, "charts", "summary", 1, "dates", "comparison", "care"),
        ]
    ):
        places = _places(page_of(shown, order), order)
        assert places == sorted(places)


def test_that_usually_the_comparison_stands_before_the_answers(qapp, shown):
    for page in some([_paper(shown, None), _web(shown, None)]):
        order = [part for part in usual_order(2) if part != "charts"]
        assert _places(page, order) == sorted(_places(page, order))


@pytest.mark.parametrize("left_out", PAGES)
def test_that_a_page_that_is_out_is_not_told_and_the_others_are(qapp, shown, left_out):
    order = tuple(part for part in usual_order(2) if part != left_out)
    page = _web(shown, order)
    told = {part for part in PAGES if SAID[part] in page}
    assert told == set(PAGES) - {left_out}
    paper = _paper(shown, order)
    assert SAID[left_out] not in paper


def test_that_title_and_command_stand_in_every_report(qapp, shown):
    for page in some([_web(shown, ("charts",), ()), _paper(shown, ("charts",), ())]):
        assert "Alibaba doubled" in page
        assert "suanli run" in page
        assert not [each for each in SAID if each != "charts" and SAID[each] in page]


def test_that_the_only_answer_is_told_without_a_summary_too(qapp, shown):
    order = ("comparison", 0)
    said = normalize("NFKC", ANSWER.sentence)
    assert said in _paper(shown, order, ANSWERS[:1])
    assert ANSWER.sentence in _web(shown, order, ANSWERS[:1])


def test_that_answers_apart_from_each_other_each_have_their_sentence(qapp, shown):
    text = _paper(shown, (1, "comparison", 0))
    for answered in some(ANSWERS):
        assert normalize("NFKC", answered.answer.sentence) in text


def test_that_every_page_has_a_name():
    assert set(page_names()) == set(PAGES) == set(SAID)
    assert len(set(page_names().values())) == len(PAGES)
