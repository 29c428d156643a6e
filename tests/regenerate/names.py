"""The page of the names that `import suanli` promises: functions, values, and their columns."""

import importlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import suanli
from planner.docstring import first_line

_BESIDE: Final = ("suanli.salib", "suanli.ema", "suanli.notebook")
_PUBLIC: Final[dict[str, tuple[str, ...]]] = {
    "suanli.salib": ("problem", "evaluate"),
    "suanli.ema": ("model", "Evaluator"),
    "suanli.notebook": ("live",),
}
_INNER: Final = ("value", "projection")
"""What is of the planner inside, and promised to nobody."""
_TABLES: Final = ("levers", "assumptions", "outcomes", "places")
_HEAD: Final = """\
# Names of `import suanli`

Written by the code (`make regenerate`); a test holds it to what there is. What stands here is
promised to stay, as [From Python](python.md#what-stays) says: names, parameters and columns are
added, and none goes without a version that warns of it. Units are those that `suanli.levers()`,
`assumptions()` and `outcomes()` tell.
"""


def names_bytes() -> bytes:
    """Return the page: every public name with its parameters and what it is for."""
    values = [name for name in suanli.__all__ if isinstance(getattr(suanli, name), type)]
    functions = [name for name in suanli.__all__ if name not in {*values, "main"}]
    parts = [
        _HEAD,
        _section("Functions", _told("suanli", functions)),
        *(_section(f"`{room}`", _told(room, _PUBLIC[room])) for room in _BESIDE),
        *(_section(f"`{name}`", _members(getattr(suanli, name))) for name in values),
        _section("Columns of tables", map(_columns, _TABLES)),
    ]
    return "\n".join(parts).encode()


def _section(title: str, lines: Iterable[str]) -> str:
    return "\n".join((f"## {title}\n", *lines)).rstrip() + "\n"


def _told(room: str, names: Iterable[str]) -> Iterator[str]:
    module = importlib.import_module(room)
    for name in names:
        yield _line(name, getattr(module, name))


def _line(name: str, value: Callable[..., Any]) -> str:
    return f"- `{name}{_parameters(value)}`: {first_line(value)}"


def _members(kind: type) -> Iterator[str]:
    """Yield what kind of value it is, its fields, and what else is public of it."""
    yield f"{first_line(kind)}\n"
    fields = [name for name in getattr(kind, "__dataclass_fields__", {}) if name not in _INNER]
    if fields:
        yield f"- {', '.join(f'`{name}`' for name in fields)}"
    for name, member in vars(kind).items():
        if name.startswith("_") or name in {*fields, *_INNER}:
            continue
        if isinstance(member, property) and member.fget is not None:
            yield f"- `{name}`: {first_line(member.fget)}"
        elif inspect.isfunction(member):
            yield _line(name, member)


def _parameters(value: Callable[..., Any]) -> str:
    """Return parameters as they are given, without their types."""
    if isinstance(value, type):
        return "(...)"
    plain = [
        each.replace(annotation=inspect.Parameter.empty)
        for name, each in inspect.signature(value).parameters.items()
        if name != "self"
    ]
    return str(inspect.Signature(plain))


def _columns(name: str) -> str:
    columns = ", ".join(f"`{each}`" for each in getattr(suanli, name)().columns)
    return f"- `{name}()`: {columns}"
