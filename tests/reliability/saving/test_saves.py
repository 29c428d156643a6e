"""S1, S4 and S8: a save gives the old file or the new one, whatever happens to it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from planner.files.scenario.scenario_file import from_bytes, to_bytes
from tests.reliability.model.any_scenario import any_scenario
from tests.reliability.model.any_targets import with_any_targets
from tests.reliability.saving.small_disk import run_on_a_small_disk

ROOT = Path(__file__).parents[3]
ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="processes and limits of POSIX")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


@ON_POSIX
def test_that_killing_a_save_at_any_moment_loses_nothing(tmp_path, sized, record):
    """S1."""
    program = str(ROOT / "tests/reliability/saving/kill_saves.py")
    command = [sys.executable, program, str(tmp_path), str(sized(200, 1000)), "4"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["corrupt"], found["older"], found["remaining"]) == (0, 0, 0)
    assert found["saves"] > found["kills"] / 10  # they did save
    assert found["left"] > 0  # and were killed in between
    assert found["swept"] == found["left"]
    record(
        "S1",
        "{kills} kills in {saves} saves: {corrupt} corrupt, {older} older than acknowledged; "
        "{left} temporaries, all swept".format(**found),
    )


FILLING = """
import sys
from pathlib import Path
from planner.storage.atomic import write_atomically
from planner.storage.sentences.file_error import FileError

folder, kept = Path(sys.argv[1]), {"a", "a.bak"}
path = folder / "a"
outcomes = {}
for number in range(200):
    path.unlink(missing_ok=True)
    (folder / "a.bak").unlink(missing_ok=True)
    write_atomically(path, b"old" * 1000)
    data = b"%d" % (number % 10) * (95_000 + number * 300)
    try:
        write_atomically(path, data, backup=number % 2 == 0)
        said = "saved"
        assert path.read_bytes() == data
    except FileError as error:
        said = str(error).partition(" cannot be saved: ")[2]
        assert path.read_bytes() == b"old" * 1000
    outcomes[said] = outcomes.get(said, 0) + 1
    assert {each.name for each in folder.iterdir()} <= kept
import json; print(json.dumps(outcomes))
"""


def test_that_a_full_disk_keeps_the_old_file(tmp_path, record):
    """S4, on a small disk of its own."""
    said = run_on_a_small_disk(FILLING, tmp_path, ROOT).strip()
    outcomes = json.loads(said)
    assert set(outcomes) == {"saved", "the disk is full"}
    assert sum(outcomes.values()) == 200
    assert min(outcomes.values()) > 20
    record("S4", f"200 sizes on a disk of 128 kB: {outcomes}, 0 damaged, 0 temporaries")


@ON_POSIX
def test_that_a_limit_on_file_sizes_keeps_the_old_file(tmp_path, record):
    """S4, by a limit of the process."""
    import resource

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    command = [sys.executable, "-c", FILLING, str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, preexec_fn=limit, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    assert set(outcomes) == {"saved", "the file would be larger than this system allows"}
    record("S4", f"200 sizes under a limit of 100 kB a file: {outcomes}, 0 damaged")


def test_that_a_scenario_is_the_same_bytes_the_second_time(sized, record):
    """S8."""
    count, random, different = sized(500, 10_000), Random(8), set()  # noqa: S311
    for _ in range(count):
        scenario = with_any_targets(any_scenario(random), random)
        data = to_bytes(scenario)
        again = from_bytes(data, "x")
        assert again == scenario
        assert to_bytes(again) == data
        different.add(data)
    assert len(different) > count * 0.99
    record("S8", f"{count:,} scenarios saved, read, saved: equal scenarios, equal bytes")
