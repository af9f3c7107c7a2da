"""What is claimed: the article, its sources, their claims, and how each claim stands."""

from quizapp.claims.article import Article, Paragraph, Sentence
from quizapp.claims.model import (
    SIDES,
    Attribution,
    Claim,
    ClaimMap,
    Evidence,
    SentenceSet,
    Side,
    Source,
    TradeOff,
)
from quizapp.claims.span import Quote, Span, quote, reanchor, reanchor_all
from quizapp.claims.standing import (
    BASES,
    GLOSSES,
    NEIGHBOURS,
    RULES,
    TITLES,
    Basis,
    Stance,
    Standing,
)
from quizapp.claims.suggest import Finding, SuggestedAttribution, Suggestions, suggest

__all__ = [
    "BASES",
    "GLOSSES",
    "NEIGHBOURS",
    "RULES",
    "SIDES",
    "TITLES",
    "Article",
    "Attribution",
    "Basis",
    "Claim",
    "ClaimMap",
    "Evidence",
    "Finding",
    "Paragraph",
    "Quote",
    "Sentence",
    "SentenceSet",
    "Side",
    "Source",
    "Span",
    "Stance",
    "Standing",
    "SuggestedAttribution",
    "Suggestions",
    "TradeOff",
    "quote",
    "reanchor",
    "reanchor_all",
    "suggest",
]
