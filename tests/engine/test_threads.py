"""Work is shared out piece by piece, and the calling thread does its part."""

import threading as python_threads

import pytest

from planner.engine import threads


def test_that_every_piece_is_done_once_and_by_all_threads_at_the_same_time() -> None:
    """Each thread waits in its first piece until the others have come as far."""
    done: list[int] = []
    by: set[int] = set()
    everybody = python_threads.Barrier(threads.count())

    def work(piece: int) -> None:
        done.append(piece)
        if python_threads.get_ident() not in by:
            by.add(python_threads.get_ident())
            everybody.wait(60)

    threads.share_out(work, range(500))
    assert sorted(done) == list(range(500))
    assert len(by) == threads.count()
    assert python_threads.get_ident() in by


def test_that_one_thread_alone_is_the_calling_one() -> None:
    by: set[int] = set()
    with threads.limited_to(1):
        threads.share_out(lambda _: by.add(python_threads.get_ident()), range(50))
    assert by == {python_threads.get_ident()}


def test_that_a_failed_piece_fails_the_whole() -> None:
    def refuse(piece: int) -> None:
        if piece == 3:
            raise ValueError("no such piece")

    with pytest.raises(ValueError, match="no such piece"):
        threads.share_out(refuse, range(10))


def test_that_there_may_be_nothing_to_do() -> None:
    done: list[int] = []
    threads.share_out(done.append, [])
    assert done == []
