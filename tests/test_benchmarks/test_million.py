"""A window with very many futures is measured in a process of its own; no test asserts a time."""

import json

from tests.benchmarks import million


def test_that_a_lever_is_dragged_while_very_many_futures_are_chosen(monkeypatch, capsys):
    monkeypatch.setattr(million, "FUTURES", 17_000)
    assert million.main(json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in told["figures"]] == list(million.STAGES.values())
    assert all(row["seconds"] > 0 for row in told["figures"])
    assert all(row["still_ms"] >= 0 for row in told["figures"])
    assert told["megabytes"] > 20


def test_that_a_system_without_proc_is_told_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(million, "_STATUS", tmp_path / "none")
    assert million.main(json=False) == 1
    assert "/proc" in capsys.readouterr().err
