"""Marks of a class from kept credits: the very sums that marking the answers anew comes to."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from quizapp.app.classes import Classes
from quizapp.app.markings import Markings
from quizapp.app.marks import marks
from quizapp.app.regrading import Regrading
from quizapp.bank import Bank, examine, write
from quizapp.classroom.book import Classroom, Taken
from quizapp.quiz import score
from quizapp.store import Store, attempts
from quizapp.store.tables import vector
from tests.app.test_classes import KEYS, classes, nine, out, sat
from tests.app.test_regrading import BETTER
from tests.examples import ARTICLE, ferry, with_text
from tests.taking import BEGAN, begun

__all__ = ["classes", "nine"]
RIGHT = (("who", "whole"), ("who",), ("whole", "how-permit"), ())


@pytest.fixture
def ids(classes: Classes, nine: Classroom, tmp_path: Path, store: Store) -> list[str]:
    """Four attempts of a class that came back."""
    made = out(classes, nine)
    classes.collect([sat(tmp_path, made, n, RIGHT[n]) for n in range(4)], KEYS)
    with store.read() as connection:
        return list(attempts.every_id(connection))


def anew(store: Store, ids: list[str]) -> dict[str, Taken]:
    """What each attempt earns when its answers are marked."""
    found, markings = {}, Markings()
    with store.read() as connection:
        for one in attempts.several(connection, ids):
            earned = score(markings.of_attempt(connection, one).bank, one)
            assert one.submitted is not None
            found[one.id] = Taken(
                attempt=one.id,
                handed_in=one.submitted,
                earned=float(earned.earned),
                possible=float(earned.possible),
                right=earned.right,
            )
    return found


def kept(store: Store, ids: list[str]) -> dict[str, Taken]:
    """The same from what is kept."""
    with store.read() as connection:
        return dict(marks(connection, ids))


def odd_weights(bank: Bank) -> Bank:
    """Weights whose sums depend on their order."""
    weights = ("0.1", "0.7", "2.3", "0.2", "1.1")
    items = enumerate(bank.items)
    return replace(bank, items=tuple(replace(i, weight=Decimal(weights[n % 5])) for n, i in items))


def test_marks_are_those_of_the_score_to_the_last_bit(store: Store, ids: list[str]) -> None:
    """Whatever the attempt, and whatever was answered in it."""
    found = kept(store, ids)

    assert found == anew(store, ids)
    assert sorted(one.earned for one in found.values())[0] == 0.0
    assert len({one.earned for one in found.values()}) > 2


def withheld() -> Bank:
    """The example after an edit inside the words that show a claim."""
    article = ARTICLE.replace("could not say", "did not know")
    fetch = lambda name: with_text(name, article)  # noqa: E731
    found = examine(write(ferry()), "bank.nt", fetch, advise=False).bank
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("by", "moves"),
    [
        (BETTER, True),
        (odd_weights(BETTER), True),
        (withheld(), True),
        (replace(ferry(), items=ferry().items[1:]), False),
    ],
    ids=["key", "weights", "withheld", "removed"],
)
def test_a_regrade_moves_them_and_they_are_still_the_same(
    store: Store, ids: list[str], by: Bank, moves: bool
) -> None:
    """Another key, other weights, a claim that lost its words, a question that left."""
    before = kept(store, ids)
    Regrading(store, "ferry", by).apply(BEGAN)

    after = kept(store, ids)

    assert after == anew(store, ids)
    assert (after != before) is moves
    Regrading(store, "ferry", None).apply(BEGAN)
    assert kept(store, ids) == before


def test_credits_that_are_lost_or_of_other_keys_are_not_used(store: Store, ids: list[str]) -> None:
    """The answers are the truth; what an older version left without credits is marked from them."""
    before = kept(store, ids)
    with store.write() as connection:
        connection.execute(delete(vector).where(vector.c.attempt_id == ids[0]))
        other = update(vector).where(vector.c.attempt_id == ids[1])
        connection.execute(other.values(marked_by="another", credits=b"\0" * 8))

    assert kept(store, ids) == before


def test_what_was_not_handed_in_has_no_marks(store: Store, ids: list[str]) -> None:
    """Nor has what there is not."""
    begun(store, "open")

    assert kept(store, ["open", "nowhere"]) == {}


def test_a_gradebook_of_nothing_is_empty(classes: Classes, nine: Classroom) -> None:
    """A class without an exam has its names, and no marks."""
    book = classes.gradebook(nine)

    assert [line.taken for line in book.lines] == [()] * 4
    assert classes.came(nine) == ()


def test_what_came_is_listed_without_its_content(
    classes: Classes, nine: Classroom, tmp_path: Path
) -> None:
    """The class’s own files, and those of which nobody knows the exam."""
    made, other = out(classes, nine), classes.add("other", ("Zoe",))
    files = [sat(tmp_path, made, 0), ("broken.quizattempt", b"nonsense")]
    classes.collect([*files, sat(tmp_path, out(classes, other), 0)], KEYS)

    came = classes.came(nine)

    assert [one.state for one in came] == ["accepted", "unreadable"]
    assert {one.content for one in came} == {b""}
    assert all(one.content for one in classes.files())
