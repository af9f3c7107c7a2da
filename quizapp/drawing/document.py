"""Rows onto the pages of a PDF, with a foot on each: a title, and which page of how many."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from quizapp.drawing.fonts import ready
from quizapp.drawing.ink import RIGHT, level_line, write
from quizapp.drawing.paginate import paginate
from quizapp.drawing.print_look import LINE, TEXT2, font
from quizapp.drawing.searchable import searchable
from quizapp.drawing.setting import WIDTH, Rows
from quizapp.i18n import _

SCREEN = 96  # pixels to an inch
FINE = 1200
HIGH, WIDE = 1122.5, 793.7  # A4
LEFT_MARGIN, TOP, ROOM = (WIDE - WIDTH) / 2, 68.0, 960.0


def pdf(title: str, foot: str, rows: Rows) -> bytes:
    """The rows as a PDF on A4, fonts embedded, every word of it text that can be searched.

    Args:
        title: the title of the document, also in its properties.
        foot: what stands at the left of each foot.
        rows: set while the application of ``ready`` was alive.
    """
    places = paginate([row.measure for row in rows], ROOM)
    pages = max((place.page for place in places), default=0) + 1

    def paint(painter: QPainter, writer: QPdfWriter) -> None:
        for page in range(pages):
            if page:
                writer.newPage()
            for row, place in zip(rows, places, strict=True):
                if place.page == page:
                    row.paint(painter, LEFT_MARGIN, TOP + place.top)
            _paint_foot(painter, foot, page + 1, pages)

    return _file(title, paint)


def one_page(title: str, paint: Callable[[QPainter], None]) -> bytes:
    """A single page, painted in pixels of 96 to an inch, as a PDF like the others."""
    return _file(title, lambda painter, _writer: paint(painter))


def _file(title: str, paint: Callable[[QPainter, QPdfWriter], None]) -> bytes:
    app = ready()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(FINE)
    writer.setTitle(title)
    writer.setCreator("quizapp")
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(FINE / SCREEN, FINE / SCREEN)
    paint(painter, writer)
    painter.end()
    buffer.close()
    del app
    return searchable(bytes(data.data()))


def _paint_foot(painter: QPainter, foot: str, page: int, pages: int) -> None:
    small = font("small")
    y = TOP + ROOM + 20
    level_line(painter, LEFT_MARGIN, LEFT_MARGIN + WIDTH, y, LINE)
    place = QRectF(LEFT_MARGIN, y + 8, WIDTH, 16)
    number = _("Page {page} of {pages}").format(page=page, pages=pages)
    write(painter, foot, small, TEXT2, place.adjusted(0, 0, -100, 0))
    write(painter, number, small, TEXT2, place, RIGHT)
