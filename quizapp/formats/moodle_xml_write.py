"""A bank as Moodle XML."""

import base64
import html
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from lxml import etree

from quizapp.bank import Bank
from quizapp.formats.base import Loss, Written
from quizapp.formats.plain import shortened
from quizapp.formats.xml import Element
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    MultipleResponse,
    Numeric,
    Order,
    ShortAnswer,
    TrueFalse,
    decimal,
)
from quizapp.items.choice import OneRight
from quizapp.items.claimed import IDS as STANDINGS
from quizapp.items.claimed import named
from quizapp.items.pairing import PairItem

LOSSES = (
    "Claims, standings and evidence: a question goes out as its words and its key.",
    "Words to be marked in the article, and the article itself.",
    "Feedback on single options of a true-or-false question and of gaps.",
)
_FORMAT = "moodlexml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def write(bank: Bank, files: Mapping[str, bytes]) -> Written:
    """The bank as Moodle XML, and what it does not carry."""
    losses: list[Loss] = []
    texts = [text for item in bank.items if (text := _text_of(item, files, losses))]
    whole = "\n".join([_HEAD, "<quiz>", *texts, "</quiz>", ""])
    return Written(data=whole.encode(), losses=tuple(losses))


def _text_of(item: Item, files: Mapping[str, bytes], losses: list[Loss]) -> str:
    """One question as it stands in the file; one that came from such a file as it stood there."""
    if isinstance(item, Info) and item.original is not None and item.original.format == _FORMAT:
        return item.original.source
    question = _question(item, files, losses)
    if question is None:
        return ""
    etree.indent(question, space="  ")
    return str(etree.tostring(question, encoding="unicode"))


def _question(item: Item, files: Mapping[str, bytes], losses: list[Loss]) -> Element | None:
    kind = next((kind for kind in _WRITERS if isinstance(item, kind)), None)
    if kind is None and item.kind != "standing":
        what = "Moodle XML has no question of this kind, so it is left out."
        losses.append(Loss(item=item.id, code="no-kind", what=what))
        return None
    native, fill = _WRITERS[kind] if kind is not None else ("multichoice", _standing)
    question = etree.Element("question", type=native)
    words = item.subject or item.stem
    _texted(question, "name", shortened(words))
    text = cloze_text(item) if isinstance(item, Cloze) else words
    holder = _texted(question, "questiontext", text, format="plain_text")
    _picture(item, holder, files, losses)
    _texted(question, "generalfeedback", item.feedback, format="plain_text")
    etree.SubElement(question, "defaultgrade").text = decimal(item.weight)
    etree.SubElement(question, "idnumber").text = item.id
    fill(item, question)
    if item.tags:
        tags = etree.SubElement(question, "tags")
        for tag in item.tags:
            _texted(tags, "tag", tag)
    return question


def _picture(item: Item, holder: Element, files: Mapping[str, bytes], losses: list[Loss]) -> None:
    if item.picture is None:
        return
    data = files.get(item.picture.file)
    if data is None:
        what = f"Its picture “{item.picture.file}” is not there."
        losses.append(Loss(item=item.id, code="picture", what=what))
        return
    text = holder.find("text")
    image = etree.Element(
        "img", src=f"@@PLUGINFILE@@/{item.picture.file}", alt=item.picture.alternative
    )
    words = html.escape(text.text or "", quote=False).replace("\n", "<br/>")
    text.text = f"{words}{etree.tostring(image, encoding='unicode')}"
    holder.set("format", "html")
    file = etree.SubElement(holder, "file", name=item.picture.file, encoding="base64")
    file.text = base64.b64encode(data).decode()


def _texted(parent: Element, name: str, words: str, **attributes: str) -> Element:
    holder = etree.SubElement(parent, name, **attributes)
    etree.SubElement(holder, "text").text = words
    return holder


def _answer(question: Element, words: str, share: Decimal | int, told: str = "") -> Element:
    percentage = decimal(round(Decimal(share) * 100, 5))
    holder = _texted(question, "answer", words, fraction=percentage, format="plain_text")
    _texted(holder, "feedback", told, format="plain_text")
    return holder


def _one(item: OneRight, question: Element) -> None:
    etree.SubElement(question, "single").text = "true"
    for option in item.options:
        usual = Decimal(option.id == item.right)
        share = usual if option.credit is None else option.credit
        _answer(question, option.text, share, option.feedback)


def _several(item: MultipleResponse, question: Element) -> None:
    etree.SubElement(question, "single").text = "false"
    keys = max(len(item.right), 1)
    wrong = max(len(item.options) - keys, 1)
    for option in item.options:
        usual = Decimal(1) / keys if option.id in item.right else Decimal(-1) / wrong
        share = (option.credit or Decimal(0)) if item.weighed else usual
        _answer(question, option.text, share, option.feedback)


def _standing(item: Any, question: Element) -> None:
    etree.SubElement(question, "single").text = "true"
    for id_ in STANDINGS:
        _answer(question, named(id_), int(id_ in item.accepted))


def _true_false(item: TrueFalse, question: Element) -> None:
    for words in ("true", "false"):
        _answer(question, words, int(item.right == words))


def _short(item: ShortAnswer, question: Element) -> None:
    etree.SubElement(question, "usecase").text = str(int(item.case))
    for words in item.accepted:
        _answer(question, words, 1)
    for words, share in item.partial:
        _answer(question, words, share)
    for words, told in item.misses:
        _answer(question, words, 0, told)


def _numeric(item: Numeric, question: Element) -> None:
    _number(question, item.answer or Decimal(0), item.tolerance, Decimal(1), "")
    for other in item.others:
        _number(question, other.answer, other.tolerance, other.credit, other.feedback)
    names = [unit for unit in (item.unit, *item.units) if unit]
    if names:
        units = etree.SubElement(question, "units")
        for name in names:
            unit = etree.SubElement(units, "unit")
            etree.SubElement(unit, "multiplier").text = "1"
            etree.SubElement(unit, "unit_name").text = name


def _number(question: Element, value: Decimal, span: Decimal, share: Decimal, told: str) -> None:
    holder = _answer(question, decimal(value), share, told)
    etree.SubElement(holder, "tolerance").text = decimal(span)


def _pairs(item: PairItem, question: Element) -> None:
    rows, columns = dict(item.texts), item.columns()
    used = {column for _row, column in item.right}
    pairs = [(rows[row], columns[column]) for row, column in item.right]
    pairs += [("", name) for id_, name in columns.items() if id_ not in used]
    for left, right in pairs:
        holder = _texted(question, "subquestion", left, format="plain_text")
        _texted(holder, "answer", right)


def _order(item: Order, question: Element) -> None:
    for option in item.options:
        _answer(question, option.text, 1)


def cloze_text(item: Cloze) -> str:
    """The text with its gaps as Moodle writes them."""
    pieces = (p if isinstance(p, str) else _gap(p) for p in item.pieces())
    return "".join(pieces)


def _gap(gap: Gap) -> str:
    shares = {text: Decimal(1) for text in gap.accepted} | dict(gap.partial)
    texts = gap.options or tuple(shares)
    answers = "~".join(_weighed(text, shares.get(text, Decimal(0))) for text in texts)
    kind = "MULTICHOICE" if gap.options else "SHORTANSWER"
    return f"{{{decimal(gap.weight)}:{kind}:{answers}}}"


def _weighed(text: str, share: Decimal) -> str:
    plain = "".join(f"\\{c}" if c in '\\~#=}{"/' else c for c in text)
    if share == 1:
        return f"={plain}"
    return f"%{decimal(share * 100)}%{plain}" if share else plain


def _nothing(item: Item, question: Element) -> None:
    """A text to read has no answers."""


_WRITERS: dict[type, tuple[str, Callable[[Any, Element], None]]] = {
    OneRight: ("multichoice", _one),
    MultipleResponse: ("multichoice", _several),
    TrueFalse: ("truefalse", _true_false),
    ShortAnswer: ("shortanswer", _short),
    Numeric: ("numerical", _numeric),
    PairItem: ("matching", _pairs),
    Order: ("ordering", _order),
    Cloze: ("cloze", _nothing),
    Info: ("description", _nothing),
}
