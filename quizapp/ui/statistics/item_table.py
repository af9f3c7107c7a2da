"""The items of a class as rows: number, icon, words, facility, discrimination, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.report.class_statistics import number
from quizapp.ui import icons
from quizapp.ui.statistics.rows import Row
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.paint import Look, PaintedButton, box, elided, line, write

SIDE, BAR = 12, 52
_RIGHT = Qt.AlignmentFlag.AlignRight


def columns(
    theme: Theme, width: float, *, enough: bool = True
) -> tuple[float, float, float, float]:
    """Where the words end and the bar begins, and where facility, discrimination and mark end.

    Where readers are not ``enough`` for these there is one column of counts in their place.
    """
    mark = width - SIDE
    if not enough:
        return mark - theme.grow(76), mark, mark, mark
    discrimination = mark - theme.grow(18) - 12
    facility = discrimination - theme.grow(58)
    return facility - theme.grow(40) - BAR - 8, facility, discrimination, mark


class Head(QWidget):
    """The names of the columns."""

    def __init__(self, *, enough: bool) -> None:
        super().__init__()
        self._enough = enough

    def paintEvent(self, event: object) -> None:
        theme = current()
        painter = QPainter(self)
        bar, facility, discrimination, _mark = columns(theme, self.width(), enough=self._enough)
        font, height = theme.font("small"), self.height()
        places: list[tuple[float, float, str, Qt.AlignmentFlag]] = [
            (SIDE, theme.grow(24), "#", Qt.AlignmentFlag.AlignLeft)
        ]
        if self._enough:
            places += [
                (bar, facility - bar, _("Facility"), _RIGHT),
                (facility, discrimination - facility, _("Discr."), _RIGHT),
            ]
        else:
            places.append((bar, discrimination - bar, _("Full marks"), _RIGHT))
        for x, width, text, side in places:
            write(painter, text, font, theme.text2, QRectF(x, 0, width, height), side)
        line(painter, SIDE, height - 1, self.width() - SIDE, height, theme.line)
        painter.end()

    def grow(self) -> None:
        """Take the height of the look."""
        self.setFixedHeight(current().line_height("small") + 10)


class _Face:
    """Paints one row."""

    def __init__(self, row: Row) -> None:
        self.row = row

    def height(self, width: int) -> int:
        return max(current().grow(33), current().line_height("body") + 12)

    def width(self) -> int:
        return 380

    def paint(self, painter: QPainter, look: Look) -> None:
        theme, rect = look.theme, look.rect
        if fill := look.fill():
            edge = theme.accent if theme.high_contrast and look.chosen else ""
            box(painter, look.inner(), fill, edge, theme.chosen)
        else:
            line(painter, SIDE, rect.bottom() - 1, rect.right() - SIDE, rect.bottom(), theme.line)
        bar = columns(theme, rect.width(), enough=self.row.enough)[0]
        height, middle, row = rect.height(), rect.center().y(), self.row
        small = theme.font("small", tabular=True)
        write(painter, str(row.number), small, theme.text2, QRectF(SIDE, 0, 40, height))
        x, size = SIDE + theme.grow(28), theme.grow(16)
        icon, color = row.icon(theme)
        icons.draw(painter, icon, x, middle - size / 2, size, color)
        x += size + 10
        role = "quote" if row.item.quotes_a_claim else "body"
        font = theme.font(role, 600 if look.chosen else 0)
        words = elided(row.item.subject, font, bar - x - 12)
        write(painter, words, font, theme.text, QRectF(x, 0, bar - x, height))
        self._paint_figures(painter, look)

    def _paint_figures(self, painter: QPainter, look: Look) -> None:
        """Facility, discrimination, and what is wrong; or counts where readers are too few."""
        theme, row, figures = look.theme, self.row, self.row.figures
        height, middle = look.rect.height(), look.rect.center().y()
        bar, facility, discrimination, mark = columns(theme, look.rect.width(), enough=row.enough)
        font = theme.font("small", 500, tabular=True)
        if not row.enough:
            text = _("{full} of {n}").format(full=figures.full, n=figures.n)
            place = QRectF(bar, 0, discrimination - bar, height)
            write(painter, text, font, theme.text, place, _RIGHT)
            return
        self._paint_bar(painter, theme, bar, middle, look.chosen)
        wide = theme.grow(60)
        for end, value in ((facility, figures.facility), (discrimination, figures.discrimination)):
            write(
                painter,
                number(value),
                font,
                theme.text,
                QRectF(end - wide, 0, wide, height),
                _RIGHT,
            )
        if row.warnings:
            name = "octagon-alert" if row.grave else "triangle-alert"
            color, size = theme.error if row.grave else theme.warning, theme.grow(16)
            icons.draw(painter, name, mark - size, middle - size / 2, size, color)

    def _paint_bar(
        self, painter: QPainter, theme: Theme, x: float, middle: float, chosen: bool
    ) -> None:
        box(painter, QRectF(x, middle - 3, BAR, 6), theme.track, "", 0, 3)
        share = self.row.figures.facility or 0.0
        if share > 0:
            fill = theme.accent if chosen else theme.muted
            box(painter, QRectF(x, middle - 3, max(6.0, BAR * min(share, 1)), 6), fill, "", 0, 3)


class _Row(PaintedButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        owner = self.parent()
        if step and isinstance(owner, ItemTable):
            owner.step(self, step)
        else:
            super().keyPressEvent(event)


class ItemTable(QWidget):
    """The rows. A click, or an arrow, emits ``chosen`` with the place of one."""

    chosen = Signal(int)

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Head(enough=all(row.enough for row in rows))
        self._head.grow()
        column.addWidget(self._head)
        self._rows: list[_Row] = []
        for n, row in enumerate(rows):
            button = _Row(_Face(row), row.spoken(), self)
            button.setCheckable(True)
            button.setToolTip("\n".join([row.item.subject, *row.told()]))
            button.clicked.connect(lambda _on=False, to=n: self.chosen.emit(to))
            self._rows.append(button)
            column.addWidget(button)
        column.addStretch(1)

    def choose(self, n: int) -> None:
        """Show row ``n`` as the chosen one; the keyboard comes to the table there."""
        for k, row in enumerate(self._rows):
            row.setChecked(k == n)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if k == n else Qt.FocusPolicy.ClickFocus)

    def step(self, row: QWidget, step: int) -> None:
        """Go to the row above or below, and choose it."""
        here = next(n for n, one in enumerate(self._rows) if one is row)
        there = max(0, min(len(self._rows) - 1, here + step))
        self._rows[there].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(there)
