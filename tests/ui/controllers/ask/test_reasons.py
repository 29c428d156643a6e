"""Once the hand rests the sentences under the cards say what is behind a change."""

from dataclasses import replace

import pytest

from planner.engine.run import warm_up_kernel
from planner.ensemble.many import Projector
from planner.model.scenario import Scenario, with_lever
from ui.controllers.ask.reasons import Reasons
from ui.engine.published import Published
from ui.engine.shown_run import ShownRun
from ui.engine.studies import Studies
from ui.style.theme import LIGHT
from ui.views.center.panel import Center

PLAIN = Scenario(futures=64, last_year=2031)
NETWORK = with_lever(replace(PLAIN, title="Network"), "network_build_time", 2)


@pytest.fixture
def center(qtbot, qapp):
    warm_up_kernel()
    shown = Center(LIGHT)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.head)
    return shown


@pytest.fixture
def published(center):
    made = Published(center)
    made.changed.connect(center.show_run)
    studies = Studies(center)
    Reasons(center.answer, made, studies, center)
    yield made
    studies.close()


def _run(center, sellable):
    used, requests = Projector(), center.requests()
    scenario = with_lever(NETWORK, "center_sellable_target", sellable)
    return ShownRun(used.project(scenario, requests), used.project(PLAIN, requests))


def test_that_parts_and_sign_are_said_once_nothing_moves(center, published, qtbot):
    published.publish(_run(center, 0.8))
    said = center.answer.sentences
    assert " comes from " not in said.text
    qtbot.waitUntil(lambda: " comes from network build time; " in said.text, timeout=20_000)
    assert said.text.endswith("The sign holds in all 9 variants of the model.")
    assert said.text.index(" comes from ") < said.text.index(". 2030 mean, share of futures: ")


def test_that_a_hand_that_moves_asks_for_nothing(center, published, qtbot):
    run = _run(center, 0.75)
    published.publish(replace(run, is_whole=False))
    with qtbot.assertNotEmitted(center.answer.reasons_wanted, wait=10):
        center.answer.tell_again()
    with qtbot.waitSignal(center.answer.reasons_wanted):
        published.publish(run)
