"""How the parts of the studio share the window: three columns, or two where it is narrow."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.i18n import _
from quizapp.ui.tokens import current
from quizapp.ui.widgets.buttons import NavButton
from quizapp.ui.widgets.label import Hairline

ARTICLE, CLAIMS, PROBLEMS = 470, 326, 150
NARROW, LOW = 1130, 680


class Panes(QWidget):
    """Article, claims, editor, and the problems below them.

    Where the window has no room for three columns, claims and editor take turns as tabs; where it
    is low, the problems have less. ``narrowed`` says which it is.
    """

    narrowed = Signal(bool)

    def __init__(
        self,
        article: QWidget,
        claims: QWidget,
        editor: QWidget,
        problems: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._claims, self._editor = article, claims, editor
        self._problems = problems
        self._narrow = False
        self._at_editor = True
        self._tabs = QWidget()
        self._to_claims, self._to_editor = NavButton(_("Claims")), NavButton(_("Editor"))
        self._to_claims.clicked.connect(self.show_claims)
        self._to_editor.clicked.connect(self.show_editor)
        self._between = Hairline(upright=True)
        self._lay_out()
        self.arrange()

    def show_editor(self) -> None:
        """Let the editor be seen."""
        self._at_editor = True
        self.arrange()

    def show_claims(self) -> None:
        """Let the list be seen."""
        self._at_editor = False
        self.arrange()

    def next_pane(self) -> None:
        """Give the keyboard to the next part."""
        panes = [p for p in (self._article, self._claims, self._editor, self._problems)
                 if p.isVisible()]  # fmt: skip
        focus: QWidget | None = self.window().focusWidget()
        places = (n for n, p in enumerate(panes) if focus is not None and p.isAncestorOf(focus))
        here = next(places, -1)
        target = panes[(here + 1) % len(panes)]
        widgets = [w for w in target.findChildren(QWidget) if w.isVisible()]
        tab = Qt.FocusPolicy.TabFocus
        for widget in widgets:
            if widget.focusPolicy() & tab and widget.isEnabled():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def arrange(self) -> None:
        """Fit the parts to the window and to the size of the text."""
        theme = current()
        grown = 1 + 0.6 * (theme.scale - 1)
        self._narrow = self.width() < NARROW * grown
        low = self.height() < LOW
        self._problems.setFixedHeight(round((92 if low else PROBLEMS) * grown))
        self._tabs.setVisible(self._narrow)
        self.narrowed.emit(self._narrow)
        self._between.setVisible(not self._narrow)
        self._claims.setVisible(not self._narrow or not self._at_editor)
        self._editor.setVisible(not self._narrow or self._at_editor)
        self._to_editor.setChecked(self._at_editor)
        self._to_claims.setChecked(not self._at_editor)
        if self._narrow:
            half = self.width() // 2
            self._article.setFixedWidth(half)
            self._claims.setMinimumWidth(0)
            self._claims.setMaximumWidth(self.width())
        else:
            self._article.setFixedWidth(round(ARTICLE * grown))
            self._claims.setFixedWidth(round(CLAIMS * grown))

    def _lay_out(self) -> None:
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(12, 8, 12, 0)
        tabs.addWidget(self._to_claims)
        tabs.addWidget(self._to_editor)
        tabs.addStretch(1)
        inner = QHBoxLayout()
        inner.setSpacing(0)
        inner.addWidget(self._claims)
        inner.addWidget(self._between)
        inner.addWidget(self._editor, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._tabs)
        right.addLayout(inner, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._article)
        row.addWidget(Hairline(upright=True))
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Hairline())
        column.addWidget(self._problems)
