"""Slips of the pen: found in what the author wrote, never in the article, and mended everywhere."""

from dataclasses import replace
from typing import Any

import pytest

from quizapp.app.authoring.asking import put
from quizapp.app.authoring.draft import Draft, draft_of
from quizapp.app.authoring.judgement import judge
from quizapp.app.authoring.marking import change_claim
from quizapp.app.authoring.spelling import call_right, respelt, slips
from quizapp.app.bank_files import open_bank, shipped
from quizapp.items import Option, SingleChoice
from tests.examples import ferry

OPTIONS = (Option("a", "The harbour mastr"), Option("b", "Nobody"))


def draft(**fields: Any) -> Draft:
    """The example with other fields."""
    return replace(draft_of(ferry(), ()), **fields)


def words(one: Draft) -> list[str]:
    """The words that are doubted."""
    return [slip.word for _problem, slip in slips(one, one.items)]


def test_a_slip_in_a_claim_is_named_at_its_place_and_mended() -> None:
    """In the problems pane, with the word that was meant."""
    claim = draft().claims[0]
    wrong = change_claim(draft(), claim.id, text="The ferry was definately repaired.")

    (trouble,) = [t for t in judge(wrong).troubles if t.problem.code == "spelling"]

    assert (trouble.claim, trouble.place) == (claim.id, "text")
    assert "“definately”" in trouble.what
    assert trouble.fix is not None
    mended = trouble.fix.command(wrong).claim(claim.id)
    assert mended is not None
    assert mended.text == "The ferry was definitely repaired."


def test_options_and_feedback_of_items_by_hand_are_read_too() -> None:
    """Wherever an author writes."""
    item = SingleChoice(
        id="own", stem="Who?", options=OPTIONS, right="a", feedback="Look at paragrapph 1."
    )
    one = put(draft(), item)

    assert set(words(one)) == {"paragrapph", "mastr"}
    mended = respelt(one, "mastr", "master").items[-1]
    assert isinstance(mended, SingleChoice)
    assert mended.options[0].text == "The harbour master"


def test_what_the_author_calls_right_is_doubted_no_more() -> None:
    """And it stays so with the draft."""
    one = draft(about="A quiz about the ferrry.")

    assert words(one) == ["ferrry"]
    assert words(call_right(one, "ferrry")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The organisation’s neighbouring centre defended its programme.",
        "A colour, a litre, and what somebody else’s labour analysed.",
        "Qzvarbl waited for Ivanenko near OPEC.",
        "Do not doubt rare words such as sesquipedalian or floccinaucinihilipilification.",
    ],
)
def test_british_spellings_names_and_rare_words_are_left_alone(text: str) -> None:
    """A check that cries wolf is soon not read any more."""
    assert words(draft(about=text)) == []


def test_words_of_the_article_are_right() -> None:
    """However it spells them."""
    one = draft(about="The ferrry stayed.")

    assert words(replace(one, text=f"{one.text}\n\nThe ferrry is old.")) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "L’article ne dit pas qui l’a confirmmé.", ["confirmmé"]),
        ("en-GB", "Nobody confirmmed it.", ["confirmmed"]),
        ("uk", "Паром залишшився в гавані.", []),
    ],
)
def test_each_language_has_its_dictionary_or_none(
    language: str, text: str, found: list[str]
) -> None:
    """Ukrainian has none, so nothing is claimed about it."""
    assert words(draft(about=text, language=language, title="", claims=(), items=())) == found


def test_the_banks_that_come_with_the_program_have_no_slips() -> None:
    """Neither in truth nor by mistake of the check."""
    every = [open_bank(path) for path in shipped()]

    assert [words(draft_of(bank, ())) for bank in every] == [[] for _bank in every]
