"""Versions of other packages, told without importing them."""

import pytest

from planner.storage.installed import mark_of


def test_that_a_mark_follows_the_file_that_states_the_version(tmp_path, monkeypatch):
    package = tmp_path / "someones"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(OSError, match="does not tell its version"):
        mark_of("someones")
    (package / "_version.py").write_text("1.0")
    first = mark_of("someones")
    assert mark_of("someones") == first
    (package / "_version.py").write_text("1.1")
    assert mark_of("someones") != first


def test_that_the_packages_below_our_caches_have_marks_of_their_own():
    assert len({mark_of(name) for name in ("numpy", "llvmlite", "scipy")}) == 3


def test_that_a_missing_package_is_told_as_an_import_is():
    with pytest.raises(ImportError, match="nobodys is not installed"):
        mark_of("nobodys")
