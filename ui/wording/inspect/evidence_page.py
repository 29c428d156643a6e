"""Evidence, ranges and published figures as a page of rich text with links. Floor: wording; no Qt.

Everything is escaped here before it becomes rich text; only addresses of sources are links.
"""

from html import escape

from planner.quantities.told.lists import led_by
from planner.storage.sentences.catalog import translate
from planner.studies.inspect.inspection import Inspection
from ui.wording.inspect.about import range_lines
from ui.wording.inspect.evidence import EvidenceLine, evidence_lines
from ui.wording.inspect.page import point_texts

_INDENT = 14


def evidence_page(found: Inspection) -> str:
    """Return what is known of where a value comes from; a sentence where nothing is recorded."""
    parts = [
        _section(translate("Inspect", "Range"), range_lines(found.node, found.course.scenario)),
        "".join(map(_line, evidence_lines(found.proofs))),
        _section(translate("Inspect", "Published figures"), point_texts(found)),
    ]
    text = "".join(parts)
    return text or f"<p>{escape(_nothing(found))}</p>"


def _nothing(found: Inspection) -> str:
    if found.term is None:
        return translate("Inspect", "It is one by definition.")
    return translate(
        "Inspect",
        "It is computed: its evidence is that of the levers, assumptions and constants behind it. "
        "Open one of them for its sources.",
    )


def _section(title: str, lines: tuple[str, ...]) -> str:
    if not lines:
        return ""
    items = "".join(
        f"<p style='margin: 2px 0 2px {_INDENT}px'>{escape(line)}</p>" for line in lines
    )
    return f"<p style='margin: 6px 0 2px 0'><b>{escape(title)}</b></p>{items}"


def _line(line: EvidenceLine) -> str:
    text = escape(line.text)
    if line.url.startswith(("https://", "http://")):
        text = f"<a href='{escape(line.url, quote=True)}'>{text}</a>"
    caption = (
        f"<b>{escape(line.caption)}</b>"
        if line.is_disputed or not line.depth
        else escape(line.caption)
    )
    return f"<p style='margin: 3px 0 3px {_INDENT * line.depth}px'>{led_by(caption, text)}</p>"
