"""The entries of the finder that are the same in every window: all that the model's rows name.

Each is found by its name in every language, by the words that other people use, and by its key.
"""

from functools import partial
from itertools import chain

from planner.model.indices import address
from planner.model.inputs import Assumption, Lever, elements_of
from planner.model.outcome import GROUPS
from planner.model.stand_ins import STAND_INS
from planner.quantities.told.labels import model_text
from planner.storage.sentences.catalog import translate
from ui.charts.chooser import chart_entry
from ui.charts.contents.specs import charts_by_group
from ui.charts.contents.words import wording
from ui.controllers.commands.findable.kinds import Asked, Control, NoPlace, PathOf
from ui.views.inputs.groups import assumption_groups, lever_groups
from ui.widgets.choosing.entry import Entry, Group
from ui.wording.areas import sentence_on
from ui.wording.finding.names import in_every_language
from ui.wording.finding.synonyms import Kind, synonyms_of
from ui.wording.first.questions import QUESTIONS, Question
from ui.wording.moves import title_of
from ui.wording.rows.path_display import follows_paths
from ui.wording.scale import scale_of_lever
from ui.wording.translate import first_text


def levers() -> Group:
    """Return every lever, whole and in each place."""
    entries = [
        _control("levers", row, element, group.title)
        for group in lever_groups()
        for row in (*group.top, *group.rest)
        for element in dict.fromkeys(("", *elements_of(row)))
    ]
    return Group(translate("Finder", "Levers"), tuple(entries))


def assumptions() -> Group:
    """Return every assumption."""
    entries = [
        _control("assumptions", row, element, group.title)
        for group in assumption_groups()
        for row in group.rest
        for element in elements_of(row)
    ]
    return Group(translate("Finder", "Assumptions"), tuple(entries))


def outcomes() -> Group:
    """Return every chart, under the outcomes that it shows."""
    words = wording()
    entries = [
        chart_entry(spec, words, model_text(GROUPS[group]))
        for group, specs in charts_by_group().items()
        for spec in specs
    ]
    return Group(translate("Finder", "Outcomes"), tuple(entries))


def paths() -> Group:
    """Return the path over time of every lever that follows one."""
    entries = [
        _path(row, element, group.title)
        for group in lever_groups()
        for row in (*group.top, *group.rest)
        if follows_paths(row)
        for element in dict.fromkeys(("", *elements_of(row)))
    ]
    return Group(translate("Finder", "Paths over time"), tuple(entries))


def questions() -> Group:
    """Return the questions to start from, found by the scenarios that answer them too."""
    return Group(translate("Finder", "Questions to start from"), tuple(map(_question, QUESTIONS)))


def places_elsewhere() -> Group:
    """Return the places that people look for and the model does not have."""
    entries = []
    for place in STAND_INS:
        sentence = sentence_on(place)
        name, *others = in_every_language(partial(model_text, place.name))
        entry = Entry(
            value=NoPlace(sentence), text=name, names=(*others, *place.names), tip=sentence
        )
        entries.append(entry)
    return Group(translate("Finder", "Places not in the model"), tuple(entries))


def _control(kind: Kind, row: Lever | Assumption, element: str, aside: str) -> Entry:
    name = address(row.key, element)
    text, *others = in_every_language(partial(title_of, name))
    return Entry(
        value=Control(name),
        text=text,
        names=(*others, *synonyms_of(kind, row.key)),
        more=row.key.replace("_", " ") + _percent(row, element),
        aside=aside,
        tip=model_text(row.doc),
    )


def _percent(row: Lever | Assumption, element: str) -> str:
    """Return the sign by which a typed percent finds a lever told in it, its places apart."""
    if element or not isinstance(row, Lever):
        return ""
    return " %" if scale_of_lever(row).shown_unit == "%" else ""


def _question(row: Question) -> Entry:
    text, *others = in_every_language(partial(first_text, row.title))
    titles = (in_every_language(partial(first_text, each.title)) for each in row.presets)
    about = (in_every_language(partial(first_text, each)) for each in (row.text, row.look))
    return Entry(
        value=Asked(row),
        text=text,
        names=(*others, *chain.from_iterable(titles), *synonyms_of("questions", row.key)),
        more=" ".join(chain.from_iterable(about)),
        tip=first_text(row.text),
    )


def _path(row: Lever, element: str, aside: str) -> Entry:
    name = address(row.key, element)
    text, *others = in_every_language(partial(_path_of, name))
    return Entry(
        value=PathOf(name),
        text=text,
        names=tuple(others),
        more=" ".join((row.key.replace("_", " "), *synonyms_of("levers", row.key))),
        aside=aside,
        tip=translate("Finder", "Show and edit every date of it"),
    )


def _path_of(name: str) -> str:
    return translate("Finder", "Path of {name}").format(name=title_of(name))
