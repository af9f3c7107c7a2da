"""A test on paper, and its key: what is asked and what room there is to answer, kind by kind."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from quizapp.bank import Bank
from quizapp.claims import GLOSSES, TITLES, Article, Standing
from quizapp.i18n import _, n_
from quizapp.items import ANSWERS, ChoiceItem, Cloze, Item, Numeric
from quizapp.items.pairing import PairItem
from quizapp.quiz import Posed, Rules
from quizapp.report.feedback import Shown, feedback

LETTERS = "abcdefghijklmnopqrstuvwxyz"
GAP = "________________"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room to answer in.

    ``boxes`` are crossed, each with its letter; where they are ``short`` they share a line.
    ``rows`` are statements with a blank before each, for a number from ``choices`` or a place in
    an order. ``lines`` are empty lines to write on, each with what belongs there. ``text`` is a
    text with gaps in it.
    """

    boxes: tuple[str, ...] = ()
    short: bool = False
    rows: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    text: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One item: its number (0 for a text without a question), what to do, what it is about."""

    number: int
    item: str
    kind: str
    prompt: str
    subject: str
    quoted: bool
    points: str
    picture: str
    image: bytes | None
    room: Room


@dataclass(frozen=True, slots=True)
class KeyLine:
    """The key of one question: in words, with the words of the article that show it, and why."""

    number: int
    item: str
    subject: str
    quoted: bool
    key: str
    evidence: tuple[Shown, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A test: the article, the questions, their key. ``form`` is A, B, or empty.

    ``legend`` says how a claim can stand, where a question asks for it. ``points`` is the most
    that the test can earn.
    """

    title: str
    form: str
    article: Article
    legend: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    keys: tuple[KeyLine, ...]
    points: str


def paper(bank: Bank, posed: Sequence[Posed], form: str = "") -> Paper:
    """The test of a bank's items as they are posed."""
    items = [bank.item[one.item] for one in posed]
    questions = tuple(_questions(bank, items, [one.order for one in posed]))
    asked = {question.kind for question in questions}
    stands = asked & {"standing", "standing_with_evidence"}
    return Paper(
        title=bank.title,
        form=form,
        article=bank.article,
        legend=tuple((_(TITLES[s]), _(GLOSSES[s])) for s in Standing) if stands else (),
        questions=questions,
        keys=tuple(_keys(bank, questions, [one.order for one in posed])),
        points=_short(sum(float(item.weight) for item in items if item.scored)),
    )


def _questions(
    bank: Bank, items: Sequence[Item], orders: Sequence[tuple[str, ...]]
) -> Iterator[Question]:
    number = 0
    for item, order in zip(items, orders, strict=True):
        number += item.scored
        prompt = _(item.prompt) if item.prompt else ""
        yield Question(
            number=number if item.scored else 0,
            item=item.id,
            kind=item.kind,
            prompt="" if prompt == item.subject else prompt,
            subject=item.subject,
            quoted=item.quotes_a_claim,
            points=_points(item) if item.scored else "",
            picture=item.picture.alternative if item.picture else "",
            image=bank.picture(item),
            room=ROOMS[item.kind](item, order),
        )


def _keys(
    bank: Bank, questions: Sequence[Question], orders: Sequence[tuple[str, ...]]
) -> Iterator[KeyLine]:
    for question, order in zip(questions, orders, strict=True):
        if not question.number:
            continue
        item = bank.item[question.item]
        told = feedback(bank, item, None, Rules.test())
        yield KeyLine(
            number=question.number,
            item=item.id,
            subject=item.subject,
            quoted=item.quotes_a_claim,
            key=_key(item, order),
            evidence=told.evidence,
            why=told.why,
        )


def _key(item: Item, order: tuple[str, ...]) -> str:
    """The key in words, after the letters or numbers that stand for it on the sheet."""
    told = item.describe(item.key())
    if item.kind == "order":
        shown = [option.id for option in cast("ChoiceItem", item).ordered(order)]
        places = [str(item.key().index(id_) + 1) for id_ in shown]
        return f"{', '.join(places)}: {told}"
    if isinstance(item, ChoiceItem):
        ids = [option.id for option in item.ordered(order)]
        return f"{', '.join(sorted(LETTERS[ids.index(id_)] for id_ in item.key()))}: {told}"
    if isinstance(item, PairItem):
        columns, right = list(item.columns()), dict(item.right)
        numbers = [str(columns.index(right[id_]) + 1) for id_, _text in item.ordered(order)]
        return f"{', '.join(numbers)}: {told}"
    return told


def _points(item: Item) -> str:
    points = _short(float(item.weight))
    return n_("{n} point", "{n} points", 1 if points == "1" else 2).format(n=points)


def _short(points: float) -> str:
    return f"{points:.1f}".removesuffix(".0")


def _nothing(_item: Item, _order: tuple[str, ...]) -> Room:
    return Room()


def _options(item: Item, order: tuple[str, ...]) -> Room:
    options = cast("ChoiceItem", item).ordered(order)
    return Room(boxes=tuple(option.text for option in options))


def _truth(_item: Item, _order: tuple[str, ...]) -> Room:
    return Room(boxes=tuple(_(title) for title in ANSWERS.values()), short=True)


def _standings(_item: Item, _order: tuple[str, ...]) -> Room:
    return Room(boxes=tuple(_(TITLES[standing]) for standing in Standing), short=True)


def _evidence(_item: Item, _order: tuple[str, ...]) -> Room:
    return Room(lines=(_("Paragraph, and the words that show it; or “nothing”"), ""))


def _standing_and_words(item: Item, order: tuple[str, ...]) -> Room:
    return replace(_standings(item, order), lines=_evidence(item, order).lines)


def _pairs(item: Item, order: tuple[str, ...]) -> Room:
    pairs = cast("PairItem", item)
    rows = tuple(f"“{text}”" for _id, text in pairs.ordered(order))
    named = enumerate(pairs.columns().values(), start=1)
    return Room(rows=rows, choices=tuple(f"{n} = {name}" for n, name in named))


def _ranks(item: Item, order: tuple[str, ...]) -> Room:
    options = cast("ChoiceItem", item).ordered(order)
    return Room(rows=tuple(option.text for option in options))


def _words(_item: Item, _order: tuple[str, ...]) -> Room:
    return Room(lines=(_("Answer"),))


def _number(item: Item, _order: tuple[str, ...]) -> Room:
    unit = cast("Numeric", item).unit
    return Room(lines=(_("Number, in {unit}").format(unit=unit) if unit else _("Number"),))


def _gaps(item: Item, _order: tuple[str, ...]) -> Room:
    parts, choices, number = [], [], 0
    for piece in cast("Cloze", item).pieces():
        if isinstance(piece, str):
            parts.append(piece)
            continue
        number += 1
        parts.append(f"({number}) {GAP}")
        if piece.options:
            choices.append(f"({number})  {' / '.join(piece.options)}")
    return Room(text="".join(parts), choices=tuple(choices))


ROOMS: Mapping[str, Callable[[Item, tuple[str, ...]], Room]] = {
    "single_choice": _options,
    "multiple_response": _options,
    "true_false": _truth,
    "standing": _standings,
    "evidence": _evidence,
    "standing_with_evidence": _standing_and_words,
    "scope": _options,
    "match": _pairs,
    "order": _ranks,
    "categorise": _pairs,
    "short_answer": _words,
    "numeric": _number,
    "cloze": _gaps,
    "overstatement": _options,
    "info": _nothing,
}
