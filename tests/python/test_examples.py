"""Every example in what is public of `suanli` runs as it stands there."""

import doctest
import importlib

import pytest

import suanli
from tests.some import some

ROOMS = some(sorted([*suanli._ROOMS, "ema", "notebook", "salib"]))


@pytest.mark.parametrize("room", ROOMS)
def test_that_the_examples_of_a_module_run(room, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    module = importlib.import_module(f"suanli.{room}")
    found = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert found.failed == 0
