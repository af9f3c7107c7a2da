"""Whether an article is a good choice for a bank, from the article alone, and why not."""

from dataclasses import dataclass

from quizapp.claims import Article, Stance, Suggestions, suggest
from quizapp.i18n import _, n_
from quizapp.text import fold, words

FEWEST_WORDS, MOST_WORDS = 150, 3000
FEWEST_SOURCES, FEWEST_STANDINGS = 3, 4


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that a good article has: whether this one does, and what was found."""

    key: str
    good: bool
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Fitness:
    """All points, the same ones for every article, and the verdict in a sentence."""

    points: tuple[Point, ...]

    @property
    def good(self) -> bool:
        """Whether the article has all that is wanted."""
        return all(point.good for point in self.points)

    @property
    def verdict(self) -> str:
        """What to think of the article as a choice."""
        lacking = sum(not point.good for point in self.points)
        if not lacking:
            return _("A good choice: it has all that a bank needs.")
        text = n_(
            "A bank can be made of it, but one thing is missing.",
            "A bank can be made of it, but {n} things are missing.",
            lacking,
        )
        return text.format(n=lacking)


def fitness(text: str, suggestions: Suggestions | None = None) -> Fitness:
    """What the words of an article promise; the rules that look for it know English."""
    found = suggest(text) if suggestions is None else suggestions
    return Fitness((_length(text), _sources(text, found), _unknowns(found), _standings(found)))


def names_in(text: str, found: Suggestions) -> tuple[str, ...]:
    """The names of all sources that the suggestions point at, the most frequent first."""
    counts: dict[str, tuple[int, str]] = {}
    for one in found.attributions:
        if one.source is None:
            continue
        name = " ".join(one.source.cut(text).split()).strip(" ,;:")
        key = fold(name)
        if key and key not in _PRONOUNS:
            n, first = counts.get(key, (0, name))
            counts[key] = (n + 1, first)
    ranked = sorted(counts.values(), key=lambda pair: -pair[0])
    return tuple(name for _n, name in ranked)


_PRONOUNS = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "one", "others")
)


def _length(text: str) -> Point:
    n = len(words(text))
    minutes = max(1, round(Article("", "", text).minutes)) if text.strip() else 0
    what = n_("{n} word", "{n} words", n).format(n=n)
    what = f"{what} · {n_('{n} minute', '{n} minutes', minutes).format(n=minutes)}"
    if n < FEWEST_WORDS:
        why = _("Too short: there is room for a few claims only. Take {least} words or more.")
        return Point("length", False, what, why.format(least=FEWEST_WORDS))
    if n > MOST_WORDS:
        why = _("Long for one sitting. A part of at most {most} words is easier to take.")
        return Point("length", False, what, why.format(most=MOST_WORDS))
    return Point("length", True, what, _("Long enough to hold claims, short enough to be read."))


def _sources(text: str, found: Suggestions) -> Point:
    names = names_in(text, found)
    n, named = len(names), sum(any(w[:1].isupper() for w in name.split()) for name in names)
    what = n_("{n} source", "{n} sources", n).format(n=n)
    if n < FEWEST_SOURCES:
        why = _("Few sources speak, so “who says it” has hardly a wrong answer to offer.")
        return Point("sources", False, what, why)
    if not named:
        return Point("sources", False, what, _("Nobody is named, so hardly a claim is confirmed."))
    return Point("sources", True, what, _("Several sources speak, and somebody is named."))


def _unknowns(found: Suggestions) -> Point:
    n = len(found.unknowns) + sum(a.stance is Stance.DOES_NOT_KNOW for a in found.attributions)
    what = n_("{n} open question", "{n} open questions", n).format(n=n)
    if not n:
        why = _("Nothing is said to be open, so no claim can be unknown. Silence does not count.")
        return Point("unknowns", False, what, why)
    return Point("unknowns", True, what, _("The text says itself that something is open."))


def _standings(found: Suggestions) -> Point:
    """Standings for which the text has at least a word; not stated is always in reach."""
    stances = {attribution.stance for attribution in found.attributions}
    reached = [
        Stance.ASSERTS in stances,
        Stance.ASSERTS in stances and bool(found.numbers),
        Stance.DENIES in stances,
        bool(found.conflicts) or {Stance.ASSERTS, Stance.DENIES} <= stances,
        bool(found.unknowns) or Stance.DOES_NOT_KNOW in stances,
        bool(found.hedges),
        True,
    ]
    n = sum(reached)
    what = n_("{n} of 7 standings in reach", "{n} of 7 standings in reach", n).format(n=n)
    if n < FEWEST_STANDINGS:
        why = _("Nearly everything stands alike, which trains one answer and not telling apart.")
        return Point("standings", False, what, why)
    return Point("standings", True, what, _("Claims can stand in different ways."))
