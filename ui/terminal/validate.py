"""`suanli validate`: are these scenario files in order, and if not, what is wrong."""

import argparse

from planner.files.format.migrate import changes_since
from planner.files.imports.any_file import read_any
from planner.files.scenario.content import Content
from planner.model.scenario import Scenario
from planner.quantities.told.lists import clauses, in_a_row
from planner.storage.address import path_of
from planner.storage.sentences.catalog import translate, translate_many
from planner.storage.sentences.file_error import FileError, shown_path
from ui.process.output import complain_of, say
from ui.terminal.reading.inputs import file_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar=translate("Terminal", "FILE"),
        type=file_name,
        help=translate(
            "Terminal",
            "scenario files, charts exported as PNG, workbooks of scenarios, or sessions",
        ),
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
    said = [*_changes(content.scenario), *_news(content.version)]
    if content.not_carried is not None:
        said.append(str(content.not_carried))
    text = translate("Terminal", "{file} is fine: {told}")
    told = clauses(said)
    say(text.format(file=shown_path(file), told=told))


def _news(version: int) -> list[str]:
    """Return what changed since an older version of the format."""
    changes = changes_since(version)
    if not changes:
        return []
    text = translate("Terminal", "of format {version}, since then: {changes}")
    return [text.format(version=version, changes=in_a_row([*map(str, changes)]))]


def _changes(scenario: Scenario) -> list[str]:
    """Return how many levers and assumptions are not those of the baseline."""
    levers, assumptions = len(scenario.levers), len(scenario.assumptions)
    if not levers and not assumptions:
        return [translate("Terminal", "nothing differs from the baseline")]
    of_levers = translate_many(
        "Terminal",
        "{count} lever value differs from the baseline",
        "{count} lever values differ from the baseline",
        levers,
    )
    of_assumptions = translate_many(
        "Terminal",
        "{count} assumption differs from the baseline",
        "{count} assumptions differ from the baseline",
        assumptions,
    )
    told = ((of_levers, levers), (of_assumptions, assumptions))
    return [text.format(count=count) for text, count in told if count]
