"""Typing words: what is right, what is near, and that near earns nothing."""

import pytest

from quizapp.items import ResponseError, ShortAnswer

ITEM = ShortAnswer(
    id="q",
    stem="Who?",
    accepted=("l’armée", "the Army"),
    misses=(("the Navy", "It is the other one."),),
)


@pytest.mark.parametrize(
    ("typed", "credit"),
    [("L'ARMEE", 1.0), ("the army.", 1.0), ("teh army", 0.0), ("the Navy", 0.0), ("army", 0.0)],
)
def test_only_accepted_words_earn(typed: str, credit: float) -> None:
    """However they are written; and nothing that is only like them."""
    assert ITEM.credit((typed,)) == credit
    assert ITEM.credit((typed, typed)) == 0.0


@pytest.mark.parametrize(
    ("response", "near"),
    [
        (("THE navy",), "It is the other one."),
        (("teh army",), "The article writes “the Army”."),
        (("larmee",), "The article writes “l’armée”."),
        (("the Army",), ""),
        (("somebody else",), ""),
        ((), ""),
        (("teh army", "x"), ""),
    ],
)
def test_a_near_miss_is_named(response: tuple[str, ...], near: str) -> None:
    """The author's own words first, then a slip of the finger."""
    assert ITEM.near(response) == near


def test_what_is_typed_is_kept_but_for_its_spaces() -> None:
    """The review shows the reader's own words."""
    assert ITEM.parse("  Teh   Army ", ()) == ("Teh Army",)
    assert ITEM.describe(("Teh Army",)) == "“Teh Army”"


@pytest.mark.parametrize("typed", ["", " … ", "!!"])
def test_nothing_is_no_answer(typed: str) -> None:
    """An empty line in the terminal is asked for again."""
    with pytest.raises(ResponseError, match="Type a word"):
        ITEM.parse(typed, ())
