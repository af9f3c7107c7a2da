"""The suggestions that are open: neither marked nor waved away, moved along with the text."""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from itertools import accumulate

from quizapp.app.authoring.draft import Draft, spans_of
from quizapp.app.authoring.wording import Splice, moved
from quizapp.claims import Span, Suggestions
from quizapp.text import fold

_ABOUT = re.compile(r",? (?:who|which|that|where)\b|,(?= an? | the )")
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "who", "which", "that"))


@dataclass(frozen=True, slots=True)
class Open:
    """Words that may be a claim, who may say them, and with what word."""

    span: Span
    source: str
    cue: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """All suggestions for one text in its order, and the names of sources, most frequent first."""

    open: tuple[Open, ...]
    names: tuple[str, ...]


class Suggesting:
    """Keeps the suggestions for a text while it is marked and corrected."""

    def __init__(self) -> None:
        self._all: tuple[Open, ...] = ()
        self.hidden = False
        self.names: tuple[str, ...] = ()

    def take(self, proposed: Proposed) -> None:
        """Offer what was worked out for the text as it stands."""
        self._all, self.names = proposed.open, proposed.names

    def follow(self, splice: Splice) -> None:
        """Move along with a change of the text; what was changed is suggested no longer."""
        if self._all and splice.at < max(one.span.end for one in self._all):
            carried = ((one, moved(one.span, splice)) for one in self._all)
            self._all = tuple(replace(one, span=span) for one, span in carried if span)

    def open(self, draft: Draft) -> tuple[Open, ...]:
        """Those that no claim has taken and that were not waved away; none while hidden."""
        if self.hidden:
            return ()
        marked = sorted(span for claim in draft.claims for span in spans_of(claim))
        starts = [span.start for span in marked]
        ends = list(accumulate((span.end for span in marked), max))
        waved = set(draft.dismissed)
        return tuple(
            one
            for one in self._all
            if one.span.end <= len(draft.text)
            and not _meets(one.span, starts, ends)
            and key_of(one, draft.text) not in waved
        )

    def at(self, draft: Draft, span: Span) -> Open | None:
        """The suggestion that shares most words with these; also one that was taken already."""
        if self.hidden:
            return None
        near = [one for one in self._all if _meet(one.span, span)]
        return max(near, key=lambda one: _shared(one.span, span), default=None)


def named(text: str, source: Span) -> str:
    """What a source is called: without what is said about it, and without a sentence’s capital."""
    name = " ".join(source.cut(text).split())
    name = _ABOUT.split(name)[0].strip(" ,;:—–")
    first = name.partition(" ")[0]
    begins = not source.start or text[: source.start].rstrip(' “"')[-1:] in ".!?\n…"
    common = re.search(rf"\b{re.escape(first.lower().rstrip('s'))}s?\b", text) is not None
    return name[:1].lower() + name[1:] if begins and common else name


def proposed_in(text: str, found: Suggestions) -> Proposed:
    """What was suggested for a text; a pronoun is whoever was named before."""
    last, opened, counted = "", list[Open](), Counter[str]()
    for one in found.attributions:
        name = named(text, one.source) if one.source else ""
        if name and fold(name) in _PRONOUNS:
            name = last
        elif name:
            counted[name] += 1
        last = name or last
        cue = one.cue.cut(text) if one.cue else ""
        opened.append(Open(one.content, name, cue))
    taken = [one.span for one in opened]
    for finding in found.unknowns:
        if not any(_meet(finding.span, span) for span in taken):
            opened.append(Open(finding.span, last, ""))
    ordered = tuple(sorted(opened, key=lambda one: one.span))
    return Proposed(ordered, tuple(name for name, _n in counted.most_common()))


def key_of(one: Open, text: str) -> str:
    """What a suggestion that was waved away is known by."""
    return fold(one.span.cut(text))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _meets(span: Span, starts: list[int], ends: list[int]) -> bool:
    """Whether a span meets one of those that start there; ``ends`` are the furthest so far."""
    before = bisect_left(starts, span.end)
    return before > 0 and ends[before - 1] > span.start


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
