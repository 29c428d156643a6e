"""What may stand where a lock file should: a clone or an archive can bring any of it."""

import os
from pathlib import Path


def make_folder(path):
    path.mkdir()
    (path / "of-mine").touch()


def make_large(path):
    path.write_bytes(b"1\n" * 100_000)


STRANGE = {
    "folder": make_folder,
    "empty folder": Path.mkdir,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "link to /dev/zero": lambda path: path.symlink_to("/dev/zero"),
    "link in a circle": lambda path: path.symlink_to(path.name),
    "pipe": os.mkfifo,
    "large file": make_large,
}
