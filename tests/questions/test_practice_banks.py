"""The practice banks on invented stories, each by itself and all of them together."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.bank import Bank, Reading, examine
from quizapp.claims import Attribution, Claim, Standing
from quizapp.items import KINDS, Item
from quizapp.quiz import Answer, Rules
from quizapp.report.feedback import feedback
from quizapp.text import words

AT = datetime(2026, 1, 1, tzinfo=UTC)
ROOT = Path(__file__).parents[2] / "questions"
ARTICLE_BANK = "battery-on-request"
PRACTICE = (
    "bridge-rumour",
    "harbour-budget",
    "kettle-recall",
    "moss-correction",
    "sleep-lamp-study",
)


def reading(slug: str) -> Reading:
    """What the program finds in the folder of a bank, advice and bots included."""
    folder = ROOT / slug
    return examine(
        (folder / "bank.nt").read_bytes(), "bank.nt", lambda name: (folder / name).read_bytes()
    )


READINGS = {slug: reading(slug) for slug in PRACTICE}


@pytest.fixture(params=PRACTICE)
def slug(request: pytest.FixtureRequest) -> str:
    """The folder of one practice bank after the other."""
    return str(request.param)


@pytest.fixture
def bank(slug: str) -> Bank:
    """The practice bank in that folder."""
    found = READINGS[slug].bank
    assert found is not None
    return found


@pytest.fixture
def banks() -> list[Bank]:
    """All practice banks."""
    return [found.bank for found in READINGS.values() if found.bank is not None]


def scored(bank: Bank) -> list[Item]:
    """The items that ask something."""
    return [item for item in bank.items if item.scored]


def depth(claim: Claim, attribution: Attribution) -> int:
    """Through how many mouths the claim came: one for who says it, one more for each told by."""
    told_by = {a.id: a for a in claim.attributions if a.id}
    steps = 1
    while attribution.nested_in:
        attribution = told_by[attribution.nested_in]
        steps += 1
    return steps


def test_every_bank_reads_and_the_check_has_nothing_to_say(slug: str) -> None:
    """No error, no advice on wording or balance, and no bot that answers without reading."""
    assert [str(problem) for problem in READINGS[slug].problems] == []


def test_a_story_takes_a_few_minutes_to_read_and_says_that_it_is_invented(bank: Bank) -> None:
    """The article has 350 to 700 words, and nobody takes it for news."""
    assert 350 <= len(bank.article.text.split()) <= 700
    assert "invented" in bank.article.cites


def test_a_story_has_claims_and_items_for_a_whole_quiz(bank: Bank) -> None:
    """There is enough in each for a sitting of its own, and eight ways of asking at least."""
    assert len(bank.map.claims) >= 20
    assert len(scored(bank)) >= 24
    assert len({item.kind for item in bank.items}) >= 8


def test_nearly_half_of_the_claims_are_confirmed(bank: Bank) -> None:
    """Whoever doubts everything does no better than whoever trusts everything.

    That holds for the whole map and for the claims that the quiz asks to judge.
    """
    confirmed = [c for c in bank.map.claims if c.standing is Standing.CONFIRMED]
    assert 0.4 <= len(confirmed) / len(bank.map.claims) <= 0.5
    assert bank.balance.balanced
    assert bank.balance.total >= 14


def test_every_standing_of_the_map_is_asked_about(bank: Bank) -> None:
    """A standing that the article has is one that the reader meets in the quiz."""
    assert {c.standing for c in bank.map.claims} == set(bank.balance.counts)


def test_every_claim_is_one_short_proposition(bank: Bank) -> None:
    """No claim is longer than twenty words, and none is written twice."""
    texts = [claim.text for claim in bank.map.claims]
    assert [text for text in texts if len(words(text)) > 20] == []
    assert len({text.casefold() for text in texts}) == len(texts)


def test_every_claim_says_why_it_stands_as_it_does(bank: Bank) -> None:
    """Whoever doubts a key finds a reason for each."""
    assert [claim.id for claim in bank.map.claims if not claim.why] == []


def test_words_show_every_claim_that_is_not_a_foil(bank: Bank) -> None:
    """A claim has words of the story behind it, or it is a foil and has none."""
    for claim in bank.map.claims:
        assert bool(claim.spans()) is (claim.standing is not Standing.NOT_STATED), claim.id


def test_every_answer_is_explained_without_the_rule_said_twice(bank: Bank) -> None:
    """After each question the reader gets a reason, and under it the rule, once."""
    for item in scored(bank):
        told = feedback(bank, item, Answer(item.key(), AT), Rules.practice())
        assert told.right, item.id
        assert told.why, item.id
        for sentence in filter(None, told.rule.split(". ")):
            assert sentence.casefold().rstrip(".") not in told.why.casefold(), item.id


def test_every_trade_off_has_two_sides_and_points_that_nobody_argues(bank: Bank) -> None:
    """Somebody argues for, somebody against; a point without a side stays in the middle."""
    assert bank.map.trade_offs
    for trade_off in bank.map.trade_offs:
        assert trade_off.for_, trade_off.id
        assert trade_off.against, trade_off.id
        assert trade_off.no_side, trade_off.id
        foils = [bank.map.claim[id_].standing for id_ in trade_off.not_argued]
        assert set(foils) == {Standing.NOT_STATED}, trade_off.id


def test_a_number_asked_for_is_in_the_story(bank: Bank) -> None:
    """Type the number that the article gives, says the question; so the article gives it."""
    numbers = {word.strip(".,").replace(",", "") for word in bank.article.text.split()}
    spelt = {"4": "four", "11": "eleven"}
    asked = [item for item in bank.items if item.kind == "numeric"]
    assert asked
    for item in asked:
        digits = item.key()[0].split()[0]
        assert {digits, spelt.get(digits, digits)} & numbers, item.id


def test_together_the_banks_have_every_standing_and_every_kind(banks: list[Bank]) -> None:
    """Whoever practises with all of them meets whatever the program can ask."""
    standings = Counter(c.standing for bank in banks for c in bank.map.claims)
    assert set(standings) == set(Standing)
    assert standings[Standing.DISPUTED] >= 2
    assert {item.kind for bank in banks for item in bank.items} == set(KINDS)


def test_a_claim_comes_through_three_mouths_somewhere(banks: list[Bank]) -> None:
    """A reader can practise following a chain: one says that another said that a third said so."""
    depths = [depth(c, a) for bank in banks for c in bank.map.claims for a in c.attributions]
    assert max(depths) == 3


def test_no_stem_is_asked_twice(banks: list[Bank]) -> None:
    """A reader who goes from bank to bank is never asked in the very same words."""
    article_bank = reading(ARTICLE_BANK).bank
    assert article_bank is not None
    stems = Counter(
        item.stem.casefold() for bank in (*banks, article_bank) for item in bank.items if item.stem
    )
    assert [stem for stem, times in stems.items() if times > 1] == []
