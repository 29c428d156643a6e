"""Evidence that is read once is kept, and never shown when its files have changed."""

import pytest

from planner.facts.record import EvidenceError
from planner.facts.tables import read_tables


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("SUANLI_CACHE_FOLDER", str(tmp_path / "cache"))
    path = tmp_path / "facts.toml"
    path.write_text('[[fact]]\nid = "A"\nvalue = 1.25\nsources = ["S1", "S2"]\n')
    return path


def _kept(file):
    return list((file.parent / "cache").glob("evidence_*"))


def test_that_what_is_kept_is_what_was_read(file, monkeypatch):
    fresh = read_tables((file,), keeping=True)
    assert len(_kept(file)) == 1
    monkeypatch.setattr("tomllib.loads", None)
    assert read_tables((file,), keeping=True) == fresh
    assert fresh[str(file)] == {"fact": [{"id": "A", "value": 1.25, "sources": ["S1", "S2"]}]}


def test_that_a_changed_file_is_read_anew(file):
    read_tables((file,), keeping=True)
    file.write_text(file.read_text().replace("1.25", "2.5"))
    assert "2.5" in str(read_tables((file,), keeping=True))


def test_that_a_damaged_copy_is_read_over(file):
    fresh = read_tables((file,), keeping=True)
    _kept(file)[0].write_text('{"half":')
    assert read_tables((file,), keeping=True) == fresh
    _kept(file)[0].write_text("[]")
    assert read_tables((file,), keeping=True) == fresh


def test_that_a_date_is_not_kept_as_if_it_were_text(file):
    file.write_text("[[fact]]\nyear = 2025-01-01\n")
    fresh = read_tables((file,), keeping=True)
    assert _kept(file) == []
    assert read_tables((file,), keeping=True) == fresh


def test_that_a_file_that_cannot_be_read_is_named(file):
    file.write_text("id =")
    with pytest.raises(EvidenceError, match=r"facts\.toml: cannot be read"):
        read_tables((file,), keeping=True)
