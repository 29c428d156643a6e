"""The slides of a story laid out: title, sentence, charts, and what they rest on. Floor: print.

A slide is laid out in the thread of the window, and painted in any.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from planner.files.scenario.titles import file_name_of
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from ui.print.export import sheet_laid_out
from ui.print.sheet import Sheet
from ui.print.sheet_files import FILES, LaidOut, pdf_of
from ui.print.size import PictureSize
from ui.print.story.slide import Slide
from ui.wording.figures.units import telling_in

SIZE: Final = PictureSize(1600, 900)
"""The shape of screens, so that a page fills one."""


def slide_laid_out(slide: Slide) -> LaidOut:
    """Lay a slide out in its units. Raises ExportError where a chart has nothing to draw."""
    with telling_in(slide.units):
        laid = sheet_laid_out(slide.run, slide.charts, SIZE, change=partial(_told, slide))
    return replace(laid, name=f"{slide.number}")


def story_pdf(charts: Sequence[LaidOut], title: str) -> bytes:
    """Return slides as one document, a page each."""
    return pdf_of(charts, shown_title(title))


def story_png(chart: LaidOut) -> bytes:
    """Return a slide as a picture that opens again as its scenarios."""
    return FILES["png"](chart)


def picture_path(folder: Path, number: int, title: str) -> Path:
    """Return where in a folder the picture of a step is written, in the order of the story."""
    return folder / file_name_of(title, ".png", f"{number:02d}.")


def _told(slide: Slide, sheet: Sheet) -> Sheet:
    """Return the sheet under the title of the step, its sentence below."""
    text = translate("StoryPages", "{number} of {count}")
    place = text.format(number=slide.number, count=slide.count)
    alone = [sheet.pictures[0].title] if len(sheet.pictures) == 1 else []
    told = replace(
        sheet,
        title=shown_title(slide.step.title),
        subtitle="  ·  ".join(filter(None, (slide.step.sentence, *alone))),
        provenance=f"{place}  ·  {sheet.provenance}",
    )
    return told if slide.strips else told.without(strips=True)
