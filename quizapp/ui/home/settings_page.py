"""Settings: the look, the text, confidence, motion. Every change holds at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.settings import SCALES, Settings
from quizapp.ui.tokens import current
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList

STACKED = 700
DAILY = (10, 20, 40)


class SettingsPage(QWidget):
    """Emits ``changed`` with the new settings after each choice."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(16)
        self._column.addWidget(Label(_("Settings"), "title"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._look(), 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._reading(), 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._quiz(), 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        """Cards stand below each other where a word would break beside another card."""
        stacked = self.width() < current().px(STACKED)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._cards.setDirection(way)

    def _look(self) -> Card:
        choices = (
            Choice("system", _("As the system")),
            Choice("light", _("Light")),
            Choice("dark", _("Dark")),
            Choice("high_contrast", _("High contrast")),
        )
        card, column = self._card()
        self._group(column, _("Look"), choices, "theme", self._settings.theme)
        return card

    def _reading(self) -> Card:
        sizes = tuple(Choice(str(s), _("{n} %").format(n=round(s * 100))) for s in SCALES)
        fonts = (Choice("serif", _("Source Serif")), Choice("dyslexic", _("OpenDyslexic")))
        card, column = self._card()
        now = str(self._settings.text_scale)
        self._group(column, _("Text size"), sizes, "text_scale", now, float)
        self._group(column, _("Typeface"), fonts, "reading_font", self._settings.reading_font)
        return card

    def _quiz(self) -> Card:
        ask = (
            Choice("3", _("Ask how sure I am")),
            Choice("5", _("Ask in five levels")),
            Choice("0", _("Do not ask")),
        )
        move = (Choice("no", _("Things may move")), Choice("yes", _("Nothing moves")))
        card, column = self._card()
        sure, still = self._settings.confidence, self._settings.reduced_motion
        now = str(self._settings.levels if sure else 0)
        options = self._options(column, _("In practice"), ask, now)
        options.chosen.connect(lambda ids: self._ask(int(ids[0])))
        daily = tuple(Choice(str(n), _("{n} a day").format(n=n)) for n in DAILY)
        now = str(min(DAILY, key=lambda n: abs(n - self._settings.daily_limit)))
        self._group(column, _("Questions that come back"), daily, "daily_limit", now, int)
        self._group(column, _("Motion"), move, "reduced_motion", "yes" if still else "no", _is_yes)
        return card

    @staticmethod
    def _card() -> tuple[Card, QVBoxLayout]:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(8)
        return card, column

    def _group(
        self,
        column: QVBoxLayout,
        title: str,
        choices: Sequence[Choice],
        name: str,
        now: str,
        value_of: Callable[[str], object] = str,
    ) -> None:
        """The choices of one setting; ``value_of`` makes its value of the id of a choice."""
        options = self._options(column, title, choices, now)
        options.chosen.connect(lambda ids: self._set(**{name: value_of(ids[0])}))

    @staticmethod
    def _options(
        column: QVBoxLayout, title: str, choices: Sequence[Choice], now: str
    ) -> OptionList:
        column.addWidget(Label(title, "body", weight=600))
        options = OptionList(choices)
        options.setAccessibleName(title)
        options.set_chosen((now,))
        column.addWidget(options)
        column.addSpacing(4)
        return options

    def _ask(self, levels: int) -> None:
        """Ask how sure the reader is in so many levels; 0 for not at all."""
        if levels:
            self._set(confidence=True, levels=levels)
        else:
            self._set(confidence=False)

    def _set(self, **values: Any) -> None:
        self._settings = replace(self._settings, **values)
        self.changed.emit(self._settings)


def _is_yes(chosen: str) -> bool:
    return chosen == "yes"
