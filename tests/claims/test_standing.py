from itertools import combinations, product

import pytest

from quizapp.claims import (
    BASES,
    GLOSSES,
    NEIGHBOURS,
    RULES,
    TITLES,
    Attribution,
    Basis,
    Claim,
    Evidence,
    Stance,
    Standing,
)
from quizapp.claims.standing import derive

NO_WORDS = Evidence((), ())
ALL_STANCES = [set(chosen) for size in range(4) for chosen in combinations(Stance, size)]


def oracle(opinion: bool, basis: Basis | None, stances: set[Stance]) -> str:
    """The table of rules R0 to R6, each written as a condition of its own; the first row wins."""
    yes, no, open_ = (s in stances for s in ("asserts", "denies", "does_not_know"))
    rows = [
        (opinion, "opinion"),
        (basis is not None, "confirmed"),
        (yes and no, "disputed"),
        (no and not yes, "denied"),
        (open_ and not yes and not no, "unknown"),
        (yes and not no, "asserted"),
        (not (yes or no or open_), "not_stated"),
    ]
    return next(standing for holds, standing in rows if holds)


@pytest.mark.parametrize(
    ("opinion", "basis", "stances"), list(product([True, False], [None, *Basis], ALL_STANCES))
)
def test_the_standing_follows_from_the_rules_in_their_order(
    opinion: bool, basis: Basis | None, stances: set[Stance]
) -> None:
    """All eighty cases, so that two authors who report the same get the same standing."""
    assert derive(opinion, basis, stances) == oracle(opinion, basis, stances)


@pytest.mark.parametrize(
    ("stances", "standing"),
    [
        (("asserts", "denies"), "disputed"),
        (("denies", "does_not_know"), "denied"),
        (("does_not_know", "does_not_know"), "unknown"),
        (("asserts", "does_not_know"), "asserted"),
        ((), "not_stated"),
    ],
)
def test_a_claim_derives_its_standing_from_who_does_what(
    stances: tuple[str, ...], standing: str
) -> None:
    """The author says who does what; the standing need not be written down."""
    said = tuple(Attribution("s", Stance(stance), NO_WORDS) for stance in stances)

    claim = Claim("c", "It is so.", attributions=said)

    assert claim.standing == claim.derived == standing


def test_a_written_standing_holds_against_the_rules() -> None:
    """An author who has a reason can overrule them, and both stay visible."""
    claim = Claim("c", "It is so.", written=Standing.UNKNOWN)

    assert (claim.standing, claim.derived) == (Standing.UNKNOWN, Standing.NOT_STATED)


def test_two_readings_make_a_claim_practice_only() -> None:
    """What careful readers see differently counts in no measure."""
    one, two = Claim("c", "So."), Claim("c", "So.", also=Standing.UNKNOWN)

    assert (one.practice_only, one.accepted) == (False, (Standing.NOT_STATED,))
    assert (two.practice_only, two.accepted) == (True, (Standing.NOT_STATED, Standing.UNKNOWN))


def test_every_standing_and_basis_has_its_words() -> None:
    """No reader meets a bare id where a rule should stand."""
    assert set(TITLES) == set(GLOSSES) == set(RULES) == set(Standing)
    assert set(BASES) == set(Basis)
    assert all(len(pair) == 2 and pair <= set(Standing) for pair in NEIGHBOURS)


def test_the_standings_stand_in_the_order_of_their_keys() -> None:
    """Keys 1 to 7 mean the same on every screen."""
    assert [s.value for s in Standing] == [
        "confirmed", "asserted", "disputed", "denied", "unknown", "opinion", "not_stated",
    ]  # fmt: skip
