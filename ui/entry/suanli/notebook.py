"""A live panel in a notebook: sliders beside the picture and the numbers that follow from them.

    panel = suanli.notebook.live("plan.scenario.json", ["voucher_budget.chengdu"])

Where it is of a file, **the file is the authority**: a slider that is let go changes its own lever
in what the file holds then, and what the window or anybody else saves there shows here. Needs the
extra `notebook`.
"""

import asyncio
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any, Final

from planner.ensemble.projection import Request
from planner.model.scenario import lever_at, lever_value
from planner.storage.names import SCENARIO_ENDING
from planner.storage.sentences.file_error import shown_path
from suanli.driving import projector
from suanli.errors import Error, one_sentence
from suanli.runs import Band, run_of
from suanli.scenarios import AnyScenario, Scenario, open, value_of  # noqa: A004 - as files are
from suanli.shown.drawing import sentence_of, svg
from suanli.studies import Bounds
from suanli.typed import USUAL_OUTCOME, Number, about_of, ends_text, text_of, texts_of
from ui.terminal.reading.changes import number_of
from ui.wording.elements import name_within
from ui.wording.numbers import decimals_for
from ui.wording.scale import Scale, scale_of_area, scale_of_lever

try:
    from ipywidgets import HTML, FloatSlider, Layout, VBox
except ImportError as error:
    raise ImportError('suanli.notebook needs ipywidgets: pip install "suanli[notebook]"') from error

EVERY: Final = 0.5
"""Seconds between two looks at the file."""
_LARGEST: Final = 12
Look = tuple[int, int, int] | None
"""What a file looks like from outside: its number, size and time; None where there is none."""


class Live(VBox):
    """Sliders of some levers, and the outcome that follows, as a widget; made by `live`.

    `seen` is what the file at `path` looked like before the scenario was read from it.
    `scenario` is what is shown. `error` is the sentence on what could not be done, empty where all
    was done.
    """

    def __init__(
        self,
        scenario: Scenario,
        scales: Mapping[str, Scale],
        request: Request,
        path: Path | None,
        seen: Look,
    ) -> None:
        self.scenario, self.error = scenario, ""
        self._path, self._seen, self._is_readable = path, seen, True
        self._request, self._used = request, projector()
        self._scales = scales
        self._sliders = {name: _slider(name, each) for name, each in scales.items()}
        _align(list(self._sliders.values()))
        self._shown, self._is_set = HTML(), False
        self._task: asyncio.Task[None] | None = None
        super().__init__([*self._sliders.values(), self._shown])
        for slider in self._sliders.values():
            slider.observe(self._on_moved, names="value")
        self._show()
        self._begin()

    @property
    def band(self) -> Band:
        """The bands that are shown."""
        return self._band

    def check(self) -> None:
        """Look at the file now, and show what is in it where somebody else changed it."""
        if self._is_changed() and self._read():
            self._show()

    def close(self) -> None:
        """Stop looking at the file, and take the panel away."""
        if self._task is not None:
            self._task.cancel()
        super().close()

    def _is_changed(self) -> bool:
        """Whether the file was written since it was last read, by whomever."""
        return _look(self._path) != self._seen

    def _read(self) -> bool:
        """Read the file, and return whether something else is to be shown of it."""
        if self._path is None:
            return False
        before = self.scenario, self.error
        self._seen = _look(self._path)
        try:
            self.scenario, self.error = open(self._path), ""
        except Error as error:
            self.error = str(error)
        self._is_readable = not self.error
        return before != (self.scenario, self.error)

    def _begin(self) -> None:
        """Look at the file again and again where the notebook runs what comes later."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        if self._path is not None:
            self._task = loop.create_task(self._look_again())

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            self.check()

    def _on_moved(self, change: dict[str, Any]) -> None:
        """Change the one lever that was moved in what the file holds now, and save it."""
        if self._is_set:
            return
        name = next(name for name, slider in self._sliders.items() if slider is change["owner"])
        self._read()
        if self._is_readable:
            self._set(name, self._scales[name].typed(change["new"]))
        self._show()

    def _set(self, name: str, number: float) -> None:
        """Set one lever, and save that. What cannot be saved is told, and not shown as done."""
        try:
            changed = self.scenario.set({name: number}, title=self.scenario.title)
            if self._path is not None:
                self._save(changed, self._path)
        except Error as error:
            self.error = str(error)
            return
        self.scenario, self.error = changed, ""

    def _save(self, changed: Scenario, path: Path) -> None:
        """Save what was changed, unless somebody saved there since the file was read.

        The file that is written is looked at again by `check`: somebody may write right behind.
        """
        if self._is_changed():
            self._read()
            kept = "was saved by another program just now, which is kept; move the slider again"
            raise Error(self.error or f"{shown_path(path)} {kept}")
        changed.save(path)

    def _show(self) -> None:
        """Show the scenario: its levers at the sliders, its outcome, and what went wrong."""
        self._is_set = True
        for name, slider in self._sliders.items():
            number = self._scales[name].shown(lever_value(self.scenario.value, name))
            slider.min, slider.max = min(slider.min, number), max(slider.max, number)
            slider.value = number
        self._is_set = False
        self._band = self._banded()
        told = f"<p>{escape(self.error)}</p>" if self.error else ""
        self._shown.value = f"{svg(self._band)}<p>{escape(sentence_of(self._band))}</p>{told}"

    def _banded(self) -> Band:
        run = run_of(self.scenario.value, None, (self._request,), self._used)
        return run.band(self._request.outcome, self._request.element)


def live(
    scenario: AnyScenario = "baseline",
    levers: str | Sequence[str] | Bounds = ("center_sellable_target",),
    *,
    outcome: str = USUAL_OUTCOME,
) -> Live:
    """Return sliders of some levers, by address, and an outcome that follows when one is let go.

    A slider has the range that it has in the window, or lies between the two numbers that are
    given for it, `{"voucher_budget.chengdu": (0, 2000)}`, in the lever's unit. Of a scenario file
    each move is saved there, and what others save there is shown within a second. Raises Error for
    what is no lever or no outcome, and for numbers that a lever cannot have.
    """
    ends = levers if isinstance(levers, Mapping) else dict.fromkeys(texts_of(levers, "levers"))
    if not 1 <= len(ends) <= _LARGEST:
        raise Error(f"one to {_LARGEST} levers have a slider, not {len(ends)}")
    path = _file_of(scenario)
    seen = _look(path)
    value = value_of(scenario)
    with one_sentence():
        scales = {name: _scale(name, each) for name, each in ends.items()}
        request = about_of(outcome, value.last_year, value).request()
    return Live(Scenario(value), scales, request, path, seen)


def _file_of(scenario: AnyScenario) -> Path | None:
    """Return the scenario file that is meant; None for an example, a picture, a workbook."""
    if isinstance(scenario, Scenario):
        return None
    name = os.fspath(scenario)
    return Path(name) if name.endswith(SCENARIO_ENDING) else None


def _look(path: Path | None) -> Look:
    try:
        found = None if path is None else path.stat()
    except OSError:
        return None
    return None if found is None else (found.st_ino, found.st_size, found.st_mtime_ns)


def _scale(name: str, ends: tuple[Number, Number] | None) -> Scale:
    """Return the scale of a lever: that of the window, shares in percent, or between two numbers.

    Raises Error and InputError for numbers that the lever cannot have, or out of order.
    """
    row, element = lever_at(text_of(name, "levers"))
    usual = scale_of_area(row, element) if element else scale_of_lever(row)
    if ends is None:
        return usual
    texts = ends_text(ends, name).split(":")
    low, high = (number_of(name, each, row.unit) for each in texts)
    if not usual.least <= low < high <= usual.most:
        raise Error(f"{name} moves between two numbers from {usual.least:g} to {usual.most:g}")
    return replace(usual, low=low, high=high)


def _called(name: str, scale: Scale) -> str:
    """Return what a slider is called: the lever, its place and its unit."""
    row, element = lever_at(name)
    place = f" ({name_within(element)})" if element else ""
    return f"{row.label}{place}, {scale.shown_unit}" if scale.shown_unit else f"{row.label}{place}"


def _slider(name: str, scale: Scale) -> FloatSlider:
    low, high, step = (scale.shown(each) for each in (scale.low, scale.high, scale.step))
    return FloatSlider(
        min=low,
        max=high,
        step=step,
        description=_called(name, scale),
        tooltip=lever_at(name)[0].doc,
        continuous_update=False,
        readout_format=f",.{decimals_for(step)}f",
        layout=Layout(width="100%", max_width="720px"),
    )


def _align(sliders: Sequence[FloatSlider]) -> None:
    """Let all sliders begin at one place, behind the longest of their names."""
    longest = max(len(each.description) for each in sliders)
    for slider in sliders:
        slider.style.description_width = f"{longest}ch"
