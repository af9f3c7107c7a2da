"""One reader, one quiz: rules, drawing, attempt, marks."""

from quizapp.quiz.assemble import Posed, assemble
from quizapp.quiz.attempt import Answer, Attempt, begin
from quizapp.quiz.bands import BandFit, Fit, bands
from quizapp.quiz.certainty import Certainty, certainty
from quizapp.quiz.confidence import (
    LABELS,
    LEVELS,
    RIGHT,
    WRONG,
    certainty_mark,
    labels,
    switch_points,
)
from quizapp.quiz.contest import Contest
from quizapp.quiz.detection import Detection
from quizapp.quiz.discernment import FLOOR, Discernment, answered_standing, discern
from quizapp.quiz.intervals import Interval, wilson
from quizapp.quiz.leaning import Leaning
from quizapp.quiz.mark import Mark, Outcome, Score, blanks, counted, graded, mark, score
from quizapp.quiz.regrade import Marking, Regrade, Remark, marking, regrade
from quizapp.quiz.rules import Rules
from quizapp.quiz.schemes import THREE, range_of, scheme_of
from quizapp.quiz.sights import Sat, first_sights
from quizapp.quiz.skills import skill_counts
from quizapp.quiz.verdict import Missing, Pool, Verdict, judge, missing, pool

__all__ = [
    "FLOOR",
    "LABELS",
    "LEVELS",
    "RIGHT",
    "THREE",
    "WRONG",
    "Answer",
    "Attempt",
    "BandFit",
    "Certainty",
    "Contest",
    "Detection",
    "Discernment",
    "Fit",
    "Interval",
    "Leaning",
    "Mark",
    "Marking",
    "Missing",
    "Outcome",
    "Pool",
    "Posed",
    "Regrade",
    "Remark",
    "Rules",
    "Sat",
    "Score",
    "Verdict",
    "answered_standing",
    "assemble",
    "bands",
    "begin",
    "blanks",
    "certainty",
    "certainty_mark",
    "counted",
    "discern",
    "first_sights",
    "graded",
    "judge",
    "labels",
    "mark",
    "marking",
    "missing",
    "pool",
    "range_of",
    "regrade",
    "scheme_of",
    "score",
    "skill_counts",
    "switch_points",
    "wilson",
]
