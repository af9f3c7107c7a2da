"""The words that show a claim: who says them, in what sense, and a way to take them away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.app.authoring import marking
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.remedies import short
from quizapp.claims import Attribution, Claim, Stance
from quizapp.i18n import N_, _
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.label import Label

MOST_NAME = 16
STANCES = {
    Stance.ASSERTS: N_("says yes"),
    Stance.DENIES: N_("says no"),
    Stance.DOES_NOT_KNOW: N_("does not know"),
}


class EvidenceList(QWidget):
    """One row for each source that speaks. Emits ``changed(what, draft, merge)``.

    ``chosen`` carries the number of the source whose name is to be changed.
    """

    changed = Signal(str, object, str)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._draft: Draft | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_claim(self, draft: Draft, claim: Claim) -> None:
        """Show who says what about it."""
        self._draft = draft
        names = [source.name for a in claim.attributions if (source := draft.source(a.source))]
        told = claim.id, names, [(a.stance, _quoted(draft, a)) for a in claim.attributions]
        if told == self._shown:
            return
        self._shown = told
        while (taken := self._column.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for n, attribution in enumerate(claim.attributions):
            self._column.addWidget(self._row(draft, claim, n, attribution))
        self.setVisible(bool(claim.attributions))

    def _row(self, draft: Draft, claim: Claim, n: int, attribution: Attribution) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        source = draft.source(attribution.source)
        words = Label(f"“{_quoted(draft, attribution)}”", "quote")
        row.addWidget(words, 1)
        if len(claim.attributions) > 1:
            name = Link(short(source.name, MOST_NAME) if source else "", "small")
            name.setToolTip(_("Change this source"))
            name.clicked.connect(lambda: self.chosen.emit(n))
            row.addWidget(name)
        stance = Choices(_("What this source does"), [_(title) for title in STANCES.values()])
        stance.set_words(_(STANCES[attribution.stance]))
        stance.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        stance.setMinimumWidth(90)
        stance.changed.connect(lambda word: self._on_stance(claim.id, n, word))
        row.addWidget(stance)
        gone = Button(_("Take these words away"), "icon", icon="x")
        gone.clicked.connect(lambda: self._on_gone(claim.id, n))
        row.addWidget(gone)
        return holder

    def _on_stance(self, claim: str, n: int, word: str) -> None:
        found = next((s for s, title in STANCES.items() if _(title) == word), None)
        if found is not None and self._draft is not None:
            after = marking.change_attribution(self._draft, claim, n, stance=found)
            self.changed.emit(N_("Change what a source does"), after, "")

    def _on_gone(self, claim: str, n: int) -> None:
        if self._draft is not None:
            after = marking.drop_attribution(self._draft, claim, n)
            self.changed.emit(N_("Take words away"), after, "")


def _quoted(draft: Draft, attribution: Attribution) -> str:
    """The words of the first set, as far as a line shows them."""
    evidence = attribution.evidence
    if evidence.spans:
        return short(" … ".join(span.cut(draft.text) for span in evidence.spans[0]))
    return short(" … ".join(quote.words for some in evidence.quotes[:1] for quote in some))
