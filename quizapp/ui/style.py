"""What Qt itself draws: the palette, the one style sheet, and the ring round the focus."""

from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from quizapp import resources
from quizapp.ui.tokens import RADIUS, Theme, current

RING_OUTSIDE = 5
REVEALED = 24  # what is scrolled to stands so far from the edge
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
OWN_RING = "ownRing"  # a widget with this property set draws its ring itself


def palette(theme: Theme) -> QPalette:
    """The colours that item views, placeholders and selections take."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    for which, name in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.paper),
        (role.AlternateBase, theme.sunken),
        (role.Text, theme.text),
        (role.Button, theme.paper),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.error),
        (role.PlaceholderText, theme.text2),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.ToolTipBase, theme.paper),
        (role.ToolTipText, theme.text),
        (role.Light, theme.paper),
        (role.Mid, theme.line),
        (role.Dark, theme.line_strong),
        (role.Shadow, theme.line),
    ):
        result.setColor(which, QColor(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        result.setColor(group.Disabled, which, QColor(theme.disabled))
    return result


def sheet(theme: Theme) -> str:
    """The one style sheet. Parts that it cannot draw well are painted by their widgets."""
    return _fields(theme) + _frames(theme) + _boxes(theme)


def _fields(t: Theme) -> str:
    """What is typed into or chosen from."""
    arrow = resources.path("assets/icons").as_posix()
    edge, thick = f"{t.border:g}px", f"{max(2.0, t.chosen):g}px"
    field = (
        f"border: {edge} solid {t.line_strong}; border-radius: {RADIUS}px; background: {t.paper}"
    )
    return f"""
QLineEdit, QComboBox, QSpinBox {{ {field}; padding: 0 10px; min-height: {t.grow(36) - 2}px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: {thick} solid {t.focus}; }}
QLineEdit[error="true"] {{ border: 1.5px solid {t.error}; }}
QComboBox::drop-down {{ border: none; width: {t.grow(28)}px; }}
QComboBox::down-arrow {{ image: url({arrow}/arrow-{t.name}.svg); width: {t.grow(16)}px;
    height: {t.grow(16)}px; }}
QComboBox QAbstractItemView {{ color: {t.text}; background: {t.paper}; outline: none;
    border: {edge} solid {t.line_strong}; padding: 4px; }}
QPlainTextEdit, QTextEdit {{ border: none; }}
QListView#rows {{ background: transparent; border: none; outline: none; }}
QPlainTextEdit#reason {{ {field}; padding: 6px 8px; }}
QPlainTextEdit#reason:focus {{ border: {thick} solid {t.focus}; }}
"""


def _frames(t: Theme) -> str:
    """What holds other things: menus, scroll bars, splitters, tool tips."""
    return f"""
QToolTip {{ color: {t.text}; background: {t.paper}; border: 1px solid {t.line_strong};
    padding: 4px 8px; }}
QFrame#hairline {{ background: {t.line}; border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget#page {{ background: transparent; }}
QMenu {{ background: {t.paper}; border: {t.border:g}px solid {t.line_strong}; padding: 4px; }}
QMenu::item {{ padding: 8px 16px; border-radius: {RADIUS - 2}px; }}
QMenu::item:selected {{ background: {t.sunken}; color: {t.text}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QSplitter::handle {{ background: {t.line}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; padding: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; padding: 2px; }}
QTextEdit QScrollBar:vertical {{ background: {t.paper}; }}
QScrollBar::handle {{ background: {t.line_strong}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.text2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _boxes(t: Theme) -> str:
    """The buttons of message boxes and file dialogs, which Qt makes itself."""
    return f"""
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDialog QPushButton {{ border: {t.border:g}px solid {t.line_strong}; border-radius: {RADIUS}px;
    background: {t.paper}; padding: 0 16px; min-height: {t.grow(34)}px; min-width: 64px; }}
QDialog QPushButton:hover {{ background: {t.sunken}; }}
QDialog QPushButton:pressed {{ background: {t.track}; }}
QDialog QPushButton:disabled {{ color: {t.disabled}; border-color: {t.line}; }}
QDialog QPushButton:default {{ background: {t.accent}; color: {t.on_accent};
    border-color: {t.accent}; }}
QDialog QPushButton:default:hover {{ background: {t.accent_hover}; }}
QDialog QPushButton:default:pressed {{ background: {t.accent_pressed}; }}
QDialog QPushButton:default:disabled {{ background: {t.sunken}; color: {t.disabled};
    border-color: {t.line}; }}
"""


class Ring(QWidget):
    """The ring round whatever has the keyboard's focus, four pixels outside it.

    It lies beside its widget, above it, and lets the mouse through. Qt's own focus frame would do
    the same, but needs a style of its own for its margins, which costs a start 15 ms.
    """

    def __init__(self) -> None:
        super().__init__()
        self._widget: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def widget(self) -> QWidget | None:
        """The widget that the ring is round, if any."""
        return self._widget

    def set_widget(self, widget: QWidget | None) -> None:
        """Go round another widget, or round none."""
        if self._widget is not None:
            with suppress(RuntimeError):  # it is just being deleted, and loses the focus by that
                self._widget.removeEventFilter(self)
        self._widget = widget
        if widget is None:
            self.hide()
            return
        widget.installEventFilter(self)
        self.setParent(widget.parentWidget())
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._widget and event.type() in _MOVES:
            self._fit()
        return False

    def _fit(self) -> None:
        widget = self._widget
        if widget is None:
            return
        out = RING_OUTSIDE
        self.setGeometry(widget.geometry().adjusted(-out, -out, out, out))
        self.setVisible(widget.isVisible())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_ring(painter, QRectF(self.rect()), current())
        painter.end()


def draw_ring(painter: QPainter, outside: QRectF, theme: Theme, radius: float = 9) -> None:
    """Draw the focus ring just inside the rectangle ``outside``."""
    half = theme.ring / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.setPen(QPen(QColor(theme.focus), theme.ring))
    painter.drawRoundedRect(outside.adjusted(half, half, -half, -half), radius, radius)


class FocusRing(QObject):
    """Moves the ring with the focus: shown after Tab or arrows, not after a click."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and _wants_ring(new):
            if self._ring is None:
                self._ring = Ring()
                self._ring.destroyed.connect(self._forget)
            self._ring.set_widget(new)
        elif self._ring is not None:
            self._ring.set_widget(None)
        if new is not None and not _by_mouse():
            _reveal(new)

    def _forget(self) -> None:
        """The window that the ring was in is gone, and the ring with it."""
        self._ring = None


def _wants_ring(widget: QWidget) -> bool:
    ours = isinstance(widget, QAbstractButton) and not widget.property(OWN_RING)
    return ours and not _by_mouse()


def _by_mouse() -> bool:
    return QGuiApplication.mouseButtons().value != 0


def _reveal(widget: QWidget) -> None:
    """Scroll to what has the focus; Qt does so for Tab, and not for arrows and digits."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget, 0, REVEALED)
        holder = holder.parentWidget()
