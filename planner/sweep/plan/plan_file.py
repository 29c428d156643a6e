"""A plan from its TOML file; eighth floor of planner."""

import os
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Final, cast, get_args

from planner.files.imports.any_file import read_one
from planner.files.scenario.scenario_file import EXAMPLES, example_path
from planner.model.scenario import (
    FIRST_YEAR,
    LAST_YEAR_AT_MOST,
    SEED_AT_MOST,
    Draws,
    Scenario,
)
from planner.storage.places import resources_folder
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import FileError, shown_path
from planner.sweep.plan.columns import columns_of
from planner.sweep.plan.designing import points_of
from planner.sweep.plan.plan import FUTURES, FUTURES_AT_MOST, Plan, Precision
from planner.sweep.reading.error import SweepError
from planner.sweep.reading.fields import Fields
from planner.sweep.reading.lines import lines_of_keys
from planner.sweep.reading.text import PLAN_BYTES, text_of

KEYS: Final = (
    *("title", "scenario", "seed", "draws", "futures", "last_year", "precision", "batch"),
    *("design", "inputs", "outcomes"),
)
_LONG: Final = re.compile(r"[0-9][0-9_]{4299,}")
_BATCH_AT_LEAST: Final = 16
_BATCH_AT_MOST: Final = 1_000_000


def plan_named(name: str) -> Path:
    """Return where a plan is: a file, else one of that name that comes with us."""
    path, ours = Path(name), resources_folder() / "plans" / f"{name}.toml"
    is_ours = bool(name) and Path(name).name == name and not path.exists() and ours.exists()
    return ours if is_ours else path


def read_plan(path: str | os.PathLike[str]) -> Plan:
    """Return the plan of a file; what it names lies beside it. Raises SweepError."""
    name, text = shown_path(path), text_of(path, PLAN_BYTES)
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(name, text, str(error)) from None
    except ValueError:  # of a whole number that Python refuses to read
        raise _no_number(name, text) from None
    except RecursionError:
        said = translate("Planner", "{file} is nested too deeply")
        raise SweepError(said.format(file=name)) from None
    return _plan(Fields(name, held, lines_of_keys(text)), Path(path).parent)


def _plan(fields: Fields, folder: Path) -> Plan:
    fields.check_known(KEYS)
    base = _base(fields, folder)
    design, inputs = fields.table("design"), fields.table("inputs")
    return Plan(
        title=fields.text("title", base.title),
        base=base,
        points=points_of(design, inputs, base, folder, text_of),
        columns=columns_of(fields.table("outcomes"), base.last_year),
        precision=cast("Precision", fields.choice("precision", get_args(Precision), "float32")),
        batch=_batch(fields),
    )


def _base(fields: Fields, folder: Path) -> Scenario:
    """Return the base scenario, drawn as the plan says."""
    base = _scenario(fields, folder)
    draws = fields.choice(
        "draws", [each.replace(" ", "-") for each in get_args(Draws)], base.draws.replace(" ", "-")
    )
    return replace(
        base,
        seed=fields.whole("seed", 0, SEED_AT_MOST, base.seed),
        draws=cast("Draws", draws.replace("-", " ")),
        futures=fields.whole("futures", 1, FUTURES_AT_MOST, FUTURES),
        last_year=fields.whole("last_year", FIRST_YEAR, LAST_YEAR_AT_MOST, base.last_year),
    )


def _scenario(fields: Fields, folder: Path) -> Scenario:
    name = fields.text("scenario", EXAMPLES[0])
    path = example_path(name) if name in EXAMPLES else folder / name
    try:
        return read_one(path).scenario
    except FileError as error:
        raise fields.fault(str(error), "scenario") from error


def _batch(fields: Fields) -> int:
    """Return how many futures a batch has, 0 where the plan leaves that open."""
    if "batch" not in fields.held:
        return 0
    return fields.whole("batch", _BATCH_AT_LEAST, _BATCH_AT_MOST, 0)


def _no_number(name: str, text: str) -> SweepError:
    """Say where a whole number has more digits than Python reads."""
    found = _LONG.search(text)
    line = text.count("\n", 0, found.start() if found else 0) + 1
    sentence = translate("Planner", "{file}, line {line}: this number has too many digits")
    return SweepError(sentence.format(file=name, line=line))


def _no_toml(name: str, text: str, said: str) -> SweepError:
    """Say where a file is no TOML; its parser tells the place at the end of its complaint."""
    digits = [
        int(part) for part in said.replace(",", " ").replace(")", " ").split() if part.isdigit()
    ]
    line = digits[-2] if len(digits) > 1 else max(1, len(text.splitlines()))
    sentence = translate("Planner", "{file}, line {line}: this is not valid TOML")
    return SweepError(sentence.format(file=name, line=line))
