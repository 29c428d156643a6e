"""`suanli story`: the bookmarks of a scenario in their order, told or written as slides."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.model.scenario import Scenario
from planner.model.story.states import StoryStep, story_of
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.storage.sentences.file_error import one_line, shown
from ui.process.memory import PICTURES, shortage
from ui.process.output import complain, say
from ui.terminal.reading.inputs import InputError, file_name, opened, source_of
from ui.terminal.writing.drawing import drawing
from ui.terminal.writing.targets import (
    STANDARD_OUTPUT,
    Target,
    check_apart,
    check_file,
    check_not_read,
    check_picture,
    folders_made,
    target_of,
    tell_what_is_replaced,
)
from ui.terminal.writing.written import say_written

if TYPE_CHECKING:
    from ui.print.story.slide import Slide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "scenario",
        metavar=translate("Terminal", "FILE"),
        help=translate("Terminal", "a scenario with bookmarks: a file, or a chart exported as PNG"),
    )
    parser.add_argument(
        "--pdf",
        metavar="F",
        type=file_name,
        help=translate("Terminal", "write a document with a page for each bookmark"),
    )
    parser.add_argument(
        "--png",
        metavar=translate("Terminal", "FOLDER"),
        type=file_name,
        help=translate("Terminal", "write a picture of each bookmark into this folder"),
    )
    tell_what_is_replaced(parser, in_folders=True)


def run(options: argparse.Namespace) -> int:
    """Tell the bookmarks, write what is asked for, and return the exit code."""
    scenario = opened(options.scenario).scenario
    story = story_of(scenario)
    if not story:
        text = translate("Terminal", "{name} has no bookmarks, and a story is made of them")
        raise InputError(text.format(name=shown(options.scenario)))
    document, pictures = _targets(options, story)
    _tell(story)
    if document is not None or pictures:
        _write(scenario, document, pictures)
    return 0


def _tell(story: Sequence[StoryStep]) -> None:
    for number, step in enumerate(story, start=1):
        say(f"{number}. {shown_title(one_line(step.title))}")
        if step.sentence:
            say(f"   {one_line(step.sentence)}")


def _targets(
    options: argparse.Namespace, story: Sequence[StoryStep]
) -> tuple[Target | None, list[Target]]:
    """Return what is written to, looked at before anything is run. Raises FileError, InputError."""
    document = None if options.pdf is None else target_of("--pdf", options.pdf)
    for option, name in (("--pdf", options.pdf), ("--png", options.png)):
        if name == STANDARD_OUTPUT:
            text = translate("Terminal", "{option} takes the name of a file")
            if option == "--png":
                text = translate("Terminal", "{option} takes the name of a folder")
            raise InputError(text.format(option=option))
    pictures = [] if options.png is None else _pictures(Path(options.png), story)
    files = [*([document] if document is not None else []), *pictures]
    folders = [] if options.png is None else [Path(options.png)]
    check_apart(files, [Target("--png", str(folder)) for folder in folders])
    with folders_made(folders):
        if document is not None and document.is_file:
            check_file(document)
        for picture in pictures:
            check_picture(picture, by_picture=True)
        check_not_read(files, [source_of(options.scenario)])
    too_little = shortage(PICTURES) if files else ""
    if too_little:
        raise InputError(too_little)
    return document, pictures


def _pictures(folder: Path, story: Sequence[StoryStep]) -> list[Target]:
    with drawing():
        from ui.print.story.pages import picture_path

        paths = [picture_path(folder, at, step.title) for at, step in enumerate(story, start=1)]
    return [Target("--png", str(path)) for path in paths]


def _write(scenario: Scenario, document: Target | None, pictures: Sequence[Target]) -> None:
    with drawing():
        from ui.print.export import application_for_pictures
        from ui.print.story.pages import slide_laid_out, story_pdf, story_png
        from ui.style.fonts import sentence_about

        application_for_pictures()
        story = story_of(scenario)
        boxes = sentence_about(text for each in story for text in (each.title, each.sentence))
    if boxes:
        complain(boxes)
    slides = _slides(scenario)
    if document is not None:
        with drawing():
            data = story_pdf([slide_laid_out(each) for each in slides], scenario.title)
        document.write(data)
    for target, slide in zip(pictures, slides if pictures else (), strict=True):
        with drawing():
            data = story_png(slide_laid_out(slide))
        target.write(data)
    files = [each.name for each in (document, *pictures) if each is not None and each.is_file]
    say("")
    say_written(*files)


def _slides(scenario: Scenario) -> list["Slide"]:
    """Return the steps of a story, each run on the compiled model."""
    from ui.print.story.slide import Scene, Usual, slide_of
    from ui.terminal.progress import driven
    from ui.terminal.projecting import projector

    used, said = projector(), translate("Terminal", "running: {scenario}")
    scenes = [Scene(scenario, each) for each in story_of(scenario)]
    return [
        driven(
            slide_of(scenes, number, Usual(), used),
            said.format(scenario=shown_title(one_line(scene.step.title))),
        )
        for number, scene in enumerate(scenes)
    ]
