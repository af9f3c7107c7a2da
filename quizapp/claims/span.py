"""Words of an article: how they are written down, found, and found again after an edit."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LEFT_WORD = re.compile(r"\S+\s*")
_RIGHT_WORD = re.compile(r"\s*\S+")
# Around a text, so that its edges tell a copy of some words there from the other copies.
_FIRST, _LAST = "\x02", "\x03"
# They change the character before them, as marks do: the joiner and the skin tones of emoji.
_MODIFIERS = frozenset(("\u200d", *map(chr, range(0x1F3FB, 0x1F400))))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points ``[start, end)`` in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty or reversed")

    def cut(self, text: str) -> str:
        """The quoted words; fails loudly when the text has since got shorter."""
        if self.end > len(text):
            raise ValueError(f"span ends at {self.end}, the text has {len(text)}")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words, with what stands before and after where the words alone are not unique."""

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
    """The quote that names ``span`` in ``text`` alone, with the fewest words around it."""
    starts = [span.start, *reversed([m.start() for m in _LEFT_WORD.finditer(text, 0, span.start)])]
    ends = [span.end, *(m.end() for m in _RIGHT_WORD.finditer(text, span.end))]
    best = left, right = len(starts) - 1, len(ends) - 1
    for left, start in enumerate(starts):
        if left >= sum(best):
            break
        while right and _count(text, text[start : ends[right - 1]]) == 1:
            right -= 1
        if _count(text, text[start : ends[right]]) == 1:
            best = min(best, (left, right), key=sum)
    before, after = text[starts[best[0]] : span.start], text[span.end : ends[best[1]]]
    return Quote(span.cut(text), before, after)


def reanchor(old: str, span: Span, new: str) -> Span | None:
    """Where the words of ``span`` in ``old`` stand in ``new``, or ``None`` where they changed.

    Words that stand once are found by themselves. Words with copies need the shortest run before
    them, and the shortest after them, that tells them from the copies in both texts; the two must
    lead to the same place. All else gives ``None``: a lost span is looked at by a person, a wrong
    one would not be.
    """
    size = len(span.cut(old))
    old, new = f"{_FIRST}{old}{_LAST}", f"{_FIRST}{new}{_LAST}"
    start, end = span.start + 1, span.end + 1
    befores = [start, *reversed([m.start() for m in _TOKEN.finditer(old, 0, start)])]
    afters = [end, *(m.end() for m in _TOKEN.finditer(old, end))]
    left = _found(old, (Span(before, end) for before in befores), new)
    right = _found(old, (Span(start, after) for after in afters), new)
    if left is None or right is None or left.end - size != right.start:
        return None
    found = Span(right.start, left.end)
    edges = ((start, found.start), (end, found.end))
    whole = all(_same_edge(old, before, new, after) for before, after in edges)
    return Span(found.start - 1, found.end - 1) if whole else None


def reanchor_all(old: str, spans: tuple[Span, ...], new: str) -> tuple[Span | None, ...]:
    """``reanchor`` for many spans of one text."""
    return tuple(reanchor(old, span, new) for span in spans)


def _found(old: str, windows: Iterable[Span], new: str) -> Span | None:
    """The place in ``new`` of the first window without a copy in either text."""
    for window in windows:
        words = window.cut(old)
        if _count(old, words) == 1 and _count(new, words) < 2:
            at = new.find(words)
            return None if at < 0 else Span(at, at + len(words))
    return None


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
