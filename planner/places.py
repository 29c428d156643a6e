"""Where things are: the data that travels with Suanli, and the user's own folders.

It names folders and makes the user's; it reads and writes no file. Lowest floor of the planner.
"""

import os
from pathlib import Path
from typing import Final

import platformdirs

_APP: Final = "suanli"


def seeds_folder() -> Path:
    """Return the folder of the evidence, in a checkout or in an installed wheel."""
    return _travelling("seeds")


def resources_folder() -> Path:
    """Return the folder of examples, icons, style, help and translations."""
    return _travelling("resources")


def cache_folder() -> Path:
    """Return the folder for what can be made again; `SUANLI_CACHE_FOLDER` moves it."""
    return _own("SUANLI_CACHE_FOLDER", platformdirs.user_cache_path(_APP, appauthor=False))


def settings_folder() -> Path:
    """Return the folder of the user's settings; `SUANLI_SETTINGS_FOLDER` moves it."""
    return _own("SUANLI_SETTINGS_FOLDER", platformdirs.user_config_path(_APP, appauthor=False))


def state_folder() -> Path:
    """Return the folder of recovery files, locks and logs; `SUANLI_STATE_FOLDER` moves it."""
    return _own("SUANLI_STATE_FOLDER", platformdirs.user_state_path(_APP, appauthor=False))


def _travelling(name: str) -> Path:
    """Find a folder of ours: inside the package of a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    bundled = package / "bundled" / name
    return bundled if bundled.is_dir() else package.parent / name


def _own(variable: str, usual: Path) -> Path:
    """Take the folder that the environment names, else the usual one, and make sure it is there."""
    named = os.environ.get(variable)
    folder = Path(named).expanduser().resolve() if named else usual
    folder.mkdir(parents=True, exist_ok=True)
    return folder
