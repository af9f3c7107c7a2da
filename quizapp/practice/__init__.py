"""Practice that comes back: what is due, spaced by FSRS; the log of reviews is the truth."""

from quizapp.practice.cards import Card, Grade, Place, Review, after, grade, rebuilt
from quizapp.practice.queue import Due, forecast, line_up, parallel

__all__ = [
    "Card",
    "Due",
    "Grade",
    "Place",
    "Review",
    "after",
    "forecast",
    "grade",
    "line_up",
    "parallel",
    "rebuilt",
]
