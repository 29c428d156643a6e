"""A report of the terminal: by the ending of its name, and made again by the command in it."""

import html
import re
import shlex

import pytest

from tests.length import shortened
from ui.command_line import main

FEW = ("--set", "futures=32")
CHENGDU = ("--set", "voucher_budget.chengdu=2025:10,2025-09:100,2027:200,2031:0")
TARGET = ("--target", "enterprises.chengdu>=1850@2030")


def _numbers(page: str) -> tuple[list[str], list[str], list[str]]:
    """Return what a page tells: cells of its tables, its answer, the bars of its targets."""
    answer = page.partition('<div class="answer">')[2].partition("</div>")[0]
    return (
        re.findall(r"<td[^>]*>(.*?)</td>", page),
        re.findall(r"<p>(.*?)</p>", answer),
        re.findall(r"width: ([\d.]+)%", page),
    )


REPORTED = {
    "one": ("run", "baseline", *FEW, *CHENGDU, *TARGET, "--title", "It's <doubled>"),
    "an example": ("run", "vouchers-x4", "--places", "chengdu", "--year", "2028"),
    "two examples": ("compare", "vouchers-x4", "alibaba-doubled"),
    "two described": (
        *("compare", "--scenario", "Doubled", *FEW, *CHENGDU),
        *("--scenario", "Slow", *FEW, "--set", "network_build_time=9"),
        *("--places", "chengdu"),
    ),
    "against one": (
        *("compare", "--scenario", "Doubled", *FEW, *CHENGDU),
        *("--scenario", "Slow", *FEW, "--set", "network_build_time=9"),
        *("--scenario", "Fast", *FEW, "--set", "network_build_time=2"),
        *("--against", "Slow", "--units", "usd,h100e", "--places", "chengdu", *TARGET),
        *("--cards", "rent.cloud,enterprises,enterprises.all,idle_value.centers"),
    ),
    "an example against": (
        *("compare", "vouchers-x4", "alibaba-doubled", "--against", "vouchers-x4"),
    ),
}
MOST_TELLING = "one", "an example", "two described", "against one"


@pytest.mark.parametrize("name", shortened(REPORTED, MOST_TELLING))
def test_that_the_command_in_a_report_gives_the_same_numbers(tmp_path, monkeypatch, capfd, name):
    monkeypatch.chdir(tmp_path)
    assert main([*REPORTED[name], "--report", "a.html"]) == 0, capfd.readouterr().err
    first = (tmp_path / "a.html").read_text("utf-8")
    command = html.unescape(re.findall(r"<code>(.*?)</code>", first, re.DOTALL)[0])
    (tmp_path / "a.html").unlink()
    program, *words = shlex.split(command)
    assert program == "suanli"
    assert main(words) == 0, capfd.readouterr().err
    again = (tmp_path / "a.html").read_text("utf-8")
    assert _numbers(again) == _numbers(first)
    assert len(_numbers(first)[0]) > 20


def test_that_a_name_that_ends_in_pdf_is_written_as_pdf(tmp_path, capfd):
    path = tmp_path / "a.pdf"
    assert main(["run", "baseline", *FEW, "--report", str(path)]) == 0, capfd.readouterr().err
    assert path.read_bytes().startswith(b"%PDF")


def test_that_a_report_is_about_what_the_others_are_held_against(tmp_path, capfd):
    path = tmp_path / "a.html"
    slow = ("--scenario", "Slow", *FEW, "--set", "network_build_time=9")
    fast = ("--scenario", "Fast", *FEW, "--set", "network_build_time=2")
    asked = ("compare", *slow, *fast, "--against", "Fast", "--report", str(path))
    assert main(asked) == 0, capfd.readouterr().err
    page = path.read_text("utf-8")
    assert "Comparison with \u2068Fast\u2069, December 2030" in page or "with Fast" in page
    answer = _numbers(page)[1]
    assert len(answer) == 2
    said = answer[0].replace("\u2068", "").replace("\u2069", "")
    assert re.search(r"against Fast: AI enterprises [\d,]+ \(80% range [^)]+\), −", said)
    assert "limited by" in answer[1]
    assert "--against Fast" in page


def test_that_cards_are_those_of_a_report(capsys):
    assert main(["run", "baseline", "--cards", "enterprises"]) == 2
    assert capsys.readouterr().err == (
        "suanli: --cards is what the report tells of, which --report writes\n"
    )
