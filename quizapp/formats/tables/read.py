"""Reading a table of questions, a row each: by its headings, or by the columns that are named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import ClassVar

from quizapp.errors import FileError, Problem
from quizapp.formats.archive import is_zip
from quizapp.formats.base import Note, Question, Reading
from quizapp.formats.moodle_kinds import Given, Ids, Maker, number
from quizapp.formats.plain import is_marked, shortened, unmarked
from quizapp.formats.tables.columns import LETTERS, Columns, columns_of
from quizapp.formats.tables.rows import Row, rows_of
from quizapp.items import Info, Item, MultipleResponse, Option, Order, ShortAnswer
from quizapp.items.typed import bare
from quizapp.text import fold

# Types as people write them, in small letters without anything but letters and digits.
_TYPES = """
single: singlechoice single mcqone mcq mc multiplechoice multichoice radio one choice mcsingle qcm
single: qcu einfachauswahl multiplechoicequestion
several: multipleresponse multiple multi several checkbox mcqmulti multipleanswers multipleanswer
several: multipleselect ma mr msq mcmultiple mehrfachauswahl
true: truefalse tf boolean bool yesno vraifaux richtigfalsch
typed: shortanswer short sa text typed fillin fillintheblank fib blank word
number: numeric numerical number num numericalquestion
match: match matching pairs pair mat
order: order ordering sequence sort sorting ord
open: info essay open longanswer description textonly paragraph upload
"""
_KIND = {
    name: kind
    for kind, _colon, names in (line.partition(":") for line in _TYPES.strip().splitlines())
    for name in names.split()
}
_YES = "true t yes y right vrai oui wahr richtig ja verdadero sí так правда 1"
_NO = "false f no n wrong faux non falsch nein falso ні неправда 0"
_TRUE, _FALSE = frozenset(_YES.split()), frozenset(_NO.split())
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_SPLIT = re.compile(r"\s*[,;|/&+]\s*|\s+and\s+")
COLUMNS = "Say which column holds what: --columns question=A,options=B:E,correct=F."


def read(data: bytes, name: str, columns: Columns | None = None) -> Reading:
    """The questions of a table; ``columns`` says which column holds what, where the table does not.

    Raises:
        FileError: it is no table, has no question, or its columns cannot be told.
    """
    rows, notes = rows_of(data, name)
    known = columns or columns_of(rows)
    if known is None or not known.complete:
        what = "No heading of this table says where the questions and the answers are."
        raise FileError(name, [Problem(1, 1, "columns", what, COLUMNS, file=name)])
    body = rows[1:] if known.header else rows
    if not known.header and columns is None:
        what = "The table has no headings: its first column was taken for the question, its last"
        notes = (*notes, Note(1, 1, "changed", "columns", f"{what} for the right answer."))
    if not body:
        what = "There is no row below the headings."
        raise FileError(name, [Problem(1, 1, "no-questions", what, "Add one.", file=name)])
    ids = Ids()
    found = tuple(_Reader(known, row, ids, n).question() for n, row in enumerate(body, start=1))
    return Reading(questions=found, notes=notes)


def recognise_csv(head: bytes, name: str) -> float:
    """Rows of cells under headings that say what they hold."""
    if b"\x00" in head or is_zip(head) or head.lstrip()[:1] in (b"<", b"#"):
        return 0.0
    whole = head.rpartition(b"\n")[0] or head
    try:
        rows, _notes = rows_of(whole, name)
    except FileError:
        return 0.0
    known = columns_of(rows)
    if known is not None and known.complete and max(len(row.cells) for row in rows) > 1:
        return 0.93 if known.header else 0.45
    widths = {len(row.cells) for row in rows}
    even = len(rows) > 1 and len(widths) == 1 and max(widths) > 2
    return 0.35 if even or name.lower().endswith((".csv", ".tsv")) else 0.0


def recognise_tsv(head: bytes, name: str) -> float:
    """The same with tabs between the cells."""
    first = head.lstrip(b"\r\n").partition(b"\n")[0]
    return recognise_csv(head, name) if first.count(b"\t") > 1 else 0.0


def recognise_xlsx(head: bytes, name: str) -> float:
    """A zip file with a workbook in it."""
    if not is_zip(head):
        return 0.0
    return 0.9 if b"xl/" in head or name.lower().endswith(".xlsx") else 0.0


@dataclass(slots=True)
class _Reader:
    """One row on its way to an item."""

    columns: Columns
    row: Row
    ids: Ids
    n: int
    maker: Maker = field(init=False)

    def _cell(self, role: str) -> str:
        return self._at(self.columns.place(role))

    def _at(self, place: int | None) -> str:
        cells = self.row.cells
        return cells[place] if place is not None and 0 <= place < len(cells) else ""

    def question(self) -> Question:
        """The row as a question."""
        stem = self._cell("question")
        self.maker = Maker(
            line=self.row.line,
            id=self.ids.new(self._cell("id"), self.n),
            stem=unmarked(stem),
            feedback=unmarked(self._cell("feedback")),
            tags=tuple(dict.fromkeys(filter(None, re.split(r"\s*[,;]\s*", self._cell("tags"))))),
        )
        self.maker.notes.extend(self.row.notes)
        if is_marked(stem):
            what = "Its markup was taken off; the words are all there."
            self.maker.say("changed", "markup", what)
        self._points()
        native = self._cell("type")
        item = self._item(native) if stem else None
        if not stem:
            self.maker.say("refused", "no-stem", "There is no question in this row.")
        category = self._cell("category")
        return Question(
            line=self.row.line,
            name=self._cell("name") or shortened(self.maker.stem),
            native=native,
            item=item,
            notes=tuple(self.maker.notes),
            category=tuple(part for part in re.split(r"\s*>\s*", category) if part),
        )

    def _points(self) -> None:
        text = self._cell("points")
        points = number(text) if text else None
        if points is not None and 0 < points <= 100:
            self.maker.weight = points
        elif text:
            self.maker.say("lost", "points", f"“{shortened(text, 30)}” are no points; it counts 1.")

    def _item(self, native: str) -> Item | None:
        told = "".join(c for c in native.casefold() if c.isalnum())
        options, correct = self._options(), self._cell("correct") or self._cell("answer")
        kind = _KIND.get(told) or self._guessed(options, correct)
        if native and told not in _KIND:
            what = f"The type “{shortened(native, 30)}” is not known; its cells say what it is."
            self.maker.say("info", "type", what)
        item: Item | None = self._KINDS[kind](self, options, correct)
        return item

    def _options(self) -> list[Option]:
        """The answers that are filled in; their ids keep the places of their columns."""
        said = self.columns.told or {}
        found = []
        for n, place in enumerate(self.columns.options):
            if text := unmarked(self._at(place)):
                told = unmarked(self._at(said.get(n)))
                found.append(Option(f"o{n + 1}", text, None, told))
        return found

    def _guessed(self, options: list[Option], correct: str) -> str:
        """What a row is that does not say it."""
        if options and all(_ARROW.search(option.text) for option in options) and not correct:
            return "match"
        if len(options) > 1 or (len(correct) == 1 and _named(options, correct)):
            return "single"
        if not correct:
            return "typed" if options else "open"
        if fold(correct) in _TRUE | _FALSE and not correct.isdigit():
            return "true"
        return "number" if number(correct) is not None else "typed"

    def _right(self, options: list[Option], correct: str) -> list[str]:
        """The ids of the options that are named: by letter, number, or in their own words."""
        if whole := _named(options, correct):
            return [whole]
        pieces = [piece for piece in _SPLIT.split(correct) if piece]
        if len(pieces) == 1 and pieces[0].isalpha() and pieces[0].isupper():
            pieces = list(pieces[0])
        found = [_named(options, piece) for piece in pieces]
        return list(dict.fromkeys(found)) if found and all(found) else []

    def _choice(self, options: list[Option], correct: str) -> Item | None:
        right = self._right(options, correct)
        if len(right) > 1:
            return self._several(options, correct)
        if not self._fits(options, right, correct):
            return None
        given = [
            Given(text=o.text, fraction=Decimal(int(o.id in right)), feedback=o.feedback)
            for o in options
        ]
        return self.maker.choice(given, single=True)

    def _fits(self, options: list[Option], right: list[str], correct: str) -> bool:
        if len(options) < 2:
            self.maker.say("refused", "too-few", "A choice needs two different answers.")
        elif not right:
            what = f"“{shortened(correct, 40)}” is none of the answers."
            what = what if correct else "No answer is named as the right one."
            self.maker.say("refused", "no-key", what)
        return len(options) > 1 and bool(right)

    def _several(self, options: list[Option], correct: str) -> Item | None:
        right = self._right(options, correct)
        if not self._fits(options, right, correct):
            return None
        if len({fold(option.text) for option in options}) < len(options):
            self.maker.say("refused", "twin", "Two of its answers are the same.")
            return None
        strict = fold(self._cell("scoring")).replace("_", " ") == "all or nothing"
        numbered = {o.id: f"o{n}" for n, o in enumerate(options, start=1)}
        made = tuple(Option(numbered[o.id], o.text, None, o.feedback) for o in options)
        key = tuple(numbered[o.id] for o in options if o.id in right)
        common = self.maker.common()
        return MultipleResponse(**common, options=made, right=key, all_or_nothing=strict)

    def _true_false(self, options: list[Option], correct: str) -> Item | None:
        named = {option.id: option.text for option in options}
        words = next((named[id_] for id_ in self._right(options, correct)), correct)
        word = fold(words)
        if word not in _TRUE | _FALSE:
            what = f"“{shortened(correct, 40)}” says neither true nor false."
            self.maker.say("refused", "no-key", what)
            return None
        return self.maker.true_false(word in _TRUE, [option.feedback for option in options])

    def _typed(self, options: list[Option], correct: str) -> Item | None:
        words = [*filter(None, re.split(r"\s*\|\s*", correct)), *(o.text for o in options)]
        accepted = [word for word in dict.fromkeys(words) if bare(word)]
        if not accepted:
            self.maker.say("refused", "no-key", "There is no answer in this row.")
            return None
        made = self.maker.short([Given(text=word, fraction=Decimal(1)) for word in accepted])
        return replace(made, wildcards=False) if isinstance(made, ShortAnswer) else made

    def _number(self, options: list[Option], correct: str) -> Item | None:
        text = correct or next((option.text for option in options), "")
        span = self._cell("tolerance")
        if number(text) is None or (span and number(span) is None):
            what = f"“{shortened(text if number(text) is None else span, 40)}” is no number."
            self.maker.say("refused", "no-number", what)
            return None
        given = Given(text=text, fraction=Decimal(1), tolerance=span)
        return self.maker.number([given], self._cell("unit"))

    def _match(self, options: list[Option], _correct: str) -> Item | None:
        pairs = [_ARROW.split(option.text, maxsplit=1) for option in options]
        if any(len(pair) != 2 for pair in pairs):
            self.maker.say("refused", "no-arrow", "A pair has no “->” between its two parts.")
            return None
        return self.maker.match([(left.strip(), right.strip()) for left, right in pairs])

    def _order(self, options: list[Option], _correct: str) -> Item | None:
        if len(options) < 2 or len({fold(o.text) for o in options}) < len(options):
            what = "An order needs two parts or more, all of them different."
            self.maker.say("refused", "too-few", what)
            return None
        made = tuple(Option(f"o{n}", o.text) for n, o in enumerate(options, start=1))
        strict = fold(self._cell("scoring")).replace("_", " ") == "all or nothing"
        return Order(**self.maker.common(), options=made, all_or_nothing=strict)

    def _open(self, options: list[Option], correct: str) -> Item:
        if options or correct:
            what = "An open question is kept as a text to read; its answer stands below it."
            self.maker.say("changed", "open", what)
            told = [self.maker.feedback, correct, *(option.text for option in options)]
            self.maker.feedback = "\n".join(filter(None, told))
        return Info(**self.maker.common())

    _KINDS: ClassVar = {
        "single": _choice,
        "several": _several,
        "true": _true_false,
        "typed": _typed,
        "number": _number,
        "match": _match,
        "order": _order,
        "open": _open,
    }


def _named(options: Sequence[Option], word: str) -> str:
    """The option that a word names: its own text, its letter, or its number; empty for none."""
    plain = word.strip().strip("().").strip()
    by_place = {option.id: option for option in options}
    lettered = LETTERS.find(plain.upper()) + 1 if len(plain) == 1 else 0
    if f"o{lettered}" in by_place:
        return f"o{lettered}"
    for option in options:
        if plain and fold(option.text) == fold(word):
            return option.id
    numbered = re.fullmatch(r"(?:[A-Za-z]+ ?)?(\d{1,2})", plain)
    id_ = f"o{int(numbered[1])}" if numbered else ""
    if id_ in by_place:
        return id_
    called = re.fullmatch(r"(?i)(?:answer|option|choice) ?([a-z])", plain)
    id_ = f"o{LETTERS.index(called[1].upper()) + 1}" if called else ""
    return id_ if id_ in by_place else ""
