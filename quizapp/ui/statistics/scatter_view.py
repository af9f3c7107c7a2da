"""The scatter of a class’s items, to look at and to go through with mouse or arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from quizapp.drawing.ink import Ink
from quizapp.drawing.scatter import Scatter, scatter_height
from quizapp.i18n import _
from quizapp.report import Table
from quizapp.report.class_statistics import between, number
from quizapp.ui import icons
from quizapp.ui.statistics.rows import Row
from quizapp.ui.tokens import current
from quizapp.ui.widgets.picture import Picture, ink_of

_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
          Qt.Key.Key_Down: (1, -1), Qt.Key.Key_Up: (1, 1)}  # fmt: skip


class ScatterView(Picture):
    """A disc for each item. Left and right go by facility, up and down by discrimination.

    ``chosen`` carries the place of the item in the rows that were given.
    """

    chosen = Signal(int)

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__(_("Facility and discrimination"), "", _table(rows))
        self.setToolTip("")
        self._items = tuple(rows)
        self._shown = [n for n, row in enumerate(rows) if row.disc(current()) is not None]
        self._chosen = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(self._items[0].spoken() if rows else "")

    def table(self) -> Table:
        return _table(self._items)

    def choose(self, n: int) -> None:
        """Show item ``n`` as the chosen one."""
        self._chosen = n
        self.setAccessibleDescription(self._items[n].spoken())
        self.update()

    def height_in(self, ink: Ink) -> int:
        return scatter_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        self._scatter(rect, ink).paint(painter, icons.draw)

    def _scatter(self, rect: QRectF, ink: Ink) -> Scatter:
        discs = [disc for n in self._shown if (disc := self._items[n].disc(current()))]
        chosen = self._shown.index(self._chosen) if self._chosen in self._shown else -1
        return Scatter(rect, ink, discs, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._shown:
            super().keyPressEvent(event)
            return
        which, way = step
        order = sorted(self._shown, key=lambda n: (self._value(n, which), n))
        here = order.index(self._chosen) if self._chosen in order else 0
        self.chosen.emit(order[max(0, min(len(order) - 1, here + way))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._scatter(QRectF(self.rect()), ink_of(current())).nearest(
            QPointF(event.position())
        )
        if found >= 0:
            self.chosen.emit(self._shown[found])

    def _value(self, n: int, which: int) -> float:
        figures = self._items[n].figures
        value = figures.discrimination if which else figures.facility
        return 0.0 if value is None else value


def _table(rows: Sequence[Row]) -> Table:
    """The same in numbers."""
    head = (_("Item"), _("Facility"), _("95 % interval"), _("Discrimination"), _("95 % interval"))
    return (
        head,
        *(
            (
                str(row.number),
                number(row.figures.facility),
                between(row.figures.facility_interval).strip(" ()"),
                number(row.figures.discrimination),
                between(row.figures.discrimination_interval).strip(" ()"),
            )
            for row in rows
        ),
    )
