"""An article: plain text in numbered paragraphs and sentences."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from quizapp.claims.span import Span
from quizapp.text import words

_END = re.compile(r"[.!?…]+(?:[ \u00a0\u202f]?»)?[\"'”“’»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+[\"'“„‘‚«(\[—–]*\s?[^\W_]")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|rev|hon|sen|gov|rep|st|jr|sr|vs|etc|inc|ltd|co|corp"
    r"|dept|fig|vol|ed|jan|feb|mar|apr|aug|sept?|oct|nov|dec|e\.g|i\.e|cf|approx|mme|mlle"
    r"|вул|ім|див|напр|проф|акад|ген|обл|просп)"
    r"|\b[^\W\d_](?:\.[^\W\d_])*)\.$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b(?:no|nos|nr|pp?|ст|с)\.$", re.IGNORECASE)
_LONGEST_SHORT = 16  # characters to look back over; a sentence of initials would take forever
WORDS_A_MINUTE = 230
_WORDS_ID = re.compile(r"p([1-9][0-9]{0,8}):([0-9]{1,9})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``start`` and ``end`` are code points of the article's text, half-open."""

    paragraph: int
    number: int
    start: int
    end: int

    @property
    def id(self) -> str:
        """``p2s3``: paragraph 2, sentence 3."""
        return f"p{self.paragraph}s{self.number}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, numbered from 1, with its sentences."""

    number: int
    start: int
    end: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Article:
    """Text, where it comes from, and its paragraphs.

    ``boundaries`` are the sentences as ``(paragraph, start, end)``. They are found once and travel
    with a bank version, so that a better splitter never moves a student's marks; left empty they
    are found anew. ``licence`` is that of the text, which may be another than the bank's; empty
    where nothing is said about it.
    """

    title: str
    cites: str
    text: str
    file: str = "article.txt"
    as_of: str = ""
    summary: bool = False
    licence: str = ""
    boundaries: tuple[tuple[int, int, int], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.boundaries:
            object.__setattr__(self, "boundaries", tuple(_split(self.text)))

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def credit(self) -> str:
        """Where the text comes from, and its licence where one is named."""
        return " · ".join(filter(None, (self.cites, self.licence)))

    @property
    def minutes(self) -> float:
        """How long a reader takes over the text, at a steady pace."""
        return len(words(self.text)) / WORDS_A_MINUTE

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs in their order; they part at any newline, empty lines do not count."""
        grouped: dict[int, list[Sentence]] = {}
        for paragraph, start, end in self.boundaries:
            group = grouped.setdefault(paragraph, [])
            group.append(Sentence(paragraph, len(group) + 1, start, end))
        return tuple(
            Paragraph(number, group[0].start, group[-1].end, tuple(group))
            for number, group in grouped.items()
        )

    @cached_property
    def sentences(self) -> dict[str, Sentence]:
        """Every sentence by its id, in the order of the text."""
        return {s.id: s for paragraph in self.paragraphs for s in paragraph.sentences}

    def sentences_in(self, span: Span) -> tuple[str, ...]:
        """The ids of the sentences that share at least one character with ``span``."""
        return tuple(
            s.id for s in self.sentences.values() if s.start < span.end and span.start < s.end
        )

    def words_ids(self, span: Span) -> tuple[str, ...]:
        """``p2:14-37``: the characters of ``span`` in each paragraph, counted from its start."""
        return tuple(
            f"p{p.number}:{max(span.start, p.start) - p.start}-{min(span.end, p.end) - p.start}"
            for p in self.paragraphs
            if p.start < span.end and span.start < p.end
        )

    def span_of(self, id_: str) -> Span | None:
        """The span of a sentence id or words id; ``None`` where this article has no such place."""
        if sentence := self.sentences.get(id_):
            return Span(sentence.start, sentence.end)
        found = _WORDS_ID.fullmatch(id_)
        if found is None or int(found[1]) > len(self.paragraphs):
            return None
        paragraph = self.paragraphs[int(found[1]) - 1]
        start, end = paragraph.start + int(found[2]), paragraph.start + int(found[3])
        return Span(start, end) if start < end <= paragraph.end else None


def _split(text: str) -> Iterator[tuple[int, int, int]]:
    """``(paragraph, start, end)`` of every sentence of ``text``."""
    number = 0
    for line in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", text):
        if not line[0].strip():
            continue
        number += 1
        end = line.start() + len(line[0].rstrip())
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        for cut in _cuts(text, start, end):
            yield number, start, cut
            start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
        yield number, start, end


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where, inside a paragraph, one sentence ends and another follows."""
    begin = start
    for stop in _END.finditer(text, start, end):
        following = _NEXT.match(text, stop.end(), end)
        if following is None or following[0][-1].islower():
            continue
        if stop[0] == "." and _short(text, begin, stop.end(), following[0][-1]):
            continue
        begin = stop.end()
        yield stop.end()


def _short(text: str, begin: int, end: int, following: str) -> bool:
    """Whether the full stop that ends at ``end`` belongs to an abbreviation or an initial."""
    begin = max(begin, end - _LONGEST_SHORT)
    if _SHORT.search(text, begin, end):
        return True
    return following.isdigit() and _NUMBER.search(text, begin, end) is not None
