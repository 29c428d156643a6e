"""The window tells what could not be carried over from an older model."""

import json

from planner.files.scenario.scenario_file import to_bytes
from planner.model.scenario import Scenario


def test_that_a_bar_tells_what_was_left_out_until_it_is_closed(suanli, tmp_path):
    fields = json.loads(to_bytes(Scenario(title="Old", futures=16)))
    fields |= {"model_version": "1.0", "levers": {"center_share": 0.9}}
    path = tmp_path / "old.scenario.json"
    path.write_text(json.dumps(fields), "utf-8")
    assert suanli.files.open_path(path)
    bars = suanli.window.bars
    assert bars.bars["carried"].display.sentence.startswith("Settings of model 1.0 that")
    assert bars.bars["carried"].display.sentence.endswith("left out: center_share.")
    bars.bars["carried"].buttons["dismiss"].click()
    assert "carried" not in bars.bars
