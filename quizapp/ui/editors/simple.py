"""Editors of the kinds with next to nothing of their own."""

from typing import Any

from quizapp.i18n import N_, _
from quizapp.items import ANSWERS
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList


class TrueFalseForm(ItemForm):
    """Which of the two is right."""

    SHOWS = frozenset({"key"})

    def build(self) -> None:
        choices = tuple(Choice(id_, _(text)) for id_, text in ANSWERS.items())
        self._key = OptionList(choices)
        self._key.setAccessibleName(_("What is right"))
        self._key.set_compact(True)
        self._key.set_columns(2)
        self._key.set_chosen(self.item.key())
        self._key.chosen.connect(self.changed)
        self.column.addLayout(labelled(_("What is right"), self._key))

    def record(self) -> dict[str, Any]:
        chosen = self._key.chosen_ids()
        return {"key": chosen[0]} if chosen else {}

    def focus_place(self, place: str) -> bool:
        if place == "key":
            self._key.setFocus()
        return place == "key"


class InfoForm(ItemForm):
    """A text to read; its words are all there is."""

    NOTE = N_("Students read this. Nothing is asked, and nothing is scored.")

    def build(self) -> None:
        self.column.addWidget(Label(_(self.NOTE), "small", tone="text2", wrap=True))
