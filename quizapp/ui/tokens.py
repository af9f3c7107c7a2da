"""The colours and measures of the program, as values: one ``Theme`` for each look."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

SPACE = (0, 4, 8, 12, 16, 20, 24, 28, 32)
RADIUS = 6
CHIP_RADIUS = 4
MARK_RADIUS = 3

BAR_HEIGHT = 52
FOOT_HEIGHT = 64

SANS = "Inter"
SERIF = "Quizapp Serif"
DYSLEXIC = "OpenDyslexic"

# role: (size, line height, serif, weight); sizes are pixels at 100 %
ROLES: Mapping[str, tuple[int, int, bool, int]] = MappingProxyType(
    {
        "small": (12, 16, False, 400),
        "body": (14, 20, False, 400),
        "title": (20, 25, False, 600),
        "claim": (20, 28, True, 500),
        "claim_compact": (18, 25, True, 500),
        "quote": (15, 22, True, 400),
        "card_title": (17, 22, True, 600),
        "reading": (18, 28, True, 400),
        "head": (22, 29, True, 600),
        "display": (28, 31, True, 600),
        "display_compact": (24, 27, True, 600),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Every colour of one look, with the reader's text scale, typeface and wish for motion."""

    name: str
    window: str
    paper: str
    sunken: str
    track: str
    muted: str
    line: str
    line_strong: str
    text: str
    text2: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    accent_line: str
    focus: str
    mark: str
    error: str
    warning: str
    standings: Mapping[str, str]
    tag_share: float
    evidence_share: float
    band_share: float
    heat: tuple[float, ...]
    border: float = 1.0
    chosen: float = 1.5
    ring: float = 2.0
    scale: float = 1.0
    dyslexic: bool = False
    motion: bool = True

    @staticmethod
    def of(
        name: str, scale: float = 1.0, *, dyslexic: bool = False, motion: bool = True
    ) -> "Theme":
        """The look called ``light``, ``dark`` or ``high_contrast``."""
        return replace(THEMES[name], scale=scale, dyslexic=dyslexic, motion=motion)

    @property
    def high_contrast(self) -> bool:
        """Whether fills give way to lines."""
        return self.name == "high_contrast"

    def px(self, size: float) -> int:
        """A text size at the reader's scale."""
        return round(size * self.scale)

    def grow(self, size: float) -> int:
        """The height of a control, or the size of its icon: it grows by 0.75 of the extra."""
        return round(size * (1 + 0.75 * (self.scale - 1)))

    def color(self, role: str) -> QColor:
        """The colour of a role such as ``text2``, or of a standing such as ``denied``."""
        return QColor(self.standings.get(role) or getattr(self, role))

    def tag(self, standing: str) -> str:
        """The fill of a standing's tag."""
        return mix(self.standings[standing], self.paper, self.tag_share)

    def evidence(self, standing: str) -> str:
        """The fill under evidence in the article; the accent's where no standing is told."""
        return mix(self.standings.get(standing, self.accent), self.paper, self.evidence_share)

    def heat_fill(self, count: int, largest: int) -> str:
        """The fill of a heat cell: one of five steps by its share of the largest count."""
        if not self.heat or count <= 0:
            return self.paper
        step = min(4, (5 * count - 1) // max(1, largest))
        return mix(self.accent, self.paper, self.heat[step])

    def line_height(self, role: str) -> int:
        """The height of a line of text in a role."""
        return self.px(ROLES[role][1])

    def font(self, role: str, weight: int = 0, *, tabular: bool = False) -> QFont:
        """The font of a role; ``tabular`` is for strings that are numbers and for nothing else."""
        size, _line, serif, usual = ROLES[role]
        family = DYSLEXIC if self.dyslexic else SERIF if serif else SANS
        return QFont(_made(family, self.px(size), weight or usual, tabular))


@cache
def _made(family: str, pixels: int, weight: int, tabular: bool) -> QFont:
    """A font, made once. Whoever asks gets one of their own, which shares what is in it."""
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def mix(ink: str, paper: str, share: float) -> str:
    """``share`` of ``ink`` laid on ``paper``, as a colour without transparency."""
    a, b = _rgb(ink), _rgb(paper)
    return "#" + "".join(
        f"{round(x * share + y * (1 - share)):02X}" for x, y in zip(a, b, strict=True)
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours. Source: WCAG 2.2, relative luminance."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """Black or white, whichever is easier to read on ``fill``."""
    return max("#FFFFFF", "#1D1C1A", key=lambda ink: contrast(ink, fill))


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _rgb(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def current() -> Theme:
    """The look in use. ``theme.apply`` leaves it on the application; nothing else holds it."""
    app = QApplication.instance()
    found = app.property("theme") if app is not None else None
    return found if isinstance(found, Theme) else THEMES["light"]


THEMES: Mapping[str, Theme] = MappingProxyType(
    {
        "light": Theme(
            name="light",
            window="#F6F5F2",
            paper="#FFFFFF",
            sunken="#EFEDE8",
            track="#E4E1DB",
            muted="#7E7A8E",
            line="#E3E0DA",
            line_strong="#8A867E",
            text="#1D1C1A",
            text2="#5E5B54",
            disabled="#9A968E",
            accent="#4A46B5",
            accent_hover="#3D399D",
            accent_pressed="#322F82",
            on_accent="#FFFFFF",
            accent_soft="#EEEDF9",
            accent_line="#CFCDEE",
            focus="#4A46B5",
            mark="#FBEBAE",
            error="#B3261E",
            warning="#8A5300",
            standings=MappingProxyType(
                {
                    "confirmed": "#219370",
                    "asserted": "#1D4097",
                    "disputed": "#8B4F17",
                    "denied": "#5C1100",
                    "unknown": "#C165A4",
                    "opinion": "#868E0A",
                    "not_stated": "#403B3F",
                }
            ),
            tag_share=0.13,
            evidence_share=0.16,
            band_share=0.13,
            heat=(0.10, 0.26, 0.42, 0.56, 0.92),
        ),
        "dark": Theme(
            name="dark",
            window="#141416",
            paper="#1C1C1F",
            sunken="#27272B",
            track="#35353B",
            muted="#82809A",
            line="#303036",
            line_strong="#7D7C85",
            text="#EDECE9",
            text2="#ACAAA6",
            disabled="#6E6D73",
            accent="#A9A5F8",
            accent_hover="#BAB7FA",
            accent_pressed="#908BEA",
            on_accent="#15143A",
            accent_soft="#2A294A",
            accent_line="#45437A",
            focus="#B7B4FB",
            mark="#51461B",
            error="#FF8F85",
            warning="#F0B95C",
            standings=MappingProxyType(
                {
                    "confirmed": "#76CEAA",
                    "asserted": "#2B88FF",
                    "disputed": "#F9AE16",
                    "denied": "#D65E32",
                    "unknown": "#B485AC",
                    "opinion": "#FEFD97",
                    "not_stated": "#C0CEDF",
                }
            ),
            tag_share=0.20,
            evidence_share=0.30,
            band_share=0.20,
            heat=(0.14, 0.27, 0.40, 0.52, 0.86),
        ),
        "high_contrast": Theme(
            name="high_contrast",
            window="#000000",
            paper="#000000",
            sunken="#1F1F1F",
            track="#000000",
            muted="#FFFFFF",
            line="#FFFFFF",
            line_strong="#FFFFFF",
            text="#FFFFFF",
            text2="#FFFFFF",
            disabled="#A6A6A6",
            accent="#FFD60A",
            accent_hover="#FFE35C",
            accent_pressed="#E6C000",
            on_accent="#000000",
            accent_soft="#000000",
            accent_line="#FFD60A",
            focus="#00E5FF",
            mark="#003E8F",
            error="#FF9C94",
            warning="#FFC55C",
            standings=MappingProxyType(
                {
                    "confirmed": "#39A07F",
                    "asserted": "#70D4FF",
                    "disputed": "#ECB715",
                    "denied": "#DB6835",
                    "unknown": "#B880AC",
                    "opinion": "#F6EFB1",
                    "not_stated": "#F0FAFA",
                }
            ),
            tag_share=0.0,
            evidence_share=0.0,
            band_share=0.0,
            heat=(),
            border=2.0,
            chosen=3.0,
            ring=3.0,
        ),
    }
)
