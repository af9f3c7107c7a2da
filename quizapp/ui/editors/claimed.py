"""Editors of the kinds whose key follows from the claim map."""

from typing import Any

from PySide6.QtWidgets import QSizePolicy

from quizapp.i18n import N_, _
from quizapp.items import EvidenceItem, Match
from quizapp.ui.editors.base import ItemForm
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.forms import labelled
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList

LEAST = 90
SELECTS = {"sentences": N_("Whole sentences"), "words": N_("The exact words")}


class _OneClaim(ItemForm):
    """The claim that is asked about; its standing and its words are the key."""

    NOTE = N_("The key follows from the claim, and changes with it.")

    def build(self) -> None:
        self._texts = {claim.id: claim.text for claim in self.claims.claims}
        self._claim = Choices(_("Claim"), list(self._texts.values()))
        asked = self.item.claims[0] if self.item.claims else ""
        self._claim.set_words(self._texts.get(asked, ""))
        narrow(self._claim)
        self._claim.changed.connect(lambda _word: self.changed.emit())
        self.column.addLayout(labelled(_("Claim"), self._claim))
        self.column.addWidget(Label(_(self.NOTE), "small", tone="text2", wrap=True))

    def common(self) -> dict[str, Any]:
        word = self._claim.words()
        if len(self.item.claims) > 1 or word == self._texts.get("".join(self.item.claims[:1]), ""):
            return {}
        found = [id_ for id_, text in self._texts.items() if text == word]
        return {"claims": found[:1]}

    def focus_place(self, place: str) -> bool:
        if place == "claims":
            self._claim.setFocus()
        return place == "claims"


class StandingForm(_OneClaim):
    """Asks how a claim stands."""


class StandingWithEvidenceForm(_OneClaim):
    """Asks how it stands, and for the words that show it."""


class EvidenceForm(_OneClaim):
    """Asks for the words that show it."""

    SHOWS = frozenset({"select"})

    def build(self) -> None:
        super().build()
        assert isinstance(self.item, EvidenceItem)
        self._select = Choices(_("Students mark"), [_(title) for title in SELECTS.values()])
        self._select.set_words(_(SELECTS[self.item.select]))
        self._select.changed.connect(lambda _word: self.changed.emit())
        self.column.addLayout(labelled(_("Students mark"), self._select))

    def record(self) -> dict[str, Any]:
        word = self._select.words()
        found = next((id_ for id_, title in SELECTS.items() if _(title) == word), "sentences")
        return {} if found == "sentences" else {"select": found}


class MatchForm(ItemForm):
    """Which claims are given to their sources, and which sources are there for show."""

    SHOWS = frozenset({"sources"})

    def build(self) -> None:
        assert isinstance(self.item, Match)
        self._claims = self._list(
            _("Claims"), [(c.id, c.text) for c in self.claims.claims], self.item.claims
        )
        self._sources = self._list(
            _("Sources that say none of it"),
            [(s.id, s.name) for s in self.claims.sources],
            self.item.sources,
        )

    def _list(self, name: str, rows: list[tuple[str, str]], chosen: tuple[str, ...]) -> OptionList:
        options = OptionList(tuple(Choice(id_, text) for id_, text in rows), multiple=True)
        options.setAccessibleName(name)
        options.set_compact(True)
        options.set_chosen(chosen)
        options.chosen.connect(lambda _ids: self.changed.emit())
        self.column.addLayout(labelled(name, options))
        return options

    def record(self) -> dict[str, Any]:
        assert isinstance(self.item, Match)
        ids = kept_order(self.item.sources, self._sources.chosen_ids())
        return {"sources": ids} if ids else {}

    def common(self) -> dict[str, Any]:
        return {"claims": kept_order(self.item.claims, self._claims.chosen_ids())}


class CategoriseForm(ItemForm):
    """Which trade-off is sorted."""

    def build(self) -> None:
        self._questions = {t.id: t.question for t in self.claims.trade_offs}
        self._which = Choices(_("Trade-off"), list(self._questions.values()))
        self._which.set_words(self._questions.get(self.item.trade_off, ""))
        narrow(self._which)
        self._which.changed.connect(lambda _word: self.changed.emit())
        self.column.addLayout(labelled(_("Trade-off"), self._which))

    def common(self) -> dict[str, Any]:
        word = self._which.words()
        if word == self._questions.get(self.item.trade_off, ""):
            return {}
        found = next((id_ for id_, text in self._questions.items() if text == word), "")
        return {"trade_off": found}


def narrow(choices: Choices) -> None:
    """Let a field of long texts be as narrow as its pane."""
    choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    choices.setMinimumWidth(LEAST)


def kept_order(before: tuple[str, ...], chosen: tuple[str, ...]) -> list[str]:
    """What is chosen in the order that it had, new ones behind; what is not listed stays."""
    return [*(id_ for id_ in before if id_ in chosen), *(c for c in chosen if c not in before)]
