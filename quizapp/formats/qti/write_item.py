"""An item of ours as an item of QTI 2.1 or 3.0."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from quizapp.claims import TITLES, Standing
from quizapp.formats.qti.dialect import Dialect, attributes, html, paragraphs, text
from quizapp.formats.qti.idents import theirs
from quizapp.formats.qti.item import STEM
from quizapp.formats.qti.package import MEDIA
from quizapp.i18n import _
from quizapp.items import (
    Cloze,
    Gap,
    Info,
    Item,
    Match,
    MultipleResponse,
    Numeric,
    Option,
    Order,
    ShortAnswer,
    StandingItem,
    TrueFalse,
    decimal,
)
from quizapp.items.choice import OneRight
from quizapp.items.numeric import Other
from quizapp.items.typed import same

RESPONSE, SAID, SAID_TO_ALL = "RESPONSE", "FEEDBACK", "FEEDBACK_TO_ALL"
BOUNDS = {"lowerBound": "0", "upperBound": "1"}


@dataclass(frozen=True)
class Pieces:
    """The parts of an item in QTI: declarations, body, scoring, and feedback by option."""

    declarations: str
    body: str
    scoring: str
    remarks: tuple[tuple[str, str], ...] = ()


def written(item: Item, dialect: Dialect, language: str) -> bytes | None:
    """The item as a file; ``None`` where the format has no place for its kind."""
    if isinstance(item, Info) and item.original and item.original.format == dialect.format_id:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{item.original.source}\n'.encode()
    make = next((make for kind, make in _MAKERS.items() if isinstance(item, kind)), None)
    if make is None:
        return None
    pieces: Pieces = make(item, dialect)
    return dialect.document(
        "assessmentItem",
        pieces.declarations,
        _outcomes(item, pieces, dialect),
        dialect.tag("itemBody", _picture(item), pieces.body),
        pieces.scoring,
        _feedback(item, pieces, dialect),
        identifier=theirs(item.id),
        title=_name(item),
        xml__lang=language,
        adaptive="false",
        timeDependent="false",
    )


def _name(item: Item) -> str:
    words = " ".join((item.subject or item.id).split())
    return words if len(words) <= 80 else f"{words[:79]}…"


def _picture(item: Item) -> str:
    if item.picture is None:
        return ""
    address = f"../{MEDIA}{quote(item.picture.file)}"
    given = {"src": address, "alt": " ".join(item.picture.alternative.split())}
    return f"<p><img{attributes(given)}/></p>"


def _outcomes(item: Item, pieces: Pieces, dialect: Dialect) -> str:
    made = [] if not pieces.scoring else [_outcome("SCORE", "float", dialect, value="0")]
    if pieces.remarks:
        many = "multiple" if isinstance(item, MultipleResponse) else "single"
        made.append(_outcome(SAID, "identifier", dialect, cardinality=many))
    if item.feedback:
        made.append(_outcome(SAID_TO_ALL, "identifier", dialect, value="given"))
    return "".join(made)


def _outcome(
    id_: str, base: str, dialect: Dialect, value: str = "", cardinality: str = "single"
) -> str:
    default = dialect.tag("defaultValue", dialect.tag("value", value)) if value else ""
    return dialect.tag(
        "outcomeDeclaration", default, identifier=id_, cardinality=cardinality, baseType=base
    )


def _feedback(item: Item, pieces: Pieces, dialect: Dialect) -> str:
    shown = [(SAID, id_, words) for id_, words in pieces.remarks]
    if item.feedback:
        shown.append((SAID_TO_ALL, "given", item.feedback))
    made = []
    for outcome, id_, words in shown:
        inside = paragraphs(words)
        if dialect.hyphened:
            inside = dialect.tag("contentBody", inside)
        made.append(
            dialect.tag(
                "modalFeedback",
                inside,
                outcomeIdentifier=outcome,
                identifier=id_,
                showHide="show",
            )
        )
    return "".join(made)


def _declaration(
    dialect: Dialect,
    key: Sequence[str],
    cardinality: str = "single",
    base: str = "identifier",
    worth: str = "",
    id_: str = RESPONSE,
) -> str:
    values = "".join(dialect.tag("value", text(value)) for value in key)
    correct = dialect.tag("correctResponse", values) if key else ""
    return dialect.tag(
        "responseDeclaration",
        correct,
        worth,
        identifier=id_,
        cardinality=cardinality,
        baseType=base,
    )


def _mapping(
    worths: Mapping[str, str], dialect: Dialect, bounds: Mapping[str, str], folded: bool = False
) -> str:
    """What each value earns; ``folded``: whatever its capitals."""
    case = {"caseSensitive": "false"} if folded else {}
    entries = "".join(
        dialect.tag("mapEntry", mapKey=value, mappedValue=worth, **case)
        for value, worth in worths.items()
    )
    return dialect.tag("mapping", entries, defaultValue="0", **bounds)


def _scored(dialect: Dialect, mapped: bool, said: bool) -> str:
    """A standard template; written out where feedback is to be brought up too."""
    if not said:
        return dialect.template("map_response" if mapped else "match_correct")
    tag = dialect.tag
    given, key = tag("variable", identifier=RESPONSE), tag("correct", identifier=RESPONSE)
    if mapped:
        empty = tag("responseIf", tag("isNull", given), _set(dialect, _number(dialect, "0")))
        filled = _set(dialect, tag("mapResponse", identifier=RESPONSE))
    else:
        empty = tag("responseIf", tag("match", given, key), _set(dialect, _number(dialect, "1")))
        filled = _set(dialect, _number(dialect, "0"))
    rule = tag("responseCondition", empty, tag("responseElse", filled))
    return tag("responseProcessing", rule, tag("setOutcomeValue", given, identifier=SAID))


def _set(dialect: Dialect, value: str) -> str:
    return dialect.tag("setOutcomeValue", value, identifier="SCORE")


def _number(dialect: Dialect, value: str) -> str:
    return dialect.tag("baseValue", value, baseType="float")


def _choice(
    options: Sequence[Option], stem: str, most: str, dialect: Dialect, shuffle: bool = True
) -> str:
    made = "".join(
        dialect.tag("simpleChoice", text(option.text), identifier=theirs(option.id))
        for option in options
    )
    interaction = dialect.tag(
        "choiceInteraction",
        made,
        responseIdentifier=RESPONSE,
        shuffle="true" if shuffle else "false",
        maxChoices=most,
    )
    return paragraphs(stem) + interaction


def _remarks(options: Sequence[Option]) -> tuple[tuple[str, str], ...]:
    return tuple((theirs(option.id), option.feedback) for option in options if option.feedback)


def _one_right(item: OneRight, dialect: Dialect) -> Pieces:
    remarks = _remarks(item.options)
    worths: dict[str, str] = {}
    if any(option.credit is not None for option in item.options):
        for option in item.options:
            earned = Decimal(option.id == item.right) if option.credit is None else option.credit
            worths[theirs(option.id)] = decimal(earned)
    worth = _mapping(worths, dialect, {}) if worths else ""
    return Pieces(
        _declaration(dialect, (theirs(item.right),), worth=worth),
        _choice(item.options, item.stem, "1", dialect),
        _scored(dialect, bool(worths), bool(remarks)),
        remarks,
    )


def _true_false(item: TrueFalse, dialect: Dialect) -> Pieces:
    options = [Option("true", "True"), Option("false", "False")]
    return Pieces(
        _declaration(dialect, (item.right,)),
        _choice(options, item.stem, "1", dialect, shuffle=False),
        _scored(dialect, False, False),
    )


def _multiple(item: MultipleResponse, dialect: Dialect) -> Pieces:
    remarks = _remarks(item.options)
    strict = item.all_or_nothing
    worth = "" if strict else _mapping(shares(item), dialect, BOUNDS)
    return Pieces(
        _declaration(dialect, tuple(map(theirs, item.right)), "multiple", worth=worth),
        _choice(item.options, item.stem, "0", dialect),
        _scored(dialect, bool(worth), bool(remarks)),
        remarks,
    )


def shares(item: MultipleResponse) -> dict[str, str]:
    """What each option adds to the score: a key its share, a distractor the loss of one."""
    if item.weighed:
        return {theirs(o.id): decimal(o.credit or Decimal(0)) for o in item.options}
    wrong = max(len(item.options) - len(item.right), 1)
    own = {True: 1 / max(len(item.right), 1), False: -1 / wrong}
    return {theirs(o.id): f"{own[o.id in item.right]:.12g}" for o in item.options}


def _order(item: Order, dialect: Dialect) -> Pieces:
    shown = sorted(item.options, key=lambda option: option.id)
    interaction = _choice(shown, item.stem, "0", dialect).replace
    made = interaction(_tag_name(dialect, "choice"), _tag_name(dialect, "order"))
    made = made.replace(f' {"max-choices" if dialect.hyphened else "maxChoices"}="0"', "")
    key = tuple(theirs(option.id) for option in item.options)
    return Pieces(_declaration(dialect, key, "ordered"), made, _scored(dialect, False, False))


def _tag_name(dialect: Dialect, kind: str) -> str:
    return f"qti-{kind}-interaction" if dialect.hyphened else f"{kind}Interaction"


def _entry(dialect: Dialect, id_: str = RESPONSE) -> str:
    return dialect.tag("textEntryInteraction", responseIdentifier=id_)


def _short_answer(item: ShortAnswer, dialect: Dialect) -> Pieces:
    worths = dict.fromkeys(item.accepted, "1")
    worths |= {words: decimal(credit) for words, credit in item.partial if words not in worths}
    worth = _mapping(worths, dialect, {}, folded=not item.case)
    return Pieces(
        _declaration(dialect, item.accepted[:1], base="string", worth=worth),
        paragraphs(item.stem) + html("p", _entry(dialect)),
        _scored(dialect, True, False),
    )


def _numeric(item: Numeric, dialect: Dialect) -> Pieces:
    tag, answer = dialect.tag, decimal(item.answer or Decimal(0))
    size = decimal(item.tolerance)
    mode = {"toleranceMode": "absolute", "tolerance": f"{size} {size}"}
    equal = tag(
        "equal",
        tag("variable", identifier=RESPONSE),
        tag("correct", identifier=RESPONSE),
        **(mode if item.tolerance else {"toleranceMode": "exact"}),
    )
    right = tag("responseIf", equal, _set(dialect, _number(dialect, "1")))
    right += "".join(_other(other, dialect) for other in item.others)
    return Pieces(
        _declaration(dialect, (answer,), base="float"),
        paragraphs(item.stem) + html("p", _entry(dialect)),
        tag("responseProcessing", tag("responseCondition", right)),
    )


def _cloze(item: Cloze, dialect: Dialect) -> Pieces:
    made = [_gap(gap, dialect) for gap in item.gaps]
    body = paragraphs(item.text)
    for gap, (_declared, mark) in zip(item.gaps, made, strict=True):
        body = body.replace(f"[[{gap.id}]]", mark)
    stem = html("div", paragraphs(item.stem), **{"class": STEM}) if item.stem else ""
    declarations = "".join(declared for declared, _mark in made)
    return Pieces(declarations, stem + html("div", body), _gaps_scored(item, dialect))


def _gap(gap: Gap, dialect: Dialect) -> tuple[str, str]:
    """The declaration of a gap's response, and the interaction that stands in its place."""
    id_, each = theirs(gap.id), decimal(gap.weight)
    if not gap.options:
        worths = dict.fromkeys(gap.accepted, each)
        worths |= {words: decimal(part * gap.weight) for words, part in gap.partial}
        worth = _mapping(worths, dialect, {}, folded=True)
        declared = _declaration(dialect, gap.accepted[:1], base="string", worth=worth, id_=id_)
        return declared, _entry(dialect, id_)
    ids = {option: f"O{n}" for n, option in enumerate(gap.options, start=1)}
    right = [ids[option] for option in gap.options if same(option, gap.accepted)]
    worths = dict.fromkeys(right, each)
    worths |= {ids[w]: decimal(part * gap.weight) for w, part in gap.partial if w in ids}
    worth = _mapping(worths, dialect, {})
    inside = "".join(
        dialect.tag("inlineChoice", text(option), identifier=id_) for option, id_ in ids.items()
    )
    mark = dialect.tag("inlineChoiceInteraction", inside, responseIdentifier=id_, shuffle="true")
    return _declaration(dialect, right[:1], worth=worth, id_=id_), mark


def _other(other: Other, dialect: Dialect) -> str:
    """Another number that earns something."""
    tag, size = dialect.tag, decimal(other.tolerance)
    mode = {"toleranceMode": "absolute", "tolerance": f"{size} {size}"}
    given, value = tag("variable", identifier=RESPONSE), _number(dialect, decimal(other.answer))
    earned = _set(dialect, _number(dialect, decimal(other.credit)))
    return tag("responseElseIf", tag("equal", given, value, **mode), earned)


def _gaps_scored(item: Cloze, dialect: Dialect) -> str:
    """The sum of what the gaps earn; or 1 where all of them earn all that they can."""
    tag = dialect.tag
    earned = [tag("mapResponse", identifier=theirs(gap.id)) for gap in item.gaps]
    if not item.all_or_nothing:
        return tag("responseProcessing", _set(dialect, tag("sum", *earned)))
    full = (_number(dialect, decimal(gap.weight)) for gap in item.gaps)
    each = (
        tag("equal", one, most, toleranceMode="exact")
        for one, most in zip(earned, full, strict=True)
    )
    right = tag("responseIf", tag("and", *each), _set(dialect, _number(dialect, "1")))
    return tag("responseProcessing", tag("responseCondition", right))


def _match(item: Match, dialect: Dialect) -> Pieces:
    right = [f"{theirs(row)} {theirs(column)}" for row, column in item.pairs]
    weights = item.weights or (Decimal(1),) * len(right)
    worths = {pair: decimal(one) for pair, one in zip(right, weights, strict=True)}
    sets = (_side(item.texts, "1", dialect), _side(item.names, "0", dialect))
    interaction = dialect.tag(
        "matchInteraction",
        *(dialect.tag("simpleMatchSet", one) for one in sets),
        responseIdentifier=RESPONSE,
        shuffle="true",
        maxAssociations="0",
    )
    worth = "" if item.all_or_nothing else _mapping(worths, dialect, {})
    return Pieces(
        _declaration(dialect, right, "multiple", "directedPair", worth),
        paragraphs(item.stem) + interaction,
        _scored(dialect, bool(worth), False),
    )


def _side(texts: Sequence[tuple[str, str]], most: str, dialect: Dialect) -> str:
    return "".join(
        dialect.tag("simpleAssociableChoice", text(words), identifier=theirs(id_), matchMax=most)
        for id_, words in texts
    )


def _standing(item: StandingItem, dialect: Dialect) -> Pieces:
    options = [Option(standing.value, _(TITLES[standing])) for standing in Standing]
    return Pieces(
        _declaration(dialect, item.accepted[:1]),
        _choice(options, f"{_(item.prompt)}\n{item.claim}", "1", dialect, shuffle=False),
        _scored(dialect, False, False),
    )


def _info(item: Info, _dialect: Dialect) -> Pieces:
    return Pieces("", paragraphs(item.stem), "")


_MAKERS: dict[type[Item], Callable[[Any, Dialect], Pieces]] = {
    TrueFalse: _true_false,
    MultipleResponse: _multiple,
    Order: _order,
    Match: _match,
    StandingItem: _standing,
    OneRight: _one_right,
    ShortAnswer: _short_answer,
    Numeric: _numeric,
    Cloze: _cloze,
    Info: _info,
}
