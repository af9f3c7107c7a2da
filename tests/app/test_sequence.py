"""Long sequences of edits, attempts, regrades and restores: what must hold, holds after each."""

from pathlib import Path

import pytest
from sqlalchemy import text

from quizapp.app.regrading import Regrading
from quizapp.errors import QuizappError
from quizapp.store import Store
from tests.app.world import World


def run(world: World, steps: int) -> None:
    """So many steps, and all that must hold after each."""
    for _ in range(steps):
        world.step()
        world.hold()


def test_whatever_happens_to_a_bank_no_answer_and_no_word_that_was_seen_changes(
    tmp_path: Path, store: Store
) -> None:
    """A hundred and fifty random acts, fifty on a server; the battery does a thousand on both."""
    world = World(tmp_path / "ferry", store, 4)

    run(world, 50 if store.shared else 150)

    assert len(world.done) == len({act.__name__ for act in world.acts})
    assert any(world.given.values())


@pytest.mark.battery
def test_a_thousand_acts_keep_every_promise(tmp_path: Path, store: Store) -> None:
    """Banks are edited, quizzes taken, marks moved and moved back, for as long as a term lasts."""
    world = World(tmp_path / "ferry", store, 5)

    run(world, 1000)

    assert len(world.seen) == 12
    assert len({key[0] for key in world.marks}) == 12
    assert min(world.done.values()) > 40


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET response = '[\"nobody\"]'",
        "DELETE FROM answer",
        "DELETE FROM marked",
        "UPDATE bank_version SET canonical = substr(canonical, 2)",
    ],
)
def test_a_broken_promise_would_be_noticed(tmp_path: Path, store: Store, statement: str) -> None:
    """The sequence above is worth something: a change behind the program's back ends it."""
    world = World(tmp_path / "ferry", store, 4)
    for act in (world.begin, *[world.answer] * 9, world.edit_the_article):
        act()
    world.resumed("a0").submit()
    Regrading(store, "ferry", world.bank).apply(world.clock())
    world.hold()
    with store.write() as connection:
        assert connection.execute(text(statement)).rowcount > 0

    with pytest.raises((AssertionError, QuizappError)):
        world.hold()
