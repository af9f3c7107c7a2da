"""Moodle XML: every standard type read into a kind, every other kept whole and given back."""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from quizapp.formats.base import Format, Question, Reading
from quizapp.formats.moodle_cloze import UnknownGapError, gapped
from quizapp.formats.moodle_kinds import Given, Ids, Maker, number, percent
from quizapp.formats.moodle_xml_write import LOSSES, write
from quizapp.formats.plain import is_marked, shortened, unmarked
from quizapp.formats.xml import Element, child, children, parsed, refused, source
from quizapp.items import Cloze, Gap, Item, Option, Order, Picture
from quizapp.items.info import Original

ID = "moodlexml"
_PLUGIN = re.compile(r"""<img\b[^<>]*@@PLUGINFILE@@/([^"'?<>]+)[^<>]*>""", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_MOST_WEIGHT = Decimal(100)


def recognise(head: bytes, name: str) -> float:  # noqa: ARG001  (its content says enough)
    """A ``quiz`` with questions that have a type."""
    if re.search(rb"<quiz\b", head):
        return 0.95
    return 0.6 if re.search(rb"<question\s+type=", head) else 0.0


def read(data: bytes, name: str) -> Reading:
    """The questions of a Moodle XML file.

    Raises:
        FileError: it is no XML, or no quiz of Moodle’s.
    """
    root = parsed(data, name)
    found = [root] if root.tag == "question" else list(root.iter("question"))
    if root.tag not in ("quiz", "question") and not found:
        raise refused(name, 1, "no-quiz", "There is no quiz of Moodle in this file.")
    reader = _Reader()
    for element in found:
        reader.question(element)
    return Reading(questions=tuple(reader.questions), files=reader.files)


class _Reader:
    """Goes through the questions; a category holds for those after it."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.files: dict[str, bytes] = {}
        self._category: tuple[str, ...] = ()
        self._ids = Ids()

    def question(self, element: Element) -> None:
        """One question, or a category."""
        native = str(element.get("type") or "").strip()
        if native == "category":
            path = _text(child(element, "category"))
            self._category = tuple(part.strip() for part in path.split("/") if part.strip())
            return
        maker = self._maker(element)
        item = self._item(maker, native, element)
        if item is None:
            item = _kept(maker, native, element)
        self.questions.append(
            Question(
                line=element.sourceline or 0,
                name=unmarked(_text(child(element, "name"))) or shortened(maker.stem),
                native=native,
                item=item,
                notes=tuple(note for note in maker.notes if note.effect != "refused"),
                category=self._category,
            )
        )

    def _maker(self, element: Element) -> Maker:
        stem = child(element, "questiontext")
        if stem is None:
            stem = child(element, "description")
        text = _text(stem)
        maker = Maker(
            line=element.sourceline or 0,
            id=self._ids.new(_text(child(element, "idnumber")), len(self.questions) + 1),
            stem="",
            feedback=_plain(child(element, "generalfeedback")),
            tags=tuple(_text(tag) for tag in _tags(element) if _text(tag)),
        )
        maker.weight = _weight(element)
        plain = stem is not None and stem.get("format") == "plain_text"
        maker.stem = text if plain else unmarked(self._picture(maker, stem, text))
        if maker.stem != text and is_marked(text):
            maker.say("changed", "markup", "Its markup was taken off; the words are all there.")
        return maker

    def _picture(self, maker: Maker, stem: Element | None, text: str) -> str:
        """The first picture of the text goes with the item; others are named as lost.

        What is given back is the text without the picture that goes with the item.
        """
        if stem is None:
            return text
        inside = {str(file.get("name") or ""): file for file in children(stem, "file")}
        shown = [found for found in _PLUGIN.finditer(text) if found[1] in inside]
        for n, found in enumerate(shown):
            data = _decoded(inside[found[1]].text)
            if n or data is None:
                maker.say("lost", "picture", f"The picture “{found[1]}” was left out.")
                continue
            alt = _ALT.search(found[0])
            words = html.unescape((alt[1] or alt[2] or "") if alt else "").strip()
            self.files[found[1]] = data
            maker.picture = Picture(found[1], words or found[1])
            text = text.replace(found[0], "", 1)
        return text

    def _item(self, maker: Maker, native: str, element: Element) -> Item | None:
        make = _READERS.get(native)
        if make is None:
            return None
        return make(maker, element)


def _kept(maker: Maker, native: str, element: Element) -> Item:
    """A question that no kind holds, kept whole."""
    if native not in ("essay", "description"):
        what = f"Questions of type “{native}” cannot be asked here; it is kept whole, unscored."
        maker.say("changed", "kept", what)
    elif native == "essay":
        maker.say("changed", "open", "An open question is kept as a text to read, unscored.")
    if not maker.stem.strip():
        maker.stem = unmarked(_text(child(element, "name"))) or native
    return maker.info(Original(ID, native, source(element)))


def _choice(maker: Maker, element: Element) -> Item | None:
    single = _text(child(element, "single")).strip().casefold() not in ("false", "0")
    return maker.choice(list(_answers(element)), single=single)


def _true_false(maker: Maker, element: Element) -> Item | None:
    answers = list(_answers(element))
    right = next((one for one in answers if one.fraction >= 1), None)
    if right is None:
        return None
    return maker.true_false(
        right.text.strip().casefold() in ("true", "vrai", "wahr", "verdadero", "1"),
        [one.feedback for one in answers],
    )


def _short(maker: Maker, element: Element) -> Item | None:
    case = _text(child(element, "usecase")).strip() in ("1", "true")
    return maker.short(list(_answers(element)), case=case)


def _numerical(maker: Maker, element: Element) -> Item | None:
    units = [_text(child(unit, "unit_name")) or _bare(child(unit, "unit_name"))
             for unit in _inside(element, "units", "unit")]  # fmt: skip
    names = [unit for unit in units if unit]
    return maker.number(list(_answers(element)), names[0] if names else "", names[1:])


def _matching(maker: Maker, element: Element) -> Item | None:
    pairs = [
        (_plain(sub), unmarked(_text(child(sub, "answer"))))
        for sub in children(element, "subquestion")
    ]
    return maker.match(pairs)


def _ordering(maker: Maker, element: Element) -> Item | None:
    texts = [_plain(answer) for answer in children(element, "answer", "subquestion")]
    texts = list(dict.fromkeys(text for text in texts if text))
    if len(texts) < 2:
        return None
    options = tuple(Option(f"o{n}", text) for n, text in enumerate(texts, start=1))
    return Order(**maker.common(), options=options)


def _cloze(maker: Maker, element: Element) -> Item | None:
    try:
        found = gapped(_text(child(element, "questiontext")))
    except UnknownGapError:
        return None
    for what in found.lost:
        maker.say("lost", what, f"The {what} of single gaps was left out.")
    common = {**maker.common(), "stem": ""}
    return Cloze(**common, text=found.text, gaps=found.gaps)


def _gap_choice(box: str) -> Callable[[Maker, Element], Item | None]:
    """Gaps ``[[1]]`` that are filled with the numbered words of a list."""

    def make(maker: Maker, element: Element) -> Item | None:
        words = [
            (unmarked(_text(one)), _bare(child(one, "group")) or "1")
            for one in children(element, box)
        ]
        used = [int(n) for n in re.findall(r"\[\[(\d+)\]\]", maker.stem)]
        if not used or any(not 0 < n <= len(words) for n in used):
            return None
        gaps: list[Gap] = []

        def take(found: re.Match[str]) -> str:
            right, group = words[int(found[1]) - 1]
            options = tuple(dict.fromkeys(text for text, other in words if other == group))
            gaps.append(Gap(f"g{len(gaps) + 1}", (right,), options))
            return f"[[g{len(gaps)}]]"

        text = re.sub(r"\[\[(\d+)\]\]", take, maker.stem)
        return Cloze(**{**maker.common(), "stem": ""}, text=text, gaps=tuple(gaps))

    return make


_READERS: dict[str, Callable[[Maker, Element], Item | None]] = {
    "multichoice": _choice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numerical,
    "matching": _matching,
    "ordering": _ordering,
    "order": _ordering,
    "cloze": _cloze,
    "multianswer": _cloze,
    "gapselect": _gap_choice("selectoption"),
    "ddwtos": _gap_choice("dragbox"),
}


def _answers(element: Element) -> Iterator[Given]:
    for answer in children(element, "answer"):
        yield Given(
            text=_plain(answer),
            fraction=percent(
                str(answer.get("fraction") or _bare(child(answer, "fraction")) or "0")
            ),
            feedback=_plain(child(answer, "feedback")),
            tolerance=_bare(child(answer, "tolerance")) or "0",
        )


def _tags(element: Element) -> Iterator[Element]:
    yield from _inside(element, "tags", "tag")


def _inside(element: Element, outer: str, inner: str) -> Iterator[Element]:
    holder = child(element, outer)
    if holder is not None:
        yield from children(holder, inner)


def _weight(element: Element) -> Decimal:
    grade = number(_bare(child(element, "defaultgrade")) or "1")
    return grade if grade is not None and 0 < grade <= _MOST_WEIGHT else Decimal(1)


def _text(element: Any) -> str:
    """The text of an element that may hold it in a ``text`` of its own, or bare."""
    if element is None:
        return ""
    inner = child(element, "text")
    return _bare(inner if inner is not None else element)


def _bare(element: Any) -> str:
    return "" if element is None else str(element.text or "").strip()


def _plain(element: Any) -> str:
    """The text of an element as plain words."""
    if element is not None and element.get("format") == "plain_text":
        return _text(element)
    return unmarked(_text(element))


def _decoded(text: str | None) -> bytes | None:
    try:
        return base64.b64decode("".join((text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        return None


MOODLE_XML = Format(
    id=ID,
    title="Moodle XML",
    suffixes=(".xml", ".moodle.xml"),
    recognise=recognise,
    read=read,
    write=write,
    text=True,
    losses=LOSSES,
)
