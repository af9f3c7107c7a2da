"""Where phrases begin and end, by little words and marks alone; there is no parse here."""

from collections.abc import Container, Sequence

from quizapp.claims.suggest import words
from quizapp.claims.suggest.tokens import ENDED, Tag, Token, is_short
from quizapp.claims.suggest.verbs import CUES, GERUND, KNOWN, PAST, PRESENT, SPEAKING

Tokens = Sequence[Token]
_COUNTING = ("many", "some", "few", "both", "more")
_TIMED = ("after", "before", "since", "until")
_NOMINAL = (Tag.NAME, Tag.NOUN, Tag.QUOTE)
_STOPS = frozenset(".!?;:—–")
_BASE_SUBJECTS = words.word_set("i you we they who many some others few to both which that")


def low_at(tokens: Tokens, n: int) -> str:
    """The word at ``n`` in small letters; empty where the sentence has none."""
    return tokens[n].low if 0 <= n < len(tokens) else ""


def before(tokens: Tokens, n: int) -> int:
    """The place of the last token before ``n`` that is no adverb; -1 where there is none."""
    n -= 1
    while n >= 0 and tokens[n].tag is Tag.ADVERB:
        n -= 1
    return n


def is_verb(tokens: Tokens, n: int) -> bool:
    """Whether the word at ``n``, a form of a known verb, is used as one and not as a noun."""
    kind = KNOWN[tokens[n].low]
    at = before(tokens, n)
    if at < 0 or (kind != GERUND and tokens[n].tag is Tag.NOUN):
        return False
    left = tokens[at]
    if left.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return False
    if kind == PAST:
        return _is_past(tokens, n, left)
    if kind == PRESENT:
        return _is_present(tokens, n, left)
    return kind == GERUND or _is_base(tokens, n, left)


def _is_past(tokens: Tokens, n: int, left: Token) -> bool:
    if left.low[-1].isdigit() and n + 1 < len(tokens) and tokens[n + 1].tag is Tag.NOUN:
        return False  # 400 pledged delegates
    return left.tag is not Tag.PREPOSITION or left.low in ("as", "than")


def _is_present(tokens: Tokens, n: int, left: Token) -> bool:
    if left.tag in (Tag.PREPOSITION, Tag.AUXILIARY):
        return False
    if left.tag is Tag.PRONOUN:
        return left.low not in words.OBJECTS - {"it", "you"}
    return _takes_more(tokens, n)


def _is_base(tokens: Tokens, n: int, left: Token) -> bool:
    if left.low in _BASE_SUBJECTS or left.low in words.MODALS | words.DO | words.NEGATIONS:
        return True
    plural = left.low.endswith("s") and not left.low.endswith("ss") and left.tag in _NOMINAL
    return (plural or left.tag is Tag.COORDINATOR) and _takes_more(tokens, n)


def _takes_more(tokens: Tokens, n: int) -> bool:
    """Whether what follows could be the object of a verb."""
    if n + 1 >= len(tokens):
        return False
    right = tokens[n + 1]
    return right.tag in (
        Tag.DETERMINER,
        Tag.PRONOUN,
        Tag.NAME,
        Tag.QUOTE,
        Tag.NOUN,
        Tag.ADVERB,
    ) or right.low in (
        "to",
        "that",
        "how",
        "why",
        "what",
        "whether",
        "if",
        "for",
        "on",
        "of",
        ",",
        ".",
    )


def is_finite(tokens: Tokens, n: int) -> bool:
    """Whether the token at ``n`` is likely to be the finite verb of a clause."""
    token = tokens[n]
    if token.tag is Tag.AUXILIARY:
        return token.low not in ("be", "been", "being", "having", "not", "n't")
    if token.low not in KNOWN or token.tag is Tag.NAME or KNOWN[token.low] == GERUND:
        if token.tag is Tag.NOUN and token.low.endswith("ed"):
            return n > 0 and tokens[n - 1].tag in (*_NOMINAL, Tag.PRONOUN, Tag.ADVERB)
        return False
    at = before(tokens, n)
    return at >= 0 and tokens[at].low != "to" and is_verb(tokens, n)


def phrase_start(tokens: Tokens, n: int) -> int:
    """Where the noun phrase whose last token is at ``n`` begins."""
    if tokens[n].tag is Tag.PRONOUN:
        return n
    start = at = n
    while at >= 0 and (tokens[at].low != ENDED or at == n):
        token = tokens[at]
        if token.tag in (*_NOMINAL, Tag.POSSESSIVE) or _in_brackets(token):
            start = at
        elif token.tag is Tag.DETERMINER or token.low in _COUNTING:
            start = at
            if low_at(tokens, at - 1) not in words.BINDING:
                break
        elif not _binds(tokens, at) and not is_short(tokens, at):
            break
        at -= 1
    return start


def _binds(tokens: Tokens, n: int) -> bool:
    """Whether a phrase goes on to the left of ``n``: ``the head of the council and …``."""
    if tokens[n].low == "to" or tokens[n].low not in words.BINDING | {"and", "&"}:
        return False
    return n > 0 and tokens[n - 1].tag in _NOMINAL


def _in_brackets(token: Token) -> bool:
    return token.low in ("(", ")", "-", "/", "&", "#", "@", "%", "$")


def phrase_end(tokens: Tokens, n: int) -> int:
    """One past the noun phrase that begins at ``n``; ``n`` itself where none does."""
    at = n
    if at < len(tokens) and tokens[at].tag is Tag.PRONOUN:
        return at + 1
    while at < len(tokens):
        token = tokens[at]
        nominal = token.tag in _NOMINAL or token.tag in (Tag.DETERMINER, Tag.POSSESSIVE)
        title = at > n and is_short(tokens, at)
        binding = token.low in ("of", "for", "in", "from", "at", "and") and at > n
        if binding:
            following = tokens[at + 1].tag if at + 1 < len(tokens) else Tag.MARK
            binding = following in (*_NOMINAL, Tag.DETERMINER)
        if token.tag is Tag.QUOTE and at > n and tokens[at - 1].tag in _NOMINAL:
            break
        if not (nominal or title or binding or (_in_brackets(token) and at > n)):
            break
        at += 1
    return at


def subject_end(tokens: Tokens, cue: int) -> int:
    """The place of the last token of the subject of the verb at ``cue``: left of its helpers."""
    at = cue - 1
    while at >= 0 and (tokens[at].tag in (Tag.ADVERB, Tag.AUXILIARY) or _is_short_is(tokens, at)):
        at -= 1
    return at


def _is_short_is(tokens: Tokens, n: int) -> bool:
    """``'s`` for *is* or *has*: behind a pronoun it is nothing else."""
    return tokens[n].low == "'s" and n > 0 and tokens[n - 1].tag is Tag.PRONOUN


def is_subordinate(tokens: Tokens, n: int) -> bool:
    """Whether the subject that begins at ``n`` is that of a clause such as ``When Vold said``."""
    return 0 < n < 6 and tokens[n - 1].tag is Tag.SUBORDINATOR


def clause_end(tokens: Tokens, n: int) -> int:
    """One past the clause that goes on at ``n``: most run to the end of their sentence.

    It ends sooner where the sentence plainly starts anew: at a semicolon, at ``, adding``, at
    ``and denied``.
    """
    for at in range(n + 1, len(tokens)):
        low = tokens[at].low
        if low == ";" or (low in ".!?" and not is_short(tokens, at)):
            return at
        if low == "," and _starts_anew(tokens, at + 1):
            return at
        if tokens[at].tag is Tag.COORDINATOR and _new_verb(tokens, at + 1, SPEAKING):
            return at
    return len(tokens)


def _starts_anew(tokens: Tokens, n: int) -> bool:
    """Whether what follows a comma is no part of the clause before it."""
    if n >= len(tokens) or _is_participle(tokens, n) or tokens[n].low == "according":
        return True
    if tokens[n].tag is Tag.COORDINATOR and _new_verb(tokens, n + 1, SPEAKING):
        return True
    speaker = phrase_end(tokens, n)
    if low_at(tokens, speaker) in SPEAKING and low_at(tokens, speaker + 1) in (",", ".", ""):
        return True
    return tokens[n].low == "which" or (tokens[n].low == "but" and _new_clause(tokens, n + 1))


def _is_participle(tokens: Tokens, n: int) -> bool:
    return CUES.get(low_at(tokens, n), ("", ""))[1] == GERUND


def object_end(tokens: Tokens, n: int) -> int:
    """One past the object that goes on at ``n``: up to the next clause, and over its lists."""
    for at in range(n, len(tokens)):
        if tokens[at].low == ":" and any(t.tag is Tag.QUOTE for t in tokens[at : at + 2]):
            return len(tokens)
        if tokens[at].low == ENDED and at > n:
            return at + 1
        if (at > n or tokens[at].low == ",") and _ends_object(tokens, at):
            return at
    return len(tokens)


def _ends_object(tokens: Tokens, n: int) -> bool:
    """Whether an object ends before ``n``."""
    token = tokens[n]
    if token.low == ",":
        return _parts(tokens, n + 1)
    if token.tag is Tag.MARK:
        return token.low in _STOPS and not is_short(tokens, n)
    if token.tag is Tag.COORDINATOR:
        return _new_verb(tokens, n + 1) or _is_participle(tokens, n + 1)
    if token.tag is Tag.SUBORDINATOR:
        return token.low != "whether" and _subordinates(tokens, n)
    return token.low in SPEAKING and low_at(tokens, n + 1) == "that"


def _subordinates(tokens: Tokens, n: int) -> bool:
    """Whether a clause follows: *after*, *before*, *since* and *until* may bring in a mere time."""
    return tokens[n].low not in _TIMED or starts_clause(tokens, n + 1)


def _parts(tokens: Tokens, n: int) -> bool:
    """Whether what follows a comma is no part of the object before it."""
    if n >= len(tokens) or _is_participle(tokens, n) or tokens[n].low == "according":
        return True
    if tokens[n].tag in (*_NOMINAL, Tag.DETERMINER):
        return _new_clause(tokens, n)
    if tokens[n].low in ("and", "or"):
        return _new_clause(tokens, n + 1) or _new_verb(tokens, n + 1)
    return tokens[n].low not in (
        "including",
        "such",
        "from",
        "with",
        "like",
        "especially",
        "not",
        "of",
    )


def _new_verb(tokens: Tokens, n: int, forms: Container[str] = CUES) -> bool:
    """Whether a coordinated cue verb of the same subject stands at ``n``, adverbs aside."""
    while n < len(tokens) and tokens[n].tag is Tag.ADVERB:
        n += 1
    if n >= len(tokens) or tokens[n].tag is not Tag.VERB or tokens[n].low not in forms:
        return False
    return CUES[tokens[n].low][1] in (PAST, PRESENT)


def _new_clause(tokens: Tokens, n: int) -> bool:
    """Whether a subject and its finite verb stand at ``n``."""
    end = phrase_end(tokens, n)
    return end > n and any(is_finite(tokens, at) for at in range(end, min(end + 3, len(tokens))))


def after_colon(tokens: Tokens, end: int) -> int:
    """Where the part of the sentence begins that ends at ``end``."""
    return next((n + 1 for n in range(end - 2, 0, -1) if tokens[n].low in (";", ":")), 0)


def is_clause(tokens: Tokens, n: int) -> bool:
    """Whether the words from ``n`` on hold a subject and a finite verb before the next stop."""
    for at in range(n + 1, len(tokens)):
        if tokens[at].low in _STOPS and not is_short(tokens, at):
            return False
        if is_finite(tokens, at) or tokens[at].tag is Tag.QUOTE:
            return True
    return False


def starts_clause(tokens: Tokens, n: int) -> bool:
    """Whether a subject stands at ``n`` with its verb right behind it."""
    end = phrase_end(tokens, n)
    while end < len(tokens) and tokens[end].tag is Tag.ADVERB:
        end += 1
    return n < end < len(tokens) and (is_finite(tokens, end) or tokens[end].tag is Tag.QUOTE)
