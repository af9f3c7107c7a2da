"""Words of an article: how they are written down, found, and found again after an edit."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_WORD = re.compile(r"\w+")
_LEFT_WORD = re.compile(r"\S+\s*")
_RIGHT_WORD = re.compile(r"\s*\S+")
# Around a text, so that its edges tell a copy of some words there from the other copies.
_FIRST, _LAST = "\x02", "\x03"
# They change the character before them, as marks do: the joiner and the skin tones of emoji.
_MODIFIERS = frozenset(("\u200d", *map(chr, range(0x1F3FB, 0x1F400))))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in an article: code points from ``start`` on, up to ``end`` and without it.

    Raises ``ValueError`` where that is no character at all.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise ValueError(f"from {self.start} to {self.end} there is no character")

    def cut(self, text: str) -> str:
        """What stands there in ``text``; ``ValueError`` where the text ends before."""
        if len(text) < self.end:
            raise ValueError(f"the text has {len(text)} characters, not {self.end}")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words, with their surroundings where the same words stand in several places."""

    words: str
    before: str = ""
    after: str = ""

    def places(self, text: str) -> tuple[Span, ...]:
        """Every place in ``text`` where the words stand between their neighbours, at most two."""
        return tuple(self._places(text))

    def _places(self, text: str) -> Iterator[Span]:
        whole = self.before + self.words + self.after
        at = text.find(whole) if self.words else -1
        for _ in range(2):
            if at < 0:
                return
            start = at + len(self.before)
            yield Span(start, start + len(self.words))
            at = text.find(whole, at + 1)


def quote(text: str, span: Span) -> Quote:
    """The quote that names ``span`` in ``text`` alone, with the fewest words around it.

    Of several with as few, the one with the fewest words before it.
    """
    words = span.cut(text)
    if _once(text, words):
        return Quote(words)
    starts = [span.start, *reversed([m.start() for m in _LEFT_WORD.finditer(text, 0, span.start)])]
    ends = [span.end, *(m.end() for m in _RIGHT_WORD.finditer(text, span.end))]
    best = len(starts) - 1, len(ends) - 1
    right = len(ends) - 1
    for left, start in enumerate(starts):
        if left >= sum(best):
            break
        right = _least(text, start, ends, right)
        if left + right < sum(best) and _once(text, text[start : ends[right]]):
            best = left, right
    before, after = text[starts[best[0]] : span.start], text[span.end : ends[best[1]]]
    return Quote(words, before, after)


def _least(text: str, start: int, ends: list[int], most: int) -> int:
    """The least n up to ``most`` for which the words up to ``ends[n]`` stand once; else ``most``.

    A longer run has no more copies than a shorter one, so each step rules out a half.
    """
    low, high, step = 0, most, 1
    while step < most and not _once(text, text[start : ends[step]]):
        low, step = step + 1, 2 * step
    high = min(step, most)
    while low < high:
        middle = (low + high) // 2
        if _once(text, text[start : ends[middle]]):
            high = middle
        else:
            low = middle + 1
    return low


def _once(text: str, words: str) -> bool:
    """Whether words that stand in a text stand there once, also where copies overlap."""
    return text.find(words, text.find(words) + 1) < 0


def reanchor(old: str, span: Span, new: str) -> Span | None:
    """Where the words of ``span`` in ``old`` stand in ``new``, or ``None`` where they changed.

    Words that stand once are found by themselves. Words with copies are found by the shortest run
    before them and the shortest after them that tell them from the copies in both texts, if the
    two lead to the same place; or else between the nearest landmarks, if there is one copy between
    these in both texts. All else gives ``None``: a lost span is looked at by a person, a wrong one
    would not be.
    """
    words = span.cut(old)
    old, new = f"{_FIRST}{old}{_LAST}", f"{_FIRST}{new}{_LAST}"
    start, end = span.start + 1, span.end + 1
    at = _by_neighbours(old, Span(start, end), new)
    if at is None:
        at = _by_landmarks(old, Span(start, end), new)
    if at is None:
        return None
    edges = ((start, at), (end, at + len(words)))
    whole = all(_same_edge(old, before, new, after) for before, after in edges)
    return Span(at - 1, at - 1 + len(words)) if whole else None


def reanchor_all(old: str, spans: tuple[Span, ...], new: str) -> tuple[Span | None, ...]:
    """``reanchor`` for many spans of one text."""
    return tuple(reanchor(old, span, new) for span in spans)


def _by_neighbours(old: str, span: Span, new: str) -> int | None:
    """Where the words start in ``new``, by what stands right before and right after them."""
    befores = [span.start, *reversed([m.start() for m in _TOKEN.finditer(old, 0, span.start)])]
    afters = [span.end, *(m.end() for m in _TOKEN.finditer(old, span.end))]
    left = _without_copy(old, (old[before : span.end] for before in befores), new)
    right = _without_copy(old, (old[span.start : after] for after in afters), new)
    begin, at = new.find(left), new.find(right)
    if min(begin, at) < 0 or begin + len(left) != at + span.end - span.start:
        return None
    return at


def _without_copy(old: str, runs: Iterable[str], new: str) -> str:
    """The first of ever longer runs that has no copy in either text; the longest has none."""
    return next(run for run in runs if _count(old, run) == 1 and _count(new, run) < 2)


def _by_landmarks(old: str, span: Span, new: str) -> int | None:
    """Where the words start in ``new``, between the landmarks around them.

    A landmark is a run of words that stands once in both texts; so do the edges of a text.
    """
    ends = [(m.start(), m.end()) for m in _WORD.finditer(old)]
    runs = [Span(start, end) for (start, _), (_, end) in zip(ends, ends[2:], strict=False)]
    left = (run for run in reversed(runs) if run.end <= span.start)
    right = (run for run in runs if run.start >= span.end)
    before = next((run for run in left if _landmark(old, run, new)), Span(0, 1))
    after = next((run for run in right if _landmark(old, run, new)), Span(len(old) - 1, len(old)))
    words, start = span.cut(old), new.find(before.cut(old)) + before.end - before.start
    old, new = old[before.end : after.start], new[start : new.find(after.cut(old))]
    return start + new.find(words) if _count(old, words) == _count(new, words) == 1 else None


def _landmark(old: str, run: Span, new: str) -> bool:
    return _count(old, run.cut(old)) == _count(new, run.cut(old)) == 1


def _count(text: str, words: str) -> int:
    """How often ``words`` stand in ``text``, overlapping ones too; 2 for any more."""
    return len(Quote(words).places(text))


def _same_edge(old: str, before: int, new: str, after: int) -> bool:
    """Whether the edge of a span parts the same characters, or parts whole words on both sides."""
    cut = (new[after - 1], new[after])
    return cut == (old[before - 1], old[before]) or not _joined(*cut)


def _joined(left: str, right: str) -> bool:
    """Whether two neighbours make one word or one visible character."""
    if left == "\u200d" or right in _MODIFIERS or unicodedata.category(right).startswith("M"):
        return True
    return left.isalnum() and right.isalnum()
