"""What is said about each part of an answer in several parts."""

from quizapp.items import Response
from quizapp.report import placed
from tests.examples import ferry
from tests.kinds import of


def rows(kind: str, response: Response) -> list[tuple[str, bool, str]]:
    """Words, whether they were right, and the note, row by row."""
    return [(row.text, row.right, row.note) for row in placed(of(kind), response)]


def test_a_claim_with_its_source_is_right_and_another_says_both() -> None:
    """The reader sees for each claim whom they gave it to, and who it is."""
    found = rows("match", ("permit harbour", "sold line", "slow nobody"))

    assert found == [
        ("The ferry's permit was withdrawn on 9 April.", True, "Ines Vold"),
        ("The inspection found eleven faults.", False,
         "Left blank. In the article: The inspection report"),
        ("The line has sold the ship.", False,
         "You gave it to “Norlinje”. In the article: A deckhand"),
        ("A slow boat is better than none.", False, "Left blank. In the article: Islanders"),
    ]  # fmt: skip


def test_a_line_out_of_its_place_says_both_places() -> None:
    """The rows stand in their right order."""
    found = rows("order", ("told", "withdrawn", "asked", "asked-again"))

    assert [right for _text, right, _note in found] == [False, False, True, True]
    assert found[0][2] == "Place 1. You put it in place 2."
    assert found[3][2] == "Place 4"


def test_a_gap_shows_the_key_and_what_was_put_there() -> None:
    """Another spelling that is right is shown as such."""
    found = rows("cloze", ("who=Harbourmaster", "where=office"))

    assert found == [
        ("harbour master", True, "Gap 1. You put “Harbourmaster”."),
        ("council", False, "Gap 2. You put “office”."),
        ("withdrawn", False, "Gap 3. Left blank."),
    ]


def test_an_answer_of_one_part_has_no_rows() -> None:
    """A number or a word is right or not."""
    assert placed(of("numeric"), ("11",)) == ()
    assert placed(ferry().item["who"], ("line",)) == ()


def test_sorting_is_told_the_same_way() -> None:
    """Each consideration with its side."""
    found = placed(ferry().item["sort"], ("slow for", "life no_side"))

    assert [(row.right, row.note) for row in found] == [
        (True, "For"),
        (False, "You put it under “No side taken”. In the article: Against"),
        (False, "Left blank. In the article: No side taken"),
        (False, "Left blank. In the article: Not argued here"),
    ]
