"""What the package says of itself, and where its files go."""

import re
import tomllib
from pathlib import Path
from typing import Final, NamedTuple

from planner.storage.sentences.spoken import Language

ROOT: Final = Path(__file__).parents[2]
DATA: Final = ROOT / "resources" / "packaging"
NAME: Final = "suanli"
LIBRARY: Final = "usr/lib/suanli"
DOCUMENTS: Final = "usr/share/doc/suanli"
LANGUAGES: Final[dict[Language, str]] = {"en": "", "it": "it", "zh_CN": "zh_CN"}
"""Languages of the manual, and the folders of their pages."""
PLACES: Final = {
    "suanli.desktop": "usr/share/applications/suanli.desktop",
    "suanli.mime.xml": "usr/share/mime/packages/suanli.xml",
    "suanli.metainfo.xml": "usr/share/metainfo/invalid.suanli.suanli.metainfo.xml",
    "suanli.svg": "usr/share/icons/hicolor/scalable/apps/suanli.svg",
    "suanli.lintian-overrides": "usr/share/lintian/overrides/suanli",
}
"""Files of `resources/packaging`, and where a system looks for them."""
MAINTAINER: Final = "The Suanli authors <authors@suanli.invalid>"
"""The address is one that no mail reaches: there is none to give."""
REVISION: Final = "1"
FONTS: Final = "fonts-dejavu-core | fonts-noto-core | fonts-liberation"
"""Without a font the window does not open."""
RECOMMENDED: Final = ("libcups2", "shared-mime-info", "desktop-file-utils")
SUGGESTED: Final = ("fonts-noto-cjk", "libgtk-3-0")
SUMMARY: Final = "what-if tool for China's AI compute build-out"
DESCRIPTION: Final = (
    "Move a lever, such as a voucher budget or a capex plan, and see at once what",
    "follows for AI enterprises and compute supply in the years 2025 to 2035, with",
    "bands that have been held against what was measured.",
    ".",
    "The package brings a Python and the libraries that Suanli stands on. The same",
    "program answers in a terminal: see suanli(1).",
)
_RELEASE: Final = re.compile(r"^## \[(\d[^\]]*)\] - (\S+)$", re.MULTILINE)


class Release(NamedTuple):
    """A version and the day on which it was made, as `YYYY-MM-DD`."""

    version: str
    day: str


def version() -> str:
    """Return the version of the program, as `pyproject.toml` has it."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return str(told["project"]["version"])


def releases() -> tuple[Release, ...]:
    """Return the releases that the changelog tells of, the newest first."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    return tuple(Release(*found) for found in _RELEASE.findall(text))
