"""The language of the window, for sentences that the terminal says in English. Floor: wording."""

from functools import cache

from ui.wording.figures.units import follows_units
from ui.wording.sentences.speech import Speech
from ui.wording.translate import model_text, numerals, unit_text


@follows_units
@cache
def window_speech() -> Speech:
    """Return what says sentences as the window does."""
    return Speech(model_text, unit_text, numerals())
