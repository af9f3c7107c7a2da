"""What is known about one claim, to be changed: words, standing, source, basis, evidence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.app.authoring import marking
from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.judgement import Judgement
from quizapp.claims import BASES, GLOSSES, Basis, Claim, Standing
from quizapp.i18n import N_, _
from quizapp.text import words
from quizapp.ui import standings
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.studio.claim_details import Details
from quizapp.ui.studio.evidence import EvidenceList
from quizapp.ui.studio.preview import Preview
from quizapp.ui.studio.titles import title_of
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.chips import Chips
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.forms import Line, TextBox, labelled
from quizapp.ui.widgets.label import Hairline, Label
from quizapp.ui.widgets.option_list import Choice, OptionList
from quizapp.ui.widgets.tag import IconLabel

MOST_WORDS, LEAST = 20, 90
KINDS_OF_SOURCE = {
    ("person", True): N_("named person"),
    ("person", False): N_("unnamed person"),
    ("organisation", True): N_("named body"),
    ("organisation", False): N_("unnamed body"),
    ("document", True): N_("named document"),
    ("document", False): N_("unnamed document"),
    ("group", True): N_("named group"),
    ("group", False): N_("unnamed group"),
    ("article", True): N_("own voice"),
    ("article", False): N_("own voice"),
}
BASIS_TITLES = {
    Basis.OWN_ACT: N_("Own act"),
    Basis.RECORD: N_("A record shows it"),
    Basis.WITNESSED: N_("The reporter saw it"),
    Basis.TWO_SOURCES: N_("Two sources agree"),
}


class ClaimEditor(QWidget):
    """Emits ``changed(what, draft, merge)`` for every change, ``done`` when the claim is finished.

    ``item_wanted`` asks for the editor of an item, ``item_shown`` says which one is looked at.
    """

    changed = Signal(str, object, str)
    done = Signal()
    item_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._judgement: Judgement | None = None
        self._id = self._item = ""
        self._n = self._count_of_sources = 0
        self.words = TextBox(_("Claim"), "quote")
        self._count = Label("", "small", tone="text2")
        self._standing = Choices(_("Standing"), [standings.word(s) for s in standings.ORDER])
        self._standing.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._standing.setMinimumWidth(LEAST)
        self.source = Line(_("Source"))
        self._kind = Label("", "small", tone="text2")
        self._rule = Label("", "small", tone="text2", wrap=True)
        self.basis = OptionList(
            tuple(Choice(b.value, _(t), _(BASES[b])) for b, t in BASIS_TITLES.items())
        )
        self.basis.setAccessibleName(_("Why does it count as confirmed?"))
        self.basis.set_compact(True)
        self._ask = Label(_("Why does it count as confirmed?"), "body", weight=600)
        self.evidence = EvidenceList()
        self.details = Details()
        self._more = Link(_("More about this claim"), "small")
        self._items = Chips(_("Items of this claim"))
        self._preview = self.preview = Preview()
        self._edit = Button(_("Edit the item"), "ghost", icon="pencil-ruler")
        self._drop = Button(_("Leave it out"), "ghost", icon="trash-2")
        self._connect()
        self._lay_out()

    def show_claim(
        self, draft: Draft, judgement: Judgement | None, id_: str, names: Sequence[str]
    ) -> None:
        """Show a claim as it stands now; ``names`` are the sources that the article names."""
        claim = draft.claim(id_)
        if claim is None:
            return
        if id_ != self._id:
            self._item = ""
            self.details.hide()
            self._more.show()
        if id_ != self._id or len(claim.attributions) != self._count_of_sources:
            self._count_of_sources = len(claim.attributions)
            self._n = max(0, self._count_of_sources - 1)
        self._draft, self._judgement, self._id = draft, judgement, id_
        self.words.set_words(claim.text)
        self._show_count(claim)
        self._standing.set_words(standings.word(claim.standing.value))
        known = [source.name for source in draft.sources]
        self.source.complete_from(list(dict.fromkeys([*known, *names])))
        self._show_source(draft, claim)
        self._show_basis(claim)
        self._rule.setText(_rule(claim))
        self.evidence.show_claim(draft, claim)
        self.details.show_claim(draft, claim, self._n)
        self._show_items()

    def focus_source(self) -> None:
        """Go to the source, to be typed over."""
        self.source.setFocus(Qt.FocusReason.TabFocusReason)
        self.source.selectAll()

    def focus_basis(self) -> None:
        """Go to the question why it counts as confirmed."""
        self.basis.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_place(self, place: str) -> None:
        """Go to the field that a problem is about."""
        if place in ("basis", "standing"):
            (self.basis if self.basis.isVisibleTo(self) else self._standing).setFocus()
        elif place in ("attributions", "source"):
            self.focus_source()
        else:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the author does

    def _connect(self) -> None:
        self.words.changed.connect(self._on_words)
        self.words.done.connect(self.done)
        self._standing.changed.connect(self._on_standing)
        self.source.changed.connect(self._on_source)
        self.source.done.connect(self.done)
        self.basis.chosen.connect(self._on_basis)
        self.evidence.changed.connect(self.changed)
        self.evidence.chosen.connect(self._on_source_chosen)
        self.details.changed.connect(self.changed)
        self._more.clicked.connect(self._show_more)
        self._items.chosen.connect(self._on_item)
        self._edit.clicked.connect(lambda: self.item_wanted.emit(self._item))
        self._drop.clicked.connect(self._on_drop)

    def _do(self, what: str, command: Any, merge: str = "") -> None:
        if self._draft is not None and self._id:
            self.changed.emit(what, command(self._draft), merge)

    def _on_words(self, text: str) -> None:
        id_, plain = self._id, " ".join(text.split())
        merge = f"claim:{id_}"
        self._do(N_("Reword the claim"), lambda d: marking.change_claim(d, id_, text=plain), merge)

    def _on_standing(self, word: str) -> None:
        found = next((s for s in Standing if standings.word(s.value) == word), None)
        if found is not None:
            id_ = self._id
            self._do(N_("Set the standing"), lambda d: marking.set_standing(d, id_, found))

    def _on_source(self, name: str) -> None:
        id_, n = self._id, self._n
        merge = f"source:{id_}:{n}"
        self._do(N_("Set the source"), lambda d: marking.set_source(d, id_, name, n), merge)

    def _on_source_chosen(self, n: int) -> None:
        self._n = n
        claim = self._draft.claim(self._id) if self._draft is not None else None
        if claim is not None and self._draft is not None:
            self._show_source(self._draft, claim)
            self.details.show_claim(self._draft, claim, n)
            self.focus_source()

    def _on_basis(self, chosen: tuple[str, ...]) -> None:
        if chosen:
            id_, basis = self._id, Basis(chosen[0])
            self._do(N_("Say why it is confirmed"), lambda d: marking.set_basis(d, id_, basis))
            self.done.emit()

    def _on_item(self, id_: str) -> None:
        self._item = id_
        self._show_items()

    def _on_drop(self) -> None:
        from quizapp.app.authoring.asking import remove

        id_, self._item = self._item, ""
        self._do(N_("Leave an item out"), lambda d: remove(d, id_))

    def _show_more(self) -> None:
        self._more.hide()
        self.details.show()
        self.details.focus_first()

    # how it looks

    def _show_count(self, claim: Claim) -> None:
        n = len(words(claim.text))
        text = _("{n} of {most} words").format(n=n, most=MOST_WORDS)
        self._count.setText(text)
        self._count.set_tone("warning" if n > MOST_WORDS else "text2")

    def _show_source(self, draft: Draft, claim: Claim) -> None:
        source = draft.source(claim.attributions[self._n].source) if claim.attributions else None
        self.source.setEnabled(source is not None)
        if not self.source.hasFocus() or source is None:
            self.source.set_words(source.name if source else "")
        told = _(KINDS_OF_SOURCE[source.kind, source.named]) if source else ""
        self._kind.setText(told)

    def _show_basis(self, claim: Claim) -> None:
        wanted = claim.standing is Standing.CONFIRMED
        self._ask.setVisible(wanted)
        self.basis.setVisible(wanted)
        self.basis.set_chosen((claim.basis.value,) if claim.basis else ())

    def _show_items(self) -> None:
        judgement = self._judgement
        items = [] if judgement is None else [
            item for id_ in judgement.asked.get(self._id, ()) if (item := judgement.item(id_))
        ]  # fmt: skip
        if self._item not in {item.id for item in items}:
            self._item = items[0].id if items else ""
        chips = [(item.id, _(title_of(item)), KIND_ICONS[item.kind]) for item in items]
        self._items.show_chips(chips, self._item)
        shown = next((item for item in items if item.id == self._item), None)
        self._preview.show_item(shown)
        self._edit.setVisible(shown is not None)
        self._drop.setVisible(shown is not None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(labelled(_("Claim"), self.words, self._count))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(labelled(_("Standing"), self._standing), 1)
        row.addLayout(labelled(_("Source"), self.source, self._kind), 1)
        column.addLayout(row)
        rule = QHBoxLayout()
        rule.setSpacing(6)
        rule.addWidget(IconLabel("scale"), 0, Qt.AlignmentFlag.AlignTop)
        rule.addWidget(self._rule, 1)
        column.addLayout(rule)
        column.addWidget(self._ask)
        column.addWidget(self.basis)
        column.addWidget(self.evidence)
        column.addWidget(self._more)
        column.addWidget(self.details)
        column.addWidget(Hairline())
        self._lay_out_items(column)
        column.addStretch(1)

    def _lay_out_items(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(_("Items"), "body", weight=600))
        head.addWidget(Label(_("written from this claim"), "small", tone="text2"), 1)
        column.addLayout(head)
        column.addWidget(self._items)
        note = Label(_("key ticked for you only"), "small", tone="text2")
        column.addLayout(labelled(_("As the student sees it"), self._preview, note))
        acts = FlowLayout(spacing=4)
        acts.addWidget(self._edit)
        acts.addWidget(self._drop)
        column.addLayout(acts)


def _rule(claim: Claim) -> str:
    """Which rule gives the standing, or that it was written down against the rules."""
    numbers = {
        Standing.OPINION: 0,
        Standing.CONFIRMED: 1,
        Standing.DISPUTED: 2,
        Standing.DENIED: 3,
        Standing.UNKNOWN: 4,
        Standing.ASSERTED: 5,
        Standing.NOT_STATED: 6,
    }
    if claim.written is not None and claim.written is not claim.derived:
        told = _("Set by hand. The rules give “{standing}”.")
        return told.format(standing=standings.word(claim.derived.value))
    return f"R{numbers[claim.standing]}: {_(GLOSSES[claim.standing])}"
