from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import examine, write
from quizapp.quiz import Rules, assemble
from tests.examples import ARTICLE, changed, examined, ferry

SEEDS = st.integers(0, 2**63)


@given(SEEDS)
def test_the_same_seed_gives_the_same_quiz(seed: int) -> None:
    """A reader who comes back finds the same questions in the same order."""
    rules = Rules(count=6, shuffle_items=True)

    assert assemble(ferry(), rules, seed) == assemble(ferry(), rules, seed)


def test_another_seed_gives_another_quiz() -> None:
    """Neighbours in a classroom see the options in different places."""
    drawn = {assemble(ferry(), Rules(), seed) for seed in range(20)}

    assert len(drawn) > 10


def test_a_quiz_drawn_once_is_drawn_alike_for_ever() -> None:
    """Attempts of an earlier day fit; a change here would scramble them."""
    posed = assemble(ferry(), Rules(count=3, shuffle_items=True), 7)

    assert [(p.item, p.order) for p in posed] == [
        ("how-far", ("forever", "taken")),
        ("whole", ()),
        ("show-jobs", ()),
    ]


def test_without_a_count_every_item_comes_in_the_banks_order() -> None:
    """The author's order is kept, with the texts between the questions."""
    assert [p.item for p in assemble(ferry(), Rules(), 1)] == [i.id for i in ferry().items]


def test_shuffled_items_are_the_same_items() -> None:
    """Nothing is lost and nothing comes twice."""
    plain = [p.item for p in assemble(ferry(), Rules(), 1)]
    shuffled = [p.item for p in assemble(ferry(), Rules(shuffle_items=True), 1)]

    assert shuffled != plain
    assert sorted(shuffled) == sorted(plain)


@given(SEEDS, st.integers(1, 30))
def test_a_count_draws_scored_items_of_as_many_kinds_as_there_are(seed: int, count: int) -> None:
    """A short quiz is a fair sample: no kind comes twice before each came once."""
    posed = assemble(ferry(), Rules(count=count), seed)

    kinds = Counter(ferry().item[p.item].kind for p in posed)
    assert "info" not in kinds
    assert sum(kinds.values()) == len(posed) == min(count, 13)
    assert len(kinds) == min(count, 8)


def test_drawn_items_stay_in_the_banks_order() -> None:
    """Without shuffling, a drawn quiz reads as the bank does."""
    places = {item.id: n for n, item in enumerate(ferry().items)}

    drawn = [places[p.item] for p in assemble(ferry(), Rules(count=6), 5)]

    assert drawn == sorted(drawn)


def test_options_are_drawn_once_and_kept_whole() -> None:
    """Each item has its options in one order, “none of these” last."""
    bank = examined(changed(("text: The harbour master", "text: None of these"))).bank
    assert bank is not None

    posed = {p.item: p.order for p in assemble(bank, Rules(), 3)}

    assert sorted(posed["who"]) == ["crew", "harbour", "line"]
    assert posed["who"][-1] == "harbour"
    assert sorted(posed["sort"]) == ["fuel", "jobs", "life", "slow"]
    assert posed["how-sold"] == posed["whole"] == ()


def test_two_items_alike_are_drawn_apart() -> None:
    """Whoever saw where one key stood knows nothing of the next."""
    twin = replace(ferry().item["named"], id="twin")
    two = replace(ferry(), items=(ferry().item["named"], twin))

    drawn = [assemble(two, Rules(), seed) for seed in range(20)]

    assert any(one.order != other.order for one, other in drawn)


def test_options_stay_as_written_where_the_rules_say_so() -> None:
    """On paper and in class everybody sees the same."""
    posed = assemble(ferry(), Rules(shuffle_options=False), 3)

    assert {p.order for p in posed} == {()}


def test_the_order_of_one_item_does_not_hang_on_the_others() -> None:
    """A bank that grows leaves the options of the old items as they were drawn."""
    fewer = replace(ferry(), items=ferry().items[:3])

    assert assemble(fewer, Rules(), 3) == assemble(ferry(), Rules(), 3)[:3]


def test_stale_items_are_withheld() -> None:
    """Nobody is asked about words that the article no longer has."""
    edited = ARTICLE.replace("could not say", "did not know").encode()
    bank = examine(write(ferry()), "bank.nt", lambda _name: edited).bank
    assert bank is not None

    asked = {p.item for p in assemble(bank, Rules(), 1)}

    assert {i.id for i in ferry().items} - asked == {"whole", "how-date"}


@pytest.mark.parametrize(
    "rules", [Rules(), Rules.practice(5), Rules.test(600), Rules(feedback="never", count=2)]
)
def test_rules_are_stored_and_restored(rules: Rules) -> None:
    """A resumed quiz goes on by the rules it was begun with."""
    stored = rules.stored()

    assert Rules.restored(stored) == rules
    assert {type(value) for value in stored.values()} <= {str, int, bool}


def test_rules_of_a_newer_program_are_taken_as_far_as_they_are_known() -> None:
    """A field that this version has not is left out."""
    assert Rules.restored({"count": 4, "music": True}) == Rules(count=4)


def test_practice_explains_at_once_and_a_test_afterwards() -> None:
    """A test gives no hint and does not ask how sure one is."""
    assert (Rules.practice().feedback, Rules.practice().confidence) == ("at_once", True)
    assert (Rules.test().feedback, Rules.test().confidence) == ("after", False)


@pytest.mark.parametrize("wrong", [{"feedback": "soon"}, {"count": -1}, {"time_limit": -1}])
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    """A mistake shows where it is made."""
    with pytest.raises(ValueError, match=r"feedback is|0 or more"):
        Rules.restored(wrong)
