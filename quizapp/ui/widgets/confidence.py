"""How sure the reader is, in three levels or five, named by the chance of being right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.quiz import LEVELS, labels, scheme_of
from quizapp.ui.tokens import current
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import Look, PaintedRadio, box, check, width_of, write


def signed(marks: int) -> str:
    """A number of marks with a real minus."""
    return f"−{-marks}" if marks < 0 else str(marks)


class _LevelFace:
    """Paints one level: the chance, and the marks beneath."""

    def __init__(self, words: str, marks: str) -> None:
        self.words, self.marks, self.compact = words, marks, False

    def height(self, width: int) -> int:
        theme = current()
        lines = theme.line_height("body") + theme.line_height("small")
        return lines + (8 if self.compact else 16)

    def width(self) -> int:
        theme = current()
        words = width_of(self.words, theme.font("body", 600)) + 24
        return round(max(words, width_of(self.marks, theme.font("small", tabular=True)) + 12))

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.inner()
        edge, thick = look.edge(theme.line_strong)
        box(painter, rect, look.fill(theme.paper), edge, thick)
        body, small = theme.line_height("body"), theme.line_height("small")
        top = rect.y() + (rect.height() - body - small) / 2
        ink = theme.text if look.enabled else theme.disabled
        centre = Qt.AlignmentFlag.AlignHCenter
        font = theme.font("body", 600 if look.chosen else 500)
        write(painter, self.words, font, ink, QRectF(rect.x(), top, rect.width(), body), centre)
        ink = theme.text2 if look.enabled else theme.disabled
        place = QRectF(rect.x(), top + body, rect.width(), small)
        write(painter, self.marks, theme.font("small", tabular=True), ink, place, centre)


LEVEL_KEYS = {str(level): level for level in range(1, max(LEVELS) + 1)}


class _Level(PaintedRadio):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        owner = self.parent()
        if step and isinstance(owner, ConfidenceBar):
            owner.move_focus(self, step)
        elif event.text() in LEVEL_KEYS and isinstance(owner, ConfidenceBar):
            owner.choose(LEVEL_KEYS[event.text()])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConfidenceBar(QWidget):
    """Asks how sure the reader is, in 3 levels or 5. Emits the level, from 1.

    Keys, once it has the focus: the number of a level chooses it, arrows move.
    """

    chosen = Signal(int)

    def __init__(self, levels: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        paid = [(signed(int(p.right)), signed(int(p.wrong))) for p in scheme_of(levels).levels]
        self._faces = [
            _LevelFace(_(words), f"{paid[n - 1][0]} / {paid[n - 1][1]}")
            for n, words in labels(levels).items()
        ]
        self._buttons: list[_Level] = []
        row = QHBoxLayout()
        row.setSpacing(8 if levels == 3 else 6)
        for level, (face, pay) in enumerate(zip(self._faces, paid, strict=True), start=1):
            button = _Level(face, face.words, self)
            told = _("Marks if right: {right}. Marks if wrong: {wrong}.")
            button.setAccessibleDescription(told.format(right=pay[0], wrong=pay[1]))
            button.clicked.connect(lambda _on, to=level: self._clicked(to))
            self._buttons.append(button)
            row.addWidget(button, 1)
        right_edge = Qt.AlignmentFlag.AlignRight
        words = _("marks if right / if wrong")
        self._legend = Label(words, "small", tone="text2", align=right_edge)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addLayout(row)

    def level(self) -> int:
        """The level chosen, or 0 where none is."""
        return next((n for n, b in enumerate(self._buttons, start=1) if b.isChecked()), 0)

    def set_level(self, level: int) -> None:
        """Show a level as chosen, or none with 0, without a signal."""
        count = range(1, len(self._buttons) + 1)
        check(self._buttons, [number == level for number in count], one=True)

    def set_compact(self, on: bool) -> None:
        """Lower levels for a low window."""
        for face, button in zip(self._faces, self._buttons, strict=True):
            face.compact = on
            button.updateGeometry()

    def choose(self, level: int) -> None:
        """Choose a level as a click does; a level that there is not changes nothing."""
        if level > len(self._buttons):
            return
        button = self._buttons[level - 1]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def move_focus(self, button: QWidget, step: int) -> None:
        """Move the focus from one level to a neighbour, without choosing it."""
        to = next(n for n, b in enumerate(self._buttons) if b is button) + step
        if 0 <= to < len(self._buttons):
            self._buttons[to].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the level chosen, or on the first."""
        chosen = max(0, self.level() - 1)
        self._buttons[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(Label(_("How sure are you?"), "body", weight=500))
        head.addStretch()
        head.addWidget(self._legend)
        return head

    def _clicked(self, level: int) -> None:
        self.set_level(level)
        self.chosen.emit(level)
