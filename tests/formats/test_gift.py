"""GIFT: read as Moodle reads it, a bad question costs no neighbour, and written it comes back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.exchange import bank_of
from quizapp.errors import FileError
from quizapp.formats import Question, Reading
from quizapp.formats.gift import read, recognise, write
from quizapp.formats.moodle_kinds import Given, Maker
from quizapp.items import (
    Item,
    MultipleResponse,
    ShortAnswer,
    SingleChoice,
)


def questions(text: str) -> tuple[Question, ...]:
    """The questions in a text."""
    return read(text.encode(), "quiz.gift").questions


def only(text: str) -> Item:
    """The item of a text with one question."""
    (question,) = questions(text)
    assert question.item is not None, question.notes
    return question.item


@pytest.mark.parametrize(
    ("text", "native", "kind"),
    [
        ("A pond is deep.", "description", "info"),
        ("Tell about ponds. {}", "essay", "info"),
        ("Ponds are wet. {T}", "truefalse", "true_false"),
        ("Ponds are dry. {FALSE#no}", "truefalse", "true_false"),
        ("Ponds are dry. {false}", "shortanswer", "short_answer"),
        ("Who lives there? {=newt ~fox}", "multichoice", "single_choice"),
        ("Who lives there? {~%50%newt ~%50%frog ~%-100%fox}", "multichoice", "multiple_response"),
        ("Who lives where? {=newt -> pond =fox -> den}", "match", "match"),
        ("Who lives there? {newt}", "shortanswer", "short_answer"),
        ("How many? {#3:1}", "numerical", "numeric"),
    ],
)
def test_the_answers_decide_the_type(text: str, native: str, kind: str) -> None:
    """In the order in which Moodle looks."""
    (question,) = questions(text)

    assert question.native == native
    assert question.item is not None
    assert question.item.kind == kind


def test_credits_are_those_of_the_file() -> None:
    """A third stays a third as far as it was written."""
    item = only("Which? {~%33.33333%a ~%66.66667%b ~%-50%c#no}")

    assert isinstance(item, MultipleResponse)
    assert [option.credit for option in item.options] == [
        Decimal("0.3333333"), Decimal("0.6666667"), Decimal("-0.5"),
    ]  # fmt: skip
    assert item.options[2].feedback == "no"


def test_two_answers_that_earn_everything_are_both_kept() -> None:
    """Any of them may be picked, and the report says so."""
    (question,) = questions("Who? {=newt =frog ~fox}")

    assert isinstance(question.item, MultipleResponse)
    assert question.item.credit(("o2",)) == 1.0
    assert [note.code for note in question.notes] == ["several-right"]


@pytest.mark.parametrize(
    ("answers", "typed", "earned"),
    [
        ("{#3}", "3", 1.0),
        ("{#3:0.5}", "3.5", 1.0),
        ("{#2..4}", "2", 1.0),
        ("{#2..4}", "5", 0.0),
        ("{#=3 =%50%4:1}", "5", 0.5),
        ("{#-1}", "-1", 1.0),
    ],
)
def test_numbers_have_their_ranges(answers: str, typed: str, earned: float) -> None:
    """Exact, with a tolerance, between two ends, or with a part for a near one."""
    assert only(f"How many? {answers}").credit((typed,)) == earned


def test_escaped_characters_structure_nothing() -> None:
    """Colons, equal signs and braces can stand in a question."""
    item = only(r"::a\:b::Is 1 \+ 1 \= 2 in \{Z\}? {=yes \~ of course ~no\n(never)}")

    assert isinstance(item, SingleChoice)
    assert item.stem == r"Is 1 \+ 1 = 2 in {Z}?"
    assert [option.text for option in item.options] == ["yes ~ of course", "no\n(never)"]


def test_a_gap_stands_where_the_answers_stood() -> None:
    """The missing-word form keeps its place."""
    assert only("Newts live in {=ponds ~dens} and nowhere else.").stem == (
        "Newts live in _____ and nowhere else."
    )


def test_titles_comments_and_categories_are_understood() -> None:
    """The id and the tags of a comment are the question's own."""
    text = "$CATEGORY: Pond/Newts\n\n// [id:n-1] [tag:easy]\n::First:: Wet? {T}\n"

    (question,) = questions(text)

    assert (question.name, question.category, question.line) == ("First", ("Pond", "Newts"), 3)
    assert question.item is not None
    assert (question.item.id, question.item.tags) == ("n-1", ("easy",))


def test_markup_becomes_plain_words() -> None:
    """Paragraphs stay apart, a picture is its alternative text, a script is gone."""
    (question,) = questions(
        '[html]<p>Who?</p><p><img src="x.png" alt="A newt"><script>alert(1)</script></p> {=a ~b}'
    )

    assert question.item is not None
    assert question.item.stem == "Who?\n[A newt]"
    assert "markup" in {note.code for note in question.notes}


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("Broken {=a ~b", "brace"),
        ("Broken =a ~b}", "brace"),
        ("Lonely {=a ~}", "too-few"),
        ("No arrow {=a -> b =c}", "no-arrow"),
        ("No number {#x}", "no-number"),
    ],
)
def test_a_bad_question_costs_no_neighbour(bad: str, code: str) -> None:
    """It is named at its line, and the others are read."""
    before, broken, behind = questions(f"One? {{T}}\n\n{bad}\n\nTwo? {{F}}")

    assert before.item is not None
    assert behind.item is not None
    assert broken.refused
    assert (broken.notes[-1].code, broken.line) == (code, 3)


@pytest.mark.parametrize("data", [b"", b"  \n", b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_text_is_refused_in_words(data: bytes) -> None:
    """A picture is not taken for questions."""
    with pytest.raises(FileError):
        read(data, "x.gift")


@given(
    st.binary(max_size=400) | st.text(alphabet="{}=~#%:\\->T\n ab", max_size=300).map(str.encode)
)
def test_nothing_but_a_reading_or_a_file_error(data: bytes) -> None:
    """Whatever bytes come, nothing else happens."""
    try:
        found = read(data, "x.gift")
    except FileError:
        return
    assert isinstance(found, Reading)


def test_old_windows_files_are_read_and_named() -> None:
    """Accents of another code page are kept, with a note to look."""
    found = read("Où? {=là ~ici}".encode("cp1252"), "x.gift")

    assert found.items[0].stem == "Où?"
    assert [note.code for note in found.notes] == ["encoding"]


@pytest.mark.parametrize(
    ("head", "least"),
    [(b"Who? {=a ~b}", 0.8), (b"::T:: x {T}", 0.8), (b"<quiz>", -1.0), (b"PK\x03\x04\x00", -1.0)],
)
def test_it_is_recognised_by_its_content(head: bytes, least: float) -> None:
    """Whatever the file is called."""
    assert recognise(head, "anything") >= least
    assert (recognise(head, "anything") > 0) is (least > 0)


TEXTS = (
    st.text(alphabet="abÀї -:#=~{}\\%[]><\n.1", min_size=1, max_size=20)
    .map(str.strip)
    .filter(lambda text: any(c.isalnum() for c in text) and "->" not in text)
)
SHARES = st.sampled_from([Decimal(n) / 4 for n in range(-4, 4)])


@st.composite
def items(draw: st.DrawFn) -> Item:
    """Items of every kind that GIFT can carry, as its reader makes them."""
    maker = Maker(line=1, id="q1", stem=draw(TEXTS), feedback=draw(TEXTS | st.just("")))
    texts = draw(st.lists(TEXTS, min_size=2, max_size=4, unique_by=lambda t: t.casefold()))
    told = draw(TEXTS | st.just(""))
    kind = draw(st.sampled_from(["one", "several", "true", "short", "number", "match", "info"]))
    made: Item | None
    if kind == "one":
        made = maker.choice(
            [Given(text=t, fraction=Decimal(n == 0), feedback=told) for n, t in enumerate(texts)],
            single=True,
        )
    elif kind == "several":
        shares = [Decimal("0.5"), *(draw(SHARES) for _t in texts[1:])]
        made = maker.choice(
            [Given(text=t, fraction=f) for t, f in zip(texts, shares, strict=True)], single=False
        )
    elif kind == "true":
        made = maker.true_false(draw(st.booleans()), [])
    elif kind == "short":
        plain = [t.replace("*", "") for t in texts]
        made = maker.short(
            [Given(text=t, fraction=Decimal(1) / (n + 1)) for n, t in enumerate(plain[:2])]
        )
    elif kind == "number":
        value = draw(st.integers(-(10**6), 10**6))
        made = maker.number([Given(text=str(value), fraction=Decimal(1), tolerance="0.5")])
    elif kind == "match":
        made = maker.match([*((t, f"x{n}") for n, t in enumerate(texts)), ("", "none")])
    else:
        maker.feedback = ""
        made = maker.info()
    assert made is not None
    return made


@given(st.lists(items(), min_size=1, max_size=4))
def test_what_is_written_comes_back(drawn: list[Item]) -> None:
    """Every kind that GIFT can carry, and a second export is the same to the byte."""
    asked = [Question(line=1, name="", native="", item=item) for item in drawn[:1]]
    bank = bank_of(Reading(questions=tuple(asked)), "x")

    first = write(bank, {})
    back = read(first.data, "x.gift")

    assert first.losses == ()
    assert back.items == bank.items, first.data.decode()
    assert write(bank_of(back, "x"), {}).data == first.data


def test_what_gift_cannot_carry_is_a_loss() -> None:
    """Somebody who exports is told before."""
    item = ShortAnswer(id="q", stem="?", accepted=("CO2",), case=True)
    bank = bank_of(Reading(questions=(Question(line=1, name="", native="", item=item),)), "x")

    assert [loss.code for loss in write(bank, {}).losses] == ["case"]
