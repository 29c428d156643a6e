"""Starts are measured in processes of their own; no test asserts a time."""

import json

from tests.benchmarks import start


def test_that_the_start_bench_sees_the_bare_windows_and_ours_with_lines_and_bands(
    monkeypatch, capsys
):
    monkeypatch.setattr(start, "STARTS", 1)
    assert start.main(json=True) == 0
    figures = json.loads(capsys.readouterr().out)["figures"]
    names = [row["name"] for row in figures]
    assert names[0] == "bare window of four pyqtgraph plots, painted"
    assert names[1:] == [
        "bare PySide6 window, painted",
        "first painted window",
        "center lines painted",
        "bands painted",
        "from first paint to bands",
    ]
    plain, bare, painted, lines, bands = (figures[i]["median_ms"] for i in (1, 0, 2, 3, 4))
    assert plain < bare
    assert painted < lines <= bands


def test_that_the_course_of_a_first_start_is_told_in_its_order(monkeypatch, capsys):
    marks = {"bands": 9.5, "shown": 0.5, "painted": 0.6, "lines": 0.7, "compiled": 9.4}
    monkeypatch.setattr(start, "_start", lambda **_: marks)
    assert start.main(json=False, fresh=True) == 0
    told = capsys.readouterr().out.splitlines()[2:]
    assert [line.split(maxsplit=1)[1] for line in told] == list(start.COURSE.values())
    assert told[0].split()[0] == "0.500"
    assert start.main(json=True, fresh=True) == 0
    course = json.loads(capsys.readouterr().out)["course"]
    assert course["bands painted"] == 9.5


def test_that_a_first_start_finds_no_kernel_of_the_user(monkeypatch):
    asked = []

    def started(changed):
        asked.append(changed)
        return {"shown": 0.0}

    monkeypatch.setattr(start, "_start", started)
    start.main(json=True, fresh=True)
    assert set(asked[0]) == {"SUANLI_CACHE_FOLDER", "XDG_CACHE_HOME"}
