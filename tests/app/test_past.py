"""Looking back."""

from quizapp.app.past import past
from quizapp.store import Store
from tests.taking import Clock, begun


def test_attempts_are_listed_newest_first_open_ones_among_them(store: Store) -> None:
    """The list reads like a diary."""
    clock = Clock()
    first = begun(store, "first", clock=clock)
    begun(store, "second", clock=clock)
    first.submit()

    found = [sitting.attempt.id for sitting in past(store, "me")]

    assert found == ["first", "second"]
    assert [s.attempt.id for s in past(store, "me", "ferry")] == found
    assert past(store, "me", "another") == []
    assert [s.attempt.id for s in past(store, "me", None, "second")] == ["second"]
