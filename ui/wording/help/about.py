"""About the program: versions, whose work it stands on, and under which licenses.

Read from the metadata of the packages that are installed. Floor: wording, no Qt.
"""

import platform
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import PurePath
from typing import Final

from planner.facts.load import evidence
from planner.facts.record import Source
from planner.model.graph import model
from planner.storage.sentences.catalog import translate
from ui.wording.help.page import Section, plain, sections_of, written

PROGRAM: Final = "suanli"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_FREE_TEXT_AT_MOST: Final = 60
_UNKNOWN: Final = "–"


def about_sections() -> tuple[Section, ...]:
    """Return versions, whose data are passed on, and every source of the evidence."""
    sources = evidence().sources.values()
    licensed = (_named(each, each.url, each.license) for each in sources if each.license)
    text = written("about").format(
        versions=_listed(versions()),
        credits=_listed(sorted(licensed)),
        sources=_listed(sorted(map(_named, sources))),
    )
    return sections_of(text)


def versions() -> tuple[str, ...]:
    """Return the versions of program, model, Python, Qt and the packages under the program."""
    own = (
        translate("Help", "Program: {version}").format(version=_version(PROGRAM)),
        translate("Help", "Model: {version}").format(version=model().version),
        translate("Help", "Python: {version}").format(version=platform.python_version()),
        translate("Help", "Qt: {version}").format(version=_version("PySide6_Essentials")),
    )
    packages = ", ".join(f"{each.name} {each.version}" for each in shipped())
    return (*own, translate("Help", "Libraries: {names}").format(names=packages))


def license_sections() -> tuple[Section, ...]:
    """Return every package that the program stands on, with its license and its text."""
    lead = translate("Help", "What each package says of its own license.")
    head = Section(translate("Help", "Licenses"), lead, 1)
    return (head, *map(_license_section, shipped()))


@cache
def shipped() -> tuple[Distribution, ...]:
    """Return the packages that the program needs, and those that they need, by name."""
    found: dict[str, Distribution] = {}
    waiting = _needed(PROGRAM)
    while waiting:
        name = waiting.pop()
        if name not in found and (package := _package(name)) is not None:
            found[name] = package
            waiting += _needed(name)
    return tuple(found[name] for name in sorted(found))


def license_of(package: Distribution) -> str:
    """Return what a package says of its license: its expression, else its words."""
    said = package.metadata
    expression = "".join(said.get_all("License-Expression") or ())
    free = "".join(said.get_all("License") or ())
    classes = [
        each.rpartition(" :: ")[2]
        for each in said.get_all("Classifier") or ()
        if each.startswith("License ::")
    ]
    short = free if len(free) <= _FREE_TEXT_AT_MOST else ""
    return expression or short or ", ".join(classes) or _UNKNOWN


def license_texts(package: Distribution) -> tuple[str, ...]:
    """Return the texts of the licenses that a package brings."""
    names = (each for each in package.files or () if _is_license(each))
    return tuple(text for each in names if (text := package.read_text(str(each)) or _text(each)))


def _license_section(package: Distribution) -> Section:
    texts = license_texts(package)
    blocks = ("\n".join(f"    {line}" for line in text.splitlines()) for text in texts)
    head = f"{package.name} {package.version}: {license_of(package)}"
    return Section(plain(head), "\n\n---\n\n".join(blocks), 3)


def _text(path: object) -> str:
    read = getattr(path, "read_text", None)
    try:
        return str(read("utf-8")) if read is not None else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _is_license(file: PurePath) -> bool:
    """Tell whether a file is a license, by its name or by the folder that is for them."""
    of_metadata = file.parts[0].endswith(".dist-info") and "licenses" in file.parts
    return of_metadata or file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE"))


def _needed(name: str) -> list[str]:
    """Return what a package asks for, whatever system it is on; extras are not shipped."""
    package = _package(name)
    wanted = () if package is None else package.requires or ()
    firm = (each for each in wanted if "extra ==" not in each)
    return [_plain_name(found[0]) for each in firm if (found := _NAME.match(each))]


def _plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _package(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _version(name: str) -> str:
    package = _package(name)
    return _UNKNOWN if package is None else package.version


def _named(source: Source, *more: str) -> str:
    return ", ".join(filter(None, (source.title, source.publisher, source.date, *more)))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines)
