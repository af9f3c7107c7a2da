"""Editors of the kinds in which a student types."""

import re
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.fields import NUMBER_PATTERN
from quizapp.i18n import _
from quizapp.items import Cloze, Numeric, ShortAnswer, decimal
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.widgets.forms import Line, TextBox, labelled
from quizapp.ui.widgets.label import Label

PARTS, BAR = " = ", " | "


class ShortAnswerForm(ItemForm):
    """Answers that are accepted, one a line, and near misses with what to say about them."""

    SHOWS = frozenset({"accepted", "near"})

    def build(self) -> None:
        assert isinstance(self.item, ShortAnswer)
        self._accepted = TextBox(_("Accepted answers, one a line"), rows=3, lines=True)
        self._accepted.set_words("\n".join(self.item.accepted))
        self._near = TextBox(_("Near misses, one a line"), rows=2, lines=True)
        self._near.setPlaceholderText(_("answer = what to say about it"))
        self._near.set_words("\n".join(PARTS.join(pair) for pair in self.item.misses))
        self._first = self._accepted.toPlainText(), self._near.toPlainText()
        for box in (self._accepted, self._near):
            box.changed.connect(lambda _text: self.changed.emit())
        self.column.addLayout(labelled(_("Accepted answers, one a line"), self._accepted))
        self.column.addLayout(labelled(_("Near misses, one a line"), self._near))

    def record(self) -> dict[str, Any]:
        own, (accepted, misses) = self.item.own(), self._first
        near = own.get("near", []) if self._near.toPlainText() == misses else self._typed_near()
        same = self._accepted.toPlainText() == accepted
        found = own["accepted"] if same else lines_of(self._accepted)
        return {"accepted": found, **({"near": near} if near else {})}

    def _typed_near(self) -> list[dict[str, str]]:
        pairs = (line.partition(PARTS) for line in lines_of(self._near))
        return [{"text": text.strip(), "feedback": words.strip()} for text, _eq, words in pairs]

    def focus_place(self, place: str) -> bool:
        if place == "accepted":
            self._accepted.setFocus()
        return place == "accepted"


class NumericForm(ItemForm):
    """The number, how far off one may be, and its unit."""

    SHOWS = frozenset({"answer", "tolerance", "unit", "units"})

    def build(self) -> None:
        item = self.item
        assert isinstance(item, Numeric)
        self._lines = {
            "answer": (Line(_("Answer")), _("Answer")),
            "tolerance": (Line(_("Off by at most")), _("Off by at most")),
            "unit": (Line(_("Unit")), _("Unit")),
            "units": (Line(_("Other ways to write it")), _("Other ways to write it")),
        }
        shown = {
            "answer": "" if item.answer is None else decimal(item.answer),
            "tolerance": decimal(item.tolerance) if item.tolerance else "",
            "unit": item.unit,
            "units": ", ".join(item.units),
        }
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, (line, title) in self._lines.items():
            line.setText(shown[name])
            line.changed.connect(lambda _words: self._on_change())
            row.addLayout(labelled(title, line), 1)
        self.column.addLayout(row)

    def record(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in ("answer", "tolerance"):
            words = self._number(name)
            if words and not (name == "tolerance" and words == "0"):
                found[name] = words
        if unit := self._lines["unit"][0].words():
            found["unit"] = unit
        units = [one.strip() for one in self._lines["units"][0].words().split(",")]
        if any(units):
            found["units"] = [one for one in units if one]
        return found

    def focus_place(self, place: str) -> bool:
        if place in self._lines:
            self._lines[place][0].setFocus()
        return place in self._lines

    def _number(self, name: str) -> str:
        return self._lines[name][0].words().replace("−", "-").replace(",", ".")

    def _on_change(self) -> None:
        for name in ("answer", "tolerance"):
            words = self._number(name)
            self._lines[name][0].set_error(bool(words) and not re.fullmatch(NUMBER_PATTERN, words))
        self.changed.emit()


class ClozeForm(ItemForm):
    """The text with its gaps, and for each gap what fills it."""

    SHOWS = frozenset({"text", "gaps"})

    def build(self) -> None:
        assert isinstance(self.item, Cloze)
        self._text = TextBox(_("Text, with gaps written [[gap]]"), rows=4, lines=True)
        self._text.set_words(self.item.text)
        self._first = self._text.toPlainText()  # Qt changes some blanks
        self._text.changed.connect(lambda _text: self._on_text())
        self.column.addLayout(labelled(_("Text, with gaps written [[gap]]"), self._text))
        self._gaps = QVBoxLayout()
        self._gaps.setSpacing(8)
        self.column.addLayout(self._gaps)
        self._known = {gap.id: gap for gap in self.item.gaps}
        self._fields: dict[str, tuple[QWidget, Line, Line]] = {}
        for id_ in self._known:
            self._add(id_)
        self._note = Label("", "small", tone="text2", wrap=True)
        self._note.setText(_("Several words that fit are parted by |."))
        self.column.addWidget(self._note)

    def record(self) -> dict[str, Any]:
        gaps = []
        for id_, (_holder, accepted, options) in self._fields.items():
            gap = self._known.get(id_)
            kept = gap.stored() if gap else {"id": id_}  # its weight, and what earns a part
            fits = _parts(accepted, gap.accepted if gap else ())
            listed = _parts(options, gap.options if gap else ())
            kept = {name: value for name, value in kept.items() if name != "options"}
            gaps.append({**kept, "accepted": fits, **({"options": listed} if listed else {})})
        assert isinstance(self.item, Cloze)
        text = self._text.toPlainText()
        return {"text": self.item.text if text == self._first else text, "gaps": gaps}

    def focus_place(self, place: str) -> bool:
        if place in ("text", "gaps"):
            self._text.setFocus()
        return place in ("text", "gaps")

    def _add(self, id_: str) -> None:
        known = self._known.get(id_)
        accepted, options = (known.accepted, known.options) if known else ((), ())
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        fits, listed = Line(_("What fits {gap}").format(gap=id_)), Line(_("List to choose from"))
        fits.setText(BAR.join(accepted))
        listed.setText(BAR.join(options))
        for line in (fits, listed):
            line.changed.connect(lambda _words: self.changed.emit())
        row.addLayout(labelled(_("What fits {gap}").format(gap=id_), fits), 1)
        row.addLayout(labelled(_("List to choose from"), listed), 1)
        self._gaps.addWidget(holder)
        self._fields[id_] = (holder, fits, listed)

    def _on_text(self) -> None:
        """A gap that is new in the text gets its fields; one that went loses them when empty."""
        named = re.findall(r"\[\[([a-z0-9_-]+)\]\]", self._text.toPlainText())
        for id_ in named:
            if id_ not in self._fields:
                self._add(id_)
        for id_, (holder, fits, _listed) in list(self._fields.items()):
            if id_ not in named and not fits.words():
                holder.hide()
                holder.deleteLater()
                del self._fields[id_]
        self.changed.emit()


def lines_of(box: TextBox) -> list[str]:
    """The lines with words in them."""
    return [line.strip() for line in box.toPlainText().split("\n") if line.strip()]


def _parts(line: Line, before: tuple[str, ...]) -> list[str]:
    """The words between the bars; where nothing was typed, as they were."""
    if line.text() == BAR.join(before):
        return list(before)
    return [part.strip() for part in line.text().split("|") if part.strip()]
