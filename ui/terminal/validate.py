"""`suanli validate`: are these scenario files in order, and if not, what is wrong."""

import argparse

from planner.files.format.migrate import changes_since
from planner.files.imports.any_file import read_any
from planner.files.scenario.content import Content
from planner.model.scenario import Scenario
from planner.storage.address import path_of
from planner.storage.sentences.file_error import FileError, shown_path
from ui.process.output import complain_of, say
from ui.terminal.reading.inputs import file_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        type=file_name,
        help="scenario files, charts exported as PNG, workbooks of scenarios, or sessions",
    )


def run(options: argparse.Namespace) -> int:
    """Check every file and return the exit code: 2 when any is bad."""
    return max(_checked(file) for file in options.files)


def _checked(file: str) -> int:
    try:
        found = read_any(path_of(file))
    except FileError as error:
        complain_of(error)
        return 2
    for why in found.refused:
        complain_of(FileError(why))
    for content in found.contents:
        _tell(file, content)
    return 2 if found.refused else 0


def _tell(file: str, content: Content) -> None:
    said = [_changes(content.scenario), *_news(content.version)]
    if content.not_carried is not None:
        said.append(str(content.not_carried))
    say(f"{shown_path(file)} is fine: {'; '.join(said)}")


def _news(version: int) -> list[str]:
    """Return what changed since an older version of the format."""
    changes = changes_since(version)
    said = ", ".join(map(str, changes))
    return [f"of format {version}, since then: {said}"] if changes else []


def _changes(scenario: Scenario) -> str:
    levers, assumptions = len(scenario.levers), len(scenario.assumptions)
    return (
        f"{levers} lever value{'' if levers == 1 else 's'} and "
        f"{assumptions} assumption{'' if assumptions == 1 else 's'} differ from the baseline"
    )
