"""Both keys of a bank side by side: how far they agree, and a decision for each difference."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring import marking
from quizapp.app.authoring.draft import Draft
from quizapp.bank import Bank, Rater
from quizapp.bank.agreement import Agreement, Difference, agreement, differences
from quizapp.i18n import N_, _, n_
from quizapp.ui import standings
from quizapp.ui.studio.sheet import Sheet, empty
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.forms import Line
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.tag import StandingTag

Get = Callable[[], tuple[Draft, Bank]]


class Agreeing(Sheet):
    """Emits ``changed(what, draft)`` for each decision, ``key_wanted(name)`` to let somebody key.

    ``get`` gives the draft and its bank as they stand.
    """

    changed = Signal(str, object)
    key_wanted = Signal(str)

    def __init__(self, get: Get, parent: QWidget | None = None) -> None:
        super().__init__(_("Two readers"), parent)
        self._get = get
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self._name = Line(_("Name of the second reader"))
        self._name.setPlaceholderText(_("Name of the second reader"))
        self._name.done.connect(self._on_key)
        self._begin = Button(_("Key the claims blind"), "primary", icon="users")
        self._begin.clicked.connect(self._on_key)
        self._lay_out()
        self.show_keys()

    def show_keys(self) -> None:
        """Show how far the keys agree now, and what is still open."""
        empty(self._body)
        draft, bank = self._get()
        if not bank.raters:
            told = _("Let somebody else say how each claim stands, without seeing your key.")
            self._body.addWidget(StateCard(_("Nobody else has keyed this bank yet"), told))
            return
        self._body.addWidget(_summary(agreement(bank)))
        open_ = differences(bank)
        if not open_:
            told = _("Every claim accepts what its readers said.")
            self._body.addWidget(StateCard(_("Nothing is left to decide"), told))
        for one in open_:
            self._body.addWidget(self._card(draft, one))

    def _card(self, draft: Draft, one: Difference) -> Card:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        claim = draft.claim(one.claim)
        column.addWidget(Label(f"“{claim.text if claim else one.claim}”", "quote", wrap=True))
        keys = QHBoxLayout()
        keys.setSpacing(12)
        for rater, standing in one.keys:
            keys.addWidget(Label(rater, "small", tone="text2"))
            keys.addWidget(StandingTag(standing.value))
        keys.addStretch(1)
        column.addLayout(keys)
        column.addWidget(Hairline())
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for name, act in self._decisions(draft, one):
            button = Button(name, "secondary")
            button.clicked.connect(act)
            acts.addWidget(button)
        acts.addStretch(1)
        column.addLayout(acts)
        return card

    def _decisions(self, draft: Draft, one: Difference) -> list[tuple[str, Callable[[], None]]]:
        own, other = one.keys[0][1], one.keys[-1][1]
        found: list[tuple[str, Callable[[], None]]] = []
        if not one.open:
            both = marking.change_claim(draft, one.claim, also=other)
            found.append((_("Accept both"), lambda: self._do(N_("Accept both readings"), both)))
        theirs = marking.set_standing(draft, one.claim, other)
        word = _("Let it be {standing}").format(standing=standings.word(other.value).lower())
        found.append((word, lambda: self._do(N_("Take the other reading"), theirs)))
        agreed = _agreed(draft, one.claim, own.value)
        word = _("We agreed on {standing}").format(standing=standings.word(own.value).lower())
        found.append((word, lambda: self._do(N_("Agree on the first reading"), agreed)))
        return found

    def _do(self, what: str, after: Draft) -> None:
        self.changed.emit(what, after)
        self.show_keys()

    def _on_key(self) -> None:
        if self._name.words():
            self.key_wanted.emit(self._name.words())
        else:
            self._name.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._begin)
        self.column.addLayout(row)
        self.column.addLayout(self._body)
        self.column.addStretch(1)
        self.setFocusProxy(self._name)


def _summary(found: Agreement) -> Card:
    """How far they agree, in counts first."""
    card = Card(soft=True)
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 14, 20, 14)
    column.setSpacing(4)
    told = n_("{same} of {n} claim alike", "{same} of {n} claims alike", found.n)
    column.addWidget(Label(told.format(same=found.same, n=found.n), "card_title"))
    if found.alpha is not None:
        text = _("Krippendorff’s α is {alpha:.2f}: 1 would be always, 0 no more than by chance.")
        line = text.format(alpha=float(found.alpha)).replace("-", "−")
        column.addWidget(Label(line, "small", tone="text2", wrap=True))
    return card


def _agreed(draft: Draft, claim: str, standing: str) -> Draft:
    """The draft in which every reader gave the claim this standing, after they talked."""

    def with_it(rater: Rater) -> Rater:
        pairs = ((id_, standing if id_ == claim else given) for id_, given in rater.standings)
        return replace(rater, standings=tuple(pairs))

    return replace(draft, raters=tuple(map(with_it, draft.raters)))
