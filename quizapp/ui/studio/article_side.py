"""The left of the studio: title and citation, the article, and what can be done in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.draft import Draft, spans_of
from quizapp.i18n import _, n_
from quizapp.ui.studio.article import StudioArticle
from quizapp.ui.studio.article_lines import Underlined
from quizapp.ui.studio.find import FindBar
from quizapp.ui.studio.suggesting import Open
from quizapp.ui.tokens import current
from quizapp.ui.widgets.bar import Foot
from quizapp.ui.widgets.buttons import Button, Link
from quizapp.ui.widgets.label import Label


class ArticleSide(QWidget):
    """Shows the article of a draft with its claims and the suggestions that are open."""

    bank_wanted = Signal()
    next_wanted = Signal()
    replace_wanted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article = StudioArticle()
        self._title = Label("", "head", wrap=True)
        self._cites = Label("", "small", tone="text2")
        self._about = Link(_("About the bank"), "small")
        self._about.clicked.connect(self.bank_wanted)
        self._count = Link("", "small")
        self._count.clicked.connect(self.next_wanted)
        self._keys = Label("", "small", tone="text2")
        self._edit = Button(_("Correct the text"), "icon", icon="text-cursor-input")
        self._edit.setCheckable(True)
        self._edit.setToolTip(_("Correct the text (Ctrl+E)"))
        self._edit.clicked.connect(self.toggle_editing)
        self.finder = FindBar()
        self.finder.replace_wanted.connect(self.replace_wanted)
        self.finder.shown.connect(self.article.select)
        self.finder.left.connect(self._on_find_left)
        self._lay_out()
        self._say_keys()

    def show_draft(self, draft: Draft, current_claim: str, suggestions: Sequence[Open]) -> None:
        """Show the article as it stands."""
        self.article.show_text(draft.text)
        claims = [Underlined(c.id, c.standing.value, tuple(spans_of(c))) for c in draft.claims]
        self.article.show_marks(claims, [one.span for one in suggestions])
        self.article.set_current(current_claim)
        if self._title.text() != draft.title:
            self._title.setText(draft.title)
        lacking = _("Where does it come from?")
        self._cites.setText(draft.article.credit if draft.cites else lacking)
        self._cites.set_tone("text2" if draft.cites else "error")
        n = len(suggestions)
        told = n_("{n} suggestion", "{n} suggestions", n).format(n=n)
        if told != self._count.accessibleName():
            self._count.set_text(told)
        self._count.setVisible(n > 0)
        self.finder.show_text(draft.text)

    def toggle_editing(self) -> None:
        """Let keys type in the article, or mark it."""
        on = not self.article.editing
        self.article.set_editing(on)
        self._edit.setChecked(on)
        self._say_keys()
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_find(self) -> None:
        """Find words in the article, and replace them."""
        selected = self.article.selected()
        words = selected.cut(self.article.toPlainText()) if selected else ""
        self.finder.open(words if "\n" not in words else "")

    def _on_find_left(self) -> None:
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_keys(self) -> None:
        self._keys.setText(
            _("Keys type · Esc marks again")
            if self.article.editing
            else _("Space next · 1–7 standing · Tab source · Enter on")
        )

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(68 + current().grow(16) - 16, 18, 32, 6)
        head.setSpacing(4)
        head.addWidget(self._title)
        row = QHBoxLayout()
        row.addWidget(self._cites, 1)
        row.addWidget(self._about)
        head.addLayout(row)
        foot = Foot(paper=True, sides=20)
        foot.row.addWidget(self._count)
        foot.row.addStretch(1)
        foot.row.addWidget(self._keys)
        foot.row.addWidget(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.article, 1)
        column.addWidget(self.finder)
        column.addWidget(foot)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
