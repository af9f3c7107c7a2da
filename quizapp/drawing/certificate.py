"""A certificate on one page: whose it is, at which exam, the share, and what was asked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QRawFont, QTextLayout, QTextOption

from quizapp.app.certificates import Certificate
from quizapp.drawing.dates import full_day
from quizapp.drawing.document import HIGH, WIDE, one_page
from quizapp.drawing.fonts import ready
from quizapp.drawing.ink import CENTRE, level_line, write
from quizapp.drawing.print_look import ACCENT, LINE_STRONG, TEXT, TEXT2, font
from quizapp.i18n import _, n_

FRAME, SIDE = 40.0, 96.0
ROOM = WIDE - 2 * SIDE
SIGNED = HIGH - FRAME - 132.0  # where it is signed
NAME, TITLE = (46, 38, 31, 26), (27, 23, 19)  # the largest that needs no more than two lines
LONGEST = 160  # characters of a name or a title; longer ones would not leave room to sign
UNDRAWN = (
    "\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f"  # they join or turn others, and have no glyph
)


def certificate_pdf(one: Certificate) -> bytes:
    """The certificate as a PDF of one page, every word of it text that can be searched."""
    app = ready()
    title = _("Certificate: {title}").format(title=one.title)
    made = one_page(title, lambda painter: _paint(painter, one))
    del app
    return made


def lacking(texts: Sequence[str]) -> str:
    """The characters of these texts that no font of this computer has, each once."""
    app = ready()
    found = [char for text in texts for char in text if not _drawn(char)]
    del app
    return "".join(dict.fromkeys(found))


def _drawn(char: str) -> bool:
    """Whether some font has a glyph for a character, or it is none that would be seen."""
    if char.isspace() or char in UNDRAWN:
        return True
    layout = _laid(char, _font(25), ROOM)
    runs = layout.glyphRuns()
    return bool(runs) and all(index for run in runs for index in run.glyphIndexes())


def _font(size: int, *, plain: bool = False, weight: int = 600) -> QFont:
    """The font of names. ``plain`` lets a script join its letters as it must."""
    found = QFont("Quizapp Serif") if plain else font("title")
    found.setPixelSize(size)
    found.setWeight(QFont.Weight(weight))
    return found


def _paint(painter: QPainter, one: Certificate) -> None:
    painter.setPen(QPen(QColor(LINE_STRONG), 0.8))
    painter.drawRect(QRectF(FRAME, FRAME, WIDE - 2 * FRAME, HIGH - 2 * FRAME))
    y = _words(painter, _("Certificate"), _font(31, weight=500), ACCENT, 150.0)
    who, title = _short(one.who), _short(one.title)
    y = _words(painter, who, _fitting(who, NAME), TEXT, y + 62)
    y = _words(painter, _("took the exam"), _font(17, weight=400), TEXT2, y + 30)
    y = _words(painter, title, _fitting(title, TITLE), TEXT, y + 12)
    day = _("on {day}").format(day=full_day(one.at))
    y = _words(painter, day, _font(17, weight=400), TEXT2, y + 12) + 48
    level_line(painter, WIDE / 2 - 60, WIDE / 2 + 60, y, LINE_STRONG)
    y = _words(painter, f"{100 * one.share:.0f} %", _font(58, weight=500), TEXT, y + 40)
    y = _words(painter, _points(one), _font(17, weight=400), TEXT, y + 4)
    asked = font("body")
    asked.setPixelSize(15)
    _words(painter, _asked(one), asked, TEXT2, y + 40, 24)
    _sign(painter, one)


def _points(one: Certificate) -> str:
    """What was earned, as the gradebook has it."""
    text = _("{earned} of {possible} points")
    return text.format(earned=f"{one.earned:.4g}", possible=f"{one.possible:.4g}")


def _asked(one: Certificate) -> str:
    """What the exam was about, in plain words."""
    text = n_(
        "The exam asked {n} question about the article “{article}”: {what}.",
        "The exam asked {n} questions about the article “{article}”: {what}.",
        one.questions,
    )
    what = list(one.asked) or [_("what it says")]
    listed = ", ".join(what[:-1])
    told = _("{some} and {last}").format(some=listed, last=what[-1]) if listed else what[-1]
    return text.format(n=one.questions, article=_short(one.article), what=told)


def _short(text: str) -> str:
    """A name or a title that leaves room for the rest of the page."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _fitting(text: str, sizes: Sequence[int]) -> QFont:
    """The largest of some sizes at which a text needs no more than two lines.

    A script that the font lacks is written in another one, whose letters join as they must.
    """
    own = QRawFont.fromFont(_font(sizes[0]))
    plain = not all(own.supportsCharacter(ord(char)) for char in text)
    fonts = [_font(size, plain=plain) for size in sizes]
    return next((f for f in fonts if _laid(text, f, ROOM).lineCount() <= 2), fonts[-1])


def _laid(text: str, used: QFont, width: float) -> QTextLayout:
    """A text broken into lines in the middle of a width."""
    layout = QTextLayout(text, used)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _words(
    painter: QPainter, text: str, used: QFont, color: str, y: float, line_height: float = 0.0
) -> float:
    """A text in the middle of the page; where it ends."""
    layout = _laid(text, used, ROOM)
    high = line_height or 1.25 * used.pixelSize()
    painter.setPen(QColor(color))
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        lift = (high - line.ascent() - line.descent()) / 2
        line.draw(painter, QPointF(SIDE, y + n * high + lift - line.y()))
    return y + layout.lineCount() * high


def _sign(painter: QPainter, one: Certificate) -> None:
    """Where it is signed, and from which share on there is one."""
    half = (ROOM - 40) / 2
    for n, label in enumerate((_("Place and date"), _("Name and signature of the teacher"))):
        x = SIDE + n * (half + 40)
        level_line(painter, x, x + half, SIGNED, LINE_STRONG)
        write(painter, label, font("small"), TEXT2, QRectF(x, SIGNED + 6, half, 16))
    told = _("Given to whoever reached {least} % or more.").format(least=f"{one.least:g}")
    place = QRectF(SIDE, SIGNED + 62, ROOM, 16)
    write(painter, told, font("small"), TEXT2, place, CENTRE)
