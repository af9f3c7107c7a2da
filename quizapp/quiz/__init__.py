"""One reader, one quiz: rules, drawing, attempt, marks."""

from quizapp.quiz.assemble import Posed, assemble
from quizapp.quiz.attempt import Answer, Attempt, begin
from quizapp.quiz.confidence import LABELS, RIGHT, WRONG, certainty_mark, switch_points
from quizapp.quiz.discernment import Discernment, answered_standing, discern
from quizapp.quiz.mark import Mark, Score, blanks, mark, score
from quizapp.quiz.rules import Rules

__all__ = [
    "LABELS",
    "RIGHT",
    "WRONG",
    "Answer",
    "Attempt",
    "Discernment",
    "Mark",
    "Posed",
    "Rules",
    "Score",
    "answered_standing",
    "assemble",
    "begin",
    "blanks",
    "certainty_mark",
    "discern",
    "mark",
    "score",
    "switch_points",
]
