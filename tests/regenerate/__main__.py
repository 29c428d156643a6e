"""Writes every file that the code makes and that is not up to date, and names it.

A model that does not hang together is told in sentences, before anything is run with it.
"""

import sys

from planner.model.check import check
from planner.model.graph import model
from tests.regenerate.files import ROOT, generated


def main() -> None:
    """Bring all of them up to date."""
    if faults := check(model()):
        sys.exit("\n".join(faults))
    for name, make in generated().items():
        path, made = ROOT / name, make()
        if not path.exists() or path.read_bytes() != made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
            print(f"wrote {name}")  # noqa: T201


if __name__ == "__main__":
    main()
