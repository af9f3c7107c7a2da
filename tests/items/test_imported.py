"""What imported items need beyond those that an author writes: credits, rows, originals."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.items import Cloze, Gap, Info, Match, MultipleResponse, Numeric, Option, ShortAnswer
from quizapp.items.info import Original
from quizapp.items.match import free_rows
from quizapp.items.numeric import Other
from quizapp.items.typed import fits


def options(*credits_: str) -> tuple[Option, ...]:
    """Options with these credits, under the ids a, b, c."""
    return tuple(Option(id_, id_, Decimal(c)) for id_, c in zip("abcd", credits_, strict=False))


@pytest.mark.parametrize(
    ("picked", "earned"),
    [(("a",), 0.5), (("a", "b"), 1.0), (("a", "c"), 0.25), (("c",), 0.0), (("a", "b", "c"), 0.75)],
)
def test_options_with_credits_of_their_own_are_added_up(
    picked: tuple[str, ...], earned: float
) -> None:
    """Half, half and minus a quarter: between nothing and all."""
    item = MultipleResponse(
        id="x", stem="?", options=options("0.5", "0.5", "-0.25"), right=("a", "b")
    )

    assert item.credit(picked) == earned
    assert item.guess() == pytest.approx((1.0 + 0.25 + 0.25) / 3)


def test_every_option_may_earn_something() -> None:
    """Some programs have no distractor; that is no error where credits say so."""
    item = MultipleResponse(id="x", stem="?", options=options("0.5", "0.5"), right=("a", "b"))

    assert [problem.code for problem in item.problems()] == []


@pytest.mark.parametrize(
    ("typed", "earned"), [("Paris", 1.0), ("paris", 1.0), ("Lyon", 0.4), ("Rome", 0.0), ("", 0.0)]
)
def test_an_answer_may_earn_a_part(typed: str, earned: float) -> None:
    """As in programs that give half marks for a near answer."""
    item = ShortAnswer(id="x", stem="?", accepted=("Paris",), partial=(("Lyon", Decimal("0.4")),))

    assert item.credit((typed,) if typed else ()) == earned


@pytest.mark.parametrize(
    ("pattern", "typed", "fit"),
    [
        ("colo*r", "colour", True),
        ("colo*r", "color", True),
        ("*sea*", "by the seaside", True),
        ("*sea", "seaside", False),
        ("a*a", "a", False),
        (r"2 \* 3", "2 * 3", True),
        ("*", "anything", True),
    ],
)
def test_a_star_stands_for_anything(pattern: str, typed: str, fit: bool) -> None:
    """Also for nothing; a star that is meant is written with a backslash."""
    assert fits(typed, pattern, wildcards=True) is fit


@given(st.text(max_size=40), st.text(alphabet="ab*", max_size=60))
def test_no_pattern_takes_long(typed: str, pattern: str) -> None:
    """Stars in any number are looked at once."""
    assert fits(typed, pattern, wildcards=True) in (True, False)


def test_capital_letters_count_only_where_they_are_meant_to() -> None:
    """A formula is not the same in small letters."""
    assert fits("CO2", "CO2", case=True)
    assert not fits("co2", "CO2", case=True)
    assert fits("co2", "CO2")


@pytest.mark.parametrize(
    ("typed", "earned"), [("12", 1.0), ("13", 0.5), ("14.5", 0.5), ("16", 0.0)]
)
def test_other_numbers_earn_what_they_say(typed: str, earned: float) -> None:
    """Each within its own tolerance."""
    other = Other(Decimal(14), Decimal("1"), Decimal("0.5"), "Nearly.")
    item = Numeric(id="x", stem="?", answer=Decimal(12), others=(other,))

    assert item.credit((typed,)) == earned
    assert item.near((typed,)) == ("Nearly." if earned == 0.5 else item.near((typed,)))


def free() -> Match:
    """Rows of its own, two of which go with the same, and one that goes with none."""
    rows = (("frog", "pond"), ("newt", "pond"), ("fox", "den"))
    return Match(id="x", rows=rows, extra=("nest",), **free_rows(rows, ("nest",)))


def test_rows_go_with_what_they_say() -> None:
    """No claims and no sources are needed, and what reads alike is one choice."""
    item = free()

    assert list(item.columns().values()) == ["pond", "den", "nest"]
    assert item.key() == ("r1 c1", "r2 c1", "r3 c2")
    assert item.credit(("r1 c1", "r2 c2", "r3 c2")) == pytest.approx(2 / 3)
    assert list(item.problems()) == []


def test_rows_and_claims_at_once_are_an_error() -> None:
    """One of them would be ignored."""
    item = Match(id="x", claims=("a",), rows=(("a", "b"),), names=(("c1", "b"),))

    assert {problem.code for problem in item.problems()} == {"rows-and-claims", "too-few"}


def test_gaps_weigh_what_they_say_and_may_earn_a_part() -> None:
    """Two thirds of the first, none of the second, which weighs twice as much."""
    first = Gap("g1", ("tin",), partial=(("iron", Decimal("0.5")),))
    item = Cloze(
        id="x", text="[[g1]] [[g2]]", gaps=(first, Gap("g2", ("zinc",), weight=Decimal(2)))
    )

    assert item.credit(("g1=iron",)) == pytest.approx(0.5 / 3)
    assert item.credit(("g1=tin", "g2=zinc")) == 1.0


def test_a_question_that_no_kind_holds_is_kept_whole() -> None:
    """Nothing is lost, and nothing is scored."""
    original = Original("moodlexml", "drawing", "<question/>")
    item = Info(id="x", stem="Draw a cell.", original=original)

    assert item.own() == {
        "original": {"format": "moodlexml", "type": "drawing", "source": "<question/>"}
    }
    assert not item.scored
