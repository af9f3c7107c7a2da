"""Slips of the pen in what an author wrote: words that no dictionary has, but nearly.

Words of the article, names and what the author called right are never doubted; nor is a word that
is not one letter away from a known one, since it is more likely rare than wrong. The dictionaries
are those of pyspellchecker. Its English is American, so British spellings are allowed for.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from quizapp.app.authoring.asking import from_fields
from quizapp.app.authoring.draft import Draft
from quizapp.bank import item_records
from quizapp.claims import Claim
from quizapp.errors import Problem
from quizapp.i18n import _
from quizapp.items import Item

if TYPE_CHECKING:
    from spellchecker import SpellChecker

CODE = "spelling"
LANGUAGES = ("en", "fr", "de", "es")
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_CLAIM = ("text", "why", "condition", "hedge")
_ITEM = frozenset(("stem", "feedback", "text", "alternative"))
_TWINS = (  # how British English writes what American English has, and the other way round
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ll", "l"), ("ou", "o"),
    ("ence", "ense"), ("ogue", "og"), ("ae", "e"), ("mme", "m"), ("ey", "y"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that may be wrong, and what it may have been meant to be, the likeliest first."""

    word: str
    meant: tuple[str, ...]


def slips(draft: Draft, items: Iterable[Item]) -> Iterator[tuple[Problem, Slip]]:
    """The doubtful words of a draft, each once, as warnings at the claim or item that has it.

    ``items`` are all items of the bank in their order; only those by hand are read, for the others
    are made of the claims. Nothing is found in a language without a dictionary.
    """
    language = draft.language.partition("-")[0].casefold()
    if language not in LANGUAGES:
        return
    known = _known(draft)
    seen: set[str] = set()
    for path, text in _texts(draft, items):
        for word in _words(text, language):
            if word in known or word in seen:
                continue
            seen.add(word)
            if meant := _meant(word, language):
                yield _problem(path, word, meant), Slip(word, meant)


def respelt(draft: Draft, word: str, other: str) -> Draft:
    """The draft with ``other`` wherever the author wrote ``word``; the article stays as it is."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")

    def mend(text: str) -> str:
        return pattern.sub(other, text)

    claims = tuple(_reworded(claim, mend) for claim in draft.claims)
    items = tuple(_respelt(item, draft, mend) for item in draft.items)
    return replace(
        draft, title=mend(draft.title), about=mend(draft.about), claims=claims, items=items
    )


def call_right(draft: Draft, word: str) -> Draft:
    """The draft in which a word is not doubted any more."""
    return replace(draft, words=tuple(dict.fromkeys((*draft.words, word))))


def _reworded(claim: Claim, mend: Callable[[str], str]) -> Claim:
    words: dict[str, Any] = {name: mend(getattr(claim, name)) for name in _CLAIM}
    return replace(claim, **words)


def _respelt(item: Item, draft: Draft, mend: Callable[[str], str]) -> Item:
    (record,) = item_records((item,))
    mended = _mended(record, mend)
    return item if mended == record else from_fields(item.kind, mended, draft.map)


def _mended(value: Any, mend: Callable[[str], str]) -> Any:
    """A record with every text of it mended."""
    if isinstance(value, Mapping):
        return {
            key: mend(one) if key in _ITEM and isinstance(one, str) else _mended(one, mend)
            for key, one in value.items()
        }
    return [_mended(one, mend) for one in value] if isinstance(value, list) else value


def _texts(draft: Draft, items: Iterable[Item]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the author wrote, with the way to it in the bank."""
    yield ("title",), draft.title
    yield ("about",), draft.about
    for n, claim in enumerate(draft.claims):
        for name in _CLAIM:
            yield ("claims", n, name), getattr(claim, name)
    own = {item.id for item in draft.items}
    for n, item in enumerate(items):
        if item.id in own:
            for record in item_records((item,)):
                yield from ((("items", n, name), text) for name, text in _written(record))


def _written(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a record, with the name of its field."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from _written(one, str(key))
    elif isinstance(value, list):
        for one in value:
            yield from _written(one, name)
    elif isinstance(value, str) and name in _ITEM:
        yield name, value


def _known(draft: Draft) -> set[str]:
    """Words that are right here: those of the article, of its sources, and the author's own."""
    told = [draft.text, draft.cites, *(f"{s.name} {s.role}" for s in draft.sources)]
    found = {word for text in told for word in _split(text)}
    return found | {word.casefold() for word in draft.words}


@lru_cache(maxsize=16)
def _split(text: str) -> frozenset[str]:
    return frozenset(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def _words(text: str, language: str) -> Iterator[str]:
    """The words that are looked up: no names, no abbreviations, none of three letters or fewer."""
    for found in _WORD.findall(text):
        word = found.replace("’", "'")
        word = word.removesuffix("'s") if language == "en" else word.rpartition("'")[2]
        if len(word) >= SHORTEST and word.islower():
            yield word


def _problem(path: tuple[str | int, ...], word: str, meant: tuple[str, ...]) -> Problem:
    what = _("“{word}” is in no dictionary").format(word=word)
    told = ", ".join(f"“{one}”" for one in meant[:3])
    remedy = _("Did you mean {words}?").format(words=told)
    return Problem(0, 0, CODE, what, remedy, "warning", path=path)


@lru_cache(maxsize=4096)
def _meant(word: str, language: str) -> tuple[str, ...]:
    """Known words one letter away, the likeliest first; none for a word that is known itself."""
    speller = _speller(language)
    if word in speller or _british(word, language):
        return ()
    near = speller.edit_distance_1(word) if len(word) < 30 else set()
    known = speller.known(near) or {one for one in near if _british(one, language)}
    return tuple(sorted(known, key=lambda one: (-speller[one], one)))


def _british(word: str, language: str) -> bool:
    """Whether this is how British English writes a word that is known in American."""
    return language == "en" and any(twin in _speller(language) for twin in _twins(word))


def _twins(word: str) -> Iterator[str]:
    for one, other in _TWINS:
        for before, after in ((one, other), (other, one)):
            if before in word:
                yield word.replace(before, after)
                head, _mark, tail = word.rpartition(before)
                yield f"{head}{after}{tail}"


@cache
def _speller(language: str) -> "SpellChecker":
    """The dictionary of a language; reading it takes a quarter of a second, once."""
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)
