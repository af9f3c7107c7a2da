"""Reading notes that Anki exported as text, or that were made to be imported there."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO

from quizapp.errors import FileError, Problem
from quizapp.formats.anki.cards import GUID, ID, marked, plain
from quizapp.formats.base import Question, Reading
from quizapp.formats.moodle_kinds import Ids, Maker
from quizapp.formats.plain import decoded, shortened
from quizapp.items import Cloze, Gap, Item, ShortAnswer
from quizapp.items.info import Original
from quizapp.items.typed import MOST_TYPED, bare

_KEYS = "separator|html|tags|columns|notetype|deck|guid|if matches"
_HEADER = re.compile(rf"#((?:{_KEYS})(?: column| scope)?):(.*)", re.IGNORECASE)
_HEAD = re.compile(rf"\A(?:\xef\xbb\xbf)?\s*#(?:{_KEYS})(?: column)?:".encode(), re.IGNORECASE)
_CLOZE_HINT = re.compile(rb"\{\{c\d+::")
_CLOZE = re.compile(r"\{\{c(\d+)::((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
_OPEN = re.compile(r"\{\{c\d+::")
_SOUND = re.compile(r"\[sound:[^\]]*\]|\[anki:[^\]]*\]")
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)
SEPARATORS = {
    "tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_NAMED_LIKE = re.compile(rb"(?i)\A\W*(?:question|type|id|name|title|stem|text)s?\t")


def recognise(head: bytes, name: str) -> float:
    """A header of Anki, gaps as Anki has them, or two to four columns parted by tabs."""
    if b"\x00" in head or head.lstrip()[:1] in (b"<", b"{", b"["):
        return 0.0
    if _HEAD.match(head):
        return 0.97
    if _CLOZE_HINT.search(head):
        return 0.85
    lines = [line for line in head.splitlines()[:50] if line.strip() and line[:1] != b"#"]
    if not lines or not all(1 <= line.count(b"\t") <= 3 for line in lines):
        return 0.0
    if _NAMED_LIKE.match(lines[0]):
        return 0.2  # a table with a row of names
    return 0.5 if name.casefold().endswith(".txt") else 0.35


@dataclass(slots=True)
class _Layout:
    """What the lines at the top say of the rest. Columns count from 1; 0 is none."""

    separator: str = ""
    html: bool = True
    tags: tuple[str, ...] = ()
    type: str = ""
    title: str = ""
    places: dict[str, int] = field(default_factory=dict)
    told: bool = False

    def hear(self, key: str, value: str) -> None:
        """Take one line of the header."""
        self.told = True
        value = value.strip()
        if key == "separator":
            sign = SEPARATORS.get(value.casefold(), value[:1])
            self.separator = "\t" if sign in ("", '"', "\\") else sign
        elif key == "html":
            self.html = value.casefold() != "false"
        elif key == "tags":
            self.tags = tuple(value.split())
        elif key == "notetype":
            self.type = value
        elif key == "deck":
            self.title = value
        elif key.endswith(" column") and value.isascii() and value.isdigit():
            self.places[key.removesuffix(" column")] = int(value[:6])

    def cell(self, row: Sequence[str], what: str) -> str:
        """The cell of a column that the header names; empty where it does not."""
        place = self.places.get(what, 0)
        return row[place - 1] if 0 < place <= len(row) else ""

    def fields(self, row: Sequence[str]) -> list[str]:
        """The cells that hold the note itself."""
        taken = set(self.places.values())
        return [cell for n, cell in enumerate(row, start=1) if n not in taken]


def read(data: bytes, name: str) -> Reading:
    """The notes of a text file of Anki.

    Raises:
        FileError: it is no text, or has no notes.
    """
    text, notes = decoded(data, name)
    layout, lines, begun = _Layout(), text.split("\n"), 0
    while begun < len(lines) and (lines[begun].startswith("#") or not lines[begun].strip()):
        if found := _HEADER.fullmatch(lines[begun].rstrip()):
            layout.hear(found[1].casefold(), found[2])
        begun += 1
    body = "\n".join(lines[begun:])
    layout.separator = layout.separator or _separator(body)
    reader = _Reader(layout)
    for line, row in _rows(body, layout.separator):
        reader.take(line + begun, row)
    if not reader.questions:
        what = "There is no note in this file."
        problem = Problem(1, 1, "no-notes", what, "Export notes as plain text.", file=name)
        raise FileError(name, [problem])
    title = layout.title or reader.deck
    return Reading(questions=tuple(reader.questions), notes=notes, title=title)


def _separator(body: str) -> str:
    """Where the header does not say it: the sign that parts most of the first lines."""
    lines = [line for line in body.split("\n")[:100] if line.strip()]
    counts = {sign: sum(sign in line for line in lines) for sign in "\t;,|"}
    best = max(counts, key=lambda sign: counts[sign])
    return best if counts[best] else "\t"


def _rows(body: str, separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """Each row with the line that it begins on; ``None`` for one that cannot be read."""
    reader = csv.reader(StringIO(body, newline=""), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, None
            continue
        if any(cell.strip() for cell in row) and not (row[0].startswith("#") and len(row) == 1):
            yield line, row


@dataclass(slots=True)
class _Reader:
    """Takes one row after the other."""

    layout: _Layout
    questions: list[Question] = field(default_factory=list)
    deck: str = ""
    ids: Ids = field(default_factory=Ids)

    def take(self, line: int, row: list[str] | None) -> None:
        """One note."""
        layout, n = self.layout, len(self.questions) + 1
        guid = layout.cell(row or (), "guid")
        wish = guid[len(GUID) :].rpartition(":")[0] if guid.startswith(GUID) else ""
        maker = Maker(line=line, id=self.ids.new(wish, n), stem="")
        fields = layout.fields(row or ())
        tags = layout.cell(row or (), "tags").split()
        if not layout.told and len(fields) == 3:
            tags = fields.pop().split()
        while fields and not fields[-1].strip():
            fields.pop()
        maker.tags = tuple(dict.fromkeys((*layout.tags, *tags)))
        native = layout.cell(row or (), "notetype") or layout.type
        deck = layout.cell(row or (), "deck")
        self.deck = self.deck or deck
        item = None
        if row is None:
            maker.say("refused", "too-long", "A field of it is longer than any that is read.")
        else:
            item = self._item(maker, fields, native)
        cloze = isinstance(item, Cloze)
        self.questions.append(
            Question(
                line=line,
                name=shortened((item.text if isinstance(item, Cloze) else maker.stem) or guid),
                native=native or ("Cloze" if cloze else "Basic"),
                item=item,
                notes=tuple(maker.notes),
                category=tuple(part for part in deck.split("::") if part),
            )
        )

    def _item(self, maker: Maker, fields: list[str], native: str) -> Item | None:
        cleaned = [self._heard(maker, cell) for cell in fields]
        if not cleaned:
            maker.say("refused", "empty", "There is nothing in its fields.")
            return None
        words: Callable[[str], str] = plain if self.layout.html else str.strip
        if _OPEN.search(cleaned[0]):
            return _cloze(maker, cleaned, words) or self._kept(maker, fields, "Cloze")
        maker.stem = words(cleaned[0])
        if "cloze" in native.casefold():
            maker.say("lost", "no-gap", "It has no gap; it is taken as a card.")
        if len(cleaned) < 2 or not maker.stem:
            maker.say("refused", "no-back", "The card lacks one of its two sides.")
            return None
        if len(cleaned) > 2:
            maker.say("changed", "fields", "Its further fields are shown after every answer.")
        return _card(maker, cleaned, words) or self._kept(maker, fields, "Basic")

    def _kept(self, maker: Maker, fields: list[str], type_: str) -> Item:
        """A note that cannot be asked, as it was."""
        two = [*fields, ""][:2]
        source = json.dumps(two if self.layout.html else [*map(marked, two)], ensure_ascii=False)
        return maker.info(Original(ID, type_, source))

    def _heard(self, maker: Maker, cell: str) -> str:
        """A field without sounds and pictures, which are named as lost."""
        if _SOUND.search(cell):
            maker.say("lost", "media", "A sound was left out.")
            cell = _SOUND.sub("", cell)
        if self.layout.html and _IMAGE.search(cell):
            maker.say("lost", "media", "A picture was left out.")
        return cell


def _card(maker: Maker, cleaned: list[str], words: Callable[[str], str]) -> Item | None:
    """A card: what stands first on its back is to be typed, where it is short enough."""
    back = words(cleaned[1])
    answer, _gap, told = back.partition("\n\n")
    more = [told, *map(words, cleaned[2:])]
    if "\n" in answer or len(answer) > MOST_TYPED or not bare(answer):
        maker.say("changed", "kept", "Its back is too long to be typed; it is kept to be read.")
        maker.feedback = "\n".join(filter(None, [back, *more[1:]]))
        return None
    maker.feedback = "\n".join(filter(None, more))
    return ShortAnswer(**maker.common(), accepted=(answer,))


def _cloze(maker: Maker, cleaned: list[str], words: Callable[[str], str]) -> Item | None:
    """A text with gaps; a hint stands behind its gap in brackets."""
    gaps: list[Gap] = []
    hints = False

    def take(found: re.Match[str]) -> str:
        nonlocal hints
        answer, _colons, hint = found[2].partition("::")
        inside, hint = words(answer), words(hint)
        hints = hints or bool(hint)
        if not bare(inside):
            return inside
        gaps.append(Gap(f"g{len(gaps) + 1}", (inside,)))
        return f"[[g{len(gaps)}]]" + (f" ({hint})" if hint else "")

    text = cleaned[0].replace("[[", "[ [").replace("]]", "] ]")
    text = words(_CLOZE.sub(take, text))
    if not gaps or _OPEN.search(text):
        what = "Its gaps are empty, lie in each other or are not closed; it is kept to be read."
        maker.say("changed", "kept", what)
        maker.stem = words(cleaned[0]) or "?"
        return None
    if hints:
        maker.say("changed", "hint", "A hint stands behind its gap in brackets.")
    maker.feedback = "\n".join(filter(None, map(words, cleaned[1:])))
    return Cloze(**maker.common(), text=text, gaps=tuple(gaps))
