"""From a claim map to items: an author marks claims, the program writes what is asked.

Every item carries the template and the seed that made it, the claims that it asks about, and with
them its rule and its evidence. Distractors come from the same article: its other sources, its other
claims, and foils that the author wrote; what would settle a claim comes from the phrases.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from quizapp.bank.phrases import Phrases, phrases_for
from quizapp.claims import Claim, ClaimMap, Source, Stance, Standing, TradeOff
from quizapp.items import KINDS, Derived, Item
from quizapp.text import fold

OPTION_IDS = "abcdef"
CHAIN = 3


@dataclass(frozen=True)
class Maker:
    """Writes the items of one map in one language; ``seed`` fixes every draw."""

    map: ClaimMap
    seed: int
    phrases: Phrases

    def item(self, kind: str, template: str, name: str, **fields: Any) -> Item:
        """One derived item. Its id is the template and what it asks about."""
        common: dict[str, Any] = {
            "id": f"{template}-{name}",
            "stem": "",
            "claims": (),
            "trade_off": "",
            "feedback": "",
            "weight": Decimal(1),
            "skills": (),
            "tags": (),
            "picture": None,
            "derived": Derived(template, str(self.seed)),
        }
        own = {field.name: field.default for field in KINDS[kind].FIELDS}
        for name_, value in fields.items():
            (common if name_ in common else own)[name_] = value
        return KINDS[kind].build(common, own, self.map)

    def random(self, template: str, name: str) -> Random:
        """The draw of one item, which no other item's draw moves."""
        return Random(f"{self.seed}/{template}/{name}")  # noqa: S311  (no secret)

    def choice(
        self, kind: str, template: str, name: str, right: str, wrong: Sequence[str], **fields: Any
    ) -> Item | None:
        """A choice between the key and two distractors, drawn into place; none where they lack."""
        apart = {fold(text): text for text in wrong if fold(text) != fold(right)}
        if len(apart) < 2:
            return None
        random = self.random(template, name)
        texts = [right, *random.sample(sorted(apart.values()), 2)]
        random.shuffle(texts)
        options = [_option(id_, text) for id_, text in zip(OPTION_IDS, texts, strict=False)]
        key = OPTION_IDS[texts.index(right)]
        return self.item(kind, template, name, options=options, key=key, **fields)


def derive(claims: ClaimMap, seed: int, language: str = "en") -> tuple[Item, ...]:
    """Every item that the map gives, in the order of the map; the same for the same seed.

    Practice-only claims, of which two standings are defensible, give no item.
    """
    maker = Maker(claims, seed, phrases_for(language))
    items: list[Item] = []
    for claim in claims.claims:
        if not claim.practice_only:
            items += [item for make in CLAIM_TEMPLATES.values() if (item := make(maker, claim))]
    items += _matches(maker)
    for trade_off in claims.trade_offs:
        items += _trade_off(maker, trade_off)
    items += _chains(maker)
    return tuple(items)


def _option(id_: str, text: str) -> dict[str, Any]:
    return {"id": id_, "text": text, "credit": None, "feedback": ""}


# how it stands, and the words that show it


def _stands(maker: Maker, claim: Claim) -> Item | None:
    return maker.item("standing", "stands", claim.id, claims=(claim.id,))


def _shows(maker: Maker, claim: Claim) -> Item | None:
    return maker.item("evidence", "shows", claim.id, claims=(claim.id,))


def _stands_and_shows(maker: Maker, claim: Claim) -> Item | None:
    return maker.item("standing_with_evidence", "stands-and-shows", claim.id, claims=(claim.id,))


# who says it


def _sources(claim: Claim, stance: Stance) -> list[str]:
    return list(dict.fromkeys(a.source for a in claim.attributions if a.stance is stance))


def _name(source: Source) -> str:
    return source.name[:1].upper() + source.name[1:]


def _asks_source(
    maker: Maker, claim: Claim, stance: Stance, template: str, stem: str, why: str
) -> Item | None:
    """Which source takes this stance; not where that is unclear, or where several do."""
    said = _sources(claim, stance)
    if len(said) != 1 or not claim.who_says_clear:
        return None
    source = maker.map.source[said[0]]
    same = {a.source for a in claim.attributions if a.stance is stance}
    return maker.choice(
        "single_choice",
        template,
        claim.id,
        _name(source),
        [_name(other) for other in maker.map.sources if other.id not in same],
        claims=(claim.id,),
        stem=stem.format(claim=claim.text),
        feedback=why.format(source=source.name),
        skills=("attribution",),
    )


def _who_says(maker: Maker, claim: Claim) -> Item | None:
    p = maker.phrases
    return _asks_source(maker, claim, Stance.ASSERTS, "who-says", p.who_says, p.said_by)


def _who_denies(maker: Maker, claim: Claim) -> Item | None:
    p = maker.phrases
    return _asks_source(maker, claim, Stance.DENIES, "who-denies", p.who_denies, p.denied_by)


def _who_was_asked(maker: Maker, claim: Claim) -> Item | None:
    p = maker.phrases
    if claim.standing is not Standing.UNKNOWN:
        return None
    stance = Stance.DOES_NOT_KNOW
    return _asks_source(maker, claim, stance, "who-was-asked", p.who_was_asked, p.asked_was)


# how far it goes


def _settles(maker: Maker, claim: Claim) -> Item | None:
    """What would confirm an asserted claim: one settler of the fixed list against two others."""
    if claim.standing is not Standing.ASSERTED:
        return None
    p = maker.phrases
    right = maker.random("settles-key", claim.id).choice(p.settlers)
    return maker.choice(
        "single_choice",
        "settles",
        claim.id,
        right,
        p.others,
        claims=(claim.id,),
        stem=p.what_settles.format(claim=claim.text),
        feedback=p.settle_why,
        skills=("standing",),
    )


def _confirmed_headlines(maker: Maker, claim: Claim) -> list[str]:
    """Other claims that the article confirms, which a headline may tell as certain."""
    return [
        c.text
        for c in maker.map.claims
        if c.standing is Standing.CONFIRMED and not c.practice_only and c.id != claim.id
    ]


def _overstates_sureness(maker: Maker, claim: Claim) -> Item | None:
    """A claim that is not confirmed, told as certain, among confirmed ones told the same way."""
    if claim.standing in (Standing.CONFIRMED, Standing.NOT_STATED, Standing.OPINION):
        return None
    p = maker.phrases
    return maker.choice(
        "overstatement",
        "told-as-certain",
        claim.id,
        p.sure.format(claim=claim.text),
        [p.sure.format(claim=text) for text in _confirmed_headlines(maker, claim)],
        claims=(claim.id,),
        stem=p.which_overstates,
        feedback=p.sure_why,
    )


def without_condition(claim: Claim) -> str:
    """The claim with its condition left out; empty where it cannot be left out cleanly."""
    condition = claim.condition.strip()
    if not condition or claim.text.casefold().count(condition.casefold()) != 1:
        return ""
    at = claim.text.casefold().index(condition.casefold())
    before = claim.text[:at].rstrip(" ,;")
    after = claim.text[at + len(condition) :].lstrip(" ,;")
    if not before:
        return after[:1].upper() + after[1:] if len(after.split()) > 2 else ""
    return f"{before} {after}" if after[:1].isalnum() else before + after


def firm(claim: Claim, phrases: Phrases) -> str:
    """The claim with its hedge made firm; empty where the language gives no safe way."""
    words = claim.text.split(" ")
    for soft, hard in phrases.firmer:
        if claim.hedge.split()[:1] == [soft] and words.count(soft) == 1:
            return " ".join(hard if word == soft else word for word in words)
    return ""


def _drops_condition(maker: Maker, claim: Claim) -> Item | None:
    told = without_condition(claim)
    if not told or claim.standing is not Standing.CONFIRMED:
        return None
    p = maker.phrases
    return maker.choice(
        "overstatement",
        "condition-dropped",
        claim.id,
        told,
        _confirmed_headlines(maker, claim),
        claims=(claim.id,),
        stem=p.which_overstates,
        feedback=p.condition_why.format(condition=claim.condition),
    )


def _scope(maker: Maker, claim: Claim) -> Item | None:
    """What exactly was confirmed: the claim, the claim without its condition, or made firm."""
    if claim.standing is not Standing.CONFIRMED:
        return None
    p = maker.phrases
    further = [text for text in (without_condition(claim), firm(claim, p)) if text]
    return maker.choice(
        "scope",
        "how-far",
        claim.id,
        claim.text,
        further,
        claims=(claim.id,),
        stem=p.how_far,
        feedback=p.scope_why.format(claim=claim.text),
    )


CLAIM_TEMPLATES: dict[str, Callable[[Maker, Claim], Item | None]] = {
    "stands": _stands,
    "shows": _shows,
    "stands-and-shows": _stands_and_shows,
    "who-says": _who_says,
    "who-denies": _who_denies,
    "who-was-asked": _who_was_asked,
    "settles": _settles,
    "told-as-certain": _overstates_sureness,
    "condition-dropped": _drops_condition,
    "how-far": _scope,
}


# several claims at once


def _matches(maker: Maker) -> Iterator[Item]:
    """Claims of different sources, three or four at a time, each claim once."""
    by_source: dict[str, list[Claim]] = {}
    for claim in maker.map.claims:
        said = _sources(claim, Stance.ASSERTS)
        if len(said) == 1 and claim.who_says_clear and not claim.practice_only:
            by_source.setdefault(said[0], []).append(claim)
    random = maker.random("match", "all")
    for group in by_source.values():
        random.shuffle(group)
    number = 0
    while len(ready := [s for s, group in by_source.items() if group]) >= 3:
        ready.sort(key=lambda s: -len(by_source[s]))
        taken = ready[: 4 if len(ready) >= 4 else 3]
        claims = tuple(by_source[source].pop().id for source in taken)
        spare = sorted(s.id for s in maker.map.sources if s.id not in taken)
        number += 1
        yield maker.item(
            "match",
            "who-says-what",
            str(number),
            claims=claims,
            sources=tuple(random.sample(spare, min(1, len(spare)))),
            stem=maker.phrases.match,
        )


def _trade_off(maker: Maker, trade_off: TradeOff) -> Iterator[Item]:
    """Sort the considerations; and, for each that is argued, who argues from it."""
    if len(trade_off.considerations) >= 2:
        yield maker.item("categorise", "sort", trade_off.id, trade_off=trade_off.id)
    p = maker.phrases
    for id_ in (*trade_off.for_, *trade_off.against):
        claim = maker.map.claim[id_]
        if claim.practice_only:
            continue
        template, stem, why = "who-cites", p.who_cites, p.cited_by
        item = _asks_source(maker, claim, Stance.ASSERTS, template, stem, why)
        if item is not None:
            yield item


def _chains(maker: Maker) -> Iterator[Item]:
    """A chain of attribution, from the one closest to what happened outwards."""
    parents = {a.id: a for c in maker.map.claims for a in c.attributions if a.id}
    for claim in maker.map.claims:
        for attribution in claim.attributions:
            chain, seen, at = [attribution.source], {attribution.id}, attribution.nested_in
            while at in parents and at not in seen:
                seen.add(at)
                chain.append(parents[at].source)
                at = parents[at].nested_in
            if len(set(chain)) == len(chain) >= CHAIN:
                names = [_name(maker.map.source[s]) for s in chain]
                options = [_option(i, n) for i, n in zip(OPTION_IDS, names, strict=False)]
                p = maker.phrases
                yield maker.item(
                    "order",
                    "chain",
                    claim.id,
                    claims=(claim.id,),
                    options=options,
                    stem=f"{p.chain} “{claim.text}”",
                    feedback=p.chain_why,
                )
                break
