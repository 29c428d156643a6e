"""What names a file is a path as it stands, or a `file:` address of this computer."""

import os
from pathlib import Path

import pytest

from planner.storage.address import path_of
from planner.storage.sentences.file_error import FileError


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("file:///home/a%20plan.json", "/home/a plan.json"),
        ("file://localhost/home/a.json", "/home/a.json"),
        ("FILE://LocalHost/home/a.json", "/home/a.json"),
        ("file:/home/a.json", "/home/a.json"),
        ("file:///home/%E8%AE%A1%E5%88%92.json", "/home/计划.json"),
        ("file:///home/计划.json", "/home/计划.json"),
        ("file:///home/100%.json", "/home/100%.json"),
        ("file:///home/a%23b%3Fc.json", "/home/a#b?c.json"),
        ("/home/a%20plan.json", "/home/a%20plan.json"),
        ("plan: second try.json", "plan: second try.json"),
        ("file:plan.json", "file:plan.json"),
        ("a/b://c", "a/b://c"),
    ],
)
def test_that_an_address_of_a_file_here_is_its_path(name, path):
    assert path_of(name) == Path(path)


def test_that_an_address_may_hold_bytes_of_another_encoding():
    assert os.fsencode(path_of("file:///home/%D6%D0.json")) == b"/home/\xd6\xd0.json"


@pytest.mark.parametrize("name", ["https://example.org/a.json", "smb://server/a", "mtp://[usb]/a"])
def test_that_an_address_of_another_kind_is_refused_in_one_sentence(name):
    with pytest.raises(FileError) as refused:
        path_of(name)
    kind = name.partition(":")[0]
    assert str(refused.value) == (
        f"{name} cannot be read: it is an address of the kind {kind}:, and only files of this "
        "computer can be opened"
    )


@pytest.mark.parametrize("language", ["en", "it", "zh_CN"])
def test_that_an_address_of_another_computer_names_it(language):
    with pytest.raises(FileError, match="server") as refused:
        path_of("file://server/share/a.json")
    assert "server" in refused.value.sentence(language).replace("//server", "")


def test_that_an_address_that_no_file_can_have_is_refused():
    with pytest.raises(FileError, match="no file can have this name"):
        path_of("file:///a%00b")
