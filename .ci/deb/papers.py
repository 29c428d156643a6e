"""The papers of the package: who holds which rights, what it is made of, and what changed."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from deb.facts import (
    DOCUMENTS,
    LANGUAGES,
    LIBRARY,
    MAINTAINER,
    NAME,
    REVISION,
    ROOT,
    Release,
    releases,
    version,
)
from deb.manual import manual
from deb.parts import Part

_FORMAT: Final = "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
_HOLDERS: Final = {NAME: "2026 The Suanli authors", "python": "Python Software Foundation"}


def write_papers(tree: Path, parts: Sequence[Part], moment: datetime) -> None:
    """Write the papers into the tree of the package; a day is told as of the last release."""
    documents = tree / DOCUMENTS
    documents.mkdir(parents=True)
    (documents / "copyright").write_text(rights(parts), "utf-8")
    (documents / "sbom.cdx.json").write_text(bill(parts, moment), "utf-8")
    _write_small(documents / "changelog.Debian.gz", changes(releases()))
    _write_small(documents / "changelog.gz", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    for language, folder in LANGUAGES.items():
        pages = tree / "usr/share/man" / folder / "man1"
        pages.mkdir(parents=True)
        _write_small(pages / f"{NAME}.1.gz", manual(language, releases()[0].day))


def rights(parts: Iterable[Part]) -> str:
    """Return who holds which rights, in the form that Debian reads."""
    head = f"Format: {_FORMAT}\nUpstream-Name: Suanli\nSource: the source of this version\n"
    return "\n".join([head, *map(_stanza, parts)])


def _stanza(part: Part) -> str:
    files = "\n ".join(each if each == "*" else f"{LIBRARY}/{each}" for each in part.files)
    text = "\n\n".join((f"What {part.name} says of itself: {part.license}", *part.texts))
    return (
        f"Files: {files}\nCopyright: {_HOLDERS.get(part.name, f'the authors of {part.name}')}\n"
        f"License: {part.name}\n{_indented(text)}\n"
    )


def _indented(text: str) -> str:
    """Return a text as the continued lines of a field: an empty one is a point."""
    return "\n".join(f" {line.rstrip()}" if line.strip() else " ." for line in text.splitlines())


def bill(parts: Sequence[Part], moment: datetime) -> str:
    """Return the bill of materials, in the form of CycloneDX 1.6."""
    program, *rest = map(_component, parts)
    mark = "\n".join(f"{each.name} {each.version}" for each in parts)
    told = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid5(NAMESPACE_URL, mark).urn,
        "version": 1,
        "metadata": {
            "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {**program, "type": "application"},
        },
        "components": rest,
        "dependencies": [
            {"ref": program["bom-ref"], "dependsOn": [each["bom-ref"] for each in rest]},
        ],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, object]:
    kind = "generic" if part.name in _HOLDERS else "pypi"
    name = part.name.lower().replace("_", "-")
    address = f"pkg:{kind}/{name}@{part.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.license}}],
        "purl": address,
    }


def changes(made: Iterable[Release]) -> str:
    """Return the releases in the form that Debian reads; what changed stands in the changelog."""
    return "\n".join(line for each in made for line in _change(each))


def _change(release: Release) -> Iterator[str]:
    day = datetime.fromisoformat(release.day).replace(tzinfo=UTC)
    yield f"{NAME} ({release.version}-{REVISION}) unstable; urgency=medium\n"
    yield f"  * Version {release.version}: see changelog.gz.\n"
    yield f" -- {MAINTAINER}  {format_datetime(day)}\n"


def package_version() -> str:
    """Return the version of the package: that of the program, and of how it is packed."""
    return f"{version()}-{REVISION}"


def _write_small(path: Path, text: str) -> None:
    """Write a compressed file whose bytes depend on its text alone."""
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
