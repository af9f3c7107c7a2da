"""A certificate as a page: what is on it, in which scripts, and that nothing runs over."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from quizapp.app.certificates import Certificate
from quizapp.drawing.certificate import certificate_pdf, lacking
from tests.drawing.pages import fonts, texts

pytestmark = pytest.mark.usefixtures("qapp")
LONG = "Maximiliana Wilhelmina Augusta von und zu Hohenstein-Schwarzenberg-Lichtenfelsen"
ONE = Certificate(
    name="Ada - The ferry",
    who="Ada Kovalenko-Bjørnsen",
    title="The ferry that stayed",
    article="A ferry stays",
    at=datetime(2026, 3, 2, 9, tzinfo=UTC),
    earned=13.5,
    possible=18.0,
    least=60.0,
    questions=18,
    asked=("who says what", "which words show it"),
)


def flat(one: Certificate) -> str:
    """The words of the one page without spaces, which say little where a line is broken."""
    (page,) = texts(certificate_pdf(one))
    return "".join(page.split())


def test_it_says_who_what_when_how_much_and_about_what() -> None:
    """One page, as text, in the fonts that come with the program."""
    (page,) = texts(certificate_pdf(ONE))

    for told in (
        "Certificate", "Ada Kovalenko-Bjørnsen", "The ferry that stayed", "2 March 2026", "75 %",
        "13.5 of 18 points", "18 questions about the article “A ferry stays”",
        "who says what and which words show it", "Name and signature of the teacher",
        "60 % or more",
    ):  # fmt: skip
        assert told in page
    assert fonts(certificate_pdf(ONE)) >= {"QuizappSerif-SemiBold", "Inter-Regular"}


@pytest.mark.parametrize("who", [LONG, "Елена Владимировна Волкова", "Ğüş Œuvre-Øyå", "x" * 300])
def test_every_name_that_the_fonts_have_is_whole_on_one_page(who: str) -> None:
    """80 characters, Cyrillic, accents; what is longer than any name ends in an ellipsis."""
    assert len(LONG) == 80
    assert lacking([who]) == ""

    told = flat(replace(ONE, who=who, title="T" * 400, article="A" * 900))

    assert ("".join(who.split()) in told) is (len(who) < 160)
    assert "signatureoftheteacher" in told
    assert "…" in told


def test_a_letter_that_no_font_has_is_named() -> None:
    """Each once, from any of the texts; marks that are never seen are no lack."""
    assert lacking(["Ada \U000f1234\U000f1234", "\U000f1235"]) == "\U000f1234\U000f1235"
    assert lacking(["Ada\u200e \u200d", ""]) == ""


def test_without_a_skill_it_says_that_the_article_was_asked() -> None:
    """One question, in the singular."""
    told = flat(replace(ONE, asked=(), questions=1, article="B"))

    assert "asked1questionaboutthearticle“B”:whatitsays." in told
