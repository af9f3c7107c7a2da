"""What the doctor finds in a database."""

import pytest
from sqlalchemy import text

from quizapp.store import Store, examine
from tests.taking import Clock, begun


def test_a_sound_database_is_called_sound(store: Store) -> None:
    """Nobody is sent looking for a fault that is not there."""
    begun(store).answer("who", ("harbour",))

    health = examine(store)

    assert health.sound
    kept = ("", "on") if store.shared else ("wal", "FULL")
    assert (health.journal, health.synchronous) == kept
    assert health.engine.startswith("PostgreSQL 1" if store.shared else "SQLite 3.")
    assert (health.attempts, health.followed) == (1, 1)
    assert health.size > 4096


def test_an_attempt_whose_answers_were_changed_is_named(store: Store) -> None:
    """The doctor says which attempt cannot be believed."""
    begun(store).answer("who", ("harbour",))
    with store.write() as connection:
        connection.execute(text("DELETE FROM answer"))

    health = examine(store)

    assert not health.sound
    assert [chain.attempt for chain in health.broken] == ["a1"]


def test_on_a_server_the_newest_logs_are_followed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A doctor of a million attempts comes to an end; a file is looked at from end to end."""
    monkeypatch.setattr("quizapp.store.health.MOST", 2)
    clock = Clock()
    for id_ in "abc":
        begun(store, id_, clock=clock).answer("who", ("harbour",))
    with store.write() as connection:
        connection.execute(text("DELETE FROM answer"))

    health = examine(store)

    seen = {"b", "c"} if store.shared else {"a", "b", "c"}
    assert (health.attempts, health.followed) == (3, len(seen))
    assert {chain.attempt for chain in health.broken} == seen
