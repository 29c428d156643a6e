"""A report as one HTML file that needs nothing else: styles and charts stand in it. Floor: print.

It asks the browser to load nothing, and whatever a scenario says of itself is written letter by
letter. Works without a window.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from string import Template

from planner.files.exports.xml_text import xml_text
from planner.quantities.told.lists import led_by
from planner.storage.places import resources_folder
from ui.print.answers.picture import AnswerPicture
from ui.print.answers.web import answer_html
from ui.print.report.charts import ReportChart, notes_below
from ui.print.report.parts import Bar, Contents, Dated, Table, TargetBars, usual_order
from ui.print.report.story import StepTold
from ui.print.report.web.story import charts_html, step_html
from ui.print.report.web.tables import table_html
from ui.style.theme import LIGHT
from ui.wording.translate import language


def page_bytes(
    said: Contents,
    charts: Sequence[ReportChart],
    pictures: Sequence[AnswerPicture] = (),
    steps: Sequence[StepTold] = (),
) -> bytes:
    """Return the page, its charts, the `pictures` of its answers and its story painted into it."""
    page = Template((resources_folder() / "style" / "report.html").read_text("utf-8"))
    parts = {
        "language": language().name().replace("_", "-"),
        "title": escape(said.title),
        "byline": escape("  ·  ".join(filter(None, (said.day, said.author)))),
        "breaches": _paragraphs(said.breaches, "breach"),
        "parts": "\n".join(_parts(said, charts, pictures, steps)),
        "reproduce": _command(said),
        "provenance": escape(said.provenance),
        "text": LIGHT.text,
        "muted": LIGHT.muted,
        "border": LIGHT.border,
        "accent": LIGHT.accent,
        "window": LIGHT.window,
    }
    return xml_text(page.substitute(parts)).encode("utf-8")


def _parts(
    said: Contents,
    charts: Sequence[ReportChart],
    pictures: Sequence[AnswerPicture],
    steps: Sequence[StepTold],
) -> Iterator[str]:
    """Yield pages and answers in their order."""
    order = said.order or usual_order(len(said.answers))
    for is_answer, parts in groupby(order, key=_is_answer):
        if is_answer:
            yield _answers(said, pictures, [each for each in parts if isinstance(each, int)])
        else:
            yield from (_page(f"{each}", said, charts, steps) for each in parts)


def _is_answer(part: str | int) -> bool:
    return isinstance(part, int)


def _page(
    page: str, said: Contents, charts: Sequence[ReportChart], steps: Sequence[StepTold]
) -> str:
    match page:
        case "summary":
            return _summary(said)
        case "comparison":
            return _tables(said.comparison_title, (*said.comparison, *said.limits))
        case "charts":
            return _charts(said, charts)
        case "story":
            return _section(said.heads.story, map(step_html, steps))
        case "dates":
            return _dated(said)
        case _:
            return _section(said.heads.care, _list(said.care))


def _summary(said: Contents) -> str:
    told = (_paragraphs([said.notes], "notes"), _paragraphs(said.argument, "argument"))
    box = f'<div class="answer">\n{_paragraphs(said.answer)}\n</div>' if said.answer else ""
    return "\n".join((*told, box, _tables(said.heads.inputs, said.inputs)))


def _dated(said: Contents) -> str:
    dates = _section(said.heads.dates, _dates(said.dates))
    targets = _section(said.heads.targets, map(_targets, said.targets))
    beside = f'<div class="beside">\n{dates}\n{targets}\n</div>' if dates or targets else ""
    return "\n".join((_tables(said.together_title, said.together), beside))


def _command(said: Contents) -> str:
    command = led_by(escape(said.heads.reproduce), f"<code>{escape(said.command)}</code>")
    return f'<p class="small">{command}</p>' if said.command else ""


def _paragraphs(texts: Iterable[str], look: str = "") -> str:
    begin = f'<p class="{look}">' if look else "<p>"
    return "\n".join(f"{begin}{escape(text)}</p>" for text in texts if text)


def _section(title: str, parts: Iterable[str]) -> str:
    body = "\n".join(parts)
    return f"<section>\n<h2>{escape(title)}</h2>\n{body}\n</section>" if body else ""


def _tables(title: str, tables: Iterable[Table]) -> str:
    return _section(title, (table_html(each, title) for each in tables))


def _charts(said: Contents, charts: Sequence[ReportChart]) -> str:
    """Return the charts; what is told below them is found before they are painted and closed."""
    return _section(said.heads.charts, filter(None, [charts_html(charts, notes_below(charts))]))


def _answers(said: Contents, pictures: Sequence[AnswerPicture], numbers: Sequence[int]) -> str:
    articles = "\n".join(answer_html(said.answers[n], pictures[n]) for n in numbers)
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
    name, text = escape(bar.name), escape(bar.text)
    return f'<span>{name}</span><b aria-hidden="true">{inner}</b><span>{text}</span>'


def _list(sentences: Sequence[str]) -> list[str]:
    rows = "".join(f"<li>{escape(each)}</li>" for each in sentences)
    return [f"<ul>{rows}</ul>"] if rows else []
