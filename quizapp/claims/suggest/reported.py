"""Attributions by verbs: which verbs of a sentence bring something in, and whose it is."""

from quizapp.claims.suggest import verbs, words
from quizapp.claims.suggest.behind import behind
from quizapp.claims.suggest.inverted import inverted
from quizapp.claims.suggest.phrases import (
    Tokens,
    before,
    clause_end,
    is_finite,
    is_subordinate,
    is_verb,
    low_at,
    object_end,
    subject_end,
)
from quizapp.claims.suggest.sources import Draft, Range, carried, is_empty, left_of
from quizapp.claims.suggest.tokens import Tag
from quizapp.claims.suggest.verbs import GERUND, PAST

# these leave out who thinks so: ``is expected to``
_UNSAID = words.word_set(
    "expect believe think say report allege consider see view regard suspect know fear rumor"
    " accuse deem call describe predict project estimate hope assume understand feel"
)


def by_verb(tokens: Tokens, n: int, found: list[Draft]) -> Draft | None:
    """What the word at ``n`` brings in, if it is a verb that does; ``found`` stands to its left."""
    if tokens[n].low not in verbs.CUES or not is_verb(tokens, n):
        return None
    verb, kind = verbs.CUES[tokens[n].low]
    if verb in ("appear", "seem"):
        return _seeming(tokens, n)
    left = before(tokens, n)
    if kind == PAST and left >= 0 and tokens[left].low in words.BE:
        return _passive(tokens, n, verb)
    return inverted(tokens, n) or _active(tokens, n, found)


def _active(tokens: Tokens, n: int, found: list[Draft]) -> Draft | None:
    """``Vold said that …`` and all others with their content behind them."""
    verb, kind = verbs.CUES[tokens[n].low]
    content = behind(tokens, n + 1, verb)
    if content is None or (content[0] == "verb-thing" and tokens[n - 1].low == "to"):
        return None
    source = _source(tokens, n, kind, found)
    if source is None or (is_empty(tokens, source) and tokens[source[0]].low != "it"):
        return None
    rule, start, end = content
    if is_subordinate(tokens, source[0]):
        end = next((at for at in range(start + 1, end) if tokens[at].low == ","), end)
    cue = _cue_start(tokens, n, source[1]), start if rule == "verb-about" else n + 1
    return Draft(source, cue, (start, end), rule)


def _cue_start(tokens: Tokens, n: int, least: int) -> int:
    """Where the cue begins with its helpers: ``would not say``."""
    while n > least and tokens[n - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
        n -= 1
    return n


def _source(tokens: Tokens, n: int, kind: str, found: list[Draft]) -> Range | None:
    end = subject_end(tokens, n)
    if kind == GERUND and end == n - 1:
        near = left_of(tokens, n) if end >= 0 and tokens[end].tag in (Tag.NAME, Tag.NOUN) else None
        if near is not None and not any(is_finite(tokens, at) for at in range(1, near[0])):
            return near
        return carried(tokens, n, found) or near
    if end >= 0 and (tokens[end].tag is Tag.COORDINATOR or tokens[end].low == "to"):
        return carried(tokens, n, found)
    return left_of(tokens, n)


def _seeming(tokens: Tokens, n: int) -> Draft | None:
    """``Vold seems to …``: somebody thinks so, and it is not said who."""
    subject = left_of(tokens, n)
    if subject is None or low_at(tokens, n + 1) not in ("to", "that", "likely"):
        return None
    start = n + 1 if is_empty(tokens, subject) else subject[0]
    return Draft(None, (n, n + 1), (start, object_end(tokens, n + 1)), "seems")


def _passive(tokens: Tokens, n: int, verb: str) -> Draft | None:
    """``Vold is expected to …`` and ``It was announced that …``: it is not said by whom."""
    subject = left_of(tokens, n)
    if subject is None:
        return None
    cue, after = (subject[1], n + 1), low_at(tokens, n + 1)
    if is_empty(tokens, subject):
        if after != "that":
            return None
        return Draft(None, cue, (n + 1, clause_end(tokens, n + 1)), "passive-that")
    if verb in _UNSAID and after in ("to", "as", "of", "a", "an", "the"):
        return Draft(None, cue, (subject[0], object_end(tokens, n + 1)), "passive")
    return None
