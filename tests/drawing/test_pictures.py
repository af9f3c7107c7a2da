"""The pictures themselves: what is drawn where, on a plain image."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from quizapp.drawing.calibration import Columns, calibration_height, paint_calibration
from quizapp.drawing.course import Course, Stop, course_height, paint_course
from quizapp.drawing.ink import Ink
from quizapp.drawing.strip import paint_strip, strip_height
from quizapp.quiz import THREE, BandFit, bands
from quizapp.report import Strip

pytestmark = pytest.mark.usefixtures("qapp")
ACCENT, BAND, WIDE, AROUND = "#4a46b5", "#e7e7f6", 300, 10
TITLES = ("Below 67 %", "67–80 %", "Above 80 %")


@pytest.fixture
def ink(qapp: QApplication) -> Ink:
    """Colours that can be told apart in a pixel."""
    font = QFont("Inter")
    font.setPixelSize(12)
    return Ink(
        text="#000001", text2="#5e5b54", line="#e3e0da", line_strong="#8a867e", track="#e4e1db",
        accent=ACCENT, paper="#ffffff", band=BAND, interval="#b2b0df", small=font, strong=font,
        figures=font, row=16,
    )  # fmt: skip


def painted(height: int, paint: Callable[[QPainter, QRectF], None]) -> QImage:
    """A picture with a margin round it, in which nothing may be drawn."""
    image = QImage(WIDE + 2 * AROUND, height + 2 * AROUND, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint(painter, QRectF(AROUND, AROUND, WIDE, height))
    painter.end()
    return image


def of_color(image: QImage, color: str) -> list[tuple[int, int]]:
    """Where a colour is, from left to right."""
    wanted = QColor(color).rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) == wanted
    ]


def touched(image: QImage) -> list[tuple[int, int]]:
    """Where anything was drawn."""
    white = QColor("#ffffff").rgb()
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != white
    ]


def inside(image: QImage) -> bool:
    """Whether nothing is drawn outside the picture's own place, but for half a point."""
    edge = AROUND - 9
    return all(
        edge <= x < image.width() - edge and edge <= y < image.height() - edge
        for x, y in touched(image)
    )


def fits(*counts: tuple[int, int]) -> tuple[BandFit, ...]:
    """Three levels, with so many right of so many answers each."""
    answers = [
        (level, k < right) for level, (right, n) in enumerate(counts, start=1) for k in range(n)
    ]
    return bands(THREE, answers)


def calibration(ink: Ink, *counts: tuple[int, int]) -> QImage:
    """The calibration picture of such counts."""
    found = fits(*counts)
    columns = Columns(found, TITLES, [f"{fit.right} of {fit.n}" for fit in found])
    return painted(calibration_height(ink), lambda p, r: paint_calibration(p, r, ink, columns))


def strip(ink: Ink, value: float, low: float, high: float) -> QImage:
    """A strip from −1 to 1."""
    shown = Strip("Lean", value, low, high, -1.0, 1.0, "0 (−1 to 1)", "doubt", "trust")
    return painted(strip_height(ink), lambda p, r: paint_strip(p, r, ink, shown))


def course(ink: Ink, *stops: tuple[float, float, float]) -> QImage:
    """A course of such values, with their intervals."""
    made = [Stop(f"{n} May", *stop) for n, stop in enumerate(stops, start=1)]
    shown = Course(made, -1.0, 1.0, ((0.0, "0"),), "trust", "doubt")
    return painted(course_height(ink), lambda p, r: paint_course(p, r, ink, shown))


def above_key(image: QImage, ink: Ink) -> list[tuple[int, int]]:
    """Where the accent is, blended at an edge or not; the key of the picture left out."""
    bottom = image.height() - AROUND - 2 * ink.row
    return [
        (x, y)
        for x, y in touched(image)
        if y < bottom and (color := image.pixelColor(x, y)).blue() - color.red() > 25
    ]


def test_a_higher_share_right_is_drawn_higher(ink: Ink) -> None:
    """Height is the share right."""
    low, high = (
        above_key(calibration(ink, (0, 0), (right, 40), (0, 0)), ink) for right in (10, 30)
    )

    middle = [sum(y for _x, y in found) / len(found) for found in (low, high)]
    assert middle[1] < middle[0] - 60


def test_more_answers_have_a_shorter_whisker(ink: Ink) -> None:
    """The interval shows how much can be said."""
    few, many = (above_key(calibration(ink, (0, 0), (n // 2, n), (0, 0)), ink) for n in (4, 400))

    reach = [max(y for _x, y in found) - min(y for _x, y in found) for found in (few, many)]
    assert reach[1] < reach[0] / 2


def test_a_level_without_answers_has_no_point(ink: Ink) -> None:
    """Nothing is drawn for what was never said; what it claims is there all the same."""
    image = calibration(ink, (0, 0), (0, 0), (0, 0))

    assert above_key(image, ink) == []
    assert touched(image)


@pytest.mark.parametrize("right", [0, 7, 20])
def test_a_calibration_stays_in_its_place(ink: Ink, right: int) -> None:
    """Points at 0 and at 100 % are whole."""
    assert inside(calibration(ink, (right, 20), (right, 20), (right, 20)))


def test_high_contrast_has_lines_where_others_have_a_fill(ink: Ink) -> None:
    """The band is there in both looks, and in one of them without a shade."""
    counts = ((5, 20), (15, 20), (18, 20))
    plain = replace(ink, band="")

    assert of_color(calibration(ink, *counts), BAND)
    assert of_color(calibration(plain, *counts), BAND) == []
    assert len(touched(calibration(plain, *counts))) > len(touched(calibration(plain, (0, 0))))


def test_a_strip_has_its_point_where_the_value_is(ink: Ink) -> None:
    """Left of the middle is below 0, right of it above."""
    left, right = (of_color(strip(ink, v, v - 0.1, v + 0.1), ACCENT) for v in (-0.5, 0.5))

    middle = AROUND + WIDE / 2
    assert max(x for x, _y in left) < middle < min(x for x, _y in right)


@pytest.mark.parametrize("value", [-9.0, 0.0, 9.0])
def test_a_strip_stays_in_its_place(ink: Ink, value: float) -> None:
    """What is off the scale is drawn at its end."""
    image = strip(ink, value, value - 5, value + 5)

    assert of_color(image, ACCENT)
    assert inside(image)


def test_a_course_rises_with_its_values(ink: Ink) -> None:
    """The later point is to the right of the earlier one, and higher when it is larger."""
    found = of_color(course(ink, (-0.8, -0.9, -0.7), (0.8, 0.7, 0.9)), ACCENT)

    first, last = found[0], found[-1]
    assert last[0] - first[0] > WIDE / 2
    assert last[1] < first[1]


@pytest.mark.parametrize("count", [1, 2, 16])
def test_a_course_of_any_length_stays_in_its_place(ink: Ink, count: int) -> None:
    """One point alone is a picture too."""
    image = course(ink, *[(3.0, -3.0, 5.0)] * count)

    assert of_color(image, ACCENT)
    assert inside(image)
