"""The claims of a draft as a list: how each stands, who says it, its items, its problems."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.judgement import Judgement
from quizapp.claims import Claim, Standing
from quizapp.i18n import N_, _, n_
from quizapp.items import KINDS
from quizapp.ui import icons, standings
from quizapp.ui.studio.items_list import ItemsList
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.buttons import Button, NavButton
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box, elided, line, width_of, write

ROW = 66
EMPTY = N_("Select words in the article and press 1 to 7: that makes a claim.")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim. ``alarm`` is ``error``, ``warning`` or nothing."""

    id: str
    text: str
    standing: str
    who: str
    items: int
    alarm: str

    def about(self) -> str:
        """Standing and source in a line."""
        return f"{standings.word(self.standing)} · {self.who}"

    def counted(self) -> str:
        """The number of items in words."""
        return n_("{n} item", "{n} items", self.items).format(n=self.items)

    def spoken(self) -> str:
        """The whole row in words."""
        alarms = {"error": _("There is an error."), "warning": _("There is a warning."), "": ""}
        return f"{self.text} {self.about()}, {self.counted()}. {alarms[self.alarm]}".strip()


class ClaimsPane(QWidget):
    """Claims and items as two lists, one at a time.

    ``chosen`` comes with the id of a claim, ``item_wanted`` with that of an item, ``item_added``
    with the kind of a new one.
    """

    chosen = Signal(str)
    opened = Signal(str)
    item_wanted = Signal(str)
    item_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to_claims, self._to_items = NavButton(_("Claims")), NavButton(_("Items"))
        self._add = Button(_("Add an item"), "icon", icon="plus")
        self._add.clicked.connect(self._offer_kinds)
        self.items = ItemsList()
        self.items.opened.connect(self.item_wanted)
        self.list: RowList[ClaimRow] = RowList(
            _("Claims"), _paint, lambda: current().grow(ROW), ClaimRow.spoken
        )
        self.list.chosen.connect(lambda n: self.chosen.emit(self.list.rows()[n].id))
        self.list.entered_row.connect(lambda n: self.opened.emit(self.list.rows()[n].id))
        self._stack = QStackedWidget()
        self._to_claims.clicked.connect(lambda: self._stack.setCurrentWidget(self.list))
        self._to_items.clicked.connect(lambda: self._stack.setCurrentWidget(self.items.list))
        head = QHBoxLayout()
        head.setContentsMargins(8, 10, 12, 4)
        head.setSpacing(4)
        head.addWidget(self._to_claims)
        head.addWidget(self._to_items)
        head.addStretch(1)
        head.addWidget(self._add)
        self._none = Label(_(EMPTY), "body", tone="text2", wrap=True)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.items.list)
        self._to_claims.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self._stack, 1)
        column.setAlignment(self._none, Qt.AlignmentFlag.AlignHCenter)

    def _offer_kinds(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, class_ in KINDS.items():
            act = menu.addAction(_(class_.title))
            act.triggered.connect(lambda _on=False, kind=kind: self.item_added.emit(kind))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def show_draft(self, draft: Draft, judgement: Judgement | None, chosen: str) -> None:
        """Show the claims as they stand now; items and problems as they were judged last."""
        asked = judgement.asked if judgement else {}
        alarms = _alarms(judgement)
        rows = tuple(
            ClaimRow(
                claim.id,
                claim.text,
                claim.standing.value,
                who_says(draft, claim),
                len(asked.get(claim.id, ())),
                alarms.get(claim.id, ""),
            )
            for claim in draft.claims
        )
        items = len(judgement.items) if judgement else 0
        self._to_claims.set_text(_("Claims {n}").format(n=len(rows)))
        self._to_items.set_text(_("Items {n}").format(n=items))
        self._none.setVisible(not rows)
        if judgement is not None:
            self.items.show_judgement(judgement)
        self.list.show_rows(rows, next((n for n, r in enumerate(rows) if r.id == chosen), -1))


def who_says(draft: Draft, claim: Claim) -> str:
    """The sources of a claim in a few words."""
    if claim.standing is Standing.NOT_STATED:
        return _("foil, no source")
    ids = dict.fromkeys(attribution.source for attribution in claim.attributions)
    names = [source.name for id_ in ids if (source := draft.source(id_))]
    return " / ".join(names) or _("nobody yet")


def _alarms(judgement: Judgement | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for trouble in judgement.troubles if judgement else ():
        if trouble.claim and found.get(trouble.claim) != "error":
            found[trouble.claim] = "error" if trouble.error else "warning"
    return found


def _paint(
    painter: QPainter, rect: QRectF, row: ClaimRow, chosen: bool, hover: bool, theme: Theme
) -> None:
    inner = rect.adjusted(8, 2, -8, -2)
    if chosen:
        edge = theme.accent if theme.high_contrast else ""
        box(painter, inner, theme.accent_soft, edge, theme.chosen)
    elif hover:
        box(painter, inner, theme.sunken, "", 0)
    else:
        line(
            painter, rect.x() + 20, rect.bottom() - 1, rect.right() - 20, rect.bottom(), theme.line
        )
    size, x, right = theme.grow(16), rect.x() + 20, rect.right() - 20
    upper = QRectF(x, rect.y() + 8, right - x, rect.height() / 2 - 8)
    lower = QRectF(x, rect.center().y(), right - x, rect.height() / 2 - 8)
    icon, color = standings.icon(row.standing), theme.standings[row.standing]
    icons.draw(painter, icon, x, upper.center().y() - size / 2, size, color)
    left = x + size + 10
    font = theme.font("quote", 500)
    words = elided(row.text, font, right - left)
    write(painter, words, font, theme.text, QRectF(left, upper.y(), right - left, upper.height()))
    small, counted = theme.font("small"), row.counted()
    wide = width_of(counted, small)
    place = QRectF(right - wide - 2, lower.y(), wide + 2, lower.height())
    write(painter, counted, small, theme.text2, place, Qt.AlignmentFlag.AlignRight)
    end = right - wide - 10
    if row.alarm:
        name = "octagon-alert" if row.alarm == "error" else "triangle-alert"
        tone = theme.error if row.alarm == "error" else theme.warning
        icons.draw(painter, name, end - size, lower.center().y() - size / 2, size, tone)
        end -= size + 8
    about = elided(row.about(), small, end - left)
    write(painter, about, small, theme.text2, QRectF(left, lower.y(), end - left, lower.height()))
