"""The cards of home: where the reader left off, the first start, a bank, a bank that is broken."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.cards import BankCard, BrokenCard
from quizapp.i18n import _, n_
from quizapp.ui import standings
from quizapp.ui.dates import local_day, local_time
from quizapp.ui.style import draw_ring
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box
from quizapp.ui.widgets.progress import ProgressStrip, StandingBar, StandingCount
from quizapp.ui.widgets.tag import IconLabel, StandingTag

CARD_HEIGHT, FIRST_ROW, ALONE, DUE_WIDTH = 206, 180, 112, 388
SECONDS_A_QUESTION = 45
WIDE_STANDINGS = 440


class HomeCard(Card):
    """A card of a fixed height whose column is filled from above."""

    def __init__(self, height: int, *, soft: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent, soft=soft)
        self._tall = height
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(4)
        self.setMinimumHeight(round(height * (1 + (current().scale - 1) * 0.8)))

    def line(self, icon: str, words: str) -> None:
        """Add an icon with a few words."""
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(IconLabel(icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "small", tone="text2", wrap=True), 1)
        self.column.addSpacing(2)
        self.column.addLayout(row)


class ContinueCard(HomeCard):
    """Where the reader left off."""

    resume_wanted = Signal(str)

    def __init__(self, card: BankCard, parent: QWidget | None = None) -> None:
        super().__init__(FIRST_ROW, parent=parent)
        self.column.setContentsMargins(24, 20, 24, 20)
        head = QHBoxLayout()
        head.addWidget(Label(_("Where you left off"), "small", tone="accent", weight=600))
        head.addStretch()
        if card.date is not None:
            begun = _("begun {day}, {time}").format(
                day=local_day(card.date), time=local_time(card.date)
            )
            head.addWidget(Label(begun, "small", tone="text2"))
        self.column.addLayout(head)
        self.column.addSpacing(4)
        self.column.addWidget(Label(card.title, "head"))
        answered = n_(
            "{n} of {posed} questions answered, every answer saved",
            "{n} of {posed} questions answered, every answer saved",
            card.answered,
        )
        words = answered.format(n=card.answered, posed=card.posed)
        self.column.addWidget(Label(words, "body", tone="text2"))
        self.column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(20)
        strip = ProgressStrip(clickable=False)
        strip.show_state(card.posed, min(card.answered, card.posed - 1), range(card.answered))
        row.addWidget(strip, 1)
        self.button = Button(_("Continue"), "primary", trailing="arrow-right")
        self.button.clicked.connect(lambda: self.resume_wanted.emit(card.attempt))
        row.addWidget(self.button)
        self.column.addLayout(row)


class DueCard(HomeCard):
    """What comes back today."""

    practise_wanted = Signal()

    def __init__(
        self,
        due: int,
        waiting: int,
        done: int,
        *,
        alone: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``alone`` is flatter, for a row of its own: there the button stands beside the words."""
        super().__init__(ALONE if alone else FIRST_ROW, parent=parent)
        self.column.setContentsMargins(24, 20, 24, 20)
        head = QHBoxLayout()
        head.addWidget(Label(_("Due today"), "small", tone="accent", weight=600))
        head.addStretch()
        minutes = max(1, -(-due * SECONDS_A_QUESTION // 60))
        about = n_("about {n} minute", "about {n} minutes", minutes).format(n=minutes)
        head.addWidget(Label(about, "small", tone="text2"))
        self.column.addLayout(head)
        self.column.addSpacing(4)
        said = QVBoxLayout()
        said.setSpacing(4)
        words = n_("{n} question comes back", "{n} questions come back", due).format(n=due)
        said.addWidget(Label(words, "title", wrap=True))
        said.addWidget(Label(_beside(waiting, done), "body", tone="text2", wrap=True))
        self.button = Button(_("Practise"), "primary" if alone else "secondary")
        self.button.clicked.connect(self.practise_wanted)
        row = QHBoxLayout()
        if alone:
            row.addLayout(said, 1)
        else:
            self.column.addLayout(said)
            self.column.addStretch()
            row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)


def _beside(waiting: int, done: int) -> str:
    """What else there is to say of today."""
    if waiting:
        text = n_("{n} more waits for tomorrow", "{n} more wait for tomorrow", waiting)
        return text.format(n=waiting)
    if done:
        return n_("{n} is done already", "{n} are done already", done).format(n=done)
    return _("from articles that you know")


class FirstCard(HomeCard):
    """The first start: one card, two minutes."""

    start_wanted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CARD_HEIGHT, soft=True, parent=parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("book-open", 18, tone="accent"))
        head.addWidget(Label(_("First time here?"), "small", tone="accent", weight=600), 1)
        self.column.addLayout(head)
        self.column.addSpacing(6)
        self.column.addWidget(Label(_("Start with two minutes"), "card_title"))
        words = _("One short article, three questions, and you see at once how each one stands.")
        self.column.addWidget(Label(words, "body", tone="text2", wrap=True))
        self.column.addStretch()
        row = QHBoxLayout()
        self.button = Button(_("Start"), "primary")
        self.button.clicked.connect(self.start_wanted)
        later = Button(_("Not now"), "ghost")
        later.clicked.connect(self.dismissed)
        row.addWidget(self.button)
        row.addWidget(later)
        row.addStretch()
        self.column.addLayout(row)


class BankCardView(HomeCard):
    """A bank: title, article, length, what it trains, and the last result as a standing bar.

    The whole card can be clicked, and takes the keyboard's focus. ``chosen`` carries the card.
    """

    chosen = Signal(object)

    def __init__(self, card: BankCard, parent: QWidget | None = None) -> None:
        super().__init__(CARD_HEIGHT, parent=parent)
        self.card = card
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(self._state())
        self.column.addWidget(Label(card.title, "card_title"))
        self.column.addWidget(Label(card.publisher_line, "small", tone="text2"))
        self.column.addSpacing(2)
        length = n_("{n} item · {minutes} min", "{n} items · {minutes} min", card.items)
        self.line("clock", length.format(n=card.items, minutes=card.minutes))
        self.line("text-search", ", ".join(card.trains).lower() or _("reading"))
        self.column.addStretch()
        row = QHBoxLayout()
        tone = "text2" if card.state == "new" else "text"
        row.addWidget(Label(self._state(), "small", tone=tone, weight=500))
        row.addStretch()
        row.addWidget(Label(self._when(), "small", tone="text2"))
        self.column.addLayout(row)
        if card.state != "new" and card.bar:
            counts = [StandingCount(s.standing, s.items, s.right) for s in card.bar]
            self.column.addWidget(StandingBar(counts))

    def _state(self) -> str:
        card = self.card
        if card.state == "new":
            return _("Not taken yet")
        if card.state == "open":
            return _("{n} of {posed} answered").format(n=card.answered, posed=card.posed)
        return _("{n} of {posed} right").format(n=card.right, posed=card.posed)

    def _when(self) -> str:
        if self.card.state == "open":
            return _("in progress")
        return local_day(self.card.date) if self.card.date is not None else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.card)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, hovered = current(), self.underMouse()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        box(painter, rect, theme.sunken if hovered else theme.paper, theme.line, theme.border)
        if self.hasFocus() and self._by_key:
            draw_ring(painter, rect, theme)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()


class BrokenCardView(HomeCard):
    """A bank that cannot be used, and a way to the list of what is wrong."""

    details_wanted = Signal(object)

    def __init__(self, card: BrokenCard, parent: QWidget | None = None) -> None:
        super().__init__(CARD_HEIGHT, parent=parent)
        self.column.addWidget(Label(card.name, "card_title"))
        n = len(card.problems)
        words = n_("{n} problem keeps it closed", "{n} problems keep it closed", n).format(n=n)
        self.line("octagon-alert", words)
        self.column.addWidget(Label(card.problems[0].what, "small", tone="text2", wrap=True))
        self.column.addStretch()
        row = QHBoxLayout()
        link = Link(_("Show the list"))
        link.clicked.connect(lambda: self.details_wanted.emit(card))
        row.addWidget(link)
        row.addStretch()
        self.column.addLayout(row)


class StandingsCard(Card):
    """The seven ways in which a claim can stand, each with its icon and gloss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("How a claim can stand in an article"), "body", weight=600))
        words = _("never whether it is true in the world")
        never = Label(words, "small", tone="text2", wrap=True)
        head.addWidget(never, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(10)
        self._ways = [_way(standing) for standing in standings.ORDER]
        column.addLayout(self._grid)
        self.arrange(WIDE_STANDINGS)

    def arrange(self, width: int) -> None:
        """Fit the columns to so much width."""
        columns = 4 if width >= current().px(WIDE_STANDINGS) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for n, way in enumerate(self._ways):
            self._grid.addWidget(way, n // columns, n % columns)
        for n in range(4):
            self._grid.setColumnStretch(n, 1 if n < columns else 0)


def _way(standing: str) -> QWidget:
    """One standing as a tag over its gloss."""
    way = QWidget()
    column = QVBoxLayout(way)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    tag = QHBoxLayout()
    tag.addWidget(StandingTag(standing))
    tag.addStretch(1)
    column.addLayout(tag)
    column.addWidget(Label(standings.gloss(standing), "small", tone="text2", wrap=True))
    column.addStretch(1)
    return way
