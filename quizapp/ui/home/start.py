"""The page of one bank: what it is, how to take it, and what is left of earlier attempts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.cards import BankCard
from quizapp.bank import Bank
from quizapp.i18n import _, n_
from quizapp.quiz import Rules
from quizapp.ui.home.more_choices import MoreChoices
from quizapp.ui.home.paper_button import PaperButton
from quizapp.ui.player.reading import reading_time
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import TopBar
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.progress import StandingBar, StandingCount
from quizapp.ui.widgets.scroll import PageScroll

WIDTH = 720
PRACTICE, TEST = "practice", "test"


class StartPage(QWidget):
    """Emits ``begin_wanted(rules, seed)``, or asks for what an earlier attempt left.

    The seed is ``None`` where the questions are to be drawn by chance. ``print_wanted(what, form)``
    asks for the test or the key on paper.
    """

    begin_wanted = Signal(object, object)
    resume_wanted = Signal(str)
    result_wanted = Signal(str)
    edit_wanted = Signal()
    print_wanted = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        bank: Bank,
        card: BankCard | None,
        *,
        confidence: bool,
        levels: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._practice = Rules(confidence=confidence, levels=levels)
        self._left_open = card.attempt if card is not None and card.state == "open" else ""
        self._modes = OptionList(
            (
                Choice(PRACTICE, _("Practice"), _("feedback after each answer")),
                Choice(TEST, _("Test"), _("feedback after handing in")),
            )
        )
        self._modes.set_chosen((PRACTICE,))
        self._modes.chosen.connect(self._on_mode)
        self.more = MoreChoices(sum(item.scored for item in bank.usable))
        self.more.changed.connect(self._on_mode)
        page = QWidget()
        page.setObjectName("page")
        middle = QWidget()
        middle.setMaximumWidth(current().px(WIDTH))
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(32, 28, 32, 16)
        outer.addWidget(middle)
        self._tell(bank)
        self._earlier(card)
        self._ask(card)
        self._column.addStretch(1)
        self._frame(bank.title, page)

    def _frame(self, title: str, page: QWidget) -> None:
        bar = TopBar()
        back = Button(_("Home"), "icon", icon="arrow-left")
        back.clicked.connect(self.left)
        bar.row.addWidget(back)
        bar.row.addWidget(Label(title, "body", weight=600), 1)
        self._saved = Label("", "small", tone="text2")
        bar.row.addWidget(self._saved)
        paper = PaperButton()
        paper.wanted.connect(self.print_wanted)
        bar.row.addWidget(paper)
        edit = Button(_("Edit"), "ghost", icon="pencil-ruler")
        edit.setAccessibleName(_("Edit in the studio"))
        edit.clicked.connect(self.edit_wanted)
        bar.row.addWidget(edit)
        scroll = PageScroll()
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(scroll, 1)

    def say_saved(self, words: str) -> None:
        """Say in the bar what became of saving a file."""
        self._saved.setText(words)

    def _tell(self, bank: Bank) -> None:
        self._column.addWidget(Label(bank.title, "display", wrap=True))
        items = sum(item.scored for item in bank.usable)
        length = n_("{n} item", "{n} items", items).format(n=items)
        facts = f"{length} · {reading_time(bank.article)}" if bank.article.text else length
        self._column.addWidget(Label(facts, "small", tone="text2"))
        if bank.about:
            self._column.addWidget(Label(bank.about, "body", wrap=True))
        self._column.addWidget(Label(bank.article.credit, "small", tone="text2", wrap=True))
        if not bank.balance.balanced and bank.balance.total:
            self._column.addWidget(self._unbalanced(bank))

    @staticmethod
    def _unbalanced(bank: Bank) -> Label:
        words = _(
            "{confirmed} of the {n} claims whose standing is asked are confirmed. On its own this "
            "bank cannot show which way a reader leans."
        )
        text = words.format(confirmed=bank.balance.confirmed, n=bank.balance.total)
        return Label(text, "small", tone="text2", wrap=True)

    def _earlier(self, card: BankCard | None) -> None:
        if card is None or card.state == "new":
            return
        box = Card()
        row = QHBoxLayout(box)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        words, left = QVBoxLayout(), card.state == "open"
        title = _("You are in the middle of it") if left else _("Your last attempt")
        words.addWidget(Label(title, "body", weight=600))
        done = _("{n} of {posed} answered") if left else _("{n} of {posed} right")
        n = card.answered if left else card.right
        words.addWidget(Label(done.format(n=n, posed=card.posed), "small", tone="text2"))
        row.addLayout(words, 1)
        if card.bar:
            bar = StandingBar([StandingCount(s.standing, s.items, s.right) for s in card.bar])
            row.addWidget(bar, 1)
        kind = "primary" if left else "secondary"
        button = Button(_("Continue") if left else _("See the result"), kind)
        wanted = self.resume_wanted if left else self.result_wanted
        button.clicked.connect(lambda: wanted.emit(card.attempt))
        row.addWidget(button)
        self._column.addWidget(box)

    def _ask(self, card: BankCard | None) -> None:
        again = card is not None and card.state != "new"
        title = _("Begin anew") if again else _("How do you want to take it?")
        self._column.addSpacing(8)
        self._column.addWidget(Label(title, "body", weight=600))
        self._column.addWidget(self._modes)
        self._column.addWidget(self.more)
        row = QHBoxLayout()
        row.addStretch(1)
        left = card is not None and card.state == "open"
        self.begin = Button(_("Start"), "secondary" if left else "primary", trailing="arrow-right")
        self.begin.clicked.connect(self._begin)
        row.addWidget(self.begin)
        self._column.addLayout(row)

    def _begin(self) -> None:
        test = self._modes.chosen_ids() == (TEST,)
        usual = Rules.test(levels=self._practice.levels) if test else self._practice
        self.begin_wanted.emit(self.more.rules(usual), self.more.seed)

    def _on_mode(self, _ids: object = None) -> None:
        """Who chooses how to take it wants to begin anew."""
        self._left_open = ""

    def _do_next(self) -> None:
        """What Enter does: go on with what was left open, else begin."""
        if self._left_open:
            self.resume_wanted.emit(self._left_open)
        else:
            self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do_next()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.left.emit()
        else:
            event.ignore()
            self._modes.key(event)
