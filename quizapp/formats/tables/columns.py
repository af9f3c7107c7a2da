"""Which column of a table holds what: told by its headings, by its shape, or by whoever has it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizapp.formats.tables.rows import Row

ROLES = (
    *("id", "name", "type", "question", "correct", "answer", "feedback", "points", "tags"),
    *("tolerance", "unit", "scoring", "category"),
)
MOST_OPTIONS = 26
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Headings as people write them, in small letters without anything but letters and digits.
_HEADINGS = """
id: id identifier code ref reference itemid questionid
name: name title heading label titre titel título
type: type kind questiontype qtype itemtype format typ tipo
question: question questiontext stem prompt text item frage fragetext énoncé pregunta domanda
question: питання запитання
correct: correct correctanswer correctanswers rightanswer right key answerkey correctoption
correct: correctchoice correctanswerschooseatleastone bonneréponse richtig richtigeantwort
correct: respuestacorrecta правильнавідповідь
answer: answer answers solution réponse antwort lösung respuesta відповідь
feedback: feedback feedbackcorrect generalfeedback explanation comment rationale note hint
feedback: erklärung explication explicación пояснення
points: points point score mark marks weight grade punkte barème puntos бали
tags: tags tag keywords labels schlagwörter étiquettes etiquetas теги
tolerance: tolerance margin error toleranz tolérance
unit: unit units einheit unité unidad
scoring: scoring partialcredit
category: category topic chapter section subject thema kategorie catégorie categoría тема
"""
_KNOWN = {
    name: role
    for role, _colon, names in (line.partition(":") for line in _HEADINGS.strip().splitlines())
    for name in names.split()
}
_OPTION = re.compile(
    r"(?:(?:answer|option|choice|alternative|distractor|antwort|réponse|respuesta|opción|choix"
    r"|варіант|відповідь)?([a-h]|[1-9]|1\d|2[0-6]))"
    r"|(?:answer|option|choice|alternative|antwort|réponse)([a-z])"
)
_TOLD = re.compile(r"feedback([a-z]|[1-9]\d?)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of columns, from 0. ``roles`` names all but the options and what is said to each.

    ``header``: the first row holds headings and no question.
    """

    roles: Mapping[str, int]
    options: tuple[int, ...] = ()
    told: Mapping[int, int] | None = None
    header: bool = True

    def place(self, role: str) -> int | None:
        """The place of a role; ``None`` where no column has it."""
        return self.roles.get(role)

    @property
    def complete(self) -> bool:
        """Whether there is something to ask, and something that may be an answer."""
        answers = {"correct", "answer"} & set(self.roles)
        return "question" in self.roles and bool(answers or self.options)


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns as the headings name them, or as the shape shows; ``None`` if neither does."""
    if not rows:
        return None
    found = _headed(rows[0].cells)
    return found if found.complete else _shaped(rows)


def _headed(cells: Sequence[str]) -> Columns:
    roles: dict[str, int] = {}
    options: dict[int, int] = {}
    told: dict[int, int] = {}
    for place, cell in enumerate(cells):
        plain = "".join(letter for letter in cell.casefold() if letter.isalnum())
        if (one := _TOLD.fullmatch(plain)) is not None:
            told[_number(one[1])] = place
        elif plain in _KNOWN:
            roles.setdefault(_KNOWN[plain], place)
        elif (one := _OPTION.fullmatch(plain)) is not None:
            options.setdefault(_number(one[1] or one[2]), place)
    order = sorted(options)
    said = {order.index(n): place for n, place in told.items() if n in options}
    return Columns(roles, tuple(options[n] for n in order), said)


def _number(label: str) -> int:
    """What an option is called, as a number: “b” and “2” are the second."""
    return int(label) if label.isdigit() else ord(label) - ord("a") + 1


def _shaped(rows: Sequence[Row]) -> Columns | None:
    """A question, answers, and last a letter or number that names one of them, in every row."""
    width = max(len(row.cells) for row in rows)
    if width < 4 or width > MOST_OPTIONS + 2:
        return None
    letters = LETTERS[: width - 2]
    fits = {*letters, *(str(n) for n in range(1, width - 1))}
    if all(len(row.cells) == width and row.cells[-1].strip().upper() in fits for row in rows):
        roles = {"question": 0, "correct": width - 1}
        return Columns(roles, tuple(range(1, width - 1)), header=False)
    return None


def columns_from(told: str, first: Sequence[str]) -> Columns:
    """Columns as somebody names them: ``question=B,options=C:F,correct=Answer``.

    A column is a letter as spreadsheets have it, a number from 1, or its heading. The first row is
    taken for headings, unless ``header=no`` is among them.

    Raises:
        ValueError: a role or a column is unknown; the text names it.
    """
    found = Columns({})
    for piece in filter(None, (part.strip() for part in re.split(r"[,;]", told))):
        role, _equal, where = (part.strip() for part in piece.partition("="))
        if role == "header":
            found = replace(found, header=where.casefold() not in ("no", "false", "0"))
        elif role == "options":
            begin, _colon, end = where.partition(":")
            places = range(_place(begin, first), _place(end or begin, first) + 1)
            found = replace(found, options=(*found.options, *places))
        elif role in ROLES:
            found = replace(found, roles={**found.roles, role: _place(where, first)})
        else:
            raise ValueError(role)
    return found


def _place(where: str, first: Sequence[str]) -> int:
    headings = [cell.strip().casefold() for cell in first]
    if where.strip().casefold() in headings:
        return headings.index(where.strip().casefold())
    if where.isdigit() and 1 <= int(where) <= 1000:
        return int(where) - 1
    if re.fullmatch(r"[A-Za-z]{1,2}", where):
        n = 0
        for letter in where.upper():
            n = n * 26 + LETTERS.index(letter) + 1
        return n - 1
    raise ValueError(where)
