"""The scenario file that a command writes beside its answer, where `--save` asks for one."""

import argparse
from collections.abc import Iterable, Sequence

from planner.files.scenario.scenario_file import fitting_bytes
from planner.model.scenario import Scenario
from planner.storage.address import path_of
from planner.storage.names import SCENARIO_ENDING, SESSION_ENDING
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import shown_path
from ui.terminal.reading.inputs import InputError, file_name
from ui.terminal.writing.targets import Target, check_apart, check_file, check_not_read, target_of
from ui.terminal.writing.written import say_written


def add_save(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the option; `what` says which scenario is written."""
    parser.add_argument("--save", metavar="F", type=file_name, help=what)


def saved_to(
    options: argparse.Namespace, others: Iterable[Target | None], read: Sequence[str]
) -> Target | None:
    """Return where the scenario goes, looked at before the run, apart from other files.

    Raises FileError or InputError for what could not be written, or must not be written over.
    """
    if options.save is None:
        return None
    if options.save.endswith(SESSION_ENDING):
        text = translate("Terminal", "--save writes a scenario, as {name}, not a session")
        raise InputError(text.format(name=f"name{SCENARIO_ENDING}"))
    target = target_of("--save", options.save)
    if target.is_file:
        check_file(target)
    check_not_read((target,), [path_of(name) for name in read])
    check_apart([*filter(None, others), target], ())
    return target


def save(target: Target | None, scenario: Scenario) -> None:
    """Write a scenario where that is asked for."""
    if target is None:
        return
    target.write(fitting_bytes(scenario, shown_path(target.name)))
    if target.is_file:
        say_written(target.name)
