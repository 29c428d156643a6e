"""L1, L2, L4, L5 and L6: a bad file gives one sentence, and nothing else happens."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from planner.files.format.migrate import present_version
from planner.files.scenario.scenario_file import (
    examples,
    from_bytes,
    open_example,
    open_file,
    read,
    to_bytes,
    write,
)
from planner.model.paths import LeverPath
from planner.model.scenario import with_assumption, with_lever
from planner.quantities.spread import Spread
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES
from planner.studies.model_versions import Kept, Results
from tests.reliability.reading.corpus_files import FOLDER, GOOD, MADE
from tests.reliability.reading.mutations import damaged, with_one_change
from ui.command_line import main

ROOT = Path(__file__).parents[3]
VERSIONS = ROOT / "tests/files/scenario/versions"
NOT_FOR_READERS = re.compile(r"Traceback|pydantic|https://errors|[A-Z]\w+Error\b|NoneType|\n|\x1b")
KNOTS = LeverPath(((2025, 0), (2025.583, 600), (2028, 900.5), (2031, 0)))
FULL = with_assumption(
    with_lever(open_example("everything-at-once"), "data_voucher_budget", KNOTS),
    "crowd_in",
    Spread(1, 2, 3),
)
GREEDY = re.compile("000|deep|MB|millions")
RESULTS = Results(
    "2030-12", (("enterprises", Kept(10000.5)), ("utilization", Kept(None, 0.625, 0.5, 0.75)))
)


def _seeds():
    """Return the files that are damaged: those that open, and the hostile ones."""
    good = [path.read_bytes() for _, _, path in examples()]
    good += [path.read_bytes() for path in sorted(VERSIONS.iterdir())]
    good += [to_bytes(FULL, RESULTS)]
    return good, [path.read_bytes() for path in sorted(FOLDER.glob("*.json"))]


def _said_of(data):
    try:
        from_bytes(data, "a.json")
    except FileError as refused:
        return refused
    return None


def test_that_no_damage_gets_more_than_one_sentence(sized, record, tmp_path):
    """L1."""
    random, seeds, count = Random(1), _seeds(), sized(20_000, 100_000)  # noqa: S311
    held = open_file(VERSIONS / f"{present_version()}.scenario.json")
    before, opened, slowest = repr(held), 0, 0.0
    path = tmp_path / "a.json"
    for number in range(count):
        data = damaged(random, random.choice(random.choice(seeds)))
        begin = time.process_time()
        error = _said_of(data)
        slowest = max(slowest, time.process_time() - begin)
        opened += error is None
        if error is not None:
            said = error.sentence(LANGUAGES[number % 3])
            assert "a.json" in said
            assert not NOT_FOR_READERS.search(said), (data, said)
        if number % 100 == 0:
            path.write_bytes(data)
            if error is None:
                assert read(path) == from_bytes(data, "a.json")
            else:
                with pytest.raises(FileError) as refused:
                    read(path)
                assert str(refused.value) == str(error).replace("a.json", str(path))
    assert slowest < 1
    assert 0 < opened < count / 3
    assert repr(held) == before
    record(
        "L1",
        f"{count:,} damaged files: 0 tracebacks, slowest {slowest * 1000:.0f} ms, {opened:,} "
        "still valid, the open document unchanged",
    )


def test_that_a_sentence_names_the_field_that_was_changed(sized, record):
    """L2."""
    random, count = Random(2), sized(4_000, 20_000)  # noqa: S311
    fields = json.loads(to_bytes(FULL, RESULTS))
    refused = named = 0
    for _ in range(count):
        changed, names = with_one_change(random, fields)
        error = _said_of(json.dumps(changed).encode())
        if error is None:
            continue
        refused += 1
        said = str(error)
        named += any(name in said for name in names)
    assert refused > count / 2
    assert named / refused >= 0.99
    record("L2", f"{refused:,} of {count:,} changes refused; field named in {named / refused:.2%}")


READING = """
import json, sys, time
from pathlib import Path
from planner.storage.sentences.file_error import FileError
from planner.files.scenario.scenario_file import read

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000

read(sys.argv[1])
first, found = peak(), {}
for path in map(Path, sys.argv[2:]):
    begin, before = time.process_time(), peak()
    try:
        read(path)
        said = ""
    except FileError as error:
        said = str(error)
    found[path.name] = (time.process_time() - begin, peak() - before, said)
print(json.dumps({"found": found, "grown": peak() - first}))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_that_greedy_files_are_refused_quickly_and_cheaply(tmp_path, record):
    """L4."""
    (tmp_path / "good.json").write_bytes(GOOD)
    greedy = {name: make() for name, make in MADE.items() if GREEDY.search(name)}
    greedy["empty-lists.json"] = b"[" + b"[]," * 1_300_000 + b"[]]"
    greedy["ones.json"] = b'{"a":[' + b"1," * 1_900_000 + b"1]}"
    greedy["escapes.json"] = b'"' + b"\\u0041" * 600_000 + b'"'
    greedy["flags.json"] = '{"🇮🇹": "'.encode() + b"x" * 3_900_000 + b'"}'
    for name, data in greedy.items():
        (tmp_path / name).write_bytes(data)
    paths = [str(tmp_path / name) for name in ("good.json", *greedy)]
    command = [sys.executable, "-c", READING, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    measured = json.loads(done.stdout)
    for name, (seconds, _, said) in measured["found"].items():
        assert seconds < 0.5, (name, seconds)
        assert said or name.startswith("decimals"), name
        assert len(said) < 600, name
    assert len(measured["found"]) > 12
    assert measured["grown"] < 50, measured["found"]
    slowest = max(seconds for seconds, _, _ in measured["found"].values())
    grown = measured["grown"]
    record(
        "L4", f"{len(greedy)} greedy files: slowest {slowest:.2f} s, memory +{grown:.0f} MB in all"
    )


def test_that_newer_and_older_versions_are_what_they_are(tmp_path, record):
    """L5."""
    golden = read(VERSIONS / f"{present_version()}.scenario.json")
    older = sorted(VERSIONS.iterdir())
    assert len(older) == present_version() > 1
    for number, path in enumerate(older, start=1):
        assert (open_file(path).version, read(path)) == (number, golden)
    path = tmp_path / "newer.json"
    for version in (present_version() + 1, 10**9, 10**80):
        fields = {**json.loads(to_bytes(golden)), "version": version, "new": {"x": 1}}
        path.write_text(json.dumps(fields), "utf-8")
        before = path.read_bytes()
        opened = open_file(path)
        assert (opened.scenario, opened.left_out) == (golden, ("new",))
        reason = opened.read_only_reason
        assert reason is not None
        assert all("newer" in reason.text("en") for _ in LANGUAGES)
        for attempt in (lambda: read(path), lambda: write(path, golden)):
            with pytest.raises(FileError, match="made by a newer version"):
                attempt()
        assert path.read_bytes() == before
    for form in ("suanli", None, 7, ["suanli-scenario"]):
        path.write_text(json.dumps({**fields, "format": form}), "utf-8")
        with pytest.raises(FileError, match="is not a scenario file: its format is"):
            open_file(path)
    record("L5", f"versions 1 to {present_version()} open alike; newer ones read-only, unchanged")


def test_that_the_terminal_says_one_line_too(sized, record, tmp_path, capfd):
    """L6."""
    random, seeds, count, refused = Random(6), _seeds(), sized(300, 2_000), 0  # noqa: S311
    path = tmp_path / "a.scenario.json"
    for _ in range(count):
        data = damaged(random, random.choice(random.choice(seeds)))
        path.write_bytes(data)
        is_bad = _said_of(data) is not None
        assert main(["validate", str(path)]) == (2 if is_bad else 0)
        captured = capfd.readouterr()
        if is_bad:
            refused += 1
            assert captured.out == ""
            assert captured.err.startswith("suanli: ")
            assert captured.err.count("\n") == captured.err.endswith("\n") == 1
    assert refused > count / 2
    path.write_bytes(b"[]")
    for command in ("run", "compare", "validate"):
        arguments = [str(path)] * (2 if command == "compare" else 1)
        program = [sys.executable, "-m", "ui", command, *arguments]
        done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT)
        assert (done.returncode, done.stdout) == (2, "")
        assert set(done.stderr.splitlines()) == {
            f"suanli: {path} holds a list; a scenario file holds one object in braces"
        }
    record(
        "L6", f"{count:,} files through the terminal: {refused:,} refused with code 2 and one line"
    )
