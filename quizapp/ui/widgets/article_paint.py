"""What is painted under and over the words of the article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from quizapp.ui import icons, standings
from quizapp.ui.tokens import MARK_RADIUS, Theme
from quizapp.ui.widgets.article_text import ArticleText, Highlight, Margins, Place
from quizapp.ui.widgets.paint import width_of, write

FADE = 36
_BAR_LEFT = 14
_BAR_WIDTH = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is painted beside the words themselves."""

    marks: tuple[Place, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    strength: float = 1.0
    hover: Place | None = None
    ring: Place | None = None
    ring_on: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper to paint on: where the lines of a place are, and where the margins."""

    theme: Theme
    text: ArticleText
    rects: Callable[[Place], list[QRectF]]
    margins: Margins
    height: int
    width: int
    more: bool

    @property
    def text_left(self) -> float:
        """Where the text begins."""
        return float(self.margins.left)


def under(painter: QPainter, sheet: Sheet, shown: Shown) -> None:
    """Fills, below the words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    theme = sheet.theme
    if shown.hover is not None:
        _fill(painter, sheet.rects(shown.hover), QColor(theme.sunken))
    if shown.highlights:
        for highlight in shown.highlights:
            color = QColor(theme.evidence(highlight.standing))
            color.setAlphaF(shown.strength)
            if not theme.high_contrast:
                _fill(painter, sheet.rects(highlight.place()), color)
        return
    for place in shown.marks:
        _fill(painter, sheet.rects(place), QColor(theme.mark))


def over(painter: QPainter, sheet: Sheet, shown: Shown) -> None:
    """Underlines, margin bars, icons, numbers, the ring and the fade, above the words."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    taken: list[tuple[float, float]] = []
    if shown.highlights:
        for place in shown.marks:
            _underline(painter, sheet.rects(place), sheet.theme.accent, dashed=True)
        for highlight in shown.highlights:
            _evidence(painter, sheet, highlight, taken)
    else:
        for place in shown.marks:
            _mark(painter, sheet, place, taken)
    _numbers(painter, sheet, taken)
    if shown.ring_on and shown.ring is not None:
        _ring(painter, sheet, shown.ring)
    _fade(painter, sheet)


def _fill(painter: QPainter, rects: Sequence[QRectF], color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), MARK_RADIUS, MARK_RADIUS)


def _underline(painter: QPainter, rects: Sequence[QRectF], color: str, *, dashed: bool) -> None:
    pen = QPen(QColor(color), 1.5 if dashed else 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern([3 / 1.5 * 1.0, 2.4 / 1.5])
    painter.setPen(pen)
    for rect in rects:
        y = round(rect.bottom()) + (2.5 if dashed else 1.0)
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _bar(painter: QPainter, sheet: Sheet, rects: Sequence[QRectF], color: str) -> None:
    x = sheet.text_left - _BAR_LEFT
    place = QRectF(x, rects[0].top(), _BAR_WIDTH, rects[-1].bottom() - rects[0].top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(place, 1.5, 1.5)


def _margin_icon(
    painter: QPainter,
    sheet: Sheet,
    rects: Sequence[QRectF],
    name: str,
    color: str,
    taken: list[tuple[float, float]],
) -> None:
    """The icon at the first line of a place, or at the next line where one is there already."""
    size = sheet.theme.grow(16)
    x = sheet.text_left - _BAR_LEFT - 6 - size
    for rect in rects:
        y = rect.center().y() - size / 2
        if all(abs(y - other) >= size for other, _side in taken):
            icons.draw(painter, name, x, y, size, color)
            taken.append((y, x))
            return


def _evidence(
    painter: QPainter, sheet: Sheet, highlight: Highlight, taken: list[tuple[float, float]]
) -> None:
    rects = sheet.rects(highlight.place())
    if rects:
        color = sheet.theme.standings.get(highlight.standing, sheet.theme.accent)
        _underline(painter, rects, color, dashed=False)
        _bar(painter, sheet, rects, color)
        name = standings.icon(highlight.standing) if highlight.standing else "text-search"
        _margin_icon(painter, sheet, rects, name, color, taken)


def _mark(painter: QPainter, sheet: Sheet, place: Place, taken: list[tuple[float, float]]) -> None:
    rects = sheet.rects(place)
    if rects:
        accent = sheet.theme.accent
        if sheet.theme.high_contrast:
            _underline(painter, rects, accent, dashed=False)
        _bar(painter, sheet, rects, accent)
        _margin_icon(painter, sheet, rects, "highlighter", accent, taken)


def _numbers(painter: QPainter, sheet: Sheet, taken: Sequence[tuple[float, float]]) -> None:
    theme = sheet.theme
    font = theme.font("small", 500, tabular=True)
    for paragraph in sheet.text.paragraphs:
        rects = sheet.rects(Place(paragraph.number, 0, 1))
        if not rects or not -60 < rects[0].top() < sheet.height + 60:
            continue
        words = str(paragraph.number)
        x = float(sheet.margins.number)
        for y, left in taken:
            if abs(y + theme.grow(8) - rects[0].center().y()) < theme.grow(16):
                x = min(x, left - 4 - width_of(words, font))
        place = QRectF(x, rects[0].y() + 1, 60, rects[0].height())
        write(painter, words, font, theme.text2, place)


def _ring(painter: QPainter, sheet: Sheet, place: Place) -> None:
    path = QPainterPath()
    rects = sheet.rects(place)
    extra = max(0.0, (sheet.theme.line_height("reading") - sheet.theme.px(18) * 1.36) / 2) + 0.5
    for rect in rects:
        one, outside = QPainterPath(), rect.adjusted(-4, -extra, 4, extra)
        if len(rects) == 1:
            one.addRoundedRect(outside, 4, 4)
        else:
            one.addRect(outside)
        path = path.united(one)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(sheet.theme.focus), sheet.theme.ring)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path.simplified())


def _fade(painter: QPainter, sheet: Sheet) -> None:
    """A soft edge where the text goes on below; lines cut through read as a mistake."""
    if sheet.theme.high_contrast or not sheet.more:
        return
    top, bottom = sheet.height - FADE, sheet.height
    clear, paper = QColor(sheet.theme.paper), QColor(sheet.theme.paper)
    clear.setAlpha(0)
    shade = QLinearGradient(0, top, 0, bottom)
    shade.setColorAt(0, clear)
    shade.setColorAt(1, paper)
    painter.fillRect(QRectF(0, top, sheet.width, FADE), shade)
