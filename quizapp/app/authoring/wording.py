"""Changes of an article's text, with every span moved along."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizapp.app.authoring.draft import Draft
from quizapp.claims import Attribution, Claim, Evidence, Quote, Span


@dataclass(frozen=True, slots=True)
class Splice:
    """``words`` in place of ``removed`` characters from ``at`` on, all in code points."""

    at: int
    removed: int
    words: str

    @property
    def shift(self) -> int:
        """By how many characters what follows is moved."""
        return len(self.words) - self.removed

    def on(self, text: str) -> str:
        """The text after the change."""
        return text[: self.at] + self.words + text[self.at + self.removed :]


def splice_between(old: str, new: str) -> Splice:
    """The shortest change that makes ``new`` of ``old``."""
    head = _same(lambda n: old[:n] == new[:n], min(len(old), len(new)))
    left = min(len(old), len(new)) - head
    tail = _same(lambda n: old[len(old) - n :] == new[len(new) - n :], left)
    return Splice(head, len(old) - head - tail, new[head : len(new) - tail])


def _same(holds: Callable[[int], bool], most: int) -> int:
    """The largest number up to ``most`` for which it holds, as it does for every smaller one."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if holds(middle):
            least = middle
        else:
            most = middle - 1
    return least


def retype(draft: Draft, *splices: Splice) -> Draft:
    """The draft with its text changed, each splice on the text that the one before left."""
    for splice in splices:
        claims = tuple(_moved(claim, splice, draft.text) for claim in draft.claims)
        draft = replace(draft, text=splice.on(draft.text), claims=claims)
    return draft


def found(text: str, wanted: str, *, case: bool = False, whole: bool = False) -> tuple[Span, ...]:
    """Every place of ``wanted`` in a text, from left to right and without overlaps."""
    if not wanted:
        return ()
    pattern = re.escape(wanted)
    pattern = rf"(?<!\w){pattern}(?!\w)" if whole else pattern
    flags = re.NOFLAG if case else re.IGNORECASE
    return tuple(Span(m.start(), m.end()) for m in re.finditer(pattern, text, flags))


def replacing(places: Sequence[Span], words: str) -> Iterator[Splice]:
    """Splices that put ``words`` in each of these places, which lie from left to right."""
    shift = 0
    for place in places:
        splice = Splice(place.start + shift, place.end - place.start, words)
        shift += splice.shift
        yield splice


def moved(span: Span, splice: Splice) -> Span | None:
    """Where a span lies after a change; ``None`` where nothing of it is left.

    What is typed inside the span belongs to it; what is typed at its edges does not.
    """
    begin, end = splice.at, splice.at + splice.removed
    if span.end <= begin:
        return span
    if span.start >= end:
        return Span(span.start + splice.shift, span.end + splice.shift)
    inside = span.start < begin and end < span.end
    swallowed = begin <= span.start and span.end <= end
    if swallowed and not (splice.words and (begin, end) == (span.start, span.end)):
        return None
    start = span.start if span.start <= begin else begin + len(splice.words)
    stop = span.end + splice.shift if inside or end <= span.end else begin
    return Span(start, stop) if start < stop else None


def _moved(claim: Claim, splice: Splice, text: str) -> Claim:
    """The claim with its evidence moved; the same object where nothing of it moves."""
    if all(
        span.end <= splice.at
        for attribution in claim.attributions
        for alternative in attribution.evidence.spans
        for span in alternative
    ):
        return claim
    attributions = tuple(_carried(one, splice, text) for one in claim.attributions)
    return replace(claim, attributions=attributions)


def _carried(attribution: Attribution, splice: Splice, text: str) -> Attribution:
    """A set that lost a span is lost; where it was the last one its quotation is kept."""
    old = attribution.evidence
    sets = [tuple(moved(span, splice) for span in alternative) for alternative in old.spans]
    whole = tuple(tuple(s for s in some if s) for some in sets if all(some))
    if whole or not old.spans:
        return replace(attribution, evidence=Evidence(old.quotes, whole))
    quotes = old.quotes or tuple(
        tuple(Quote(span.cut(text)) for span in alternative) for alternative in old.spans
    )
    return replace(attribution, evidence=Evidence(quotes, ()))
