"""What the next days bring: how many questions come back on each of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from quizapp.drawing.bars import bars_height, paint_bars
from quizapp.drawing.ink import Ink
from quizapp.i18n import _, n_
from quizapp.report import Table
from quizapp.ui.dates import local_day
from quizapp.ui.widgets.card import Card
from quizapp.ui.widgets.figures import figure_card, pictured
from quizapp.ui.widgets.picture import Picture


class ForecastPicture(Picture):
    """Bars, today's first."""

    def __init__(
        self, counts: Sequence[int], days: Sequence[str], parent: QWidget | None = None
    ) -> None:
        total = sum(counts)
        said = n_(
            "{n} question comes back in {days} days, {today} of them today and {next} tomorrow.",
            "{n} questions come back in {days} days, {today} of them today and {next} tomorrow.",
            total,
        ).format(n=total, days=len(counts), today=counts[0], next=counts[1])
        rows = (
            (_("Day"), _("Come back")),
            *((d, str(n)) for d, n in zip(days, counts, strict=True)),
        )
        super().__init__(_("What comes back"), said, rows, parent)
        self._counts, self._days = tuple(counts), tuple(days)

    def height_in(self, ink: Ink) -> int:
        return bars_height(ink)

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        labels = (self._days[0], self._days[len(self._days) // 2], self._days[-1])
        paint_bars(painter, rect, ink, self._counts, labels)


def forecast_card(counts: Sequence[int]) -> Card:
    """The picture of the next days on a card, with its table."""
    now = datetime.now(UTC)
    later = [local_day(now + timedelta(days=n)) for n in range(2, len(counts))]
    days = [_("Today"), _("Tomorrow"), *later]
    card, column = figure_card()
    note = _("the next {n} days").format(n=len(counts))
    picture = ForecastPicture(counts, days)
    table: Table = picture.table()
    pictured(column, _("What comes back"), note, picture, table)
    return card
