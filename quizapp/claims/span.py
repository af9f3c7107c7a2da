"""Words of an article: how they are written down, found, and found again after an edit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_CONTEXT = 3


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
    """The shortest quote that names ``span`` in ``text`` alone, widened by whole words."""
    words = span.cut(text)
    start, end = span.start, span.end
    while True:
        found = Quote(words, text[start : span.start], text[span.end : end])
        if len(found.places(text)) == 1 or (start == 0 and end == len(text)):
            return found
        start = max(text.rfind(" ", 0, max(start - 1, 0)) + 1, 0) if start else 0
        after = text.find(" ", end + 1)
        end = len(text) if after < 0 else after


def reanchor(old: str, span: Span, new: str) -> Span | None:
    """Where the words of ``span`` in ``old`` stand in ``new``, or ``None`` where they changed.

    Words that were edited, or whose copies cannot be told apart, give ``None``: a lost span is
    looked at by a person, a wrong one would not be.
    """
    return reanchor_all(old, (span,), new)[0]


def reanchor_all(old: str, spans: tuple[Span, ...], new: str) -> tuple[Span | None, ...]:
    """``reanchor`` for many spans of one text, which are compared once."""
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, [t[0] for t in before], [t[0] for t in after], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    return tuple(_moved(old, span, new, before, after, blocks) for span in spans)


def _tokens(text: str) -> list[tuple[str, int]]:
    return [(token[0], token.start()) for token in _TOKEN.finditer(text)]


def _moved(  # type: ignore[no-untyped-def]  # difflib's Match is private
    old: str,
    span: Span,
    new: str,
    before: list[tuple[str, int]],
    after: list[tuple[str, int]],
    blocks,
) -> Span | None:
    words = span.cut(old)
    for block in blocks:
        first, last = before[block.a], before[block.a + block.size - 1]
        begin, end = first[1], last[1] + len(last[0])
        if not begin <= span.start < span.end <= end:
            continue
        shift = after[block.b][1] - begin
        found = Span(span.start + shift, span.end + shift)
        unique = new.count(words) == 1 and old.count(words) == 1
        return found if unique or _surrounded(span, begin, end, old, new, shift) else None
    if old.count(words) == 1 and new.count(words) == 1:
        at = new.index(words)
        return Span(at, at + len(words))
    return None


def _surrounded(span: Span, begin: int, end: int, old: str, new: str, shift: int) -> bool:
    """Whether enough unchanged words stand on both sides to tell this copy from another."""
    left = _TOKEN.findall(old[begin : span.start])
    right = _TOKEN.findall(old[span.end : end])
    left_edge = begin == 0 and begin + shift == 0
    right_edge = end == len(old) and end + shift == len(new)
    return (len(left) >= _CONTEXT or left_edge) and (len(right) >= _CONTEXT or right_edge)
