"""What is written for readers is in the language spoken: no word of English is left in a file."""

import html
import re
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from planner.quantities.told.months import long_months, short_months
from planner.storage.sentences.spoken import speaking
from tests.marking import marking_catalog, outside_of_marks
from ui.command_line import main

__all__ = ["marking_catalog"]

PLAN = ("--scenario", "Mine", "--set", "voucher_budget.chengdu=900")
SHORT = ("--set", "futures=32", "--set", "last_year=2028")
COMPARED = ("compare", "baseline", *PLAN, *SHORT)
NAMES = {"Mine", "EFLOPS", "CNY", "PFLOPS", "mln", "mld", "ora", "acceleratore", "impresa", "anno"}
"""The scenario's title, and units in Italian, which no catalog holds."""


def _words(text):
    """Return the words of a text that no catalog was asked for."""
    return set(re.findall(r"[^\W\d_]{2,}", outside_of_marks(text)))


def _texts_of_page(page):
    """Return the texts of a page between its tags, without the command that makes it again."""
    body = re.sub(r"<style.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)
    told = [html.unescape(each) for each in re.findall(r">([^<]+)<", body)]
    return [each for each in told if not each.strip().startswith("suanli ")]


@pytest.mark.usefixtures("marking_catalog")
def test_that_no_word_of_a_report_was_left_in_english(tmp_path):
    report = tmp_path / "report.html"
    assert main([*COMPARED, "--places", "chengdu", "--report", str(report), "--lang", "it"]) == 0
    texts = _texts_of_page(report.read_text("utf-8"))
    with speaking("it"):
        months = {*long_months(), *short_months()}
    notes = "Every lever and assumption at its default"
    assert len(texts) > 100
    left = set().union(*(_words(each) for each in texts if notes not in each))
    assert left - NAMES - months - {"anni"} == set()


@pytest.mark.usefixtures("marking_catalog")
def test_that_no_word_of_a_workbook_for_readers_was_left_in_english(tmp_path):
    path = tmp_path / "book.xlsx"
    assert main([*COMPARED, "--xlsx", str(path), "--lang", "it"]) == 0
    book = load_workbook(path, read_only=True)
    heads = [cell for sheet in book for cell in next(sheet.iter_rows(values_only=True))]
    assert len(heads) > 50
    numbers = next(book[book.sheetnames[-1]].iter_rows(values_only=True))
    left = set().union(*(_words(each) for each in heads if each not in numbers))
    assert left - NAMES == set()
    runs = book["⟦Runs⟧"]
    told = [row[list(next(runs.values)).index("⟦draws⟧")] for row in list(runs.values)[1:]]
    assert told
    assert set().union(*map(_words, told)) == set()


def test_that_a_report_on_paper_holds_its_chinese_letters_and_their_font(tmp_path):
    report = tmp_path / "report.pdf"
    assert main([*COMPARED, "--report", str(report), "--lang", "zh"]) == 0
    read = PdfReader(BytesIO(report.read_bytes()))
    text = "".join(page.extract_text() for page in read.pages)
    assert "基准情景" in text
    assert "80%" in text
    assert "Baseline" not in text
    page: Any = read.pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
