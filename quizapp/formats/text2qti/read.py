"""Reading text2qti: entries gathered into questions, and each made an item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import ClassVar

from quizapp.errors import FileError, Problem
from quizapp.formats.base import Note, Question, Reading
from quizapp.formats.moodle_kinds import Given, Ids, Maker, number
from quizapp.formats.plain import decoded, shortened
from quizapp.formats.text2qti.lines import ID, Entry, entries
from quizapp.formats.text2qti.marks import has_formula, plain
from quizapp.items import Cloze, Gap, Item, MultipleResponse, Option, ShortAnswer, TrueFalse
from quizapp.items.info import Original

_HINT = re.compile(
    rb"(?m)^(\*[a-zA-Z]\)\s|\[\*\]|\{\*\}|<>\s|=\s+[-+\[\d]|___+\s*$|\^\^\^+\s*$|\*\s+\S)"
)
_ASKED = re.compile(rb"(?m)^\d+\.[ \t]+\S")
_TITLED = re.compile(rb"(?im)^quiz (title|description):")
_ID = re.compile(r"\[id:([^\[\]]+)\]")
_TAG = re.compile(r"\[tag:([^\[\]]+)\]")
_GAP = re.compile(r"\(\(([^()\[\]]+)\)\)")
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_MARGIN = re.compile(r"(.+?)\+-\s*(.+?)(%?)\s*$")
_RANGE = re.compile(r"\[\s*([^,]+),\s*([^\]]+)\]\s*$")
_ANSWERS = ("right", "wrong", "several-right", "several-wrong", "list-right", "list-wrong",
            "blank", "typed", "number", "essay", "upload")  # fmt: skip
_NATIVE = {
    "right": "multiple_choice_question",
    "several": "multiple_answers_question",
    "list": "multiple_dropdowns_question",
    "blank": "fill_in_multiple_blanks_question",
    "typed": "short_answer_question",
    "number": "numerical_question",
    "essay": "essay_question",
    "upload": "file_upload_question",
}


def recognise(head: bytes, name: str) -> float:  # noqa: ARG001  (its content says enough)
    """Numbered questions with answers that are marked as text2qti marks them."""
    if b"\x00" in head or head.lstrip()[:1] == b"<":
        return 0.0
    asked = _ASKED.search(head) is not None
    if asked and (_HINT.search(head) or _TITLED.search(head)):
        return 0.92
    return 0.5 if _TITLED.search(head) else 0.0


def read(data: bytes, name: str) -> Reading:
    """The questions of a text2qti file.

    Raises:
        FileError: it is no text, or there is no question in it.
    """
    text, notes = decoded(data, name)
    reader = _Reader()
    for entry in entries(text):
        reader.take(entry)
    reader.close()
    if not reader.questions:
        what = "There is no question in this file."
        problem = Problem(1, 1, "no-questions", what, "Begin one with “1. ”.", file=name)
        raise FileError(name, [problem])
    return Reading(
        questions=tuple(reader.questions),
        notes=(*notes, *reader.notes),
        title=reader.title,
        about=reader.about,
    )


@dataclass(slots=True)
class _Asked:
    """A question with everything that stands below it."""

    line: int
    stem: str
    entries: list[Entry] = field(default_factory=list)
    title: str = ""
    points: str = ""
    noted: str = ""
    category: tuple[str, ...] = ()
    only_text: bool = False


@dataclass(slots=True)
class _Reader:
    """Takes one entry after the other."""

    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    title: str = ""
    about: str = ""
    _open: _Asked | None = None
    _next: dict[str, str] = field(default_factory=dict)
    _group: tuple[str, ...] = ()
    _groups: int = 0
    _each: str = ""
    _ids: Ids = field(default_factory=Ids)

    def take(self, entry: Entry) -> None:
        """One entry: a question, what belongs to one, or something between them."""
        if entry.kind in ("question", "text"):
            self._ask(entry)
        elif self._open is not None and entry.kind in (
            *_ANSWERS,
            "told",
            "told-right",
            "told-wrong",
        ):
            self._open.entries.append(entry)
        else:
            self._between(entry)

    def _ask(self, entry: Entry) -> None:
        self.close()
        self._open = _Asked(
            entry.line,
            entry.text,
            [entry],
            title=self._next.pop("title", self._next.pop("text-title", "")),
            points=self._next.pop("points", self._each),
            noted=self._next.pop("noted", ""),
            category=self._group,
            only_text=entry.kind == "text",
        )

    def _between(self, entry: Entry) -> None:
        self.close()
        kind, text = entry.kind, entry.text
        if kind in ("title", "text-title", "points", "noted"):
            self._next[kind] = text
        elif kind in ("quiz-title", "quiz-about"):
            words = " ".join(plain(text).split())
            self.title, self.about = (
                (words, self.about) if kind == "quiz-title" else (self.title, words)
            )
        elif kind == "group":
            self._groups += 1
            self._group, self._each = (f"Group {self._groups}",), ""
            what = "A group, of which some questions are drawn there: all of them are read."
            self._say(entry, "info", "group", what)
        elif kind == "ungroup":
            self._group, self._each = (), ""
        elif kind == "points-each":
            self._each = text
        elif kind == "option":
            what = "The settings of the quiz are left out."
            if not any(note.code == "settings" for note in self.notes):
                self._say(entry, "lost", "settings", what)
        elif kind == "code":
            self._refuse_code(entry)
        elif kind != "pick":
            what = f"A line that belongs to no question was left out: “{shortened(text, 60)}”."
            self._say(entry, "lost", "stray", what)

    def _refuse_code(self, entry: Entry) -> None:
        """What a program would have written is not there, so it stands in the list as refused."""
        what = "A block of code: code is never run. Put in the questions that it writes."
        note = Note(entry.line, 1, "refused", "code", what)
        name = shortened(entry.text)
        found = Question(line=entry.line, name=name, native="code", item=None, notes=(note,))
        self.questions.append(found)

    def _say(self, entry: Entry, effect: str, code: str, what: str) -> None:
        self.notes.append(Note(entry.line, 1, effect, code, what))  # type: ignore[arg-type]

    def close(self) -> None:
        """Make the question that was open."""
        asked, self._open = self._open, None
        if asked is None:
            return
        found = _ID.search(asked.noted)
        maker = Maker(
            line=asked.line,
            id=self._ids.new(found[1] if found else "", len(self.questions) + 1),
            stem=plain(asked.stem),
            tags=tuple(tag.strip() for tag in _TAG.findall(asked.noted)),
        )
        native, item = _made(maker, asked)
        self.questions.append(
            Question(
                line=asked.line,
                name=" ".join(asked.title.split()) or shortened(maker.stem),
                native=native,
                item=item,
                notes=tuple(maker.notes),
                category=asked.category,
            )
        )


def _made(maker: Maker, asked: _Asked) -> tuple[str, Item | None]:
    """The type in the file’s words, and the item; ``None`` where it is refused."""
    _points(maker, asked.points)
    if any(entry.loose for entry in asked.entries):
        what = "A line that is not indented was taken for a part of the one above it."
        maker.say("changed", "indent", what)
    if has_formula(asked.stem):
        maker.say("info", "formula", "A formula is kept as it is written.")
    if asked.only_text:
        return "text_region", maker.info()
    kinds = {entry.kind.split("-")[0] for entry in asked.entries if entry.kind in _ANSWERS}
    kinds = {"right" if kind == "wrong" else kind for kind in kinds}
    if len(kinds) != 1:
        code, what = "no-answer", "There is no answer below it."
        if kinds:
            code, what = "mixed", "Its answers are of several types."
        maker.say("refused", code, what)
        return "", None
    kind = next(iter(kinds))
    item = _Answers(maker, asked).item(kind)
    return "true_false_question" if isinstance(item, TrueFalse) else _NATIVE[kind], item


def _points(maker: Maker, text: str) -> None:
    points = number(text) if text else None
    if points is not None and 0 < points <= 100:
        maker.weight = points
    elif text:
        maker.say("lost", "points", f"“{shortened(text, 30)}” are no points; it counts 1.")


@dataclass(slots=True)
class _Answers:
    """The entries below a question, on their way to an item."""

    maker: Maker
    asked: _Asked

    def item(self, kind: str) -> Item | None:
        """The item of a kind; its feedback is told first."""
        self._tell()
        item: Item | None = self._KINDS[kind](self)
        return item

    def _tell(self) -> None:
        """What is said before the first answer: to the question, to right and to wrong ones."""
        general: list[str] = []
        judged: list[str] = []
        for entry in self.asked.entries[1:]:
            if entry.kind in _ANSWERS:
                break
            (general if entry.kind == "told" else judged).append(plain(entry.text))
        if judged:
            what = "What is said to right or to wrong answers is shown after either."
            self.maker.say("changed", "feedback-joined", what)
        self.maker.feedback = "\n".join(filter(None, (*general, *judged)))

    def _options(self) -> Iterator[tuple[bool, str, str]]:
        """Each answer: whether it is right, its raw words, and what is said to it."""
        answers = [e for e in self.asked.entries if e.kind in _ANSWERS]
        told: dict[int, str] = {}
        seen = -1
        for entry in self.asked.entries:
            seen += entry.kind in _ANSWERS
            if seen >= 0 and entry.kind == "told":
                told[seen] = "\n".join(filter(None, (told.get(seen, ""), plain(entry.text))))
        for n, entry in enumerate(answers):
            yield not entry.kind.endswith("wrong"), entry.text, told.get(n, "")

    def _choice(self) -> Item | None:
        found = [(right, plain(text), told) for right, text, told in self._options()]
        keys = [text for right, text, _told in found if right]
        if not keys:
            self.maker.say("refused", "no-key", "No answer is marked as right, as in “*b)”.")
            return None
        if (
            sorted(text.casefold() for _r, text, _t in found) == ["false", "true"]
            and keys[:1] == keys
        ):
            told = [told for _right, _text, told in found]
            return self.maker.true_false(keys[0].casefold() == "true", told)
        if len(keys) > 1:
            what = "Several answers are marked as right; each earns its part."
            self.maker.say("changed", "several", what)
        share = Decimal(1) / len(keys)
        given = [Given(text=t, fraction=share * right, feedback=told) for right, t, told in found]
        return self.maker.choice(given, single=len(keys) == 1)

    def _several(self) -> Item | None:
        """All or nothing, as the file that text2qti makes of it is scored."""
        found = [(right, plain(text), told) for right, text, told in self._options()]
        texts = list(dict.fromkeys(text for _right, text, _told in found if text))
        if len(texts) < 2 or len(texts) < len(found):
            what = "It needs two answers or more, all of them different."
            self.maker.say("refused", "too-few", what)
            return None
        right = tuple(f"o{n}" for n, (good, _t, _f) in enumerate(found, start=1) if good)
        if not right:
            self.maker.say("refused", "no-key", "No answer is marked as right, as in “[*]”.")
            return None
        options = tuple(Option(f"o{n}", t, None, f) for n, (_r, t, f) in enumerate(found, start=1))
        common = self.maker.common()
        return MultipleResponse(**common, options=options, right=right, all_or_nothing=True)

    def _typed(self) -> Item | None:
        given = [Given(text=t, fraction=Decimal(1), feedback=f) for _r, t, f in self._options()]
        if not any(one.text for one in given):
            self.maker.say("refused", "no-answer", "There is no word behind “*”.")
            return None
        made = self.maker.short(given)
        return replace(made, wildcards=False) if isinstance(made, ShortAnswer) else made

    def _number(self) -> Item | None:
        entry = next(e for e in self.asked.entries if e.kind == "number")
        found = _amount(entry.text)
        if found is None:
            what = f"“{shortened(entry.text, 40)}” is no number, range, or number with “+-”."
            self.maker.say("refused", "no-number", what)
            return None
        value, tolerance = found
        given = Given(text=f"{value:f}", fraction=Decimal(1), tolerance=f"{tolerance:f}")
        return self.maker.number([given])

    def _kept(self) -> Item:
        entry = next(e for e in self.asked.entries if e.kind in ("essay", "upload"))
        what = "An open question is kept as a text to read, unscored."
        self.maker.say("changed", "open", what)
        source = "\n".join(line for e in self.asked.entries for line in e.source)
        return self.maker.info(Original(ID, entry.kind, source))

    def _gaps(self) -> Item | None:
        """A text with a gap at each word in two brackets, typed or chosen from a list."""
        accepted: dict[str, list[str]] = {}
        listed: dict[str, list[str]] = {}
        chosen = any(e.kind.startswith("list") for e in self.asked.entries)
        for right, text, _told in self._options():
            name, answer = _gap(text)
            listed.setdefault(name, []).append(answer)
            if right:
                accepted.setdefault(name, []).append(answer)
        names = [name.strip() for name in _GAP.findall(self.asked.stem)]
        if not names or len(set(names)) < len(names) or set(names) != set(accepted):
            what = "Its gaps and its answers do not have the same names in two brackets."
            self.maker.say("refused", "gaps", what)
            return None
        fit = all(_NAME.fullmatch(name) for name in names)
        ids = {name: name if fit else f"g{n}" for n, name in enumerate(names, start=1)}
        gaps = tuple(
            Gap(ids[n], tuple(accepted[n]), tuple(dict.fromkeys(listed[n])) if chosen else ())
            for n in names
        )
        text = plain(_GAP.sub(lambda m: f"\ue011{ids[m[1].strip()]}\ue012", self.asked.stem))
        text = text.replace("[[", "[ [").replace("\ue011", "[[").replace("\ue012", "]]")
        return Cloze(**{**self.maker.common(), "stem": ""}, text=text, gaps=gaps)

    _KINDS: ClassVar = {
        "right": _choice,
        "several": _several,
        "typed": _typed,
        "number": _number,
        "essay": _kept,
        "upload": _kept,
        "blank": _gaps,
        "list": _gaps,
    }


def _gap(text: str) -> tuple[str, str]:
    """The name of the gap that an answer belongs to, and the answer."""
    found = _GAP.match(text)
    return (found[1].strip(), text[found.end() :].strip()) if found else ("", text)


def _amount(text: str) -> tuple[Decimal, Decimal] | None:
    """A number and how far from it one may be; ``None`` where it is none."""
    if span := _RANGE.match(text):
        low, high = _decimal(span[1]), _decimal(span[2])
        if low is None or high is None or low > high:
            return None
        return (low + high) / 2, (high - low) / 2
    if margin := _MARGIN.match(text):
        value, spread = _decimal(margin[1]), _decimal(margin[2])
        if value is None or spread is None or spread < 0:
            return None
        return value, abs(value) * spread / 100 if margin[3] else spread
    value = _decimal(text)
    return None if value is None else (value, Decimal(0))


def _decimal(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().replace("_", ""))
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value) < Decimal(10) ** 15 else None
