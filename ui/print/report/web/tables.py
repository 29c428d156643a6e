"""Tables of a report on a page of the web, with heads that a screen reader tells. Floor: print.

A table stands in a region of its own: a narrow screen scrolls it, by keys too, and no number is
broken.
"""

from html import escape

from ui.print.report.parts import Cell, Cells, Table
from ui.style.theme import LIGHT


def table_html(table: Table, name: str) -> str:
    """Return a table; `name` says what it is of."""
    heads = "\n".join(_head(cells, table) for cells in table.heads)
    rows = "\n".join(_row(cells, table) for cells in table.rows)
    begin = '<table class="numbers">' if any(table.rights) else "<table>"
    body = f"{begin}\n<thead>\n{heads}\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    region = f'<div class="table" role="region" aria-label="{escape(name)}" tabindex="0">'
    return f"{region}\n{body}\n</div>"


def _head(cells: Cells, table: Table) -> str:
    column, made = 0, []
    for cell in cells:
        scope = "colgroup" if cell.span > 1 else "col"
        made.append(_cell(cell, scope, is_right=table.rights[column] and cell.span == 1))
        column += cell.span
    return f"<tr>{''.join(made)}</tr>"


def _row(cells: Cells, table: Table) -> str:
    """Return a row, whose first cell is what the others are of."""
    column, made = 0, []
    for cell in cells:
        is_right = table.rights[column] and cell.span == 1
        made.append(_cell(cell, "" if column else "row", is_right=is_right))
        column += cell.span
    return f"<tr>{''.join(made)}</tr>"


def _cell(cell: Cell, scope: str, *, is_right: bool) -> str:
    """Return a cell; one with a `scope` is the head of others, unless it says nothing."""
    styles = [] if cell.color == LIGHT.text else [f"color: {cell.color}"]
    styles += ["font-weight: 600"] if cell.strong else []
    is_head = bool(scope and cell.text)
    tag, headed = ("th", f' scope="{scope}"') if is_head else ("td", "")
    look = ' class="right"' if is_right else ""
    style = f' style="{"; ".join(styles)}"' if styles else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    below = f"<small>{escape(cell.below)}</small>" if cell.below else ""
    return f"<{tag}{headed}{look}{style}{span}>{escape(cell.text)}{below}</{tag}>"
