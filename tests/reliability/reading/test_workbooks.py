"""B1: any scenarios come back from a sheet as they were; B2: a damaged workbook is one list."""

import io
import re
import time
import zipfile
from random import Random

from planner.files.exports.scenario_sheet import scenario_sheet
from planner.files.imports.scenario_workbook import contents_of_workbook
from planner.storage.sentences.file_error import FileError
from planner.storage.sentences.spoken import LANGUAGES
from tests.reliability.model.any_scenario import any_scenario
from tests.reliability.reading.corpus_workbooks import WORKBOOKS
from tests.reliability.reading.mutations import damaged

NOT_FOR_READERS = re.compile(r"Traceback|openpyxl|[A-Z]\w+Error\b|NoneType|\n|\x1b")


def test_that_any_scenarios_come_back_from_a_sheet_as_they_were(sized, record):
    """B1."""
    count = 0
    for seed in range(sized(10, 300)):
        random = Random(f"sheet {seed}")  # noqa: S311
        scenarios = [any_scenario(random) for _ in range(random.randint(1, 4))]
        found = contents_of_workbook(scenario_sheet(scenarios), "a.xlsx")
        assert [each.scenario for each in found] == scenarios
        count += len(scenarios)
    record("B1", f"{count:,} scenarios through a sheet: every number, path and text the same")


def test_that_no_damage_to_a_workbook_gets_more_than_sentences(sized, record):
    """B2."""
    random, count = Random(5), sized(300, 6_000)  # noqa: S311
    seeds = [make() for name, make in WORKBOOKS.items() if not re.search("bomb|large", name)]
    opened, slowest = 0, 0.0
    for number in range(count):
        data = _damaged(random, random.choice(seeds))
        begin = time.process_time()
        said = _said_of(data, LANGUAGES[number % 3])
        opened += not said
        assert all("a.xlsx" in each for each in said[:1])
        assert not any(map(NOT_FOR_READERS.search, said)), (data, said)
        slowest = max(slowest, time.process_time() - begin)
    assert 0 < opened < count / 2
    record(
        "B2",
        f"{count:,} damaged workbooks: 0 tracebacks, slowest {slowest * 1000:.0f} ms, "
        f"{opened:,} still valid",
    )


def _said_of(data, language):
    try:
        contents_of_workbook(data, "a.xlsx")
    except FileError as error:
        return [each.text(language) for each in (error.message, *error.details)]
    return []


def _damaged(random, data):
    """Return a workbook that is damaged as a whole, or one of whose parts is."""
    if random.random() < 0.3 or not zipfile.is_zipfile(io.BytesIO(data)):
        return damaged(random, data)
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    hit = random.choice(source.namelist())
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, damaged(random, part) if name == hit else part)
    return made.getvalue()
