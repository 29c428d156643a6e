"""Room between the paragraphs of a page, which Markdown sets without any. Floor: views."""

from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument

MARGIN: Final = 12
_ABOVE_HEADING, _BELOW, _BELOW_ITEM = 10, 8, 4


def part_paragraphs(document: QTextDocument) -> None:
    """Part the paragraphs and headings of a page, which is laid out once, when all are parted."""
    document.setDocumentMargin(MARGIN)
    whole = QTextCursor(document)
    whole.beginEditBlock()
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        shape.setTopMargin(_ABOVE_HEADING if shape.headingLevel() > 1 else 0)
        shape.setBottomMargin(_BELOW_ITEM if block.textList() is not None else _BELOW)
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()
    whole.endEditBlock()
