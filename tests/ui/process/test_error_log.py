"""What the parts of the program warn of stands in the log of the window."""

import logging

import pytest

from ui.process.errors import ErrorHook, log_path


@pytest.mark.parametrize("name", ["planner.storage.cache", "ui.process.state.settings", "suanli"])
def test_that_a_warning_of_any_part_stands_in_the_log(qapp, name):
    hook = ErrorHook()
    hook.install()
    logging.getLogger(name).warning("nothing is kept")
    hook.remove()
    logging.getLogger(name).warning("and this comes too late")
    said = log_path().read_text("utf-8")
    assert said.endswith(" nothing is kept\n")
    assert said.count("\n") == 1
