"""A result as pages: what is on them, and that it can be read back."""

import re
from dataclasses import replace

import pytest

from quizapp.drawing.print_look import ACCENT, LINE, PAPER, STANDINGS, TEXT, TEXT2
from quizapp.drawing.result_pages import result_pdf
from quizapp.items import KINDS
from quizapp.quiz import Rules
from quizapp.report import claims_sentence, claims_table, result
from quizapp.report.answers import answers
from quizapp.ui.tokens import THEMES
from tests.drawing.pages import fonts, texts
from tests.examples import ferry
from tests.kinds import kinds
from tests.report.banks import attempt, balanced

pytestmark = pytest.mark.usefixtures("qapp")


def flat(text: str) -> str:
    """The text without spaces, which say little where a line is broken."""
    return re.sub(r"\s+", "", text)


def test_the_sentence_can_be_selected_and_every_font_is_in_the_file() -> None:
    """The page is text and not a picture of it, and looks the same everywhere."""
    bank, taken = balanced(), attempt(balanced(), 1, wrong=True)
    found = result(bank, taken)

    data = result_pdf(found, answers(bank, taken))

    pages = texts(data)
    assert found.sentence in pages[0]
    assert found.rests_on in pages[0]
    assert {"Inter-Regular", "QuizappSerif-SemiBold"} <= fonts(data)


def test_every_page_says_what_it_is_and_which_of_how_many() -> None:
    """Sheets that fall from a desk can be put in order again."""
    bank, taken = balanced(), attempt(balanced(), 1)

    pages = texts(result_pdf(result(bank, taken), answers(bank, taken)))

    assert len(pages) > 2
    for n, page in enumerate(pages, start=1):
        assert f"Page {n} of {len(pages)}" in page
        assert f"Result: {bank.title}" in page


def test_every_item_is_there_with_its_answer_and_its_key_on_one_page() -> None:
    """Nobody turns a page between a question and its key."""
    bank, taken = kinds(), attempt(kinds(), 1)
    told = answers(bank, taken)

    pages = [flat(page) for page in texts(result_pdf(result(bank, taken), told))]

    assert {one.kind for one in told} == {k for k in KINDS if KINDS[k].scored} & {
        item.kind for item in kinds().items
    }
    for one in told:
        wanted = [flat(one.text), flat(f"Your answer: {one.yours}"), flat(f"Key: {one.key}")]
        assert any(all(words in page for words in wanted) for page in pages), one.item


def test_the_map_of_the_article_is_there() -> None:
    """Who stands behind what, claim by claim."""
    bank, taken = ferry(), attempt(ferry(), 1)
    found = result(bank, taken)

    whole = flat(" ".join(texts(result_pdf(found, answers(bank, taken)))))

    assert all(flat(line.text) in whole for line in found.map.confirmed)
    assert all(flat(one.question) in whole for one in found.map.argued)


def test_without_the_article_nothing_is_said_about_reading() -> None:
    """Guesses are not judged on paper either."""
    bank, taken = balanced(), attempt(balanced(), 1)
    closed = replace(taken, rules=replace(Rules.test(), closed=True))

    whole = " ".join(texts(result_pdf(result(bank, closed), answers(bank, closed))))

    assert "Not from answers that were given without the article." in whole


def test_paper_has_the_colours_of_the_light_look() -> None:
    """A reader finds the same colours on the page as on the screen."""
    light = THEMES["light"]

    assert (light.text, light.text2, light.accent) == (TEXT, TEXT2, ACCENT)
    assert (light.paper, light.line) == (PAPER, LINE)
    assert dict(light.standings) == STANDINGS


def test_five_levels_have_their_picture_and_what_they_claim() -> None:
    """A reader who was asked in five levels finds them on paper too."""
    bank, given = balanced(), attempt(balanced(), 1, wrong=True)
    five = replace(given, rules=replace(given.rules, levels=5))
    found = result(bank, five)
    assert found.claims is not None

    whole = " ".join(texts(result_pdf(found, answers(bank, five))))

    assert claims_sentence(found.claims) in whole
    assert all(row[1] in whole for row in claims_table(found.claims)[1:])
