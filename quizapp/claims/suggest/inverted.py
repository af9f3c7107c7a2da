"""Content that stands before its cue: ``“…,” Vold said`` and ``…, said Vold``."""

from quizapp.claims.suggest import verbs, words
from quizapp.claims.suggest.phrases import Tokens, after_colon, is_clause, low_at, phrase_end
from quizapp.claims.suggest.sources import Draft, left_of, right_of
from quizapp.claims.suggest.tokens import Tag
from quizapp.claims.suggest.verbs import CLAUSE, GERUND, HEARER, QUOTE
from quizapp.claims.suggest.words import NEGATIONS

_ENDS = frozenset(("", ".", "!", "?", ";", ","))
_QUESTIONS = words.word_set("whether if how why what who when where which")
_ASIDE = (Tag.PREPOSITION, Tag.ADVERB, Tag.SUBORDINATOR)
_SPEAKING = frozenset((CLAUSE, QUOTE, HEARER))


def inverted(tokens: Tokens, n: int) -> Draft | None:
    """The attribution whose cue is the verb at ``n``, if its content stands before it."""
    verb, kind = verbs.CUES[tokens[n].low]
    if kind == GERUND or n == 0 or not verbs.FRAMES[verb] & _SPEAKING:
        return None
    return _question_first(tokens, n) or _source_first(tokens, n, verb) or _verb_first(tokens, n)


def _source_first(tokens: Tokens, n: int, verb: str) -> Draft | None:
    """``…, Vold said`` and ``…, Vold told the council``."""
    source = left_of(tokens, n)
    if source is None:
        return None
    close = source[0] - (2 if low_at(tokens, source[0] - 1) == "as" else 1)
    if close < 0 or not _may_close(tokens, close, n):
        return None
    if verbs.FRAMES[verb] & _SPEAKING == {QUOTE} and not _is_quoted(tokens, close):
        return None
    after = phrase_end(tokens, n + 1) if HEARER in verbs.FRAMES[verb] else n + 1
    if not _is_tail(tokens, after, close):
        return None
    end = _goes_on(tokens, after) or _clipped(tokens, close)
    content = after_colon(tokens, close), end
    return Draft(source, (source[1], n + 1), content, "content-source-verb")


def _verb_first(tokens: Tokens, n: int) -> Draft | None:
    """``…, said Vold``."""
    if not _closes(tokens, n - 1) or _is_described(tokens, n):
        return None
    source = right_of(tokens, n)
    if source is None or not _ends_phrase(tokens, source[1]):
        return None
    end = _quotes_on(tokens, source[1]) or _clipped(tokens, n - 1)
    content = after_colon(tokens, n - 1), end
    return Draft(source, (n, n + 1), content, "content-verb-source")


def _question_first(tokens: Tokens, n: int) -> Draft | None:
    """``Whether any were sold, Vold could not say``."""
    source = left_of(tokens, n)
    if source is None or source[0] == 0 or low_at(tokens, n + 1) not in _ENDS:
        return None
    if tokens[0].low not in _QUESTIONS or NEGATIONS.isdisjoint(
        t.low for t in tokens[source[1] : n]
    ):
        return None
    end = source[0] - 1 if tokens[source[0] - 1].low == "," else source[0]
    return Draft(source, (source[1], n + 1), (0, end), "question-source-verb")


def _is_described(tokens: Tokens, n: int) -> bool:
    """Whether the verb at ``n`` has its subject before it, as in ``Vold, who rows, says``."""
    source = left_of(tokens, n)
    return source is not None and any(
        token.low in ("who", "which", "whose") for token in tokens[slice(*source)]
    )


def _is_quoted(tokens: Tokens, n: int) -> bool:
    """Whether a quotation ends at ``n``, which a verb such as *continued* needs."""
    return Tag.QUOTE in (tokens[n].tag, tokens[n - 1].tag if n else tokens[n].tag)


def _ends_phrase(tokens: Tokens, n: int) -> bool:
    """Whether the subject behind its verb ends at ``n``, and no clause begins with it."""
    if n >= len(tokens) or tokens[n].tag in (Tag.PREPOSITION, Tag.QUOTE, Tag.MARK):
        return True
    return tokens[n].low in words.TIMES or tokens[n].low in ("who", "whose")


def _clipped(tokens: Tokens, n: int) -> int:
    """One past the content that ends at the mark or quotation at ``n``."""
    return n + 1 if tokens[n].tag is Tag.QUOTE else n


def _closes(tokens: Tokens, n: int) -> bool:
    """Whether a clause may end at ``n``: at a quotation, or at a comma behind a clause."""
    if tokens[n].tag is Tag.QUOTE:
        return True
    if tokens[n].low not in (",", "—", "–"):
        return False
    return (n > 0 and tokens[n - 1].tag is Tag.QUOTE) or is_clause(tokens[:n], 0)


def _may_close(tokens: Tokens, n: int, cue: int) -> bool:
    """The same, or ``…, Vold said, …`` and ``…, Vold said.``, whatever stands before the comma."""
    if _closes(tokens, n):
        return True
    if (
        tokens[n].low == ","
        and n > 2
        and low_at(tokens, cue + 1) in ("", ".")
        and cue + 2 >= len(tokens)
    ):
        return True
    is_between = tokens[n].low == low_at(tokens, cue + 1) == ","
    return is_between and cue + 2 < len(tokens) and tokens[cue + 2].tag is not Tag.QUOTE


def _is_tail(tokens: Tokens, n: int, close: int) -> bool:
    """Whether nothing that could be content of its own follows a cue that ends before ``n``."""
    if low_at(tokens, n) in _ENDS:
        return True
    token = tokens[n]
    if token.tag not in _ASIDE and token.low not in words.TIMES:
        return False
    if tokens[close].tag is Tag.QUOTE:
        return True
    return not any(right.low == "that" or right.tag is Tag.QUOTE for right in tokens[n:])


def _next_mark(tokens: Tokens, n: int) -> int:
    while n < len(tokens) and tokens[n].tag not in (Tag.MARK, Tag.QUOTE):
        n += 1
    return n


def _quotes_on(tokens: Tokens, n: int) -> int:
    """One past the content where a quotation follows the speaker; 0 where none does."""
    at = _next_mark(tokens, n)
    if low_at(tokens, at) in ("", ".", ";") or at + 1 >= len(tokens):
        return 0
    return len(tokens) if any(right.tag is Tag.QUOTE for right in tokens[at : at + 3]) else 0


def _goes_on(tokens: Tokens, n: int) -> int:
    """One past the content that goes on behind ``he said``; 0 where none does."""
    if end := _quotes_on(tokens, n):
        return end
    at = _next_mark(tokens, n)
    after = low_at(tokens, at + 1)
    if low_at(tokens, at) != "," or after in ("", ".", "who", "which", "according"):
        return 0
    return 0 if verbs.KNOWN.get(after) == GERUND else len(tokens)
