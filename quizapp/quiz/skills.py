"""What was earned for each skill, beside what picking blindly would earn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.bank import Bank
from quizapp.items import NOTHING, SKILLS, Item
from quizapp.items.claimed import IDS
from quizapp.items.standing_with_evidence import ENOUGH, StandingWithEvidence
from quizapp.quiz.intervals import Interval, wilson
from quizapp.quiz.mark import Mark, Score


@dataclass(frozen=True, slots=True)
class SkillScore:
    """The items that train one skill: credit × weight, and how many were right of how many asked.

    ``earned``, ``possible`` and ``chance`` are in marks. ``chance`` is what answers given without
    reading would earn on average. A blank earns 0 and is asked.
    """

    skill: str
    earned: float
    possible: float
    chance: float
    right: int
    asked: int

    @property
    def interval(self) -> Interval | None:
        """The 95 % Wilson interval of the share right, as if the items were independent."""
        return wilson(self.right, self.asked)


def skill_scores(bank: Bank, scored: Score) -> tuple[SkillScore, ...]:
    """A score for each skill that was asked for, in the order of ``SKILLS``.

    An item that trains two skills counts for both. Where its credit has parts, such as a standing
    and its evidence, each part counts for its own skill; it is right above 2/3. Every other item
    is right at full credit.
    """
    return tuple(_scores(bank, scored))


def _scores(bank: Bank, scored: Score) -> Iterator[SkillScore]:
    for skill in SKILLS:
        marks = [mark for mark in scored.marks if skill in bank.item[mark.item].trained]
        if marks:
            weights = [float(mark.weight) for mark in marks]
            earned = [mark.parts.get(skill, mark.credit) for mark in marks]
            blind = [blind_parts(bank.item[m.item]).get(skill, m.guess) for m in marks]
            yield SkillScore(
                skill=skill,
                earned=sum(c * w for c, w in zip(earned, weights, strict=True)),
                possible=sum(weights),
                chance=sum(c * w for c, w in zip(blind, weights, strict=True)),
                right=sum(_right(mark, skill) for mark in marks),
                asked=len(marks),
            )


def skill_counts(bank: Bank, scored: Score) -> tuple[tuple[str, int, int], ...]:
    """The same without marks and chance, and so much quicker: skill, right, asked."""
    return tuple(
        (skill, sum(_right(mark, skill) for mark in marks), len(marks))
        for skill in SKILLS
        if (marks := [m for m in scored.marks if skill in bank.item[m.item].trained])
    )


def blind_parts(item: Item) -> Mapping[str, float]:
    """The expected parts of a joint credit for a standing and one sentence picked at random.

    Empty for an item without parts.
    """
    if not isinstance(item, StandingWithEvidence) or item.article is None:
        return {}
    tries = [*item.article.sentences, NOTHING]
    evidence = [item.parts((id_,))["evidence"] for id_ in tries]
    return {"standing": len(item.accepted) / len(IDS), "evidence": sum(evidence) / len(tries)}


def _right(mark: Mark, skill: str) -> bool:
    return mark.parts[skill] > ENOUGH if skill in mark.parts else mark.right
