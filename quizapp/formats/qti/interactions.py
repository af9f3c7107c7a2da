"""The interactions of QTI 2 and 3, and what each of them is here.

Every function takes a ``Context`` and gives the shape, or ``None`` where no kind of ours holds what
is asked: that question is then kept whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from quizapp.formats.qti import asking as says
from quizapp.formats.qti import credit
from quizapp.formats.qti.asking import Asking
from quizapp.formats.qti.credit import Ask, Weighed
from quizapp.formats.qti.shapes import (
    Amount,
    Answer,
    Blank,
    Choice,
    Gaps,
    Pairs,
    Part,
    Pick,
    Shape,
    Typed,
)
from quizapp.formats.qti.shapes import (
    Sequence as Ordered,
)
from quizapp.formats.qti.values import Declaration, Unscored, number
from quizapp.formats.qti.words import Words, of_html
from quizapp.formats.xml import Element, attribute, descendants, name_of

_NUMBERS = ("integer", "float")
_COMPARING = ("match", "stringmatch", "member", "multiple", "equal")
CAPITALS = "Capital letters count there; in a gap here they do not."
PICTURES = "A picture among its options was left out; its name or the words for it stand there."


@dataclass
class Context:
    """One interaction with the response that it fills, and the part that it becomes.

    ``alone``: it is the item's only interaction. ``joint``: it earns only together with the others.
    """

    node: Element
    response: Declaration
    asking: Asking
    part: Part
    alone: bool = True
    joint: bool = False
    pictures: list[tuple[str, str]] = field(default_factory=list)

    def weighed(self, rule: Callable[[Ask], Weighed]) -> Weighed | None:
        """What the scoring says; the declared key where it cannot be used; ``None`` without one."""
        found = self._scored(rule)
        if found is None:
            try:
                found = rule(self.asking.declared_key(self.response))
            except Unscored:
                return None
        if not found.exact:
            self.simplified()
        if found.negative:
            self.part.changed("negative-marks", says.NEGATIVE)
        if self.alone or found.full <= 100:
            self.part.weight = found.full if 0 < found.full <= 100 else 1.0
        return found

    def _scored(self, rule: Callable[[Ask], Weighed]) -> Weighed | None:
        if not self.asking.scored:
            self.part.info("not-scored", says.NOT_SCORED)
            return None
        try:
            return rule(self.asking.about(self.response))
        except Unscored:
            pass
        try:
            found = None if self.alone else rule(self.asking.joint(self.response))
        except Unscored:
            found = None
        self.joint = found is not None
        if found is None:
            self.simplified()
        return found

    def simplified(self, what: str = says.SIMPLIFIED) -> None:
        """Note, once, that the scoring was simplified."""
        if not any(note.code == "scoring-simplified" for note in self.part.notes):
            self.part.changed("scoring-simplified", what)

    def choices(self, *names: str) -> tuple[Choice, ...]:
        """The things to choose from below the interaction."""
        return tuple(self.choice(e) for e in descendants(self.node, *names))

    def choice(self, element: Element) -> Choice:
        """One thing to choose, with its inline feedback."""
        words = Words().add(element, inside=True)
        remarks = [Words().add(e, inside=True).text for e in descendants(element, "feedbackinline")]
        text = words.text.replace("\n", " ")
        if text.startswith("<") and text.endswith(">"):  # HTML that was written as text
            text = of_html(text)[0].replace("\n", " ")
        if words.pictures:
            self.pictures.extend(words.pictures)
            text = text or f"[{words.pictures[0][0].rpartition('/')[2]}]"
        return Choice(attribute(element, "identifier"), text, " ".join(filter(None, remarks)))


def choice(context: Context) -> Shape | None:
    """choiceInteraction: single choice or multiple response."""
    return _pick(context, context.choices("simplechoice"))


def hottext(context: Context) -> Shape | None:
    """hottextInteraction: the marked words are the options, the text is the stem."""
    return _pick(context, context.choices("hottext"))


def inline_choice(context: Context) -> Shape | None:
    """One inlineChoiceInteraction with credits of its own."""
    return _pick(context, context.choices("inlinechoice"))


def _pick(context: Context, choices: tuple[Choice, ...]) -> Shape | None:
    ids = tuple(c.id for c in choices)
    if len(ids) < 2 or len(set(ids)) != len(ids):
        return None
    if context.pictures:
        context.part.lost("option-pictures", PICTURES)
    declared = tuple(k for k in context.response.correct if k in ids)
    most = attribute(context.node, "maxChoices", "1")
    multiple = context.response.cardinality != "single" and most != "1"
    strict = context.response.mapping is None

    def rule(ask: Ask) -> Weighed:
        if multiple:
            return credit.several(ask, ids, declared, strict)
        return credit.single(ask, ids, declared)

    found = context.weighed(rule)
    if found is None:
        return None
    return Pick(choices, found.key, multiple, found.credits, found.strict)


def order(context: Context) -> Shape | None:
    """orderInteraction: everything in its declared order."""
    choices = {c.id: c for c in context.choices("simplechoice")}
    key = context.response.correct
    if sorted(key) != sorted(choices) or context.pictures:
        return None
    found = context.weighed(lambda ask: credit.ordered(ask, key))
    if found is None:
        return None
    return Ordered(tuple(choices[id_] for id_ in key), found.strict)


def match(context: Context) -> Shape | None:
    """matchInteraction, where each thing of one side has its one partner on the other."""
    sets = list(descendants(context.node, "simplematchset"))
    if len(sets) != 2:
        return None
    first, second = (
        tuple(context.choice(e) for e in descendants(s, "simpleassociablechoice")) for s in sets
    )
    key = [(one, other) for one, _space, other in (k.partition(" ") for k in _pairs(context))]
    turned = [(other, one) for one, other in key]
    if context.pictures or not key:
        return None
    for rows, columns, right, back in ((first, second, key, False), (second, first, turned, True)):
        if _once(rows, right) and {c for _r, c in right} <= {c.id for c in columns}:
            return _matched(context, rows, columns, right, back)
    return None


def _once(rows: Sequence[Choice], right: Sequence[tuple[str, str]]) -> bool:
    return Counter(row for row, _column in right) == Counter(row.id for row in rows)


def _matched(
    context: Context,
    rows: tuple[Choice, ...],
    columns: tuple[Choice, ...],
    right: list[tuple[str, str]],
    back: bool,
) -> Shape | None:
    given = tuple(f"{c} {r}" if back else f"{r} {c}" for r, c in right)
    others = (f"{c.id} {r.id}" if back else f"{r.id} {c.id}" for r in rows for c in columns)
    wrong = [pair for pair in others if pair not in given]
    found = context.weighed(lambda ask: credit.paired(ask, given, wrong))
    if found is None or len(columns) < 2:
        return None
    if len(rows) == 1:
        return Pick(columns, (right[0][1],))
    weights = tuple(found.credits[pair] for pair in given) if found.credits else ()
    return Pairs(rows, columns, tuple(right), found.strict, weights)


def _pairs(context: Context) -> tuple[str, ...]:
    """The declared pairs; without them, those that earn something."""
    response = context.response
    texts = response.correct
    if not texts and response.mapping:
        texts = tuple(key for key, worth, _exact in response.mapping.entries if worth > 0)
    return tuple(" ".join(text.split()) for text in texts)


def gap_match(context: Context) -> Shape | None:
    """gapMatchInteraction: a text whose gaps are filled from one list."""
    texts = {c.id: c.text for c in context.choices("gaptext")}
    gaps = [attribute(g, "identifier") for g in descendants(context.node, "gap")]
    pairs = _pairs(context)
    filled = {gap: text for text, _space, gap in (pair.partition(" ") for pair in pairs)}
    if any(True for _ in descendants(context.node, "gapimg")) or context.pictures or not gaps:
        return None
    if sorted(filled) != sorted(gaps) or len(pairs) != len(gaps):
        return None
    if not set(filled.values()) <= texts.keys() or len(set(texts.values())) != len(texts):
        return None
    wrong = [f"{t} {g}" for t in texts for g in gaps if filled[g] != t]
    found = context.weighed(lambda ask: credit.paired(ask, pairs, wrong))
    if found is None:
        return None
    options = tuple(texts.values())
    worth = {gap: found.credits.get(f"{text} {gap}", 1.0) for gap, text in filled.items()}
    blanks = tuple(Blank(g, (texts[filled[g]],), options, worth[g]) for g in gaps)
    words = Words(_gap_marks).add(context.node, inside=True)
    return Gaps(words.text, blanks, found.strict)


def _gap_marks(element: Element) -> str | None:
    name = name_of(element)
    if name == "gap":
        return f"[[{attribute(element, 'identifier')}]]"
    return "" if name in ("gaptext", "prompt") else None


def text_entry(context: Context) -> Shape | None:
    """One textEntryInteraction: a number where one is asked for, else words."""
    if context.response.cardinality != "single":
        return None
    if context.response.base in _NUMBERS:
        return amount(context)
    candidates = _candidates(context)
    shares: dict[str, float] = {}

    def rule(ask: Ask) -> Weighed:
        found, result = credit.typed(ask, candidates)
        shares.clear()
        shares.update(found)
        return result

    if not candidates or context.weighed(rule) is None:
        return None
    exact = _exact(context, next(iter(shares)))
    return Typed(tuple(Answer(text, share) for text, share in shares.items()), exact)


def _exact(context: Context, answer: str) -> bool:
    """Whether an answer earns nothing any more when its capitals are changed."""
    turned = answer.swapcase()
    ask = context.asking.about(context.response)
    try:
        return turned != answer and ask((answer,)) > 0 >= ask((turned,))
    except Unscored:
        return False


def _candidates(context: Context) -> tuple[str, ...]:
    """Every answer that the item names: its key, its mapping, and what its scoring compares."""
    response, rules = context.response, context.asking.scorer.rules
    mapped = (k for k, _worth, _exact in (response.mapping.entries if response.mapping else ()))
    found = [*response.correct, *mapped]
    if rules is not None and context.asking.scored:
        values = descendants(rules, "basevalue")
        found += ["".join(v.itertext()).strip() for v in values if _compared(v)]
    return tuple(dict.fromkeys(filter(None, found)))[:200]


def _compared(value: Element) -> bool:
    parent = value.getparent()
    return parent is not None and name_of(parent) in _COMPARING


def amount(context: Context) -> Shape | None:
    """A number: a textEntryInteraction of numbers, or a sliderInteraction."""
    found: list[tuple[float, float]] = []

    def rule(ask: Ask) -> Weighed:
        low, high, result = credit.amount(
            lambda n: ask((f"{n:.12g}",)), answer, _ranges(context, answer)
        )
        found[:] = [(low, high)]
        return result

    for text in _candidates(context) or ("",):
        try:
            answer = number(text)
        except Unscored:
            continue
        if context.weighed(rule) is not None:
            return Amount(*found[0], answer, _others(context, *found[0]))
    return None


def _others(context: Context, low: float, high: float) -> tuple[tuple[float, float], ...]:
    """Further ranges of numbers that earn as much as the first."""
    ask, found = context.asking.about(context.response), [(low, high)]
    for text in _candidates(context):
        try:
            answer = number(text)
            if any(least <= answer <= most for least, most in found):
                continue
            near = _ranges(context, answer)
            least, most, seen = credit.amount(lambda n: ask((f"{n:.12g}",)), answer, near)
        except Unscored:
            continue
        if seen.exact and abs(seen.full - context.part.weight) < 1e-6:
            found.append((least, most))
    return tuple(found[1:])


def _ranges(context: Context, answer: float) -> Iterable[tuple[float, float]]:
    """The answer alone, what an ``equal`` allows around it, and between numbers compared with."""
    yield answer, answer
    rules = context.asking.scorer.rules
    if rules is None:
        return
    for node in descendants(rules, "equal"):
        try:
            sizes = [number(text) for text in attribute(node, "tolerance").split()]
        except Unscored:
            continue
        if sizes and attribute(node, "toleranceMode") == "relative":
            low, high = sizes[0] / 100, sizes[-1] / 100
            yield answer * (1 - low), answer * (1 + high)
            yield answer / (1 + high), answer / (1 - low) if low < 1 else answer
        elif sizes:
            yield answer - sizes[0], answer + sizes[-1]
            yield answer - sizes[-1], answer + sizes[0]
    for node in descendants(rules, "equalrounded"):
        half = 0.5 * 10 ** -float(attribute(node, "figures", "0"))
        yield answer - half, answer + half * (1 - 1e-9)


def blanks(contexts: Sequence[Context], text: str) -> Shape | None:
    """Several textEntryInteractions and inlineChoiceInteractions: one text with gaps."""
    found = [_blank(context) for context in contexts]
    kept = tuple(blank for blank in found if blank is not None)
    if len(kept) != len(found):
        return None
    part, fulls = contexts[0].part, [context.part.weight for context in contexts]
    joint = [context.joint for context in contexts]
    if all(joint):
        return Gaps(text, kept, strict=True)
    if any(joint):
        contexts[0].simplified(says.JOINT)
    part.weight = sum(fulls) if sum(fulls) <= 100 else 1.0
    if max(fulls) - min(fulls) > 1e-6:
        weighed = zip(kept, fulls, strict=True)
        kept = tuple(replace(blank, weight=full) for blank, full in weighed)
    return Gaps(text, kept)


def _blank(context: Context) -> Blank | None:
    if name_of(context.node) == "inlinechoiceinteraction":
        shape = inline_choice(context)
        if not isinstance(shape, Pick):
            return None
        texts = {c.id: c.text for c in shape.choices}
        full = [i for i in texts if shape.credits.get(i, float(i in shape.key)) > 1 - 1e-6]
        accepted = tuple(texts[i] for i in full or shape.key)
        part = tuple((texts[i], s) for i, s in shape.credits.items() if 1e-6 < s < 1 - 1e-6)
        return Blank(context.response.id, accepted, tuple(texts.values()), partial=part)
    shape = text_entry(context)
    if isinstance(shape, Typed):
        if shape.exact:
            context.part.changed("capitals", CAPITALS)
        accepted = tuple(a.text for a in shape.answers if a.credit == 1)
        part = tuple((a.text, a.credit) for a in shape.answers if a.credit < 1)
        return Blank(context.response.id, accepted, partial=part)
    if isinstance(shape, Amount) and shape.low == shape.high:
        return Blank(context.response.id, (f"{shape.answer:.12g}",))
    return None


SHAPES: dict[str, Callable[[Context], Shape | None]] = {
    "choiceinteraction": choice,
    "hottextinteraction": hottext,
    "inlinechoiceinteraction": inline_choice,
    "orderinteraction": order,
    "matchinteraction": match,
    "gapmatchinteraction": gap_match,
    "textentryinteraction": text_entry,
    "sliderinteraction": amount,
}
