"""What a class chose at one item."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from quizapp.drawing.ink import Ink
from quizapp.drawing.options import OptionBars, options_height, paint_options
from quizapp.i18n import _
from quizapp.report import Table
from quizapp.ui import icons
from quizapp.ui.tokens import current
from quizapp.ui.widgets.picture import Picture


class OptionsView(Picture):
    """Two bars for each option: the upper and the lower 27 %."""

    def __init__(self, options: Sequence[OptionBars]) -> None:
        super().__init__(_("What was chosen"), _said(options), _table(options))
        self._options = tuple(options)

    def height_in(self, ink: Ink) -> int:
        return options_height(ink, len(self._options))

    def draw(self, painter: QPainter, rect: QRectF, ink: Ink) -> None:
        paint_options(painter, rect, ink, self._options, current().muted, icons.draw)


def _percent(share: float) -> str:
    return _("{n} %").format(n=round(100 * share))


def _said(options: Sequence[OptionBars]) -> str:
    text = _("{option}: {count}; of the upper 27 % {upper}, of the lower {lower}.")
    return " ".join(
        text.format(
            option=_("{option}, the key").format(option=one.text) if one.key else one.text,
            count=one.count,
            upper=_percent(one.upper),
            lower=_percent(one.lower),
        )
        for one in options
    )


def _table(options: Sequence[OptionBars]) -> Table:
    head = (_("Option"), _("Chosen"), _("Upper 27 %"), _("Lower 27 %"))
    return (head, *((o.text, o.count, _percent(o.upper), _percent(o.lower)) for o in options))
