"""Whether workers of a cluster have what batches need, in the versions that give equal bytes.

Eighth floor of planner.
"""

from collections.abc import Mapping
from typing import Any, Final

from planner.storage.sentences.catalog import translate

ALIKE: Final = ("distributed", "numpy", "scipy", "llvmlite", "pyarrow")
NEEDED: Final = ("pydantic", "platformdirs")
_PYTHON: Final = "python"


def versions_here() -> Mapping[str, Any]:
    """Return what this process has, as a worker would tell it."""
    from distributed.versions import get_versions

    told: Mapping[str, Any] = get_versions([*ALIKE, *NEEDED])
    return told


def fault_of_versions(ours: Mapping[str, Any], workers: Mapping[str, Mapping[str, Any]]) -> str:
    """Return in a sentence what the first worker lacks or has otherwise; empty where none does.

    Both are what `distributed.versions` tells, that of workers by their addresses.
    """
    here = _versions(ours)
    for address, each in workers.items():
        there = _versions(each)
        for name in (_PYTHON, *ALIKE, *NEEDED):
            if name not in there:
                text = translate("Planner", "the worker {address} has no {package}")
                return text.format(address=address, package=name)
            if name not in NEEDED and there[name] != here[name]:
                text = translate(
                    "Planner",
                    "the worker {address} has {package} {theirs}, this computer {ours}; both must "
                    "have the same",
                )
                return text.format(
                    address=address, package=name, theirs=there[name], ours=here[name]
                )
    return ""


def _versions(told: Mapping[str, Any]) -> dict[str, str]:
    """Return versions by package; of Python the first two numbers."""
    found = {name: str(version) for name, version in told["packages"].items() if version}
    python = found.get(_PYTHON, "").split(".")
    return {**found, _PYTHON: ".".join(python[:2])}
