"""The page on Python runs as it stands."""

import doctest
from pathlib import Path

PAGE = Path(__file__).parents[2] / "resources" / "docs" / "python.md"


def test_that_every_example_of_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted > 20
    assert found.failed == 0
