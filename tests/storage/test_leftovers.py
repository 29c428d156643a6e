"""What killed saves leave is cleared away later, and nothing else is."""

import os
import subprocess
import sys

from planner.storage.leftovers import DAY, sweep
from planner.storage.temporary import temporary_beside

LONG_AGO = 1_000_000_000


def _finished_process():
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def _left(folder, process, when=LONG_AGO, name=".a\nb.json.{}.0123abcd.tmp"):
    path = folder / name.format(process)
    path.write_bytes(b"half")
    os.utime(path, (when, when))
    return path


def test_that_a_day_old_leftover_of_a_dead_process_goes(tmp_path):
    path = _left(tmp_path, _finished_process())
    assert sweep([tmp_path, tmp_path, tmp_path / "gone"]) == 1
    assert not path.exists()


def test_that_a_leftover_of_today_or_of_a_living_process_stays(tmp_path):
    import time

    dead = _finished_process()
    today = _left(tmp_path, dead, time.time() - DAY + 60)
    living = _left(tmp_path, os.getpid(), name=".b.{}.0123abcd.tmp")
    assert sweep([tmp_path]) == 0
    assert today.exists()
    assert living.exists()
    assert sweep([tmp_path], older_than=0) == 1
    assert living.exists()


def test_that_files_of_others_stay(tmp_path):
    dead = _finished_process()
    names = ("a.{}.0123abcd.tmp", ".a.{}.tmp", ".a.{}.0123abcg.tmp", ".a.{}.0123abcd.tmp~", ".tmp")
    for name in names:
        _left(tmp_path, dead, name=name)
    assert sweep([tmp_path]) == 0
    assert len(list(tmp_path.iterdir())) == len(names)


def test_that_the_names_of_temporaries_are_those_that_are_swept(tmp_path):
    path = temporary_beside(tmp_path / "x.scenario.json")
    path.write_bytes(b"")
    os.utime(path, (LONG_AGO, LONG_AGO))
    assert sweep([tmp_path]) == 0  # this process lives
    renamed = path.with_name(path.name.replace(str(os.getpid()), str(_finished_process())))
    path.rename(renamed)
    assert sweep([tmp_path]) == 1
