"""Answers on a page of the web: each with its picture and its table. Floor: print."""

from base64 import b64encode
from html import escape
from typing import Final

from ui.print.answers.picture import AnswerPicture
from ui.print.report.parts import AnswerTold
from ui.print.report.web.tables import table_html

PICTURE_WIDTH: Final = 520.0
WIDE_PICTURE: Final = 720.0


def answer_html(told: AnswerTold, picture: AnswerPicture) -> str:
    """Return one answer as HTML."""
    notes = "".join(f'<p class="small">{escape(each)}</p>' for each in (*told.notes, told.stamp))
    return (
        f'<article>\n<h3><b>{escape(told.title)}</b></h3>\n<p class="small">{escape(told.about)}'
        f"</p>\n<p>{escape(told.sentence)}</p>\n{_picture(picture)}"
        f"{table_html(told.table, told.title)}\n{notes}\n"
        "</article>"
    )


def _picture(picture: AnswerPicture) -> str:
    if picture.is_empty:
        return ""
    data = b64encode(picture.svg()).decode("ascii")
    return f'<img alt="{escape(picture.title)}" src="data:image/svg+xml;base64,{data}" />\n'
