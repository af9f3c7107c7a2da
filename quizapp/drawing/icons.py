"""Icons: coloured when they are drawn, as pictures on a screen and as lines in a PDF."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPixmap

from quizapp import resources

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

STANDING_ICONS = {
    "confirmed": "badge-check",
    "asserted": "quote",
    "disputed": "arrow-left-right",
    "denied": "ban",
    "unknown": "circle-question-mark",
    "opinion": "megaphone",
    "not_stated": "circle-dashed",
}

_STROKES = dict.fromkeys(STANDING_ICONS.values(), 2.0) | {"check": 2.4, "x": 2.75}
_STROKE = 1.75


def pixmap(name: str, color: str, size: int, ratio: float = 1.0, stroke: float = 0.0) -> QPixmap:
    """The icon ``name`` in ``color``, ``size`` pixels wide, sharp at a device pixel ``ratio``."""
    return _pixmap(name, QColor(color).name(), size, ratio, stroke or _STROKES.get(name, _STROKE))


def draw(
    painter: QPainter, name: str, x: float, y: float, size: int, color: str, stroke: float = 0.0
) -> None:
    """Draw an icon with its upper left corner at ``x``, ``y``."""
    if painter.paintEngine().type() == QPaintEngine.Type.Pdf:
        width = stroke or _STROKES.get(name, _STROKE)
        renderer(name, QColor(color).name(), width).render(painter, QRectF(x, y, size, size))
        return
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), pixmap(name, color, size, ratio, stroke))


def renderer(name: str, color: str, stroke: float) -> "QSvgRenderer":
    """What draws the icon, in a colour and with lines of a width."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    return QSvgRenderer(QByteArray(_source(name, color, stroke).encode()))


def render(source: "QSvgRenderer", size: int, ratio: float) -> QPixmap:
    """A picture of an icon."""
    side = round(size * ratio)
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    source.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float, stroke: float) -> QPixmap:
    return render(renderer(name, color, stroke), size, ratio)


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resources.path(f"assets/icons/{name}.svg").read_text("utf-8")


def _source(name: str, color: str, stroke: float) -> str:
    return (
        _svg(name)
        .replace("currentColor", color)
        .replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
    )
