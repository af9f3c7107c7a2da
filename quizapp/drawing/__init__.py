"""Pictures, painted with QtGui alone, so that a window, a page and a file can show the same."""

from quizapp.drawing.bars import bars_height, paint_bars
from quizapp.drawing.calibration import Columns, calibration_height, paint_calibration
from quizapp.drawing.course import Course, Stop, course_height, paint_course
from quizapp.drawing.ink import Ink
from quizapp.drawing.strip import paint_strip, strip_height

__all__ = [
    "Columns",
    "Course",
    "Ink",
    "Stop",
    "bars_height",
    "calibration_height",
    "course_height",
    "paint_bars",
    "paint_calibration",
    "paint_course",
    "paint_strip",
    "strip_height",
]
