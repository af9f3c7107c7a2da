"""Moodle XML: standard types become kinds, all others are kept whole and given back unchanged."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.app.exchange import bank_of
from quizapp.errors import FileError
from quizapp.formats import Question, Reading
from quizapp.formats.moodle_xml import read, recognise
from quizapp.formats.moodle_xml_write import write
from quizapp.items import Cloze, Info, Item, Match, MultipleResponse, Numeric, Order, ShortAnswer

PNG = "iVBORw0KGgo="


def quiz(*questions: str) -> bytes:
    """A quiz of these questions."""
    return f'<?xml version="1.0"?>\n<quiz>\n{"".join(questions)}</quiz>\n'.encode()


def question(native: str, rest: str, text: str = "What lives there?") -> str:
    """One question of a type."""
    words = f"<questiontext><text><![CDATA[{text}]]></text></questiontext>"
    return f'<question type="{native}"><name><text>Q</text></name>{words}{rest}</question>\n'


def answer(words: str, fraction: str, rest: str = "") -> str:
    """One answer."""
    return f'<answer fraction="{fraction}"><text>{words}</text>{rest}</answer>'


def only(data: bytes) -> Question:
    """The one question of a file."""
    (found,) = read(data, "x.xml").questions
    return found


def test_a_choice_of_one_and_of_several() -> None:
    """Shares of the mark are kept; “single” may be true or 1, or not there."""
    two = answer("newt", "100") + answer("fox", "0")
    one = only(quiz(question("multichoice", f"<single>1</single>{two}"))).item
    three = answer("newt", "50") + answer("frog", "50") + answer("fox", "-33.33333")
    several = only(quiz(question("multichoice", f"<single>false</single>{three}"))).item

    assert one is not None
    assert one.kind == "single_choice"
    assert isinstance(several, MultipleResponse)
    assert [option.credit for option in several.options] == [
        Decimal("0.5"), Decimal("0.5"), Decimal("-0.3333333"),
    ]  # fmt: skip


def test_words_numbers_pairs_and_orders() -> None:
    """Each with what makes it exact."""
    short = only(quiz(question("shortanswer", "<usecase>1</usecase>" + answer("CO2", "100")))).item
    span = "<tolerance>0.5</tolerance>"
    units = "<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>"
    numeric = only(quiz(question("numerical", answer("3", "100", span) + units))).item
    pair = "<subquestion><text>{}</text><answer><text>{}</text></answer></subquestion>"
    pairs = pair.format("newt", "pond") + pair.format("fox", "den") + pair.format("", "nest")
    match = only(quiz(question("matching", pairs))).item
    order = only(quiz(question("ordering", answer("egg", "1") + answer("newt", "1")))).item

    assert isinstance(short, ShortAnswer)
    assert (short.credit(("CO2",)), short.credit(("co2",))) == (1.0, 0.0)
    assert isinstance(numeric, Numeric)
    assert (numeric.credit(("3.5 km",)), numeric.unit) == (1.0, "km")
    assert isinstance(match, Match)
    assert (len(match.rows), match.extra) == (2, ("nest",))
    assert isinstance(order, Order)
    assert [option.text for option in order.options] == ["egg", "newt"]


def test_gaps_in_a_text() -> None:
    """Typed, chosen and numbered ones, with their weights and parts."""
    text = r"A {2:SHORTANSWER:=newt~%50%frog} has {1:MC:=four~six} legs, {:NM:=0.5:0.1} m long."
    item = only(quiz(question("cloze", "", text))).item

    assert isinstance(item, Cloze)
    assert item.text == "A [[g1]] has [[g2]] legs, [[g3]] m long."
    assert item.gaps[1].options == ("four", "six")
    assert item.credit(("g1=frog", "g2=four")) == pytest.approx((2 * 0.5 + 1) / 4)


@pytest.mark.parametrize(("native", "box"), [("gapselect", "selectoption"), ("ddwtos", "dragbox")])
def test_numbered_gaps_take_their_words(native: str, box: str) -> None:
    """The words of a group are its list; the number says which is right."""
    words = "".join(
        f"<{box}><text>{word}</text><group>{group}</group></{box}>"
        for word, group in (("newt", 1), ("pond", 2), ("frog", 1))
    )
    item = only(quiz(question(native, words, "A [[1]] lives in a [[2]]."))).item

    assert isinstance(item, Cloze)
    assert [(gap.accepted, gap.options) for gap in item.gaps] == [
        (("newt",), ("newt", "frog")),
        (("pond",), ("pond",)),
    ]


@pytest.mark.parametrize("native", ["calculated", "ddmarker", "stack", "something-new"])
def test_any_other_type_is_kept_whole_and_given_back(native: str) -> None:
    """Named, unscored, and written as it stood there, to the letter."""
    source = question(native, '<odd a="1">\n   x &amp; y</odd>').strip()
    found = only(quiz(source))

    assert isinstance(found.item, Info)
    assert found.native == native
    assert [note.code for note in found.notes] == ["kept"]
    written = write(bank_of(Reading(questions=(found,)), "x"), {}).data.decode()
    assert '<odd a="1">\n   x &amp; y</odd>' in written


def test_a_picture_comes_along() -> None:
    """With the words that stand for it; it goes back out with the question."""
    text = '<p>Who is it?</p><img src="@@PLUGINFILE@@/a.png" alt="A newt &lt;big&gt;">'
    file = f'<file name="a.png" encoding="base64">{PNG}</file>'
    source = question("essay", "", text).replace("</questiontext>", f"{file}</questiontext>")
    source = source.replace("essay", "truefalse").replace(
        "</question>", answer("true", "100") + "</question>"
    )
    reading = read(quiz(source), "x.xml")
    (item,) = reading.items

    assert item.picture is not None
    assert item.picture.file == "a.png"
    assert item.stem == "Who is it?"
    assert reading.files["a.png"].startswith(b"\x89PNG")
    again = read(write(bank_of(reading, "x"), reading.files).data, "y.xml")
    assert again.items == reading.items
    assert again.files == reading.files


def test_categories_tags_and_ids_are_understood() -> None:
    """A category holds for the questions after it."""
    category = (
        '<question type="category"><category><text>$course$/Pond</text></category></question>'
    )
    rest = "<idnumber>n1</idnumber><tags><tag><text>easy</text></tag></tags>"
    found = only(quiz(category, question("description", rest)))

    assert found.category == ("$course$", "Pond")
    assert found.item is not None
    assert (found.item.id, found.item.tags) == ("n1", ("easy",))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<quiz><question></quiz>", "not-xml"),
        (b"<html></html>", "no-quiz"),
        (b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', "entities"),
        (b'<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>', "entities"),
        (b"<quiz>" + b"<a>" * 200_000, "not-xml"),
        (b"", "not-xml"),
    ],
)
def test_harmful_and_broken_files_are_refused(data: bytes, code: str) -> None:
    """In words, without opening or fetching anything."""
    with pytest.raises(FileError) as caught:
        read(data, "x.xml")

    assert [problem.code for problem in caught.value.problems] == [code]


@given(st.binary(max_size=300))
def test_nothing_but_a_reading_or_a_file_error(data: bytes) -> None:
    """Whatever bytes come inside of a quiz."""
    try:
        found = read(b"<quiz><question type='multichoice'>" + data + b"</question></quiz>", "x")
    except FileError:
        return
    assert len(found.questions) <= 1 + data.count(b"<question")


def test_it_is_recognised_by_its_content() -> None:
    """A quiz is not taken for another XML."""
    assert recognise(quiz(), "x") > 0.9
    assert recognise(b"<assessmentItem/>", "x.xml") == 0.0


def kinds() -> list[Item]:
    """An item of every kind that the format can carry."""
    told = "<feedback><text>yes</text></feedback>"
    data = quiz(
        question("multichoice", answer("a &lt; b", "100", told) + answer("c", "-25")),
        question("truefalse", answer("true", "0") + answer("false", "100")),
        question("shortanswer", answer("newt", "100") + answer("frog", "50") + answer("*", "0")),
        question("numerical", answer("3", "100", "<tolerance>1</tolerance>") + answer("9", "50")),
        question("matching", "".join(
            f"<subquestion><text>{a}</text><answer><text>{b}</text></answer></subquestion>"
            for a, b in (("newt", "pond"), ("fox", "den"), ("", "nest"))
        )),
        question("ordering", answer("egg", "1") + answer("newt", "1")),
        question("cloze", "", "A {1:SA:=newt~%50%frog} and {2:MC:=four~six}."),
        question("essay", ""),
        question("description", ""),
    )  # fmt: skip
    return list(read(data, "x.xml").items)


def test_what_is_written_comes_back() -> None:
    """Every kind, and a second export is the same to the byte."""
    asked = tuple(Question(line=1, name="", native="", item=item) for item in kinds())
    bank = bank_of(Reading(questions=asked), "x")

    first = write(bank, {})
    back = read(first.data, "y.xml")

    assert first.losses == ()
    assert back.items == bank.items
    assert write(bank_of(back, "x"), {}).data == first.data
