"""How many of the items of each skill went right, as bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.paint import box, elided, width_of, write


@dataclass(frozen=True, slots=True)
class SkillCount:
    """Of the items that train one skill: how many were asked, and how many went right."""

    name: str
    right: int
    asked: int


class SkillBars(QWidget):
    """A name, “n of m” and a bar for each skill."""

    def __init__(
        self, counts: Sequence[SkillCount] = (), name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name or _("By skill")
        self._counts: tuple[SkillCount, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_counts(counts)

    def set_counts(self, counts: Sequence[SkillCount]) -> None:
        """Show other counts."""
        self._counts = tuple(counts)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("; ".join(f"{c.name}: {_share(c)}" for c in self._counts))
        self.updateGeometry()
        self.update()

    def table(self) -> tuple[tuple[str, ...], ...]:
        """The same as a table, with its heading row first."""
        rows = [(c.name, str(c.right), str(c.asked)) for c in self._counts]
        return ((_("Skill"), _("Right"), _("Asked")), *rows)

    def sizeHint(self) -> QSize:
        return QSize(240, max(0, len(self._counts) * (self._row() + 8) - 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        line, width = theme.line_height("body"), float(self.width())
        small = theme.font("small", 500, tabular=True)
        for n, count in enumerate(self._counts):
            y = float(n * (self._row() + 8))
            share = _share(count)
            room = width - width_of(share, small) - 12
            name = elided(count.name, theme.font("body"), room)
            write(painter, name, theme.font("body"), theme.text, QRectF(0, y, width, line))
            right = Qt.AlignmentFlag.AlignRight
            write(painter, share, small, theme.text2, QRectF(0, y, width, line), right)
            track = QRectF(0, y + line + 1, width, 5)
            edge = theme.line_strong if theme.high_contrast else ""
            box(painter, track, theme.track, edge, 1, 2.5)
            if count.right and count.asked:
                track.setWidth(max(5.0, width * count.right / count.asked))
                box(painter, track, theme.accent, "", 0, 2.5)
        painter.end()

    def _row(self) -> int:
        return current().line_height("body") + 6


def _share(count: SkillCount) -> str:
    return _("{right} of {asked}").format(right=count.right, asked=count.asked)
