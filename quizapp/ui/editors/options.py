"""Editors of the kinds with options: rows to type in, with a mark on what is right."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.items import ChoiceItem, MultipleResponse
from quizapp.items.choice import written
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.chips import Chip
from quizapp.ui.widgets.forms import Line, labelled

FEWEST = 2


class _Row:
    """One option: its record, and the widgets that show it."""

    def __init__(self, record: dict[str, Any], form: "OptionsForm", *, right: bool) -> None:
        self.data = record
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.mark = Chip(_("Right"), "check")
        self.mark.setChecked(right)
        self.mark.setVisible(form.marks)
        self.mark.clicked.connect(lambda: form.pick(self))
        self.line = Line(_("Option"))
        self.line.setText(record["text"])
        self._first = self.line.text()  # one line, and not as long as it may have been
        self.line.changed.connect(lambda _words: form.changed.emit())
        self.line.done.connect(lambda: form.after(self))
        up = Button(_("Move up"), "icon", icon="chevron-up")
        up.clicked.connect(lambda: form.move_row(self, -1))
        gone = Button(_("Take this option out"), "icon", icon="x")
        gone.clicked.connect(lambda: form.drop(self))
        row.addWidget(self.line, 1)
        for part in (self.mark, up, gone):
            row.addWidget(part)

    def record(self) -> dict[str, Any]:
        """The option as a file has it; what this form does not show stays as it was."""
        typed = self.line.text()
        return {**self.data, "text": self.data["text"] if typed == self._first else typed}


class OptionsForm(ItemForm):
    """Options of which one is right, or several where ``many``; in their order where nothing is."""

    SHOWS = frozenset({"options", "key"})
    marks, many = True, False

    def build(self) -> None:
        assert isinstance(self.item, ChoiceItem)
        right = set(self.item.key()) if self.marks else set()
        self._box = QWidget()
        self._rows_column = QVBoxLayout(self._box)
        self._rows_column.setContentsMargins(0, 0, 0, 0)
        self._rows_column.setSpacing(6)
        self._rows: list[_Row] = []
        for record in written(self.item.options):
            self._add(record, right=record["id"] in right)
        title = _("Options") if self.marks else _("In the right order")
        self.column.addLayout(labelled(title, self._box))
        more = Button(_("Add an option"), "ghost", icon="plus")
        more.clicked.connect(self._on_more)
        self.column.addWidget(more)

    def record(self) -> dict[str, Any]:
        options = [row.record() for row in self._rows]
        right = [row.data["id"] for row in self._rows if row.mark.isChecked()]
        if not self.marks:
            return {"options": options}
        if self.many:
            return {"options": options, "key": self._in_order(right)}
        return {"options": options, **({"key": right[0]} if right else {})}

    def focus_place(self, place: str) -> bool:
        if place in ("options", "text", "key") and self._rows:
            self._rows[0].line.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    # what the rows ask for

    def pick(self, row: _Row) -> None:
        """Let this option be right; alone, where only one can be."""
        if not self.many:
            for other in self._rows:
                other.mark.setChecked(other is row)
        self.changed.emit()

    def after(self, row: _Row) -> None:
        """Enter leads to the next option, and makes one behind the last."""
        at = self._rows.index(row)
        if at == len(self._rows) - 1:
            self._on_more()
        else:
            self._rows[at + 1].line.setFocus(Qt.FocusReason.TabFocusReason)

    def move_row(self, row: _Row, step: int) -> None:
        """Move an option up; the first goes to the end."""
        at = self._rows.index(row)
        self._rows.insert((at + step) % len(self._rows), self._rows.pop(at))
        for place, one in enumerate(self._rows):
            self._rows_column.insertWidget(place, one.widget)
        self.changed.emit()

    def drop(self, row: _Row) -> None:
        """Take an option out, unless too few would be left."""
        if len(self._rows) > FEWEST:
            self._rows.remove(row)
            row.widget.hide()
            row.widget.deleteLater()
            self.changed.emit()

    def _add(self, record: dict[str, Any], *, right: bool = False) -> None:
        row = _Row(record, self, right=right)
        self._rows.append(row)
        self._rows_column.addWidget(row.widget)

    def _on_more(self) -> None:
        from quizapp.app.authoring.asking import option_id
        from quizapp.items import Option

        taken = [Option(row.data["id"], "") for row in self._rows]
        self._add({"id": option_id(taken), "text": ""})
        self._rows[-1].line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _in_order(self, right: Sequence[str]) -> list[str]:
        """The right ids in the order in which the bank has them, new ones behind."""
        assert isinstance(self.item, MultipleResponse)
        known = [id_ for id_ in self.item.key() if id_ in right]
        return [*known, *(id_ for id_ in right if id_ not in known)]


class SingleChoiceForm(OptionsForm):
    """One option is right."""


class ScopeForm(OptionsForm):
    """What exactly was confirmed: one option is right."""


class OverstatementForm(OptionsForm):
    """Headlines, of which one goes further than the article."""


class MultipleResponseForm(OptionsForm):
    """Several options are right."""

    many = True


class OrderForm(OptionsForm):
    """The options stand in their right order; an attempt draws another."""

    marks = False
