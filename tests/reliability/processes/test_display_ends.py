"""E1: the display dies or the loop is ended; nobody was asked, so nothing may be discarded."""

import signal
from contextlib import contextmanager

import pytest

from planner.model.scenario import lever_value
from tests.reliability.remote_window import Remote
from tests.reliability.window.screens import Compositor, Wire, XServer, killer_of_clients
from ui.documents.recovery import abandoned_sessions, entries_of

LEVER = "alibaba_plan"
SAID = "the window ended without being closed; unsaved work is kept"


def _kept(state):
    """Return what the next start would offer."""
    values = []
    for session in abandoned_sessions(state / "recovery"):
        values += [lever_value(entry.scenario, LEVER) for _, entry in entries_of(session)]
        session.release()
    return values


@contextmanager
def _dying_server(folder):
    server = XServer()
    try:
        yield server.display, server.end
    finally:
        server.end()


@contextmanager
def _stopped_server(folder):
    server = XServer()
    try:
        yield server.display, lambda: server.process.send_signal(signal.SIGTERM)
    finally:
        server.end()


@contextmanager
def _cut_wire(folder):
    server = XServer("-listen", "tcp", "-ac")
    wire = Wire(server)
    try:
        yield wire.display, wire.end
    finally:
        wire.end()
        server.end()


@contextmanager
def _killing_server(folder):
    server = XServer()
    try:
        yield server.display, killer_of_clients(server)
    finally:
        server.end()


@contextmanager
def _dying_compositor(folder):
    compositor = Compositor(folder)
    try:
        yield compositor.display, compositor.end
    finally:
        compositor.end()


WAYS = {
    "X server killed": _dying_server,
    "X server stopped": _stopped_server,
    "connection cut": _cut_wire,
    "killed by the server": _killing_server,
    "compositor killed": _dying_compositor,
}
ONLY_IN_FULL = {"X server stopped"}


@pytest.mark.parametrize("way", WAYS)
def test_that_the_end_of_the_display_discards_nothing(tmp_path, way, sized, record):
    times = sized(int(way not in ONLY_IN_FULL), 20)
    if not times:
        pytest.skip("only at full length")
    for number in range(times):
        state = tmp_path / str(number)
        state.mkdir()
        with WAYS[way](tmp_path / f"run-{number}") as (display, take_away):
            window = _opened(state, display)
            window.ask("edit", 500 + number)
            take_away()
            code, said = window.wait()
        assert code != 0, said
        assert SAID in said
        assert SAID in (state / "suanli.log").read_text("utf-8")
        assert _kept(state) == [500 + number]
    if way == "X server killed":
        _offered(tmp_path / "0")
    record("E1", f"{way}: {times} times, work kept each time, exit code {code}, told in words")


def _offered(state):
    """See that the next window offers what was kept, and that closing it leaves nothing."""
    again = Remote(state)
    assert "My scenario" in again.ask("look")["offer"]
    assert again.ask("offer", "recover")["value"] == 500
    assert again.close() == (0, "")
    assert _kept(state) == []


def _opened(state, display):
    try:
        return Remote(state, display=display)
    except EOFError as error:
        if "platform plugin" in str(error):
            pytest.skip(f"Qt cannot use the display here: {error}")
        raise


LOOPS = [("exit", 0, 1), ("exit", 7, 7), ("sys.exit", 0, 0)]


@pytest.mark.parametrize(("how", "code", "expected"), LOOPS)
def test_that_a_loop_that_a_library_ends_discards_nothing(
    tmp_path, how, code, expected, sized, record
):
    times = sized(int(code == 0), 20)
    if not times:
        pytest.skip("only at full length")
    for number in range(times):
        state = tmp_path / str(number)
        state.mkdir()
        window = Remote(state)
        window.ask("edit", 600)
        window.ask("end_loop", how, code)
        found, said = window.wait()
        assert (found, SAID in said) == (expected, True)
        assert _kept(state) == [600]
    record("E1", f"loop ended by {how}({code}): {times} times, work kept, exit code {expected}")


def test_that_what_was_discarded_but_not_deleted_survives_such_an_end(tmp_path):
    window = Remote(tmp_path)
    window.ask("edit", 800)
    window.end(signal.SIGTERM)
    again = Remote(tmp_path)
    again.ask("offer", "discard")
    again.ask("end_loop", "exit", 0)
    again.wait()
    assert _kept(tmp_path) == [800]


def test_that_an_end_with_nothing_unsaved_promises_nothing(tmp_path):
    window = Remote(tmp_path)
    window.ask("end_loop", "exit", 0)
    _, said = window.wait()
    assert "ended without being closed; nothing in it was unsaved" in said


def test_that_quitting_from_a_library_asks_as_a_click_does(tmp_path):
    window = Remote(tmp_path)
    window.ask("edit", 900)
    window.ask("end_loop", "quit", 0)
    assert window.ask("look")["questions"] == ["closing"]
    window.ask("choose", "discard")
    assert window.wait() == (0, "")
    assert _kept(tmp_path) == []
