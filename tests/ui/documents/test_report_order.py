"""What a report tells and in which order: kept, completed by what is new, told in a line."""

from dataclasses import replace

from tests.reliability.reading.corpus_sessions import ANSWER
from ui.documents.sessions.kept_answers import KeptAnswers, question_of
from ui.documents.sessions.report_order import (
    ReportPart,
    as_text,
    completed,
    from_text,
    usual_parts,
)
from ui.engine.answered import Answered

OTHER = replace(ANSWER, study="matters")
THIRD = replace(ANSWER, study="solve")
FIRST, SECOND, LATER = map(question_of, (ANSWER, OTHER, THIRD))


def test_that_a_report_tells_summary_comparison_answers_as_asked_and_the_rest():
    assert [part.page or part.question for part in usual_parts([FIRST, SECOND])] == [
        *("summary", "comparison", FIRST, SECOND, "charts", "dates", "care", "story"),
    ]


def test_that_an_answer_kept_later_comes_behind_the_one_before_wherever_that_stands():
    moved = from_text("charts dates -2 1 summary comparison care", [FIRST, SECOND])
    parts = completed(moved, [FIRST, SECOND, LATER])
    assert [(part.page or part.question, part.is_in) for part in parts] == [
        ("charts", True),
        ("dates", True),
        (SECOND, False),
        (LATER, True),
        (FIRST, True),
        ("summary", True),
        ("comparison", True),
        ("care", True),
        ("story", False),
    ]


def test_that_an_answer_that_is_kept_no_longer_leaves_the_order_of_the_rest():
    moved = from_text("2 1 summary", [FIRST, SECOND])
    parts = completed(moved, [FIRST])
    assert [part.question for part in parts if not part.page] == [FIRST]
    assert parts.index(ReportPart(question=FIRST)) < parts.index(ReportPart("summary"))


def test_that_a_line_tells_an_order_and_the_usual_one_is_empty():
    questions = [FIRST, SECOND]
    assert as_text(usual_parts(questions), questions) == ""
    text = "charts -2 1 summary story comparison dates -care"
    assert as_text(from_text(text, questions), questions) == text


def test_that_of_a_line_from_elsewhere_what_is_known_is_taken_once():
    assert from_text("charts nonsense 7 -charts 0 care", [FIRST]) == (
        ReportPart("charts"),
        ReportPart("care"),
    )


def test_that_what_is_out_is_not_told_and_stays_kept():
    kept = KeptAnswers()
    kept.keep([Answered(ANSWER), Answered(OTHER)])
    assert kept.told() == (
        kept.all,
        ("summary", "comparison", 0, 1, "charts", "dates", "care"),
    )
    kept.restore_report("2 summary -1 -charts", (ANSWER, OTHER))
    answers, order = kept.told()
    assert [each.answer for each in answers] == [OTHER]
    assert order == (0, "summary", "comparison", "dates", "care")
    assert len(kept.all) == 2


def test_that_an_answer_that_is_asked_again_stays_where_it_was_put():
    kept = KeptAnswers()
    kept.keep([Answered(ANSWER), Answered(OTHER)])
    kept.restore_report("2 1", (ANSWER, OTHER))
    kept.keep([Answered(replace(OTHER, sentence="Another."))])
    assert [each.answer.sentence for each in kept.told()[0]] == ["Another.", ANSWER.sentence]
