"""The word in the bar that says whether the last answer is on disk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.tag import IconLabel


class SavedMark(QWidget):
    """Nothing at first; "Saved" after a write; on failure what to do, with another try."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("check")
        self._word = Label(_("Saved"), "small", tone="text2")
        self._again = Link(_("Try again"), "small")
        self._again.clicked.connect(self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._icon, self._word, self._again):
            row.addWidget(part)
            part.hide()
        for part in (self._icon, self._word):  # what stands beside must not move at the first word
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def saved(self) -> None:
        """The last answer is on disk."""
        self._show("check", _("Saved"), "text2", retry=False)
        self.setToolTip("")

    def failed(self, why: str) -> None:
        """The last answer is not on disk; ``why`` says what to do."""
        self._show("circle-alert", _("Not saved"), "error", retry=True)
        self.setToolTip(why)
        self._word.setAccessibleName(_("Not saved. {why}").format(why=why))

    @property
    def text(self) -> str:
        """What it says now."""
        return "" if self._word.isHidden() else self._word.text()

    def _show(self, icon: str, word: str, tone: str, *, retry: bool) -> None:
        self._icon.set_icon(icon, tone)
        self._word.set_tone(tone)
        self._word.setText(word)
        self._word.setAccessibleName(word)
        self._icon.show()
        self._word.show()
        self._again.setVisible(retry)
