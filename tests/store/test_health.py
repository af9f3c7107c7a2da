"""What the doctor finds in a database."""

from sqlalchemy import text

from quizapp.store import Store, examine
from tests.taking import begun


def test_a_sound_database_is_called_sound(store: Store) -> None:
    """Nobody is sent looking for a fault that is not there."""
    begun(store).answer("who", ("harbour",))

    health = examine(store)

    assert health.sound
    assert (health.attempts, health.journal, health.synchronous) == (1, "wal", "FULL")
    assert health.size > 4096


def test_an_attempt_whose_answers_were_changed_is_named(store: Store) -> None:
    """The doctor says which attempt cannot be believed."""
    begun(store).answer("who", ("harbour",))
    with store.write() as connection:
        connection.execute(text("DELETE FROM answer"))

    health = examine(store)

    assert not health.sound
    assert [chain.attempt for chain in health.broken] == ["a1"]
