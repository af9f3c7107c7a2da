"""Regrades at a real database."""

from dataclasses import replace

from quizapp.app.library import Library
from quizapp.app.regrading import Regrading
from quizapp.app.sitting import Sitting
from quizapp.bank import Bank, examine, write
from quizapp.quiz import Regrade
from quizapp.store import Store, attempts
from tests.databases import everything
from tests.examples import ARTICLE, FERRY, beside, changed, ferry, with_text
from tests.taking import BEGAN, Clock, begun


def made(*changes: tuple[str, str]) -> Bank:
    """The example with something changed."""
    found = examine(changed(*changes).encode(), "bank.nt", beside, advise=False)
    assert found.bank is not None, found.problems
    return found.bank


BETTER = made(("        key: false", "        key: true"))


def taken(store: Store, *ids: str, reader: str = "me") -> None:
    """Finished attempts that say true where the key was false."""
    for id_ in ids:
        sitting = begun(store, id_, reader=reader)
        sitting.answer("whole", ("true",), 3)
        sitting.submit()


def sums(done: tuple[Regrade, ...]) -> list[tuple[str, float, float]]:
    """Whose sum was and is what."""
    return [(one.attempt.id, one.before.earned, one.after.earned) for one in done]


def test_a_preview_says_who_would_change_and_changes_nothing(store: Store) -> None:
    """A teacher looks before anybody's mark moves."""
    taken(store, "a1", "a2")
    taken(store, "b1", reader="Ada")
    begun(store, "open").answer("whole", ("true",))
    before = everything(store), [Sitting.resume(i, store, Clock()).attempt for i in ("a1",)]

    done = Regrading(store, "ferry", BETTER).preview()

    assert sorted(sums(done)) == [("a1", 0.0, 1.0), ("a2", 0.0, 1.0), ("b1", 0.0, 1.0)]
    assert [a.attempt.id for a in Regrading(store, "ferry", BETTER, "Ada").preview()] == ["b1"]
    assert before == (everything(store), [Sitting.resume("a1", store, Clock()).attempt])


def test_applied_it_holds_wherever_the_mark_is_shown(store: Store) -> None:
    """Result, feedback and home agree, and the words are those that were seen."""
    taken(store, "a1")
    seen = Sitting.resume("a1", store, Clock())

    assert sums(Regrading(store, "ferry", BETTER).apply(BEGAN)) == [("a1", 0.0, 1.0)]

    now = Sitting.resume("a1", store, Clock())
    (card,) = Library([FERRY]).cards(store, "me")
    assert now.bank == seen.bank
    assert now.result().score.right == 1
    assert now.feedback("whole").right
    assert now.feedback("whole").certainty == 3
    assert getattr(card, "right", None) == 1
    assert Regrading(store, "ferry", BETTER).preview() == ()


def test_it_can_be_undone_by_the_version_that_was_seen(store: Store) -> None:
    """A regrade that was a mistake is one more regrade away from undone, and both are logged."""
    taken(store, "a1")
    before = Sitting.resume("a1", store, Clock())
    Regrading(store, "ferry", BETTER).apply(BEGAN)

    assert sums(Regrading(store, "ferry", None).apply(BEGAN)) == [("a1", 1.0, 0.0)]

    after = Sitting.resume("a1", store, Clock())
    assert after.attempt == before.attempt
    assert after.result() == before.result()
    with store.read() as connection:
        assert attempts.verify(connection, "a1").sound_entries == 5
    assert Regrading(store, "ferry", None).apply(BEGAN) == ()


def test_a_question_that_left_the_bank_is_shown_as_it_was(store: Store) -> None:
    """Its mark, its key and its reason stay together."""
    taken(store, "a1")
    less = replace(BETTER, items=tuple(i for i in BETTER.items if i.id != "whole"))
    Regrading(store, "ferry", less).apply(BEGAN)

    sitting = Sitting.resume("a1", store, Clock())

    assert sitting.feedback("whole") == begun_feedback(store)
    assert "whole" in {item.id for item in sitting.counted}


def begun_feedback(store: Store) -> object:
    """The feedback on the same answer in an attempt that was never regraded."""
    taken(store, "other")
    return Sitting.resume("other", store, Clock()).feedback("whole")


def test_a_withheld_question_is_neither_counted_nor_reviewed(store: Store) -> None:
    """The list of results and the review behind it hold the same questions."""
    taken(store, "a1")
    article = ARTICLE.replace("could not say", "did not know")
    fetch = lambda name: with_text(name, article)  # noqa: E731
    found = examine(write(ferry()), "bank.nt", fetch, advise=False).bank
    Regrading(store, "ferry", found).apply(BEGAN)

    sitting = Sitting.resume("a1", store, Clock())

    assert [line.item for line in sitting.result().lines] == [i.id for i in sitting.counted]
    assert "whole" not in {item.id for item in sitting.counted}


def test_a_card_of_a_bank_that_is_gone_has_the_new_mark_too(store: Store) -> None:
    """Home never shows a mark that the result does not."""
    taken(store, "a1")
    Regrading(store, "ferry", BETTER).apply(BEGAN)

    (card,) = Library([]).cards(store, "me")

    assert getattr(card, "right", None) == 1


def test_an_attempt_at_an_older_version_is_marked_by_the_newer(store: Store) -> None:
    """Readers of two versions end up under one key."""
    taken(store, "a1")
    newer = Sitting.begin(BETTER, begun(store, "x").attempt.rules, store, Clock(), 7, "a2", "me")
    newer.answer("whole", ("true",))
    newer.submit()

    assert sums(Regrading(store, "ferry", BETTER).preview()) == [("a1", 0.0, 1.0)]
    Regrading(store, "ferry", BETTER).apply(BEGAN)
    done = Regrading(store, "ferry", ferry()).preview()
    assert sorted(sums(done)) == [("a1", 1.0, 0.0), ("a2", 1.0, 0.0)]
