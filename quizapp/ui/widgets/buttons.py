"""Buttons: one for the next thing to do, one beside it, one that is only a word, and links."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui import icons
from quizapp.ui.style import OWN_RING
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.paint import Look, PaintedButton, box, elided, width_of, write

_GAP = 8
_SIDES = {"primary": 20, "secondary": 16, "ghost": 10, "icon": 0}


class _ButtonFace:
    """Paints a button of one of the four kinds."""

    def __init__(self, text: str, kind: str, icon: str, trailing: str) -> None:
        self.text, self.kind, self.icon, self.trailing = text, kind, icon, trailing

    def paint(self, painter: QPainter, look: Look) -> None:
        fill, ink, edge = self._colors(look)
        box(painter, look.rect, fill, edge, look.theme.border)
        theme, rect = look.theme, look.rect
        size, font = theme.grow(18), theme.font("body", 500)
        used = self._content(theme)
        sides = _SIDES[self.kind]
        x = sides if self.kind == "ghost" else max(float(sides), (rect.width() - used) / 2)
        middle = rect.center().y()
        if self.icon:
            icons.draw(painter, self.icon, x, middle - size / 2, size, ink)
            x += size + _GAP
        tail = theme.grow(16) + _GAP if self.trailing else 0
        room = rect.width() - x - sides - tail
        if self.text:
            shown = elided(self.text, font, room + 1)
            write(painter, shown, font, ink, QRectF(x, 0, room + 2, rect.height()))
            x += width_of(shown, font) + _GAP
        if self.trailing:
            small = theme.grow(16)
            icons.draw(painter, self.trailing, x, middle - small / 2, small, ink)

    def height(self, width: int) -> int:
        return current().grow(36)

    def width(self) -> int:
        theme = current()
        if self.kind == "icon":
            return theme.grow(36)
        return round(self._content(theme) + 2 * _SIDES[self.kind])

    def _content(self, theme: Theme) -> float:
        words = width_of(self.text, theme.font("body", 500)) if self.text else 0.0
        lead = theme.grow(18) + (_GAP if self.text else 0) if self.icon else 0
        tail = theme.grow(16) + _GAP if self.trailing else 0
        return lead + words + tail

    def _colors(self, look: Look) -> tuple[str, str, str]:
        theme = look.theme
        if self.kind == "primary":
            fill = theme.accent_pressed if look.pressed else theme.accent
            fill = theme.accent_hover if look.hover and not look.pressed else fill
            ink = theme.on_accent
            return (fill, ink, "") if look.enabled else (theme.sunken, theme.disabled, "")
        bare = self.kind in ("ghost", "icon")
        marked = theme.high_contrast and (self.text or look.chosen)
        edge = "" if bare and not marked else theme.line_strong
        if not look.enabled:
            return "" if bare else theme.paper, theme.disabled, theme.line if edge else ""
        rest = "" if bare else theme.paper
        fill = theme.track if look.pressed else theme.sunken if look.hover else rest
        return theme.accent_soft if look.chosen else fill, theme.text, edge


class Button(PaintedButton):
    """A button. ``kind`` is ``primary`` (one a screen), ``secondary``, ``ghost`` or ``icon``.

    A ghost button begins ten pixels before its icon, so place it ten pixels further out. An
    ``icon`` button shows no word: its text is what a screen reader and the tool tip say.
    """

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        shown = "" if kind == "icon" else text
        self._face = _ButtonFace(shown, kind, icon, trailing)
        super().__init__(self._face, text, parent)
        self.setProperty(OWN_RING, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "icon":
            self.setToolTip(text)

    def set_text(self, text: str) -> None:
        """Show another word."""
        if self._face.kind != "icon":
            self._face.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon before the word."""
        self._face.icon = icon
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class _LinkFace:
    """Paints a link: a word in the accent, underlined under the pointer."""

    def __init__(self, text: str, role: str) -> None:
        self.text, self.role = text, role

    def paint(self, painter: QPainter, look: Look) -> None:
        theme = look.theme
        font = theme.font(self.role, 500)
        font.setUnderline(look.hover or look.ring)
        ink = theme.accent if look.enabled else theme.disabled
        write(painter, elided(self.text, font, look.rect.width() + 1), font, ink, look.rect)

    def height(self, width: int) -> int:
        return current().line_height(self.role)

    def width(self) -> int:
        return round(width_of(self.text, current().font(self.role, 500)) + 2)


class Link(PaintedButton):
    """A word that does something small, such as “Show in the article”."""

    def __init__(self, text: str, role: str = "body", parent: QWidget | None = None) -> None:
        self._face = _LinkFace(text, role)
        super().__init__(self._face, text, parent)
        self.setProperty(OWN_RING, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another word."""
        self._face.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()


class _NavFace:
    """Paints a place in the navigation, or a tab: icon, word, and the key that leads there."""

    def __init__(self, text: str, icon: str, key: str) -> None:
        self.text, self.icon, self.key = text, icon, key

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.inner()
        if self.icon:
            box(painter, rect, theme.sunken if look.chosen or look.hover else "", "", 0)
        else:
            edge = theme.accent if look.chosen else ""
            box(painter, rect, look.fill(), edge, theme.chosen)
        ink = theme.text if look.chosen else theme.text2
        x = rect.x() + 10.0
        if self.icon:
            size = theme.grow(18)
            icons.draw(painter, self.icon, x, rect.center().y() - size / 2, size, ink)
            x += size + 10
        else:
            x += 6
        font = theme.font("body", 600 if look.chosen else 400)
        write(painter, self.text, font, ink, QRectF(x, rect.y(), rect.right() - x, rect.height()))
        if self.key:
            place = QRectF(rect.x(), rect.y(), rect.width() - 16, rect.height())
            right = Qt.AlignmentFlag.AlignRight
            write(painter, self.key, theme.font("small"), theme.text2, place, right)

    def height(self, width: int) -> int:
        return current().grow(36)

    def width(self) -> int:
        theme = current()
        key = width_of(self.key, theme.font("small")) + 22 if self.key else 0
        lead = theme.grow(18) + 20 if self.icon else 16
        return round(lead + width_of(self.text, theme.font("body", 600)) + key + 16)


class NavButton(PaintedButton):
    """A place in the navigation (with an icon), or a tab of the bar (with its key)."""

    def __init__(
        self, text: str, *, icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_NavFace(text, icon, key), text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        if not icon:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another word."""
        face = self.face
        if isinstance(face, _NavFace) and face.text != text:
            face.text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()
