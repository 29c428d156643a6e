"""Damage: bytes changed at random, and valid JSON with one field changed."""

import json
from collections.abc import Iterator
from random import Random
from typing import Any

ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\\",
    b"\n",
)
DIGITS = (b"0", b"7", b"9", b"-1", b"1.5", b"1e3", b"01", b"")
ODD_TEXTS = (b"NaN", b"1e999", b"-0.0", b"null", b"true", b'"\\ud800"', b"9" * 60, b'{"a":' * 40)

ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 10**12, 1e300, 0.5, "", "x", "1", [], [1], {}, {"a": 1}),
    *("x" * 300, "two\nlines", "a\u202eb", "\u200b", {"low": 1}, [[[]]], 2**70, "<b>", -1e-9),
    *([[2025, 1]], [[2026, 1], [2025, 2]], [[2025, None]], [[2025, 1], 2], [[1999, 1]]),
)

Place = tuple[str, ...]


def _digits(data: bytearray) -> list[int]:
    return [at for at, mark in enumerate(data) if mark in b"0123456789"]


def damaged(random: Random, data: bytes) -> bytes:
    """Return the bytes with one to four changes of every sort."""
    found = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        at = random.randrange(len(found) + 1)
        match random.randrange(8):
            case 0 if found:
                found[min(at, len(found) - 1)] = random.randrange(256)
            case 1:
                del found[at : at + random.randint(1, 20)]
            case 2:
                found[at:at] = random.choice((*ODD_BYTES, *ODD_TEXTS))
            case 3:
                found[at:at] = found[at : at + random.randint(1, 40)]
            case 4:
                del found[at:]
            case 5 | 6:
                at = random.choice(_digits(found) or [0])
                found[at : at + 1] = random.choice(DIGITS)
            case _:
                found[at:at] = random.randbytes(random.randint(1, 4))
    return bytes(found)


def places_in(fields: dict[str, Any], above: Place = ()) -> Iterator[Place]:
    """Yield the place of every field, outermost first."""
    for key, value in fields.items():
        yield (*above, key)
        if isinstance(value, dict):
            yield from places_in(value, (*above, key))


def with_one_change(random: Random, fields: dict[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """Return the fields with one of them changed, and the names by which it may be called."""
    made: dict[str, Any] = json.loads(json.dumps(fields))
    place = random.choice(list(places_in(made)))
    holder = made
    for key in place[:-1]:
        holder = holder[key]
    key, dotted = place[-1], ".".join(place)
    match random.randrange(5):
        case 0:
            del holder[key]
            return made, {dotted}
        case 1:
            new = key[:-1] + random.choice("xyz_")
            holder[new] = holder.pop(key)
            return made, {dotted, f'"{new}"', new}
        case 2:
            new = random.choice(("extra", "levers_", "__class__", "日本", "a b"))
            holder[new] = random.choice(ODD_VALUES)
            return made, {f'"{new}"', ".".join((*place[:-1], new))}
    holder[key] = random.choice(ODD_VALUES)
    return made, {dotted}
