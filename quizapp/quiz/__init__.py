"""One reader, one quiz: rules, drawing, attempt, marks."""

from quizapp.quiz.assemble import Posed, assemble
from quizapp.quiz.attempt import Answer, Attempt, begin
from quizapp.quiz.confidence import LABELS, RIGHT, WRONG, certainty_mark, switch_points
from quizapp.quiz.contest import Contest
from quizapp.quiz.discernment import Discernment, answered_standing, discern
from quizapp.quiz.mark import Mark, Score, blanks, counted, mark, score
from quizapp.quiz.regrade import Marking, Regrade, Remark, marking, regrade
from quizapp.quiz.rules import Rules

__all__ = [
    "LABELS",
    "RIGHT",
    "WRONG",
    "Answer",
    "Attempt",
    "Contest",
    "Discernment",
    "Mark",
    "Marking",
    "Posed",
    "Regrade",
    "Remark",
    "Rules",
    "Score",
    "answered_standing",
    "assemble",
    "begin",
    "blanks",
    "certainty_mark",
    "counted",
    "discern",
    "mark",
    "marking",
    "regrade",
    "score",
    "switch_points",
]
