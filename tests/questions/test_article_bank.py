"""The bank that comes with the program, as somebody meets it who opens it for the first time."""

import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.bank import Bank, examine
from quizapp.claims import Standing
from quizapp.items import KINDS, ChoiceItem, Item
from quizapp.quiz import Answer, Rules
from quizapp.report.feedback import feedback
from quizapp.text import words

AT = datetime(2026, 1, 1, tzinfo=UTC)
FOLDER = Path(__file__).parents[2] / "questions" / "battery-on-request"
READING = examine(
    (FOLDER / "bank.nt").read_bytes(), "bank.nt", lambda name: (FOLDER / name).read_bytes()
)
TABLE = dict(
    re.findall(r"^\| ([a-z]\w*) \| ([^|]+?) +\|", (FOLDER / "provenance.md").read_text(), re.M)
)


@pytest.fixture
def bank() -> Bank:
    """The article bank, as it lies in its folder."""
    assert READING.bank is not None
    return READING.bank


def scored(bank: Bank) -> list[Item]:
    """The items that ask something."""
    return [item for item in bank.items if item.scored]


def test_the_bank_reads_without_an_error() -> None:
    """Nobody meets a list of problems in the quiz that the program brings along."""
    assert [str(p) for p in READING.problems if p.severity == "error"] == []


def test_the_summary_can_be_read_in_a_few_minutes(bank: Bank) -> None:
    """The text beside the questions has 450 to 700 words, and says that it is a summary."""
    assert 450 <= len(bank.article.text.split()) <= 700
    assert bank.article.summary
    assert bank.article.cites


def test_the_bank_has_claims_trade_offs_and_items_for_a_whole_quiz(bank: Bank) -> None:
    """There is enough in it for a sitting of its own."""
    assert len(bank.map.claims) >= 26
    assert len(bank.map.trade_offs) >= 3
    assert len(scored(bank)) >= 24


def test_every_kind_that_asks_how_something_stands_is_in_use(bank: Bank) -> None:
    """A reader of this one bank meets each of the kinds that are answered by choosing."""
    typed_or_placed = {
        "match", "order", "short_answer", "numeric", "cloze", "overstatement",
    }  # fmt: skip

    assert {item.kind for item in bank.items} >= set(KINDS) - typed_or_placed


def test_every_claim_is_one_short_proposition(bank: Bank) -> None:
    """No claim is longer than twenty words, and none is written twice."""
    texts = [claim.text for claim in bank.map.claims]
    assert [text for text in texts if len(words(text)) > 20] == []
    assert len({text.casefold() for text in texts}) == len(texts)


def test_every_claim_leads_back_to_its_place_in_the_article(bank: Bank) -> None:
    """Each claim names its origin and stands in the table beside the bank as in the bank."""
    assert [claim.id for claim in bank.map.claims if not claim.origin] == []
    assert {claim.id: standings(*claim.accepted) for claim in bank.map.claims} == TABLE


def standings(standing: Standing, also: Standing | None = None) -> str:
    """The standings that count, as the table writes them."""
    plain = standing.value.replace("_", " ")
    return f"{plain} (also {also.value})" if also else plain


def test_every_claim_says_why_it_stands_as_it_does(bank: Bank) -> None:
    """Whoever doubts a key finds a reason for each."""
    assert [claim.id for claim in bank.map.claims if not claim.why] == []


def test_words_show_every_claim_that_is_not_a_foil(bank: Bank) -> None:
    """A claim has words of the summary behind it, or it is a foil and has none."""
    for claim in bank.map.claims:
        assert bool(claim.spans()) is (claim.standing is not Standing.NOT_STATED), claim.id


def test_every_answer_is_explained_and_shown(bank: Bank) -> None:
    """After each question the reader gets a reason, and the words if there are any."""
    for item in scored(bank):
        told = feedback(bank, item, Answer(item.key(), AT), Rules.practice())
        foils = all(bank.map.claim[id_].standing is Standing.NOT_STATED for id_ in bank.asks(item))
        assert told.right, item.id
        assert told.why, item.id
        assert bool(told.evidence) is not foils, item.id


def test_every_answer_comes_with_its_rule_once(bank: Bank) -> None:
    """The rule is printed below the reason, and the reason does not say it a second time."""
    for item in scored(bank):
        told = feedback(bank, item, Answer(item.key(), AT), Rules.practice())
        assert told.rule, item.id
        for sentence in told.rule.split(". "):
            assert sentence.casefold().rstrip(".") not in told.why.casefold(), item.id


def test_nothing_is_promoted_and_the_bank_says_so(bank: Bank) -> None:
    """Few claims are confirmed here, so the bank gives no measure of trust or doubt by itself."""
    assert not bank.balance.balanced
    assert "cannot support a balanced set" in bank.about
    assert "nothing was promoted" in bank.about
    confirmed = {c.id for c in bank.map.claims if c.standing is Standing.CONFIRMED}
    assert confirmed == {"has_battery", "could_deploy"}


def test_choices_have_three_options_where_three_do(bank: Bank) -> None:
    """No reader wades through options that nobody would pick."""
    choices = [item for item in bank.items if isinstance(item, ChoiceItem)]
    numbers = {
        item.id: len(item.options) for item in choices if item.kind in ("single_choice", "scope")
    }
    assert len(numbers) >= 10
    assert set(numbers.values()) == {3}


def test_the_place_of_a_key_gives_nothing_away(bank: Bank) -> None:
    """Whoever always picks the same place, or always true, is right no more than chance allows."""
    places = Counter(
        [option.id for option in item.options].index(item.key()[0])
        for item in bank.items
        if isinstance(item, ChoiceItem) and item.kind in ("single_choice", "scope")
    )
    assert sorted(places) == [0, 1, 2]
    assert max(places.values()) - min(places.values()) <= 2
    truths = Counter(item.key() for item in bank.items if item.kind == "true_false")
    assert max(truths.values()) == min(truths.values())
    assert len(truths) == 2


def test_no_standing_is_the_answer_too_often(bank: Bank) -> None:
    """Whoever always says the same standing is right at most in one of three."""
    counts = bank.balance.counts
    assert max(counts.values()) <= bank.balance.total / 3


def test_every_trade_off_keeps_sides_that_nobody_argues_empty(bank: Bank) -> None:
    """What is named without a side stays there, and only foils are not argued."""
    for trade_off in bank.map.trade_offs:
        assert trade_off.not_argued, trade_off.id
        assert trade_off.no_side, trade_off.id
    assert [t.id for t in bank.map.trade_offs if t.against] == ["send"]
