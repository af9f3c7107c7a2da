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
    subject_end,
)
from quizapp.claims.suggest.sources import Draft, Range, is_empty, left_of, possessor
from quizapp.claims.suggest.tokens import Tag

_SILENCES = words.word_set("answer answers comment information idea knowledge word")
_VIEWS = words.word_set("view opinion mind account words eyes telling")
_MOST_NAMES = 4
_BEFORE_NOUN = (Tag.DETERMINER, Tag.NOUN, Tag.PREPOSITION, Tag.MARK)


def according_to(tokens: Tokens, n: int) -> Draft | None:
    """``According to Vold, …``, ``…, in Vold's view`` and ``…, according to Vold, …``."""
    named = _authority(tokens, n)
    if named is None:
        return None
    source, cue = named
    last = max(source[1], cue[1])
    comma = next((at for at in range(last, len(tokens)) if tokens[at].low == ","), len(tokens))
    if n == 0 or (n == 1 and tokens[0].tag is Tag.COORDINATOR):
        content = comma + 1, clause_end(tokens, comma + 1)
        return Draft(source, cue, content, "according-to-first") if comma + 1 < content[1] else None
    close = n - 1 if tokens[n - 1].low == "," else n
    start = after_colon(tokens, close)
    if close < n and is_clause(tokens, comma) and not is_clause(tokens[:close], start):
        return Draft(source, cue, (start, len(tokens)), "according-to-between")
    return Draft(source, cue, (start, close), "according-to-last") if start < close else None


def _authority(tokens: Tokens, n: int) -> tuple[Range, Range] | None:
    """The source and the cue of ``according to Vold`` or ``in Vold's view`` at ``n``."""
    if tokens[n].low == "according" and low_at(tokens, n + 1) == "to":
        end = phrase_end(tokens, n + 2)
        return ((n + 2, end), (n, n + 2)) if end > n + 2 else None
    if tokens[n].low not in ("in", "to"):
        return None
    noun = next((at for at in range(n + 2, n + 8) if low_at(tokens, at) in _VIEWS), None)
    source = possessor(tokens, noun) if noun else None
    if noun is None or source is None or source[0] != n + 1:
        return None
    return source, (n, noun + 1)


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


def by_colon(tokens: Tokens, n: int) -> Draft | None:
    """``Vold: We close on Monday``, as headlines and interviews have it."""
    if tokens[n].low != ":" or not 0 < n <= _MOST_NAMES or len(tokens) < n + 4:
        return None
    if any(token.tag is not Tag.NAME for token in tokens[:n]):
        return None
    return Draft((0, n), (n, n + 1), (n + 1, clause_end(tokens, n + 1)), "speaker-colon")


def by_silence(tokens: Tokens, n: int) -> Draft | None:
    """``had no answer on whether …``: who was asked, and what they left open."""
    if tokens[n].low not in words.HAVE:
        return None
    first = subject_end(tokens, n) + 1
    if low_at(tokens, n + 1) != "no" and words.NEGATIONS.isdisjoint(
        token.low for token in tokens[first:n]
    ):
        return None
    noun = next((at for at in (n + 2, n + 3) if low_at(tokens, at) in _SILENCES), None)
    source = left_of(tokens, n)
    if noun is None or source is None or is_empty(tokens, source):
        return None
    start = noun + 1
    if low_at(tokens, start) in ("on", "about", "for", "as", "to"):
        start += 2 if low_at(tokens, start + 1) == "to" else 1
    content = start, clause_end(tokens, start)
    if start >= len(tokens) or tokens[start].tag is Tag.MARK:
        content = _question(tokens, n)
    if content[0] >= content[1] or tokens[content[0]].tag is Tag.MARK:
        return None
    return Draft(source, (first, noun + 1), content, "no-answer")


def _question(tokens: Tokens, n: int) -> Range:
    """What somebody was asked before they had no answer at ``n``; empty where it is not said."""
    asked = next((at for at in range(n) if tokens[at].low == "asked"), n)
    end = next((at for at in range(asked, n) if tokens[at].low == ","), n)
    return asked + 1, end


def _owner(tokens: Tokens, n: int) -> tuple[Range | None, int]:
    """Whose word the noun at ``n`` is, and where the words begin that name it."""
    if source := possessor(tokens, n):
        owns = tokens[source[1]].tag is Tag.POSSESSIVE
        return source, source[1] + 1 if owns else source[1]
    first = n
    while first > 0 and tokens[first - 1].tag is Tag.NOUN and n - first < 2:
        first -= 1
    if first > 0 and tokens[first - 1].tag is Tag.DETERMINER:
        first -= 1
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
