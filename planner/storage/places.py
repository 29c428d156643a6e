"""Where things are: the data that travels with Suanli, and the user's own folders.

It names folders and makes the user's; it reads and writes no file. Lowest floor of planner.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import platformdirs

CACHE_VARIABLE: Final = "SUANLI_CACHE_FOLDER"
STATE_VARIABLE: Final = "SUANLI_STATE_FOLDER"
_APP: Final = "suanli"
_FOR_THE_USER_ALONE: Final = 0o700
_ROOT: Final = 0


def seeds_folder() -> Path:
    """Return the folder of the evidence, in a checkout or in an installed wheel."""
    return _travelling("seeds")


def resources_folder() -> Path:
    """Return the folder of examples, icons, style, help, messages and the schema."""
    return _travelling("resources")


def cache_folder() -> Path:
    """Return the folder for what can be made again; `SUANLI_CACHE_FOLDER` moves it.

    Root makes none in a folder of another user, as under sudo and su that keep HOME: its user could
    not use it afterwards.
    """
    named = os.environ.get(CACHE_VARIABLE)
    return _made(named, platformdirs.user_cache_path, check=_check_owner_above)


def state_folder() -> Path:
    """Return the folder of settings, recovery files and logs; `SUANLI_STATE_FOLDER` moves it."""
    return state_folder_named(os.environ.get(STATE_VARIABLE))


def state_folder_named(named: str | None) -> Path:
    """Return the state folder of that name, or the user's usual one."""
    return _made(named, platformdirs.user_state_path)


def _travelling(name: str) -> Path:
    """Find a folder of ours: inside the package of a wheel, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    bundled = package / "bundled" / name
    return bundled if bundled.is_dir() else package.parent / name


def _check_owner_above(folder: Path) -> None:
    """Raise PermissionError where root would make a folder in one of another user."""
    if os.name != "posix" or os.geteuid() != _ROOT or folder.exists():
        return
    above = next(each for each in folder.parents if each.exists())
    if above.stat().st_uid != _ROOT:
        raise PermissionError(errno.EPERM, "it belongs to another user", str(above))


def _made(
    named: str | None,
    usual: Callable[..., Path],
    check: Callable[[Path], object] = lambda _: None,
) -> Path:
    """Take the folder of that name, else the usual one, and make sure it is there.

    Raises OSError where there can be no such folder, whatever the reason: a user without a home,
    a name of no user, a name that no folder can have.
    """
    try:
        folder = Path(named).expanduser().absolute() if named else usual(_APP, appauthor=False)
        check(folder)
        folder.mkdir(_FOR_THE_USER_ALONE, parents=True, exist_ok=True)
    except RuntimeError as error:  # nobody knows the home folder
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), named or "~") from error
    except ValueError as error:  # a name with a NUL
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), named) from error
    return folder
