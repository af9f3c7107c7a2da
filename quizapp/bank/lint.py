"""Advice on a sound bank: wording that gives a key away, and what the bank as a whole shows."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from statistics import median

from quizapp.bank.bots import Played, picks, play
from quizapp.bank.chance import ALPHA, tail, uneven
from quizapp.bank.model import Bank
from quizapp.bank.wording import Wording, content, unquoted, wording_for
from quizapp.claims import Attribution, Claim, Span
from quizapp.errors import Problem
from quizapp.fields import Path
from quizapp.items import (
    Cloze,
    Item,
    MultipleResponse,
    Overstatement,
    Scope,
    ShortAnswer,
    TrueFalse,
    flaw,
)
from quizapp.items.choice import ChoiceItem, OneRight
from quizapp.text import fold, words

LONGEST_KEY = 1.5
MOST_DISTRACTORS = 3
SHORTEST_CUE = 4
_DATED = re.compile(r"\d")


def advice(bank: Bank, tick: Callable[[], None] = lambda: None) -> Iterator[Problem]:
    """Every warning that takes reading the words or playing the bank, each with its path.

    ``tick`` is called for every item; whoever needs the answer no longer may raise from it.
    """
    wording = wording_for(bank.language)
    for n, claim in enumerate(bank.map.claims):
        yield from _undated(claim, wording, ("claims", n, "text"))
    yield from _overlaps(bank)
    for n, item in enumerate(bank.items):
        tick()
        for problem in advice_on(item, wording):
            yield replace(problem, path=("items", n, *problem.path))
        if bank.map.claims and item.scored and not item.claims and not item.trade_off:
            what = "The question is bound to no claim: no words of the article decide it."
            remedy = "Name the claims that it asks about, or leave it out."
            yield _warning(("items", n, "claims"), "floating", what, remedy)
    yield from _printed(bank, wording)
    tick()
    yield from _places(bank)
    yield from _hedged_keys(bank, wording)
    tick()
    yield from (_gate(played) for played in play(bank) if played.verdict == "failed")


def advice_on(item: Item, wording: Wording) -> Iterator[Problem]:
    """Every warning on one item by itself, each with its path in the item."""
    stem = unquoted(item.stem)
    yield from _stem(item, stem, wording)
    if isinstance(item, ChoiceItem) and (asked := picks(item)):
        texts, right = asked[0].texts, asked[0].right
        yield from _options(texts, right, wording)
        yield from _repeated(item, texts, right, wording)
        yield from _grammar(stem, texts, right, wording)


def _stem(item: Item, stem: str, wording: Wording) -> Iterator[Problem]:
    asked = "" if isinstance(item, Cloze) or not item.scored else wording.that.split(stem)[0]
    if found := wording.negative.search(asked):
        what = f"The stem is negative: “{found[0]}”."
        yield _warning(("stem",), "negative-stem", what, "Ask for what is so.")
    if (found := wording.undated.search(stem)) and not _DATED.search(stem):
        what = f"“{found[0]}” is the day of reading, whenever that is."
        yield _warning(("stem",), "undated", what, "Write the date.")
    if _about_the_world(item, stem, wording):
        what = "The stem asks about the world and not about the article."
        remedy = "Ask what the article says, or who in it says so."
        yield _warning(("stem",), "about-the-world", what, remedy)


def _about_the_world(item: Item, stem: str, wording: Wording) -> bool:
    """Whether a question in the present tense has nothing that points at the article.

    Some kinds ask about the article by themselves, and so does whoever quotes it.
    """
    if isinstance(item, TrueFalse | Cloze | Scope | Overstatement) or stem != item.stem:
        return False
    asked = stem.strip()
    return (
        item.scored
        and asked.endswith("?")
        and wording.fact.search(asked) is not None
        and wording.article.search(asked) is None
    )


def _options(texts: tuple[str, ...], right: frozenset[int], wording: Wording) -> Iterator[Problem]:
    for n, text in enumerate(texts):
        path = ("options", n, "text")
        if wording.all_or_none.fullmatch(text.strip(" .…")):
            what = "This option is about the other options."
            yield _warning(path, "all-or-none", what, "Say something about the article.")
        if (found := wording.undated.search(unquoted(text))) and not _DATED.search(text):
            what = f"“{found[0]}” is the day of reading, whenever that is."
            yield _warning(path, "undated", what, "Write the date.")
        half = median(map(len, texts))
        if n in right and len(text) > LONGEST_KEY * half:
            what = f"The key has {len(text)} characters, the middle option {half:g}."
            yield _warning(path, "long-key", what, "Make the options alike in length.")
    if len(texts) - len(right) > MOST_DISTRACTORS:
        what = f"There are {len(texts)} options."
        yield _warning(
            ("options",), "many-options", what, "Keep the two or three best distractors."
        )


def _repeated(
    item: Item, texts: tuple[str, ...], right: frozenset[int], wording: Wording
) -> Iterator[Problem]:
    """Words of the stem that every key has and no other option."""
    found = [_telling(text, wording) for text in texts]
    keys = frozenset.intersection(*(found[n] for n in right))
    others = frozenset[str]().union(*(f for n, f in enumerate(found) if n not in right))
    if cue := sorted((keys - others) & _telling(item.stem, wording)):
        what = f"Of the options only the key has “{cue[0]}”, which the stem has, too."
        remedy = "Put the word into a distractor, or out of the stem."
        yield _warning(("options", min(right), "text"), "stem-words", what, remedy)


def _telling(text: str, wording: Wording) -> frozenset[str]:
    """The words with content that are long enough to be noticed."""
    return frozenset(w for w in content(text, wording.idle) if len(w) >= SHORTEST_CUE)


def _grammar(
    stem: str, texts: tuple[str, ...], right: frozenset[int], wording: Wording
) -> Iterator[Problem]:
    """A stem whose last word only the key can follow."""
    for ending, option in wording.fits:
        fitting = {n for n, text in enumerate(texts) if option.search(text.strip())}
        if ending.search(stem) and fitting == right:
            what = "By its grammar only the key can follow the stem."
            yield _warning(("stem",), "grammar", what, "Let every option follow the stem.")
            return


def _undated(claim: Claim, wording: Wording, path: Path) -> Iterator[Problem]:
    found = wording.undated.search(unquoted(claim.text))
    if found and not claim.as_of and not _DATED.search(claim.text):
        what = f"“{found[0]}” in a claim without a date."
        yield _warning(path, "undated", what, "Add as_of, or write the date.")


def _overlaps(bank: Bank) -> Iterator[Problem]:
    """Claims of which neither can be shown without words that show the other."""
    placed = [
        (n, m, attribution)
        for n, claim in enumerate(bank.map.claims)
        for m, attribution in enumerate(claim.attributions)
        if attribution.evidence.spans
    ]
    by_sentence: dict[str, list[int]] = defaultdict(list)
    for at, (_n, _m, attribution) in enumerate(placed):
        for span in attribution.evidence.spans[0]:
            for sentence in bank.article.sentences_in(span):
                by_sentence[sentence].append(at)
    near = {pair for ats in by_sentence.values() for pair in combinations(sorted(set(ats)), 2)}
    told = set()
    for one, other in sorted(near):
        (n, _, a), (k, m, b) = placed[one], placed[other]
        if n != k and (n, k) not in told and not _nested(a, b) and _always_overlap(a, b):
            told.add((n, k))
            what = f"The words that show this also show “{bank.map.claims[n].id}”."
            remedy = "Quote fewer words, or give other words under any."
            yield _warning(("claims", k, "attributions", m, "evidence"), "overlap", what, remedy)


def _nested(a: Attribution, b: Attribution) -> bool:
    return bool((a.id and a.id == b.nested_in) or (b.id and b.id == a.nested_in))


def _always_overlap(a: Attribution, b: Attribution) -> bool:
    return all(
        _touched(one, other) and _touched(other, one)
        for one in a.evidence.spans
        for other in b.evidence.spans
    )


def _touched(spans: Iterable[Span], by: Sequence[Span]) -> bool:
    """Whether none of the spans stands apart from the others."""
    return all(any(x.start < y.end and y.start < x.end for y in by) for x in spans)


def _printed(bank: Bank, wording: Wording) -> Iterator[Problem]:
    """Keys that another item's stem prints, as whole words in a row."""
    keys = [(n, text) for n, item in enumerate(bank.items) for text in _keys(item)]
    named = [content(f"{s.name} {s.role}", wording.idle) for s in bank.map.sources]
    looked = [
        (n, text, tuple(fold(text).split()))
        for n, text in keys
        if _gives_away(content(text, wording.idle), named)
    ]
    stems = _runs(bank, {len(run) for _n, _text, run in looked})
    for n, text, run in looked:
        for k in stems.get(run, ()):
            if k != n and not _siblings(bank.items[n], bank.items[k]):
                what = f"The stem prints the key of “{bank.items[n].id}”: “{text}”."
                remedy = "Word one of the two otherwise."
                yield _warning(("items", k, "stem"), "key-printed", what, remedy)
                break


def _gives_away(key: frozenset[str], named: Iterable[frozenset[str]]) -> bool:
    """Whether to print a key elsewhere says something; a source's name does not."""
    return len(key) >= 2 and not any(key <= source for source in named)


def _siblings(one: Item, other: Item) -> bool:
    """Whether two items were derived from one claim, which a quiz asks about once."""
    return bool(one.derived and other.derived and set(one.claims) & set(other.claims))


def _keys(item: Item) -> list[str]:
    if isinstance(item, OneRight | MultipleResponse):
        return [pick.texts[n] for pick in picks(item) for n in sorted(pick.right)]
    if isinstance(item, ShortAnswer):
        return list(item.accepted)
    return []


def _runs(bank: Bank, lengths: Iterable[int]) -> dict[tuple[str, ...], list[int]]:
    """The items in whose stems each run of so many words stands."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    wanted = sorted(lengths)
    for n, item in enumerate(bank.items):
        row = fold(item.stem).split()
        for length in wanted:
            for at in range(len(row) - length + 1):
                found[tuple(row[at : at + length])].append(n)
    return found


def _places(bank: Bank) -> Iterator[Problem]:
    """Whether the keys stand in some places more than in others."""
    places: dict[int, list[int]] = defaultdict(list)
    for item in bank.items:
        if isinstance(item, OneRight) and len(right := picks(item)[0].right) == 1:
            places[len(item.options)].append(*right)
    for options, found in sorted(places.items()):
        counts = [found.count(place) for place in range(options)]
        if uneven(counts) < ALPHA:
            spread = ", ".join(map(str, counts))
            what = (
                f"In the items with {options} options the keys stand {spread} times in each place."
            )
            yield _warning(("items",), "key-places", what, "Move some keys to other places.")
    truths = [item.right for item in bank.items if isinstance(item, TrueFalse)]
    yes = truths.count("true")
    if uneven((yes, len(truths) - yes)) < ALPHA:
        what = f"{yes} of the {len(truths)} statements are true of the article."
        yield _warning(("items",), "key-places", what, "Have about as many of both.")


def _hedged_keys(bank: Bank, wording: Wording) -> Iterator[Problem]:
    """Whether hedged options are the key more often than chance."""
    rates, found = [], 0
    for item in bank.items:
        for pick in picks(item):
            hedged = {n for n, t in enumerate(pick.texts) if wording.hedges & set(words(t))}
            if len(pick.right) == 1 and 0 < len(hedged) < len(pick.texts):
                rates.append(len(hedged) / len(pick.texts))
                found += pick.right <= hedged
    if tail(rates, found) < ALPHA:
        what = (
            f"In {found} of {len(rates)} items the key is hedged; "
            f"{sum(rates):.1f} would be by chance."
        )
        yield _warning(("items",), "hedged-keys", what, "Hedge some distractors, too.")


def _gate(played: Played) -> Problem:
    if played.gate == "joint":
        what = f"A bot that answers “{played.bot}” has {played.found} of {played.n} jointly right."
        remedy = "Word these claims in other words than the sentences that show them."
    else:
        what = (
            f"A bot that picks by “{played.bot}” has {played.found} of {played.n} right; "
            f"{played.expected:.1f} would be by chance."
        )
        remedy = "Change options until it fails; quizapp check --bots shows every bot."
    return _warning(("items",), "bot", what, remedy)


def _warning(path: Path, code: str, what: str, remedy: str) -> Problem:
    return flaw(path, code, what, remedy, "warning")
