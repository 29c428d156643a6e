"""Writes pictures of all scenes; run as a module, with the folder they are to lie in.

Each language and size has a process of its own, with a screen of that size, two at a time; a
scene is played once in each theme. Pictures lie in folders by language, theme and size.
"""

import argparse
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from planner.storage.sentences.spoken import LANGUAGES
from tests.screen_of_size import offscreen

ROOT = Path(__file__).parents[2]
THEMES = ("light", "dark")
SIZES = ("1024x600", "1440x900", "2560x1440")
SCALED_FROM = 2000
"""Pixels of width from which a screen has a scale of 2."""
AT_ONCE = 2


def main() -> int:
    """Write the pictures; return the exit code, 1 where a scene could not be played."""
    options = _options()
    if options.here:
        from tests.screenshots.taking import take_all

        return take_all(options)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        asked = product(options.lang, options.size)
        codes = pool.map(lambda each: _take(options, *each), asked)
    return max(codes)


def _take(options: argparse.Namespace, language: str, size: str) -> int:
    """Take the pictures of one language and size in a process of its own."""
    given = ["--here", "--lang", language, "--size", size, "--theme", *options.theme]
    if options.scene:
        given += ["--scene", *options.scene]
    with TemporaryDirectory() as state:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": offscreen(Path(state), *map(int, size.split("x"))),
            "QT_SCALE_FACTOR": str(_scale(size)),
            "QT_LOGGING_RULES": "default.warning=false",
            "SUANLI_STATE_FOLDER": state,
        }
        command = [sys.executable, "-m", "tests.screenshots", options.out, *given]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _scale(size: str) -> int:
    return 2 if int(size.partition("x")[0]) >= SCALED_FROM else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.screenshots", description=__doc__)
    parser.add_argument("out", metavar="OUT", help="folder for the pictures")
    parser.add_argument("--lang", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--theme", nargs="+", choices=THEMES, default=list(THEMES))
    parser.add_argument("--size", nargs="+", default=list(SIZES), metavar="WIDTHxHEIGHT")
    parser.add_argument("--scene", nargs="+", default=[], metavar="SCENE")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
