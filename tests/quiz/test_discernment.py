from dataclasses import replace
from datetime import UTC, datetime

from quizapp.bank import Bank
from quizapp.quiz import Answer, Discernment, Rules, answered_standing, assemble, begin, discern
from tests.examples import ferry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def counted(answers: dict[str, tuple[str, ...]], bank: Bank | None = None) -> Discernment:
    """The counts of an attempt at the example with these answers."""
    bank = bank or ferry()
    attempt = begin("t", "ada", "ferry", "0" * 64, Rules(), 1, assemble(bank, Rules(), 1), NOON)
    for item, response in answers.items():
        attempt = attempt.answer(item, Answer(response, NOON))
    return discern(bank, attempt)


def test_answers_are_counted_by_key_and_by_what_was_said() -> None:
    """The matrix is the picture of how somebody reads; other kinds do not enter."""
    found = counted({
        "how-permit": ("confirmed",), "how-faults": ("asserted",), "how-sold": ("confirmed",),
        "how-rudder": ("standing:disputed", "p3s1"), "whole": ("false",),
    })  # fmt: skip

    assert found.matrix == {
        ("confirmed", "confirmed"): 1, ("confirmed", "asserted"): 1,
        ("asserted", "confirmed"): 1, ("disputed", "disputed"): 1,
    }  # fmt: skip
    assert (found.n, found.confirmed, found.others) == (4, 2, 2)
    assert (found.found, found.false_alarms, found.as_keyed) == (1, 1, 2)
    assert found.balanced


def test_an_unanswered_item_is_not_counted() -> None:
    """A blank is no standing."""
    assert counted({"how-permit": ("confirmed",)}).n == 1
    assert counted({}).n == 0


def test_a_claim_with_two_readings_is_not_counted() -> None:
    """What is for practice only stays out of every measure."""
    assert counted({"how-patience": ("denied",)}).n == 0


def test_a_mark_without_a_standing_is_not_counted() -> None:
    """Evidence alone says nothing about the standing."""
    assert counted({"how-date": ("p2s2",)}).n == 0


def test_only_the_first_sight_of_a_claim_counts() -> None:
    """A repeat measures memory: asked twice about one claim, the first answer counts."""
    again = replace(ferry().item["how-permit"], id="again")
    bank = replace(ferry(), items=(*ferry().items, again))

    found = counted({"how-permit": ("denied",), "again": ("confirmed",)}, bank)

    assert found.matrix == {("confirmed", "denied"): 1}


def test_the_second_sight_counts_where_the_first_was_left_blank() -> None:
    """Then it is the first answer."""
    again = replace(ferry().item["how-permit"], id="again")
    bank = replace(ferry(), items=(*ferry().items, again))

    assert counted({"again": ("confirmed",)}, bank).matrix == {("confirmed", "confirmed"): 1}


def test_a_verdict_wants_twenty_of_each_sort() -> None:
    """Below that the report shows counts and keeps its judgement."""

    def of(confirmed: int, others: int) -> Discernment:
        matrix = {("confirmed", "confirmed"): confirmed, ("asserted", "denied"): others}
        return Discernment(matrix, balanced=True)

    assert [of(20, 20).enough, of(19, 30).enough, of(30, 19).enough] == [True, False, False]


def test_the_standing_in_a_response_is_found_in_both_kinds() -> None:
    """Other kinds name none."""
    assert answered_standing("standing", ("denied",)) == "denied"
    assert answered_standing("standing", ()) == ""
    assert answered_standing("standing_with_evidence", ("p1s1", "standing:unknown")) == "unknown"
    assert answered_standing("single_choice", ("a",)) == ""
