"""Icons on the screen: which stands for what, and those that Qt asks for."""

from PySide6.QtGui import QIcon

from quizapp import resources
from quizapp.drawing.icons import STANDING_ICONS, draw, pixmap, render

__all__ = ["KIND_ICONS", "STANDING_ICONS", "app_icon", "draw", "icon", "pixmap"]

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


def icon(name: str, color: str, size: int = 18, ratio: float = 1.0) -> QIcon:
    """An icon as a ``QIcon``, for menus and fields."""
    return QIcon(pixmap(name, color, size, ratio))


def app_icon() -> QIcon:
    """The icon of the program itself."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    renderer = QSvgRenderer(str(resources.path("assets/icons/quizapp.svg")))
    found = QIcon()
    for size in (16, 32, 64, 128, 256):
        found.addPixmap(render(renderer, size, 1.0))
    return found
