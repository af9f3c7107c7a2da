"""Where an article sets one account against another."""

from collections.abc import Iterator, Sequence

from quizapp.claims.article import Article
from quizapp.claims.span import Span
from quizapp.claims.standing import Stance
from quizapp.claims.suggest.model import Finding, SuggestedAttribution
from quizapp.claims.suggest.patterns import findings
from quizapp.claims.suggest.signals import CONFLICTS

_TURNS = ("but ", "however", "yet ", "while ", "whereas ", "although ", "though ", "in contrast")


def conflicts(article: Article, found: Sequence[SuggestedAttribution]) -> tuple[Finding, ...]:
    """Denials, contrasts between two who speak, and words that name a conflict, in their order."""
    spans = [*_denials(found), *_contrasts(article, found)]
    taken = [finding.span for finding in spans]
    spans += [
        finding
        for finding in findings(article, CONFLICTS)
        if not any(
            span.start <= finding.span.start and finding.span.end <= span.end for span in taken
        )
    ]
    return tuple(sorted(spans, key=lambda finding: finding.span))


def _denials(found: Sequence[SuggestedAttribution]) -> Iterator[Finding]:
    """Attributions whose cue speaks against what they bring in."""
    for one in found:
        if one.stance is Stance.DENIES:
            yield Finding(_hull(one), "conflict-denial")


def _contrasts(article: Article, found: Sequence[SuggestedAttribution]) -> Iterator[Finding]:
    """``Vold said …. But Aas said …``: a sentence that turns against the one before."""
    sentences = list(article.sentences.values())
    speaking = {
        n: [one for one in found if sentence.start <= one.content.start < sentence.end]
        for n, sentence in enumerate(sentences)
    }
    for n, sentence in enumerate(sentences):
        words = article.text[sentence.start : sentence.end].lower()
        before, here = speaking.get(n - 1, []), speaking[n]
        if words.startswith(_TURNS) and before and here and here[0].stance is not Stance.DENIES:
            yield Finding(_hull(here[0]), "conflict-contrast")


def _hull(one: SuggestedAttribution) -> Span:
    places = [place for place in (one.source, one.cue, one.content) if place is not None]
    return Span(min(place.start for place in places), max(place.end for place in places))
