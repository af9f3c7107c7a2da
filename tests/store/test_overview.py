"""All attempts of a reader at a glance, and several of them whole."""

from quizapp.store import Store, attempts
from quizapp.store.overview import any_finished, sketches
from tests.taking import Clock, begun


def test_attempts_are_sketched_in_the_order_of_their_beginning(store: Store) -> None:
    """Open ones among them; those of other readers are left out."""
    clock = Clock()
    begun(store, "b", clock=clock).submit()
    begun(store, "a", clock=clock)
    begun(store, "c", clock=clock, reader="somebody")

    with store.read() as connection:
        found = sketches(connection, "me")
        whole = attempts.several(connection, ["b", "a"])

    assert [(one.id, one.submitted is not None) for one in found] == [("b", True), ("a", False)]
    assert [one.started for one in found] == [attempt.started for attempt in whole]
    assert {one.title for one in found} == {"The ferry that stayed"}
    assert {one.marked_by for one in found} == {""}


def test_a_regrade_shows_in_the_sketch(store: Store) -> None:
    """Which keys count is known without reading the attempt."""
    sitting = begun(store, "a")
    sitting.submit()
    with store.write() as connection:
        found = attempts.load(connection, "a")
        assert found is not None
        other = "0" * 64
        connection.exec_driver_sql(
            f"INSERT INTO bank_version SELECT '{other}', bank_id, title, canonical, added "
            "FROM bank_version"
        )
        attempts.save_regrade(connection, "a", other, Clock()(), found[1])

    with store.read() as connection:
        assert [one.marked_by for one in sketches(connection, "me")] == [other]


def test_only_what_was_handed_in_counts_as_finished(store: Store) -> None:
    """An open attempt is no progress yet, and neither is another reader's."""
    mine, others = begun(store, "a"), begun(store, "b", reader="somebody")
    others.submit()
    with store.read() as connection:
        before = any_finished(connection, "me")

    mine.submit()

    with store.read() as connection:
        assert (before, any_finished(connection, "me")) == (False, True)


def test_several_come_in_the_order_asked_for_with_their_answers(store: Store) -> None:
    """Each is what it is when loaded alone, and one that there is not is left out."""
    clock = Clock()
    for id_ in "abc":
        sitting = begun(store, id_, clock=clock)
        sitting.answer("who", ("harbour",), 2)
        sitting.check("who")

    with store.read() as connection:
        found = attempts.several(connection, ["c", "none", "a"])
        alone = [attempts.load(connection, id_) for id_ in ("c", "a")]

    assert found == tuple(one[0] for one in alone if one is not None)
    assert [one.answers["who"].response for one in found] == [("harbour",), ("harbour",)]


def test_more_attempts_than_one_question_to_the_database_takes(
    store: Store,
) -> None:
    """The lots join without a gap."""
    clock = Clock()
    for n in range(7):
        begun(store, f"a{n}", clock=clock)
    ids = [f"a{n % 7}" for n in range(attempts.LOT + 7)]

    with store.read() as connection:
        found = attempts.several(connection, ids)

    assert [one.id for one in found] == ids
