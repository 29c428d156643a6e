"""A report as one HTML file that needs nothing else: styles and charts stand in it. Floor: print.

It asks the browser to load nothing, and whatever a scenario says of itself is written letter by
letter. Works without a window.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from string import Template

from planner.files.exports.xml_text import xml_text
from planner.quantities.told.lists import led_by
from planner.storage.places import resources_folder
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.web import answer_html
from ui.print.report.charts import ReportChart
from ui.print.report.parts import Bar, Cell, Cells, Contents, Dated, Table, TargetBars
from ui.style.theme import LIGHT
from ui.wording.translate import language

CHART_SIZE = (520.0, 330.0)


def page_bytes(
    said: Contents, charts: Sequence[ReportChart], pictures: Sequence[AnswerPicture] = ()
) -> bytes:
    """Return the page, its charts and the `pictures` of its answers painted into it."""
    page = Template((resources_folder() / "style" / "report.html").read_text("utf-8"))
    parts = {
        "language": language().bcp47Name(),
        "title": escape(said.title),
        "byline": escape("  ·  ".join(filter(None, (said.day, said.author)))),
        "notes": _paragraphs([said.notes], "notes"),
        "argument": _paragraphs(said.argument, "argument"),
        "breaches": _paragraphs(said.breaches, "breach"),
        "answer": _paragraphs(said.answer),
        "inputs": _section(said.heads.inputs, map(_table, said.inputs)),
        "comparison": _section(
            said.comparison_title, map(_table, (*said.comparison, *said.limits))
        ),
        "charts": _charts(said, charts),
        "answers": _answers(said, pictures),
        "together": _section(said.together_title, map(_table, said.together)),
        "dates": _section(said.heads.dates, _dates(said.dates)),
        "targets": _section(said.heads.targets, map(_targets, said.targets)),
        "care": _section(said.heads.care, _list(said.care)),
        "reproduce": _command(said),
        "provenance": escape(said.provenance),
        "text": LIGHT.text,
        "muted": LIGHT.muted,
        "border": LIGHT.border,
        "accent": LIGHT.accent,
        "window": LIGHT.window,
    }
    return xml_text(page.substitute(parts)).encode("utf-8")


def _command(said: Contents) -> str:
    command = led_by(escape(said.heads.reproduce), f"<code>{escape(said.command)}</code>")
    return f'<p class="small">{command}</p>' if said.command else ""


def _paragraphs(texts: Iterable[str], look: str = "") -> str:
    begin = f'<p class="{look}">' if look else "<p>"
    return "\n".join(f"{begin}{escape(text)}</p>" for text in texts if text)


def _section(title: str, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    return f"<section>\n<h2>{escape(title)}</h2>\n{body}\n</section>" if body else ""


def _table(table: Table) -> str:
    is_of_numbers = any(table.rights)
    heads = "\n".join(_row(cells, "th", table) for cells in table.heads)
    rows = "\n".join(_row(cells, "td", table) for cells in table.rows)
    begin = '<table class="numbers">' if is_of_numbers else "<table>"
    return f"{begin}\n<thead>\n{heads}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _row(cells: Cells, tag: str, table: Table) -> str:
    column, made = 0, []
    for cell in cells:
        made.append(_cell(cell, tag, is_right=table.rights[column] and cell.span == 1))
        column += cell.span
    return f"<tr>{''.join(made)}</tr>"


def _cell(cell: Cell, tag: str, *, is_right: bool) -> str:
    styles = [] if cell.color == LIGHT.text else [f"color: {cell.color}"]
    styles += ["font-weight: 600"] if cell.strong else []
    look = ' class="right"' if is_right else ""
    style = f' style="{"; ".join(styles)}"' if styles else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    below = f"<small>{escape(cell.below)}</small>" if cell.below else ""
    return f"<{tag}{look}{style}{span}>{escape(cell.text)}{below}</{tag}>"


def _charts(said: Contents, charts: Sequence[ReportChart]) -> str:
    pictures = (
        f'<img alt="{escape(each.title)}" src="data:image/svg+xml;base64,'
        f'{b64encode(each.svg()).decode("ascii")}" />'
        for each in charts
    )
    body = "\n".join(pictures)
    div = f'<h2>{escape(said.heads.charts)}</h2>\n<div class="charts">\n{body}\n</div>'
    return div if body else ""


def _answers(said: Contents, pictures: Sequence[AnswerPicture]) -> str:
    pairs = zip(said.answers, pictures, strict=True)
    articles = "\n".join(answer_html(told, picture, _table) for told, picture in pairs)
    return _section(
        said.heads.answers, [f'<div class="answers">\n{articles}\n</div>'] * bool(articles)
    )


def _dates(found: Sequence[Dated]) -> list[str]:
    rows = "".join(f"<dt>{escape(each.date)}</dt><dd>{escape(each.text)}</dd>" for each in found)
    return [f"<dl>{rows}</dl>"] if rows else []


def _targets(target: TargetBars) -> str:
    rows = "\n".join(map(_bar, target.bars))
    return f'<h3>{escape(target.title)}</h3>\n<div class="bars">\n{rows}\n</div>'


def _bar(bar: Bar) -> str:
    share = 100 * (bar.share or 0.0)
    inner = f'<i style="width: {share:.1f}%; background: {bar.color}"></i>'
    return f"<span>{escape(bar.name)}</span><b>{inner}</b><span>{escape(bar.text)}</span>"


def _list(sentences: Sequence[str]) -> list[str]:
    rows = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return [f"<ul>{rows}</ul>"] if rows else []
