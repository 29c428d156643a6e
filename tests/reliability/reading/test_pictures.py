"""G1 and G2: a picture gives back its scenario; a hostile one opens nothing."""

import re
import subprocess
import sys
import time
import zlib
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage

from planner.files.scenario.picture import scenario_in, with_scenario
from planner.files.scenario.scenario_file import read, to_bytes
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.model.any_scenario import any_scenario
from tests.reliability.model.any_targets import with_any_targets
from tests.reliability.reading.corpus_files import GOOD, MADE, png, text_chunk
from tests.reliability.reading.mutations import damaged

ROOT = Path(__file__).parents[3]
NOT_FOR_READERS = re.compile(r"Traceback|zlib|[A-Z]\w+Error\b|\n|\x1b")


def _picture(tmp_path, random):
    """Return the bytes of a small picture as Qt writes it."""
    image = QImage(random.randint(1, 40), random.randint(1, 40), QImage.Format.Format_ARGB32)
    for x in range(image.width()):
        for y in range(image.height()):
            image.setPixelColor(x, y, QColor.fromRgb(random.getrandbits(24)))
    path = tmp_path / "drawn.png"
    assert image.save(str(path))
    return path.read_bytes()


def test_that_a_picture_gives_back_exactly_its_scenario(tmp_path, sized, record, qapp):
    """G1."""
    random, count, path = Random(11), sized(100, 1_000), tmp_path / "chart.png"  # noqa: S311
    for _ in range(count):
        scenario = with_any_targets(any_scenario(random), random)
        drawn = _picture(tmp_path, random)
        path.write_bytes(with_scenario(drawn, scenario))
        assert read(path) == scenario
        assert to_bytes(read(path)) == to_bytes(scenario)
        before, after = QImage.fromData(drawn), QImage(str(path))
        assert not after.isNull()
        assert before == after
    record("G1", f"{count:,} pictures: equal scenarios, equal pixels")


def _hostile() -> tuple[bytes, ...]:
    return (
        *(make() for name, make in MADE.items() if name.startswith("picture")),
        png(*[text_chunk(b"{}")] * 9_000),
        png(*[b"\0\0\0\0IDAT\x35\xaf\x06\x1e"] * 400_000),
        png(text_chunk(zlib.compress(GOOD), b"\1\0")),
    )


def test_that_a_hostile_picture_gets_one_sentence_quickly(sized, record):
    """G2."""
    random, count = Random(22), sized(20_000, 100_000)  # noqa: S311
    slowest, hostile = 0.0, _hostile()
    for data in hostile:
        begin = time.process_time()
        _said_of(data)
        slowest = max(slowest, time.process_time() - begin)
    assert slowest < 0.2
    seeds = (png(text_chunk(GOOD)), png(text_chunk(zlib.compress(GOOD), b"\1\0")), *hostile[:3])
    seeds = tuple(data for data in seeds if len(data) < 10_000)
    good = scenario_in(seeds[0])
    intact = wrong = 0
    for number in range(count):
        data = damaged(random, random.choice(seeds))
        begin = time.process_time()
        said, scenario = _said_of(data, LANGUAGES[number % 3])
        slowest = max(slowest, time.process_time() - begin)
        assert not NOT_FOR_READERS.search(said), said
        intact += scenario == good
        wrong += scenario not in (None, good)
    assert slowest < 0.2
    assert wrong == 0
    assert 0 < intact < count / 2
    record(
        "G2",
        f"{count:,} damaged pictures: 0 tracebacks, 0 wrong scenarios, {intact:,} still whole, "
        f"slowest {slowest * 1000:.0f} ms",
    )


def _said_of(data, language="en"):
    try:
        return "", scenario_in(data, "x.png")
    except FileError as error:
        return error.sentence(language), None


READING = """
import sys
from pathlib import Path
from planner.storage.sentences.file_error import FileError
from planner.files.scenario.scenario_file import read

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000

peaks = []
for path in sys.argv[1:]:
    try:
        read(path)
    except FileError as error:
        assert "damaged" in str(error) or "carries" in str(error), error
    peaks.append(peak())
print(peaks[-1] - peaks[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_that_a_picture_that_would_burst_takes_no_memory(tmp_path, record):
    """G2, memory: each picture is read from its file, in a process of its own."""
    names = ["good.png", "bomb.png", "long.png", "two.png"]
    contents = (
        png(text_chunk(GOOD)),
        MADE["picture-bomb.png"](),
        png(b"\x03\x93\x87\x00IDAT" + bytes(60_000_004)),
        MADE["picture-with-two.png"](),
    )
    for name, data in zip(names, contents, strict=True):
        (tmp_path / name).write_bytes(data)
    command = [sys.executable, "-c", READING, *(str(tmp_path / name) for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    grown = float(done.stdout)
    assert grown < 20
    record("G2", f"200 MB packed to burst and a picture of 60 MB: memory +{grown:.1f} MB")
