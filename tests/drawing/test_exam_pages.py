"""Tests on paper, read back from their pages."""

import re
from dataclasses import replace

import pytest

from quizapp.app.bank_files import open_bank, shipped
from quizapp.app.printing import on_paper
from quizapp.bank import Bank
from quizapp.drawing.exam_pages import exam_pdf, key_pdf
from quizapp.items import KINDS
from quizapp.report.paper import ROOMS, Paper, Question
from tests.drawing.pages import texts
from tests.examples import ferry
from tests.kinds import kinds

pytestmark = pytest.mark.usefixtures("qapp")


def flat(text: str) -> str:
    """The text without spaces, which say little where a line is broken."""
    return re.sub(r"\s+", "", text)


def pages(data: bytes) -> list[str]:
    """The pages without spaces and without the foot."""
    return [flat(page) for page in texts(data)]


def asked(question: Question) -> list[str]:
    """Everything that a question puts on paper."""
    room = question.room
    parts = (question.prompt, question.subject, *room.boxes, *room.rows, *room.choices, *room.lines)
    return [flat(part) for part in parts if part]


def test_every_kind_has_room_to_answer() -> None:
    """A new kind cannot be forgotten."""
    assert set(ROOMS) == set(KINDS)
    for bank in (ferry(), kinds()):
        for question in on_paper(bank).questions:
            room = question.room
            given = room.boxes or room.rows or room.lines or room.text
            assert bool(given) == bool(question.number), question.kind


@pytest.mark.parametrize("bank", [ferry(), kinds(), open_bank(shipped()[0])], ids=lambda b: b.id)
def test_no_question_is_broken_over_a_page(bank: Bank) -> None:
    """From its first word to its last line to write on, each stands on one page."""
    paper = on_paper(bank)

    found = pages(exam_pdf(paper))

    for question in paper.questions:
        wanted = asked(question)
        assert any(all(part in page for part in wanted) for page in found), question.item


def test_the_sheet_has_a_place_for_the_name_and_the_whole_article_with_numbers() -> None:
    """Nothing else is needed to take the test."""
    bank = ferry()

    found = pages(exam_pdf(on_paper(bank)))

    assert all(word in found[0] for word in ("Name", "Date", "Pointsof13"))
    whole = "".join(found)
    for paragraph in bank.article.paragraphs:
        words = flat(bank.article.text[paragraph.start : paragraph.end])
        assert f"{paragraph.number}{words}" in whole


def test_no_key_stands_on_the_test() -> None:
    """Neither its reasons nor its letters."""
    paper = on_paper(ferry())

    whole = "".join(pages(exam_pdf(paper)))

    reasons = [flat(line.why) for line in paper.keys if line.why]
    assert reasons
    assert not any(reason in whole for reason in reasons)


def test_the_key_has_each_answer_with_its_letter_and_the_words_that_show_it() -> None:
    """A teacher marks with it without opening the program."""
    paper = on_paper(kinds())

    found = pages(key_pdf(paper))

    for line in paper.keys:
        wanted = [flat(line.key), *(flat(f"“{shown.text}”") for shown in line.evidence)]
        assert any(all(part in page for part in wanted) for page in found), line.item
    (order,) = (line for line in paper.keys if line.key.endswith("He asks again."))
    assert sorted(order.key.split(":")[0].split(", ")) == ["1", "2", "3", "4"]


def claims(paper: Paper, bank: Bank) -> set[str]:
    """What the questions of a form quote."""
    return {c.id for c in bank.map.claims for q in paper.questions if c.text in q.subject}


def test_the_forms_ask_alike_about_different_claims() -> None:
    """Neighbours at one table cannot copy."""
    bank = open_bank(shipped()[0])

    a, b = on_paper(bank, "A"), on_paper(bank, "B")

    assert [q.kind for q in a.questions] == [q.kind for q in b.questions]
    assert claims(a, bank)
    assert not claims(a, bank) & claims(b, bank)
    assert "form A" in texts(exam_pdf(a))[0]


def test_letters_of_the_key_are_those_of_the_sheet() -> None:
    """The options of both are in one order, whatever the seed."""
    for seed in range(5):
        paper = on_paper(ferry(), seed=seed)
        for question, line in zip(
            [q for q in paper.questions if q.number], paper.keys, strict=True
        ):
            if question.kind == "single_choice":
                letter, _colon, words = line.key.partition(": ")
                assert question.room.boxes["abcdefgh".index(letter)] == words


def test_a_picture_is_printed_and_where_it_cannot_be_its_words_are() -> None:
    """Both sheets ask the same."""
    bank = ferry()

    shown = exam_pdf(on_paper(bank))
    told = exam_pdf(on_paper(replace(bank, pictures=())))

    assert b"/Subtype /Image" in shown
    assert b"/Subtype /Image" not in told
    assert "[Picture:Arudder]" in "".join(pages(told))
