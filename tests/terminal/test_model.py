"""`suanli model` writes the equations for other simulators."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ui.command_line import main


def test_that_the_model_of_an_example_is_written(tmp_path: Path) -> None:
    path = tmp_path / "model.xmile"
    assert main(["model", "--xmile", str(path), "--scenario", "alibaba-doubled"]) == 0
    text = path.read_text("utf-8")
    assert ET.fromstring(text).tag.endswith("xmile")
    assert "Over time: 98.4 until Apr 2025, 253.3333333 from Apr 2025, 140 from Apr 2028" in text


def test_that_the_model_can_be_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["model", "--xmile", "-"]) == 0
    assert capfd.readouterr().out.startswith("<?xml")


def test_that_an_unknown_scenario_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "model.xmile"
    assert main(["model", "--xmile", str(path), "--scenario", "basline"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not path.exists()
