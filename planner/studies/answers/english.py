"""Answers that programs read, in English whatever is spoken: an answer carries itself so.

What is said is made of numbers that are gone once it is said; so what makes an answer makes it
twice where another language is spoken. Sixth floor of planner.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

from planner.storage.sentences.spoken import ENGLISH, speaking, spoken
from planner.studies.answers.answer import Answer

P = ParamSpec("P")


def also_in_english(build: Callable[P, Answer]) -> Callable[P, Answer]:
    """Return what builds an answer in the language spoken, which carries the same in English."""

    @wraps(build)
    def built(*given: P.args, **named: P.kwargs) -> Answer:
        answer = build(*given, **named)
        if spoken() == ENGLISH:
            return answer
        with speaking(ENGLISH):
            return replace(answer, english=build(*given, **named))

    return built
