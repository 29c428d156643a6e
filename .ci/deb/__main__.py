"""`python -m deb BUNDLE FOLDER`: packs a bundle of PyInstaller, and names the package it wrote.

SOURCE_DATE_EPOCH is the time that every file in it gets.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

from deb.archive import pack
from deb.icons import write_icons
from deb.papers import write_papers
from deb.parts import parts
from deb.tree import lay_out, settle


def main(bundle: Path, folder: Path) -> None:
    """Lay the package out beside the bundle, and write it into a folder."""
    second = int(os.environ["SOURCE_DATE_EPOCH"])
    tree = bundle.parent / "tree"
    rmtree(tree, ignore_errors=True)
    lay_out(bundle, tree)
    write_icons(tree)
    write_papers(tree, parts(bundle), datetime.fromtimestamp(second, UTC))
    settle(tree, second)
    sys.stdout.write(f"{pack(tree, folder)}\n")


main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
