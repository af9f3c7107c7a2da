"""Anki text: cards come in as short answers, notes with gaps as gaps."""

import contextlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import FileError
from quizapp.formats import Question
from quizapp.formats.anki import read, recognise
from quizapp.items import Cloze, Info, ShortAnswer


def notes(text: str) -> tuple[Question, ...]:
    """The notes of a file."""
    return read(text.encode(), "notes.txt").questions


def only(text: str) -> Question:
    """The one note of a file."""
    (found,) = notes(text)
    return found


@pytest.mark.parametrize(
    ("name", "sign"),
    [("tab", "\t"), ("Tab", "\t"), ("semicolon", ";"), ("comma", ","), ("pipe", "|"), (";", ";")],
)
def test_a_card_is_a_short_answer_whatever_parts_its_fields(name: str, sign: str) -> None:
    """The front is asked, the back is typed."""
    item = only(f"#separator:{name}\nWho lives here?{sign}A newt\n").item

    assert isinstance(item, ShortAnswer)
    assert (item.stem, item.accepted) == ("Who lives here?", ("A newt",))


def test_the_header_says_which_column_is_what() -> None:
    """Tags, the type of note, the deck and the id that Anki has are no fields."""
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        "#tags column:6\nx{7\tBasic\tPonds::Small\tWho &amp; <b>what</b>?\tNewt<br><br>It is wet."
        "\tpond easy\n"
    )
    found = only(text)
    item = found.item

    assert isinstance(item, ShortAnswer)
    assert (item.stem, item.accepted, item.feedback) == ("Who & what?", ("Newt",), "It is wet.")
    assert (item.tags, found.native, found.line) == (("pond", "easy"), "Basic", 7)
    assert found.category == ("Ponds", "Small")


def test_without_a_header_the_third_column_has_the_tags() -> None:
    """As Anki takes it; the sign between the fields is found."""
    first, second = notes("foo\tbar\tone two\nfoo2\tbar2\tthree\n")

    assert first.item is not None
    assert second.item is not None
    assert (first.item.tags, second.item.tags) == (("one", "two"), ("three",))
    assert recognise(b"foo\tbar\nfoo2\tbar2\n", "x.txt") > 0.3


def test_text_that_is_no_html_stays_as_it_is() -> None:
    """A sign is a sign where the header says so."""
    item = only("#separator:tab\n#html:false\n#tags:all\n1 <b> 2 &amp;\tyes\n").item

    assert item is not None
    assert (item.stem, item.tags) == ("1 <b> 2 &amp;", ("all",))


def test_gaps_and_hints() -> None:
    """A note with gaps is one text with all of them; a hint stands behind its gap."""
    found = only("#separator:tab\n{{c1::Newts}} live in {{c2::<i>ponds</i>::where?}}.\tMore\n")

    assert isinstance(found.item, Cloze)
    assert found.item.text == "[[g1]] live in [[g2]] (where?)."
    assert [gap.accepted for gap in found.item.gaps] == [("Newts",), ("ponds",)]
    assert (found.item.feedback, found.native) == ("More", "Cloze")
    assert [note.code for note in found.notes] == ["hint"]


def test_gaps_in_gaps_are_kept_whole() -> None:
    """What cannot be asked is kept, and costs no neighbour."""
    found = notes("#separator:tab\n{{c1::a {{c2::b}} c}}\n{{c1::a\nq\ta\n")

    assert isinstance(found[0].item, Info)
    assert found[0].item.original is not None
    assert [one.item and one.item.kind for one in found] == ["info", "info", "short_answer"]


def test_quoted_fields_may_have_lines_tabs_and_quotation_marks() -> None:
    """The line is where the note begins."""
    first, second = notes('#separator:tab\n"Two\nlines ""and""\ttab"\tyes\nq\ta\n')

    assert first.item is not None
    assert first.item.stem == 'Two\nlines "and"\ttab'
    assert (first.line, second.line) == (2, 4)


def test_a_long_back_is_kept_to_be_read() -> None:
    """Nobody has to type a paragraph; the note keeps both sides."""
    found = only(f"#separator:tab\nWhy?\t{'Because. ' * 40}\n")

    assert isinstance(found.item, Info)
    assert found.item.feedback.startswith("Because.")
    assert [note.code for note in found.notes] == ["kept"]


def test_a_card_without_a_back_is_refused_and_costs_no_other() -> None:
    """With its line."""
    found = notes("#separator:tab\nfront\nq\ta\n\tb\n# a comment\n")

    assert [(one.line, one.refused) for one in found] == [(2, True), (3, False), (4, True)]


def test_sounds_and_pictures_are_named_as_lost() -> None:
    """What cannot come along is said."""
    found = only('#separator:tab\nWho? [sound:a.mp3]<img src="a.png">\tnewt\n')

    assert found.item is not None
    assert found.item.stem == "Who?"
    assert [note.code for note in found.notes] == ["media", "media"]


def test_a_table_with_names_is_left_to_others() -> None:
    """A spreadsheet is no deck."""
    assert recognise(b"question\tanswer\nWho?\tnewt\n", "x.tsv") < 0.3
    assert recognise(b"<quiz>\t</quiz>", "x.txt") == 0.0


@given(st.binary(max_size=300) | st.text(string.printable + "{}:c1#é\ud800", max_size=200).map(
    lambda text: text.encode("utf-8", "surrogatepass")))  # fmt: skip
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    """No file can bring the program down."""
    for head in (b"", b"#separator:tab\n", b'#separator:"\n#html:false\n', b"{{c1::"):
        with contextlib.suppress(FileError):
            for question in read(head + data, "given").questions:
                assert question.item is None or question.item.stem.encode() is not None
        recognise(head + data, "given")


@pytest.mark.parametrize(
    "data", [b"", b"#separator:tab\n", b"a\x00b", b"{{c1::" * 200_000, b"<div>" * 200_000 + b"\ta"]
)
def test_nothing_and_nests_end_in_a_result_or_a_sentence(data: bytes) -> None:
    """And soon."""
    with contextlib.suppress(FileError):
        assert read(data, "given").questions
