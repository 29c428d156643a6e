"""The folders that travel with Suanli, and the user's own."""

import sys

import pytest

from planner import places


def test_that_the_folders_of_a_checkout_are_found_beside_the_package():
    assert (places.seeds_folder().parent / "pyproject.toml").is_file()
    assert places.resources_folder().parent == places.seeds_folder().parent


def test_that_the_folders_of_a_wheel_win_over_those_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "__file__", str(tmp_path / "planner" / "places.py"))
    beside, inside = tmp_path / "seeds", tmp_path / "planner" / "bundled" / "seeds"
    beside.mkdir()
    assert places.seeds_folder() == beside
    inside.mkdir(parents=True)
    assert places.seeds_folder() == inside


@pytest.mark.parametrize("name", ["cache", "settings", "state"])
def test_that_the_environment_moves_a_folder_of_the_user(name, tmp_path, monkeypatch):
    named = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv(f"SUANLI_{name.upper()}_FOLDER", str(named))
    assert getattr(places, f"{name}_folder")() == named
    assert named.is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is the custom of Linux")
@pytest.mark.parametrize(
    ("name", "variable"),
    [("cache", "XDG_CACHE_HOME"), ("settings", "XDG_CONFIG_HOME"), ("state", "XDG_STATE_HOME")],
)
def test_that_a_folder_of_the_user_follows_the_desktop(name, variable, tmp_path, monkeypatch):
    monkeypatch.delenv(f"SUANLI_{name.upper()}_FOLDER", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert getattr(places, f"{name}_folder")() == tmp_path / "suanli"
