"""Claim maps of any size, drawn for properties: each attribution has a sentence of its own."""

from hypothesis import strategies as st

from quizapp.bank import Bank
from quizapp.claims import (
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimMap,
    Evidence,
    Quote,
    Source,
    Stance,
    TradeOff,
)

NAMES = ("Ines Vold", "Norlinje", "the harbour log", "Jon Aas", "a deckhand", "Petra Lind", "Oslo")
KINDS = ("person", "organisation", "document", "person", "person", "person", "organisation")
THINGS = ("ferry", "quay", "crane", "barge", "pilot", "tide", "anchor", "beacon", "winch", "buoy")
DEEDS = ("sank", "moved", "burned", "stopped", "returned", "broke", "opened", "failed", "cleared")
SOURCES = tuple(
    Source(f"s{n}", name, kind, named=n < 4)  # type: ignore[arg-type]
    for n, (name, kind) in enumerate(zip(NAMES, KINDS, strict=True))
)
STANCES = st.lists(
    st.tuples(st.integers(0, len(SOURCES) - 1), st.sampled_from(Stance)),
    max_size=3,
    unique_by=lambda pair: pair[0],
)
TRAITS = st.tuples(STANCES, st.integers(0, 3), st.integers(0, 3), st.booleans())


def claim_map(traits: list[tuple[list[tuple[int, Stance]], int, int, bool]]) -> ClaimMap:
    """A map with a claim for each set of traits; its trade-off sorts the first of them."""
    drafts = [_claim(n, *one) for n, one in enumerate(traits)]
    said = [
        (c.id, k, SOURCES[s], stance) for c, made in drafts for k, (s, stance) in enumerate(made)
    ]
    lines = [
        f"In log {n} {s.name} {stance.value} entry {k}."
        for n, (_c, k, s, stance) in enumerate(said)
    ]
    text = "\n\n".join(["Nothing else was written down.", *lines])
    given: dict[str, list[Attribution]] = {}
    for (claim, _k, source, stance), line in zip(said, lines, strict=True):
        quote = Quote(line)
        evidence = Evidence(((quote,),), (quote.places(text)[:1],))
        given.setdefault(claim, []).append(Attribution(source.id, stance, evidence, "wrote"))
    claims = tuple(_with(c, tuple(given.get(c.id, ()))) for c, _made in drafts)
    ids = tuple(c.id for c in claims if c.attributions)
    foils = tuple(c.id for c in claims if not c.attributions)
    debate = TradeOff("debate", "Should it go on?", ids[:2], ids[2:3], ids[3:4], foils[:1])
    article = Article("A log", "invented for tests", text)
    return ClaimMap(article, SOURCES, claims, (debate,))


def _claim(
    n: int, stances: list[tuple[int, Stance]], hedged: int, nature: int, tied: bool
) -> tuple[Claim, list[tuple[int, Stance]]]:
    hedge = ("", "could", "may", "possibly")[hedged]
    condition = "if it rains" if tied else ""
    thing, deed = THINGS[n % len(THINGS)], DEEDS[n // len(THINGS) % len(DEEDS)]
    words = ("The", thing, f"K{n}", hedge, deed, condition)
    text = " ".join(word for word in words if word) + "."
    asserted = any(stance is Stance.ASSERTS for _s, stance in stances)
    named = len({s for s, stance in stances if stance is Stance.ASSERTS and s < 4}) > 1
    basis = Basis.RECORD if nature == 1 and asserted else None
    basis = Basis.TWO_SOURCES if nature == 2 and named else basis
    claim = Claim(f"c{n}", text, nature == 3 and bool(stances), condition, hedge, basis=basis)
    return claim, stances


def _with(claim: Claim, attributions: tuple[Attribution, ...]) -> Claim:
    fields = {
        name: getattr(claim, name) for name in ("id", "text", "opinion", "condition", "hedge")
    }
    know = f"the keeper of {claim.text.split()[1]} {claim.id}"
    return Claim(**fields, basis=claim.basis, would_know=know, attributions=attributions)


MAPS = st.lists(TRAITS, min_size=1, max_size=14).map(claim_map)


def bank(claims: ClaimMap, items: tuple, language: str = "en") -> Bank:  # type: ignore[type-arg]
    """A bank of the map with these items."""
    return Bank("drawn", "A log", language, "CC0-1.0", claims, items)
