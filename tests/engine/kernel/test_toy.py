"""The toy model shows every pass at work; its dump is one of the files that the code makes."""

import re

from tests.engine.kernel.toy import TOY, dump


def test_that_the_dump_shows_the_toy_model_from_source_to_instructions() -> None:
    titles = re.findall(r"^== (\w+)", dump(), re.MULTILINE)
    assert titles == [
        "Source",
        "Specialization",
        "Variability",
        "Code",
        "Schedule",
        "Layout",
        "Instructions",
    ]


def test_that_each_pass_has_something_to_do_in_the_toy_model() -> None:
    assert len(TOY.equations) == 3
    text = dump()
    assert "share_of(adopters, firms)" in text
    assert "share_of(1.0, firms)" in text
    assert "moment: moment_2 = log(price)" in text
    assert "counterfactual, for each area:" in text
    assert "output_0, for the nation:" in text
    assert 'define internal void @"each_step"' in text
