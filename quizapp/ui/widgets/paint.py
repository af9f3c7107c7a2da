"""What the painted widgets share: boxes, words with a fixed line height, and painted buttons."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from quizapp.ui.style import OWN_RING, draw_ring
from quizapp.ui.tokens import RADIUS, Theme, current

NO_LIMIT = 100_000.0


def box(
    painter: QPainter, rect: QRectF, fill: str, edge: str, width: float, radius: float = RADIUS
) -> None:
    """A rounded box whose border lies inside ``rect``. No colour means nothing is drawn."""
    half = width / 2 if edge else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def line(painter: QPainter, x1: float, y1: float, x2: float, y2: float, color: str) -> None:
    """A hairline, drawn as a filled rectangle so that it is one pixel and sharp."""
    painter.fillRect(QRectF(x1, y1, max(1.0, x2 - x1), max(1.0, y2 - y1)), QColor(color))


def width_of(text: str, font: QFont) -> float:
    """How wide ``text`` is on one line."""
    return QFontMetricsF(font).horizontalAdvance(text)


def elided(text: str, font: QFont, width: float) -> str:
    """``text``, or as much of its beginning as fits, with an ellipsis."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def write(
    painter: QPainter,
    text: str,
    font: QFont,
    color: str,
    rect: QRectF,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, centred upright in ``rect``."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(rect, int(flags), text)


def check(buttons: Sequence[QAbstractButton], which: Sequence[bool], *, one: bool) -> None:
    """Show some buttons as chosen, or none. Where it is ``one`` Qt has to be asked to let go."""
    for button, on in zip(buttons, which, strict=True):
        button.setAutoExclusive(False)
        button.setChecked(on)
    for button in buttons:
        button.setAutoExclusive(one)


class Words:
    """Text that wraps, with lines of a fixed height. Qt's own line height is the font's."""

    def __init__(self, text: str, font: QFont, line_height: float) -> None:
        self._text = text
        self._font = font
        self._line = line_height

    def height(self, width: float) -> int:
        """The height that the text takes in ``width``."""
        lines = sum(len(part) for part in self._lines(width))
        return round(lines * self._line) + (self._overhang() if lines else 0)

    def _overhang(self) -> int:
        """How far a p reaches below the last line, where lines are closer than the font's own."""
        metrics = QFontMetricsF(self._font)
        lift = (self._line - metrics.ascent() - metrics.descent()) / 2
        if lift >= 0:
            return 0
        below = metrics.tightBoundingRect("gjpqy").bottom()
        return max(0, math.ceil(lift + metrics.ascent() + below - self._line))

    def natural_width(self) -> float:
        """The width that it takes without wrapping."""
        return max(width_of(part, self._font) for part in self._text.split("\n"))

    def draw(self, painter: QPainter, x: float, y: float, width: float, color: str) -> None:
        """Draw it with its upper left corner at ``x``, ``y``."""
        painter.setPen(QColor(color))
        for layout_lines in self._lines(width):
            for layout, number in layout_lines:
                found = layout.lineAt(number)
                lift = (self._line - found.ascent() - found.descent()) / 2
                found.draw(painter, QPointF(x, y + lift - found.y()))
                y += self._line

    def _lines(self, width: float) -> list[list[tuple[QTextLayout, int]]]:
        return [_laid_out(part, self._font, max(1.0, width)) for part in self._text.split("\n")]


def _laid_out(text: str, font: QFont, width: float) -> list[tuple[QTextLayout, int]]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while (found := layout.createLine()).isValid():
        found.setLineWidth(width)
        count += 1
    layout.endLayout()
    return [(layout, number) for number in range(max(1, count) if text else 0)]


@dataclass(frozen=True, slots=True)
class Look:
    """How a painted button looks just now."""

    theme: Theme
    rect: QRectF
    hover: bool
    pressed: bool
    chosen: bool
    ring: bool
    enabled: bool

    def inner(self) -> QRectF:
        """The rectangle of the fill: inset by 5 where the ring is drawn inside."""
        return self.rect.adjusted(5, 5, -5, -5) if self.ring else self.rect

    def fill(self, rest: str = "") -> str:
        """The fill of a row or an option in this state."""
        if self.chosen:
            return self.theme.accent_soft
        if self.pressed:
            return self.theme.track
        if self.hover and self.enabled:
            return self.theme.sunken
        return rest

    def edge(self, rest: str) -> tuple[str, float]:
        """Border colour and width in this state."""
        if self.chosen:
            return self.theme.accent, self.theme.chosen
        return (rest if self.enabled else self.theme.line), self.theme.border


class Face(Protocol):
    """What a painted button looks like, and how much room it needs."""

    def paint(self, painter: QPainter, look: Look) -> None:
        """Draw the button."""

    def height(self, width: int) -> int:
        """Its height when it is ``width`` wide."""

    def width(self) -> int:
        """The width that it would like."""


if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class _Painted(_Base):
    """A button drawn by its face; Qt keeps the keyboard, the states and the accessibility."""

    def __init__(
        self, face: Face, name: str, parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.face = face
        self._by_key = False
        self.setText("")
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        upright = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, upright)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = self.face.width()
        return QSize(width, self.face.height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.face.width()), self.face.height(100_000))

    def heightForWidth(self, width: int) -> int:
        return self.face.height(width)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        look = Look(
            theme,
            QRectF(self.rect()),
            hover=self.underMouse(),
            pressed=self.isDown(),
            chosen=self.isChecked(),
            ring=self._by_key and self.hasFocus() and bool(self.property(OWN_RING)),
            enabled=self.isEnabled(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.face.paint(painter, look)
        if look.ring:
            draw_ring(painter, look.rect, theme)
        painter.end()


class PaintedRadio(_Painted, QRadioButton):
    """One of several, of which one is chosen."""


class PaintedCheck(_Painted, QCheckBox):
    """One of several, of which any number are chosen."""


class PaintedButton(_Painted, QPushButton):
    """Something that happens when it is pressed.

    Space presses it, and so does Enter once Tab or an arrow led here; after a click Enter goes to
    the screen, where it means the next thing to do.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and plain and self._by_key:
            self.click()
        elif enter:
            event.ignore()
        else:
            super().keyPressEvent(event)
