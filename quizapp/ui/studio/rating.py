"""A second reader keys a bank blind: the article, one claim after the other, seven standings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.app.keying import Keying
from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.ui.player.reading import ReadingScreen
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import OptionList, standing_choices


class Rating(ReadingScreen):
    """Asks how each claim stands, and shows nothing of the bank’s own key.

    ``keyed`` comes when every claim has its standing and that is said to be all.
    """

    keyed = Signal()

    def __init__(self, keying: Keying, parent: QWidget | None = None) -> None:
        super().__init__(keying.bank.title, keying.bank.article, parent)
        self._keying = keying
        self.set_back_text(_("Studio"))
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setSpacing(14)
        self._place = Label("", "small", tone="text2")
        self._claim = Label("", "claim", wrap=True)
        self._options = OptionList(standing_choices())
        self._options.setAccessibleName(_("How it stands, as you read it"))
        self._options.chosen.connect(self._on_chosen)
        self._told = Label("", "small", tone="error", wrap=True)
        note = _("The bank’s own key is not shown. What you choose is kept at once.")
        for part in (self._place, self._claim, self._options, self._told):
            self._column.addWidget(part)
        self._column.addWidget(Label(note, "small", tone="text2", wrap=True))
        self._column.addStretch(1)
        self._back = Button(_("The one before"), "ghost", icon="chevron-left")
        self._back.clicked.connect(self._go_back)
        self._done = Button(_("Put my key into the bank"), "primary")
        self._done.clicked.connect(self.keyed)
        self.question_foot.row.addWidget(self._back)
        self.question_foot.row.addStretch(1)
        self.question_foot.row.addWidget(self._done)
        self.rearranged.connect(self._rearrange)
        self.set_page(page)
        self._rearrange()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._go_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._keying.claim is None:
            self.keyed.emit()
        else:
            event.ignore()
            if self._keying.claim is not None:
                self._options.key(event)
            if not event.isAccepted():
                super().keyPressEvent(event)

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        if not ids or self._keying.claim is None:
            return
        try:
            self._keying.give(Standing(ids[0]))
        except QuizappError as error:
            self._told.setText(str(error))
        else:
            self._told.setText("")
        self._show()

    def _go_back(self) -> None:
        self._keying.back()
        self._show()

    def _show(self) -> None:
        claim, n = self._keying.claim, len(self._keying.order)
        self._done.setVisible(self._keying.done)
        self._options.setVisible(claim is not None)
        self._back.setEnabled(self._keying.place > 0)
        if claim is None:
            self._place.setText(_("All {n} claims are keyed").format(n=n))
            self._claim.setText(_("Put your key into the bank, or go back and look again."))
            return
        self._place.setText(_("{now} of {n}").format(now=self._keying.place + 1, n=n))
        self._claim.setText(f"“{claim.text}”")
        given = self._keying.standings.get(claim.id)
        self._options.set_chosen((given.value,) if given else ())

    def _rearrange(self) -> None:
        self._column.setContentsMargins(self.sides, 24, self.sides, 16)
