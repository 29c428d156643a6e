"""The hash of the model tells versions of all that numbers of a sweep rest on from each other."""

from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from planner.storage.places import seeds_folder
from planner.sweep.store import origin
from planner.sweep.store.origin import hash_of_model

PLANNER = Path(origin.__file__).parents[2]
RESTED_ON = [
    "studies/survive/worlds.py",
    "studies/variants.py",
    "sweep/design/inputs.py",
    "sweep/batches/running.py",
    "ensemble/projection.py",
]


@pytest.fixture
def code(tmp_path, monkeypatch):
    """Return a copy of the code that is hashed."""
    copied = tmp_path / "planner"
    copytree(PLANNER, copied, ignore=ignore_patterns("__pycache__"))
    monkeypatch.setattr(origin, "__file__", str(copied / "sweep/store/origin.py"))
    return copied


@pytest.mark.parametrize("name", RESTED_ON)
def test_that_a_change_of_what_numbers_rest_on_is_another_version(name, code):
    before = hash_of_model.__wrapped__()
    path = code / name
    path.write_text(f"{path.read_text('utf-8')}\nCHANGED = 1\n", "utf-8")
    assert hash_of_model.__wrapped__() != before


def test_that_an_installed_package_and_a_checkout_are_one_version(code):
    before = hash_of_model.__wrapped__()
    for path in code.rglob("*.py"):
        text = path.read_text("utf-8").replace("from planner.", "from suanli.planner.")
        path.write_text(text, "utf-8")
    assert "from suanli.planner." in (code / "studies/variants.py").read_text("utf-8")
    assert hash_of_model.__wrapped__() == before == hash_of_model()


def test_that_the_evidence_counts(code, tmp_path, monkeypatch):
    before = hash_of_model.__wrapped__()
    copytree(seeds_folder(), tmp_path / "seeds")
    monkeypatch.setattr(origin, "seeds_folder", lambda: tmp_path / "seeds")
    assert hash_of_model.__wrapped__() == before
    path = tmp_path / "seeds/disputes.toml"
    path.write_text(f"{path.read_text('utf-8')}\n# changed\n", "utf-8")
    assert hash_of_model.__wrapped__() != before
