"""An article recognised without its text: by hashes of its sentences and of the words that count.

Only letters and digits are looked at, without case and accents, so that the same words in another
setting are the same: other quotation marks, line breaks, hyphens and spaces. What is kept of a run
of letters is how many there are, and a hash of them.
"""

import hashlib
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quizapp.claims.article import Article
from quizapp.claims.span import Span

_PRIME, _BASE = (1 << 61) - 1, 1_000_003
FEWEST = 8  # letters of a sentence that is looked for by itself
EDGE = 24  # letters at either end by which a run is found whose middle is another
SLACK = 160  # letters that may have come in between the two ends
MOST_PLACES = 12  # of one sentence; more say nothing
_LEFT_OUT = ("Mn", "No", "Lm")  # accents, raised figures, modifiers


@dataclass(frozen=True, slots=True)
class Trace:
    """A run of letters that is not told: how many there are, and a hash of them."""

    length: int
    hash: str


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence, and in which paragraph it stands, from 1."""

    paragraph: int
    letters: Trace


@dataclass(frozen=True, slots=True)
class SpanTrace:
    """Words of an article: from which of its letters on they stand, the run, and its two ends."""

    start: int
    letters: Trace
    head: Trace
    tail: Trace


@dataclass(frozen=True)
class Letters:
    """The letters and digits of a text, each with its place there."""

    text: str

    @cached_property
    def _found(self) -> tuple[str, list[int]]:
        letters, places = [], []
        for at, character in enumerate(self.text):
            for one in _plain(character):
                letters.append(one)
                places.append(at)
        return "".join(letters), places

    @property
    def run(self) -> str:
        """The letters."""
        return self._found[0]

    @property
    def places(self) -> list[int]:
        """For each letter where it stands in the text."""
        return self._found[1]

    @cached_property
    def starts(self) -> list[int]:
        """The letters with which a word begins."""
        places = self.places
        return [n for n, at in enumerate(places) if not n or at - places[n - 1] > 1]

    @cached_property
    def _sums(self) -> list[int]:
        sums = [0]
        for letter in self.run:
            sums.append((sums[-1] * _BASE + ord(letter)) % _PRIME)
        return sums

    def hash(self, start: int, length: int) -> str:
        """The hash of ``length`` letters from ``start`` on, 20 hexadecimal digits."""
        sums = self._sums
        value = (sums[start + length] - sums[start] * pow(_BASE, length, _PRIME)) % _PRIME
        return _digest(length, value)

    def trace(self, start: int, length: int) -> Trace:
        """The run of ``length`` letters from ``start`` on."""
        return Trace(length, self.hash(start, length))

    def within(self, span: Span) -> tuple[int, int]:
        """The first letter in a span of the text, and the one after its last."""
        return bisect_left(self.places, span.start), bisect_left(self.places, span.end)

    def span(self, start: int, end: int) -> Span:
        """Where the letters from ``start`` up to ``end`` stand in the text."""
        return Span(self.places[start], self.places[end - 1] + 1)

    def find(self, wanted: Trace, first: int = 0, last: int | None = None) -> list[int]:
        """The words from ``first`` to ``last`` with which this run begins."""
        n = wanted.length
        power, sums, limit = pow(_BASE, n, _PRIME), self._sums, len(self.run) - n
        limit = limit if last is None else min(limit, last)
        return [
            at
            for at in self.starts
            if first <= at <= limit
            and _digest(n, (sums[at + n] - sums[at] * power) % _PRIME) == wanted.hash
        ]

    def find_all(self, wanted: Sequence[Trace]) -> list[list[int]]:
        """The same for many runs at once."""
        by_length: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for n, trace in enumerate(wanted):
            by_length[trace.length][trace.hash].append(n)
        found: list[list[int]] = [[] for _ in wanted]
        sums = self._sums
        for length, hashes in by_length.items():
            power, limit = pow(_BASE, length, _PRIME), len(self.run) - length
            for at in self.starts:
                if at > limit:
                    break
                value = _digest(length, (sums[at + length] - sums[at] * power) % _PRIME)
                for n in hashes.get(value, ()):
                    found[n].append(at)
        return found


def sentence_traces(article: Article) -> tuple[SentenceTrace, ...]:
    """Every sentence of an article that has letters, in its order."""
    letters = Letters(article.text)
    found = []
    for sentence in article.sentences.values():
        start, end = letters.within(Span(sentence.start, sentence.end))
        if end > start:
            found.append(SentenceTrace(sentence.paragraph, letters.trace(start, end - start)))
    return tuple(found)


def span_trace(letters: Letters, span: Span) -> SpanTrace | None:
    """Words of a text; ``None`` where they have no letters."""
    start, end = letters.within(span)
    if end <= start:
        return None
    edge = min(EDGE, end - start)
    return SpanTrace(
        start,
        letters.trace(start, end - start),
        letters.trace(start, edge),
        letters.trace(end - edge, edge),
    )


def aligned(sentences: Sequence[SentenceTrace], copy: Letters) -> list[int | None]:
    """For each sentence with which letter of ``copy`` it begins, all in the order of the article.

    Of several places those are taken that leave most letters recognised, and next to each other.
    """
    wanted = [one.letters for one in sentences]
    places = copy.find_all([t for t in wanted if t.length >= FEWEST])
    known = iter(places)
    found = [next(known) if t.length >= FEWEST else [] for t in wanted]
    steps = [(n, at) for n, at_all in enumerate(found) for at in at_all[:MOST_PLACES]]
    worth, before = [0.0] * len(steps), [-1] * len(steps)
    for k, (n, at) in enumerate(steps):
        best = 0.0
        for j in range(k):
            m, earlier = steps[j]
            end = earlier + wanted[m].length
            if m < n and end <= at:
                value = worth[j] + (0.5 if end == at else 0.0)
                if value > best:
                    best, before[k] = value, j
        worth[k] = best + wanted[n].length
    chain: list[int | None] = [None] * len(wanted)
    k = max(range(len(steps)), key=worth.__getitem__, default=-1)
    while k >= 0:
        n, at = steps[k]
        chain[n], k = at, before[k]
    return chain


def share(sentences: Sequence[SentenceTrace], chain: Sequence[int | None]) -> float:
    """How much of the article was recognised, in ``[0, 1]``, counted in letters."""
    whole = sum(one.letters.length for one in sentences)
    known = zip(sentences, chain, strict=True)
    return sum(s.letters.length for s, at in known if at is not None) / whole if whole else 0.0


def find_span(trace: SpanTrace, letters: Letters, near: int) -> Span | None:
    """Where the words stand; of several places the one next to ``near``, if it is plainly nearer.

    Words whose middle is another are found by their two ends.
    """
    at = _nearest(letters.find(trace.letters), near)
    if at is not None:
        return letters.span(at, at + trace.letters.length)
    if trace.letters.length < 2 * EDGE:
        return None
    head = _nearest(letters.find(trace.head), near)
    if head is None:
        return None
    least, most = head + trace.head.length, head + trace.letters.length + SLACK
    tails = letters.find(trace.tail, least, most)
    return letters.span(head, tails[0] + trace.tail.length) if len(tails) == 1 else None


def _nearest(found: Sequence[int], near: int) -> int | None:
    if len(found) < 2:
        return found[0] if found else None
    first, second = sorted(found, key=lambda at: abs(at - near))[:2]
    return first if 3 * abs(first - near) < abs(second - near) else None


def without_frames(text: str, title: str = "") -> str:
    """The text without what stands on every page of it: headers, footers and page numbers."""
    lines = text.split("\n")
    shapes = [_shape(line) for line in lines]
    seen: dict[str, int] = defaultdict(int)
    for shape in shapes:
        seen[shape] += 1
    head = _shape(title)
    kept = [
        line
        for line, shape in zip(lines, shapes, strict=True)
        if not line.strip() or (shape and seen[shape] == 1 and shape != head)
    ]
    return "\n".join(kept)


def _shape(line: str) -> str:
    """What headers of different pages have in common: their letters, without numbers."""
    letters = "".join(c for one in line for c in _plain(one) if not c.isdigit())
    return "" if re.fullmatch("(?:page|seite|p|s|of|von|de|сторінка|с)*", letters) else letters


def _plain(character: str) -> str:
    if unicodedata.category(character) in _LEFT_OUT:
        return ""
    parts = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in parts if c.isalnum() and unicodedata.category(c) not in _LEFT_OUT)


def _digest(length: int, value: int) -> str:
    return hashlib.sha256(f"{length}:{value}".encode()).hexdigest()[:20]
