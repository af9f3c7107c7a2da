"""Banks without their article: what they hold, and how a reader’s own copy is recognised."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.bank_files import open_bank, shipped
from quizapp.bank import Bank, canonical
from quizapp.bank.bare import (
    MOST_LETTERS,
    OtherArticleError,
    bare,
    is_bare,
    joined,
    opened,
)
from quizapp.claims import ClaimMap
from quizapp.claims.traces import Letters
from quizapp.drawing.exam_pages import exam_pdf
from quizapp.errors import QuizappError
from quizapp.formats.articles import read_article
from quizapp.report.paper import paper
from quizapp.text import words
from tests.bank.typesetting import SETTINGS
from tests.examples import ferry

BANKS = {folder.name: open_bank(folder) for folder in shipped()}
WANTED = 0.95  # of the spans, on a copy that was set anew


def shown(bank: Bank) -> list[str]:
    """The letters of every place that shows a claim, in order."""
    return [
        Letters(span.cut(bank.article.text)).run
        for claim in bank.map.claims
        for attribution in claim.attributions
        for alternative in attribution.evidence.spans
        for span in alternative
    ]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("name", BANKS)
def test_a_copy_that_was_set_anew_is_recognised_and_its_words_are_found_again(
    name: str, setting: str
) -> None:
    """At least 95 of 100 places, each with the very letters that the author marked."""
    bank = BANKS[name]

    found = joined(opened(bare(bank)), SETTINGS[setting](bank.article))

    wanted, got = shown(bank), shown(found.bank)
    assert len(got) == len(wanted)
    right = sum(one == other for one, other in zip(wanted, got, strict=True))
    assert right / len(wanted) >= WANTED
    assert found.found / found.spans >= WANTED
    assert len(found.bank.usable) >= WANTED * len(bank.usable)
    ids = [sentence.id for sentence in bank.article.sentences.values()]
    assert [sentence.id for sentence in found.bank.article.sentences.values()] == ids


@pytest.mark.parametrize("name", BANKS)
def test_every_other_article_is_refused(name: str) -> None:
    """In a sentence that says which article is wanted, and where it comes from."""
    bank = opened(bare(BANKS[name]))

    for other in (one for one in BANKS.values() if one.id != name):
        with pytest.raises(OtherArticleError) as refused:
            joined(bank, other.article.text)
        assert bank.article in str(refused.value)
        assert bank.cites in str(refused.value)


def test_the_text_of_a_real_pdf_is_recognised(qapp: object) -> None:
    """A test on paper has the article with numbered paragraphs, a header and questions after it."""
    bank = ferry()
    text = read_article(exam_pdf(paper(bank, ())), "paper.pdf").text

    found = joined(opened(bare(bank)), text)

    assert found.found / found.spans >= WANTED


def test_the_same_text_gives_the_same_bank() -> None:
    """Nothing but the hash of the article is made anew."""
    for bank in (*BANKS.values(), ferry()):
        found = joined(opened(bare(bank)), bank.article.text).bank

        assert shown(found) == shown(bank)
        assert [item.id for item in found.items] == [item.id for item in bank.items]
        assert found.raters == bank.raters
        assert found.pictures == bank.pictures
        assert found.stale == frozenset()


@pytest.mark.parametrize("name", BANKS)
def test_the_file_holds_no_run_of_the_article_that_is_longer_than_fifteen_words(name: str) -> None:
    """Neither in a field nor across fields."""
    bank = BANKS[name]
    said = " ".join(w.casefold() for w in words(bare(bank).decode()))
    article = [w.casefold() for w in words(bank.article.text)]

    runs = (" ".join(article[n : n + 16]) for n in range(len(article) - 15))

    assert not [run for run in runs if run in said]


def test_a_bank_that_quotes_more_is_not_written() -> None:
    """Its author is told which words; fifteen of them are allowed."""
    bank = BANKS["harbour-budget"]
    sentence = bank.article.text[: bank.article.paragraphs[0].end]
    told = sentence.split()

    with pytest.raises(QuizappError, match="more than 15 words"):
        bare(replace(bank, about=f"It says: {' '.join(told[:16])}"))
    bare(replace(bank, about=f"It says: {' '.join(told[:15])}"))


def test_words_that_are_others_in_the_copy_are_withheld_and_never_guessed() -> None:
    """A newspaper changed a sentence: the questions about it wait, and all the others are asked."""
    bank = ferry()
    copy = bank.article.text.replace("withdrawn the ferry's permit on", "renewed the permit of")

    found = joined(opened(bare(bank)), copy)

    assert found.found == found.spans - 1
    assert found.bank.stale == {"permit"}
    assert 0 < len(found.bank.usable) < len(bank.items)
    assert canonical(found.bank)


def test_half_of_the_article_is_told_from_another_article() -> None:
    """The reader hears how much is there."""
    bank = BANKS["kettle-recall"]
    half = bank.article.text[: len(bank.article.text) * 4 // 10]

    with pytest.raises(OtherArticleError, match=r"Only \d\d % of"):
        joined(opened(bare(bank)), half)


def test_what_cannot_be_left_bare_says_why() -> None:
    """Without an article, or with claims that somebody must look at first."""
    bank = ferry()
    nothing = replace(bank.article, text="", boundaries=())

    with pytest.raises(QuizappError, match="has no article"):
        bare(replace(bank, map=ClaimMap(nothing, (), (), ())))
    with pytest.raises(QuizappError, match="Look at these claims"):
        bare(replace(bank, stale=frozenset({"permit"})))


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"[]", b"{}", b'{"kind":"quizapp-bare-1"}', b'{"kind":"quizapp-pack-1"}'],
)
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    """In words, whatever it is."""
    assert not is_bare(data)
    with pytest.raises(QuizappError, match="no bank without its article"):
        opened(data)


@given(st.integers(0, 4000), st.binary(min_size=1, max_size=3))
def test_a_damaged_file_is_refused_or_read_and_never_more(at: int, noise: bytes) -> None:
    """No file from elsewhere can do anything else."""
    data = bare(ferry())
    at %= len(data)
    damaged = data[:at] + noise + data[at + len(noise) :]

    try:
        found = opened(damaged)
        joined(found, ferry().article.text)
    except QuizappError:
        pass


def test_counts_that_lead_nowhere_are_damage() -> None:
    """A span of minus one letter, or of a billion."""
    whole = json.loads(bare(ferry()))
    for wrong in (-1, 10**9, "5", None):
        whole["spans"][0][1] = wrong
        with pytest.raises(QuizappError, match="damaged"):
            opened(json.dumps(whole).encode())


def test_a_text_without_end_is_not_looked_through() -> None:
    """It would take minutes."""
    with pytest.raises(QuizappError, match="too long"):
        joined(opened(bare(ferry())), "x" * (MOST_LETTERS + 1))
