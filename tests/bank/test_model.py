import pytest

from quizapp.bank import Balance
from quizapp.claims import Standing
from tests.examples import changed, examined

C, A, U = Standing.CONFIRMED, Standing.ASSERTED, Standing.UNKNOWN


@pytest.mark.parametrize(
    ("counts", "balanced"),
    [
        ({C: 4, A: 3, U: 3}, True),  # 40 %
        ({C: 5, A: 5}, True),  # 50 %, and no standing over half
        ({C: 39, A: 31, U: 30}, False),  # 39 %
        ({C: 51, A: 49}, False),  # 51 %
        ({C: 40, A: 51, U: 9}, False),  # another standing over half
        ({C: 1}, False),
        ({}, False),
    ],
)
def test_a_balanced_set_has_four_to_five_confirmed_in_ten(
    counts: dict[Standing, int], balanced: bool
) -> None:
    """A set in which one answer nearly always fits would train that answer."""
    assert Balance(counts).balanced == balanced


def test_a_claim_asked_about_twice_is_counted_once() -> None:
    """Asking more often does not make an article firmer."""
    again = (
        "    -\n        id: again\n        kind: standing\n        claims:\n            - permit\n"
    )

    bank = examined(changed(("raters:\n", again + "raters:\n"))).bank

    assert bank is not None
    assert (bank.balance.total, bank.balance.confirmed) == (5, 2)


def test_twenty_words_are_not_too_many() -> None:
    """The limit itself is allowed."""
    text = changed(("text: The island loses jobs.", "text: " + " ".join(["word"] * 20)))

    assert examined(text).problems == ()
