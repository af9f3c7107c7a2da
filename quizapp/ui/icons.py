"""Icons, coloured when they are drawn and kept for the next time."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

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

KIND_ICONS = {
    "single_choice": "circle-dot",
    "multiple_response": "list-checks",
    "true_false": "toggle-left",
    "standing": "signpost",
    "evidence": "highlighter",
    "standing_with_evidence": "text-search",
    "scope": "crosshair",
    "match": "cable",
    "order": "list-ordered",
    "categorise": "columns-3",
    "short_answer": "text-cursor-input",
    "numeric": "hash",
    "cloze": "rectangle-ellipsis",
    "overstatement": "newspaper",
    "info": "info",
}

_STROKES = dict.fromkeys(STANDING_ICONS.values(), 2.0) | {"check": 2.4, "x": 2.75}
_STROKE = 1.75


def pixmap(name: str, color: str, size: int, ratio: float = 1.0, stroke: float = 0.0) -> QPixmap:
    """The icon ``name`` in ``color``, ``size`` pixels wide, sharp at a device pixel ``ratio``."""
    return _pixmap(name, QColor(color).name(), size, ratio, stroke or _STROKES.get(name, _STROKE))


def icon(name: str, color: str, size: int = 18, ratio: float = 1.0) -> QIcon:
    """The same as a ``QIcon``, for menus and fields."""
    return QIcon(pixmap(name, color, size, ratio))


def app_icon() -> QIcon:
    """The icon of the program itself."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    renderer = QSvgRenderer(str(resources.path("assets/icons/quizapp.svg")))
    found = QIcon()
    for size in (16, 32, 64, 128, 256):
        found.addPixmap(_render(renderer, size, 1.0))
    return found


def draw(
    painter: QPainter, name: str, x: float, y: float, size: int, color: str, stroke: float = 0.0
) -> None:
    """Draw an icon with its upper left corner at ``x``, ``y``."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), pixmap(name, color, size, ratio, stroke))


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float, stroke: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    renderer = QSvgRenderer(QByteArray(_source(name, color, stroke).encode()))
    return _render(renderer, size, ratio)


def _render(renderer: "QSvgRenderer", size: int, ratio: float) -> QPixmap:
    side = round(size * ratio)
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


@lru_cache(maxsize=128)
def _svg(name: str) -> str:
    return resources.path(f"assets/icons/{name}.svg").read_text("utf-8")


def _source(name: str, color: str, stroke: float) -> str:
    return (
        _svg(name)
        .replace("currentColor", color)
        .replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
    )
