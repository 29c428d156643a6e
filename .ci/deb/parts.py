"""What the bundle is made of: Suanli, Python, and every package whose metadata travels in it."""

import platform
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final, NamedTuple

from deb.facts import DATA, NAME, ROOT, version
from deb.tree import programs
from ui.wording.help.about import license_of, license_texts

_INSIDE: Final = "_internal"
_WITHOUT_TEXT: Final = (
    "Of these version 3 of the GNU Lesser General Public License is taken. Its text is in\n"
    "/usr/share/common-licenses/LGPL-3, that of the license it adds to in GPL-3 beside it.\n"
    "The sources are those of Qt for Python of this version, from\n"
    "https://download.qt.io/official_releases/QtForPython\n"
    "Parts of Qt are by others: https://doc.qt.io/qt-6/licenses-used-in-qt.html"
)
_OF_QT: Final = ("PySide6_Essentials", "shiboken6")
"""The packages that bring no text."""
_STARTER: Final = "pyinstaller"
"""The package whose own program is the one that starts everything."""


class UnlicensedError(Exception):
    """Nothing tells under which license something in the bundle comes."""


class Part(NamedTuple):
    """A part of the bundle: under which license it comes, and which files there are its own."""

    name: str
    version: str
    license: str
    texts: tuple[str, ...]
    files: tuple[str, ...]


def parts(bundle: Path) -> tuple[Part, ...]:
    """Return the parts of a bundle: Suanli, Python, then packages by name.

    Raises UnlicensedError for a library that is no package's, and a package without its license.
    """
    packages = distributions(path=[str(bundle / _INSIDE)])
    found = sorted(_of_package(each, bundle) for each in packages if each.name != NAME)
    others = (_python(), *found)
    _check_none_stray(bundle, [pattern for part in others for pattern in part.files])
    return (_suanli(), *others)


def _check_none_stray(bundle: Path, patterns: Sequence[str]) -> None:
    for library in programs(bundle / _INSIDE):
        place = library.relative_to(bundle).as_posix()
        if not any(fnmatch(place, pattern) for pattern in patterns):
            raise UnlicensedError(f"{place} comes with the metadata of no package")


def _suanli() -> Part:
    text = (ROOT / "LICENSE").read_text("utf-8")
    return Part(NAME, version(), "MIT", (text,), ("*",))


def _python() -> Part:
    texts = (Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), DATA / "python-brings.txt")
    own = ("libpython*", "base_library.zip", f"python{sys.version_info[0]}*")
    files = tuple(f"{_INSIDE}/{each}" for each in own)
    return Part("python", platform.python_version(), "PSF-2.0", tuple(map(_read, texts)), files)


def _of_package(package: Distribution, bundle: Path) -> Part:
    return Part(
        package.name,
        package.version,
        license_of(package),
        _texts(package),
        (*([NAME] if package.name == _STARTER else ()), *_folders(package, bundle)),
    )


def _texts(package: Distribution) -> tuple[str, ...]:
    texts = license_texts(package) or ((_WITHOUT_TEXT,) if package.name in _OF_QT else ())
    if not texts:
        raise UnlicensedError(f"{package.name} brings no text of its license")
    return texts


def _folders(package: Distribution, bundle: Path) -> Iterator[str]:
    """Yield the folders and the modules at the top of a bundle that are a package's."""
    for name in sorted({each.parts[0] for each in package.files or ()} - {".."}):
        there = bundle / _INSIDE / name
        if there.exists():
            yield f"{_INSIDE}/{name}/*" if there.is_dir() else f"{_INSIDE}/{name}"


def _read(path: Path) -> str:
    return path.read_text("utf-8")
