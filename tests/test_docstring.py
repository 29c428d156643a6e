"""The sentences of equations, derivations and functions are there however Python is started."""

import subprocess
import sys
from pathlib import Path

from planner.docstring import docstring, first_line
from planner.files.exports.xmile import xmile
from planner.files.reference.page import reference_markdown
from planner.model.scenario import Scenario

ROOT = Path(__file__).parent.parent

PRINTED = """
import sys
from ui.terminal.tables.evidence import facts_text
from planner.files.reference.page import reference_markdown
from planner.files.exports.xmile import xmile
from planner.model.check import check
from planner.model.graph import model
from planner.model.scenario import Scenario

assert False, "this Python forgets neither assertions nor docstrings"
if check(model()):
    sys.exit(str(check(model())))
sys.stdout.buffer.write(b"\\0".join(
    [reference_markdown().encode(), xmile(Scenario()), facts_text("derived:revenue_2025").encode()]
))
"""


def test_that_a_python_without_docstrings_loses_no_sentence():
    from ui.terminal.tables.evidence import facts_text

    command = [sys.executable, "-OO", "-c", PRINTED]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    reference, exported, fact = done.stdout.split(b"\0")
    assert reference.decode() == reference_markdown()
    assert exported == xmile(Scenario())
    assert fact.decode() == facts_text("derived:revenue_2025")


def _explained():
    """Say the first line.

    And another.
    """


def _silent():
    return 1


def test_that_a_docstring_read_from_the_source_is_the_one_python_keeps(monkeypatch):
    kept = docstring(_explained), docstring(_silent)
    monkeypatch.setattr(_explained, "__doc__", None)
    assert (docstring(_explained), docstring(_silent)) == kept
    assert kept == ("Say the first line.\n\nAnd another.", "")
    assert first_line(_explained) == "Say the first line."
