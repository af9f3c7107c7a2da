"""Puts a look on the application: fonts, palette, style sheet, focus ring.

A widget asks ``current()`` for the look when it paints, and measures itself again when Qt tells it
that the style changed; so a change of look, or of the text scale, reaches every open window.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quizapp.drawing.fonts import register_fonts
from quizapp.ui import style
from quizapp.ui.tokens import SPACE, THEMES, Theme, contrast, current, ink_on, mix

_STYLED = "styled"
__all__ = [
    "SPACE",
    "THEMES",
    "Theme",
    "application",
    "apply",
    "contrast",
    "current",
    "ink_on",
    "mix",
    "register_fonts",
    "system_look",
]


def application(name: str) -> QApplication:
    """The application, in the style whose parts the look draws over.

    The style is asked for here, as an argument, because naming it later makes PySide6 build all of
    ``QStyle`` first, which costs a start 15 ms.
    """
    app = QApplication([name, "-style", "Fusion"])
    app.setProperty(_STYLED, True)
    return app


def apply(app: QApplication, theme: Theme, scale: float | None = None) -> None:
    """Show the program in ``theme`` from now on, at ``scale`` instead of its own where given."""
    if scale is not None:
        theme = Theme.of(theme.name, scale, dyslexic=theme.dyslexic, motion=theme.motion)
    register_fonts(dyslexic=theme.dyslexic)
    if not app.property(_STYLED):
        app.setProperty(_STYLED, True)
        app.setStyle("Fusion")
    if app.findChild(style.FocusRing) is None:
        style.FocusRing(app)
    app.setProperty("theme", theme)
    app.setFont(theme.font("body"))
    app.setPalette(style.palette(theme))
    app.setStyleSheet(style.sheet(theme))


def system_look(app: QApplication) -> str:
    """``dark`` where the system asks for it, else ``light``."""
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
