"""From a claim map to items: an author marks claims, the program writes what is asked.

Every item carries the template and the seed that made it, the claims that it asks about, and with
them its rule and its evidence. Distractors come from the same article: its other sources, its other
claims, and foils that the author wrote; what would settle a claim comes from the phrases.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from quizapp.bank.maker import OPTION_IDS, Maker, name, option, saying
from quizapp.bank.phrases import phrases_for
from quizapp.bank.templates import (
    CLAIM_TEMPLATES,
    asks_source,
    one_made_many,
    told_as_certain,
)
from quizapp.bank.wording import wording_for
from quizapp.claims import Claim, ClaimMap, Stance
from quizapp.items import Item, Option
from quizapp.items.choice import OneRight

CHAIN = 3
FEWEST_PAIRS, MOST_PAIRS = 3, 4


def derive(
    claims: ClaimMap, seed: int, language: str = "en", tick: Callable[[], None] = lambda: None
) -> tuple[Item, ...]:
    """Every item that the map gives, in the order of the map; the same for the same seed.

    Practice-only claims, of which two standings are defensible, give no item of their own. ``tick``
    is called for every claim; whoever needs the items no longer may raise from it.
    """
    maker = Maker(claims, seed, phrases_for(language), wording_for(language))
    items: list[Item] = []
    for claim in claims.claims:
        tick()
        if not claim.practice_only:
            items += [item for make in CLAIM_TEMPLATES.values() if (item := make(maker, claim))]
    for make_all in MAP_TEMPLATES.values():
        items += make_all(maker)
    return tuple(_evenly(items, maker.random("places", "all")))


def _evenly(items: Iterable[Item], random: Random) -> Iterator[Item]:
    """The items with their keys in every place equally often, in an order that is drawn."""
    places: list[int] = []
    for item in items:
        if not isinstance(item, OneRight):
            yield item
            continue
        places = places or random.sample(range(len(item.options)), len(item.options))
        texts = [o.text for o in item.options if o.id != item.right]
        place = places.pop() % len(item.options)
        texts.insert(place, next(o.text for o in item.options if o.id == item.right))
        options = tuple(map(Option, OPTION_IDS, texts))
        yield replace(item, options=options, right=OPTION_IDS[place])


def edited(item: Item, **changes: Any) -> Item:
    """A derived item changed by hand: an ordinary one from now on, which remembers its claims."""
    if kept := {"id", "claims", "trade_off", "derived"} & changes.keys():
        raise ValueError(f"an edit leaves {', '.join(sorted(kept))} alone")
    origin = replace(item.derived, edited=True) if item.derived else None
    return replace(item, **changes, derived=origin)


def added(items: tuple[Item, ...], derived: tuple[Item, ...]) -> tuple[Item, ...]:
    """Of the derived items those that are not there yet; one that was edited is there."""
    there = {item.id for item in items}
    return tuple(item for item in derived if item.id not in there)


def _pairs(maker: Maker) -> Iterator[Item]:
    """Claims of different sources, three or four at a time, each claim once."""
    by_source: dict[str, list[Claim]] = {}
    for claim in maker.map.claims:
        if not claim.practice_only and _one_voice(claim):
            by_source.setdefault(claim.attributions[0].source, []).append(claim)
    random = maker.random("pair", "all")
    for group in by_source.values():
        random.shuffle(group)
    number = 0
    while len(ready := [s for s, group in by_source.items() if group]) >= FEWEST_PAIRS:
        ready.sort(key=lambda source: -len(by_source[source]))
        taken = ready[:MOST_PAIRS]
        spare = [s.id for s in maker.map.sources if s.id not in taken]
        number += 1
        yield maker.item(
            "match",
            "pair",
            str(number),
            claims=tuple(by_source[source].pop().id for source in taken),
            sources=tuple(random.sample(spare, min(1, len(spare)))),
            stem=maker.phrases.match,
        )


def _one_voice(claim: Claim) -> bool:
    """Whether one source alone has to do with a claim, asserts it, and at first hand."""
    sources = {a.source for a in claim.attributions}
    first_hand = not any(a.nested_in for a in claim.attributions)
    said = saying(claim, Stance.ASSERTS)
    return len(sources) == len(said) == 1 and claim.who_says_clear and first_hand


def _sorted(maker: Maker) -> Iterator[Item]:
    """The considerations of each trade-off that has more than one side."""
    for trade_off in maker.map.trade_offs:
        if len(set(trade_off.considerations.values())) > 1:
            yield maker.item("categorise", "sort", trade_off.id, trade_off=trade_off.id)


def _who_cites(maker: Maker) -> Iterator[Item]:
    """Who argues from a consideration, each asked about once."""
    p = maker.phrases
    cited = (id_ for t in maker.map.trade_offs for id_ in (*t.for_, *t.against))
    for id_ in dict.fromkeys(cited):
        claim = maker.map.claim[id_]
        args = (Stance.ASSERTS, "who-cites", p.who_cites, p.cited_by)
        if not claim.practice_only and (item := asks_source(maker, claim, *args)):
            yield item


def _chains(maker: Maker) -> Iterator[Item]:
    """A chain of attribution, from the one closest to what happened outwards."""
    p = maker.phrases
    for claim in maker.map.claims:
        chain = max(map(maker.chain, claim.attributions), key=len, default=())
        if claim.practice_only or not CHAIN <= len(chain) == len(set(chain)) <= len(OPTION_IDS):
            continue
        names = (name(maker.map.source[source]) for source in chain)
        yield maker.item(
            "order",
            "chain",
            claim.id,
            claims=(claim.id,),
            options=[option(id_, text) for id_, text in zip(OPTION_IDS, names, strict=False)],
            stem=p.chain.format(claim=claim.text),
            feedback=p.chain_why,
        )


MAP_TEMPLATES: dict[str, Callable[[Maker], Iterator[Item]]] = {
    "told-as-certain": told_as_certain,
    "one-made-many": one_made_many,
    "pair": _pairs,
    "sort": _sorted,
    "who-cites": _who_cites,
    "chain": _chains,
}
TEMPLATES = (*CLAIM_TEMPLATES, *MAP_TEMPLATES)
