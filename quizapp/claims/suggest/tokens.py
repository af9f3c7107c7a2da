"""Paragraphs as tokens: words with a guess at what they do, and each quoted passage as one."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.claims.article import Article
from quizapp.claims.suggest import words
from quizapp.claims.suggest.quotes import Quoted, quoted
from quizapp.claims.suggest.verbs import BASE, GERUND, KNOWN, PAST, SPEAKING

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'.\-‑][^\W_]+)*(?:['’](?=\s))?|[$€£¥]?\d[\d.,]*\d|\S",
    re.UNICODE,
)
_CLITIC = re.compile(r"(?<=.)(?:n't|'(?:s|d|ll|re|ve|m))$")
_TIMES = words.TIMES - {"week", "month", "year"}


ENDED, WORDS = "”", "“"  # a quoted passage with a mark at its end, and quoted words without one


class Tag(StrEnum):
    """What a token does in its sentence, as far as its form tells."""

    QUOTE = "quote"
    MARK = "mark"
    DETERMINER = "determiner"
    PRONOUN = "pronoun"
    PREPOSITION = "preposition"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    AUXILIARY = "auxiliary"
    ADVERB = "adverb"
    POSSESSIVE = "possessive"
    VERB = "verb"
    NAME = "name"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole quoted passage; ``low`` has small letters, plain apostrophes."""

    start: int
    end: int
    low: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Piece:
    """The tokens of one sentence, and whether its paragraph starts with it."""

    paragraph: int
    tokens: tuple[Token, ...]

    @property
    def is_quote(self) -> bool:
        """Whether there is nothing but quoted words in it."""
        return all(token.tag in (Tag.QUOTE, Tag.MARK) for token in self.tokens)


def pieces(article: Article) -> Iterator[Piece]:
    """The sentences of an article; one that ends inside a quotation goes on with the next."""
    for paragraph in article.paragraphs:
        passages = list(quoted(article.text, paragraph.start, paragraph.end))
        found = _tokens(article.text, paragraph.start, paragraph.end, passages)
        tokens = _retagged(list(found))
        starts = [sentence.start for sentence in paragraph.sentences]
        begin = 0
        for n in range(len(tokens)):
            if n - begin == _MOST_TOKENS or _is_end(article.text, tokens, n, starts):
                yield Piece(paragraph.number, tuple(tokens[begin : n + 1]))
                begin = n + 1


def _is_end(text: str, tokens: list[Token], n: int, starts: list[int]) -> bool:
    """Whether the token at ``n`` is the last of its sentence."""
    if n + 1 == len(tokens):
        return True
    here, there = (bisect_right(starts, at) for at in (tokens[n].end - 1, tokens[n + 1].start))
    return here != there and not _goes_on(text, tokens, n)


def _goes_on(text: str, tokens: list[Token], n: int) -> bool:
    """Whether a sentence goes on behind ``n``: a full stop of ``Sen. Vold``, or ``“…?” Vold said``.

    In the second case nothing but the speaker and a verb of saying must follow.
    """
    if is_short(tokens, n):
        return True
    last = text[tokens[n].start : tokens[n].end].rstrip(_CLOSING)[-1:]
    if tokens[n].tag is not Tag.QUOTE or last not in ("?", "!", "…", ","):
        return False
    for at in range(n + 1, min(n + _MOST_SPEAKER, len(tokens))):
        if tokens[at].low in SPEAKING:
            return at + 1 == len(tokens) or tokens[at + 1].tag in _AFTER_SPEAKING
        if tokens[at].low in KNOWN or tokens[at].tag in (Tag.QUOTE, Tag.AUXILIARY):
            return False
    return False


_CLOSING = "\"'”“’» "
_ADJECTIVES = ("al", "ive", "ous", "ful", "less", "able", "ible")
_MOST_TOKENS = 400  # nobody writes such a sentence, but a list without stops may look like one
_MOST_SPEAKER = 14
_AFTER_SPEAKING = (Tag.MARK, Tag.PREPOSITION, Tag.ADVERB, Tag.NAME, Tag.DETERMINER)


def is_short(tokens: Sequence[Token], n: int) -> bool:
    """Whether the token at ``n`` is the full stop of a title or an initial."""
    if tokens[n].low != "." or n == 0:
        return False
    left = tokens[n - 1]
    return f"{left.low}." in words.TITLES or (len(left.low) == 1 and left.tag is Tag.NAME)


def _retagged(tokens: list[Token]) -> list[Token]:
    """Verbs that stand where only a noun can are made nouns: ``the claim``."""
    for n, token in enumerate(tokens):
        if token.tag is Tag.VERB and n and _is_noun(tokens, n):
            tokens[n] = replace(token, tag=Tag.NOUN)
    return tokens


def _is_noun(tokens: list[Token], n: int) -> bool:
    left, kind = tokens[n - 1], KNOWN[tokens[n].low]
    if left.tag in (Tag.DETERMINER, Tag.POSSESSIVE):
        return True
    if kind == PAST or left.low == "to":
        return False
    if left.tag is Tag.NOUN:
        followed = n + 1 < len(tokens) and tokens[n + 1].tag in (Tag.VERB, Tag.AUXILIARY)
        single = kind == BASE and not left.low.endswith("s")
        return followed or single or left.low.endswith(_ADJECTIVES)
    return left.tag is Tag.PREPOSITION or (left.tag is Tag.VERB and kind == BASE)


def _tokens(text: str, start: int, end: int, passages: list[Quoted]) -> Iterator[Token]:
    at = start
    for passage in passages:
        yield from _words(text, at, passage.start)
        is_closed = text[passage.start : passage.end].rstrip(_CLOSING)[-1:] in (*",.!?…—-", "")
        yield Token(passage.start, passage.end, ENDED if is_closed else WORDS, Tag.QUOTE)
        at = passage.end
    yield from _words(text, at, end)


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        low = found[0].replace("’", "'").lower()
        begin, stop = found.span()
        if clitic := _CLITIC.search(low):
            cut = begin + clitic.start()
            yield Token(begin, cut, low[: clitic.start()], _tag(text[begin:cut]))
            is_owner = clitic[0] == "'s" and _tag(text[begin:cut]) is not Tag.PRONOUN
            tag = Tag.POSSESSIVE if is_owner else _tag(clitic[0])
            yield Token(cut, stop, clitic[0], tag)
        elif low.endswith("'"):
            yield Token(begin, stop - 1, low[:-1], _tag(text[begin : stop - 1]))
            yield Token(stop - 1, stop, "'s", Tag.POSSESSIVE)
        else:
            yield Token(begin, stop, low, _tag(found[0]))


_CLASSES = (
    (words.AUXILIARIES, Tag.AUXILIARY),
    (words.COORDINATORS, Tag.COORDINATOR),
    (words.DETERMINERS - {"that", "many", "some", "others", "both", "few"}, Tag.DETERMINER),
    (words.SUBJECTS | words.OBJECTS, Tag.PRONOUN),
    (words.SUBORDINATORS - {"as"}, Tag.SUBORDINATOR),
    (words.PREPOSITIONS, Tag.PREPOSITION),
    (words.ADVERBS, Tag.ADVERB),
)
_BY_WORD = {word: tag for known, tag in reversed(_CLASSES) for word in known}


def _tag(word: str) -> Tag:
    """The likeliest tag of a word on its own."""
    low = word.lower()
    if tag := _BY_WORD.get(low.replace("’", "'")):
        return tag
    if not any(character.isalnum() for character in word):
        return Tag.MARK
    if word[0].isupper():
        return Tag.NAME
    if low.endswith("ly") and low not in words.NOT_ADVERBS:
        return Tag.ADVERB
    if low in KNOWN and KNOWN[low] != GERUND:
        return Tag.VERB
    return Tag.NOUN
