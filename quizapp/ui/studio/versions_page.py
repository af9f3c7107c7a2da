"""Two versions of a bank side by side, and the way back to an older one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.app.banking import Version
from quizapp.bank.versions import Change
from quizapp.i18n import _, n_
from quizapp.ui.dates import local_day, local_time
from quizapp.ui.studio.sheet import Sheet, empty
from quizapp.ui.widgets.buttons import Button
from quizapp.ui.widgets.card import Card, StateCard
from quizapp.ui.widgets.field import Choices
from quizapp.ui.widgets.label import Hairline, Label

Compare = Callable[[str, str], Sequence[Change]]


class VersionsPage(Sheet):
    """``compare`` gives what changed between two versions, by their hashes.

    ``back_wanted`` carries the hash of the version that is to be the draft again.
    """

    back_wanted = Signal(str)

    def __init__(
        self,
        title: str,
        versions: Sequence[Version],
        compare: Compare,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Versions of “{title}”").format(title=title), parent)
        self._versions = {_named(version): version for version in reversed(versions)}
        self._compare = compare
        names = list(self._versions)
        self._old, self._new = Choices(_("Before"), names), Choices(_("After"), names)
        self._old.set_words(names[1] if len(names) > 1 else names[0] if names else "")
        self._new.set_words(names[0] if names else "")
        for choices in (self._old, self._new):
            choices.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            choices.setMinimumWidth(90)
            choices.changed.connect(lambda _word: self._show())
        self._back = Button(_("Go back to the version on the left"), "secondary", icon="undo-2")
        self._back.clicked.connect(self._on_back)
        self._card = QVBoxLayout()
        self._lay_out()
        self._show()

    def _show(self) -> None:
        empty(self._card)
        old, new = (self._versions.get(c.words()) for c in (self._old, self._new))
        self._back.setEnabled(old is not None)
        if old is None or new is None:
            text = _("Save the bank twice, and the two saves can be compared here.")
            self._card.addWidget(StateCard(_("There is one version only"), text))
            return
        changes = self._compare(old.sha256, new.sha256)
        if not changes:
            self._card.addWidget(StateCard(_("Nothing differs"), _("Both say the same.")))
            return
        self._card.addWidget(_table(changes))

    def _on_back(self) -> None:
        if (old := self._versions.get(self._old.words())) is not None:
            self.back_wanted.emit(old.sha256)

    def _lay_out(self) -> None:
        self.bar.row.addWidget(self._back)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._old, 1)
        row.addWidget(self._new, 1)
        self.column.addLayout(row)
        self.column.addLayout(self._card)
        self.column.addStretch(1)
        self.setFocusProxy(self._old)


def _named(version: Version) -> str:
    """A version as the list shows it."""
    items = n_("{n} item", "{n} items", version.items).format(n=version.items)
    when = f"{local_day(version.at)}, {local_time(version.at)}"
    now = _(" · in the folder now") if version.current else ""
    return f"{version.n} · {when} · {items}{now}"


def _table(changes: Sequence[Change]) -> Card:
    """Each change: what it is, and the words before and after it side by side."""
    card = Card()
    grid = QGridLayout(card)
    grid.setContentsMargins(20, 14, 20, 14)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for n, change in enumerate(changes):
        row = 3 * n
        if n:
            grid.addWidget(Hairline(), row, 0, 1, 2)
        if change.before and change.after:
            name = _("{kind}: {id}").format(kind=_kind(change), id=change.id)
            grid.addWidget(Label(name.strip(": "), "small", tone="text2"), row + 1, 0, 1, 2)
            grid.addWidget(Label(change.before, "body", tone="text2", wrap=True), row + 2, 0)
            grid.addWidget(Label(change.after, "body", wrap=True), row + 2, 1)
        else:
            grid.addWidget(Label(change.text(), "body", wrap=True), row + 1, 0, 2, 2)
    return card


def _kind(change: Change) -> str:
    """What was changed, in a word or two."""
    kinds = {
        "item": _("Question"),
        "claim": _("Claim"),
        "article": _("Article"),
        "source": _("Source"),
        "trade": _("Trade-off"),
        "rater": _("Key"),
        "bank": _("Bank"),
        "order": _("Order"),
    }
    return kinds.get(change.what.partition("-")[0], "")
