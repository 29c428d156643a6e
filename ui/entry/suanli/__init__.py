"""The one name of Suanli where it is installed, and the one module through which it starts.

An installed Suanli holds all else below this name: see resources/docs/decisions/one-name.md. In a
checkout `ui` and `planner` stand beside each other under names that others use too: PYTHONPATH, or
the folder a script stands in, may hold modules called the same. What such folders hold comes last
in the program. Importing this loads nothing heavy.
"""

import os
import sys

_PACKAGES = {"site-packages", "dist-packages"}


def put_ours_first() -> None:
    """Let imports find Python's own modules, ours, what is installed, and then any others."""
    ours, foreign = _folder_of_ours(), _foreign_folders()
    own = [folder for folder in sys.path if folder not in {ours, *foreign}]
    last = [folder for folder in sys.path if folder in foreign and folder != ours]
    installed = (place for place, folder in enumerate(own) if os.path.basename(folder) in _PACKAGES)
    place = next(installed, len(own))
    sys.path[:] = [*own[:place], ours, *own[place:], *last]


def main() -> int:
    """Do what the command line asks for and return the exit code."""
    put_ours_first()
    from ui.command_line import main as answer

    return answer()


def _folder_of_ours() -> str:
    """Return the folder of this package where it is installed, in a checkout that of `ui`."""
    here = os.path.dirname(os.path.abspath(__file__))
    above = os.path.dirname(here)
    is_installed = os.path.isfile(os.path.join(here, "ui/command_line.py"))
    return above if is_installed else os.path.dirname(os.path.dirname(above))


def _foreign_folders() -> set[str]:
    """Return the folders of PYTHONPATH and of the script, as they stand in `sys.path`."""
    named = [] if sys.flags.ignore_environment else _named_by_the_environment()
    script = [] if sys.flags.safe_path else sys.path[:1]
    return {*named, *script}


def _named_by_the_environment() -> list[str]:
    found = os.environ.get("PYTHONPATH", "")
    return [os.path.abspath(folder) for folder in found.split(os.pathsep)] if found else []
