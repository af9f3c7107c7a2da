"""What is said about the bank and its article, and whether the article is a good choice."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.gate import Fitness
from quizapp.i18n import N_, _
from quizapp.items import SKILLS
from quizapp.report.result import SKILL_TITLES
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.forms import Line, TextBox, labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.tag import IconLabel

# field of the draft: its name, an example, and what undo calls the change
FIELDS: dict[str, tuple[str, str, str]] = {
    "title": (N_("Title"), N_("as students see it"), N_("Change the title")),
    "cites": (
        N_("Where the article comes from"),
        N_("author, publisher, date, address"),
        N_("Cite the article"),
    ),
    "as_of": (
        N_("Date for which it speaks"),
        N_("such as “12 March 2026”"),
        N_("Date the article"),
    ),
    "article_licence": (
        N_("Licence of the article"),
        N_("if not the bank’s"),
        N_("Name the article’s licence"),
    ),
    "licence": (
        N_("Licence of the bank"),
        N_("such as CC-BY-4.0"),
        N_("Choose a licence"),
    ),
    "language": (N_("Language"), N_("such as en or uk"), N_("Choose the language")),
}


class BankEditor(QWidget):
    """Emits ``changed(what, draft, merge)``."""

    changed = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self.lines = {name: Line(_(title)) for name, (title, _hint, _what) in FIELDS.items()}
        for name, line in self.lines.items():
            line.setPlaceholderText(_(FIELDS[name][1]))
            line.changed.connect(lambda words, name=name: self._on_line(name, words))
        self._about = TextBox(_("About the bank"), rows=3, lines=True)
        self._about.changed.connect(lambda words: self._change("about", words, N_("Describe it")))
        self._skills = OptionList(
            tuple(Choice(skill, _(SKILL_TITLES[skill])) for skill in SKILLS), multiple=True
        )
        self._skills.setAccessibleName(_("What it trains"))
        self._skills.set_compact(True)
        self._skills.set_columns(2)
        self._skills.chosen.connect(
            lambda ids: self._change("skills", tuple(ids), N_("Say what it trains"))
        )
        self._gate = Card()
        self._points = QVBoxLayout(self._gate)
        self._points.setContentsMargins(16, 12, 16, 12)
        self._points.setSpacing(8)
        self._gate.hide()
        self._lay_out()

    def show_draft(self, draft: Draft) -> None:
        """Show what is said about the bank now."""
        self._draft = draft
        for name, line in self.lines.items():
            line.set_words(getattr(draft, name))
        self._about.set_words(draft.about)
        self._skills.set_chosen(draft.skills)

    def show_fitness(self, fitness: Fitness) -> None:
        """Say whether the article is a good choice, and why not."""
        while (taken := self._points.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._points.addWidget(Label(fitness.verdict, "body", weight=600, wrap=True))
        for point in fitness.points:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            icon, tone = ("check", "text2") if point.good else ("triangle-alert", "warning")
            row.addWidget(IconLabel(icon, tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(point.what, "body", weight=500, wrap=True))
            words.addWidget(Label(point.why, "small", tone="text2", wrap=True))
            row.addLayout(words, 1)
            self._points.addWidget(holder)
        self._gate.show()
        self._gate.setAccessibleName(fitness.verdict)

    def focus_place(self, place: str) -> None:
        """Go to the field that a problem is about."""
        line = self.lines.get(place)
        (line or self.lines["title"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_line(self, name: str, words: str) -> None:
        self._change(name, words, FIELDS[name][2])

    def _change(self, name: str, value: Any, what: str) -> None:
        if self._draft is not None and getattr(self._draft, name) != value:
            merge = f"bank:{name}" if isinstance(value, str) else ""
            self.changed.emit(what, replace(self._draft, **{name: value}), merge)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(Label(_("The bank"), "body", weight=600))
        column.addWidget(self._gate)
        for name in ("title", "cites"):
            column.addLayout(labelled(_(FIELDS[name][0]), self.lines[name]))
        for names in (("as_of", "article_licence"), ("language", "licence")):
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addLayout(labelled(_(FIELDS[name][0]), self.lines[name]), 1)
            column.addLayout(row)
        column.addLayout(labelled(_("About the bank"), self._about))
        column.addLayout(labelled(_("What it trains"), self._skills))
        column.addStretch(1)
