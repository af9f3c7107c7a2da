"""One class: the marks, and below them what came back and what is contested.

What can be done stands in the bar, and below it which exam may want to be marked again.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from quizapp.app.class_contests import ClassContest
from quizapp.classroom.book import Classroom, Gradebook, HandedOut, Received
from quizapp.i18n import N_, _, n_
from quizapp.ui.classes.again_notice import AgainNotice
from quizapp.ui.classes.contests_view import ContestsView
from quizapp.ui.classes.files_view import FilesView
from quizapp.ui.classes.gradebook_view import GradebookView, weights_told
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.busy import BusyBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.chips import Chips
from quizapp.ui.widgets.field import DropDown
from quizapp.ui.widgets.label import Label

FILES, CONTESTS = "files", "contests"
LATE_MS = 250  # what comes sooner needs no words meanwhile, which would only flicker
WHICH = {"best": N_("the best attempt"), "first": N_("the first"), "last": N_("the last")}


class ClassPage(QWidget):
    """Emits what is wanted; whoever does it calls ``show_book`` afterwards.

    Until the first ``show_book`` there is nothing below the bar but, after a moment, a quiet line.

    ``save_wanted`` carries ``csv`` or ``xlsx``, ``attempt_chosen`` the id of an attempt,
    ``contest_wanted`` that of a contest, ``again_wanted`` an exam to mark again.
    """

    hand_out_wanted = Signal()
    collect_wanted = Signal()
    roster_wanted = Signal()
    remove_wanted = Signal()
    weights_wanted = Signal()
    save_wanted = Signal(str)
    letters_wanted = Signal()
    certificates_wanted = Signal()
    flags_wanted = Signal()
    statistics_wanted = Signal()
    which_chosen = Signal(str)
    attempt_chosen = Signal(str)
    contest_wanted = Signal(str)
    again_wanted = Signal(object)
    cancelled = Signal()
    left = Signal()

    def __init__(self, one: Classroom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self.book, self.files, self.contests = GradebookView(), FilesView(), ContestsView()
        self.contests.wanted.connect(self.contest_wanted)
        self._exams: tuple[HandedOut, ...] = ()
        self.shown_book: Gradebook | None = None
        self.again = AgainNotice()
        self.again.wanted.connect(self.again_wanted)
        self.book.list.entered_row.connect(self._open)
        self.book.list.doubleClicked.connect(lambda index: self._open(index.row()))
        self._empty = self._make_empty()
        self._busy = self._make_busy()
        self._summary, self._summary_told = Label("", "small", tone="text2"), ""
        self._which = DropDown()
        self._which.setAccessibleName(_("Which attempt counts"))
        for id_, words in WHICH.items():
            self._which.addItem(_(words), id_)
        self._which.currentIndexChanged.connect(
            lambda _n: self.which_chosen.emit(self._which.currentData())
        )
        self._saved = Label("", "small", tone="text2")
        self._split = self._make_split()
        self._waiting = self._make_waiting()
        self._late = QTimer(self, singleShot=True, interval=LATE_MS)
        self._late.timeout.connect(self._say_waiting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._bar(), self._busy, self.again, self._waiting, self._empty):
            whole.addWidget(part)
        whole.addWidget(self._split, 1)
        for part in (self._waiting, self._empty, self._split, self.save, self.collect):
            part.hide()
        whole.addStretch(0)
        self.setFocusProxy(self.hand_out)

    @property
    def classroom(self) -> Classroom:
        """The class that is shown."""
        return self._one

    @property
    def which(self) -> str:
        """Which attempt counts where a student has several."""
        return str(self._which.currentData())

    def show_book(self, book: Gradebook, files: tuple[Received, ...]) -> None:
        """Show the marks and the files as they are now."""
        self._summary_told = _told(self._one, book, files)
        self.end_wait()
        self.book.show_book(book)
        self.files.show_files(files, book.exams)
        self._exams, some, self.shown_book = book.exams, bool(book.exams), book
        self._split.setVisible(some)
        self._empty.setVisible(not some)
        self.save.setVisible(some)
        self.collect.setVisible(some)

    def show_contests(self, contests: tuple[ClassContest, ...]) -> None:
        """Show what is contested, and how much of it is to be decided."""
        self.contests.show_contests(contests)
        self._show_chips(sum(one.open for one in contests))

    def go_to_contests(self) -> None:
        """Show what is contested in place of what came back."""
        self._choose(CONTESTS)

    def await_book(self) -> None:
        """The marks are being worked out; what is shown stays until they come."""
        self._late.start()

    def end_wait(self) -> None:
        """Nothing is awaited any more."""
        self._late.stop()
        self._summary.setText(self._summary_told)
        self._waiting.hide()

    def _say_waiting(self) -> None:
        self._summary.setText(_("Working out the marks …"))
        self._waiting.setVisible(not self._split.isVisibleTo(self))

    def show_busy(self, words: str) -> None:
        """Files are being opened and marked, or written; ``words`` say which."""
        self._busy_told.setText(words)
        self.progress.show_progress(0, 0)
        self._busy.show()

    def end_busy(self) -> None:
        """It is done, or was ended."""
        self._busy.hide()

    def say_saved(self, words: str) -> None:
        """Say what became of a file, or of what was done."""
        self._saved.setText(words)

    def _bar(self) -> TopBar:
        bar = TopBar()
        back = Button(_("Classes"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        bar.row.addWidget(Label(self._one.name, "body", weight=600))
        bar.row.addWidget(self._saved, 1)
        self.more = Button(_("More"), "icon", icon="menu")
        self.more.clicked.connect(self._menu)
        self.save = Button(_("Save the marks"), "icon", icon="download")
        self.save.clicked.connect(self._save_menu)
        self.collect = Button(_("Collect …"), "secondary", icon="package-open")
        self.collect.clicked.connect(self.collect_wanted)
        self.hand_out = Button(_("Hand out …"), "primary")
        self.hand_out.clicked.connect(self.hand_out_wanted)
        for button in (self.more, self.save, self.collect, self.hand_out):
            bar.row.addWidget(button)
        return bar

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Who is in the class …"), self.roster_wanted.emit)
        menu.addAction(_("What each exam counts …"), self.weights_wanted.emit)
        flags = menu.addAction(_("What stands out …"), self.flags_wanted.emit)
        figures = menu.addAction(_("Statistics"), self.statistics_wanted.emit)
        for action in (flags, figures):
            action.setEnabled(self.save.isVisible())
        self._offer_again(menu)
        menu.addSeparator()
        menu.addAction(_("Delete the class …"), self.remove_wanted.emit)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _offer_again(self, menu: QMenu) -> None:
        """Mark an exam again; of several, one of a list."""
        if len(self._exams) < 2:
            for exam in self._exams:
                menu.addAction(_("Mark again …"), partial(self.again_wanted.emit, exam))
            return
        several = menu.addMenu(_("Mark again"))
        for exam in reversed(self._exams):
            words = f"{exam.heading} · {local_day(exam.at)} …".replace("&", "&&")
            several.addAction(words, partial(self.again_wanted.emit, exam))

    def _save_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("As a workbook …"), partial(self.save_wanted.emit, "xlsx"))
        menu.addAction(_("As CSV …"), partial(self.save_wanted.emit, "csv"))
        menu.addSeparator()
        menu.addAction(_("A letter for each student …"), self.letters_wanted.emit)
        menu.addAction(_("Certificates …"), self.certificates_wanted.emit)
        menu.popup(self.save.mapToGlobal(self.save.rect().bottomLeft()))

    @staticmethod
    def _make_waiting() -> QWidget:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setContentsMargins(32, 28, 32, 28)
        column.addWidget(Label(_("Working out the marks …"), "body", tone="text2"))
        column.addStretch(1)
        return waiting

    @staticmethod
    def _make_empty() -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(8)
        title = _("This class has had no exam yet")
        told = _(
            "Hand one out: a file for the class without any keys, and a start code for each "
            "student. When their files come back, collect them here, and the marks appear."
        )
        column.addWidget(Label(title, "title", wrap=True))
        column.addWidget(Label(told, "body", tone="text2", wrap=True))
        column.addStretch(1)
        return empty

    def _make_busy(self) -> QWidget:
        busy = QWidget()
        row = QHBoxLayout(busy)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        self._busy_told, self.progress = Label("", "small"), BusyBar()
        stop = Button(_("Cancel"), "secondary")
        stop.clicked.connect(self.cancelled)
        row.addWidget(self._busy_told)
        row.addWidget(self.progress, 1)
        row.addWidget(stop)
        busy.hide()
        return busy

    def _make_split(self) -> QSplitter:
        upper, lower = QWidget(), QWidget()
        above, below = QVBoxLayout(upper), QVBoxLayout(lower)
        for column in (above, below):
            column.setContentsMargins(0, 12, 0, 0)
            column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(12)
        head.addWidget(Label(_("Marks"), "body", weight=600))
        head.addWidget(self._summary, 1)
        head.addWidget(self._which)
        above.addLayout(head)
        above.addWidget(self.book, 1)
        title = QHBoxLayout()
        title.setContentsMargins(20, 0, 20, 0)
        self._chips = Chips(_("What came back, or contests"))
        self._chips.chosen.connect(self._choose)
        title.addWidget(self._chips, 1)
        below.addLayout(title)
        self._lower = QStackedWidget()
        self._lower.addWidget(self.files)
        self._lower.addWidget(self.contests)
        below.addWidget(self._lower, 1)
        self._show_chips(0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([460, 240])
        return split

    def _show_chips(self, open_: int) -> None:
        words = _("Contests")
        if open_:
            words = n_("Contests · {n} to decide", "Contests · {n} to decide", open_)
        at = CONTESTS if self._lower.currentWidget() is self.contests else FILES
        self._chips.show_chips(
            [(FILES, _("What came back"), ""), (CONTESTS, words.format(n=open_), "")], at
        )

    def _choose(self, which: str) -> None:
        self._lower.setCurrentWidget(self.contests if which == CONTESTS else self.files)
        if (chip := self._chips.button(which)) is not None:
            chip.setChecked(True)

    def _open(self, row: int) -> None:
        rows = self.book.list.rows()
        found = [one for one in rows[row].attempts if one] if 0 <= row < len(rows) else []
        if found:
            self.attempt_chosen.emit(found[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _told(one: Classroom, book: Gradebook, files: tuple[Received, ...]) -> str:
    """How many there are, what is to be decided, and what counts how much."""
    n, open_ = len(one.students), sum(file.open for file in files)
    parts = [n_("{n} student", "{n} students", n).format(n=n)]
    if open_:
        parts.append(n_("{n} file to decide", "{n} files to decide", open_).format(n=open_))
    if weights := weights_told([(exam.heading, exam.weight) for exam in book.exams]):
        parts.append(weights)
    return " · ".join(parts)
