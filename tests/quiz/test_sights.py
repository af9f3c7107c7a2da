from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.bank import Bank
from quizapp.quiz import Answer, Attempt, Rules, assemble, begin, discern
from quizapp.quiz.sights import first_sights
from tests.examples import ferry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def attempt(day: int, *answered: str, bank: Bank | None = None, handed_in: bool = False) -> Attempt:
    """An attempt at the example, begun on a day, with these standing items called confirmed."""
    begun = NOON + timedelta(days=day)
    posed = assemble(bank or ferry(), Rules(), 1)
    made = begin(f"t{day}", "ada", "ferry", "0" * 64, Rules(), 1, posed, begun)
    for item in answered:
        made = made.answer(item, Answer(("confirmed",), begun))
    return made.submit(begun) if handed_in else made


def posed(sat: tuple[tuple[Bank, Attempt], ...]) -> list[set[str]]:
    """The items that still count, attempt by attempt."""
    return [{one.item for one in made.posed} for _bank, made in sat]


def test_a_claim_that_was_answered_before_is_not_counted_again() -> None:
    """A repeat measures memory, on whatever question about the claim."""
    first, second = attempt(1, "how-permit"), attempt(2, "how-permit", "how-sold")

    kept = first_sights([(ferry(), first), (ferry(), second)])

    assert [discern(bank, made).matrix for bank, made in kept] == [
        {("confirmed", "confirmed"): 1}, {("asserted", "confirmed"): 1},
    ]  # fmt: skip
    assert {"how-permit", "who", "how-far"}.isdisjoint(posed(kept)[1])


def test_the_oldest_attempt_counts_whatever_order_they_come_in() -> None:
    """What is read from a database in any order gives the same numbers."""
    pairs = [(ferry(), attempt(2, "how-permit")), (ferry(), attempt(1, "how-permit"))]

    assert [made.id for _bank, made in first_sights(pairs)] == ["t1", "t2"]
    assert first_sights(pairs) == first_sights(pairs[::-1])


def test_after_handing_in_no_claim_of_the_attempt_is_new() -> None:
    """The keys could be read then, those of the blanks as well."""
    first, second = attempt(1, "how-permit", handed_in=True), attempt(2, "how-sold")

    kept = first_sights([(ferry(), first), (ferry(), second)])

    assert posed(kept)[1:] == [{"welcome"}]


def test_an_attempt_without_a_new_claim_is_left_out() -> None:
    """It has nothing to count."""
    bank = replace(ferry(), items=tuple(item for item in ferry().items if item.scored))
    pairs = [(bank, attempt(1, bank=bank, handed_in=True)), (bank, attempt(2, bank=bank))]

    assert [made.id for _bank, made in first_sights(pairs)] == ["t1"]


def test_claims_of_another_bank_are_new() -> None:
    """Ids are a bank's own: two banks may both have a claim named "permit"."""
    other = replace(ferry(), id="other")
    pairs = [(ferry(), attempt(1, "how-permit")), (other, attempt(2, "how-permit"))]

    assert [discern(bank, made).n for bank, made in first_sights(pairs)] == [1, 1]


def test_a_claim_with_two_readings_is_never_counted() -> None:
    """What is for practice only stays out of every measure, of skills and confidence too."""
    (only,) = posed(first_sights([(ferry(), attempt(1, "how-patience"))]))

    assert "how-patience" not in only
    assert {"how-permit", "sort", "welcome"} <= only


def test_what_is_kept_of_an_attempt_hangs_together() -> None:
    """Its answers and its place are of items that it still has."""
    pairs = [(ferry(), attempt(1, "how-permit")), (ferry(), attempt(2, "how-permit", "how-sold"))]

    _bank, second = first_sights(pairs)[1]

    assert set(second.answers) == {"how-sold"}
    assert second.place == 0
