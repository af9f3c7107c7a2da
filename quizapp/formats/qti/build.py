"""From what a question of QTI holds to an item of ours."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from quizapp.claims import Article, ClaimMap
from quizapp.formats.base import Question
from quizapp.formats.qti.idents import Names
from quizapp.formats.qti.shapes import (
    Amount,
    Blank,
    Choice,
    Gaps,
    Pairs,
    Part,
    Pick,
    Typed,
)
from quizapp.formats.qti.shapes import Sequence as Ordered
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
    SingleChoice,
    StandingItem,
    TrueFalse,
)
from quizapp.items.info import Original
from quizapp.items.numeric import Other
from quizapp.items.typed import bare
from quizapp.text import fold

NO_CLAIMS = ClaimMap(Article("", "", "", file=""), (), (), ())
SEVERAL = "More than one option earns everything; here several can be picked, and add up to 1."
ALIKE = "Options of a gap differ in capitals or signs only; it is kept whole."
EMPTY = "(empty)"
KIND, SKILL = OWN = "kind:", "skill:"
STANDING = f"{KIND}{StandingItem.kind}"  # stays, so that nobody takes it for another choice


@dataclass
class Builder:
    """Builds the items of one file; ids that it gives are unlike each other."""

    names: Names

    def question(self, part: Part) -> Question:
        """The question that a part is."""
        shape = part.shape
        make = _MAKERS.get(type(shape)) if shape is not None else None
        common = self._common(part)
        item: Item | None = None
        if make is not None and shape is not None:
            item = make(shape, part, common)
        if item is None:
            common["stem"] = common["stem"] or part.name or part.native
            item = Info(**common, original=_original(part))
        name = part.name or " ".join(part.stem.split())[:80]
        return Question(
            line=part.line,
            name=name,
            native=part.native,
            item=item,
            notes=tuple(part.notes),
            category=part.category,
        )

    def _common(self, part: Part) -> dict[str, Any]:
        weight = _decimal(part.weight, 4)
        stem = part.stem or ("" if isinstance(part.shape, Gaps) else part.name or part.native)
        return {
            "id": self.names.new(part.id or "item"),
            "stem": stem,
            "feedback": part.feedback,
            "weight": weight if 0 < weight <= 100 else Decimal(1),
            "skills": tuple(t.removeprefix(SKILL) for t in part.tags if t.startswith(SKILL)),
            "tags": tuple(tag for tag in part.tags if tag == STANDING or not tag.startswith(OWN)),
        }


def _original(part: Part) -> Original | None:
    if not part.source:
        return None
    version = "qti12" if re.match(r"<([\w.-]+:)?item\b", part.source) else "qti21"
    version = "qti30" if re.match(r"<([\w.-]+:)?qti-", part.source) else version
    return Original(version, part.native, part.source)


def kind_of(part: Part) -> str:
    """The kind that the item had here before, if it was written by this program."""
    return next((t.removeprefix(KIND) for t in part.tags if t.startswith(KIND)), "")


def _decimal(number: float, places: int = 6) -> Decimal:
    rounded = round(Decimal(repr(number)), places).normalize()
    return rounded if rounded != rounded.to_integral() else rounded.quantize(Decimal(1))


def _options(choices: Sequence[Choice], ids: dict[str, str], shape: Pick) -> tuple[Option, ...]:
    """The options. All or none of several have a credit; of one only what the key leaves open."""
    made = []
    for choice in distinct(choices):
        share = shape.credits.get(choice.id)
        credit = None if share is None else max(Decimal(-1), min(Decimal(1), _decimal(share)))
        said = shape.multiple or credit != Decimal(choice.id in shape.key)
        made.append(Option(ids[choice.id], choice.text, credit if said else None, choice.feedback))
    return _whole(made, {ids[id_] for id_ in shape.key}) if shape.multiple else tuple(made)


def _whole(options: list[Option], key: set[str]) -> tuple[Option, ...]:
    """The options with the credits of the keys, which were rounded, adding up to 1."""
    missing = 1 - sum((o.credit or Decimal(0) for o in options if o.id in key), Decimal(0))
    last = next((o for o in reversed(options) if o.id in key and o.credit), None)
    if last is None or not 0 < abs(missing) < Decimal("0.0001"):
        return tuple(options)
    return tuple(
        replace(o, credit=(o.credit or Decimal(0)) + missing) if o is last else o for o in options
    )


def distinct(choices: Sequence[Choice]) -> list[Choice]:
    """The choices with a number behind those that would read like an earlier one."""
    seen: Counter[str] = Counter()
    told = []
    for given in choices:
        choice = given if given.text.strip() else replace(given, text=EMPTY)
        folded = fold(choice.text) or choice.text
        seen[folded] += 1
        times = seen[folded]
        told.append(choice if times == 1 else replace(choice, text=f"{choice.text} ({times})"))
    return told


def _pick(shape: Pick, part: Part, common: dict[str, Any]) -> Item | None:
    ids = Names().all(choice.id for choice in shape.choices)
    texts = {choice.id: choice.text.casefold() for choice in shape.choices}
    best = tuple(id_ for id_, share in shape.credits.items() if share > 1 - 1e-6)
    if not shape.multiple and len(best) > 1:
        part.changed("several-keys", SEVERAL)
        shape = replace(shape, multiple=True, key=best)
    if shape.multiple and len(shape.key) == len(texts) and not shape.credits:
        shape = replace(shape, credits=dict.fromkeys(texts, 1 / len(texts)))
    if shape.multiple:
        return MultipleResponse(
            **common,
            options=_options(shape.choices, ids, shape),
            right=tuple(ids[id_] for id_ in shape.key),
            all_or_nothing=shape.strict,
        )
    hinted = kind_of(part)
    told = any(choice.feedback for choice in shape.choices)
    plain = set(texts.values()) == {"true", "false"} and not told and not shape.credits
    if plain and hinted in ("", "true_false"):
        return TrueFalse(**common, right=texts[shape.key[0]])
    return SingleChoice(
        **common, options=_options(shape.choices, ids, shape), right=ids[shape.key[0]]
    )


def _order(shape: Ordered, part: Part, common: dict[str, Any]) -> Item | None:
    ids = Names().all(choice.id for choice in shape.choices)
    options = tuple(Option(ids[c.id], c.text, None, c.feedback) for c in distinct(shape.choices))
    strict = shape.strict and kind_of(part) != Order.kind
    return Order(**common, options=options, all_or_nothing=strict)


def _typed(shape: Typed, _part: Part, common: dict[str, Any]) -> Item | None:
    accepted = tuple(answer.text for answer in shape.answers if answer.credit > 1 - 1e-6)
    part = tuple((a.text, _decimal(a.credit)) for a in shape.answers if a.credit <= 1 - 1e-6)
    return ShortAnswer(**common, accepted=accepted, partial=part, case=shape.exact)


def _amount(shape: Amount, _part: Part, common: dict[str, Any]) -> Item | None:
    answer, tolerance = _around(shape.low, shape.high)
    others = tuple(Other(*_around(low, high)) for low, high in shape.others)
    return Numeric(**common, answer=answer, tolerance=tolerance, others=others)


def _around(low: float, high: float) -> tuple[Decimal, Decimal]:
    """The middle of a range, and how far it reaches to both sides."""
    least, most = _decimal(low, 9), _decimal(high, 9)
    return (least + most) / 2, (most - least) / 2


def _gaps(shape: Gaps, part: Part, common: dict[str, Any]) -> Item | None:
    ids = Names().all(blank.id for blank in shape.blanks)
    text = shape.text
    for blank in shape.blanks:
        text = text.replace(f"[[{blank.id}]]", f"[[{ids[blank.id]}]]")
    if any(len(set(map(bare, b.options))) != len(set(b.options)) for b in shape.blanks):
        part.changed("kept-whole", ALIKE)
        return None
    weights = _relative([blank.weight for blank in shape.blanks])
    gaps = tuple(
        _gap(blank, ids[blank.id], one) for blank, one in zip(shape.blanks, weights, strict=True)
    )
    return Cloze(**common, text=text, gaps=gaps, all_or_nothing=shape.strict)


def _gap(blank: Blank, id_: str, weight: Decimal) -> Gap:
    part = tuple((text, _decimal(share)) for text, share in blank.partial)
    options = tuple(dict.fromkeys(blank.options))
    return Gap(id_, tuple(dict.fromkeys(blank.accepted)), options, weight, part)


def _relative(weights: Sequence[float]) -> tuple[Decimal, ...]:
    """Weights set against the least of them, which counts 1."""
    least = min(weights, default=1.0)
    return tuple(_decimal(weight / least, 4) for weight in weights)


def _pairs(shape: Pairs, _part: Part, common: dict[str, Any]) -> Item | None:
    columns = {column.id: column.text for column in distinct(shape.columns)}
    rows = [replace(row, text=row.text.strip() or EMPTY) for row in shape.rows]
    right, taken = dict(shape.right), {column for _row, column in shape.right}
    return free_match(
        common,
        tuple((row.text, columns[right[row.id]]) for row in rows),
        tuple(text for id_, text in columns.items() if id_ not in taken),
        _relative(shape.weights),
        shape.strict,
    )


def free_match(
    common: dict[str, Any],
    rows: tuple[tuple[str, str], ...],
    extra: tuple[str, ...],
    weights: tuple[Decimal, ...] = (),
    strict: bool = False,
) -> Match:
    """A match with rows of its own; what it takes from claims is what it takes from none."""
    own = {"sources": (), "rows": rows, "extra": extra}
    bound = Match.bind(common, own, NO_CLAIMS)
    return Match(**common, rows=rows, extra=extra, weights=weights, all_or_nothing=strict, **bound)


_MAKERS: dict[type[Any], Callable[[Any, Part, dict[str, Any]], Item | None]] = {
    Pick: _pick,
    Pairs: _pairs,
    Ordered: _order,
    Typed: _typed,
    Amount: _amount,
    Gaps: _gaps,
}
