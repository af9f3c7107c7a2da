"""The looks: what can be read, and what can be told apart."""

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.ui import theme
from quizapp.ui.theme import THEMES, Theme, contrast, mix

Vector = tuple[float, float, float]
LOOKS = tuple(THEMES.values())
EVERY_LOOK = pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)

# Machado, Oliveira and Fernandes (2009), A Physiologically-based Model for Simulation of Color
# Vision Deficiency, severity 1.0; they apply to linear RGB.
SIGHTS: dict[str, tuple[Vector, Vector, Vector]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: tuple[Vector, Vector, Vector] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def _linear(color: str) -> Vector:
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return r, g, b


def _times(matrix: tuple[Vector, Vector, Vector], v: Vector) -> Vector:
    x, y, z = (sum(m * c for m, c in zip(row, v, strict=True)) for row in matrix)
    return x, y, z


def lab(color: str, sight: str) -> Vector:
    """CIE L*a*b* (D65) of a colour as a reader with this sight sees it."""
    seen = _times(SIGHTS[sight], _linear(color))
    r, g, b = (min(1.0, max(0.0, c)) for c in seen)
    xyz = _times(TO_XYZ, (r, g, b))
    white = (0.95047, 1.0, 1.08883)
    fx, fy, fz = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (c / w for c, w in zip(xyz, white, strict=True))
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def ciede2000(one: Vector, other: Vector) -> float:
    """How different two colours look. Source: Sharma, Wu and Dalal (2005), equations 2 to 22."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = (1 - math.sqrt(mean**7 / (mean**7 + 25**7))) / 2
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    middle = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * _cos(middle - 30) + 0.24 * _cos(2 * middle)
    t += 0.32 * _cos(3 * middle + 6) - 0.20 * _cos(4 * middle - 63)
    sl = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    sc, sh = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    bend = 60 * math.exp(-(((middle - 275) / 25) ** 2))
    rt = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(bend))
    dl, dc, dh = (l2 - l1) / sl, (c2 - c1) / sc, hue / sh
    return math.sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_formula_for_difference_agrees_with_the_published_pairs(
    one: Vector, other: Vector, difference: float
) -> None:
    """The measure below is the one of the literature: Sharma and others (2005), table 1."""
    assert ciede2000(one, other) == pytest.approx(difference, abs=1e-4)


@EVERY_LOOK
@pytest.mark.parametrize("sight", SIGHTS)
def test_any_two_standings_can_be_told_apart_by_every_reader(look: Theme, sight: str) -> None:
    """A reader who sees fewer hues still sees seven standings."""
    seen = [lab(color, sight) for color in look.standings.values()]

    pairs = [ciede2000(one, other) for one, other in combinations(seen, 2)]

    assert len(pairs) == 21
    assert min(pairs) >= 14


SURFACES = ("window", "paper", "sunken", "accent_soft")
PAIRS = (
    ("text", SURFACES, 4.5),
    ("text", ("mark",), 4.5),
    ("text2", (*SURFACES, "track"), 4.5),
    ("accent", SURFACES, 4.5),
    ("on_accent", ("accent", "accent_hover", "accent_pressed"), 4.5),
    ("error", SURFACES, 4.5),
    ("warning", SURFACES, 4.5),
    ("line_strong", ("window", "paper", "sunken"), 3),
    ("focus", SURFACES, 3),
    ("muted", ("window", "paper", "track"), 3),
    ("accent", ("track",), 3),
)


@EVERY_LOOK
@pytest.mark.parametrize(("ink", "grounds", "bound"), PAIRS)
def test_ink_stands_out_from_every_ground_it_is_used_on(
    look: Theme, ink: str, grounds: tuple[str, ...], bound: float
) -> None:
    """Words and borders can be read in each look."""
    for ground in grounds:
        assert contrast(getattr(look, ink), getattr(look, ground)) >= bound, ground


@EVERY_LOOK
def test_words_can_be_read_on_every_tag_and_under_every_evidence(look: Theme) -> None:
    """A tint never takes the word with it."""
    for standing in look.standings:
        assert contrast(look.text, look.tag(standing)) >= 4.5
        assert contrast(look.text, look.evidence(standing)) >= 4.5


@EVERY_LOOK
def test_a_standing_stands_out_from_every_ground_and_from_its_own_tag(look: Theme) -> None:
    """An icon is seen wherever it is drawn."""
    for standing, color in look.standings.items():
        for ground in SURFACES:
            assert contrast(color, getattr(look, ground)) >= 3
        assert round(contrast(color, look.tag(standing)), 1) >= 3


@EVERY_LOOK
def test_a_number_can_be_read_on_every_step_of_heat(look: Theme) -> None:
    """The matrix can be read as numbers, not only as shades."""
    for count in range(1, 6):
        fill = look.heat_fill(count, 5)

        assert contrast(theme.ink_on(fill), fill) >= 4.5


def test_heat_has_five_steps_by_the_share_of_the_largest_count() -> None:
    """One of one is as strong as the largest; one of eight is the palest."""
    look = Theme.of("light")

    fills = [look.heat_fill(count, 5) for count in (1, 2, 3, 4, 5)]

    assert fills == [mix(look.accent, look.paper, share) for share in look.heat]
    assert look.heat_fill(1, 8) == fills[0]
    assert look.heat_fill(0, 8) == look.paper


def test_text_grows_with_the_scale_and_controls_by_three_quarters_of_it() -> None:
    """At 200 % the words are twice as large and the buttons still fit."""
    look = Theme.of("dark", 2.0)

    assert (look.px(14), look.line_height("body")) == (28, 40)
    assert look.grow(36) == 63
    assert look.font("reading").pixelSize() == 36


def test_the_bundled_fonts_are_the_ones_on_the_screen(qapp: QApplication) -> None:
    """The program looks the same on a machine without any of these fonts."""
    theme.apply(qapp, Theme.of("light"))

    for role, family in (("body", "Inter"), ("reading", "Quizapp Serif")):
        for weight in (400, 500, 600):
            found = QFontInfo(theme.current().font(role, weight))
            assert (found.family(), found.weight()) == (family, weight)


def test_the_font_for_dyslexic_readers_takes_the_place_of_both(qapp: QApplication) -> None:
    """One choice changes the article and the program."""
    theme.apply(qapp, Theme.of("light", dyslexic=True))

    families = {QFontInfo(theme.current().font(role)).family() for role in ("body", "reading")}

    theme.apply(qapp, Theme.of("light"))
    assert families == {"OpenDyslexic"}


def test_ukrainian_and_french_letters_are_in_both_fonts(qapp: QApplication) -> None:
    """No letter of a translated program falls back to another font."""
    theme.apply(qapp, Theme.of("light"))

    for family in ("Inter", "Quizapp Serif"):
        systems = QFontDatabase.writingSystems(family)
        assert QFontDatabase.WritingSystem.Cyrillic in systems
        assert QFontDatabase.WritingSystem.Latin in systems


def test_a_change_of_look_reaches_palette_sheet_and_widgets(qapp: QApplication) -> None:
    """Dark is dark everywhere at once, and the text scale comes along."""
    theme.apply(qapp, Theme.of("dark"), scale=1.5)
    seen = theme.current()
    window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()

    theme.apply(qapp, Theme.of("light"))
    assert (seen.name, seen.scale, window) == ("dark", 1.5, "#141416")
    assert theme.current().name == "light"
    assert THEMES["light"].paper in qapp.styleSheet()
