"""Attributions of a whole article: the rules sentence by sentence, and what runs on."""

from collections.abc import Iterator, Sequence

from quizapp.claims.span import Span
from quizapp.claims.suggest.model import SuggestedAttribution
from quizapp.claims.suggest.named import according_to, by_colon, by_noun, by_silence
from quizapp.claims.suggest.reported import by_verb
from quizapp.claims.suggest.sources import Draft, Range
from quizapp.claims.suggest.stances import stance
from quizapp.claims.suggest.tokens import Piece, Tag, Token

# An attribution of these kinds is kept inside the content of another: Vold said that Aas said …
_NESTED = ("verb-that-clause", "verb-hearer-clause")


def attributions(sentences: Sequence[Piece]) -> Iterator[SuggestedAttribution]:
    """Every suggested attribution, in the order of the cues."""
    for n, piece in enumerate(sentences):
        found = _drafts(piece.tokens)
        kept = [draft for draft in found if not _is_inside(draft, found)]
        for draft in kept:
            yield _finished(sentences, n, draft, is_last=draft is kept[-1])


def _drafts(tokens: Sequence[Token]) -> list[Draft]:
    """What the rules find in one sentence, from left to right."""
    found: list[Draft] = []
    for n in range(len(tokens)):
        draft = (
            by_colon(tokens, n)
            or by_verb(tokens, n, found)
            or according_to(tokens, n)
            or by_silence(tokens, n)
            or by_noun(tokens, n)
        )
        if draft:
            found.append(draft)
    return found


def _is_inside(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether another attribution's content holds the whole of this one."""
    start = min(draft.cue[0], draft.content[0])
    end = max(draft.cue[1], draft.content[1])
    return any(
        other is not draft
        and (draft.rule not in _NESTED or other.source == draft.source)
        and other.content != draft.content
        and other.content[0] <= start
        and end <= other.content[1]
        for other in found
    )


def _finished(
    sentences: Sequence[Piece], n: int, draft: Draft, *, is_last: bool
) -> SuggestedAttribution:
    """A draft with its places in the text, its stance, and the quotations that follow."""
    tokens = sentences[n].tokens
    content = _span(tokens, draft.content)
    if _is_speech(tokens, draft, is_last=is_last):
        content = Span(content.start, _runs_on(sentences, n, content.end))
    return SuggestedAttribution(
        source=_span(tokens, draft.source) if draft.source else None,
        cue=_span(tokens, draft.cue),
        content=content,
        rule=draft.rule,
        stance=stance(_words(tokens, draft.cue), _words(tokens, draft.content)),
    )


def _is_speech(tokens: Sequence[Token], draft: Draft, *, is_last: bool) -> bool:
    """Whether the content may run on in the quotations that follow."""
    if not is_last and draft.rule not in (
        "content-source-verb",
        "content-verb-source",
        "verb-quotation",
    ):
        return False
    return any(token.tag is Tag.QUOTE for token in tokens[slice(*draft.content)])


def _runs_on(sentences: Sequence[Piece], n: int, end: int) -> int:
    """Where a quotation ends that goes on in the next sentences.

    It goes on in another paragraph only where that is one quotation from end to end.
    """
    for at, piece in enumerate(sentences[n + 1 :], n + 1):
        following = sentences[at + 1 : at + 2]
        is_whole = not following or following[0].paragraph != piece.paragraph
        if not piece.is_quote or (piece.paragraph != sentences[n].paragraph and not is_whole):
            break
        end = piece.tokens[-1].end
    return end


def _span(tokens: Sequence[Token], place: Range) -> Span:
    return Span(tokens[place[0]].start, tokens[place[1] - 1].end)


def _words(tokens: Sequence[Token], place: Range) -> tuple[str, ...]:
    return tuple(token.low for token in tokens[slice(*place)])
