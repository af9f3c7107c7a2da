"""Who says it: the phrase that a cue belongs to."""

from dataclasses import dataclass

from quizapp.claims.suggest import words
from quizapp.claims.suggest.phrases import (
    Tokens,
    is_finite,
    phrase_end,
    phrase_start,
    subject_end,
)
from quizapp.claims.suggest.tokens import Tag, Token, is_short
from quizapp.claims.suggest.verbs import GERUND, KNOWN

Range = tuple[int, int]
_NOMINAL = (Tag.NAME, Tag.NOUN, Tag.QUOTE)
_RELATIVES = words.word_set("who that which")
_WHEN = words.word_set("past time first week month year day")
_CLOSERS = frozenset((",", ")", "—", "–", "-"))
_EMPTY = words.word_set("it there this that what")


@dataclass(frozen=True, slots=True)
class Draft:
    """A suggestion in the making: half-open ranges of tokens of one sentence."""

    source: Range | None
    cue: Range
    content: Range
    rule: str


def left_of(tokens: Tokens, cue: int) -> Range | None:
    """The subject that stands left of the verb at ``cue``."""
    end = _past_times(tokens, subject_end(tokens, cue))
    if end < 0 or _is_gerund(tokens[end]):
        return None
    token = tokens[end]
    if token.tag is Tag.NOUN and end > 0 and tokens[end - 1].tag is Tag.AUXILIARY:
        return _whole_subject(tokens, end)
    if token.low in _RELATIVES:
        return _antecedent(tokens, end)
    if token.low in _CLOSERS:
        return _over_apposition(tokens, end)
    if token.tag in (*_NOMINAL, Tag.PRONOUN) or is_short(tokens, end):
        return _over_participle(tokens, phrase_start(tokens, end)), end + 1
    return None


def _is_gerund(token: Token) -> bool:
    return token.tag is Tag.NOUN and KNOWN.get(token.low) == GERUND


def _whole_subject(tokens: Tokens, end: int) -> Range | None:
    """``A man who would not be named``, which ends with a verb that is not known as one."""
    return (0, end + 1) if tokens[0].tag in (Tag.DETERMINER, Tag.NAME) else None


def _past_times(tokens: Tokens, end: int) -> int:
    """Left of ``last year`` and ``in the past``, when such words stand between noun and verb."""
    at = end
    while at >= 0 and (tokens[at].low in words.TIMES or tokens[at].low in _WHEN):
        at -= 1
    if at == end:
        return end
    while at >= 0 and (
        tokens[at].tag is Tag.DETERMINER or tokens[at].low in ("on", "in", "at", "for")
    ):
        at -= 1
    return at if at >= 0 else end


def _over_participle(tokens: Tokens, start: int) -> int:
    """Where ``a poll released on Monday`` begins, when ``start`` is at the day."""
    if start < 3 or tokens[start - 1].tag is not Tag.PREPOSITION:
        return start
    at = start - 2
    if tokens[at].low.endswith(("ed", "en")) and tokens[at - 1].tag in _NOMINAL:
        return phrase_start(tokens, at - 1)
    return start


def right_of(tokens: Tokens, cue: int) -> Range | None:
    """The subject that follows its verb, as in ``said Ann Vold, the mayor``."""
    start = cue + 1
    end = phrase_end(tokens, start)
    if end == start:
        return None
    if end + 1 < len(tokens) and tokens[end].low == ",":
        more = phrase_end(tokens, end + 1)
        if more > end + 1 and not any(
            is_finite(tokens, n) for n in range(more, more + 1) if n < len(tokens)
        ):
            end = more
    return start, end


def carried(tokens: Tokens, cue: int, drafts: list[Draft]) -> Range | None:
    """The subject of the verb before, for ``, adding that`` and ``and said that``.

    Where no verb stands before, the first behind: ``Besides attacking Vold, Aas said …``.
    """
    for draft in reversed(drafts):
        if draft.source and draft.source[0] < cue and not draft.rule.startswith("noun"):
            return draft.source
    for n in range(1, len(tokens)):
        source = left_of(tokens, n) if n != cue and is_finite(tokens, n) else None
        if source and (n < cue or source[0] > cue):
            return source
    return None


def is_empty(tokens: Tokens, source: Range | None) -> bool:
    """Whether a subject names nobody, as *it* and *there* do."""
    return source is not None and source[1] - source[0] == 1 and tokens[source[0]].low in _EMPTY


def possessor(tokens: Tokens, noun: int) -> Range | None:
    """Whose word it is: ``his claim``, ``the mayor's new claim``."""
    for n in range(noun - 1, max(noun - 5, -1), -1):
        token = tokens[n]
        if token.low in words.POSSESSIVES:
            return n, n + 1
        if token.tag is Tag.POSSESSIVE and n > 0:
            return phrase_start(tokens, n - 1), n
        if token.tag not in _NOMINAL:
            return None
    return None


def _antecedent(tokens: Tokens, relative: int) -> Range:
    at = relative - 1
    if at > 0 and tokens[at].low == ",":
        at -= 1
    if at >= 0 and tokens[at].tag in _NOMINAL:
        return phrase_start(tokens, at), relative + 1
    return relative, relative + 1


def _over_apposition(tokens: Tokens, close: int) -> Range | None:
    """The name before ``, the mayor,`` with what stands between the commas."""
    mark = "(" if tokens[close].low == ")" else tokens[close].low
    while close > 0 and tokens[close - 1].low == mark:
        close -= 1  # two hyphens for a dash
    for n in range(close - 1, 0, -1):
        if tokens[n].low == mark and tokens[n - 1].tag in (*_NOMINAL, Tag.PRONOUN):
            return phrase_start(tokens, n - 1), close
    return None
