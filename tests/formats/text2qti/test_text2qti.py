"""text2qti: read as Canvas would get it, written so that the program itself takes it."""

import contextlib
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.exchange import bank_of, recognised
from quizapp.errors import FileError
from quizapp.formats import Reading
from quizapp.formats.text2qti import read, write
from quizapp.formats.text2qti.marks import escaped, plain
from quizapp.items import (
    Cloze,
    Info,
    Item,
    MultipleResponse,
    Numeric,
    Option,
    ShortAnswer,
    SingleChoice,
    TrueFalse,
)
from quizapp.text import fold
from tests.examples import ferry

SIGNS = "abcXYZ 019.,:;!?<>&\"'/=#{}()[]%$é–ї字😀*\\+-_`~|^"


def only(text: str) -> Item:
    """The one item of a file."""
    (item,) = read(text.encode(), "x.txt").items
    return item


def notes(text: str) -> list[tuple[int, str, str]]:
    """Line, effect and code of everything that is said."""
    found = read(text.encode(), "x.txt")
    every = [*found.notes, *(note for q in found.questions for note in q.notes)]
    return [(note.line, note.effect, note.code) for note in every]


def test_a_choice_with_all_that_can_be_said_about_it() -> None:
    """Title, points, feedback to the question and to an answer, words over two lines."""
    item = only(
        "Title: Sums\nPoints: 2.5\n1.  What is\n    **2+3**?\n... Count.\n"
        "a)  6\n... Too much.\n*b) 5\n"
    )

    assert isinstance(item, SingleChoice)
    assert (item.stem, item.right, item.weight) == ("What is 2+3?", "o2", Decimal("2.5"))
    assert (item.feedback, item.options[0].feedback) == ("Count.", "Too much.")


def test_true_and_false_is_a_kind_of_its_own() -> None:
    """As text2qti itself sees it."""
    (found,) = read(b"1. Wet?\na) True\n*b) False\n", "x").questions

    assert isinstance(found.item, TrueFalse)
    assert (found.item.right, found.native) == ("false", "true_false_question")


def test_several_answers_are_all_or_nothing() -> None:
    """As the package is scored that text2qti makes of them."""
    item = only("1. Which?\n[*] newt\n[ ] fox\n[*] frog\n")

    assert isinstance(item, MultipleResponse)
    assert item.credit(("o1", "o3")) == 1.0
    assert item.credit(("o1",)) == 0.0


@pytest.mark.parametrize(
    ("written", "value", "tolerance"),
    [
        ("1_000", "1000", "0"),
        ("1.4142 +- 0.0001", "1.4142", "0.0001"),
        ("200 +- 5%", "200", "10"),
        ("[1.25, 1.75]", "1.5", "0.25"),
        ("-3", "-3", "0"),
    ],
)
def test_numbers_in_every_form(written: str, value: str, tolerance: str) -> None:
    """Whole, with a margin, with a percentage, as a range."""
    item = only(f"1. How many?\n=   {written}\n")

    assert isinstance(item, Numeric)
    assert (item.answer, item.tolerance) == (Decimal(value), Decimal(tolerance))


def test_words_gaps_and_lists() -> None:
    """What is typed, in a question or in a text, and what is chosen in one."""
    typed = only("1. Name it.\n* water\n* the water\n")
    gaps = only("1. The ((what)) is ((how)).\n<> ((what)) sky\n<> ((how)) blue\n<> ((how)) grey\n")
    lists = only("1. Or ((a)) it.\n{*} ((a)) do\n{ } ((a)) make\n")

    assert isinstance(typed, ShortAnswer)
    assert typed.accepted == ("water", "the water")
    assert isinstance(gaps, Cloze)
    assert (gaps.text, gaps.gaps[1].accepted) == ("The [[what]] is [[how]].", ("blue", "grey"))
    assert isinstance(lists, Cloze)
    assert (lists.gaps[0].accepted, lists.gaps[0].options) == (("do",), ("do", "make"))


def test_an_essay_is_kept_and_goes_back_as_it_was() -> None:
    """It cannot be scored; nothing of it is lost."""
    bank = bank_of(read(b"1. Write.\n   More.\n____\n", "x"), "x")

    assert isinstance(bank.items[0], Info)
    assert "1. Write.\n   More.\n____" in write(bank, {}).data.decode()


def test_groups_texts_titles_and_comments() -> None:
    """Points of a group hold in it alone; what lies in comments is not read."""
    found = read(
        b"Quiz title: Ponds\n"
        b"GROUP\npick: 1\npoints per question: 3\n1. In?\n*a) x\nb) y\nEND_GROUP\n"
        b"COMMENT\n1. no\nEND_COMMENT\n% nor this\n2. Out?\n*a) x\nb) y\nText: read on\n",
        "x",
    )

    assert found.title == "Ponds"
    assert [q.category for q in found.questions] == [("Group 1",), (), ()]
    assert [item.weight for item in found.items] == [3, 1, 1]
    assert isinstance(found.items[2], Info)


def test_code_is_never_run() -> None:
    """It is named and left out, whatever it would print."""
    text = "```{.python .run}\nprint('1. x')\n```\n1. y\n*a) b\nc) d\n"

    assert notes(text) == [(1, "refused", "code")]
    assert only(text).stem == "y"
    assert [q.refused for q in read(text.encode(), "x.txt").questions] == [True, False]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("1. None?\n", "no-answer"),
        ("1. Mixed?\n*a) x\n= 3\n", "mixed"),
        ("1. No key?\na) x\nb) y\n", "no-key"),
        ("1. No key?\n[ ] x\n[ ] y\n", "no-key"),
        ("1. Twins?\n[*] x\n[ ] x\n", "too-few"),
        ("1. Number?\n= many\n", "no-number"),
        ("1. Gap ((a))?\n<> ((b)) x\n", "gaps"),
        ("1. Typed?\n*\n", "no-answer"),
    ],
)
def test_a_bad_question_costs_no_neighbour(bad: str, code: str) -> None:
    """It is named at its line."""
    good = "1. Good?\n*a) x\nb) y\n\n"
    first, broken, last = read(f"{good}{bad}\n{good}".encode(), "x").questions

    assert not first.refused
    assert not last.refused
    assert broken.refused
    assert (broken.notes[-1].code, broken.line) == (code, 5)


def test_what_is_not_as_it_should_be_is_said() -> None:
    """Lines that are not indented, points that are none, lines that belong nowhere."""
    text = "stray\n\nPoints: many\n1. Who\nlives?\n*a) x\n*b) y\nc) z\nShuffle answers: true\n"

    assert notes(text) == [
        (1, "lost", "stray"),
        (9, "lost", "settings"),
        (4, "lost", "points"),
        (4, "changed", "indent"),
        (4, "changed", "several"),
    ]


def test_title_and_description_go_both_ways() -> None:
    """What the quiz is called, and what it is about."""
    bank = replace(ferry(), title="The *ferry*", about="What is known, and who says so.")

    found = read(write(bank, {}).data, "x.txt")

    assert (found.title, found.about) == (bank.title, bank.about)


def test_it_is_recognised_by_its_content() -> None:
    """And neither GIFT nor Aiken is taken for it."""
    assert getattr(recognised(b"1. Who?\n*a) x\nb) y\n", "x.txt"), "id", "") == "text2qti"
    assert getattr(recognised(b"Who?\nA. x\nB. y\nANSWER: A\n", "x.txt"), "id", "") == "aiken"
    assert getattr(recognised(b"1. Who? {=a ~b}\n", "x.txt"), "id", "") == "gift"


def test_a_file_without_a_question_is_refused() -> None:
    """With what to do."""
    with pytest.raises(FileError, match="no question"):
        read(b"Quiz title: Empty\n", "x.txt")


@given(st.text(alphabet="12. \n*a)[]{}<>=_^%`+-(x", max_size=120))
def test_nothing_but_a_reading_or_a_file_error(text: str) -> None:
    """Whatever is typed."""
    with contextlib.suppress(FileError):
        assert isinstance(read(text.encode(), "x"), Reading)


@given(st.text(SIGNS, max_size=40))
def test_escaped_words_mean_themselves(text: str) -> None:
    """No sign of them structures."""
    line = " ".join(text.split())

    assert plain(escaped(line)) == line


def lines(most: int = 1) -> st.SearchStrategy[str]:
    """Up to so many lines of words."""
    line = st.text(SIGNS, min_size=1, max_size=12).map(lambda text: " ".join(f"{text}a".split()))
    return st.lists(line, min_size=1, max_size=most).map("\n".join)


def apart() -> st.SearchStrategy[list[str]]:
    """Lines that no reader could take for each other."""
    return st.lists(lines(), min_size=2, max_size=4, unique_by=fold)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item of a kind that text2qti carries whole."""
    common: dict[str, Any] = {
        "id": draw(st.from_regex(r"[a-z0-9][a-z0-9_]{0,8}", fullmatch=True)),
        "stem": draw(lines(3)),
        "feedback": draw(st.just("") | lines(2)),
        "tags": tuple(draw(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), max_size=2))),
        "weight": draw(st.integers(1, 20)) * Decimal("0.5"),
    }
    told = st.just("") | lines(2)
    texts = draw(apart())
    options = tuple(Option(f"o{n}", t, None, draw(told)) for n, t in enumerate(texts, start=1))
    number = draw(st.decimals(1, 999, places=2))
    kinds: dict[str, Item] = {
        "one": SingleChoice(**common, options=options, right="o2"),
        "several": MultipleResponse(
            **common, options=options, right=("o1", "o2"), all_or_nothing=True
        ),
        "true": TrueFalse(**common, right=draw(st.sampled_from(("true", "false")))),
        "typed": ShortAnswer(**common, accepted=tuple(texts)),
        "number": Numeric(**common, answer=number, tolerance=Decimal("0.25")),
        "text": Info(id=common["id"], stem=common["stem"], tags=common["tags"]),
    }
    return kinds[draw(st.sampled_from(sorted(kinds)))]


@given(st.lists(items(), min_size=1, max_size=4, unique_by=lambda item: item.id))
def test_what_is_written_is_read_again_and_written_the_same(made: list[Item]) -> None:
    """Every kind that it carries, and to the byte."""
    bank = replace(ferry(), items=tuple(made))

    first = write(bank, {})
    back = read(first.data, "x.txt")

    assert first.losses == ()
    assert [_numbers(item) for item in back.items] == [_numbers(item) for item in made]
    assert write(replace(bank, items=back.items), {}).data == first.data


def _numbers(item: Item) -> Item:
    """The item with its tags once each; a number is a number however many digits it has."""
    return replace(item, tags=tuple(dict.fromkeys(item.tags)))


def test_every_loss_is_named() -> None:
    """The example has kinds that text2qti has not; none of them goes without a word."""
    made = write(ferry(), {})

    written = {q.item.id for q in read(made.data, "x").questions if q.item is not None}
    lost = {loss.item for loss in made.losses if loss.code == "no-kind"}
    assert written | lost == {item.id for item in ferry().items}
    assert not written & lost


def test_numbers_near_nothing_are_left_out() -> None:
    """text2qti would refuse the whole file for one of them."""
    zero = Numeric(id="zero", stem="How many?", answer=Decimal(0))

    assert [loss.code for loss in write(replace(ferry(), items=(zero,)), {}).losses] == ["no-kind"]
