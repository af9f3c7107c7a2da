"""A reader disagrees."""

import pytest

from quizapp.claims import Standing
from quizapp.errors import QuizappError
from quizapp.quiz import Contest
from quizapp.quiz.contest import MOST_CHARACTERS, check
from tests.examples import ferry
from tests.taking import BEGAN

CONTEST = Contest("c1", "a1", "who", "me", ("p1s1",), Standing.ASSERTED, "she asks", BEGAN)


def test_a_decision_is_kept_with_its_words_and_its_time() -> None:
    """The reader learns what came of it."""
    decided = CONTEST.decide("declined", " She was there. ", BEGAN)

    assert (decided.state, decided.answer, decided.decided) == ("declined", "She was there.", BEGAN)


def test_a_decision_stands_and_says_why() -> None:
    """Nobody decides twice, or without a word."""
    with pytest.raises(QuizappError, match="decided before"):
        CONTEST.decide("accepted", "Yes.", BEGAN).decide("declined", "No.", BEGAN)
    with pytest.raises(QuizappError, match="in a few words"):
        CONTEST.decide("accepted", " ", BEGAN)


@pytest.mark.parametrize(
    ("sentences", "reason", "message"),
    [
        ((), "so", "Mark the sentences"),
        (("p1s1", "p9s9"), "so", "has no p9s9"),
        (("none", "p1s1"), "so", "has no none"),
        (("p1s1",), " ", "Say why"),
        (("p1s1",), "x" * (MOST_CHARACTERS + 1), "at most 2000"),
    ],
)
def test_a_contest_rests_on_words_and_a_reason(
    sentences: tuple[str, ...], reason: str, message: str
) -> None:
    """A teacher gets something to judge, and the reader hears what is missing."""
    with pytest.raises(QuizappError, match=message):
        check(sentences, reason, ferry().article)


def test_sentences_words_or_nothing_can_be_pointed_at() -> None:
    """Whoever reads a claim as not stated can say that no words show it."""
    for places in (("p1s1", "p2s2"), ("p1:0-5",), ("none",)):
        check(places, "so it reads", ferry().article)
    assert ferry().article.span_of("none") is None
