"""E5: whatever is kept of the window, damaged or of another program, the window can be used."""

import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QByteArray, QEvent, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from planner.ensemble.many import Projector
from planner.model.scenario import Scenario, baseline_under, with_lever
from planner.model.sums import others_of
from planner.storage.places import state_folder
from tests.breaking_scenarios import CENTER_BREAKS
from ui.app import build
from ui.charts.contents.specs import charts
from ui.engine.shown_run import ShownRun
from ui.parts import Suanli
from ui.process.state.settings import FILE_NAME
from ui.views.main_window import LEAST_SIZE

DOCUMENTS = (
    Scenario(),
    Scenario("A year", last_year=2025),
    with_lever(Scenario("To 2040", last_year=2040), "center_sellable_target", 0.6),
    CENTER_BREAKS,
    Scenario("To the last", last_year=2050, figures="as_stated"),
)
NUMBERS = some.integers(-(2**31), 2**31 - 1) | some.integers(-5, 3000)
PLACES = some.tuples(NUMBERS, NUMBERS, some.integers(1, 40_000), some.integers(1, 40_000))


@pytest.fixture(scope="module")
def projector() -> Projector:
    made = Projector()
    made.warm_up()
    return made


def geometry(place: tuple[int, int, int, int]) -> QByteArray:
    """Return what Qt keeps of a window at a place."""
    window = QWidget()
    x, y, width, height = place
    limit = 100_000
    window.setGeometry(QRect(max(-limit, min(limit, x)), max(-limit, min(limit, y)), width, height))
    kept = window.saveGeometry()
    window.deleteLater()
    return kept


def splitter(sizes: list[int]) -> QByteArray:
    """Return what Qt keeps of a splitter with such parts, in the other direction."""
    made = QSplitter()
    for _ in sizes:
        made.addWidget(QWidget())
    made.setSizes(sizes)
    made.setHandleWidth(30)
    kept = made.saveState()
    made.deleteLater()
    return kept


@some.composite
def damaged(draw: some.DrawFn, whole: some.SearchStrategy[QByteArray]) -> str:
    """Return bytes of Qt with some of them changed, or cut."""
    data = bytearray(draw(whole).data())
    for _ in range(draw(some.integers(0, 4))):
        data[draw(some.integers(0, len(data) - 1))] = draw(some.integers(0, 255))
    return b64encode(bytes(data[: draw(some.integers(0, len(data)))] or data)).decode()


ANYTHING = some.recursive(
    some.none() | some.booleans() | NUMBERS | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=5,
)
SETTINGS = [f"{key}/{element}" for key, spec in charts().items() for element in spec.elements]
AXES = [
    "log/",
    "/2026,2031,0,4000",
    "log/2026,2030.5,-3,9",
    "/2031,2026,0,1",
    "/0,0,0,0",
    "log/e,1",
]
WORDS = some.sampled_from([*SETTINGS, "gone/", "/", "rent/mars"]) | some.builds(
    "{}/{}".format, some.sampled_from(SETTINGS), some.sampled_from(AXES)
)
KEPT = {
    "year": some.integers(-10, 99_999).map(str) | some.sampled_from(["²", "٢٠٣٠", "9" * 4999]),
    "charts": some.lists(WORDS, max_size=7).map(" ".join),
    "geometry": damaged(PLACES.map(geometry)),
    "columns": damaged(some.lists(some.integers(0, 10**6), min_size=1, max_size=4).map(splitter)),
    "rows": damaged(some.lists(some.integers(0, 10**6), min_size=1, max_size=4).map(splitter)),
    "table": some.booleans(),
    "panel": some.sampled_from(["shown", "hidden", "gone"]),
    "panel_when_narrow": some.sampled_from(["shown", "hidden", "gone"]),
    "side": some.sampled_from(["shown", "hidden", "gone"]),
    "folds": some.text(max_size=9),
    "theme": some.sampled_from(["light", "dark", "system", "pink"]),
    "picture_size": some.sampled_from(["1600x900@2", "0x0", "99999x1@99", "x"]),
    "recent": some.lists(some.text(max_size=9) | some.just("/nowhere/a.json"), max_size=4),
    "export_folder": some.text(max_size=9),
    "language": some.text(max_size=5),
}
STATES = some.fixed_dictionaries({}, optional={key: one | ANYTHING for key, one in KEPT.items()})


def started_on(state: dict[str, object]) -> Iterator[Suanli]:
    """Build and show the whole program on a kept state, and take it down again."""
    state_folder().mkdir(parents=True, exist_ok=True)
    (state_folder() / FILE_NAME).write_text(json.dumps(state), "utf-8")
    suanli = build()
    try:
        yield suanli
    finally:
        suanli.close()
        suanli.take_down()


def check_usable(suanli: Suanli) -> None:
    """Hold against the screen what a person needs to work with the window."""
    window, center = suanli.window, suanli.window.center
    window.show()
    if window.side.isHidden():
        window.actions_["side"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    edge = QRect(window.geometry().topLeft(), window.size())
    assert any(room.contains(edge.topLeft()) or room.intersects(edge) for room in rooms)
    assert window.width() >= LEAST_SIZE.width()
    assert window.height() >= LEAST_SIZE.height()
    assert not window.isMinimized()
    assert not window.isFullScreen()
    assert min(window.splitter.sizes()) > 100
    assert window.splitter.handleWidth() < 10
    assert len(set(center.charts.settings)) == len(center.charts.settings) == 4
    window.hide()


def check_draws(suanli: Suanli, projector: Projector, scenario: Scenario) -> None:
    """Show a document's run as the engine would hand it over."""
    center = suanli.window.center
    wanted = center.requests()
    run = projector.project(scenario, wanted, bands=False)
    center.show_run(ShownRun(run, projector.project(baseline_under(scenario), wanted, bands=False)))
    assert 2025 <= center.year <= scenario.last_year
    assert str(center.year) in center.year_label.text()
    assert all(card.shown.value != "…" for card in center.kpis.cards)
    drawn = [view.canvas.plot.picture is not None for view in center.charts.views]
    assert all(drawn) or not center.place.has_charts  # those without room are not computed


def test_that_no_kept_state_makes_a_window_that_cannot_be_used(qapp, projector, sized, record):
    """E5: 500 states, each with five documents one after the other."""
    count, seen = sized(3, 500), []
    usual = settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )

    @usual
    @given(STATES)
    def holds(state: dict[str, object]) -> None:
        for suanli in started_on(state):
            check_usable(suanli)
            for scenario in DOCUMENTS:
                check_draws(suanli, projector, scenario)
            seen.append(state)

    holds()
    assert sum("year" in state for state in seen) > count // 20
    record("E5", f"{len(seen)} kept states x {len(DOCUMENTS)} documents: all usable, no traceback")


@pytest.mark.parametrize(
    ("places", "recent"),
    [
        ("chengdu", "chengdu henan+beijing"),
        ("henan+chengdu+mars", "mars  + chengdu chengdu"),
        ("+", "\0"),
        ("beijing+shanghai+shenzhen+chengdu", "mars"),
    ],
)
def test_that_kept_places_whole_or_damaged_make_a_window_that_draws(
    qapp, projector, places, recent
):
    beside = f"enterprises/chengdu,{others_of(('chengdu',))}"
    charts_kept = f"{beside} enterprises/chengdu,mars voucher_money/henan,chengdu sme_price/a+b"
    state = {"places": places, "recent_places": recent, "charts": charts_kept}
    shown = ""
    for suanli in started_on(state):
        check_usable(suanli)
        check_draws(suanli, projector, DOCUMENTS[0])
        shown = suanli.window.center.charts.settings[0].element
    assert shown == beside.partition("/")[2]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"x"', "{" * 9999, '{"year": 1e999}', "\0" * 100, "\ufeff{}"]
)
def test_that_a_state_file_that_is_none_counts_as_empty(qapp, tmp_path, text):
    """E5."""
    path = Path(state_folder())
    path.mkdir(parents=True, exist_ok=True)
    (path / FILE_NAME).write_text(text, "utf-8")
    suanli = build()
    check_usable(suanli)
    suanli.close()
    suanli.take_down()
