"""A share of futures is read as people type one, or refused with a sentence."""

import pytest

from ui.wording.answers.share_typed import share_typed
from ui.wording.paths.typed import Refused


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("80%", 0.8),
        ("80", 0.8),
        ("0.8", 0.8),
        ("1", 1.0),
        ("100 %", 1.0),
        ("80\uff05", 0.8),
        ("0.5%", 0.005),
    ],
)
def test_that_percents_and_shares_are_read(text, share):
    assert share_typed(text) == pytest.approx(share)


@pytest.mark.parametrize("text", ["", "most", "0", "-5", "101", "140%", "nan", "3 EFLOPS"])
def test_that_anything_else_is_refused_in_a_sentence(text):
    with pytest.raises(Refused, match="a number such as 80%"):
        share_typed(text)


def test_that_none_is_a_share_where_it_may_be():
    assert [share_typed(each, may_be_none=True) for each in ("0", "0%", "90")] == [0, 0, 0.9]
    with pytest.raises(Refused, match="a number such as 80%"):
        share_typed("-1%", may_be_none=True)
