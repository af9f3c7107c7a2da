"""Packages of QTI: the order of their tests, their pictures, and what they leave out."""

import pytest

from quizapp.errors import FileError
from quizapp.formats.qti import read
from tests.formats.qti.samples import (
    MATCH,
    NS2,
    choices,
    item2,
    item12,
    manifest,
    resource,
    response,
    zipped,
)

PNG = b"\x89PNG not really"


def item(id_: str, picture: str = "") -> str:
    """A choice, with a picture in its body."""
    shown = f'<p><img src="{picture}" alt="A harbour"/></p>' if picture else ""
    return item2(response(("B",)), shown + choices(), MATCH, id_=id_)


def test_a_test_decides_on_the_order_and_the_sections() -> None:
    """A test is read as it is taken, with its weights; what it does not ask follows."""
    test = (
        f'<assessmentTest {NS2} identifier="t" title="Harbours"><testPart><assessmentSection '
        'title="First"><assessmentItemRef href="../items/b.xml"><weight identifier="W" value="3"/>'
        '</assessmentItemRef><assessmentItemRef href="../items/a.xml"/></assessmentSection>'
        "</testPart></assessmentTest>"
    )
    names = ("items/a.xml", "items/b.xml", "items/c.xml")
    files: dict[str, str | bytes] = {name: item(name[6]) for name in names}
    listed = manifest(*map(resource, names), resource("tests/t.xml", "imsqti_test_xmlv2p1"))

    reading = read(zipped({"imsmanifest.xml": listed, "tests/t.xml": test, **files}), "p.zip")

    assert reading.title == "Harbours"
    assert [i.id for i in reading.items] == ["b", "a", "c"]
    assert [q.category for q in reading.questions] == [("First",), ("First",), ()]
    assert [i.weight for i in reading.items] == [3, 1, 1]


def test_a_picture_in_the_package_comes_with_its_item() -> None:
    """A question about a picture is still about it."""
    files = {"imsmanifest.xml": manifest(resource("i/a.xml")), "i/a.xml": item("a", "../p%20x.png")}

    reading = read(zipped({**files, "p x.png": PNG}), "p.zip")

    (made,) = reading.items
    assert made.picture is not None
    assert (made.picture.file, made.picture.alternative) == ("p x.png", "A harbour")
    assert made.stem == "Which one left?"
    assert reading.files == {"p x.png": PNG}


@pytest.mark.parametrize("address", ["https://a.org/p.png", "../../p.png", "gone.png", "//x/p"])
def test_a_picture_that_is_not_there_is_said_to_be_missing(address: str) -> None:
    """Nothing is fetched, and nothing outside the package is opened."""
    data = zipped({"imsmanifest.xml": manifest(resource("a.xml")), "a.xml": item("a", address)})

    (question,) = read(data, "p.zip").questions

    assert [note.code for note in question.notes] == ["picture-missing"]


def test_a_broken_item_loses_no_neighbour() -> None:
    """One bad file among good ones is named, and the others are read."""
    listed = manifest(resource("bad.xml"), resource("good.xml"))
    files = {"imsmanifest.xml": listed, "bad.xml": "<assessmentItem", "good.xml": item("good")}

    questions = read(zipped({**files}), "p.zip").questions

    assert [q.refused for q in questions] == [True, False]
    assert questions[0].name == "bad.xml"


def test_a_cartridge_of_canvas_is_read_once() -> None:
    """Canvas writes each quiz twice; the one with its own question types is taken."""
    quiz = item12("<material><mattext>Read this.</mattext></material>", "", "text_only_question")
    files = {"q1/assessment_qti.xml": quiz, "non_cc_assessments/q1.xml.qti": quiz}

    reading = read(zipped({"imsmanifest.xml": manifest(), **files}), "c.imscc")

    assert len(reading.questions) == 1


def test_a_zip_without_questions_is_refused() -> None:
    """A folder of photographs is no quiz."""
    with pytest.raises(FileError, match="no questions"):
        read(zipped({"a.txt": "hello"}), "a.zip")


def test_a_test_alone_says_that_its_items_lie_elsewhere() -> None:
    """Whoever opens the wrong file of a package learns which one to open."""
    xml = f'<assessmentTest {NS2} title="T"><assessmentItemRef href="a.xml"/></assessmentTest>'

    reading = read(xml.encode(), "t.xml")

    assert (reading.title, reading.questions) == ("T", ())
    assert [note.code for note in reading.notes] == ["items-elsewhere"]
