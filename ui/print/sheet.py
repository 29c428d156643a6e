"""What a sheet says: its title, how to read its charts, what is changed, and where all is from.

Words only; how a sheet is laid out and painted stands in `printed_sheet`. Floor: print.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.ensemble.conditioning.description import Kind
from planner.ensemble.projection import Projection
from planner.facts.record import FIGURES_IN_WORDS
from planner.model.graph import model
from planner.model.lever_settings import has_knots, lever_texts_apart
from planner.model.scenario import (
    Scenario,
    assumption_at,
    baseline_under,
    is_one_future,
    lever_at,
)
from planner.quantities.listed import listed
from planner.quantities.shown import with_unit
from planner.quantities.told import lists
from planner.quantities.told.labels import model_text
from planner.quantities.told.lists import sentences
from planner.quantities.told.titles import shown_title
from planner.storage.sentences.catalog import translate
from planner.studies.key_figures import YEAR
from ui.charts.contents.picture import ChartPicture
from ui.charts.contents.scopes import areas_of
from ui.charts.layout.look import Look
from ui.print.figures import Figure
from ui.print.reasons import reasons_of
from ui.print.size import PictureSize
from ui.print.values.told import ChartValues
from ui.wording.compared.reference import in_sentence
from ui.wording.draws import draws_text
from ui.wording.figures.beliefs import beliefs_sentence
from ui.wording.figures.others import others_line
from ui.wording.figures.units import form_of, shown_in, units_sentence
from ui.wording.numbers import Numerals, fixed, trimmed
from ui.wording.rows.accessible_names import named_with_unit
from ui.wording.targets.told import caption_of, fence_text
from ui.wording.translate import day_text

SCALE, SCALE_OF_SEVERAL = 1.9, 1.35
CHANGES_NAMED = 5
CHANGES_NAMED_AMONG_MANY = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything one sheet shows: pictures and the texts around them; `size` is in units.

    `breaches` says which runs break a law of the model, `difference` how sure the title is,
    `disputes` which disputed figures act. `figures` stand beside a picture that is alone,
    `values` under the title of each. `notes` are the texts of notes that are folded on charts.
    """

    size: tuple[float, float]
    pictures: tuple[ChartPicture, ...]
    title: str
    subtitle: str
    reading: str
    changes: str
    provenance: str
    sources: str
    breaches: str = ""
    difference: str = ""
    disputes: str = ""
    figures: tuple[Figure, ...] = ()
    values: tuple[ChartValues | None, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def has_strips(self) -> bool:
        """Whether it speaks of strips under charts."""
        return any(picture.effect_name for picture in self.pictures)

    @property
    def has_limits(self) -> bool:
        """Whether it speaks of rows under charts that say what limits compute."""
        return any(picture.limits for picture in self.pictures)

    @property
    def has_changes(self) -> bool:
        """Whether values under titles tell what they differ by."""
        return any(values is not None and values.levels for values in self.values)

    def with_levels_alone(self) -> "Sheet":
        """Return the sheet with values under titles that tell no differences."""
        values = ((each.levels or each) if each is not None else None for each in self.values)
        return replace(self, values=tuple(values))

    def without(self, *, strips: bool = False, limits: bool = False) -> "Sheet":
        """Return the sheet without strips of differences or of limits, and what is said of them."""
        pictures, reading = self.pictures, self.reading
        if strips:
            pictures = tuple(replace(each, effect=(), effect_name="") for each in pictures)
            for picture in self.pictures:
                reading = reading.replace(_reading_of_strips(picture), "")
        if limits:
            pictures = tuple(replace(each, limits=()) for each in pictures)
            reading = reading.replace(_reading_of_limits(), "")
        return replace(self, pictures=pictures, reading=" ".join(reading.split()))


def answered(sheet: Sheet, title: str, difference: str) -> Sheet:
    """Return the sheet of one picture under its answer, with what it shows in the line below."""
    picture = sheet.pictures[0]
    shown = "  ·  ".join(filter(None, (picture.title, picture.axis_words)))
    return replace(sheet, title=title, subtitle=shown, difference=difference)


def opening_again(sheet: Sheet) -> Sheet:
    """Return the sheet of a picture that carries its scenarios, which says that it does."""
    text = translate("Sheet", "This picture opens again in Suanli.")
    return replace(sheet, provenance=sentences((sheet.provenance, text)))


def sheet_of(
    picture: ChartPicture,
    projection: Projection,
    look: Look,
    made: date,
    size: PictureSize = PictureSize(),  # noqa: B008 - a frozen value
    others: Sequence[Scenario] = (),
) -> Sheet:
    """Return the sheet of a picture, with what says how it was made.

    `others` are the further scenarios that the picture shows.
    """
    scenario = projection.scenario
    return Sheet(
        size=size.units,
        pictures=(picture,),
        title=picture.title,
        subtitle="  ·  ".join(
            filter(None, (titles_in_words((scenario, *others)), picture.axis_words))
        ),
        reading=_reading_of_all((picture,), projection),
        changes=_with_lost(_changes(scenario, others, look), (picture,), projection, look, others),
        provenance=provenance(projection, look.numerals, made, others),
        sources=_sources((picture,)),
    )


def sheet_of_several(
    pictures: Sequence[ChartPicture],
    projection: Projection,
    look: Look,
    made: date,
    size: PictureSize = PictureSize(),  # noqa: B008 - a frozen value
    others: Sequence[Scenario] = (),
) -> Sheet:
    """Return one sheet of several pictures, called after the scenarios it shows."""
    names = look.words.charts
    return Sheet(
        size=size.units,
        pictures=tuple(pictures),
        title=titles_in_words((projection.scenario, *others)),
        subtitle="  ·  ".join(names[picture.setting.chart] for picture in pictures),
        reading=_reading_of_all(pictures, projection),
        changes=_with_lost(
            _changes(projection.scenario, others, look), pictures, projection, look, others
        ),
        provenance=provenance(projection, look.numerals, made, others),
        sources=_sources(pictures),
    )


def _reading_of_all(pictures: Sequence[ChartPicture], projection: Projection) -> str:
    """Return how to read what is drawn, each sentence once."""
    sentences = [
        sentence
        for picture in pictures
        for sentence in (*_reading(picture, projection), *reasons_of(picture))
    ]
    wanted = [line.target for picture in pictures for line in picture.targets]
    if wanted:
        last_year = projection.scenario.last_year
        caption = caption_of(tuple(dict.fromkeys(wanted)), projection.met, last_year)
        sentences += (fence_text(), caption)
    return lists.sentences(dict.fromkeys(sentences))


def _reading(picture: ChartPicture, projection: Projection) -> list[str]:
    """Return how to read what is drawn, and only that."""
    if picture.panels:
        return _reading_of_states(picture, projection)
    if projection.futures:
        parts = [translate("Sheet", "Thick line: the median of all futures.")]
        parts += _reading_of_futures(picture)
    else:
        parts = [translate("Sheet", "Line: the run at central values.")]
    if any(curve.color == "baseline" for curve in picture.curves):
        parts.append(translate("Sheet", "Thin neutral line: the baseline, same assumptions."))
    parts += filter(None, [beliefs_sentence(projection.scenario)])
    if picture.points:
        parts.append(translate("Sheet", "Circles: published figures and their range."))
    return [*parts, *_reading_of_axes(picture)]


def _reading_of_axes(picture: ChartPicture) -> Iterator[str]:
    """Yield how to read an axis that is not as usual, and the strip."""
    if picture.is_log:
        yield translate("Sheet", "The axis of values is logarithmic.")
    if picture.effect_name:
        yield _reading_of_strips(picture)
    if picture.limits:
        yield _reading_of_limits()


def _reading_of_limits() -> str:
    return translate(
        "Sheet",
        "Rows below: what limits compute most, and in what share of futures (mean over the year).",
    )


def _reading_of_strips(picture: ChartPicture) -> str:
    text = translate(
        "Sheet", "Strip below a chart: the difference from {reference}, on its own scale."
    )
    return text.format(reference=in_sentence(picture.against))


def _reading_of_states(picture: ChartPicture, projection: Projection) -> list[str]:
    """Return how to read areas, and the lines of the baseline over them."""
    if projection.futures:
        text = translate("Sheet", "Height of each color: the share of futures in it.")
    else:
        text = translate("Sheet", "Colors: the run at central values.")
    if all(curve.color != "baseline" for curve in picture.curves):
        return [text]
    below = translate("Sheet", "Thin neutral lines: where they part in the baseline.")
    return [text, below]


def _reading_of_futures(picture: ChartPicture) -> Iterator[str]:
    """Yield how to read what stands beside the median."""
    if any(curve.central is not None for curve in picture.curves):
        yield translate("Sheet", "Thin line of its color: all central values.")
    if any(curve.bands is not None for curve in picture.curves):
        yield translate(
            "Sheet",
            "Bands: the dark one holds half of all futures (P25 to P75), the light one four in "
            "five (P10 to P90).",
        )


def _changes(scenario: Scenario, others: Sequence[Scenario], look: Look) -> str:
    """Return what each scenario drawn changes against the baseline, the first few by name."""
    if not others:
        names = _first_changes(scenario, CHANGES_NAMED, look)
        text = translate("Sheet", "Changed: {changes}.")
        return text.format(changes=lists.clauses(names)) if names else ""
    drawn = (scenario, *others)
    most = max(1, CHANGES_NAMED_AMONG_MANY // len(drawn))
    return listed([_clause(each, scenario, most, look) for each in drawn], lists.sentence_mark())


def _with_lost(
    changes: str,
    pictures: Sequence[ChartPicture],
    projection: Projection,
    look: Look,
    others: Sequence[Scenario],
) -> str:
    """Return what is changed with what all other places lose by it, where charts are about some.

    Of several scenarios the charts tell it; from another scenario than the baseline none is told.
    """
    areas = next(filter(None, (areas_of(picture.setting) for picture in pictures)), ())
    year = min(YEAR, projection.scenario.last_year)
    is_alone = not others and not any(picture.against for picture in pictures)
    line = others_line(projection, areas, year, look.numerals) if areas and is_alone else ""
    if not (line and changes):
        return changes
    said = translate("Sheet", "December {year}: {line}.")
    beginning = f"{line[:1].lower()}{line[1:]}"
    return lists.sentences((changes, said.format(year=year, line=beginning)))


def _clause(scenario: Scenario, first: Scenario, most: int, look: Look) -> str:
    """Return what one of several scenarios changes, and its figures where the first has others."""
    names = _first_changes(scenario, most, look)
    if scenario.figures != first.figures:
        words = model_text(FIGURES_IN_WORDS[scenario.figures])
        text = translate("Sheet", "figures {figures}")
        names.insert(0, text.format(figures=words))
    changes = lists.clauses(names) or translate("Sheet", "nothing")
    text = translate("Sheet", "Changed in {title}: {changes}.")
    return text.format(title=shown_title(scenario.title), changes=changes)


def _first_changes(scenario: Scenario, most: int, look: Look) -> list[str]:
    """Return the first levers and assumptions that are changed, and how many more there are."""
    names = [_change(name, scenario, look) for name, _ in scenario.levers[:most]]
    names += [
        translate("Sheet", "the assumption on {name}").format(
            name=model_text(assumption_at(name)[0].label)
        )
        for name, _ in scenario.assumptions[: most - len(names)]
    ]
    rest = len(scenario.levers) + len(scenario.assumptions) - len(names)
    if rest:
        names.append(translate("Sheet", "{count} more").format(count=rest))
    return names


def _change(name: str, scenario: Scenario, look: Look) -> str:
    row, element = lever_at(name)
    label = model_text(row.label)
    if element:
        label = lists.with_more(label, look.words.elements[element])
    unit, factor = shown_in(row.unit)

    def number(value: float) -> str:
        if not form_of(row.unit).is_grouped:
            return f"{value:.0f}"
        return trimmed(value * factor, look.numerals)

    said = lever_texts_apart(name, [baseline_under(scenario), scenario], number)[1]
    if has_knots(name, scenario):
        return f"{label} {named_with_unit(said, unit)}"
    return f"{label} {with_unit(said, unit)}"


def titles_in_words(scenarios: Sequence[Scenario]) -> str:
    """Return the titles of scenarios, one after the other."""
    return listed([shown_title(each.title) for each in scenarios])


def provenance(
    projection: Projection, numerals: Numerals, made: date, others: Sequence[Scenario] = ()
) -> str:
    """Return what a run rests on, and when what shows it and `others` was made."""
    named = translate("Sheet", "Scenario: {scenario}.")
    if others:
        named = translate("Sheet", "Scenarios: {scenario}.")
    titles = titles_in_words((projection.scenario, *others))
    return sentences((named.format(scenario=titles), rests_on(projection, numerals, made)))


def rests_on(projection: Projection, numerals: Numerals, made: date) -> str:
    """Return the same without the titles."""
    kind = projection.draws.kind
    return rests_on_draws(projection.scenario, projection.futures, kind, numerals, made)


def rests_on_draws(
    scenario: Scenario, futures: int, draws: Kind, numerals: Numerals, made: date
) -> str:
    """Return the same of an answer, which was drawn with so many futures."""
    day = day_text(made)
    said = translate(
        "Sheet",
        "Baseline of 2025. Figures: {figures}. Model {version}, "
        "{futures} futures {draws}, seed {seed}. Suanli, {day}.",
    )
    if futures == 1 or is_one_future(scenario):
        said = translate(
            "Sheet",
            "Baseline of 2025. Figures: {figures}. Model {version}, one future, seed {seed}. "
            "Suanli, {day}.",
        )
    said = said.format(
        figures=model_text(FIGURES_IN_WORDS[scenario.figures]),
        version=model().version,
        futures=fixed(futures, 0, numerals),
        draws=draws_text(draws),
        seed=scenario.seed,
        day=day,
    )
    return lists.sentences((said, units_sentence()))


def _sources(pictures: Sequence[ChartPicture]) -> str:
    names = dict.fromkeys(
        name
        for picture in pictures
        for point in picture.points
        for name in point.source.split("; ")
        if name
    )
    if not names:
        return translate("Sheet", "Sources of every default stand in the tips beside the levers.")
    return translate("Sheet", "Published figures: {names}.").format(names=lists.clauses(names))
