"""Small buttons of one of several: an icon and a word, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from quizapp.ui import icons
from quizapp.ui.tokens import current
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.paint import Look, PaintedButton, box, elided, width_of, write

MOST = 230


class _ChipFace:
    """Paints a chip."""

    def __init__(self, icon: str, text: str, standing: str) -> None:
        self.icon, self.text, self.standing = icon, text, standing

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.inner()
        edge, thick = look.edge(theme.line_strong)
        box(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), look.fill(theme.paper), edge, thick)
        size, x = theme.grow(16), rect.x() + 9
        if self.icon:
            ink = theme.standings.get(self.standing, theme.text2)
            icons.draw(painter, self.icon, x, rect.center().y() - size / 2, size, ink)
            x += size + 6
        font = theme.font("small", 600 if look.chosen else 500)
        words = elided(self.text, font, rect.right() - x - 6)
        write(painter, words, font, theme.text, QRectF(x, rect.y(), rect.width(), rect.height()))

    def height(self, width: int) -> int:
        return current().grow(32)

    def width(self) -> int:
        theme = current()
        words = width_of(self.text, theme.font("small", 600))
        lead = theme.grow(16) + 6 if self.icon else 0
        return round(min(words + lead + 22, theme.px(MOST)))


class Chip(PaintedButton):
    """One of several, checkable."""

    def __init__(
        self, text: str, icon: str = "", standing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_ChipFace(icon, text, standing), text, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Chips(QWidget):
    """One of several, by id: ``chosen`` carries it. Nothing is chosen before the author does."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self._row = QWidget()
        self._column.addWidget(self._row)
        self._buttons: dict[str, Chip] = {}

    def show_chips(self, chips: Sequence[tuple[str, str, str]], at: str) -> None:
        """Show these, each as ``(id, word, icon)``, and be at one of them."""
        if tuple(chips) != self._shown:
            self._shown = tuple(chips)
            had = any(chip.hasFocus() for chip in self._buttons.values())
            row = QWidget()
            flow = FlowLayout(row, 6)
            group = QButtonGroup(row)
            self._buttons = {}
            for id_, word, icon in chips:
                chip = Chip(word, icon)
                chip.clicked.connect(lambda _on=False, id_=id_: self.chosen.emit(id_))
                group.addButton(chip)
                flow.addWidget(chip)
                self._buttons[id_] = chip
            self._column.replaceWidget(self._row, row)
            self._row.hide()
            self._row.deleteLater()
            self._row = row
            if had and at in self._buttons:
                self._buttons[at].setFocus()
        for id_, chip in self._buttons.items():
            chip.setChecked(id_ == at)

    def button(self, id_: str) -> Chip | None:
        """The chip of an id."""
        return self._buttons.get(id_)
