"""Which libraries of the system Qt misses; `ui.wording.linux` knows which packages bring them.

Qt's own libraries travel with PySide6. On Linux they rest on others, which do not: where one is
missing or broken, Qt cannot be imported, or ends the process when it is to open a window.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_MODULES: Final = ("QtWidgets", "QtDBus", "QtSvg")
_SECONDS: Final = 10
_ABSENT: Final = re.compile(r"(lib[^\s/:]+\.so\.\d+)\S* => not found")
_BROKEN: Final = re.compile(
    r"(lib[^\s/:]+\.so\.\d+)\S*: (?:cannot open|file too short|invalid ELF)"
)


def missing_for_import(said: str = "") -> list[str]:
    """Return the libraries without which Qt cannot be imported; `said` is what Python said."""
    return _missing((path for name in _MODULES for path in _of_qt(f"{name}.*so")), said)


def missing_for_platform(name: str) -> list[str]:
    """Return the libraries without which Qt has no windows on a platform, such as `xcb`."""
    return _missing(_of_qt(f"Qt/plugins/platforms/libq{name.partition('-')[0]}.so"))


def missing_for(*platforms: str) -> list[str]:
    """Return the libraries without which Qt has no pictures, nor windows on these platforms."""
    of_windows = (library for name in platforms for library in missing_for_platform(name))
    return list(dict.fromkeys((*missing_for_import(), *of_windows)))


def _of_qt(pattern: str) -> list[Path]:
    spec = find_spec("PySide6")
    return sorted(Path(spec.origin).parent.glob(pattern)) if spec and spec.origin else []


def _missing(files: Iterable[Path], said: str = "") -> list[str]:
    """Ask the loader, one file after the other, what it does not find or cannot read."""
    ask = shutil.which("ldd")
    answers = [said, *(_answer(ask, file) for file in files if ask)]
    found = (
        match for pattern in (_ABSENT, _BROKEN) for match in pattern.findall(" ".join(answers))
    )
    return sorted(set(found))


def _answer(ask: str, file: Path) -> str:
    done = subprocess.run(  # noqa: S603 - a file of Qt, by the system's own program
        [ask, str(file)], capture_output=True, text=True, check=False, timeout=_SECONDS
    )
    return f"{done.stdout} {done.stderr}"
