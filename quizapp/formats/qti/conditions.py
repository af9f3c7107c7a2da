"""Response processing of QTI 1.2, run on an answer: what it scores, and what is said to it.

Conditions are looked at in their order. One stops the rest only where it says ``continue="No"``
itself: programs write sums of several conditions without saying otherwise. Each is taken apart
once, since many answers are tried on it.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from quizapp.formats.qti.values import Unscored, number
from quizapp.formats.xml import Element, attribute, child, children, descendants, name_of, text_in

Answers = Mapping[str, tuple[str, ...]]
Test = Callable[[Answers], bool]
_PERCENT = 100.0
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "vargt": lambda a, b: a > b,
    "vargte": lambda a, b: a >= b,
    "varlt": lambda a, b: a < b,
    "varlte": lambda a, b: a <= b,
}


@dataclass(frozen=True)
class Rule:
    """One condition: its test, how it changes which scores, and the feedback that it brings up.

    ``right``: its name or its feedback says that it is the one for the right answer.
    """

    node: Element
    among: Element
    holds: Test
    changes: tuple[tuple[str, str, float], ...]
    links: tuple[str, ...]
    stops: bool
    right: bool

    @property
    def earns(self) -> bool:
        """Whether it adds anything to a score."""
        return any(amount > 0 for _name, _act, amount in self.changes)


@dataclass
class Conditions:
    """The scoring of one item. ``ordered`` names the responses whose order counts.

    ``numbers`` are the responses that are compared as numbers.
    """

    item: Element
    ordered: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    _places: dict[Element, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.most = self._bounds("maxvalue")
        self.least = self._bounds("minvalue")
        self.rules = [
            self._rule(rule, processing)
            for processing in children(self.item, "resprocessing")
            for rule in children(processing, "respcondition")
        ]
        self.silent = not any(rule.earns for rule in self.rules)

    def _bounds(self, which: str) -> dict[str, float]:
        """The declared bounds of the scores that have one."""
        found = {}
        for variable in descendants(self.item, "decvar"):
            try:
                bound = number(attribute(variable, which))
            except Unscored:
                continue
            found[attribute(variable, "varname", "SCORE")] = bound
        return found

    @property
    def adds(self) -> bool:
        """Whether the score is a sum of several conditions."""
        return any(act == "add" for rule in self.rules for _name, act, _amount in rule.changes)

    @property
    def scored(self) -> bool:
        """Whether any answer can earn anything."""
        return not self.silent or any(rule.right for rule in self.rules)

    def score(self, answers: Answers) -> float:
        """What the answers score; ``Unscored`` where a condition is not understood."""
        self._fired, scores, links = False, dict[str, float](), list[str]()
        done: Element | None = None
        for rule in self.rules:
            if rule.among is done or not rule.holds(answers):
                continue
            told = self.silent and rule.right
            self._fired = self._fired or told or bool(rule.changes)
            for name, act, amount in rule.changes:
                scores[name] = _changed(scores.get(name, 0.0), act, amount)
            if told:
                scores["SCORE"] = scores.get("SCORE", 0.0) + 1.0
            links += rule.links
            done = rule.among if rule.stops else done
        self.links = tuple(links)
        kept = {name: max(score, self.least.get(name, score)) for name, score in scores.items()}
        if self.most.get("SCORE") == _PERCENT:  # other bounds are often wrong
            kept |= {"SCORE": min(kept["SCORE"], _PERCENT)} if "SCORE" in kept else {}
        return kept.get("SCORE", sum(kept.values()))

    def _rule(self, node: Element, among: Element) -> Rule:
        seen: Counter[str] = Counter()
        for equal in descendants(node, "varequal"):
            id_ = attribute(equal, "respident")
            self._places[equal] = seen[id_]
            seen[id_] += 1
        conditions = child(node, "conditionvar")
        links = tuple(attribute(f, "linkrefid") for f in children(node, "displayfeedback"))
        names = (attribute(node, "title"), *links)
        return Rule(
            node=node,
            among=among,
            holds=(lambda _answers: False) if conditions is None else self._all(conditions),
            changes=tuple(self._change(variable) for variable in children(node, "setvar")),
            links=links,
            stops=attribute(node, "continue").lower() == "no",
            right=any(name.lower().startswith("correct") for name in names),
        )

    def _change(self, variable: Element) -> tuple[str, str, float]:
        name = attribute(variable, "varname") or attribute(variable, "variablename") or "SCORE"
        act, text = attribute(variable, "action", "Set").lower(), text_in(variable)
        if text.lower().endswith(".max"):
            return name, act, self.most.get(name) or 1.0
        return name, act, maybe(text) or 0.0

    def _test(self, node: Element) -> Test:
        make = self._TESTS.get(name_of(node))
        if make is None:
            return _unknown
        test: Test = make(self, node)
        return test

    def _all(self, node: Element) -> Test:
        tests = [self._test(part) for part in children(node)]
        return tests[0] if len(tests) == 1 else lambda answers: all(t(answers) for t in tests)

    def _any(self, node: Element) -> Test:
        tests = [self._test(part) for part in children(node)]
        return lambda answers: any(test(answers) for test in tests)

    def _none(self, node: Element) -> Test:
        test = self._all(node)
        return lambda answers: not test(answers)

    def _other(self, _node: Element) -> Test:
        return lambda _answers: not self._fired

    def _unanswered(self, node: Element) -> Test:
        id_ = attribute(node, "respident")
        return lambda answers: not answers.get(id_)

    def _equal(self, node: Element) -> Test:
        id_, wanted = attribute(node, "respident"), "".join(node.itertext()).strip()
        exact, place = attribute(node, "case", "No").lower() == "yes", self._places.get(node, 0)
        plain = wanted if exact else wanted.casefold()

        def test(answers: Answers) -> bool:
            given = answers.get(id_, ())
            if id_ in self.numbers:
                return any(_same_number(one, wanted) for one in given)
            if not exact:
                given = tuple(one.casefold() for one in given)
            if id_ in self.ordered:
                return given[place : place + 1] == (plain,)
            return plain in given

        return test

    def _part(self, node: Element) -> Test:
        id_, wanted = attribute(node, "respident"), "".join(node.itertext()).strip()
        if name_of(node) == "varsubstring":
            return lambda answers: any(
                wanted.casefold() in one.casefold() for one in answers.get(id_, ())
            )
        return lambda answers: set(wanted.split(",")) <= set(answers.get(id_, ()))

    def _compared(self, node: Element) -> Test:
        id_, bound = attribute(node, "respident"), maybe(text_in(node))
        compare = _COMPARED[name_of(node)]

        def test(answers: Answers) -> bool:
            if bound is None:
                raise Unscored(text_in(node))
            given = answers.get(id_, ())
            one = maybe(given[0]) if len(given) == 1 else None
            return one is not None and compare(one, bound)

        return test

    _TESTS: ClassVar = {
        "and": _all,
        "or": _any,
        "not": _none,
        "other": _other,
        "unanswered": _unanswered,
        "varequal": _equal,
        "varsubset": _part,
        "varsubstring": _part,
        **dict.fromkeys(_COMPARED, _compared),
    }


def _unknown(_answers: Answers) -> bool:
    raise Unscored("unknown condition")


def _changed(before: float, act: str, amount: float) -> float:
    """A score after a setvar."""
    if act == "add":
        return before + amount
    if act == "subtract":
        return before - amount
    if act == "multiply":
        return before * amount
    return before / (amount or 1.0) if act == "divide" else amount


def _same_number(one: str, other: str) -> bool:
    try:
        return number(one) == number(other)
    except Unscored:
        return one.strip() == other.strip()


def denied(node: Element) -> bool:
    """Whether a test stands inside an odd number of ``not``."""
    return sum(name_of(above) == "not" for above in node.iterancestors()) % 2 == 1


def maybe(text: str) -> float | None:
    """A number from its text, if it is one."""
    try:
        return number(text)
    except Unscored:
        return None


def bounds(root: Element) -> list[tuple[float, float]]:
    """The ranges that conditions name, each from the bound above to the one below beside it."""
    found = []
    for node in descendants(root, "vargte", "vargt"):
        beside = node.getparent()
        upper = next(children(beside, "varlte", "varlt"), None) if beside is not None else None
        low, high = maybe(text_in(node)), None if upper is None else maybe(text_in(upper))
        if low is None or high is None or low > high:
            continue
        found.append((low, high))
        found.append((low + 1e-9 * max(1, abs(low)), high - 1e-9 * max(1, abs(high))))
    return found
