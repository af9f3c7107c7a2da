"""Facts for the teacher’s eyes: clocks, and answers that are the same."""

import pytest

from quizapp.classroom.flags import Given, Moment, by_chance, clock_flags, same_flags


def moments(*pairs: tuple[float, float | None]) -> list[Moment]:
    """Entries by the wall and by work, in seconds."""
    return [Moment(n, wall, worked) for n, (wall, worked) in enumerate(pairs, start=1)]


@pytest.mark.parametrize(
    ("pairs", "kinds", "said"),
    [
        (((0, 0), (60, 60), (90, 90)), [], ""),
        (((0, 0), (60, 58), (57, 59)), [], ""),  # put right by the network
        (((0, 0), (3600, 60), (3660, 120)), ["clock_gap"], "59 minutes"),
        (((0, 0), (60, 60), (-540, 90)), ["clock_back"], "went back by 10 minutes"),
        (((0, 0), (60, 660)), ["clock_back"], "Between entries 1 and 2"),
        (((0, None), (3600, 60)), [], ""),
        (((0, None), (-90, None)), ["clock_back"], "90 seconds"),
    ],
)
def test_a_clock_that_jumped_is_told_as_what_it_is(
    pairs: tuple[tuple[float, float | None], ...], kinds: list[str], said: str
) -> None:
    """Back or on, by how much and where; what nobody knows is left open."""
    found = clock_flags("Ada", moments(*pairs))

    assert [one.kind for one in found] == kinds
    assert all(said in one.words and one.who == ("Ada",) for one in found)


def given(who: str, marks: str, right: str = "AAAA") -> Given:
    """Answers to four questions, a letter each, ``-`` for none; ``A`` is right."""
    answers = {f"q{n}": (mark,) for n, mark in enumerate(marks) if mark != "-"}
    return Given(who, answers, frozenset(i for i, (mark,) in answers.items() if mark == "A"))


def test_only_answers_with_a_wrong_one_among_them_stand_out() -> None:
    """All who know everything have the same answers, and so has who handed in twice."""
    class_ = [given("Ada", "AAAA"), given("Bo", "AAAA"), given("Cem", "ABBA"), given("Dee", "ABBA")]
    class_ += [given("Eve", "ABBC"), given("Flo", "CCCC"), given("Flo", "CCCC")]

    (found,) = same_flags(class_)

    assert found.who == ("Cem", "Dee")
    assert "all 4 questions that they answered, 2 of them wrong" in found.words
    assert "Too few others" in found.words


def test_how_likely_it_is_follows_from_the_wrong_answers_of_others() -> None:
    """A trap that all fall into says little, a rare pair of slips says more.

    By hand: of 10 others, 9 wrote B and 1 C at q1; with the one in question B has 10 of 11. At q2
    it is C alone against 10 times B: (10/11)² + (1/11)² each time.
    """
    others = [given(f"{n}", "ABBA") for n in range(9)] + [given("9", "ACBA")]
    common, rare = given("x", "ABBA"), given("x", "ABCA")

    each = (10 / 11) ** 2 + (1 / 11) ** 2
    assert by_chance(common, others) == pytest.approx(each * 1.0)
    assert by_chance(rare, others) == pytest.approx(each**2)
    assert by_chance(rare, others[:4]) is None


def test_the_chance_is_told_as_one_in_so_many() -> None:
    """Four wrong answers that everybody spreads over four letters."""
    others = [given(f"{n}", letter * 4) for n, letter in enumerate("BCDE" * 5)]

    (found,) = [
        f for f in same_flags([*others, given("x", "BCDE"), given("y", "BCDE")]) if "x" in f.who
    ]

    each = (6 / 21) ** 2 + 3 * (5 / 21) ** 2
    assert f"about 1 time in {round(1 / each**4)}" in found.words
