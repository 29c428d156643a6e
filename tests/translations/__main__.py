"""Finds every text, brings the catalogs up to date, compiles them, and tells what is wrong in them.

Ends with 1 where a text is without a translation, or one does not fit. A translation of what is no
longer said is taken out, and named.
"""

import sys

from tests.translations.catalogs import (
    TRANSLATED,
    compiled,
    compiled_name,
    source,
    source_name,
    translations,
)
from tests.translations.faults import faults_of
from tests.translations.found import ROOT, texts
from tests.translations.letters import lettered

_TOLD_AT_MOST = 40


def main() -> None:
    """Write the files of every language, and tell what is wrong in them."""
    faults: list[str] = []
    (ROOT / source_name(TRANSLATED[0])).parent.mkdir(exist_ok=True)
    for language in TRANSLATED:
        known = lettered(translations(language))
        faults.extend(faults_of(language, texts(), known))
        (ROOT / source_name(language)).write_bytes(source(language, texts(), known))
        (ROOT / compiled_name(language)).write_bytes(compiled(language, texts(), known))
    sys.exit(_told(faults) or None)


def _told(faults: list[str]) -> str:
    """Return the first faults and how many there are; empty where there is none."""
    more = len(faults) - _TOLD_AT_MOST
    rest = [f"and {more} more"] if more > 0 else []
    return "\n".join([*faults[:_TOLD_AT_MOST], *rest])


if __name__ == "__main__":
    main()
