"""A near miss in the feedback: named, and worth nothing."""

import pytest

from quizapp.quiz import Rules
from quizapp.quiz.attempt import Answer
from quizapp.report import Feedback, feedback
from tests.kinds import kinds
from tests.taking import BEGAN


def told(item: str, *response: str) -> Feedback:
    """The feedback on an answer."""
    bank = kinds()
    return feedback(bank, bank.item[item], Answer(response, BEGAN, None), Rules.practice())


@pytest.mark.parametrize(
    ("item", "typed", "nearly"),
    [
        ("of-whom", "a dekchand", "The article writes “a deckhand”."),
        ("of-whom", "A sailor", "He does sail, but the article calls him something else."),
        ("how-many", "11 %", "The number is right; its unit is not."),
        ("gaps", "who=habour master", "The article writes “harbour master”."),
    ],
)
def test_a_near_miss_is_named_and_earns_nothing(item: str, typed: str, nearly: str) -> None:
    """The reader learns how close it was; the mark stays what it is."""
    found = told(item, typed)

    assert (found.credit, found.right, found.nearly) == (0.0, False, nearly)
    assert f"Nearly: {nearly}" in found.text()


def test_a_right_answer_is_not_nearly_right() -> None:
    """Nothing is added to what is right."""
    assert told("of-whom", "DECKHAND").nearly == ""
    assert told("how-many", "11").right


def test_a_headline_has_the_rule_of_headlines() -> None:
    """The rule is about going too far, not about the claim's standing."""
    found = told("too-far", "deckhand")

    assert found.rule.startswith("A headline goes too far")
    assert found.key == "Ferry line sells the ship"
