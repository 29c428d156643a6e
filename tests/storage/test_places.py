"""The folders that travel with Suanli, and the user's own."""

import os
import sys

import pytest

from planner.storage import places


def test_that_the_folders_of_a_checkout_are_found_beside_the_package():
    assert (places.seeds_folder().parent / "pyproject.toml").is_file()
    assert places.resources_folder().parent == places.seeds_folder().parent


def test_that_the_folders_of_a_wheel_win_over_those_beside_it(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "__file__", str(tmp_path / "planner" / "storage" / "places.py"))
    beside, inside = tmp_path / "seeds", tmp_path / "planner" / "bundled" / "seeds"
    beside.mkdir()
    assert places.seeds_folder() == beside
    inside.mkdir(parents=True)
    assert places.seeds_folder() == inside


@pytest.mark.parametrize("name", ["cache", "state"])
def test_that_the_environment_moves_a_folder_of_the_user(name, tmp_path, monkeypatch):
    named = tmp_path / "not" / "there" / "yet"
    monkeypatch.setenv(f"SUANLI_{name.upper()}_FOLDER", str(named))
    assert getattr(places, f"{name}_folder")() == named
    assert named.is_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is the custom of Linux")
@pytest.mark.parametrize(
    ("name", "variable"),
    [("cache", "XDG_CACHE_HOME"), ("state", "XDG_STATE_HOME")],
)
def test_that_a_folder_of_the_user_follows_the_desktop(name, variable, tmp_path, monkeypatch):
    monkeypatch.delenv(f"SUANLI_{name.upper()}_FOLDER", raising=False)
    monkeypatch.setenv(variable, str(tmp_path))
    assert getattr(places, f"{name}_folder")() == tmp_path / "suanli"


@pytest.mark.skipif(sys.platform != "linux", reason="users and homes of Linux")
@pytest.mark.parametrize("name", ["cache", "state"])
@pytest.mark.parametrize("named", ["~nosuchuser/x", "a\0b", "x" * 300])
def test_that_a_folder_that_cannot_be_is_an_error_of_the_system(name, named, monkeypatch):
    real = dict(os.environ)  # no real environment can hold a NUL
    monkeypatch.setattr(os, "environ", {**real, f"SUANLI_{name.upper()}_FOLDER": named})
    with pytest.raises(OSError, match=r"\[Errno \d+\]"):
        getattr(places, f"{name}_folder")()


@pytest.mark.skipif(sys.platform != "linux", reason="users and homes of Linux")
@pytest.mark.parametrize("home", [None, "", "here"])
def test_that_a_user_without_a_home_has_no_folders_and_none_is_made(home, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for variable in ("HOME", "XDG_CACHE_HOME", "SUANLI_CACHE_FOLDER"):
        monkeypatch.delenv(variable, raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    monkeypatch.setattr("os.getuid", lambda: 54_321)
    with pytest.raises(FileNotFoundError):
        places.cache_folder()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is the custom of Linux")
def test_that_a_relative_folder_of_the_desktop_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.delenv("SUANLI_CACHE_FOLDER", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    assert places.cache_folder() == tmp_path / ".cache" / "suanli"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_that_a_folder_that_is_made_is_the_users_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("SUANLI_STATE_FOLDER", str(tmp_path / "a" / "state"))
    assert places.state_folder().stat().st_mode & 0o777 == 0o700
