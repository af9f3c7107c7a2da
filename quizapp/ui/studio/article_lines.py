"""What is painted round the words of an article in the studio: claims, suggestions, numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument

from quizapp.claims import Span
from quizapp.ui import icons, standings
from quizapp.ui.tokens import MARK_RADIUS, Theme
from quizapp.ui.widgets.paint import write

ICON_GAP = 12


@dataclass(frozen=True, slots=True)
class Underlined:
    """The words of one claim, and how it stands."""

    claim: str
    standing: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The paper to paint on. ``rects`` gives the lines of a span, in the view's coordinates."""

    theme: Theme
    rects: Callable[[Span], list[QRectF]]
    left: float
    seen: Span


def under(painter: QPainter, page: Page, claims: Iterable[Underlined], current: str) -> None:
    """The fill behind the words of the chosen claim."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for claim in claims:
        if claim.claim == current and not page.theme.high_contrast:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(page.theme.evidence(claim.standing)))
            for span in _seen(claim.spans, page):
                for rect in page.rects(span):
                    grown = rect.adjusted(-2, 0, 2, 0)
                    painter.drawRoundedRect(grown, MARK_RADIUS, MARK_RADIUS)


def over(
    painter: QPainter,
    page: Page,
    claims: Iterable[Underlined],
    suggestions: Sequence[Span],
    current: str,
) -> None:
    """Underlines, dashes, and each claim's icon in the margin at its first line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for span in _seen(suggestions, page):
        _line(painter, page.rects(span), page.theme.text2, 1.5, dashed=True)
    taken: list[float] = []
    for claim in claims:
        color = page.theme.standings[claim.standing]
        thick = 3.0 if page.theme.high_contrast and claim.claim == current else 2.0
        for span in _seen(claim.spans, page):
            rects = page.rects(span)
            _line(painter, rects, color, thick, dashed=False)
            _icon(painter, page, rects, claim.standing, taken)


def numbers(
    painter: QPainter, theme: Theme, blocks: Iterable[tuple[int, float, float]], x: float
) -> None:
    """The number of each paragraph, at its first line: ``(number, top, height)``."""
    font = theme.font("small", 500, tabular=True)
    for number, top, height in blocks:
        write(painter, str(number), font, theme.text2, QRectF(x, top, 40, height))


def rects_of(document: QTextDocument, start: int, end: int, size: int) -> list[QRectF]:
    """A rectangle for each line between two of Qt's positions, in the document's coordinates."""
    found: list[QRectF] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        found += _rects_in(document, block, start - block.position(), end - block.position(), size)
        block = block.next()
    return found


def _rects_in(
    document: QTextDocument, block: QTextBlock, start: int, end: int, size: int
) -> list[QRectF]:
    document.documentLayout().blockBoundingRect(block)
    layout, found = block.layout(), list[QRectF]()
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        first = max(start, line.textStart(), 0)
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
        baseline = layout.position().y() + line.y() + line.ascent()
        x = layout.position().x() + min(left, right)
        found.append(QRectF(x, baseline - size * 1.02, abs(right - left), size * 1.36))
    return found


def _x(found: object) -> float:
    """PySide hands the position back beside its answer."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _seen(spans: Iterable[Span], page: Page) -> Iterable[Span]:
    return (s for s in spans if s.start < page.seen.end and page.seen.start < s.end)


def _line(
    painter: QPainter, rects: Sequence[QRectF], color: str, thick: float, *, dashed: bool
) -> None:
    pen = QPen(QColor(color), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3 / thick, 2.4 / thick])
    painter.setPen(pen)
    for rect in rects:
        y = round(rect.bottom()) + (2.5 if dashed else 1.0)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _icon(
    painter: QPainter, page: Page, rects: Sequence[QRectF], standing: str, taken: list[float]
) -> None:
    """The icon at the first line that has none yet."""
    size = page.theme.grow(16)
    for rect in rects:
        y = rect.center().y() - size / 2
        if all(abs(y - other) >= size for other in taken):
            x = page.left - ICON_GAP - size
            icons.draw(
                painter, standings.icon(standing), x, y, size, page.theme.standings[standing]
            )
            taken.append(y)
            return
