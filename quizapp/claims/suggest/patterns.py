"""Patterns with names, and what they find in an article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizapp.claims.article import Article
from quizapp.claims.span import Span
from quizapp.claims.suggest.model import Finding


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern; of two that match at one place, the one that is listed first wins."""

    name: str
    pattern: re.Pattern[str]


def rules(*pairs: tuple[str, str]) -> tuple[Rule, ...]:
    """Rules of names and patterns; capital letters do not matter."""
    return tuple(Rule(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in pairs)


def either(*words: str) -> str:
    """A pattern for any of the words, which are written as a sentence is; ``_`` is a space."""
    return f"(?:{'|'.join(' '.join(words).split())})".replace("_", " ")


def findings(article: Article, known: Sequence[Rule]) -> Iterator[Finding]:
    """What the rules find in each paragraph, from left to right and without overlaps."""
    for paragraph in article.paragraphs:
        taken = bytearray(paragraph.end - paragraph.start)  # 1 for each character that is found
        kept: list[Finding] = []
        for rule in known:
            for match in rule.pattern.finditer(article.text, paragraph.start, paragraph.end):
                place = slice(match.start() - paragraph.start, match.end() - paragraph.start)
                if any(taken[place]) or not match[0]:
                    continue
                taken[place] = bytes([1]) * len(match[0])
                kept.append(Finding(Span(match.start(), match.end()), rule.name))
        yield from sorted(kept, key=lambda finding: finding.span)
