"""What something is called in every language, so that it is found whichever is spoken."""

from collections.abc import Callable

from planner.storage.sentences.spoken import LANGUAGES, speaking, spoken


def in_every_language(say: Callable[[], str]) -> tuple[str, ...]:
    """Return the different names that are said, that of the language spoken first."""
    names = []
    for language in dict.fromkeys((spoken(), *LANGUAGES)):
        with speaking(language):
            names.append(say())
    return tuple(dict.fromkeys(names))
