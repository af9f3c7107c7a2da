"""How pages look: the light look's colours on white paper, at sizes for reading in print.

Sizes are in pixels of 96 to an inch, so that pictures are drawn as on a screen.
"""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont

from quizapp.drawing.ink import Ink
from quizapp.drawing.matrix import Grid

TEXT, TEXT2, ACCENT, PAPER = "#1D1C1A", "#5E5B54", "#4A46B5", "#FFFFFF"
LINE, LINE_STRONG, TRACK = "#E3E0DA", "#8A867E", "#E4E1DB"
EMPTY = "#F5F4F1"
STANDINGS = {
    "confirmed": "#219370",
    "asserted": "#1D4097",
    "disputed": "#8B4F17",
    "denied": "#5C1100",
    "unknown": "#C165A4",
    "opinion": "#868E0A",
    "not_stated": "#403B3F",
}
HEAT = (
    ("#EDEDF8", TEXT),
    ("#D0CFEC", TEXT),
    ("#B3B2E0", TEXT),
    ("#9A97D6", TEXT),
    ("#5955BB", PAPER),
)

Role = Literal["title", "head", "said", "body", "strong", "small", "small_strong", "reading"]
# role: (size, line height, serif, weight)
ROLES: dict[Role, tuple[int, int, bool, int]] = {
    "title": (25, 31, True, 600),
    "head": (15, 20, True, 600),
    "said": (18, 25, True, 500),
    "body": (13, 19, False, 400),
    "strong": (13, 19, False, 600),
    "small": (11, 16, False, 400),
    "small_strong": (11, 16, False, 600),
    "reading": (14, 21, True, 400),
}

FORMS = ("liga", "clig", "calt", "ccmp", "locl", "rlig", "rclt")


@dataclass(frozen=True, slots=True)
class Style:
    """A font, how high its lines are, and a colour."""

    font: QFont
    line: int
    color: str = TEXT


def style(role: Role, color: str = TEXT) -> Style:
    """The style of a role."""
    return Style(font(role), ROLES[role][1], color)


def font(role: Role, weight: int = 0) -> QFont:
    """The font of a role.

    Every glyph stands for its character alone, without ligatures or other forms: only then does
    Qt write into the file which character it is.
    """
    size, _line, serif, usual = ROLES[role]
    found = QFont("Quizapp Serif" if serif else "Inter")
    found.setPixelSize(size)
    found.setWeight(QFont.Weight(weight or usual))
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for tag in FORMS:
        found.setFeature(QFont.Tag(tag), 0)
    return found


def ink() -> Ink:
    """What pictures are drawn with on paper."""
    return Ink(
        text=TEXT,
        text2=TEXT2,
        line=LINE,
        line_strong=LINE_STRONG,
        track=TRACK,
        accent=ACCENT,
        paper=PAPER,
        band="#E7E7F6",
        interval="#B3B2E0",
        small=font("small"),
        strong=font("small", 500),
        figures=font("small"),
        row=ROLES["small"][1],
    )


def grid() -> Grid:
    """What a matrix is drawn with on paper."""
    return Grid(
        ink=ink(),
        words=font("body", 500),
        counts=font("body", 600),
        sums=font("body"),
        colors=STANDINGS,
        heat=HEAT,
        empty=EMPTY,
        rimmed=False,
        edge=1.5,
        icon=17,
        cell=28,
        side=34,
        widest=56.0,
        narrow=28,
    )
