"""The items of a draft as a list: what each asks, and whether it follows its claim."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from quizapp.app.authoring.judgement import Judgement
from quizapp.i18n import _
from quizapp.items import Item
from quizapp.ui import icons
from quizapp.ui.icons import KIND_ICONS
from quizapp.ui.studio.rows import RowList
from quizapp.ui.studio.titles import title_of
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.paint import box, elided, line, write

ROW = 50


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item. ``alarm`` is ``error``, ``warning`` or nothing."""

    id: str
    icon: str
    text: str
    about: str
    alarm: str

    def spoken(self) -> str:
        """The whole row in words."""
        alarms = {"error": _("There is an error."), "warning": _("There is a warning."), "": ""}
        return f"{self.text}. {self.about}. {alarms[self.alarm]}".strip()


class ItemsList(QObject):
    """``opened`` comes with the id of an item."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list: RowList[ItemLine] = RowList(
            _("Items"), _paint, lambda: current().grow(ROW), ItemLine.spoken
        )
        self.list.entered_row.connect(lambda n: self.opened.emit(self.list.rows()[n].id))
        self.list.clicked.connect(lambda i: self.opened.emit(self.list.rows()[i.row()].id))

    def show_judgement(self, judgement: Judgement) -> None:
        """Show the items as they were judged last."""
        alarms: dict[str, str] = {}
        for trouble in judgement.troubles:
            if trouble.item and alarms.get(trouble.item) != "error":
                alarms[trouble.item] = "error" if trouble.error else "warning"
        by_hand = {item.id for item in judgement.draft.items}
        rows = [
            _line(item, alarms.get(item.id, ""), by_hand=item.id in by_hand)
            for item in judgement.items
        ]
        self.list.show_rows(rows, min(self.list.currentIndex().row(), len(rows) - 1))


def _line(item: Item, alarm: str, *, by_hand: bool) -> ItemLine:
    kind = _(title_of(item))
    about = _("{kind} · by hand") if by_hand else _("{kind} · follows its claim")
    words = " ".join((item.subject or _(item.prompt)).split())
    return ItemLine(item.id, KIND_ICONS[item.kind], words, about.format(kind=kind), alarm)


def _paint(
    painter: QPainter, rect: QRectF, row: ItemLine, chosen: bool, hover: bool, theme: Theme
) -> None:
    if chosen or hover:
        fill = theme.accent_soft if chosen else theme.sunken
        box(painter, rect.adjusted(8, 1, -8, -1), fill, "", 0)
    else:
        line(
            painter, rect.x() + 20, rect.bottom() - 1, rect.right() - 20, rect.bottom(), theme.line
        )
    size, x, right = theme.grow(16), rect.x() + 20, rect.right() - 20
    half = rect.height() / 2
    icons.draw(painter, row.icon, x, rect.y() + half - size / 2, size, theme.text2)
    left = x + size + 10
    if row.alarm:
        name = "octagon-alert" if row.alarm == "error" else "triangle-alert"
        tone = theme.error if row.alarm == "error" else theme.warning
        icons.draw(painter, name, right - size, rect.y() + half - size / 2, size, tone)
        right -= size + 8
    wide = right - left
    font, small = theme.font("body", 500), theme.font("small")
    upper = QRectF(left, rect.y() + 4, wide, half - 4)
    write(painter, elided(row.text, font, wide), font, theme.text, upper)
    lower = QRectF(left, rect.y() + half, wide, half - 4)
    write(painter, elided(row.about, small, wide), small, theme.text2, lower)
