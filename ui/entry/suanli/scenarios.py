"""Scenarios: opened, changed and saved; a change gives a new one and leaves the old as it was."""

import os
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.files.imports.any_file import read_any, read_one
from planner.files.scenario.content import Content
from planner.files.scenario.scenario_file import EXAMPLES, write
from planner.model.paths import LeverPath
from planner.model.scenario import Scenario as Value
from planner.model.targets.words import target_text
from planner.storage.names import SCENARIO_ENDING
from planner.storage.sentences.file_error import FileError, shown, shown_path
from suanli.errors import Error, one_sentence
from suanli.typed import Setting, given, number_text, path_text, setting_text, text_of, texts_of
from ui.terminal.reading.changes import with_all, with_changes
from ui.terminal.reading.inputs import existing, plain_title
from ui.terminal.reading.settings import with_setting
from ui.terminal.reading.wanted import with_wanted

Named = str | os.PathLike[str]
"""The name of an example, such as `baseline`, or the path of a file."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a planner changes against the baseline, as one frozen value; `Scenario()` is that.

    >>> import suanli
    >>> plan = suanli.Scenario().set({"voucher_budget.chengdu": 200}, title="Chengdu doubles")
    >>> plan.levers
    {'voucher_budget.chengdu': 200.0}
    >>> plan == suanli.Scenario()
    False
    """

    value: Value = field(default_factory=Value, repr=False)

    def __post_init__(self) -> None:
        """Raise Error for what is no value of the planner: a dict goes to `set`."""
        if not isinstance(self.value, Value):
            raise Error("Scenario() takes nothing; suanli.Scenario().set(...) changes it")

    def __repr__(self) -> str:
        """Return the title, and how many inputs differ from their defaults."""
        changed = len(self.value.levers) + len(self.value.assumptions)
        return f"<Scenario {self.title!r}, {changed} of its inputs changed>"

    def _repr_html_(self) -> str:
        """Return a table of what differs from the baseline, for a notebook."""
        from suanli.shown.scenario_tables import scenario_html

        return scenario_html(self)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.value.title

    @property
    def levers(self) -> dict[str, float | dict[float, float]]:
        """The levers that differ, by address: a number, or values by the date they hold from.

        Dates are years, 2027.5 the middle of 2027; numbers are in the unit that `levers` lists.
        """
        return {name: _plain(setting) for name, setting in self.value.levers}

    @property
    def assumptions(self) -> dict[str, tuple[float, float, float]]:
        """The assumptions that differ, by address: low, central and high."""
        return {name: spread.parts for name, spread in self.value.assumptions}

    @property
    def targets(self) -> tuple[str, ...]:
        """What is wanted of it, in words."""
        return tuple(map(target_text, self.value.targets))

    @property
    def settings(self) -> dict[str, str | int]:
        """How it is run: figures, draws, seed, number of futures, and last year."""
        value = self.value
        return {
            "figures": value.figures,
            "draws": value.draws,
            "seed": value.seed,
            "futures": value.futures,
            "last_year": value.last_year,
        }

    def set(
        self, *changes: str | Mapping[str, Setting], title: str | None = None, **named: Setting
    ) -> "Scenario":
        """Return a scenario with levers, assumptions or settings changed, and said in its title.

        A name alone means every place, `name.place` one. A lever takes a number in its unit, a text
        such as `"4500亿"`, or values by date, a dict or a series of pandas; an assumption its
        central value or low, central and high; a setting is one of `settings`. A text
        `"name=value"` is read as `--set` reads it. Raises Error for an unknown name, a value out of
        its range, or a name that is set twice.

        >>> import suanli
        >>> plan = suanli.open("baseline").set(subsidy_rate=0.5, crowd_in=(3, 4, 5), seed=7)
        >>> plan.title
        'Baseline with subsidy_rate=0.5, crowd_in=3:4:5, seed=7'
        >>> suanli.Scenario().set({"voucher_budget.henan": {2025: 0, "2025-07": 60}}).levers
        {'voucher_budget.henan': {2025.0: 0.0, 2025.5: 60.0}}
        >>> plan.set(voucher_budget=-1)
        Traceback (most recent call last):
        suanli.errors.Error: ...
        """
        texts = [*_texts(changes), *_texts((named,))]
        with one_sentence():
            if title is None:
                return Scenario(with_changes(self.value, texts))
            return Scenario(
                replace(with_all(self.value, texts), title=plain_title(text_of(title, "title")))
            )

    def want(self, *targets: str) -> "Scenario":
        """Return a scenario with more targets; a run then tells how many futures meet them.

        Each is an outcome, `>=` or `<=`, a level, and `@year` where it is for one, as the terminal
        takes it. Raises Error for what is no target.

        >>> import suanli
        >>> suanli.Scenario().want("enterprises>=12500@2030").targets
        ('AI enterprises: at least 12,500 enterprises in 2030',)
        """
        with one_sentence(target="want"):
            return Scenario(with_wanted(self.value, texts_of(targets, "want")))

    def save(self, path: Named) -> Path:
        """Write it as a scenario file, whole or not at all, and return its path.

        Raises Error for a name that does not end with `.scenario.json`, and for a file that cannot
        be written; one that was there then stays as it was.
        """
        name = path_text(path, "save")
        target = Path(name)
        if not target.name.endswith(SCENARIO_ENDING):
            raise Error(f"a scenario is saved as name{SCENARIO_ENDING}, not as {shown(name)}")
        with one_sentence():
            write(target, self.value)
        return target


class Scenarios(tuple[Scenario, ...]):
    """Several scenarios: a tuple that a notebook shows as one table."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return a table of what differs among them and from the baseline."""
        from suanli.shown.scenario_tables import scenarios_html

        return scenarios_html(self)


AnyScenario = Scenario | str | os.PathLike[str]
"""A scenario, the name of an example, or the path of a file."""


def open(scenario: Named = "baseline") -> Scenario:  # noqa: A001 - what it does to a file
    """Return the scenario in an example or a file: a scenario file, a picture, a workbook.

    Warns where an older model had inputs that this one has not. Raises Error for a name that is
    neither, a file that is no scenario, and one of several scenarios.

    >>> import suanli
    >>> suanli.open("vouchers-x4").title
    'Vouchers x4'
    """
    with one_sentence():
        path = existing(path_text(scenario, "open"))
        content = read_one(path)
    _warn_not_carried(path, content)
    return Scenario(content.scenario)


def open_all(file: Named) -> Scenarios:
    """Return every scenario in a file, a tuple: workbooks, sessions and pictures may hold several.

    Raises Error as `open`, and where one of them cannot be read.
    """
    with one_sentence():
        path = existing(path_text(file, "open_all"))
        found = read_any(path)
        for why in found.refused:
            raise FileError(why)
    for content in found.contents:
        _warn_not_carried(path, content)
    return Scenarios(Scenario(content.scenario) for content in found.contents)


def examples() -> tuple[str, ...]:
    """Return the names of the examples that travel with Suanli, the baseline first.

    >>> import suanli
    >>> suanli.examples()[:2]
    ('baseline', 'vouchers-x4')
    """
    return EXAMPLES


def value_of(scenario: AnyScenario, futures: int | None = None) -> Value:
    """Return the planner's value of a scenario, opened where it is named, of so many futures.

    Raises Error for what is no scenario, and for no number of futures.
    """
    if not isinstance(scenario, Scenario | str | os.PathLike):
        raise Error(f"a scenario is a Scenario, an example or a file, not {given(scenario)}")
    value = scenario.value if isinstance(scenario, Scenario) else open(scenario).value
    if futures is None:
        return value
    with one_sentence():
        return with_setting(value, "futures", number_text(futures, "futures"))


def _plain(setting: float | LeverPath) -> float | dict[float, float]:
    return dict(setting.knots) if isinstance(setting, LeverPath) else setting


def _texts(changes: tuple[str | Mapping[str, Setting], ...]) -> list[str]:
    """Return changes as they are typed behind `--set`."""
    found: list[str] = []
    for change in changes:
        if isinstance(change, str):
            found.append(change)
        elif isinstance(change, Mapping):
            found += [f"{name}={setting_text(value, name)}" for name, value in change.items()]
        else:
            raise Error(f"a change is a text name=value or a dict of them, not {given(change)}")
    return found


def _warn_not_carried(path: Path, content: Content) -> None:
    if content.not_carried is not None:
        warnings.warn(f"{shown_path(path)}: {content.not_carried}", UserWarning, stacklevel=3)
