"""Who is in a class: names as they were typed, pasted or exported, and a start code for each."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.text import fold

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that looks like another
CODE = 6
MOST = 2000
_HEADS = {"name", "names", "student", "students", "nom", "élève", "élèves", "учень", "ім’я"}


@dataclass(frozen=True, slots=True)
class Student:
    """One line of a roster. ``number`` tells two students of the same name apart."""

    name: str
    code: str
    number: int = 1

    @property
    def label(self) -> str:
        """The name, with a number where another student has the same."""
        return self.name if self.number == 1 else f"{self.name} ({self.number})"


def names_in(text: str) -> tuple[str, ...]:
    """The names in a pasted list or a CSV file, in their order.

    A line is a name. Where lines have fields, with commas, semicolons or tabs between them, the
    first two that hold letters are the name, unless a heading says which column it is.

    Raises:
        QuizappError: there is no name, or there are more than 2,000.
    """
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    mark = next((mark for mark in "\t;," if all(mark in line for line in lines)), "")
    rows = list(csv.reader(lines, delimiter=mark)) if mark else [[line] for line in lines]
    column = (
        next((n for n, cell in enumerate(rows[0]) if fold(cell) in _HEADS), None) if rows else None
    )
    if column is not None:
        found = [row[column] for row in rows[1:] if len(row) > column]
    else:
        found = [_name(row) for row in rows]
    names = tuple(" ".join(name.split()) for name in found if name.strip())
    if not names:
        raise QuizappError(_("There is no name in the list. Write one name on each line."))
    if len(names) > MOST:
        text = _("The list has {n} names; a class has at most {most}. Split it.")
        raise QuizappError(text.format(n=len(names), most=MOST))
    return names


def _name(row: list[str]) -> str:
    words = [cell for cell in row if any(letter.isalpha() for letter in cell)]
    return " ".join(words[:2])


def roster(names: Iterable[str], random: Random, taken: Iterable[str] = ()) -> tuple[Student, ...]:
    """A student for each name, with a start code that nobody else has; twins get a number."""
    used, students = set(taken), []
    for one in numbered(names):
        code = _code(random)
        while code in used:
            code = _code(random)
        used.add(code)
        students.append(replace(one, code=code))
    return tuple(students)


def numbered(names: Iterable[str]) -> tuple[Student, ...]:
    """A student for each name, without a start code; twins get a number."""
    counts, students = dict[str, int](), []
    for name in names:
        folded = fold(name)
        counts[folded] = counts.get(folded, 0) + 1
        students.append(Student(name, "", counts[folded]))
    return tuple(students)


def _code(random: Random) -> str:
    return "".join(random.choice(LETTERS) for _n in range(CODE))
