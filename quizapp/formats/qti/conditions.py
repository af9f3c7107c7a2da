"""Response processing of QTI 1.2, run on an answer: what it scores, and what is said to it.

Conditions are looked at in their order. One stops the rest only where it says ``continue="No"``
itself: programs write sums of several conditions without saying otherwise.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from quizapp.formats.qti.values import Unscored, number
from quizapp.formats.xml import Element, attribute, child, children, descendants, name_of, text_in

Answers = Mapping[str, tuple[str, ...]]
_COMPARED = {
    "vargt": lambda a, b: a > b,
    "vargte": lambda a, b: a >= b,
    "varlt": lambda a, b: a < b,
    "varlte": lambda a, b: a <= b,
}


@dataclass
class Conditions:
    """The scoring of one item. ``ordered`` names the responses whose order counts.

    ``numbers`` are the responses that are compared as numbers.
    """

    item: Element
    ordered: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    _fired: bool = False
    _places: dict[Element, int] = field(default_factory=dict)
    _scores: dict[str, float] = field(default_factory=dict)
    _links: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rules = [r for p in children(self.item, "resprocessing") for r in children(p)]
        self.rules = [rule for rule in self.rules if name_of(rule) == "respcondition"]
        self.most = self._bounds("maxvalue")
        self.least = self._bounds("minvalue")
        self.silent = not any(self.earns(rule) for rule in self.rules)
        for rule in self.rules:
            seen: Counter[str] = Counter()
            for node in descendants(rule, "varequal"):
                id_ = attribute(node, "respident")
                self._places[node] = seen[id_]
                seen[id_] += 1

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

    def earns(self, rule: Element) -> bool:
        return any(self._amount(s)[1] > 0 for s in children(rule, "setvar"))

    @property
    def adds(self) -> bool:
        """Whether the score is a sum of several conditions."""
        added = (s for rule in self.rules for s in children(rule, "setvar"))
        return any(attribute(s, "action").lower() == "add" for s in added)

    @property
    def scored(self) -> bool:
        """Whether any answer can earn anything."""
        return not self.silent or any(self._named_right(rule) for rule in self.rules)

    def score(self, answers: Answers) -> float:
        """What the answers score; ``Unscored`` where a condition is not understood."""
        self._fired, self._scores, self._links = False, {}, []
        done: Element | None = None
        for rule in self.rules:
            if rule.getparent() is done or not self._holds(rule, answers):
                continue
            self._fired = self._fired or self._counts(rule)
            self._do(rule)
            if attribute(rule, "continue").lower() == "no":
                done = rule.getparent()
        kept = {
            name: max(score, self.least.get(name, score)) for name, score in self._scores.items()
        }
        return kept.get("SCORE", sum(kept.values()))

    @property
    def links(self) -> tuple[str, ...]:
        """The feedback that the last answer brought up, by its idents."""
        return tuple(self._links)

    def _counts(self, rule: Element) -> bool:
        """Whether a condition decides on the score, not only on what is said."""
        silent = self.silent and self._named_right(rule)
        return silent or any(True for _ in children(rule, "setvar"))

    def _do(self, rule: Element) -> None:
        for variable in children(rule, "setvar"):
            name, amount = self._amount(variable)
            before = self._scores.get(name, 0.0)
            act = attribute(variable, "action", "Set").lower()
            changed = {"add": before + amount, "subtract": before - amount}
            changed |= {"multiply": before * amount, "divide": before / (amount or 1.0)}
            self._scores[name] = changed.get(act, amount)
        if self.silent and self._named_right(rule):
            self._scores["SCORE"] = self._scores.get("SCORE", 0.0) + 1.0
        self._links += [attribute(f, "linkrefid") for f in children(rule, "displayfeedback")]

    def _amount(self, variable: Element) -> tuple[str, float]:
        name = attribute(variable, "varname") or attribute(variable, "variablename") or "SCORE"
        text = text_in(variable)
        if text.lower().endswith(".max"):
            return name, self.most.get(name) or 1.0
        try:
            return name, number(text)
        except Unscored:
            return name, 0.0

    def _named_right(self, rule: Element) -> bool:
        """Whether a condition without a score is the one for the right answer, by its feedback."""
        names = [attribute(rule, "title")]
        names += [attribute(f, "linkrefid") for f in children(rule, "displayfeedback")]
        return any(name.lower().startswith("correct") for name in names)

    def _holds(self, rule: Element, answers: Answers) -> bool:
        conditions = child(rule, "conditionvar")
        return conditions is not None and self._all(conditions, answers)

    def _all(self, node: Element, answers: Answers) -> bool:
        return all(self._test(part, answers) for part in children(node))

    def _test(self, node: Element, answers: Answers) -> bool:
        test = self._TESTS.get(name_of(node))
        if test is None:
            raise Unscored(name_of(node))
        return bool(test(self, node, answers))

    def _any(self, node: Element, answers: Answers) -> bool:
        return any(self._test(part, answers) for part in children(node))

    def _none(self, node: Element, answers: Answers) -> bool:
        return not self._all(node, answers)

    def _other(self, _node: Element, _answers: Answers) -> bool:
        return not self._fired

    def _unanswered(self, node: Element, answers: Answers) -> bool:
        return not answers.get(attribute(node, "respident"))

    def _equal(self, node: Element, answers: Answers) -> bool:
        id_ = attribute(node, "respident")
        given, wanted = answers.get(id_, ()), "".join(node.itertext()).strip()
        if id_ in self.numbers:
            return any(_same_number(one, wanted) for one in given)
        if attribute(node, "case", "No").lower() != "yes":
            given, wanted = tuple(one.casefold() for one in given), wanted.casefold()
        if id_ in self.ordered:
            place = self._places.get(node, 0)
            return given[place : place + 1] == (wanted,)
        return wanted in given

    def _part(self, node: Element, answers: Answers) -> bool:
        given = answers.get(attribute(node, "respident"), ())
        wanted = "".join(node.itertext()).strip()
        if name_of(node) == "varsubstring":
            return any(wanted.casefold() in one.casefold() for one in given)
        return set(wanted.split(",")) <= set(given)

    def _compared(self, node: Element, answers: Answers) -> bool:
        given = answers.get(attribute(node, "respident"), ())
        if len(given) != 1:
            return False
        try:
            one = number(given[0])
        except Unscored:
            return False
        return bool(_COMPARED[name_of(node)](one, number(text_in(node))))

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
