"""What the bundle is made of: Suanli, Python, and every package whose metadata travels in it."""

import platform
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final, NamedTuple

from deb.facts import NAME, ROOT, version
from ui.wording.help.about import license_of, license_texts

_INSIDE: Final = "_internal"
_WITHOUT_TEXT: Final = (
    "The text of version 3 of the GNU Lesser General Public License is in\n"
    "/usr/share/common-licenses/LGPL-3. The sources are those of Qt for Python of this version."
)
"""Of Qt for Python: the one part whose packages bring no text."""


class Part(NamedTuple):
    """A part of the bundle: under which license it comes, and which files there are its own."""

    name: str
    version: str
    license: str
    texts: tuple[str, ...]
    files: tuple[str, ...]


def parts(bundle: Path) -> tuple[Part, ...]:
    """Return the parts of a bundle: Suanli, Python, then packages by name."""
    packages = distributions(path=[str(bundle / _INSIDE)])
    found = sorted(_of_package(each, bundle) for each in packages if each.name != NAME)
    return (_suanli(), _python(), *found)


def _suanli() -> Part:
    return Part(NAME, version(), "MIT", ((ROOT / "LICENSE").read_text("utf-8"),), ("*",))


def _python() -> Part:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt").read_text("utf-8")
    own = ("libpython*", "base_library.zip", f"python{sys.version_info[0]}*")
    files = tuple(f"{_INSIDE}/{each}" for each in own)
    return Part("python", platform.python_version(), "PSF-2.0", (text,), files)


def _of_package(package: Distribution, bundle: Path) -> Part:
    own = {each.parts[0] for each in package.files or ()}
    there = sorted(each for each in own if (bundle / _INSIDE / each).is_dir())
    return Part(
        package.name,
        package.version,
        license_of(package),
        license_texts(package) or (_WITHOUT_TEXT,),
        tuple(f"{_INSIDE}/{each}/*" for each in there),
    )
