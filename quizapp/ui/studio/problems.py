"""The problems of a draft: a list that jumps to each place, and offers what is surely right."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.app.authoring.draft import Draft
from quizapp.app.authoring.judgement import Judgement, Trouble
from quizapp.app.authoring.remedies import Fix, short
from quizapp.i18n import _, n_
from quizapp.ui import icons
from quizapp.ui.studio.rows import RowList
from quizapp.ui.tokens import Theme, current
from quizapp.ui.widgets.buttons import Link
from quizapp.ui.widgets.label import Label
from quizapp.ui.widgets.paint import box, elided, line, write

ROW = 38


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem: what, where, what to do; ``fix`` names what one key does."""

    what: str
    where: str
    remedy: str
    error: bool
    fix: str

    def spoken(self) -> str:
        """The whole row in words."""
        kind = _("Error") if self.error else _("Warning")
        told = f"{kind}: {self.what}. {self.where}. {self.remedy}"
        return f"{told} {_('F: {fix}').format(fix=self.fix)}" if self.fix else told


class ProblemsPane(QWidget):
    """``jumped`` comes with the trouble to go to, ``fixed`` with what is to be done about one."""

    jumped = Signal(object)
    fixed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._troubles: tuple[Trouble, ...] = ()
        self._count = Label("", "small", tone="text2")
        self._fix = Link("", "small")
        self._fix.hide()
        self._fix.clicked.connect(lambda: self._do("fix"))
        self._accept = Link("", "small")
        self._accept.hide()
        self._accept.clicked.connect(lambda: self._do("accept"))
        self._keys = Label(_("Enter jumps there"), "small", tone="text2")
        self.list: RowList[ProblemRow] = RowList(
            _("Problems"), _paint, lambda: current().grow(ROW), ProblemRow.spoken
        )
        self.list.entered_row.connect(lambda n: self.jumped.emit(self._troubles[n]))
        self.list.clicked.connect(lambda index: self.jumped.emit(self._troubles[index.row()]))
        self.list.chosen.connect(lambda _n: self._offer())
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 20, 2)
        head.setSpacing(10)
        head.addWidget(Label(_("Problems"), "body", weight=600))
        head.addWidget(self._count, 1)
        head.addWidget(self._fix)
        head.addWidget(self._accept)
        head.addWidget(self._keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_judgement(self, judgement: Judgement) -> None:
        """Show what was found, at the same place of the list as before."""
        self._troubles = judgement.troubles
        rows = tuple(_row(trouble, judgement) for trouble in judgement.troubles)
        at = self.list.currentIndex().row()
        self.list.show_rows(rows, min(at, len(rows) - 1))
        self._count.setText(_counted(judgement))
        self._keys.setVisible(bool(rows))
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {Qt.Key.Key_F: "fix", Qt.Key.Key_K: "accept"}.get(Qt.Key(event.key()), "")
        if act and not event.modifiers():
            self._do(act)
        else:
            super().keyPressEvent(event)

    def _at(self) -> Trouble | None:
        n = self.list.currentIndex().row()
        return self._troubles[n] if 0 <= n < len(self._troubles) else None

    def _offer(self) -> None:
        trouble = self._at()
        for link, act, form in (
            (self._fix, "fix", _("{fix} (F)")),
            (self._accept, "accept", _("{fix} (K)")),
        ):
            fix: Fix | None = getattr(trouble, act, None)
            link.setVisible(fix is not None)
            if fix is not None:
                link.set_text(form.format(fix=fix.name))

    def _do(self, act: str) -> None:
        fix: Fix | None = getattr(self._at(), act, None)
        if fix is not None:
            self.fixed.emit(fix)


def _counted(judgement: Judgement) -> str:
    errors = judgement.errors
    warnings = len(judgement.troubles) - errors
    if not judgement.troubles:
        return _("none")
    parts = [n_("{n} error", "{n} errors", errors).format(n=errors)] if errors else []
    if warnings:
        parts.append(n_("{n} warning", "{n} warnings", warnings).format(n=warnings))
    return ", ".join(parts)


def _row(trouble: Trouble, judgement: Judgement) -> ProblemRow:
    fix = trouble.fix.name if trouble.fix else ""
    where = _where(trouble, judgement.draft, judgement)
    return ProblemRow(trouble.what.rstrip("."), where, trouble.remedy, trouble.error, fix)


def _where(trouble: Trouble, draft: Draft, judgement: Judgement) -> str:
    claim = draft.claim(trouble.claim)
    if trouble.item:
        item = judgement.item(trouble.item)
        words = item.subject if item else trouble.item
        return _("item “{words}”").format(words=short(" ".join(words.split())))
    if claim is not None:
        return f"“{short(claim.text)}”"
    places = {"title": _("title"), "cites": _("source of the article"), "licence": _("licence")}
    return places.get(trouble.place, _("whole bank"))


def _paint(
    painter: QPainter, rect: QRectF, row: ProblemRow, chosen: bool, hover: bool, theme: Theme
) -> None:
    if chosen or hover:
        box(painter, rect.adjusted(8, 1, -8, -1), theme.sunken, "", 0)
    else:
        line(
            painter, rect.x() + 20, rect.bottom() - 1, rect.right() - 20, rect.bottom(), theme.line
        )
    size, middle = theme.grow(16), rect.center().y()
    name = "octagon-alert" if row.error else "triangle-alert"
    tone = theme.error if row.error else theme.warning
    icons.draw(painter, name, rect.x() + 20, middle - size / 2, size, tone)
    left, right = rect.x() + 20 + size + 10, rect.right() - 20
    parts = (
        (row.what, theme.font("body", 500), theme.text, 0.27),
        (row.where, theme.font("small"), theme.text2, 0.23),
        (row.remedy, theme.font("small"), theme.text, 0.5),
    )
    for words, font, color, share in parts:
        wide = (right - left) if share == 0.5 else share * rect.width() - 12
        place = QRectF(left, rect.y(), wide, rect.height())
        write(painter, elided(words, font, wide), font, color, place)
        left += share * rect.width()
