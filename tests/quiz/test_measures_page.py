"""What docs/measures.md says, held to the program."""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random

import pytest

from quizapp.quiz.detection import corrected, criterion, sensitivity
from quizapp.quiz.schemes import FIVE, THREE, Scheme
from quizapp.quiz.verdict import Name, judge
from tests.quiz.readers import counts, simulated

PAGE = (Path(__file__).parents[2] / "docs" / "measures.md").read_text("utf-8")
NAMES = {
    "tells apart and does not lean": Name.TELLS_APART,
    "leans to trust": Name.LEANS_TO_TRUST,
    "leans to doubt": Name.LEANS_TO_DOUBT,
    "cannot tell": Name.CANNOT_TELL,
}


def rows(head: str) -> list[list[str]]:
    """The cells of the table that has this first line, without its head."""
    table = PAGE.split(f"| {head} |\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


@cache
def named(found: int, called: int, each: int) -> Name | None:
    """The name of a reader with so many answers of each sort."""
    return getattr(judge([counts(found, each, called, each)]), "name", None)


READERS = rows("reader | of confirmed | of others | name | 20 + 20 | 30 + 30 | 40 + 40")


@pytest.mark.parametrize("row", READERS, ids=lambda row: row[0])
def test_readers_are_named_as_often_as_the_page_says(row: list[str]) -> None:
    """Drawn anew, 400 readers of each size: within four standard errors of the table."""
    hit, alarm = float(Fraction(row[1])), float(Fraction(row[2]))
    for each, cell in zip((20, 30, 40), row[4:], strict=True):
        random = Random(f"{row[0]} {each}")
        readers = [simulated(hit, alarm, random, each) for _ in range(400)]
        share = sum(named(*reader, each) is NAMES[row[3]] for reader in readers) / 400
        said = float(cell.removesuffix(" %")) / 100

        assert abs(share - said) <= 4 * (said * (1 - said) / 400) ** 0.5 + 0.003


def test_the_page_has_the_names_that_there_are() -> None:
    """A reader who looks a verdict up finds when it is given."""
    assert [NAMES[row[0]] for row in rows("name | when")] == list(Name)


@pytest.mark.parametrize(
    ("head", "scheme"),
    [
        ("level | right | wrong | pays best", THREE),
        ("level | claims | right | wrong | pays best", FIVE),
    ],
    ids=["three", "five"],
)
def test_the_page_has_the_marks_and_ranges_of_both_schemes(head: str, scheme: Scheme) -> None:
    """Levels, marks and switch points are those that the program works out."""
    found = [
        [
            str(stretch.level),
            *([] if level.claimed is None else [f"{float(level.claimed):.2f}".lstrip("0")]),
            str(level.right),
            str(level.wrong).replace("-", "−"),
            f"{stretch.low} to {stretch.high}",
        ]
        for level, stretch in zip(scheme.levels, scheme.stretches(), strict=True)
    ]

    assert rows(head) == found


def test_the_worked_numbers_of_the_page_are_right() -> None:
    """34 and 15 of 49 give d′ 0.99; .84 and .16 give 1.99; who picks blindly has c 1.07."""
    shown = re.findall(r"= (0\.99)\.|give (1\.99)\.|of about (1\.07)\.", PAGE)

    assert ["".join(each) for each in shown] == [
        f"{sensitivity(corrected(34, 49), corrected(15, 49)):.2f}",
        f"{sensitivity(0.84, 0.16):.2f}",
        f"{criterion(1 / 7, 1 / 7):.2f}",
    ]
