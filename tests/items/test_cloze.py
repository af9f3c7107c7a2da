"""Filling gaps: marks in the text, lists, shares."""

from decimal import Decimal

import pytest

from quizapp.items import Cloze, Gap, ResponseError

WHO, WHERE, WHAT = (
    Gap("who", ("officer", "an officer")),
    Gap("where", ("hearing",), ("lunch", "hearing", "7")),
    Gap("what", ("battery",)),
)


def cloze(text: str = "At a [[where]] an [[who]] spoke of a [[what]].", *gaps: Gap) -> Cloze:
    """A text with these gaps."""
    return Cloze(id="q", text=text, gaps=gaps or (WHO, WHERE, WHAT))


def codes(item: Cloze) -> list[tuple[str, tuple[str | int, ...]]]:
    """What is wrong with an item, and where in its fields."""
    return [(problem.code, problem.path) for problem in item.problems()]


@pytest.mark.parametrize(
    ("given", "credit"),
    [
        (("who=Officer", "where=hearing", "what=BATTERY"), 1.0),
        (("what=battery", "who=an officer"), 2 / 3),
        (("who=oficer", "where=lunch", "what=batteries"), 0.0),
        (("who=officer", "who=battery"), 0.0),  # one gap filled twice
        (("else=officer",), 0.0),
        (("officer",), 0.0),
    ],
)
def test_credit_is_the_share_of_gaps(given: tuple[str, ...], credit: float) -> None:
    """Each gap counts the same."""
    assert cloze().credit(given) == pytest.approx(credit)


def test_only_gaps_with_a_list_can_be_guessed() -> None:
    """One of three gaps, one time in three: 1/9."""
    assert cloze().guess() == pytest.approx(1 / 9)


def test_the_text_is_laid_out_piece_by_piece() -> None:
    """Gaps stand where their marks are, whatever the order under gaps."""
    assert cloze().pieces() == ("At a ", WHERE, " an ", WHO, " spoke of a ", WHAT, ".")
    assert cloze("[[what]][[who]]").pieces() == (WHAT, WHO)


def test_gaps_are_typed_in_the_order_of_the_plain_text() -> None:
    """The terminal numbers the gaps; an option is typed as its number or in its words."""
    item = cloze()

    assert item.plain(()).splitlines()[1] == "At a (2) ____ an (1) ____ spoke of a (3) ____."
    assert item.parse("an officer; 2; battery", ())[1] == "where=hearing"
    assert item.parse("an officer; 7; battery", ())[1] == "where=7"
    assert item.parse("a;Hearing;b", ()) == ("who=a", "where=hearing", "what=b")


@pytest.mark.parametrize("typed", ["a; 2", "a; 2; b; c", "a; breakfast; b", "a; 9; b", "; 2; b"])
def test_what_fills_no_gap_gets_a_hint(typed: str) -> None:
    """As many parts as gaps, each with words, each of the list where there is one."""
    with pytest.raises(ResponseError, match="Type"):
        cloze().parse(typed, ())


def test_near_misses_are_named_gap_by_gap() -> None:
    """What is right is not named, nor what is far off."""
    near = cloze().near(("who=oficer", "where=hearing", "what=batery"))

    assert near == "The article writes “officer”, “battery”."
    assert cloze().near(("who=officer", "what=tank")) == ""


def test_what_was_filled_is_described_in_the_order_of_the_gaps() -> None:
    """The review shows the reader's words."""
    assert cloze().describe(("what=tank", "who=x=y", "z=1")) == "“x=y”; “tank”"


@pytest.mark.parametrize(
    ("text", "gap", "wrong"),
    [
        ("No gap.", Gap("a", ("x",)), ("gap-places", ("gaps", 0, "id"))),
        ("[[a]] [[a]]", Gap("a", ("x",)), ("gap-places", ("gaps", 0, "id"))),
        ("[[a]] [[b]]", Gap("a", ("x",)), ("unknown-gap", ("text",))),
        ("[[a]] [[Gap 2]]", Gap("a", ("x",)), ("unknown-gap", ("text",))),
        ("[[a]]", Gap("a", ("x", "…")), ("empty-answer", ("gaps", 0, "accepted", 1))),
        ("[[a]]", Gap("a", ("x",), ("y", "z")), ("no-key", ("gaps", 0, "options"))),
        ("[[a]]", Gap("a", ("x",), ("x", "y", "Y!")),
         ("duplicate-option", ("gaps", 0, "options", 2))),
        ("[[a]]", Gap("a", ("x", "z"), ("x", "z")), ("two-keys", ("gaps", 0, "options", 1))),
    ],
)  # fmt: skip
def test_a_text_that_does_not_fit_its_gaps_is_refused(
    text: str, gap: Gap, wrong: tuple[str, tuple[str | int, ...]]
) -> None:
    """Each gap once in the text, each list with one right option."""
    assert codes(cloze(text, gap)) == [wrong]


def test_a_gap_that_is_described_twice_is_refused() -> None:
    """Nobody could say which of the two holds."""
    assert codes(cloze("[[a]]", Gap("a", ("x",)), Gap("a", ("y",)))) == [
        ("duplicate-id", ("gaps", 1, "id"))
    ]


def test_gaps_count_by_their_weights() -> None:
    """A gap that matters more earns more, and a guess at its list is worth more."""
    gaps = (Gap("a", ("x",), ("x", "y"), Decimal(3)), Gap("b", ("z",)))
    item = Cloze(id="q", text="[[a]] [[b]]", gaps=gaps)

    assert item.credit(("a=x",)) == 0.75
    assert item.credit(("a=x", "b=z")) == 1.0
    assert item.guess() == 0.375
    assert item.own()["gaps"][0]["weight"] == "3"


def test_gaps_may_earn_only_together() -> None:
    """What was all or nothing in another program stays so."""
    gaps = (Gap("a", ("x",), ("x", "y")), Gap("b", ("z",), ("w", "z")))
    item = Cloze(id="q", text="[[a]] [[b]]", gaps=gaps, all_or_nothing=True)

    assert item.credit(("a=x",)) == 0.0
    assert item.credit(("a=x", "b=z")) == 1.0
    assert item.guess() == 0.25
    assert item.own()["scoring"] == "all_or_nothing"
