"""Exams as a teacher hands them out."""

from random import Random

from quizapp.app.teaching import Made, make_exam
from quizapp.bank import Bank
from quizapp.classroom.keys import TeacherKeys
from quizapp.quiz import Rules

KEYS = TeacherKeys(Random(1).randbytes(32))


def an_exam(bank: Bank, *names: str, limit: int = 2400) -> Made:
    """Four questions of a bank; ``limit`` in seconds. Without names it is open to everybody."""
    rules = Rules(feedback="never", count=4, time_limit=limit)
    return make_exam(bank, rules, KEYS, names, "Ms Roe")
