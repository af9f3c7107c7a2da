from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quizapp.items.standing_with_evidence import StandingWithEvidence
from quizapp.quiz import Answer, Rules, Score, assemble, begin, score
from quizapp.quiz.intervals import wilson
from quizapp.quiz.skills import SkillScore, blind_parts, skill_scores
from tests.examples import ferry

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def scores(answers: dict[str, tuple[str, ...]]) -> dict[str, SkillScore]:
    """What an attempt at the example earned, by skill."""
    rules = Rules()
    made = begin("t", "ada", "ferry", "0" * 64, rules, 1, assemble(ferry(), rules, 1), NOON)
    for item, response in answers.items():
        made = made.answer(item, Answer(response, NOON))
    return {one.skill: one for one in skill_scores(ferry(), score(ferry(), made))}


def test_a_skill_earns_credit_times_weight() -> None:
    """The one question about who says it weighs 1.5, and a third of that is chance."""
    found = scores({"who": ("harbour",)})["attribution"]

    assert found == SkillScore("attribution", 1.5, 1.5, 0.5, 1, 1)


def test_each_part_of_a_joint_credit_counts_for_its_own_skill() -> None:
    """The standing was right and the words were not."""
    found = scores({"how-date": ("standing:unknown", "p1s1")})

    assert (found["standing"].earned, found["standing"].right) == (1.0, 1)
    assert (found["evidence"].earned, found["evidence"].right) == (0.0, 0)


def test_words_that_are_half_right_earn_their_share_and_are_not_right() -> None:
    """A mark beside the right one: F1 is 2/3, which is not above 2/3."""
    found = scores({"how-date": ("standing:denied", "p2s2", "p1s1")})["evidence"]

    assert found.earned == pytest.approx(2 / 3)
    assert found.right == 0


def test_every_skill_that_is_asked_for_has_a_score_with_blanks_in_it() -> None:
    """Seven questions train standings: four plain ones, two with words, one on scope."""
    found = scores({})

    assert {skill: one.asked for skill, one in found.items()} == {
        "attribution": 1, "standing": 7, "evidence": 4, "trade_offs": 1,
    }  # fmt: skip
    assert {one.earned for one in found.values()} == {0.0}


def test_chance_is_what_blind_answers_earn() -> None:
    """Five standings at 1/7, one that accepts two at 2/7, one scope with two options at 1/2."""
    assert scores({})["standing"].chance == pytest.approx(5 / 7 + 2 / 7 + 1 / 2)


def test_the_parts_of_an_item_have_chances_of_their_own() -> None:
    """One sentence of fifteen, or none, shows the date; a dispute wants two and so gives none."""
    item = ferry().item

    assert blind_parts(item["how-date"]) == {"standing": 1 / 7, "evidence": 1 / 16}
    assert blind_parts(item["how-rudder"]) == {"standing": 1 / 7, "evidence": 0.0}
    assert blind_parts(item["how-permit"]) == {}


def test_an_item_that_is_not_bound_to_an_article_has_no_parts() -> None:
    """Nothing can be marked where there is no text."""
    item = ferry().item["how-date"]
    assert isinstance(item, StandingWithEvidence)

    assert blind_parts(replace(item, article=None)) == {}


def test_the_share_right_of_a_skill_has_its_interval() -> None:
    """Two of seven is little to go by."""
    found = scores({"how-permit": ("confirmed",), "how-faults": ("denied",)})["standing"]

    assert found.interval == wilson(found.right, 7)


def test_no_marks_are_no_skills() -> None:
    """A text to read trains nothing that could be counted."""
    assert skill_scores(ferry(), Score(())) == ()
