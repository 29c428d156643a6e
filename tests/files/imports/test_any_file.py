"""Whatever carries scenarios is read; a table, which carries none, is told from them."""

from pathlib import Path

import pytest

from planner.files.imports.any_file import open_any, read_any, read_one
from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario
from planner.storage.sentences.file_error import FileError


@pytest.mark.parametrize("read", [open_any, read_any, read_one])
def test_that_a_table_is_told_from_what_holds_scenarios(read: object, tmp_path: Path) -> None:
    path = tmp_path / "数字.CSV"
    path.write_bytes("日期,指标,数值\n".encode("gb18030"))
    assert callable(read)
    with pytest.raises(FileError, match="a table holds no scenario; numbers of your own"):
        read(path)


def test_that_a_scenario_of_any_other_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_bytes(to_bytes(Scenario(title="Mine")))
    assert read_one(path).scenario.title == "Mine"
    assert [each.scenario.title for each in read_any(path).contents] == ["Mine"]
