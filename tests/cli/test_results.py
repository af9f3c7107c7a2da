"""`quizapp results`."""

import json

from tests.cli.conftest import Quizapp
from tests.examples import FERRY


def test_before_the_first_quiz_the_way_to_begin_is_said(quizapp: Quizapp) -> None:
    """An empty list is no dead end."""
    done = quizapp("results")

    assert (done.status, done.out) == (0, "Nothing has been taken yet. Begin with: quizapp take\n")


def test_open_and_finished_attempts_are_listed_and_the_last_result_is_shown(
    quizapp: Quizapp,
) -> None:
    """One command says where a reader stands."""
    quizapp("take", FERRY, "--test", typed="n\n1\nh\ny\n")
    quizapp("take", FERRY, typed="n\n")

    done = quizapp("results", FERRY)

    assert done.out.count("The ferry that stayed: ") == 2
    assert "open, 0 of 13 answered" in done.out
    assert "Full credit: " in done.out
    assert quizapp("results", "ferry").out == done.out
    assert "No attempt at “another” is kept" in quizapp("results", "another").out


def test_programs_get_json_and_one_attempt_can_be_named(quizapp: Quizapp) -> None:
    """A gradebook can read results without taking text apart."""
    quizapp("take", FERRY, "--test", typed="n\n1\nh\ny\n")

    (attempt,) = json.loads(quizapp("results", "--json").out)

    assert (attempt["bank"], attempt["posed"], attempt["answered"]) == ("ferry", 13, 1)
    assert attempt["submitted"] > attempt["started"]
    assert [line["outcome"] for line in attempt["items"]].count("blank") == 12
    assert attempt["id"] in quizapp("results", "--attempt", attempt["id"]).out


def test_programs_are_told_how_it_was_taken(quizapp: Quizapp) -> None:
    """Answers without the article, or against a clock, can be kept apart from others."""
    quizapp("take", FERRY, "--closed", "--time", "20", "--levels", "5", typed="h\ny\n")

    (attempt,) = json.loads(quizapp("results", "--json").out)

    rules = attempt["rules"]
    assert (rules["closed"], rules["time_limit"], rules["levels"]) == (True, 1200, 5)
    assert attempt["worked_ms"] >= 0


def test_an_unknown_attempt_is_answered_with_where_to_look(quizapp: Quizapp) -> None:
    """A mistyped id is not a crash."""
    done = quizapp("results", "--attempt", "nobody")

    assert done.status == 2
    assert "Run “quizapp results”" in done.err


def test_attempts_of_another_reader_are_not_shown(quizapp: Quizapp) -> None:
    """A name asked for shows that name alone."""
    quizapp("take", FERRY, "--reader", "Ada", typed="n\n")

    assert "Nothing has been taken" in quizapp("results").out
    assert "open, " in quizapp("results", "--reader", "Ada").out


def test_a_bank_that_was_not_taken_is_not_said_to_be_nothing_at_all(quizapp: Quizapp) -> None:
    """After a slip in the name a reader does not believe that the attempts are gone."""
    done = quizapp("results", "nope")

    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "No attempt at “nope” is kept for this reader. All of them: quizapp results\n"
    )
