import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.authoring.cleaning import clean, rounded
from quizapp.app.authoring.gate import fitness, names_in
from quizapp.claims import suggest
from tests.examples import ARTICLE

PASTED = """A water main for Quay Street

By Anna Okafor
Published 12 March 2026
Share this article

"We shut it ourselves," said Ruth Adeyemi,
the town engineer. It stays shut until the
new pipe\u00a0is in, she told the coun-
cil at a meeting that nobody had wanted to
attend.

Nobody knows when that's going to be. The
board's minutes don't say so either, and the
chair would not be drawn.

Read more: the last valve
"""


def test_pasted_text_becomes_an_article() -> None:
    """Broken lines, straight quotes, a byline and what was around the article are put right."""
    found = clean(PASTED)

    assert found.title == "A water main for Quay Street"
    assert found.cites == "By Anna Okafor · Published 12 March 2026"
    assert found.text.split("\n\n") == [
        "“We shut it ourselves,” said Ruth Adeyemi, the town engineer. It stays shut until the new "
        "pipe is in, she told the council at a meeting that nobody had wanted to attend.",
        "Nobody knows when that’s going to be. The board’s minutes don’t say so either, and the "
        "chair would not be drawn.",
    ]
    assert set(found.notes) == {"breaks", "quotes", "spaces", "hyphens", "litter", "head"}


def test_an_article_that_is_clean_is_left_alone() -> None:
    """Nothing is changed for the sake of changing it."""
    text = clean(ARTICLE).text

    again = clean(text, "The ferry")

    assert again.text == text
    assert again.notes == ()


@given(st.text(alphabet="ab.\n \"'-—\u00a0\u00adBy1", max_size=60))
def test_whatever_is_pasted_cleaning_ends_and_is_final(text: str) -> None:
    """Cleaning a second time finds nothing more to do, but for a title taken from what is left."""
    first = clean(text, "T")

    assert clean(first.text, "T").text == first.text or "head" in clean(first.text, "T").notes


@pytest.mark.parametrize(
    ("straight", "round_"),
    [
        ('"No," she said.', "“No,” she said."),
        ("He said 'yes' twice.", "He said ‘yes’ twice."),
        ("It's the council's.", "It’s the council’s."),
        ('("Not yet")', "(“Not yet”)"),
        ("In the '90s", "In the ’90s"),
    ],
)
def test_quotation_marks_are_made_round(straight: str, round_: str) -> None:
    """As a printer would set them."""
    assert rounded(straight) == round_


def test_lines_of_a_narrow_page_are_joined_to_paragraphs() -> None:
    """Text from a PDF has no empty lines; a short last line ends a paragraph."""
    page = (
        "The council voted on Tuesday to close the\nvalve, the minutes of the meeting show us\n"
        "all.\nNobody knows when it will be opened, the\ntown engineer told the board yesterday "
        "at\nnoon.\n"
    )

    assert len(clean(page, "T").text.split("\n\n")) == 2


def test_an_article_with_sources_and_open_questions_is_a_good_choice() -> None:
    """The gate says what was found, and why that is good."""
    long = "\n\n".join([ARTICLE] * 2)

    found = fitness(long)

    assert {point.key for point in found.points} == {"length", "sources", "unknowns", "standings"}
    assert found.good, [point for point in found.points if not point.good]
    assert found.verdict.startswith("A good choice")


def test_an_article_that_lacks_something_is_told_what_and_why() -> None:
    """Whoever picks a notice of two sentences learns what to look for instead."""
    found = fitness("The shop opens at nine. Bread is sold there.")

    assert not found.good
    assert {point.key for point in found.points if not point.good} == {
        "length", "sources", "unknowns", "standings",
    }  # fmt: skip
    assert all(point.why for point in found.points)


def test_an_empty_article_is_no_choice() -> None:
    """Nothing was pasted, and that is said like anything else."""
    assert not fitness("").good


def test_names_for_the_source_field_come_from_the_article() -> None:
    """The field completes what the article calls its sources, without pronouns."""
    names = names_in(ARTICLE, suggest(ARTICLE))

    assert any("harbour master" in name for name in names)
    assert not {"she", "he", "it"} & {name.casefold() for name in names}
