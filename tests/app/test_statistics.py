"""Statistics of what was handed in at a bank."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from math import isnan

import pytest

from quizapp.analysis.scores import unpacked
from quizapp.app import scoring
from quizapp.app.class_answers import Misreading
from quizapp.app.regrading import Regrading
from quizapp.app.sitting import Sitting
from quizapp.app.statistics import of_bank
from quizapp.app.taking_part import groups
from quizapp.errors import QuizappError
from quizapp.quiz import Rules
from quizapp.report.class_statistics import text, told
from quizapp.store import Store, vectors
from tests.app.test_regrading import BETTER
from tests.examples import ferry
from tests.taking import Clock, begun

NOW = Clock()


def sat(store: Store, reader: str, answers: dict[str, str], rules: Rules | None = None) -> None:
    """An attempt with these answers, handed in."""
    attempt_id = f"{reader}{NOW()}"
    sitting = begun(store, attempt_id, rules or Rules.test(), reader, NOW)
    for item, response in answers.items():
        sitting.answer(item, (response,))
    sitting.submit()


def a_class(store: Store, n: int = 12) -> None:
    """Readers who say of a claim that is asserted that it is confirmed, unless they are good."""
    for k in range(n):
        right = "asserted" if k < n / 3 else "confirmed"
        sat(store, f"r{k:02}", {"who": "harbour", "how-sold": right, "whole": "false"})


def kept(store: Store, *, closed: bool = False, first: bool = True) -> list[list[float]]:
    """The rows of credits that the database has."""
    with store.read() as connection:
        parts = vectors.packed(connection, "ferry", closed=closed, first=first)
    return [row for part in parts for row in unpacked(part.data, len(part.items)).tolist()]


def rows_of(parts: Iterable[vectors.Packed]) -> dict[str, bytes]:
    """By attempt, its credits as they are kept, which tell NaN from NaN."""
    return {
        id_: bytes(part.data[8 * n * len(part.items) : 8 * (n + 1) * len(part.items)])
        for part in parts
        for n, id_ in enumerate(part.attempts)
    }


def test_an_attempt_that_is_handed_in_has_its_credits_kept(store: Store) -> None:
    """Statistics need not look at an answer again; what was left blank earned 0."""
    sat(store, "Ada", {"who": "harbour", "how-sold": "confirmed"})
    (row,) = kept(store)

    assert row[scoring.scored(ferry()).index("who")] == 1
    assert row.count(0) == len(row) - 1
    assert scoring.renew(store, "ferry") == 0


def test_what_was_not_posed_is_missing(store: Store) -> None:
    """A quiz of three questions tells nothing about the others."""
    sat(store, "Ada", {}, Rules(feedback="after", count=3))
    (row,) = kept(store)

    assert sum(isnan(one) for one in row) == len(row) - 3


def test_working_out_anew_gives_the_same(store: Store) -> None:
    """The answers are the truth; what is packed can be lost."""
    a_class(store)
    before = sorted(kept(store))

    assert scoring.renew(store, "ferry", whole=True) == 12
    assert sorted(kept(store)) == before


def test_working_out_anew_tells_what_was_not_posed_from_what_was_left_out(store: Store) -> None:
    """Quizzes of a few questions differ in which; the same vectors come out for each."""
    for k in range(6):
        sat(store, f"r{k}", {}, Rules(feedback="after", count=3))
    sat(store, "whole", {"who": "line", "whole": "true"})
    with store.read() as connection:
        before = vectors.packed(connection, "ferry")

    assert scoring.renew(store, "ferry", whole=True) == 7
    with store.read() as connection:
        after = vectors.packed(connection, "ferry")
    assert rows_of(after) == rows_of(before)
    assert len(rows_of(after)) == 7


def test_the_first_attempt_is_found_among_those_at_another_version(store: Store) -> None:
    """Which version was read does not matter, nor the order in which attempts were kept."""
    whole = ferry()
    shorter = replace(whole, items=whole.items[:-1])
    for id_, reader, day, bank in (
        ("late", "Ada", 3, shorter),
        ("early", "Ada", 2, whole),
        ("early-too", "Bo", 1, shorter),
        ("late-too", "Bo", 4, whole),
    ):
        clock = Clock(datetime(2026, 3, day, tzinfo=UTC))
        Sitting.begin(bank, Rules.test(), store, clock, 7, id_, reader).submit()
    with store.read() as connection:
        found = vectors.packed(connection, "ferry")
        every = vectors.packed(connection, "ferry", first=False)

    assert {(one.attempts, one.readers) for one in found} == {
        (("early",), ("Ada",)),
        (("early-too",), ("Bo",)),
    }
    assert sorted(id_ for one in every for id_ in one.attempts) == [
        "early", "early-too", "late", "late-too",
    ]  # fmt: skip
    assert all(len(one.data) == 8 * len(one.items) * len(one.attempts) for one in found + every)


def test_a_regrade_renews_what_is_kept(store: Store) -> None:
    """Statistics are those of the marks that stand, and of the old ones again when it is undone."""
    a_class(store)
    place = scoring.scored(ferry()).index("whole")

    Regrading(store, "ferry", BETTER).apply(NOW())
    assert {row[place] for row in kept(store)} == {0.0}
    assert scoring.renew(store, "ferry", whole=True) == 12
    assert {row[place] for row in kept(store)} == {0.0}
    Regrading(store, "ferry", None).apply(NOW())
    assert {row[place] for row in kept(store)} == {1.0}


def test_of_each_reader_the_first_attempt_counts(store: Store) -> None:
    """Who comes back remembers; all attempts are counted if that is asked for."""
    a_class(store)
    sat(store, "r00", {"who": "line"})

    first, every = of_bank(store, ferry()), of_bank(store, ferry(), first=False)
    assert (first.figures.test.n, every.figures.test.n) == (12, 13)
    assert first.figures.items[0].facility == 1
    assert every.figures.items[0].facility == pytest.approx(12 / 13)
    assert "all_attempts" in every.figures.notes


def test_options_show_who_chose_what(store: Store) -> None:
    """The better readers chose the key, the others what is not there."""
    a_class(store)
    options = {one.id: one for one in of_bank(store, ferry()).figures.distractors["how-sold"]}

    assert (options["asserted"].key, options["asserted"].count) == (True, 4)
    assert (options["asserted"].upper, options["asserted"].lower) == (1, 0)
    assert options["confirmed"].flags == ("mis_key",)
    assert options[""].count == 0
    assert "“" not in text(of_bank(store, ferry()).figures)


def test_a_class_shows_what_it_finds_that_is_not_there(store: Store) -> None:
    """Two thirds of the class take what a deckhand says for confirmed."""
    a_class(store)
    answers = of_bank(store, ferry()).answers

    assert answers.matrix() == {("asserted", "asserted"): 4, ("asserted", "confirmed"): 8}
    assert answers.misreadings() == (
        Misreading("how-sold", "The line has sold the ship.", "asserted", "confirmed", 8, 12),
    )


def test_pilots_without_the_article_show_what_needs_it(store: Store) -> None:
    """An item that is as often right without the article does not ask about it."""
    a_class(store)
    for k in range(4):
        sat(store, f"p{k}", {"who": "harbour" if k else "line"}, Rules.pilot())
    found = of_bank(store, ferry()).figures

    assert found.test.n == 12
    assert found.passage_dependence["who"] == pytest.approx(0.25)
    assert found.passage_dependence["how-permit"] == 0
    assert "how-permit: as often right without the article" in text(found)


def test_items_of_one_claim_are_one_unit_of_alpha_and_models(store: Store) -> None:
    """Items that share a claim are not independent, and the report says what was done."""
    for k in range(12):
        right = {"how-sold": "asserted"} if k % 2 else {}
        sat(store, f"r{k}", {"who": "harbour", "whole": "false" if k % 3 else "true", **right})
    found = of_bank(store, ferry(), "rasch").figures
    units = [unit["id"] for unit in told(found)["units"]]

    assert "claims" in found.notes
    assert units.count("permit") == 1
    assert "sold" in units
    assert found.fit is not None
    assert found.fit.notes[0] == "fractional"


def test_a_bank_that_nobody_took_has_no_figures(store: Store) -> None:
    """Nothing fails, nothing is made up."""
    found = of_bank(store, ferry()).figures

    assert (found.test.n, found.test.alpha, found.enough) == (0, None, False)
    assert groups(store) == ()
    with pytest.raises(QuizappError, match="two items"):
        of_bank(store, ferry(), "rasch")
