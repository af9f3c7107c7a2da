"""What came back, each file with what it is and why, and what the teacher decides about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.collecting import kept_id
from quizapp.classroom.book import HandedOut, Received
from quizapp.classroom.pack import bare_code
from quizapp.i18n import N_, _
from quizapp.ui import icons
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box, elided, line, write

ROW, SIDE = 40, 20
STATES = {
    "accepted": N_("accepted"),
    "continuation": N_("goes on"),
    "duplicate": N_("came before"),
    "conflict": N_("to decide"),
    "unverified": N_("to look at"),
    "unreadable": N_("unreadable"),
}
VERDICTS = {"counts": N_("you let it count"), "away": N_("set aside")}


@dataclass(frozen=True, slots=True)
class Came:
    """A file that came back, and whose it is by its start code; empty where nobody has that."""

    file: Received
    who: str = ""


class FilesView(QWidget):
    """Emits ``decided(sha256, counts)``. Files that are to be looked at come first.

    ``attempt_chosen`` carries the id of the attempt in a file that counts.
    """

    decided = Signal(str, bool)
    attempt_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list: RowList[Came] = RowList(
            _("What came back"), _paint, lambda: current().grow(ROW), spoken
        )
        self.list.chosen.connect(lambda _n: self._offer())
        self.list.entered_row.connect(lambda _n: self._open())
        self.list.doubleClicked.connect(lambda _index: self._open())
        self._look = Link(_("Open the attempt"), "small")
        self._look.clicked.connect(self._open)
        self._count, self._aside = Link("", "small"), Link(_("Set aside"), "small")
        self._count.set_text(_("Let it count"))
        self._count.clicked.connect(lambda: self._decide(counts=True))
        self._aside.clicked.connect(lambda: self._decide(counts=False))
        self._told = Label("", "small", tone="text2", wrap=True)
        acts = QHBoxLayout()
        acts.setContentsMargins(SIDE, 6, SIDE, 10)
        acts.setSpacing(14)
        acts.addWidget(self._told, 1)
        acts.addWidget(self._look)
        acts.addWidget(self._count)
        acts.addWidget(self._aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(acts)
        self._offer()

    def show_files(self, files: Sequence[Received], exams: Sequence[HandedOut] = ()) -> None:
        """Show these files, by whoever has their codes, at the same place of the list as before."""
        whose = {(e.id, bare_code(one.code)): one.label for e in exams for one in e.students}
        came = [Came(one, whose.get((one.pack, bare_code(one.code)), "")) for one in files]
        ordered = sorted(came, key=lambda one: not one.file.open)
        at = self.list.currentIndex().row()
        self.list.show_rows(tuple(ordered), min(max(at, 0), len(ordered) - 1))
        self._offer()

    def _at(self) -> Received | None:
        n, rows = self.list.currentIndex().row(), self.list.rows()
        return rows[n].file if 0 <= n < len(rows) else None

    def _offer(self) -> None:
        one = self._at()
        self._told.setText(one.reason if one else _("Nothing came back yet."))
        self._look.setVisible(one is not None and one.counts)
        self._count.setVisible(one is not None and one.can_count and not one.counts)
        self._aside.setVisible(one is not None and (one.counts or one.open))

    def _open(self) -> None:
        one = self._at()
        if one is not None and one.counts:
            self.attempt_chosen.emit(kept_id(one))

    def _decide(self, *, counts: bool) -> None:
        one = self._at()
        if one is not None:
            self.decided.emit(one.sha256, counts)


def state_of(one: Received) -> str:
    """What a file is, and what was decided about it."""
    words = _(STATES[one.state])
    return f"{words}, {_(VERDICTS[one.verdict])}" if one.verdict else words


def spoken(came: Came) -> str:
    """The row in words."""
    one = came.file
    named = f"{came.who}, {one.file}" if came.who else one.file
    return f"{named}: {state_of(one)}. {one.reason}"


def _paint(
    painter: QPainter, rect: QRectF, came: Came, chosen: bool, hover: bool, theme: Theme
) -> None:
    one = came.file
    if chosen or hover:
        box(painter, rect.adjusted(8, 1, -8, -1), theme.sunken, "", 0)
    else:
        line(painter, rect.x() + SIDE, rect.bottom() - 1, rect.right() - SIDE, rect.bottom(),
             theme.line)  # fmt: skip
    size, middle = theme.grow(16), rect.center().y()
    name, tone = ("check", theme.accent) if one.counts else ("circle-dashed", theme.text2)
    if one.open:
        name, tone = "triangle-alert", theme.warning
    elif one.state == "unreadable":
        name, tone = "octagon-alert", theme.error
    icons.draw(painter, name, rect.x() + SIDE, middle - size / 2, size, tone)
    left = rect.x() + SIDE + size + 10
    whole = rect.right() - SIDE - left
    bold, small = theme.font("body", 500), theme.font("small")
    cells = (
        (came.who or one.file, bold, theme.text, 0.36 if came.who else 0.72),
        (one.file if came.who else "", small, theme.text2, 0.36 if came.who else 0.0),
        (state_of(one), small, theme.text2, 0.28),
    )
    for words, font, colour, share in cells:
        wide = whole * share
        write(painter, elided(words, font, max(wide - 12, 0)), font, colour,
              QRectF(left, rect.y(), wide, rect.height()))  # fmt: skip
        left += wide
