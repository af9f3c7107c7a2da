"""QTI of unknown origin: a reading or a FileError, whatever the bytes."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import FileError
from quizapp.formats import Reading
from quizapp.formats.qti import read
from tests.formats.qti.samples import MATCH, choices, item2, manifest, resource, response, zipped

ITEM = item2(response(("B",)), choices(), MATCH).encode()
PACKAGE = zipped({"imsmanifest.xml": manifest(resource("a.xml")), "a.xml": ITEM})
DEEP = 200_000


def settled(data: bytes) -> Reading | None:
    """What is read, or nothing where the file is refused."""
    with contextlib.suppress(FileError):
        return read(data, "given")
    return None


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    """No file can bring the program down."""
    assert settled(data) is None


@given(st.sampled_from([ITEM, PACKAGE]), st.integers(0, 4000), st.integers(0, 255))
def test_a_byte_changed_or_an_end_missing_is_read_or_refused(
    data: bytes, place: int, byte: int
) -> None:
    """A file damaged on its way is named as such, or read as far as it goes."""
    place %= len(data)
    changed = data[:place] + bytes([byte]) + data[place + 1 :]

    for damaged in (changed, data[:place]):
        found = settled(damaged)
        assert found is None or len(found.questions) <= 1


@pytest.mark.parametrize(
    "xml",
    [
        b"<assessmentItem>" + b"<div>" * DEEP + b"</div>" * DEEP + b"</assessmentItem>",
        b"<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;'>]><assessmentItem>&z;</assessmentItem>",
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><assessmentItem>&x;</assessmentItem>",
        b"<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://example.org/e'> %p;]><assessmentItem/>",
        b"<html/>",
        b"",
    ],
    ids=["deep", "entities", "a file", "a parameter", "html", "nothing"],
)
def test_what_could_do_harm_is_refused(xml: bytes) -> None:
    """Bombs and peeping entities end in a sentence."""
    with pytest.raises(FileError):
        read(xml, "given.xml")


def test_html_nested_deep_inside_text_is_read() -> None:
    """Depth that hides in escaped HTML does no harm either."""
    text = "&lt;div&gt;" * DEEP + "Which?"
    xml = (
        "<questestinterop><item ident='a'><presentation><material><mattext texttype='text/html'>"
        f"{text}</mattext></material></presentation></item></questestinterop>"
    )

    assert len(read(xml.encode(), "given.xml").questions) == 1


@pytest.mark.parametrize("name", ["/a.xml", "../a.xml", "b/../../a.xml", "c\\a.xml", "C:a.xml"])
def test_names_that_lead_out_of_a_package_are_refused(name: str) -> None:
    """A package cannot point outside itself."""
    with pytest.raises(FileError, match="leads out"):
        read(zipped({"imsmanifest.xml": manifest(), name: ITEM}), "p.zip")


def test_what_unpacks_to_far_more_is_refused() -> None:
    """A small file that would fill the memory is stopped while it is unpacked."""
    bomb = b"<assessmentItem>" + b" " * 5_000_000 + b"</assessmentItem>"

    with pytest.raises(FileError, match="unpacks to more"):
        read(zipped({"imsmanifest.xml": manifest(), "a.xml": bomb}), "p.zip")


def test_an_endless_scoring_is_given_up() -> None:
    """Scoring with very many steps does not hold up the reading."""
    sum_ = "<sum>" + '<baseValue baseType="float">0</baseValue>' * 30_000 + "</sum>"
    rules = f'<responseProcessing><setOutcomeValue identifier="SCORE">{sum_}</setOutcomeValue>'
    xml = item2(response(("A",)), choices(), rules + "</responseProcessing>")

    (question,) = read(xml.encode(), "i.xml").questions

    assert [note.code for note in question.notes] == ["scoring-simplified"]
