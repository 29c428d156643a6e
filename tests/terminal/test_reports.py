"""A report of the terminal: by the ending of its name, and made again by the command in it."""

import html
import re
import shlex

import pytest

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


@pytest.mark.parametrize(
    "asked",
    [
        ("run", "baseline", *FEW, *CHENGDU, *TARGET, "--title", "It's <doubled>"),
        ("run", "vouchers-x4", "--places", "chengdu", "--year", "2028"),
        ("compare", "vouchers-x4", "alibaba-doubled"),
        (
            *("compare", "--scenario", "Doubled", *FEW, *CHENGDU),
            *("--scenario", "Slow", *FEW, "--set", "network_build_time=9"),
            *("--places", "chengdu"),
        ),
    ],
    ids=["one", "an example", "two examples", "two described"],
)
def test_that_the_command_in_a_report_gives_the_same_numbers(tmp_path, monkeypatch, capfd, asked):
    monkeypatch.chdir(tmp_path)
    assert main([*asked, "--report", "a.html"]) == 0, capfd.readouterr().err
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
