"""The options of a question, painted: a circle with the digit, icon, word, gloss."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.ui import icons, standings
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.paint import (
    NO_LIMIT,
    Look,
    PaintedCheck,
    PaintedRadio,
    Words,
    box,
    check,
    width_of,
    write,
)

_CIRCLE = 22
_GLOSS_AT = 92


@dataclass(frozen=True, slots=True)
class Choice:
    """One option. ``standing`` gives it that standing's icon and colour.

    ``key`` stands in place of the number where another key chooses it.
    """

    id: str
    text: str
    gloss: str = ""
    icon: str = ""
    standing: str = ""
    key: str = ""


def standing_choices() -> tuple[Choice, ...]:
    """The seven standings as options, in the order of their keys."""
    return tuple(
        Choice(s, standings.word(s), standings.gloss(s), standings.icon(s), s)
        for s in standings.ORDER
    )


@dataclass(frozen=True, slots=True)
class _Style:
    """What all rows of one list share."""

    serif: bool = False
    multiple: bool = False
    compact: bool = False
    gloss: bool = True


class _OptionFace:
    """Paints one option."""

    def __init__(self, choice: Choice, number: int, style: _Style) -> None:
        self.choice, self.number, self.style = choice, number, style

    def height(self, width: int) -> int:
        theme = current()
        lines = self._words(theme, 500).height(max(40, width - self._text_at(theme) - 16))
        line = theme.line_height(self._role)
        room = 16 if self.style.compact else 24
        least = theme.grow(36 if self.style.compact else 44)
        if self.style.compact and theme.scale > 1.4:
            least = theme.grow(25)  # so that the whole question still fits at 1024 × 640
        return max(least, round(lines + room if lines > line * 1.5 else least))

    def width(self) -> int:
        theme = current()
        natural = self._words(theme, 600).natural_width() + self._text_at(theme) + 20
        return round(min(natural + self._gloss_room(theme), 464))

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.inner()
        edge, thick = look.edge(theme.line)
        box(painter, rect, look.fill(theme.paper), edge, thick)
        top = rect.y() + self._first_line_middle(theme, rect)
        self._circle(painter, look, rect.x() + 12, top)
        ink = theme.text if look.enabled else theme.disabled
        if self.choice.icon:
            size = theme.grow(18)
            color = theme.standings.get(self.choice.standing, theme.text2)
            x = rect.x() + theme.grow(_CIRCLE) + 26
            icons.draw(painter, self.choice.icon, x, top - size / 2, size, color)
        x = rect.x() + self._text_at(theme)
        width = rect.right() - x - 16
        words = self._words(theme, 600 if look.chosen else 500)
        if words.height(width) > theme.line_height(self._role):
            words = self._words(theme, 500)  # a heavier weight could wrap elsewhere
        height = words.height(width)
        words.draw(painter, x, rect.y() + (rect.height() - height) / 2, width, ink)
        if self._gloss_shown(theme, width):
            place = rect.adjusted(x - rect.x() + self._gloss_at(theme), 0, -8, 0)
            ink = theme.text2 if look.enabled else theme.disabled
            write(painter, self.choice.gloss, theme.font("small"), ink, place)

    def _circle(self, painter: QPainter, look: Look, x: float, middle: float) -> None:
        theme = look.theme
        side = theme.grow(_CIRCLE)
        circle = QRectF(x, middle - side / 2, side, side)
        radius = 5.0 if self.style.multiple else side / 2
        on, off = theme.accent, theme.line_strong if look.enabled else theme.line
        fill = on if look.chosen else ""
        box(
            painter,
            circle,
            fill,
            on if look.chosen else off,
            max(1.25, 0.75 * theme.border),
            radius,
        )
        if self.style.multiple and look.chosen:
            size = theme.grow(16)
            at = circle.center().x() - size / 2, circle.center().y() - size / 2
            icons.draw(painter, "check", *at, size, theme.on_accent, 3)
        elif self.number <= 9:
            ink = theme.on_accent if look.chosen else theme.text2
            ink = ink if look.enabled else theme.disabled
            font = theme.font("small", 600 if look.chosen else 500, tabular=True)
            font.setPixelSize(min(font.pixelSize(), round(side * 0.62)))
            write(
                painter,
                self.choice.key or str(self.number),
                font,
                ink,
                circle,
                Qt.AlignmentFlag.AlignHCenter,
            )

    def _first_line_middle(self, theme: Theme, rect: QRectF) -> float:
        width = rect.width() - self._text_at(theme) - 16
        height = self._words(theme, 500).height(width)
        return (rect.height() - height) / 2 + theme.line_height(self._role) / 2

    @property
    def _role(self) -> str:
        return "quote" if self.style.serif else "body"

    def _words(self, theme: Theme, weight: int) -> Words:
        if self.style.serif or not self.choice.icon:
            weight = {600: 600, 500: 400}[weight] if not self.style.serif else 400
        font = theme.font(self._role, weight)
        return Words(self.choice.text, font, theme.line_height(self._role))

    def _text_at(self, theme: Theme) -> int:
        circle = theme.grow(_CIRCLE)
        return circle + (theme.grow(18) + 36 if self.choice.icon else 24)

    def _gloss_at(self, theme: Theme) -> float:
        return max(theme.px(_GLOSS_AT), width_of(self.choice.text, theme.font("body", 600)) + 14)

    def _gloss_room(self, theme: Theme) -> float:
        if not self.choice.gloss or not self.style.gloss:
            return 0.0
        words = width_of(self.choice.text, theme.font(self._role, 600))
        return self._gloss_at(theme) - words + width_of(self.choice.gloss, theme.font("small")) + 12

    def gloss_fits(self, width: int) -> bool:
        """Whether the gloss finds room in an option of this width."""
        theme = current()
        needed = self._gloss_at(theme) + width_of(self.choice.gloss, theme.font("small"))
        return needed <= width - self._text_at(theme) - 10

    def _gloss_shown(self, theme: Theme, width: float) -> bool:
        one_line = self._words(theme, 600).height(width) == self._words(theme, 600).height(NO_LIMIT)
        return bool(self.choice.gloss) and self.style.gloss and one_line


class _Radio(PaintedRadio):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        _pass_on(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class _Check(PaintedCheck):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        _pass_on(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)


def _pass_on(button: PaintedRadio | PaintedCheck, event: QKeyEvent) -> None:
    """Let the list see a key first: arrows move there and do not choose."""
    event.ignore()
    owner = button.parent()
    if isinstance(owner, OptionList):
        owner.key(event, button)


class OptionList(QWidget):
    """Options of which one is chosen, or several. Emits the ids chosen after each change.

    Keys: 1–9 choose, arrows move, Space chooses.
    """

    chosen = Signal(tuple)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        multiple: bool = False,
        serif: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = _Style(serif=serif, multiple=multiple)
        self._columns = 1
        self._companion: QWidget | None = None
        kind = _Check if multiple else _Radio
        self._faces = [_OptionFace(c, n, self._style) for n, c in enumerate(choices, start=1)]
        self._buttons = [kind(face, face.choice.text, self, wraps=True) for face in self._faces]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for button, face in zip(self._buttons, self._faces, strict=True):
            button.setAutoExclusive(not multiple)
            button.setAccessibleDescription(face.choice.gloss)
            button.clicked.connect(lambda _on: self.chosen.emit(self.chosen_ids()))
        self._place()

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids chosen now, in the order shown."""
        pairs = zip(self._buttons, self._faces, strict=True)
        return tuple(face.choice.id for button, face in pairs if button.isChecked())

    def set_chosen(self, ids: Sequence[str]) -> None:
        """Show these as chosen, without a signal."""
        which = [face.choice.id in ids for face in self._faces]
        check(self._buttons, which, one=not self._style.multiple)

    def choose_number(self, number: int) -> bool:
        """Choose the option with this digit; says whether there is one."""
        if not (0 < number <= len(self._buttons) and self.isEnabled()):
            return False
        button = self._buttons[number - 1]
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        button.click()
        return True

    def set_compact(self, on: bool) -> None:
        """Lower rows for a low window; the glosses go to the tool tips."""
        self._fit(replace(self._style, compact=on))

    def set_columns(self, columns: int) -> None:
        """One column, or two where the window is narrow and low."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def set_companion(self, widget: QWidget | None) -> None:
        """Put a widget where two columns leave the last place empty, or leave it so."""
        if self._companion is not None and self._companion is not widget:
            self._grid.removeWidget(self._companion)
        self._companion = widget
        self._place()

    def key(self, event: QKeyEvent, option: PaintedRadio | PaintedCheck | None = None) -> None:
        """Handle a key on behalf of an option; accepts the event where it is one of ours."""
        steps = {
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = steps.get(Qt.Key(event.key()))
        if plain and step is not None:
            event.accept()
            self._move(step, option)
        elif plain and event.text().isdecimal() and event.text() != "0":
            event.setAccepted(self.choose_number(int(event.text())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(self._style)

    def _fit(self, style: _Style) -> None:
        """Glosses are shown where there is room for all of them."""
        column = (self.width() - 6 * (self._columns - 1)) // self._columns
        fits = all(face.gloss_fits(column) for face in self._faces if face.choice.gloss)
        self._restyle(replace(style, gloss=fits and not style.compact))

    def _move(self, step: int, option: PaintedRadio | PaintedCheck | None) -> None:
        to = next((n + step for n, button in enumerate(self._buttons) if button is option), 0)
        if 0 <= to < len(self._buttons):
            reason = Qt.FocusReason.TabFocusReason
            self._buttons[to].setFocus(reason)

    def _place(self) -> None:
        for n, button in enumerate(self._buttons):
            self._grid.addWidget(button, n // self._columns, n % self._columns)
        if self._companion is not None:
            n = len(self._buttons)
            self._grid.addWidget(self._companion, n // self._columns, n % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)

    def _restyle(self, style: _Style) -> None:
        if style == self._style:
            return
        self._style = style
        for button, face in zip(self._buttons, self._faces, strict=True):
            face.style = style
            button.setToolTip("" if style.gloss else face.choice.gloss)
            button.updateGeometry()
            button.update()
