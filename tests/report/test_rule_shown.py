"""Which rule stands below the reason, when an answer is explained."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.bank import Bank, examine
from quizapp.claims import BASES, Basis
from quizapp.items import Item
from quizapp.quiz import Answer, Rules
from quizapp.report.feedback import KIND_RULES, Feedback, feedback

FOLDER = Path(__file__).parents[2] / "questions" / "battery-on-request"
AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def bank() -> Bank:
    """The article bank: it has every kind of item."""
    data = (FOLDER / "bank.nt").read_bytes()
    found = examine(data, "bank.nt", lambda name: (FOLDER / name).read_bytes()).bank
    assert found is not None
    return found


def told(bank: Bank, item: Item) -> Feedback:
    """What is said after the key was given."""
    return feedback(bank, item, Answer(item.key(), AT), Rules.practice())


def test_how_far_words_go_has_a_rule_of_its_own(bank: Bank) -> None:
    """After a question on what was said, the rule is about its verb, not its standing."""
    scope = bank.item["q-scope-battery"]
    assert told(bank, scope).rule == KIND_RULES["scope"]
    assert told(bank, scope).rule_title == "The rule"


def test_claims_that_stand_alike_share_one_rule(bank: Bank) -> None:
    """A question on two claims confirmed in the same way prints their rule once."""
    item = replace(
        bank.item["q-hearing"], skills=("standing",), claims=("has_battery", "could_deploy")
    )
    assert told(bank, item).rule == BASES[Basis.OWN_ACT]
    assert told(bank, item).rule_title == "The rule · Confirmed"


def test_claims_that_stand_differently_print_no_rule(bank: Bank) -> None:
    """No rule of one claim is passed off as the rule of all."""
    item = replace(bank.item["q-hearing"], skills=("standing",))
    assert told(bank, item).rule == ""
    assert told(bank, item).rule_title == ""
