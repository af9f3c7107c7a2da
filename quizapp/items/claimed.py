"""What the kinds share that ask about a claim."""

from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.claims import GLOSSES, TITLES, Claim, ClaimMap, Standing
from quizapp.errors import Problem
from quizapp.i18n import _
from quizapp.items.base import Item, flaw

IDS = tuple(standing.value for standing in Standing)


def bind_standing(common: Mapping[str, Any], claims: ClaimMap) -> dict[str, Any]:
    """The claim's words and the standings that count as right."""
    found = one_claim(common, claims)
    if found is None:
        return {}
    return {"claim": found.text, "accepted": tuple(s.value for s in found.accepted)}


def named(standing: str) -> str:
    """The standing with this id, in the language of the program."""
    return _(TITLES[Standing(standing)])


def one_claim(common: Mapping[str, Any], claims: ClaimMap) -> Claim | None:
    """The one claim that an item asks about; ``None`` where it names none, several or no such."""
    ids = common["claims"]
    return claims.claim.get(ids[0]) if len(ids) == 1 else None


def exactly_one(item: Item) -> Iterator[Problem]:
    """A problem where an item that follows from its claim does not name exactly one."""
    if len(item.claims) != 1:
        yield flaw(
            ("claims",) if item.claims else (),
            "one-claim",
            f"An item of kind {item.kind} asks about one claim; this one names {len(item.claims)}.",
            "Name exactly one claim under claims.",
        )


def at_least_one(item: Item) -> Iterator[Problem]:
    """A problem where an item names no claim that it asks about."""
    if not item.claims:
        yield flaw((), "no-claim", "This item names no claim.", "Add claims, with the claim's id.")


def listed() -> list[str]:
    """The seven standings, each with its gloss, as lines of text."""
    return [f"{_(TITLES[s])}: {_(GLOSSES[s])}" for s in Standing]
