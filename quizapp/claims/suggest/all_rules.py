"""Every rule on one article."""

from quizapp.claims.article import Article
from quizapp.claims.suggest.attributions import attributions
from quizapp.claims.suggest.conflicts import conflicts
from quizapp.claims.suggest.model import Suggestions
from quizapp.claims.suggest.numbers import NUMBERS
from quizapp.claims.suggest.patterns import findings
from quizapp.claims.suggest.signals import HEDGES, UNKNOWNS
from quizapp.claims.suggest.tokens import pieces


def suggestions(text: str) -> Suggestions:
    """What all of them find, each list in the order of the text."""
    article = Article("", "", text)
    found = tuple(attributions(tuple(pieces(article))))
    return Suggestions(
        attributions=found,
        hedges=tuple(findings(article, HEDGES)),
        unknowns=tuple(findings(article, UNKNOWNS)),
        conflicts=conflicts(article, found),
        numbers=tuple(findings(article, NUMBERS)),
    )
