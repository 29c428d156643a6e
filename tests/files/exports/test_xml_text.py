"""Documents in XML are well-formed, whatever a scenario is called."""

import io
import xml.etree.ElementTree as ET
import zipfile
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape

import numpy as np

from planner.ensemble.projection import Projection, Request, Series
from planner.files.exports.workbook import workbook
from planner.files.exports.xmile import xmile
from planner.files.exports.xml_text import xml_bytes, xml_text
from planner.files.scenario.scenario_file import from_bytes, to_bytes
from planner.model.scenario import Scenario

NO_CHARACTERS = "\ufffe\uffff\ufdd0\U0001fffe\U0010ffff"
ODD = f'A {NO_CHARACTERS} & <b> ]]> "x" 算力 🇮🇹'
PLAIN = 'A \ufffd\ufffd\ufffd\ufffd\ufffd & <b> ]]> "x" 算力 🇮🇹'
SCENARIO = Scenario(title=ODD, notes=f"{ODD}\n\tsecond line", author=ODD)


def test_that_what_no_document_can_hold_is_replaced_and_nothing_else():
    every = "".join(map(chr, range(0x110000)))
    document = f"<a>{escape(xml_text(every))}</a>".encode()
    ParserCreate().Parse(document, True)
    replaced = {mark for mark in every if xml_text(mark) != mark}
    assert len(replaced) == 29 + 2048 + 32 + 2 * 17
    kept = "\t\n\r ~\x7f\x85é算\ue000\ufffd\U00010000🇮🇹"
    assert xml_text(kept) == kept


def test_that_bytes_that_are_no_text_become_a_text():
    assert (
        xml_bytes(b"<a>\xed\xa0\x80\xef\xbf\xbe\x00</a>").decode() == "<a>" + "\ufffd" * 5 + "</a>"
    )


def test_that_such_a_scenario_is_kept_letter_for_letter_in_its_own_file():
    assert from_bytes(to_bytes(SCENARIO), "a.json") == SCENARIO


def test_that_the_model_of_such_a_scenario_is_well_formed():
    data = xmile(SCENARIO)
    ParserCreate().Parse(data, True)
    name = ET.fromstring(data).find(".//{*}header/{*}name")
    assert name is not None
    assert name.text == PLAIN


def test_that_every_part_of_a_workbook_of_such_a_scenario_is_well_formed():
    times = 2025 + np.arange(12) / 12
    series = {Request("enterprises"): Series(np.arange(12.0), None)}
    data = workbook([Projection(SCENARIO, times, series, 0, 0.0)])
    book = zipfile.ZipFile(io.BytesIO(data))
    parts = [name for name in book.namelist() if name.endswith((".xml", ".rels"))]
    assert "docProps/core.xml" in parts
    for name in parts:
        ParserCreate().Parse(book.read(name), True)
    strings = ET.fromstring(book.read("xl/sharedStrings.xml"))
    assert PLAIN in {"".join(each.itertext()) for each in strings}
    (title,) = ET.fromstring(book.read("docProps/core.xml")).findall(
        "{http://purl.org/dc/elements/1.1/}title"
    )
    assert title.text == PLAIN
