"""Marked words against the words that show a claim."""

from collections.abc import Collection, Iterable

from quizapp.claims import Article, ClaimMap, SentenceSet, Span
from quizapp.i18n import _
from quizapp.items.base import Response, ResponseError

NOTHING = "none"
NOTHING_SHOWS_IT = frozenset((NOTHING,))


def alternatives(claims: ClaimMap, claim_id: str, words: bool = False) -> tuple[SentenceSet, ...]:
    """The sets of sentences, or words, of which any one shows the claim; "nothing" for a foil."""
    return claims.shown_by(claim_id, words) or (NOTHING_SHOWS_IT,)


def f1(marked: Collection[str], shown: Collection[str]) -> float:
    """Harmonic mean of precision and recall of the marked set, in ``[0, 1]``.

    Source: van Rijsbergen (1979), *Information Retrieval*, chapter 7.
    """
    hits = len(set(marked) & set(shown))
    return 2 * hits / (len(set(marked)) + len(set(shown))) if hits else 0.0


def best(marked: Collection[str], sets: Iterable[SentenceSet]) -> float:
    """F1 against the best of the alternative sets."""
    return max((f1(marked, shown) for shown in sets), default=0.0)


def in_order(article: Article, sentences: Iterable[str]) -> Response:
    """Sentence ids in the order of the text."""
    place = {id_: n for n, id_ in enumerate(article.sentences)}
    return tuple(sorted(sentences, key=lambda id_: (place.get(id_, -1), id_)))


def typed_sentences(typed: str, sentences: Collection[str]) -> Response:
    """Sentence ids as people type them: ``p2s3 p4s1``, commas or spaces, or ``none``."""
    given = typed.casefold().replace(",", " ").split()
    if given == [NOTHING]:
        return (NOTHING,)
    if given and all(id_ in sentences for id_ in given):
        return tuple(dict.fromkeys(given))
    raise ResponseError(
        _(
            "Type the sentences that show it by their marks, such as p2s1 or p2s1 p2s2; "
            "type none if nothing in the article shows it."
        )
    )


def characters(article: Article, ids: Iterable[str]) -> frozenset[str]:
    """Every character that sentence ids or words ids cover, so that F1 can compare words."""
    spans = [span for id_ in ids if (span := article.span_of(id_)) is not None]
    return frozenset(str(n) for span in spans for n in _inked(article.text, span))


def _inked(text: str, span: Span) -> Iterable[int]:
    return (n for n in range(span.start, span.end) if not text[n].isspace())


def describe_marks(response: Response, article: Article | None) -> str:
    """Marked places in words: the marked text, each in quotation marks."""
    if response == (NOTHING,):
        return _("Nothing in the article shows it")
    if article is None:
        return ""
    spans = [span for id_ in response if (span := article.span_of(id_)) is not None]
    return " ".join(f"“{span.cut(article.text)}”" for span in spans)
