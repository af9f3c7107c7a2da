"""Giving claims to their sources: the key comes from the map."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from quizapp.claims import ClaimMap
from quizapp.items import Match, ResponseError
from tests.examples import ferry

CLAIMS = ("permit", "faults", "sold")


def match(
    claims: tuple[str, ...] = CLAIMS, sources: tuple[str, ...] = (), over: ClaimMap | None = None
) -> Match:
    """A match over these claims of the example."""
    common: dict[str, Any] = {"id": "q", "claims": claims}
    return Match.build(common, {"sources": sources}, over or ferry().map)


def codes(item: Match) -> list[tuple[str, tuple[str | int, ...]]]:
    """What is wrong with an item, and where in its fields."""
    return [(problem.code, problem.path) for problem in item.problems()]


def test_the_key_is_who_asserts_each_claim() -> None:
    """The author names claims; who says them is in the map."""
    assert match().key() == ("permit harbour", "faults report", "sold deckhand")


@pytest.mark.parametrize(
    ("given", "credit"),
    [
        (("permit harbour", "faults report", "sold deckhand"), 1.0),
        (("sold deckhand", "permit harbour"), 2 / 3),
        (("permit report", "faults report", "sold report"), 1 / 3),
        (("permit harbour", "permit line"), 0.0),  # one claim given to two sources
        (("permit nobody",), 0.0),
    ],
)
def test_credit_is_the_share_of_claims_with_their_source(
    given: tuple[str, ...], credit: float
) -> None:
    """Two of three are worth two thirds; saying everything at once is worth nothing."""
    assert match().credit(given) == pytest.approx(credit)


def test_the_chance_is_one_in_as_many_as_there_are_sources() -> None:
    """Sources that say none of it make guessing harder."""
    assert match().guess() == pytest.approx(1 / 3)
    assert match(sources=("line", "union")).guess() == pytest.approx(1 / 5)


def test_sources_of_one_name_are_told_apart_by_their_role() -> None:
    """Two officials without a name are not one and the same."""
    twins = replace(
        ferry().map,
        sources=tuple(
            replace(s, name="an official", role=f"of the {s.id}") if s.id in CLAIMED else s
            for s in ferry().map.sources
        ),
    )

    names = dict(match(over=twins).names)

    assert names["harbour"] == "An official (of the harbour)"
    assert names["report"] == "The inspection report"
    assert codes(match(over=twins)) == []


CLAIMED = ("harbour", "deckhand")


def test_sources_that_nobody_can_tell_apart_are_refused() -> None:
    """A question that has two right answers of the same words is no question."""
    twins = replace(
        ferry().map,
        sources=tuple(
            replace(s, name="an official", role="") if s.id in CLAIMED else s
            for s in ferry().map.sources
        ),
    )

    assert codes(match(over=twins)) == [("one-source", ())]


@pytest.mark.parametrize(
    ("claims", "sources", "wrong"),
    [
        (CLAIMS, ("line",), []),
        ((*CLAIMS, "jobs"), (), [("unsaid", ("claims", 3))]),  # a foil
        ((*CLAIMS, "date"), (), [("unsaid", ("claims", 3))]),  # only “could not say”
        ((*CLAIMS, "stopped"), (), [("unclear-source", ("claims", 3))]),
        ((*CLAIMS, "sold"), (), [("duplicate-id", ("claims", 3))]),
        (("sold",), ("line",), [("too-few", ())]),
        (CLAIMS, ("line", "nobody"), [("unknown-id", ("sources", 1))]),
        (("slow", "patience"), (), [("one-source", ())]),  # the islanders say both
    ],
)
def test_claims_that_cannot_be_asked_for_are_refused(
    claims: tuple[str, ...], sources: tuple[str, ...], wrong: list[object]
) -> None:
    """Where the article leaves it open who says so, there is no question who does."""
    assert codes(match(claims, sources)) == wrong


def test_a_claim_of_two_sources_is_refused() -> None:
    """Either would be right."""
    both = ferry().map.claim["sold"]
    said = (*both.attributions, replace(both.attributions[0], source="line", nested_in=""))
    over = replace(
        ferry().map,
        claims=tuple(
            replace(c, attributions=said) if c.id == "sold" else c for c in ferry().map.claims
        ),
    )

    assert codes(match(over=over)) == [("several-sources", ("claims", 2))]


def test_numbers_are_typed_for_the_claims_as_they_are_shown() -> None:
    """The first number belongs to the first line on the screen."""
    item = match()
    order = item.drawn(Random(4))
    names = [id_ for id_, _name in item.names]

    response = item.parse("1, 2 3", order)

    assert response == tuple(f"{row} {name}" for row, name in zip(order, names, strict=True))


@pytest.mark.parametrize("typed", ["1 2", "1 2 3 1", "1 2 9", "1 2 x"])
def test_too_few_numbers_or_others_get_a_hint(typed: str) -> None:
    """Half an answer in the terminal is asked for again."""
    with pytest.raises(ResponseError, match="Type"):
        match().parse(typed, ())
