"""Attributions without a verb: ``according to``, and nouns such as *claim* and *promise*."""

from quizapp.claims.suggest import words
from quizapp.claims.suggest.nouns import BEFORE_ABOUT, BEFORE_CLAUSE, BEFORE_DEED
from quizapp.claims.suggest.phrases import (
    Tokens,
    after_colon,
    clause_end,
    is_clause,
    is_finite,
    low_at,
    object_end,
    phrase_end,
    phrase_start,
)
from quizapp.claims.suggest.sources import Draft, Range, is_empty, left_of, possessor
from quizapp.claims.suggest.tokens import Tag

_SILENCES = words.word_set("answer answers comment information idea knowledge word")
_BEFORE_NOUN = (Tag.DETERMINER, Tag.NOUN, Tag.PREPOSITION, Tag.MARK)


def according_to(tokens: Tokens, n: int) -> Draft | None:
    """``According to Vold, …``, ``…, according to Vold`` and ``…, according to Vold, …``."""
    if tokens[n].low != "according" or low_at(tokens, n + 1) != "to":
        return None
    source = n + 2, phrase_end(tokens, n + 2)
    if source[0] == source[1]:
        return None
    cue = n, n + 2
    comma = next((at for at in range(source[1], len(tokens)) if tokens[at].low == ","), len(tokens))
    if n == 0 or (n == 1 and tokens[0].tag is Tag.COORDINATOR):
        content = comma + 1, clause_end(tokens, comma + 1)
        return Draft(source, cue, content, "according-to-first") if comma + 1 < content[1] else None
    close = n - 1 if tokens[n - 1].low == "," else n
    start = after_colon(tokens, close)
    if close < n and is_clause(tokens, comma) and not is_clause(tokens[:close], start):
        return Draft(source, cue, (start, len(tokens)), "according-to-between")
    return Draft(source, cue, (start, close), "according-to-last") if start < close else None


def by_noun(tokens: Tokens, n: int) -> Draft | None:
    """``his claim that …``, ``the mayor's promise to …``, ``their criticism of …``."""
    if n == 0 or tokens[n].tag not in (Tag.NOUN, Tag.VERB) or tokens[n - 1].low == "in":
        return None
    content = _behind_noun(tokens, n)
    if content is None or content[1] >= content[2]:
        return None
    rule, start, end = content
    source, first = _owner(tokens, n)
    if source is None and tokens[n - 1].tag not in _BEFORE_NOUN:
        return None
    last = start if rule == "noun-about" else n + 1
    return Draft(source, (first, last), (start, end), rule)


def by_silence(tokens: Tokens, n: int) -> Draft | None:
    """``had no answer on whether …``: who was asked, and what they left open."""
    if tokens[n].low not in words.HAVE or low_at(tokens, n + 1) != "no":
        return None
    noun = next((at for at in (n + 2, n + 3) if low_at(tokens, at) in _SILENCES), None)
    source = left_of(tokens, n)
    if noun is None or source is None or is_empty(tokens, source):
        return None
    start = noun + 1
    if low_at(tokens, start) in ("on", "about", "for", "as", "to"):
        start += 2 if low_at(tokens, start + 1) == "to" else 1
    content = start, clause_end(tokens, start)
    if start < len(tokens) and tokens[start].tag is Tag.MARK and tokens[0].low == "asked":
        content = 1, source[0] - 1
    if content[0] >= content[1] or tokens[content[0]].tag is Tag.MARK:
        return None
    return Draft(source, (n, noun + 1), content, "no-answer")


def _owner(tokens: Tokens, n: int) -> tuple[Range | None, int]:
    """Whose word the noun at ``n`` is, and where the words begin that name it."""
    if source := possessor(tokens, n):
        owns = tokens[source[1]].tag is Tag.POSSESSIVE
        return source, source[1] + 1 if owns else source[1]
    first = phrase_start(tokens, n)
    if first > 0 and is_finite(tokens, first - 1):
        return left_of(tokens, first - 1), first
    return None, first


def _behind_noun(tokens: Tokens, n: int) -> tuple[str, int, int] | None:
    """The rule that fits what follows the noun at ``n``, and the content."""
    noun, after = tokens[n].low, low_at(tokens, n + 1)
    is_subject = not any(is_finite(tokens, at) for at in range(1, n))
    if noun in BEFORE_CLAUSE and after == "that" and is_clause(tokens, n + 2):
        end = clause_end(tokens, n + 1)
        return "noun-clause", n + 1, _second_verb(tokens, n + 2, end) if is_subject else end
    if noun in BEFORE_DEED and after in ("to", "not"):
        return "noun-deed", n + 1, _thing_end(tokens, n + 2, is_subject=is_subject)
    if after in BEFORE_ABOUT.get(noun, ()):
        return "noun-about", n + 2, _thing_end(tokens, n + 2, is_subject=is_subject)
    return None


def _thing_end(tokens: Tokens, n: int, *, is_subject: bool) -> int:
    """One past the content; where it belongs to the subject, before the verb of the sentence."""
    end = object_end(tokens, n)
    if is_subject:
        for at in range(n + 1, end):
            if is_finite(tokens, at) and tokens[at - 1].low not in ("who", "that", "which"):
                return at
    return end


def _second_verb(tokens: Tokens, n: int, end: int) -> int:
    """Where a clause ends that belongs to the subject: at a comma, or before a second verb."""
    seen = False
    for at in range(n, min(end, object_end(tokens, n))):
        is_first = is_finite(tokens, at) and not is_finite(tokens, at - 1)
        if is_first and seen and tokens[at - 1].low not in ("who", "that", "which"):
            return at
        seen = seen or is_first
    return min(end, object_end(tokens, n))
