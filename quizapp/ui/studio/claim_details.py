"""What is rarely needed about a claim: its source, condition, hedge, reason, a second reading."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from quizapp.app.authoring import marking
from quizapp.app.authoring.draft import Draft
from quizapp.claims import Claim, Standing
from quizapp.i18n import N_, _
from quizapp.ui import standings
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.forms import Line, labelled

# field of a claim: its name, and an example that says what it is for
FIELDS = {
    "condition": (N_("Condition"), N_("such as “if Kyiv asks”")),
    "hedge": (N_("Hedge"), N_("such as “could”")),
    "would_know": (N_("Who or what would settle it"), N_("such as “the town engineer”")),
    "asked": (N_("Who was asked"), N_("where nobody had an answer")),
    "as_of": (N_("Date for which it speaks"), N_("such as “12 March 2026”")),
    "why": (N_("Reason, shown with the feedback"), N_("in a sentence")),
}
KINDS = ("person", "organisation", "document", "group", "article")
KIND_TITLES = (
    N_("Person"),
    N_("Organisation"),
    N_("Document or data"),
    N_("Group"),
    N_("The article itself"),
)


class Details(QWidget):
    """Emits ``changed(what, draft, merge)``."""

    changed = Signal(str, object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._claim: Claim | None = None
        self._n = 0
        self._lines = {name: Line(_(title)) for name, (title, _hint) in FIELDS.items()}
        for name, line in self._lines.items():
            line.setPlaceholderText(_(FIELDS[name][1]))
            line.changed.connect(lambda words, name=name: self._on_line(name, words))
        self._also = Choices(_("A second reading"), [standings.word(s) for s in standings.ORDER])
        self._also.changed.connect(self._on_also)
        self._kind = Choices(_("Kind of source"), [_(title) for title in KIND_TITLES])
        self._kind.changed.connect(self._on_kind)
        self._named = Choices(_("Is the source named?"), [_("Named"), _("Not named")])
        self._named.changed.connect(self._on_named)
        self._role = Line(_("What puts the source in a position to know"))
        self._role.changed.connect(
            lambda words: self._on_source(N_("Describe a source"), role=words)
        )
        self._delete = Button(_("Delete the claim"), "ghost", icon="trash-2")
        self._delete.clicked.connect(self._on_delete)
        self._lay_out()
        self.hide()

    def show_claim(self, draft: Draft, claim: Claim, n: int = 0) -> None:
        """Show what is known of the claim, and of its ``n``-th source."""
        self._draft, self._claim, self._n = draft, claim, n
        for name, line in self._lines.items():
            line.set_words(getattr(claim, name))
        self._also.set_words(standings.word(claim.also.value) if claim.also else "")
        source = draft.source(claim.attributions[n].source) if claim.attributions else None
        for field in (self._kind, self._named, self._role):
            field.setEnabled(source is not None)
        if source is not None:
            self._kind.set_words(_(KIND_TITLES[KINDS.index(source.kind)]))
            self._named.set_words(_("Named") if source.named else _("Not named"))
            self._role.set_words(source.role)

    def focus_first(self) -> None:
        """Go to the first field."""
        self._lines["condition"].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_line(self, name: str, words: str) -> None:
        if self._draft is not None and self._claim is not None:
            after = marking.change_claim(self._draft, self._claim.id, **{name: words})
            merge = f"{name}:{self._claim.id}"
            self.changed.emit(N_("Describe the claim"), after, merge)

    def _on_also(self, word: str) -> None:
        also = next((s for s in Standing if standings.word(s.value) == word), None)
        if self._draft is not None and self._claim is not None:
            after = marking.change_claim(self._draft, self._claim.id, also=also)
            self.changed.emit(N_("Accept a second reading"), after, "")

    def _on_kind(self, word: str) -> None:
        kinds = {_(title): kind for kind, title in zip(KINDS, KIND_TITLES, strict=True)}
        if word in kinds:
            self._on_source(N_("Say what a source is"), kind=kinds[word])

    def _on_named(self, word: str) -> None:
        self._on_source(N_("Say whether a source is named"), named=word == _("Named"))

    def _on_source(self, what: str, **fields: Any) -> None:
        if self._draft is not None and self._claim is not None and self._claim.attributions:
            id_ = self._claim.attributions[self._n].source
            after = marking.change_source(self._draft, id_, **fields)
            self.changed.emit(what, after, f"{'-'.join(fields)}:{id_}")

    def _on_delete(self) -> None:
        if self._draft is not None and self._claim is not None:
            after = marking.delete_claim(self._draft, self._claim.id)
            self.changed.emit(N_("Delete the claim"), after, "")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        fields: list[tuple[str, QWidget]] = [
            (_(FIELDS[name][0]), line) for name, line in self._lines.items()
        ]
        fields += [
            (_("A second reading, as defensible"), self._also),
            (_("Kind of source"), self._kind),
            (_("Is the source named?"), self._named),
            (_("What puts it in a position to know"), self._role),
        ]
        for n, (title, field) in enumerate(fields):
            grid.addLayout(labelled(title, field), n // 2, n % 2)
        grid.addWidget(self._delete, len(fields) // 2, 0, 1, 2)
