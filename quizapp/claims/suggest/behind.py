"""Content that stands behind its cue: what must follow each kind of verb, and where it ends."""

from collections.abc import Callable

from quizapp.claims.suggest import verbs, words
from quizapp.claims.suggest.phrases import (
    Tokens,
    clause_end,
    is_clause,
    low_at,
    object_end,
    phrase_end,
    starts_clause,
)
from quizapp.claims.suggest.tokens import Tag
from quizapp.claims.suggest.verbs import ABOUT, CLAUSE, DEED, HEARER, QUOTE, THING

# the rule, and the content as a half-open range of tokens
Found = tuple[str, int, int]
_OPENERS = words.word_set("that whether if how why what who")
_MATTER = (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.NOUN, Tag.QUOTE)
_ASIDES = words.word_set("on in at during to after for from with by via before through")


def behind(tokens: Tokens, n: int, verb: str) -> Found | None:
    """What the ``verb`` that ends before ``n`` brings in, by the first rule that fits."""
    for frame, rule in _RULES:
        if frame in verbs.FRAMES[verb] and (found := rule(tokens, n, verb)):
            return found if found[1] < found[2] else None
    return None


def _quotation(tokens: Tokens, n: int, _verb: str) -> Found | None:
    """``said: “…”``, ``said in a statement, “…”``."""
    at = _past_asides(tokens, n)
    if low_at(tokens, at) in (",", ":"):
        at += 1
    if at < len(tokens) and tokens[at].tag is Tag.QUOTE:
        return "verb-quotation", at, clause_end(tokens, at)
    return None


def _hearer(tokens: Tokens, n: int, verb: str) -> Found | None:
    """``told the council that …``, ``asked her to …``."""
    at = phrase_end(tokens, n)
    if at == n:
        return None
    if found := _quotation(tokens, at, verb):
        return found
    at = _past_asides(tokens, at)
    low = low_at(tokens, at)
    if low in _OPENERS or (verb in verbs.TELLING and is_clause(tokens, at)):
        return "verb-hearer-clause", at, clause_end(tokens, at)
    if low == "to":
        return "verb-hearer-deed", at, object_end(tokens, at)
    return None


def _deed(tokens: Tokens, n: int, _verb: str) -> Found | None:
    """``promised to …``."""
    if low_at(tokens, n) == "to" or (low_at(tokens, n) == "not" and low_at(tokens, n + 1) == "to"):
        return "verb-deed", n, object_end(tokens, n + 1)
    return None


def _clause(tokens: Tokens, n: int, verb: str) -> Found | None:
    """``said that …``, ``said on Monday the …``, ``pointed out that …``."""
    if verb == "point":
        if low_at(tokens, n) != "out":
            return None
        n += 1
    at = _past_asides(tokens, n)
    if low_at(tokens, at) == "," and at > n:
        at += 1
    if low_at(tokens, at) in _OPENERS:
        return "verb-that-clause", at, clause_end(tokens, at)
    if at < len(tokens) and tokens[at].tag in _MATTER and _is_bare(tokens, at, verb):
        return "verb-clause", at, clause_end(tokens, at)
    return None


def _is_bare(tokens: Tokens, n: int, verb: str) -> bool:
    """Whether a clause without *that* begins at ``n``."""
    return is_clause(tokens, n) if verb in verbs.PLAIN else starts_clause(tokens, n)


def _about(tokens: Tokens, n: int, verb: str) -> Found | None:
    """``called for …``, ``complained about …``."""
    if low_at(tokens, n) in verbs.PARTICLES.get(verb, ()):
        return "verb-about", n + 1, object_end(tokens, n + 1)
    return None


def _thing(tokens: Tokens, n: int, _verb: str) -> Found | None:
    """``praised the …``."""
    if n < len(tokens) and tokens[n].tag in _MATTER:
        return "verb-thing", n, object_end(tokens, n)
    return None


def _past_asides(tokens: Tokens, n: int) -> int:
    """Past days, adverbs and ``in a statement``, which stand between a cue and its content."""
    while n < len(tokens):
        low = tokens[n].low
        if low == low_at(tokens, n + 2) == "," and tokens[n + 1].tag is Tag.ADVERB:
            n += 3
            continue
        if low in words.TIMES or tokens[n].tag is Tag.ADVERB:
            n += 1
            continue
        end = phrase_end(tokens, n + 1) if low in _ASIDES else n
        if end <= n + 1 or (low == "to" and tokens[n + 1].tag is Tag.NOUN):
            break
        n = end
    return n


_Rule = Callable[[Tokens, int, str], Found | None]
_RULES: tuple[tuple[str, _Rule], ...] = (
    (QUOTE, _quotation),
    (HEARER, _hearer),
    (DEED, _deed),
    (CLAUSE, _clause),
    (ABOUT, _about),
    (THING, _thing),
)
