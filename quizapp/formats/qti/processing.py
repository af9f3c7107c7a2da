"""Response processing of QTI 2 and 3, run on a response: what an answer scores.

The reader asks this of the key and of every single option, and so knows the credits without
having to know the shape that the author gave the scoring.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, prod
from typing import ClassVar

from quizapp.formats.qti.values import Declared, Scalar, Unscored, Value, number, scalar
from quizapp.formats.xml import Element, attribute, child, children, name_of

MOST_STEPS = 100_000
Operands = Sequence[Value | None]
Operation = Callable[[Operands, Element], Value | None]


class _ExitError(Exception):
    """Ends response processing early, as exitResponse does."""


@dataclass
class Scorer:
    """Scores answers to one item. ``template`` is the last part of a standard template's address.

    ``steps`` counts what was looked at: a scoring that takes more than ``MOST_STEPS`` is given up.
    """

    declared: Declared
    rules: Element | None
    template: str = ""
    steps: int = 0
    _outcomes: dict[str, Value | None] = field(default_factory=dict)
    _responses: Mapping[str, Value | None] = field(default_factory=dict)
    _inside: dict[Element, tuple[Element, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._begun = {id_: o.value() for id_, o in self.declared.outcomes.items()}

    def score(self, responses: Mapping[str, Value | None]) -> float:
        """What the answer scores; ``Unscored`` where the scoring is not understood."""
        self._responses = responses
        self._outcomes = dict(self._begun)
        if self.template:
            return self._by_template(responses)
        if self.rules is None:
            raise Unscored("no rules")
        try:
            self._within(self.rules)
        except _ExitError:
            pass
        except (ValueError, OverflowError, ZeroDivisionError, RecursionError) as error:
            raise Unscored(str(error)) from error
        return self._total()

    def said(self) -> frozenset[tuple[str, str]]:
        """``(outcome, value)`` of all outcomes of text after the last answer that was scored."""
        return frozenset(
            (id_, item)
            for id_, value in self._outcomes.items()
            for item in (value.items if value else ())
            if isinstance(item, str)
        )

    def _parts(self, node: Element) -> tuple[Element, ...]:
        """The elements in a node, looked up once however many answers are scored."""
        found = self._inside.get(node)
        if found is None:
            found = self._inside[node] = tuple(children(node))
        return found

    def _only(self, rule: Element) -> Element:
        """The expression of a rule; ``Unscored`` where there is none."""
        for found in self._parts(rule):
            return found
        raise Unscored("no expression")

    def _total(self) -> float:
        found = self._outcomes.get("SCORE")
        if found is None:
            named = [i for i in self._outcomes if _is_score(i)]
            found = self._outcomes[named[0]] if len(named) == 1 else None
        if found is None or len(found.items) != 1:
            raise Unscored("no score")
        return float(number(str(found.items[0])))

    def _by_template(self, responses: Mapping[str, Value | None]) -> float:
        known = self.declared.responses
        id_ = "RESPONSE" if "RESPONSE" in known or len(known) != 1 else next(iter(known))
        if id_ not in known:
            raise Unscored("no RESPONSE")
        given = responses.get(id_)
        if "map_response" in self.template:
            return self._mapped(id_, given)
        key = known[id_].key
        return float(given is not None and key is not None and given.same(key))

    def _mapped(self, id_: str, given: Value | None) -> float:
        declaration = self.declared.responses.get(id_)
        if declaration is None or declaration.mapping is None:
            raise Unscored("no mapping")
        return declaration.mapping.worth(given, declaration.base) if given else 0.0

    def _act(self, rules: Iterable[Element]) -> None:
        for rule in rules:
            self._step()
            act = self._RULES.get(name_of(rule))
            if act is None:
                raise Unscored(name_of(rule))
            act(self, rule)

    def _set(self, rule: Element) -> None:
        self._outcomes[attribute(rule, "identifier")] = self._value(self._only(rule))

    def _within(self, rule: Element) -> None:
        self._act(self._parts(rule))

    def _leave(self, _rule: Element) -> None:
        raise _ExitError

    def _condition(self, rule: Element) -> None:
        for branch in self._parts(rule):
            parts = self._parts(branch)
            if name_of(branch) == "responseelse":
                self._act(parts)
                return
            if parts and _truth(self._value(parts[0])):
                self._act(parts[1:])
                return

    def _lookup(self, rule: Element) -> None:
        id_ = attribute(rule, "identifier")
        outcome = self.declared.outcomes.get(id_)
        given = self._value(self._only(rule))
        if outcome is None or given is None:
            raise Unscored("lookup")
        at = number(str(given.items[0]))
        for source, target, below in outcome.table:
            if at == source or (below and at >= source):
                self._outcomes[id_] = Value((scalar(target, outcome.base),))
                return
        otherwise = outcome.otherwise
        self._outcomes[id_] = Value((scalar(otherwise, outcome.base),)) if otherwise else None

    def _step(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise Unscored("too long")

    def _value(self, node: Element) -> Value | None:
        self._step()
        name = name_of(node)
        if name in self._LEAVES:
            return self._LEAVES[name](self, node)
        operation = _OPERATIONS.get(name)
        if operation is None:
            raise Unscored(name)
        return self._operate(operation, node)

    def _operate(self, operation: Operation, node: Element) -> Value | None:
        values = [self._value(part) for part in self._parts(node)]
        try:
            return operation(values, node)
        except IndexError as error:  # an operand is missing
            raise Unscored(name_of(node)) from error

    def _base_value(self, node: Element) -> Value | None:
        text = "".join(node.itertext())
        return Value((scalar(text.strip(), attribute(node, "baseType", "string")),))

    def _variable(self, node: Element) -> Value | None:
        id_ = attribute(node, "identifier")
        if id_ in self._outcomes:
            return self._outcomes[id_]
        if id_ in self.declared.responses:
            return self._responses.get(id_)
        if id_ in ("completionStatus", "numAttempts", "duration"):
            return Value(("completed",)) if id_ == "completionStatus" else Value((1.0,))
        raise Unscored(id_)

    def _correct(self, node: Element) -> Value | None:
        declaration = self.declared.responses.get(attribute(node, "identifier"))
        return declaration.key if declaration else None

    def _map_response(self, node: Element) -> Value | None:
        id_ = attribute(node, "identifier")
        return Value((self._mapped(id_, self._responses.get(id_)),))

    def _null(self, _node: Element) -> Value | None:
        return None

    def _default(self, node: Element) -> Value | None:
        outcome = self.declared.outcomes.get(attribute(node, "identifier"))
        return outcome.value() if outcome else None

    _RULES: ClassVar = {
        "responsecondition": _condition,
        "setoutcomevalue": _set,
        "lookupoutcomevalue": _lookup,
        "responseprocessingfragment": _within,
        "exitresponse": _leave,
    }
    _LEAVES: ClassVar = {
        "basevalue": _base_value,
        "variable": _variable,
        "correct": _correct,
        "mapresponse": _map_response,
        "default": _default,
        "null": _null,
    }


def scorer(item: Element, declared: Declared) -> Scorer:
    """The scorer of an item: a standard template by the last part of its address, or its rules."""
    rules = child(item, "responseprocessing")
    if rules is None:
        return Scorer(declared, None)
    address = attribute(rules, "template") or attribute(rules, "templateLocation")
    template = address.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".xml")
    template = template.lower()
    if len(rules):
        return Scorer(declared, rules)
    if template.startswith(("match_correct", "cc2_match", "match_nothing")):
        return Scorer(declared, rules, template)
    if template.startswith(("map_response", "cc2_map_response")) and "point" not in template:
        return Scorer(declared, rules, template)
    return Scorer(declared, None, "")


def _is_score(name: str) -> bool:
    """Whether an outcome is a score by its name, as SCORE1 is and MAXSCORE is not."""
    upper = name.upper()
    return "SCORE" in upper and not upper.startswith(("MAX", "MIN"))


def _truth(value: Value | None) -> bool:
    return value is not None and value.items[:1] == (True,)


def _all(values: Operands, _node: Element) -> Value:
    return Value((all(map(_truth, values)),))


def _any(values: Operands, _node: Element) -> Value:
    return Value((any(map(_truth, values)),))


def _not(values: Operands, _node: Element) -> Value | None:
    return None if values[0] is None else Value((not _truth(values[0]),))


def _is_null(values: Operands, _node: Element) -> Value:
    return Value((values[0] is None or values[0].items in ((), ("",)),))


def _match(values: Operands, _node: Element) -> Value | None:
    one, other = values[0], values[1]
    return None if one is None or other is None else Value((one.same(other),))


def _numbers(values: Operands) -> list[float] | None:
    if any(value is None for value in values):
        return None
    return [number(str(item)) for value in values if value for item in value.items]


def _fold(work: Callable[[list[float]], Scalar]) -> Operation:
    """An operation on all the numbers of its operands; no value where one of them has none."""

    def operation(values: Operands, _node: Element) -> Value | None:
        found = _numbers(values)
        return None if not found else Value((work(found),))

    return operation


def _equal(values: Operands, node: Element) -> Value | None:
    found = _numbers(values)
    if found is None or len(found) != 2:
        return None
    one, other = found
    mode = attribute(node, "toleranceMode", "exact")
    texts = attribute(node, "tolerance").split() or ["0"]
    slack = 1e-9 * max(1.0, abs(one), abs(other))  # 3.95 + 0.1 is no 4.05 to a computer
    low, high = number(texts[0]) + slack, number(texts[-1]) + slack
    if mode == "exact":
        return Value((one == other,))
    if mode == "relative":
        return Value((one * (1 - low / 100) <= other <= one * (1 + high / 100),))
    return Value((one - low <= other <= one + high,))


def _equal_rounded(values: Operands, node: Element) -> Value | None:
    found = _numbers(values)
    figures = int(number(attribute(node, "figures", "0")))
    if found is None or len(found) != 2 or not 0 <= figures <= 15:
        return None
    if attribute(node, "roundingMode") == "decimalPlaces":
        return Value((len({floor(n * 10**figures + 0.5) for n in found}) == 1,))
    return Value((len({f"{n:.{max(figures - 1, 0)}e}" for n in found}) == 1,))


def _string_match(values: Operands, node: Element) -> Value | None:
    one, other = values[0], values[1]
    if one is None or other is None:
        return None
    first, second = str(one.items[0]), str(other.items[0])
    if attribute(node, "caseSensitive", "true") in ("false", "0"):
        first, second = first.casefold(), second.casefold()
    part = attribute(node, "substring", "false") in ("true", "1")
    return Value((second in first if part else first == second,))


def _member(values: Operands, _node: Element) -> Value | None:
    one, many = values[0], values[1]
    return None if one is None or many is None else Value((one.items[0] in many.items,))


def _contains(values: Operands, _node: Element) -> Value | None:
    many, few = values[0], values[1]
    return None if many is None or few is None else Value((set(few.items) <= set(many.items),))


def _container(cardinality: str) -> Operation:
    def operation(values: Operands, _node: Element) -> Value | None:
        items = tuple(item for value in values if value for item in value.items)
        return Value(items, cardinality) if items else None

    return operation


def _delete(values: Operands, _node: Element) -> Value | None:
    gone, many = values[0], values[1]
    if gone is None or many is None:
        return None
    items = tuple(item for item in many.items if item != gone.items[0])
    return Value(items, many.cardinality) if items else None


def _index(values: Operands, node: Element) -> Value | None:
    place = int(number(attribute(node, "n", "0")))
    many = values[0]
    return Value((many.items[place - 1],)) if many and 1 <= place <= len(many.items) else None


def _size(values: Operands, _node: Element) -> Value:
    return Value((float(len(values[0].items) if values[0] else 0),))


def _divide(values: Operands, _node: Element) -> Value | None:
    found = _numbers(values)
    return Value((found[0] / found[1],)) if found and len(found) == 2 and found[1] else None


_OPERATIONS: dict[str, Operation] = {
    "and": _all,
    "or": _any,
    "not": _not,
    "isnull": _is_null,
    "match": _match,
    "equal": _equal,
    "equalrounded": _equal_rounded,
    "stringmatch": _string_match,
    "member": _member,
    "contains": _contains,
    "multiple": _container("multiple"),
    "ordered": _container("ordered"),
    "delete": _delete,
    "index": _index,
    "containersize": _size,
    "sum": _fold(sum),
    "product": _fold(prod),
    "max": _fold(max),
    "min": _fold(min),
    "subtract": _fold(lambda n: n[0] - n[-1]),
    "divide": _divide,
    "round": _fold(lambda n: float(floor(n[0] + 0.5))),
    "truncate": _fold(lambda n: float(int(n[0]))),
    "integertofloat": _fold(lambda n: n[0]),
    "power": _fold(lambda n: n[0] ** min(n[-1], 64)),
    "gt": _fold(lambda n: n[0] > n[-1]),
    "gte": _fold(lambda n: n[0] >= n[-1]),
    "lt": _fold(lambda n: n[0] < n[-1]),
    "lte": _fold(lambda n: n[0] <= n[-1]),
}
