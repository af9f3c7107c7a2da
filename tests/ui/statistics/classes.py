"""Classes that screens can show, worked out from answers that are written down here."""

from functools import cache
from random import Random

from quizapp.analysis.classical import item_statistics, whole_test
from quizapp.analysis.groups import answered
from quizapp.analysis.scores import scores, totals
from quizapp.app.class_answers import ClassAnswers, key_of, options_of
from quizapp.app.statistics import BankStatistics
from quizapp.app.taking_part import Group
from quizapp.bank import Bank
from quizapp.report.class_statistics import ClassStatistics
from tests.examples import ferry


@cache
def a_class(n: int = 28, bank: Bank | None = None) -> BankStatistics:
    """So many readers, of whom the better ones choose the key more often, but for one item."""
    made, chance = bank or ferry(), Random(5)
    items = [item for item in made.items if options_of(item)]
    skills = [chance.random() for _ in range(n)]
    given: dict[str, list[frozenset[str] | None]] = {}
    for k, item in enumerate(items):
        keys = key_of(item)
        others = [one for one in options_of(item) if one not in keys]
        given[item.id] = [
            frozenset(keys) if chance.random() < (1 - skill if k == 1 else skill)
            else frozenset([others[0] if chance.random() < 0.7 else others[-1]])
            for skill in skills
        ]  # fmt: skip
    marks = [
        [float(given[item.id][row] == frozenset(key_of(item))) for item in items]
        for row in range(n)
    ]
    of = scores(marks, items=[item.id for item in items])
    total = totals(of)
    figures = ClassStatistics(
        title=made.title,
        test=whole_test(of),
        items=item_statistics(of),
        distractors={
            item.id: answered(
                of, total, k, given[item.id], options_of(item), frozenset(key_of(item))
            )
            for k, item in enumerate(items)
        },
        passage_dependence={items[0].id: -0.1},
        notes=("wide", "claims") if n >= 10 else ("too_few", "claims"),
    )
    return BankStatistics(figures, ClassAnswers(made, given))


def groups_of(found: BankStatistics) -> tuple[Group, tuple[Group, ...]]:
    """Those who took it, among others to choose from: a class, and two banks of one title."""
    title = found.figures.title
    everybody = Group("ferry", title, name="everybody")
    others = (Group("ferry", title, "c1", "9b"), Group("a", "Another"), Group("b", "Another"))
    return everybody, (everybody, *others)
