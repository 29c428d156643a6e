"""The about page names versions, sources, and whose data are passed on."""

from pathlib import Path

from planner.ensemble.draws import points
from planner.facts.load import evidence
from planner.model.graph import model
from ui.wording.help.about import about_sections
from ui.wording.help.page import markdown


def test_the_about_page_credits_data_passed_on_with_their_license():
    credited, _, sources = about_text().partition("## Sources of the evidence")
    assert "https://creativecommons.org/licenses/by/4.0/" in credited
    _, _, credited = credited.partition("## Data passed on")
    licensed = [each for each in evidence().sources.values() if each.license]
    assert licensed
    lines = [line for line in credited.splitlines() if line.startswith("- ")]
    assert len(lines) == len(licensed)
    assert all("Epoch AI" in line and "CC BY 4.0" in line and "epoch" in line for line in lines)
    assert sources.count("\n- ") == len(evidence().sources)


def test_the_about_page_names_the_model():
    assert f"Model: {model().version}" in about_text()
    assert "{" not in about_text()


def test_the_about_page_credits_the_direction_numbers_and_their_file_keeps_the_license():
    assert "S. Joe and F. Y. Kuo" in about_text()
    head = Path(points.__file__).with_name("directions.txt").read_text("ascii")
    assert "Copyright (c) 2008, Frances Y. Kuo and Stephen Joe" in head
    assert "Redistributions in binary form must reproduce the above copyright notice" in head


def about_text() -> str:
    return markdown(about_sections())
