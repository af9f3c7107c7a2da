"""A bank without its article, for articles that may not be copied.

It has hashes of the article's sentences and of the words that show each claim, and no words of the
article but what the questions themselves quote, of which no run may be longer than 15 words. A
student opens their own copy, which is recognised by the hashes; then it is a bank like any other.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from quizapp.bank.model import Bank
from quizapp.bank.pictures import from_text, to_text
from quizapp.bank.read import examine_tree
from quizapp.bank.write import tree
from quizapp.claims.span import Span, quote
from quizapp.claims.traces import (
    EDGE,
    Letters,
    SentenceTrace,
    SpanTrace,
    Trace,
    aligned,
    find_span,
    sentence_traces,
    share,
    span_trace,
    without_frames,
)
from quizapp.errors import QuizappError
from quizapp.i18n import _
from quizapp.text import words

KIND = "quizapp-bare-1"
SUFFIX = ".quizbare"
MOST_BYTES, MOST_LETTERS = 40_000_000, 400_000
MOST_QUOTED = 15  # words in a row
SAME, ALIKE = 0.6, 0.15  # of an article's letters: the article, and another version of it
LOST = "⟨not in this copy⟩"
_HYPHENS = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad]\s*\n\s*(?=[^\W\d_])")
_NOTES = re.compile("(?<=[.!?…”’»\"')])[⁰¹²³⁴-⁹]+")  # raised figures that lead to a footnote
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bare:
    """A bank that waits for its article. ``record`` is the bank's; evidence is numbers of spans."""

    record: Record
    sentences: tuple[SentenceTrace, ...]
    spans: tuple[SpanTrace, ...]
    pictures: tuple[tuple[str, bytes], ...] = ()

    @property
    def title(self) -> str:
        """The bank's title."""
        return str(self.record["title"])

    @property
    def article(self) -> str:
        """The article's title."""
        return str(self.record["article"]["title"])

    @property
    def cites(self) -> str:
        """Where the article is to be found."""
        return str(self.record["article"]["cites"])


@dataclass(frozen=True, slots=True)
class Joined:
    """A bank with a reader's own copy of its article.

    ``share`` of the article was recognised, counted in letters; of ``spans`` places that show a
    claim ``found`` were found again. Questions about the others are withheld.
    """

    bank: Bank
    share: float
    found: int
    spans: int


class OtherArticleError(QuizappError):
    """The copy is of another article, or of a version with other words."""


def bare(bank: Bank) -> bytes:
    """The bank without its article, as a file.

    Raises:
        QuizappError: it has no article, waits for somebody to look at it, or quotes too much.
    """
    article = bank.article
    if not article.text:
        raise QuizappError(_("This bank has no article, so there is nothing to leave out."))
    if bank.stale:
        text = _("The article was edited since. Look at these claims first, and save: {names}.")
        raise QuizappError(text.format(names=", ".join(sorted(bank.stale))))
    record = tree(bank)
    letters, spans = Letters(article.text), list[SpanTrace]()
    for claim, made in zip(bank.map.claims, record["claims"], strict=True):
        for attribution, told in zip(claim.attributions, made.get("attributions", ()), strict=True):
            sets = attribution.evidence.spans
            told["evidence"] = [[_add(spans, letters, span) for span in one] for one in sets]
    if quoted := tuple(_quoted(record, article.text)):
        text = _("The bank quotes more than {n} words of the article in a row. Shorten them: {all}")
        told_all = "; ".join(f"“{one}”" for one in quoted[:3])
        raise QuizappError(text.format(n=MOST_QUOTED, all=told_all))
    whole = {
        "kind": KIND,
        "bank": record,
        "sentences": [
            [one.paragraph, one.letters.length, one.letters.hash]
            for one in sentence_traces(article)
        ],
        "spans": [
            [one.start, one.letters.length, one.letters.hash, one.head.hash, one.tail.hash]
            for one in spans
        ],
        "pictures": to_text(bank.pictures),
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def is_bare(data: bytes) -> bool:
    """Whether a file says of itself that it is a bank without its article."""
    return data.startswith(b'{"bank":') and f'"kind":"{KIND}"'.encode() in data


def opened(data: bytes) -> Bare:
    """The bank in a file.

    Raises:
        QuizappError: it is no such file, or damaged.
    """
    if len(data) > MOST_BYTES:
        raise QuizappError(_("The file is too large to be a bank."))
    try:
        whole = json.loads(data)
        if whole["kind"] != KIND:
            raise ValueError("another kind of file")
        found = Bare(
            whole["bank"],
            tuple(SentenceTrace(_n(p), Trace(_n(n), str(h))) for p, n, h in whole["sentences"]),
            tuple(_span_trace(*one) for one in whole["spans"]),
            from_text(whole["pictures"]),
        )
        if not (found.title and found.article and found.cites and found.sentences):
            raise ValueError("nothing in it")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        text = _("This is no bank without its article, or it is damaged. Ask for the file again.")
        raise QuizappError(text) from error
    return found


def joined(bank: Bare, copy: str) -> Joined:
    """The bank with the article as it stands in ``copy``, which may have more around it.

    Raises:
        OtherArticleError: the copy is of another article.
        QuizappError: the copy is too long, or the bank is damaged.
    """
    if len(copy) > MOST_LETTERS:
        raise QuizappError(_("This text is too long. Open the article alone."))
    ways = [Letters(text) for text in {copy, without_frames(copy, bank.article)}]
    tried = [(aligned(bank.sentences, letters), letters) for letters in ways]
    chain, letters = max(tried, key=lambda way: share(bank.sentences, way[0]))
    known = share(bank.sentences, chain)
    if known < SAME:
        raise OtherArticleError(_other(bank, known))
    text, starts = _rebuilt(bank.sentences, letters, chain)
    spans = tuple(_spans(bank, Letters(text), starts))
    record = _with_evidence(bank.record, text, spans)
    if all(spans):
        record["article"] = {n: v for n, v in record["article"].items() if n != "sha256"}
    reading = examine_tree(record, text)
    if reading.bank is None:
        told = "; ".join(p.what for p in reading.problems if p.severity == "error")
        raise QuizappError(_("The bank is damaged ({reason}).").format(reason=told))
    found = replace(reading.bank, pictures=bank.pictures)
    return Joined(found, known, sum(span is not None for span in spans), len(spans))


def _other(bank: Bare, known: float) -> str:
    if known < ALIKE:
        text = _("This is another article. The bank is about “{title}” ({cites}).")
        return text.format(title=bank.article, cites=bank.cites)
    text = _(
        "Only {share} % of “{title}” are in this text. It may be cut off, or another version. "
        "Look for: {cites}."
    )
    return text.format(share=round(100 * known), title=bank.article, cites=bank.cites)


# the bank without the article


def _add(spans: list[SpanTrace], letters: Letters, span: Span) -> int:
    trace = span_trace(letters, span)
    if trace is None:
        text = _("“{words}” has no letters by which it could be found again. Quote words.")
        raise QuizappError(text.format(words=span.cut(letters.text)))
    spans.append(trace)
    return len(spans) - 1


def _quoted(record: Any, text: str) -> Iterator[str]:
    """Runs of the article in the bank's own words that are too long."""
    article = [word.casefold() for word in words(text)]
    size = MOST_QUOTED + 1
    runs = {tuple(article[n : n + size]) for n in range(len(article) - size + 1)}
    for told in _texts(record):
        said = words(told)
        for n in range(len(said) - size + 1):
            if tuple(word.casefold() for word in said[n : n + size]) in runs:
                yield " ".join(said[n : n + size])
                break


def _texts(record: Any) -> Iterator[str]:
    if isinstance(record, str):
        yield record
    elif isinstance(record, Mapping):
        for value in record.values():
            yield from _texts(value)
    elif isinstance(record, list):
        for value in record:
            yield from _texts(value)


# the article of a copy


def _rebuilt(
    sentences: tuple[SentenceTrace, ...], copy: Letters, chain: list[int | None]
) -> tuple[str, list[int]]:
    """The article in the copy's words and the bank's paragraphs.

    Also with which of its letters each sentence begins; -1 for one that is not as it was.
    """
    ranges = _ranges(sentences, copy, chain)
    paragraphs: dict[int, list[str]] = {}
    starts, count, behind = [], 0, 0
    for sentence, at, (start, end) in zip(sentences, chain, ranges, strict=True):
        starts.append(-1 if at is None else count)
        if end <= start:
            continue
        piece, behind = _piece(copy, start, end, behind)
        paragraphs.setdefault(sentence.paragraph, []).append(piece)
        count += end - start
    return "\n\n".join(" ".join(one) for one in paragraphs.values()), starts


def _ranges(
    sentences: tuple[SentenceTrace, ...], copy: Letters, chain: list[int | None]
) -> list[tuple[int, int]]:
    """The letters of each sentence in the copy; none where nothing is in its place."""
    found: list[tuple[int, int]] = []
    n, end = 0, -1
    while n < len(sentences):
        at = chain[n]
        if at is not None:
            end = at + sentences[n].letters.length
            found.append((at, end))
            n += 1
            continue
        until = next((m for m in range(n, len(chain)) if chain[m] is not None), len(chain))
        lengths = [one.letters.length for one in sentences[n:until]]
        following = chain[until] if until < len(chain) else None
        found += _between(lengths, copy, end, following)
        n = until
    return found


def _between(
    lengths: list[int], copy: Letters, end: int, following: int | None
) -> list[tuple[int, int]]:
    """What stands in place of sentences that are not as they were, shared out by their lengths."""
    total, whole = sum(lengths), len(copy.run)
    first = end if end >= 0 else max(0, (following or 0) - total)
    last = following if following is not None else min(whole, first + total)
    if last - first > 2 * total + 400:
        return [(first, first)] * len(lengths)  # something else came in between
    cuts, so_far = [first], 0
    for length in lengths[:-1]:
        so_far += length
        wanted = first + (last - first) * so_far // total
        cuts.append(min(copy.starts, key=lambda at: abs(at - wanted)) if copy.starts else wanted)
    cuts = [min(max(cut, first), last) for cut in (*cuts, last)]
    return list(pairwise(cuts))


def _piece(copy: Letters, start: int, end: int, behind: int) -> tuple[str, int]:
    """A sentence with the marks around it, on one line; and where in the copy it ends."""
    text, places = copy.text, copy.places
    left, right = places[start], places[end - 1] + 1
    most = places[end] if end < len(places) else len(text)
    while left > behind and not text[left - 1].isspace() and not text[left - 1].isalnum():
        left -= 1
    while right < most and not text[right].isspace():
        right += 1
    whole = _NOTES.sub("", _HYPHENS.sub("", text[left:right]))
    return " ".join(whole.split()), right


def _spans(bank: Bare, letters: Letters, starts: list[int]) -> Iterator[Span | None]:
    """Where the words that show each claim stand in the copy's article."""
    ends, so_far = [], 0
    for sentence in bank.sentences:
        so_far += sentence.letters.length
        ends.append(so_far)
    for trace in bank.spans:
        n = next((n for n, end in enumerate(ends) if trace.start < end), len(ends) - 1)
        at = starts[n] + trace.start - (ends[n] - bank.sentences[n].letters.length)
        fits = starts[n] >= 0 and at + trace.letters.length <= len(letters.run)
        if fits and letters.hash(at, trace.letters.length) == trace.letters.hash:
            yield letters.span(at, at + trace.letters.length)
        else:
            yield find_span(trace, letters, trace.start)


def _with_evidence(record: Record, text: str, spans: tuple[Span | None, ...]) -> Record:
    """The bank's record with the words that show each claim, as they stand in ``text``."""
    claims = []
    for claim in record["claims"]:
        attributions = [
            {**one, "evidence": {"any": [[_words(text, spans[n]) for n in all_] for all_ in sets]}}
            for one in claim.get("attributions", ())
            for sets in (one["evidence"],)
        ]
        claims.append({**claim, **({"attributions": attributions} if attributions else {})})
    return {**record, "claims": claims}


def _words(text: str, span: Span | None) -> str | Record:
    if span is None:
        return LOST
    found = quote(text, span)
    parts = {"before": found.before, "words": found.words, "after": found.after}
    return {name: said for name, said in parts.items() if said}


def _n(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= MOST_LETTERS:
        raise ValueError("no count")
    return value


def _span_trace(start: Any, length: Any, whole: Any, head: Any, tail: Any) -> SpanTrace:
    edge = min(EDGE, _n(length))
    return SpanTrace(
        _n(start), Trace(length, str(whole)), Trace(edge, str(head)), Trace(edge, str(tail))
    )
