"""The hostile sessions of the corpus, each one change away from a good one."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from planner.files.session.session import Session, SessionScenario, SessionView
from planner.files.session.session_file import VERSION, session_to_bytes
from planner.model.scenario import Scenario, with_lever
from planner.studies.answers.about import About
from planner.studies.answers.answer import Answer
from planner.studies.answers.picture import Clip, Lettering, Outline, Picture
from planner.studies.answers.stamp import Stamp
from planner.studies.answers.table import AnswerColumn, AnswerTable

GOOD_SESSION: Final = "session.suanli"
_FUTURE: Final = 99
_NEVER: Final = "session-of-a-scenario-of-tomorrow.suanli"
VIEW: Final = SessionView(
    current=2,
    colors=(4, 1),
    shown=(True, False),
    year=2030,
    view="difference",
    charts="enterprises/",
    arrangement="2 x 2",
    strips=True,
    cards="enterprises/*/*",
    places="beijing",
    comparison="",
    table=False,
    money="CNY",
    compute="EFLOPS",
    against=0,
)
ANSWER: Final = Answer(
    study="why",
    title="Why did it change?",
    scenario="Hostile",
    against="",
    about=About("enterprises", "beijing", 2030),
    sentence="Half of the gain comes from one lever.",
    table=AnswerTable(
        "Part of each lever",
        (AnswerColumn("input", "Input"), AnswerColumn("part", "Part", "", is_difference=True)),
        (("Alibaba's plan", 12.5), ("rest", None)),
        ("Means, which add up.",),
    ),
    stamp=Stamp(2025, "conditioned", 1000, "2.0"),
)
PICTURE: Final = Picture(
    400.0,
    220.0,
    is_wide=False,
    parts=(
        Outline("M 10 10 L 110 10 L 110 40 L 10 40 Z", fill="#ff1f77b4"),
        Clip(0.0, 0.0, 200.0, 100.0),
        Outline("M 0 0.5 C 1 2 3 4 5 -6", line="#80000000", width=1.5, dashes=(2.0, 3.0)),
        Clip(),
        Lettering("+12", 112.0, 30.0, "#ff333333", 11.0, is_bold=True),
    ),
)
PAINTED: Final = replace(ANSWER, picture=PICTURE)
SESSION: Final = Session(
    (
        SessionScenario(with_lever(Scenario(title="Hostile"), "alibaba_plan", 760)),
        SessionScenario(Scenario(title="算力")),
    ),
    VIEW,
)


def _changed(change: Callable[[dict[str, Any]], object]) -> Callable[[], bytes]:
    """Return what makes a session that is changed in its fields."""

    def make() -> bytes:
        fields = json.loads(session_to_bytes(SESSION))
        change(fields)
        return json.dumps(fields, ensure_ascii=False, indent=1).encode()

    return make


def _text(old: str, new: str) -> Callable[[], bytes]:
    """Return what makes a session whose text is changed where no fields can tell."""
    return lambda: session_to_bytes(SESSION).replace(old.encode(), new.encode(), 1)


def _with(**changes: Any) -> Callable[[], bytes]:
    return _changed(lambda fields: fields.update(changes))


def _without(field: str) -> Callable[[], bytes]:
    return _changed(lambda fields: fields.pop(field))


def _view(**changes: Any) -> Callable[[], bytes]:
    return _changed(lambda fields: fields["view"].update(changes))


def _answer(**changes: Any) -> Callable[[], bytes]:
    fields = json.loads(session_to_bytes(replace(SESSION, answers=(ANSWER,))))
    fields["answers"].append({**fields["answers"][0], **changes})
    return lambda: json.dumps(fields, ensure_ascii=False, indent=1).encode()


def _drawn(**changes: Any) -> Callable[[], bytes]:
    """Return what makes a session with an answer whose picture is changed."""
    fields = json.loads(session_to_bytes(replace(SESSION, answers=(PAINTED,))))
    fields["answers"][0]["picture"] |= changes
    return lambda: json.dumps(fields, ensure_ascii=False, indent=1).encode()


def _second(**changes: Any) -> Callable[[], bytes]:
    return _changed(lambda fields: fields["scenarios"][1].update(changes))


def _many(fields: dict[str, Any]) -> None:
    fields["scenarios"] = [{**fields["scenarios"][0], "seed": number} for number in range(51)]


def _both_bad(fields: dict[str, Any]) -> None:
    for each in fields["scenarios"]:
        each["levers"] = {"alibaba_plan": -1}


def _twice(fields: dict[str, Any]) -> None:
    fields["scenarios"].append(fields["scenarios"][0])


SESSIONS: Final[Mapping[str, Callable[[], bytes]]] = {
    GOOD_SESSION: lambda: session_to_bytes(SESSION),
    "session-named-otherwise.json": lambda: session_to_bytes(SESSION),
    "session-without-view.suanli": _without("view"),
    "session-without-format.suanli": _without("format"),
    "session-of-another-format.suanli": _with(format="tableau"),
    "session-that-is-a-scenario.suanli": lambda: json.dumps(
        json.loads(session_to_bytes(SESSION))["scenarios"][0]
    ).encode(),
    "session-version-0.suanli": _with(version=0),
    "session-version-as-text.suanli": _with(version="1"),
    "session-without-version.suanli": _without("version"),
    "session-of-tomorrow.suanli": _with(version=_FUTURE, tabs=[], layout={"a": 1}),
    _NEVER: _second(version=_FUTURE),
    "session-field-unknown.suanli": _with(scenarioss=[]),
    "session-field-twice.suanli": _text(
        f'"version": {VERSION},', f'"version": {VERSION},\n  "version": {VERSION},'
    ),
    "session-without-scenarios.suanli": _without("scenarios"),
    "session-of-none.suanli": _with(scenarios=[]),
    "session-of-51.suanli": _changed(_many),
    "session-scenarios-object.suanli": _with(scenarios={"first": {}}),
    "session-scenarios-null.suanli": _with(scenarios=None),
    "session-of-numbers.suanli": _with(scenarios=[1, 2]),
    "session-of-a-session.suanli": _changed(lambda fields: fields.update(scenarios=[dict(fields)])),
    "session-second-scenario-bad.suanli": _second(levers={"alibaba_plan": -1}),
    "session-both-scenarios-bad.suanli": _changed(_both_bad),
    "session-scenario-twice.suanli": _changed(_twice),
    "session-nan.suanli": _text('"alibaba_plan": 760', '"alibaba_plan": NaN'),
    "session-cut-off.suanli": lambda: session_to_bytes(SESSION)[:-30],
    "session-two.suanli": lambda: session_to_bytes(SESSION) * 2,
    "session-title-hidden.suanli": _changed(
        lambda fields: fields["scenarios"][0].update(title="a\u202eb")
    ),
    "session-deep.suanli": _text('"view": {', '"view": ' + "[" * 100_000 + "{"),
    "session-beyond-4-MB.suanli": lambda: session_to_bytes(SESSION) + b" " * 4_000_000,
    "session-of-a-million-commas.suanli": _text('"shown": [', '"shown": [' + "1," * 1_000_000),
    "session-picture.suanli": lambda: b"\x89PNG\r\n\x1a\n" + bytes(20),
    "session-compressed.suanli": lambda: b"\x1f\x8b" + bytes(20),
    "session-view-null.suanli": _with(view=None),
    "session-view-text.suanli": _with(view="as it was"),
    "session-view-version-99.suanli": _view(version=_FUTURE, lamps="on"),
    "session-view-damaged.suanli": _view(
        current=9,
        colors=[4],
        shown=[1, 0],
        year="2030",
        charts=["enterprises"],
        cards="a\nb",
        against=-1,
    ),
    "session-view-colors-out-of-range.suanli": _view(colors=[8, -1]),
    "session-view-current-true.suanli": _view(current=True),
    "session-view-long.suanli": _view(charts="x" * 4_001),
    "session-with-answers.suanli": lambda: session_to_bytes(replace(SESSION, answers=(ANSWER,))),
    "session-with-a-picture.suanli": _drawn(),
    "session-picture-without-size.suanli": _drawn(width=0),
    "session-picture-endless.suanli": _drawn(height=1e300),
    "session-picture-of-a-file.suanli": _drawn(parts=[["image", "/etc/passwd", 0, 0]]),
    "session-picture-far-away.suanli": _drawn(
        parts=[["outline", "", "#ff000000", 1, [], "M 0 0 L 999999 1"]]
    ),
    "session-picture-of-dashes.suanli": _drawn(
        parts=[["outline", "", "#ff000000", 1, [0, 0], "M 0 0 L 9 9"]]
    ),
    "session-picture-of-many-parts.suanli": _drawn(parts=[["clip", 0, 0, 0, 0]] * 801),
    "session-picture-hidden.suanli": _drawn(
        parts=[["text", "#ff000000", 11, False, 0, 0, 0, "a\u202eb"]]
    ),
    "session-answers-text.suanli": _with(answers="as they were"),
    "session-answers-before-their-version.suanli": _with(version=1, answers=[]),
    "session-answer-unknown-outcome.suanli": _answer(outcome="happiness"),
    "session-answer-field-unknown.suanli": _answer(trust="me"),
    "session-answer-ragged.suanli": _answer(
        table={"title": "", "columns": [], "rows": [[1]], "notes": []}
    ),
    "session-answer-year-true.suanli": _answer(year=True),
    "session-answer-long.suanli": _answer(sentence="x" * 2_001),
    "session-answer-hidden.suanli": _answer(scenario="a\u202eb"),
    "session-view-markup.suanli": _view(places="<img src=/etc/passwd>"),
}
