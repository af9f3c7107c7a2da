"""The rules of a sitting, as they are kept."""

import pytest

from quizapp.quiz import Rules


def test_rules_from_before_there_were_five_levels_have_three() -> None:
    """An old attempt keeps the meaning of its levels."""
    old = {name: value for name, value in Rules().stored().items() if name != "levels"}

    assert Rules.restored(old) == Rules(levels=3)


def test_rules_of_five_levels_come_back_as_they_were() -> None:
    """The scheme is kept with the attempt."""
    rules = Rules(levels=5, count=4)

    assert Rules.restored(rules.stored()) == rules


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"levels": 4}, "3 or 5"),
        ({"count": -1}, "0 or more"),
        ({"time_limit": -1}, "0 or more"),
        ({"closed": True}, "none at once"),
        ({"feedback": "soon"}, "at_once, after or never"),
    ],
)
def test_rules_that_cannot_be_are_named(wrong: dict[str, object], named: str) -> None:
    """What was changed by hand says what it may be."""
    with pytest.raises(ValueError, match=named):
        Rules.restored({**Rules().stored(), **wrong})
