"""Memory is measured in processes of their own; no test asserts an amount."""

import json

from tests.benchmarks import memory


def test_that_the_memory_bench_moves_opens_everything_and_runs(monkeypatch, capsys):
    monkeypatch.setattr(memory, "MOVES", 5)
    monkeypatch.setattr(memory, "FUTURES", (10,))
    assert memory.main(json=True) == 0
    rows = json.loads(capsys.readouterr().out)["figures"]
    assert [row["name"] for row in rows] == [
        "bare window of four pyqtgraph plots",
        "after the start, bands shown",
        "after 5 moves of a slider",
        "after every chart, the table and the assumptions",
        "suanli run, 10 futures, at most",
    ]
    assert rows[0]["ratio"] is None
    assert all(row["megabytes"] > 20 for row in rows)
    assert all(row["ratio"] > 1 for row in rows[1:4])


def test_that_a_system_without_proc_is_told_so(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(memory, "_STATUS", tmp_path / "none")
    assert memory.main(json=False) == 1
    assert "/proc" in capsys.readouterr().err
