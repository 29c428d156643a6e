"""The shape of the code: floors that do hold, small files, and traps of Qt that stay shut.

What docstrings and help say of it is held too, as far as a program can: floors, names, errors.
"""

import ast
import builtins
import gc
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.some import some

ROOT = Path(__file__).parent.parent
ENTRY = ROOT / "ui" / "entry"
FILES_OF_A_FOLDER = 15
LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 50
# It hands the texts of the planner's tables to Qt; they are not written in ui.
TABLES = (
    "ui/wording/translate.py",
    "planner/quantities/told/labels.py",
    "planner/storage/sentences/catalog.py",
)
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "data", "info"}
CODE_FOLDERS = ("planner", "ui", "tests/benchmarks")
SOURCES = sorted(path for name in CODE_FOLDERS for path in (ROOT / name).rglob("*.py"))


@pytest.fixture(scope="module", autouse=True)
def _code_is_read_once():
    """Search what is read of the code for no garbage, and forget it at the end."""
    gc.disable()
    yield
    for read in (_tree, _nodes, _calls, _texts, _words):
        read.cache_clear()
    gc.enable()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield the place and the tree of every module of the code."""
    assert len(SOURCES) > 10
    for path in SOURCES:
        yield path.relative_to(ROOT).as_posix(), _tree(path)


@cache
def _nodes() -> tuple[tuple[str, tuple[ast.AST, ...]], ...]:
    """Return the place and all nodes of every module of the code."""
    return tuple((place, tuple(ast.walk(tree))) for place, tree in _trees())


@cache
def _calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Return the place, the bare name and the node of every call in the code."""
    return tuple(
        (f"{path}:{node.lineno}", _name_of(node.func), node)
        for path, nodes in _nodes()
        for node in nodes
        if isinstance(node, ast.Call) and _name_of(node.func)
    )


def _name_of(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


PLANTED = [
    ("planner.model.levers", "import planner.engine", "Each floor of the planner"),
    ("planner.quantities.units", "from planner import facts", "Each floor of the planner"),
    ("planner.storage.cache", "import planner.quantities", "Each floor of the planner"),
    ("planner.files.format.schema", "import planner.files.scenario", "Each room of files"),
    ("planner.files.planted", "from PySide6 import QtCore", "The planner knows neither Qt"),
    ("planner.files.planted", "import planner.sweep", "Each floor of the planner"),
    ("planner.sweep.design.part", "import planner.sweep.plan", "Each room of sweeps"),
    ("planner.studies.compare", "import ui", "The faces import the planner"),
    ("ui.views.panel", "import pyqtgraph", "Only the charts"),
    ("ui.charts.chart", "import pyqtgraph", None),
    ("ui.app", "import planner.files", None),
    ("ui.wording.numbers", "import ui.widgets", "Each floor of the window"),
    ("ui.widgets.row", "import ui.documents", None),
    ("ui.documents.document", "import ui.items", "Each floor of the window"),
    ("ui.views.panel", "import ui.controllers", "Each floor of the window"),
    ("planner.ensemble.draws.part", "import planner.ensemble.bands", "Each room of the ens"),
    ("planner.model.language.part", "import planner.model.sectors", "Each room of the model"),
    ("ui.terminal.run", "import ui.app", "Each floor of the window"),
    ("ui.terminal.run", "import ui.views", "The terminal knows nothing"),
    ("ui.terminal.run", "import tests.benchmarks", "The program knows none of its tests"),
    ("ui.a_new_room.part", "import planner.files", "Each floor of the window"),
    ("ui.terminal.run", "import suanli", "The faces import the planner"),
    ("suanli.scenarios", "import ui.views", "What is imported knows nothing"),
    ("suanli.scenarios", "import ui.terminal", None),
]
"""Statements in modules, and which contract forbids them; None where none does."""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Return what the contracts say of all that is planted, by contract."""
    folder = tmp_path_factory.mktemp("planted")
    _write_empty_packages(folder)
    for module, statement, _ in PLANTED:
        path = folder.joinpath(*module.split(".")).with_suffix(".py")
        _make_package(path.parent)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{statement}\n")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    told = re.split(r"\n(.+)\n-{4,}\n", done.stdout)
    return dict(zip(told[1::2], told[2::2], strict=True))


@pytest.mark.parametrize(("module", "statement", "contract"), PLANTED)
def test_that_the_contracts_of_imports_catch_what_they_forbid(module, statement, contract, report):
    assert "Broken contracts" in report
    imported = statement.removeprefix("from ").removeprefix("import ").replace(" import ", ".")
    arrow = rf"-\s+{module} -> {imported.removesuffix('.QtCore').removesuffix('.benchmarks')} "
    room = rf"- {module.removesuffix('.part')}$"
    pattern = re.compile(f"^(?:{arrow}|{room})", re.MULTILINE)
    told = [name for name, text in report.items() if pattern.search(text)]
    assert any(name.startswith(contract) for name in told) if contract else told == [], told


def _write_empty_packages(folder: Path) -> None:
    """Lay out the packages of the checkout, without their code, under the same contracts."""
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for root, face in ((ROOT, "planner"), (ROOT, "ui"), (ENTRY, "suanli")):
        rooms = [path.parent for path in (root / face).rglob("__init__.py")]
        assert len(rooms) > 6 or face == "suanli"
        for package in sorted(room for room in rooms if root == ENTRY or ENTRY not in room.parents):
            _make_package(folder / package.relative_to(root))
    (folder / "ui/app.py").touch()


def _make_package(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()


def test_that_a_file_holds_one_idea():
    long = [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > LINES_OF_A_FILE]
    assert long == []


def test_that_the_files_of_a_room_can_be_told_apart_by_name():
    rooms = [
        path.parent for face in ("planner", "ui") for path in (ROOT / face).rglob("__init__.py")
    ]
    sizes = {room: len([*room.glob("[!_]*.py")]) for room in rooms}
    assert len(sizes) > 50
    assert {room: size for room, size in sizes.items() if size > FILES_OF_A_FOLDER} == {}


def test_that_a_function_can_be_read_at_a_glance():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, nodes in _nodes()
        for node in nodes
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_that_a_module_is_named_after_what_it_holds():
    assert [path for path in some(SOURCES) if path.stem in EMPTY_NAMES] == []


def test_that_no_slot_is_a_lambda_or_a_partial():
    # Either keeps its widget alive for ever; a bound method does not.
    slots = [
        place
        for place, name, call in _calls()
        if name == "connect"
        for slot in call.args[:1]
        if isinstance(slot, ast.Lambda)
        or (isinstance(slot, ast.Call) and ast.unparse(slot.func).endswith("partial"))
    ]
    assert slots == []


def test_that_no_code_turns_the_event_loop_by_hand():
    assert [
        place for place, name, _ in some(_calls()) if name in {"processEvents", "QEventLoop"}
    ] == []


def test_that_every_text_can_be_extracted_for_translation():
    # The extractor reads literals only: an f-string or a name would never find its translation.
    texts = [
        (place, name, call)
        for place, name, call in _calls()
        if name in {"translate", "translate_many", "marked"}
        and not place.startswith(TABLES)
        and _takes_texts(call)
    ]
    assert texts
    unreadable = [
        place
        for place, name, call in texts
        if not call.args or not all(_is_text(text) for text in call.args[: _texts_of(name)])
    ]
    assert unreadable == []


def _takes_texts(call: ast.Call) -> bool:
    """Tell the functions of the catalog from methods of that name, as QPainter.translate."""
    return "." not in ast.unparse(call.func)


def _texts_of(name: str) -> int:
    """Say how many leading arguments are texts: a context, and one text or two forms of it."""
    return 3 if name == "translate_many" else 2


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
FLOOR = re.compile(rf"\b(lowest|top|{'|'.join(ORDINALS)}) floor\b|\bfloor: (\w+)", re.IGNORECASE)
CODE = re.compile(r"`([^`\n]+)`")
NAME = re.compile(r"[^\W\d]\w*(\.[^\W\d]\w*)*(\(\))?")
PATH = re.compile(r"(?!/|\./)[\w.-]+(/[\w.-]*)+")
EXAMPLES = {"enterprises_beijing", "it_IT", "xkill"}  # in an export, of a locale, of the system
OF_LIBRARIES = {
    *("setXLink", "PlotItem", "FillBetweenItem", "ErrorBarItem"),
    *("QPicture", "DeviceCoordinateCache"),
}
OUTSIDE = {
    *("uv", "out/", "dist/"),  # a tool, and folders that commands make
    *("suanli/", "suanli/planner", "suanli/ui"),  # places in a wheel
}
NOT_WRITTEN = {"reference.md", "CHANGELOG.md"}  # made from rows; told of what was
BARE = re.compile(
    r"(?<![\w./])(?:planner|ui|tests|seeds|resources)(?:/[\w.*-]+)+"
    r"|(?<![\w./])(?:planner|ui)(?:\.[a-z_]\w*)+"
)
ROOM = re.compile(r"^    ([\w.]+/[\w./]+)", re.MULTILINE)
ERROR = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Interrupt)\b")


def test_that_a_docstring_names_the_floor_that_its_module_is_on():
    told = [
        (path, found)
        for path, tree in _trees()
        for found in _floors_named(ast.get_docstring(tree) or "")
    ]
    assert len(told) > 100
    assert [(path, found) for path, found in told if found not in _floors_of(path)] == []


def test_that_docstrings_and_help_name_only_what_there_is():
    told = [(place, code) for place, text in _texts() for code in CODE.findall(text)]
    assert len(told) > 300
    folders = (Path(place).parent for place, _ in told)
    missing = [each for each, at in zip(told, folders, strict=True) if not _is_there(each[1], at)]
    assert missing == []


def test_that_a_module_or_path_is_there_where_it_is_named_without_backticks():
    told = [(place, name) for place, text in _texts() for name in BARE.findall(CODE.sub("", text))]
    assert len(told) > 10
    assert [each for each in told if not _is_there(each[1].rstrip("."))] == []


def test_that_every_room_in_the_plan_of_the_floors_is_there():
    rooms = ROOM.findall((ROOT / "resources/docs/architecture.md").read_text("utf-8"))
    assert len(rooms) > 25
    places = (ROOT, ROOT / "planner")
    assert [room for room in rooms if not any((at / room).exists() for at in places)] == []


def test_that_docstrings_name_only_errors_that_there_are():
    told = [(place, error) for place, text in _texts() for error in ERROR.findall(text)]
    assert len(told) > 100
    assert [each for each in told if each[1] not in _words() and each[1] not in dir(builtins)] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("planner.engine.arithmetic", "planner.engine.kernel.codegen.elementary"),
        ("planner.storage.atomic.write_whole", "planner.storage.atomic.write_atomically"),
        ("numpy.no_such_function", "numpy.quantile"),
        ("ui/views/lock.py", "ui/controllers/files/lock_words.py"),
        ("resources/translation/", "resources/messages/"),
        ("levers.no_such_lever", "levers.voucher_budget.shanghai"),
    ],
)
def test_that_a_name_of_nothing_is_noticed(wrong, right):
    assert not _is_there(wrong)
    assert _is_there(right)


def test_that_a_wrong_floor_is_noticed():
    assert _floors_named("Top floor of\nplanner. Floor: facts.") == ["top", "facts"]
    assert "top" not in _floors_of("planner/studies/backtest.py")
    assert _floors_of("planner/studies/backtest.py") == {"sixth", "studies"}
    assert _floors_of("planner/files/format/schema.py") == {"seventh", "files"}
    assert _floors_of("planner/quantities/units.py") == {"first", "quantities"}
    assert _floors_of("planner/storage/cache.py") == {"lowest", "storage"}
    assert _floors_of("planner/docstring.py") == {"lowest"}
    assert _floors_of("ui/wording/moves.py") == {"first", "wording"}
    assert _floors_of("ui/app.py") == set()


def _floors_named(text: str) -> list[str]:
    return [found[1] or found[2] for found in FLOOR.finditer(" ".join(text.lower().split()))]


def _floors_of(path: str) -> set[str]:
    """Return what the floor of a module may be called, as the import contracts lay it out."""
    face, name = Path(path).parts[:2]
    name = name.removesuffix(".py")
    if face == "tests":
        return set()
    layers = _layers_of(face)
    floors = [layer for layer in layers if (ROOT / face / layer).is_dir()]
    if name in layers and name not in floors:
        return {"lowest"} if face == "planner" else set()
    if name not in floors:
        return set()
    number = floors.index(name)
    ordinals = ("lowest", *ORDINALS) if face == "planner" else ORDINALS
    ordinal = ordinals[number : number + 1]
    return {name, *ordinal, *(["top"] if number == len(floors) - 1 else [])}


@cache
def _layers_of(face: str) -> list[str]:
    """Return the names of the floors of planner or ui, the lowest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    words = {"planner": "floor of the planner", "ui": "floor of the window"}
    (layers,) = (each["layers"] for each in contracts["contracts"] if words[face] in each["name"])
    named = [name.strip("() ") for layer in reversed(layers) for name in layer.split("|")]
    return [name.removeprefix("planner.") for name in named]


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """Return every docstring of code and tests, and every page but the reference and the past.

    The reference is made from the rows of the model; nobody writes a name into it.
    """
    found = []
    for path in sorted({*SOURCES, *(ROOT / "tests").rglob("*.py")}):
        for node in _statements(_tree(path)):
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                found.append((place, str(node.value.value)))
    pages = {*ROOT.glob("*.md"), *(ROOT / "resources").rglob("*.md")}
    told = sorted(page for page in pages if page.name not in NOT_WRITTEN)
    names = (page.relative_to(ROOT).as_posix() for page in told)
    return (*found, *zip(names, (page.read_text("utf-8") for page in told), strict=True))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements below a node."""
    for block in ("body", "handlers", "orelse", "finalbody", "cases"):
        for each in getattr(node, block, ()):
            yield each
            yield from _statements(each)


@cache
def _words() -> frozenset[str]:
    """Return every name in the code, docstrings left out, and every text that could be a name."""
    found: set[str] = set()
    for path, nodes in _nodes():
        said = {node.value for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            match node:
                case ast.Constant(value=str() as text) if node not in said:
                    found.update(text.split(".") if re.fullmatch(r"[\w.]+", text) else ())
                case ast.Name(id=name) | ast.arg(arg=name) | ast.Attribute(attr=name):
                    found.add(name)
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    found.add(name)
                case ast.keyword(arg=str() as name):
                    found.add(name)
                case ast.alias(name=name):
                    found.update(name.split("."))
        found.update(Path(path).with_suffix("").parts)
    for test in (ROOT / "tests").rglob("*.py"):
        tree = _tree(test)
        found.update(n.name for n in tree.body if isinstance(n, ast.ClassDef | ast.FunctionDef))
        values = (target for n in tree.body if isinstance(n, ast.Assign) for target in n.targets)
        found.update(value.id for value in values if isinstance(value, ast.Name))
    return frozenset(found)


def _is_there(code: str, folder: Path = Path()) -> bool:
    """Tell whether what stands in backticks exists; what is no name and no path is not judged."""
    if code in OUTSIDE:
        return True
    if PATH.fullmatch(code):
        return (ROOT / code).exists() or (ROOT / folder / code).exists()
    if not NAME.fullmatch(code) or (ROOT / code).exists():
        return True
    parts = code.removesuffix("()").split(".")
    if len(parts) > 1 and parts[0] in _importable():
        return _resolves(".".join(parts))
    return code in EXAMPLES | OF_LIBRARIES or all(part in _words() for part in parts)


@cache
def _importable() -> frozenset[str]:
    return frozenset(("planner", "ui", *sys.stdlib_module_names, *packages_distributions()))


def _resolves(name: str) -> bool:
    try:
        pkgutil.resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True
