"""The system grants a lock once, or to many who only look, and takes it back at once."""

import os

import pytest

from planner.storage.locks.system_lock import ask, give_back

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")


@pytest.fixture
def descriptors(tmp_path):
    """Return one file, opened twice."""
    opened = [os.open(tmp_path / "a", os.O_RDWR | os.O_CREAT) for _ in range(2)]
    yield opened
    for descriptor in opened:
        os.close(descriptor)


@pytest.mark.parametrize(
    ("first", "second", "granted"),
    [(False, False, False), (False, True, False), (True, False, False), (True, True, True)],
)
def test_that_a_lock_is_shared_only_by_those_who_share(descriptors, first, second, granted):
    one, other = descriptors
    assert ask(one, shared=first)
    assert ask(other, shared=second) is granted


def test_that_a_lock_given_back_is_free(descriptors):
    one, other = descriptors
    assert ask(one)
    give_back(one)
    assert ask(other)


def test_that_where_no_locks_are_kept_the_answer_is_none():
    assert ask(2**20) is None  # no open file has this number
