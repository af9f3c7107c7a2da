"""Which claims of the article a question asks about; one from elsewhere asks about none yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.app.authoring.remedies import short
from quizapp.claims import ClaimMap
from quizapp.i18n import _
from quizapp.ui.editors.claimed import kept_order
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.option_list import Choice, OptionList


class ClaimsField(QWidget):
    """Says which they are; the list of all claims is made when it is opened. Emits ``changed``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: tuple[str, ...] = ()
        self._texts: dict[str, str] = {}
        self._list: OptionList | None = None
        self._told = Label("", "body", wrap=True)
        self._open = Link(_("Choose the claims"), "small")
        self._open.clicked.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._told)
        self._column.addWidget(self._open)
        self.setFocusProxy(self._open)

    def show_claims(self, claims: ClaimMap, chosen: tuple[str, ...]) -> None:
        """Show another question, with the list closed."""
        self._close()
        self._texts = {claim.id: claim.text for claim in claims.claims}
        self._chosen = chosen
        self._open.setVisible(bool(self._texts))
        self._tell()

    def record(self) -> list[str]:
        """The ids of the claims, in their order."""
        return list(self._chosen)

    def _tell(self) -> None:
        named = [f"“{short(self._texts.get(id_, id_))}”" for id_ in self._chosen]
        self._told.setText("\n".join(named) or _("None: no words of the article decide it."))

    def _toggle(self) -> None:
        if self._list is not None:
            self._close()
            return
        choices = tuple(Choice(id_, text) for id_, text in self._texts.items())
        self._list = OptionList(choices, multiple=True)
        self._list.setAccessibleName(_("Claims it asks about"))
        self._list.set_compact(True)
        self._list.set_chosen(self._chosen)
        self._list.chosen.connect(self._on_chosen)
        self._column.addWidget(self._list)
        self._open.set_text(_("Done"))

    def _close(self) -> None:
        if self._list is not None:
            self._column.removeWidget(self._list)
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        self._open.set_text(_("Choose the claims"))

    def _on_chosen(self, ids: tuple[str, ...]) -> None:
        self._chosen = tuple(kept_order(self._chosen, tuple(ids)))
        self._tell()
        self.changed.emit()
