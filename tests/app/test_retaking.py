"""New questions on the same article: claims not seen first, then other questions, then none."""

import pytest

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.practising import seen_claims
from quizapp.app.retaking import parallel
from quizapp.app.sitting import Sitting
from quizapp.bank.retry import retry
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.store import Store, banks
from tests.taking import Clock

BANK = open_bank(shipped()[0])


def taken(store: Store, clock: Clock, count: int = 10) -> Sitting:
    """An attempt at ten questions of the article bank, handed in."""
    rules = Rules(confidence=False, count=count)
    sitting = Sitting.begin(BANK, rules, store, clock, 3, "first", "me")
    for item in sitting.items:
        if item.scored:
            sitting.answer(item.id, item.key())
    sitting.submit()
    return sitting


def test_new_questions_share_no_claim_with_the_old_ones(store: Store) -> None:
    """A second try measures reading, not memory."""
    clock = Clock()
    first = taken(store, clock)
    asked = {claim for item in first.items for claim in BANK.asks(item)}

    second = parallel(first, store, clock, 5, "second")

    about = {claim for item in second.items for claim in second.bank.asks(item)}
    assert len(second.items) >= 5
    assert about & asked == set()
    assert second.attempt.rules == Rules(confidence=False)
    assert all(item.credit(item.key()) == 1.0 for item in second.items)


def test_the_bank_s_history_stays_as_it_was(store: Store) -> None:
    """Questions made for one reader are no new version of the bank."""
    clock = Clock()
    first = taken(store, clock)
    with store.read() as connection:
        before = banks.history(connection, BANK.id)

    parallel(first, store, clock, 5, "second")

    with store.read() as connection:
        assert banks.history(connection, BANK.id) == before


def test_after_all_claims_other_questions_come_and_at_last_none(store: Store) -> None:
    """Nobody is asked the same twice; at the end that is said in words."""
    clock = Clock()
    sitting, asked = taken(store, clock, 0), set[str]()
    with pytest.raises(QuizappError, match="everything that can be asked"):  # noqa: PT012
        for n in range(60):
            asked |= {item.id for item in sitting.items}
            sitting = parallel(sitting, store, clock, n, f"again-{n}")
            assert asked.isdisjoint(item.id for item in sitting.items)
            sitting.submit()
    with store.read() as connection:
        seen = seen_claims(connection, "me", [BANK])
    usual = {claim.id for claim in BANK.map.claims if not claim.practice_only}
    assert usual <= {claim for _bank, claim in seen}


def test_the_same_seed_draws_the_same_questions() -> None:
    """A retry can be made again from its seed."""
    one, other = (retry(BANK, {"x"}, (), 4) for _n in range(2))

    assert one == other
    assert one is not None
    assert one.fresh
