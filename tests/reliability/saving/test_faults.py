"""S2 and S3: a fault at every call of the system, and the order of the calls."""

from collections import Counter

import pytest

from tests.reliability.saving.traced_save import NEW, OLD, traced_save

CHANGES = {"write", "fsync", "link", "linkat", "rename", "renameat", "renameat2", "chmod", "unlink"}

SAVED_BUT = " is saved, but "


@pytest.fixture(scope="module")
def calls(tmp_path_factory):
    """Return the calls of a save as (name, which one of that name, arguments)."""
    save = traced_save(tmp_path_factory.mktemp("trace"), "-e", "trace=%file,%desc")
    assert (save.said, save.code, save.content) == ("saved", 0, NEW)
    counted: Counter[str] = Counter()
    found, inside = [], False
    for name, arguments in save.calls:
        counted[name] += 1
        inside = (inside or '"/begin"' in arguments) and '"/end"' not in arguments
        if inside and '"/begin"' not in arguments:
            found.append((name, counted[name], arguments))
    assert len(found) > 10
    return found


def _faults(calls, sized):
    """Yield every call with every fault; short: an error at each, a kill where the disk changes."""
    for name, number, arguments in calls:
        yield name, number, arguments, "error=EIO"
        if sized(0, 1):
            yield name, number, arguments, "error=ENOSPC"
        if sized(0, 1) or name in CHANGES or "O_EXCL" in arguments:
            yield name, number, arguments, "signal=KILL"


def test_that_a_fault_at_every_call_of_the_system_leaves_old_or_new(calls, tmp_path, sized, record):
    """S2."""
    told: Counter[str] = Counter()
    for place in _faults(calls, sized):
        name, number, _, fault = place
        inject = f"inject={name}:{fault}:when={number}"
        save = traced_save(tmp_path, "-e", f"trace={name}", "-e", inject)
        is_saved = save.said == "saved" or SAVED_BUT in save.said
        assert save.content in ((NEW,) if is_saved else (OLD, NEW)), place
        if "KILL" in fault:
            assert (save.said, save.code) == ("", -9), place
        else:
            assert is_saved or " cannot be saved: " in save.said, (place, save)
            assert not (" cannot be saved: " in save.said and save.content == NEW), (place, save)
            assert name not in ("write", "fsync") or save.said != "saved", place
            assert name == "unlink" or save.names <= {"a", "a.bak"}, place
        told["killed" if not save.said else "saved" if is_saved else "refused"] += 1
    assert told["killed"] > 6
    assert told["refused"] > 6
    counts = ", ".join(f"{count} {what}" for what, count in sorted(told.items()))
    record("S2", f"{told.total()} faults at {len(calls)} calls: 0 damaged ({counts})")


def test_that_bytes_reach_the_disk_before_the_name_and_the_name_before_the_end(calls, record):
    """S3."""
    wanted = ("write", "fsync", "rename", "renameat", "renameat2")
    steps = [(name, said) for name, _, said in calls if name in wanted and ".bak" not in said]
    names = [name.removesuffix("at2").removesuffix("at") for name, _ in steps]
    assert names == ["write", "fsync", "rename", "fsync"]
    (opened,) = [said for name, _, said in calls if name == "openat" and "O_EXCL" in said]
    temporary = opened.split('"')[1]
    assert temporary in steps[2][1]
    assert steps[0][1].split(",")[0] == steps[1][1].split(")")[0]  # the same open file
    (folder,) = [said for name, _, said in calls if name == "openat" and "O_DIRECTORY" in said]
    assert folder.rpartition("= ")[2] == steps[3][1].split(")")[0]
    record("S3", "write(tmp) → fsync(tmp) → rename → fsync(folder)")
