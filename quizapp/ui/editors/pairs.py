"""The editor of a pairing that has words of its own and no claims, as other programs have them."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.items import Match
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.forms import Line, TextBox, labelled

FEWEST = 2


class _Pair:
    """One row: two lines to type in, and what the row weighs, which stays with it."""

    def __init__(self, form: "PairsForm", text: str, other: str, weight: str) -> None:
        self.weight, self._given = weight, (text, other)
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.lines = Line(_("This")), Line(_("goes with this"))
        for line, words in zip(self.lines, self._given, strict=True):
            line.setText(words)
            line.changed.connect(lambda _words: form.changed.emit())
            row.addWidget(line, 1)
        self._first = tuple(line.text() for line in self.lines)
        gone = Button(_("Take this pair out"), "icon", icon="x")
        gone.clicked.connect(lambda: form.drop(self))
        row.addWidget(gone)

    def record(self) -> dict[str, str]:
        """The row as a file has it."""
        typed = zip(self.lines, self._first, self._given, strict=True)
        text, other = (was if line.text() == first else line.text() for line, first, was in typed)
        return {"text": text, "with": other}


class PairsForm(ItemForm):
    """What goes with what, and what goes with none of it."""

    SHOWS = frozenset({"rows", "extra", "weights"})

    def build(self) -> None:
        assert isinstance(self.item, Match)
        self._pairs: list[_Pair] = []
        box = QWidget()
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        weights = self.item.own().get("weights", ["1"] * len(self.item.rows))
        self._weighed = bool(self.item.weights)
        for (text, other), weight in zip(self.item.rows, weights, strict=False):
            self._add(text, other, weight)
        self.column.addLayout(labelled(_("What goes with what"), box))
        more = Button(_("Add a pair"), "ghost", icon="plus")
        more.clicked.connect(self._on_more)
        self.column.addWidget(more)
        self._extra = TextBox(_("What goes with none, one a line"), rows=2, lines=True)
        self._extra.set_words("\n".join(self.item.extra))
        self._first = self._extra.toPlainText()
        self._extra.changed.connect(lambda _text: self.changed.emit())
        self.column.addLayout(labelled(_("What goes with none, one a line"), self._extra))

    def record(self) -> dict[str, Any]:
        assert isinstance(self.item, Match)
        rows = [pair.record() for pair in self._pairs]
        text = self._extra.toPlainText()
        typed = [line.strip() for line in text.split("\n") if line.strip()]
        extra = list(self.item.extra) if text == self._first else typed
        return {
            **({"rows": rows} if rows else {}),
            **({"extra": extra} if extra else {}),
            **({"weights": [pair.weight for pair in self._pairs]} if self._weighed else {}),
        }

    def focus_place(self, place: str) -> bool:
        if place in ("rows", "text", "with", "weights", "claims") and self._pairs:
            self._pairs[0].lines[0].setFocus()
            return True
        return False

    def drop(self, pair: _Pair) -> None:
        """Take a pair out, unless too few would be left."""
        if len(self._pairs) > FEWEST:
            self._pairs.remove(pair)
            pair.widget.hide()
            pair.widget.deleteLater()
            self.changed.emit()

    def _add(self, text: str, other: str, weight: str = "1") -> None:
        pair = _Pair(self, text, other, weight)
        self._pairs.append(pair)
        self._column.addWidget(pair.widget)

    def _on_more(self) -> None:
        self._add("", "")
        self._pairs[-1].lines[0].setFocus()
        self.changed.emit()
