"""Marking an exam again: first what would change, student by student, then done, and undone."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.remarking import Again
from quizapp.i18n import _, n_
from quizapp.quiz import Mark, Regrade, Remark
from quizapp.ui.dates import local_day, local_time
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.busy import BusyBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.chips import Chips
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.paint import box, elided, line, write

SIDE, ROW, MARKS, INDENT = 32, 34, 170, 18
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NEWEST, OWN = "newest", "own"


@dataclass(frozen=True, slots=True)
class AgainRow:
    """A student, or below them a question whose mark moves: old → new, and why."""

    words: str
    marks: str
    head: bool

    def spoken(self) -> str:
        """The row in words."""
        return f"{self.words}: {self.marks}"


def rows_of(again: Again) -> tuple[AgainRow, ...]:
    """Everybody whose marks move, each with the questions that do it."""
    found = []
    for who, one in again.moved:
        found.append(AgainRow(who, _sum(one), head=True))
        found += [_row(remark, again) for remark in one.changed]
    return tuple(found)


def _row(remark: Remark, again: Again) -> AgainRow:
    words = f"{remark.text()}: {again.questions[remark.item]}"
    return AgainRow(words, f"{_credit(remark.before)} → {_credit(remark.after)}", head=False)


def _sum(one: Regrade) -> str:
    before, after = (f"{end.earned:.4g} / {end.possible:.4g}" for end in (one.before, one.after))
    return f"{before} → {after}"


def _credit(mark: Mark | None) -> str:
    return _("not counted") if mark is None else f"{mark.credit * float(mark.weight):.4g}"


class AgainPage(QWidget):
    """``by_chosen`` carries ``newest`` or ``own``; whoever looks calls ``show_again``.

    ``wanted`` asks to do what is shown, and ``show_done`` says that it was.
    """

    by_chosen = Signal(str)
    wanted = Signal(str)
    left = Signal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by = NEWEST
        self._title = title
        self._chips = Chips(_("By which version"))
        self._chips.chosen.connect(self._choose)
        self._head = Label("", "title", wrap=True)
        self._told = Label("", "body", tone="text2", wrap=True)
        self._kept = Label("", "small", tone="text2", wrap=True)
        self.progress = BusyBar()
        self.list: RowList[AgainRow] = RowList(
            _("What changes"), _paint, lambda: current().grow(ROW), AgainRow.spoken
        )
        self.do = Button(_("Mark again"), "primary")
        self.do.clicked.connect(lambda: self.wanted.emit(self._by))
        self._lay_out(name)
        self.show_busy(_("Looking at what would change …"))

    @property
    def by(self) -> str:
        """By which version: ``newest``, or the exam’s ``own``."""
        return self._by

    def show_busy(self, words: str) -> None:
        """It is being looked at, or done."""
        self._head.setText(words)
        self.progress.show_progress(0, 0)
        self.progress.show()
        self.do.setEnabled(False)
        self._chips.setEnabled(False)

    def show_again(self, again: Again) -> None:
        """Show what would change."""
        self._by = OWN if again.own else NEWEST
        self._show(again)
        n = len(again.marks)
        self._head.setText(_total(again, done=False) if n else _nothing(again))
        self._told.setText(_by_which(again) if n else "")
        words = n_("Mark {n} attempt again", "Mark {n} attempts again", n).format(n=n)
        self.do.set_text(words)
        self.do.setVisible(n > 0)

    def show_done(self, again: Again) -> None:
        """Say what was done, and how it is undone."""
        self._show(again)
        self._head.setText(_total(again, done=True))
        undo = _("To undo it, mark by the version that was handed out again: choose it above.")
        redo = _("Each is marked by the version that was handed out again.")
        self._told.setText(redo if again.own else undo)
        self.do.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self) -> None:
        """It could not be looked at or done; the notice says why."""
        self.progress.hide()
        self._chips.setEnabled(True)
        self._head.setText(_("It could not be done."))

    def _show(self, again: Again) -> None:
        self.progress.hide()
        self.do.setEnabled(True)
        self._chips.setEnabled(True)
        choices = [(NEWEST, _("By the newest version"), ""), (OWN, _("As handed out"), "")]
        self._chips.show_chips(choices, self._by)
        self._chips.setVisible(again.newer)
        self.list.show_rows(rows_of(again), -1)
        self._kept.setText(_staying(again))
        self._kept.setVisible(bool(self._kept.text()))

    def _choose(self, by: str) -> None:
        self._by = by
        self.by_chosen.emit(by)

    def _lay_out(self, name: str) -> None:
        bar = TopBar()
        back = Button(name, "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        title = _("Mark again: {title}").format(title=self._title)
        bar.row.addWidget(Label(title, "body", weight=600), 1)
        bar.row.addWidget(self.do)
        upper = QVBoxLayout()
        upper.setContentsMargins(SIDE, 20, SIDE, 10)
        upper.setSpacing(8)
        for part in (self._chips, self._head, self.progress, self._told, self._kept):
            upper.addWidget(part)
        note = QHBoxLayout()
        note.setContentsMargins(SIDE, 8, SIDE, 12)
        told = _("Only attempts at this exam are marked again. Answers stay as they were given.")
        note.addWidget(Label(told, "small", tone="text2", wrap=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(upper)
        whole.addWidget(self.list, 1)
        whole.addWidget(Hairline())
        whole.addLayout(note)
        self.setFocusProxy(self.list)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _nothing(again: Again) -> str:
    if not again.of:
        return _("No attempt at this exam counts yet, so there is nothing to mark again.")
    if again.own:
        return _("Every attempt is marked by the version that was handed out.")
    return _("Every attempt is marked by the newest version of the bank.")


def _by_which(again: Again) -> str:
    """By which version, and that nothing has happened yet."""
    named = _("the version that was handed out") if again.own else _("the newest version")
    if again.saved is not None:
        text = _("{version}, saved on {day}, {time}")
        day, time = local_day(again.saved), local_time(again.saved)
        named = text.format(version=named, day=day, time=time)
    return _("By {version}. Nothing has changed yet.").format(version=named)


def _total(again: Again, *, done: bool) -> str:
    """How many get other marks, and what that makes of the mean."""
    n, of = len(again.moved), len(again.marks)
    if not n:
        return _("They are marked again; no mark changed.") if done else _("No mark changes.")
    if done:
        text = n_(
            "{n} of {of} attempt has another mark now; the mean went from {before} % to {after} %.",
            "{n} of {of} attempts have other marks now; their mean went from {before} % to "
            "{after} %.",
            of,
        )
    else:
        text = n_(
            "{n} of {of} attempt would get another mark; the mean goes from {before} % to "
            "{after} %.",
            "{n} of {of} attempts would get other marks; their mean goes from {before} % to "
            "{after} %.",
            of,
        )
    before, after = again.shares
    return text.format(n=n, of=of, before=f"{100 * before:.0f}", after=f"{100 * after:.0f}")


def _staying(again: Again) -> str:
    """Questions that another version has too, but whose marks stay, each with its reason."""
    reasons = {
        remark.item: remark.text()
        for _who, one in again.marks
        for remark in one.items
        if remark.why in ("removed", "kind", "words", "evidence")
    }
    told = (f"“{again.questions[item]}”: {why}" for item, why in reasons.items())
    return "\n".join(told)


def _paint(
    painter: QPainter, rect: QRectF, row: AgainRow, chosen: bool, hover: bool, theme: Theme
) -> None:
    if chosen or hover:
        box(painter, rect.adjusted(8, 1, -8, -1), theme.sunken, "", 0)
    elif row.head:
        line(painter, rect.x() + SIDE, rect.y(), rect.right() - SIDE, rect.y() + 1, theme.line)
    font = theme.font("body", 600) if row.head else theme.font("small")
    figures = theme.font("body" if row.head else "small", tabular=True)
    ink = theme.text if row.head else theme.text2
    left, right = rect.x() + SIDE + (0 if row.head else INDENT), rect.right() - SIDE
    wide = right - left - theme.grow(MARKS)
    place = QRectF(left, rect.y(), wide, rect.height())
    write(painter, elided(row.words, font, wide - 12), font, ink, place)
    place = QRectF(right - theme.grow(MARKS), rect.y(), theme.grow(MARKS), rect.height())
    write(painter, row.marks, figures, ink, place, _RIGHT)
